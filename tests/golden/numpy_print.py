"""Writes numpy_print.txt: arrays and scalars as numpy prints them.

    python3 -P tests/golden/numpy_print.py > tests/golden/numpy_print.txt        (numpy 2.4)

One block an array: its dtype, the print options and the shape; its bytes in hex, or "linear A B" for A + B i computed
in float64 and cast; then str and repr, each with its length in bytes. One block a scalar: dtype, bytes, str, repr.
"""
import sys
import warnings
import numpy as np

warnings.simplefilter('ignore')
out = []
DEFAULT = dict(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False)
count = [0, 0]


def block(word, text):
    out.append(f'{word} {len(text.encode())}\n{text}\n')


def array(a, linear=None, **options):
    o = {**DEFAULT, **options}
    with np.printoptions(**o):
        s, r = str(a), repr(a)
    shape = ' '.join(str(n) for n in a.shape)
    settings = [o[k] for k in ('precision', 'threshold', 'edgeitems', 'linewidth')] + [int(o['suppress'])]
    out.append(f'array {a.dtype} {" ".join(str(v) for v in settings)} {a.ndim} {shape}\n')
    if linear:
        out.append(f'linear {linear[0]!r} {linear[1]!r}\n')
    else:
        out.append('data ' + np.ascontiguousarray(a).tobytes().hex() + '\n')
    block('str', s)
    block('repr', r)
    count[0] += 1


def linear(n, shape, dtype, a, b, **options):
    array((a + b * np.arange(n, dtype=float)).astype(dtype).reshape(shape), linear=(a, b), **options)


def scalar(v):
    out.append(f'scalar {v.dtype} {v.tobytes().hex()}\n')
    block('str', str(v))
    block('repr', repr(v))
    count[1] += 1


r = np.random.RandomState(0)
floats = ['float16', 'float32', 'float64']
integers = ['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64']
nan, inf = float('nan'), float('inf')

# Every dtype, several shapes.
for dtype in ['bool'] + integers + floats:
    for shape in [(), (1,), (2,), (7,), (40,), (1, 1), (3, 4), (2, 3, 4), (2, 1, 2, 3), (0,), (0, 3), (2, 0), (25, 2)]:
        n = int(np.prod(shape))
        array((r.standard_normal(n) * 20).astype(dtype).reshape(shape) if dtype != 'bool'
              else (r.rand(n) > .5).reshape(shape))
for dtype in integers:
    i = np.iinfo(dtype)
    array(np.array([i.min, 0, i.max], dtype))
    array(np.array([[i.max]], dtype))

# Floats: where notation, precision and padding are decided.
values = [
    [0.0], [-0.0], [1.0], [0.1, 0.2, 0.3], [1 / 3], [1 / 3, 2 / 3, 1], [1e8], [1e8, 1], [99999999.0], [1e7, 1], [1e6],
        [999999., 1],
    [1e-4], [0.0001, 0.05], [9.9e-5], [1e-5, 1], [1, 1000], [1, 1000.5], [1, 1001], [0.001, 1], [0.001, 1.001], [1e3],
        [999.5, 1],
    [1e16], [1e-300, 1e300], [5e-324], [1.7976931348623157e308], [123456.789, 0.5], [0.5, 0.25, 0.125], [1.5, nan],
        [nan], [inf],
    [-inf], [nan, inf, -inf], [1, nan, -inf], [100.5, nan, inf], [-1.5, 2.5], [-100, 0.001], [1e10, nan], [1e10, -inf,
        1],
    [0, 0, 0], [0, 1e-10], [0, 1e10], [-1e-10, 1], [3.14159265358979, 2.71828182845905], [0.1 + 0.2], [1e22], [1e23],
        [2 ** -44],
    [2 ** -20.0], [16777216.0], [33554434.0, 1e6], [65504.0], [2048.0, 0.1], [6e-8], [1e5, 1e2], [12345678.9, 1],
    [0.30000000000000004, 100], [4.5, 5.5, 6.5], [1e-7, 2e-7], [1.00000001, 1], [1.000000001, 1], [0.999999999, 1],
    [0.123456789, 12.3456789], [8.5e-9, 1.17549435e-38], [1e100], [1e-100, 1e100], [1.234e-15, 5.6e-7], [1e15, 1.5],
    [9.5, 99.5, 999.5], [0.05, 0.005, 0.0005], [1e2, 1e3, 1e4], [-5, -50, -500], [0.7, -0.0],
]
for dtype in floats:
    for v in values:
        array(np.array(v, dtype))
    for v in values[:24:3]:
        array(np.array(v[0], dtype))
    for precision in [0, 1, 2, 3, 4, 6, 12, 17, 20]:
        array(np.array([1 / 3, 2 / 3, 10.125, 0.5], dtype), precision=precision)
        array(np.array([1 / 3, 2e-7, 1e5, 0.5], dtype), precision=precision)
        array(np.array([0.5, 1.5, 2.5, 0.001, 0.995, -0.001], dtype), precision=precision)
    for v in values[4::4]:
        array(np.array(v, dtype), suppress=True)
        array(np.array(v, dtype), suppress=True, precision=3)
for v in [[6e-9, 1], [4e-9, 1], [5e-9, 1], [1e-10, 1], [0.999999999, 0.1], [-6e-9, 1], [1e-12, 1e7]]:
    array(np.array(v), suppress=True)

# Random magnitudes.
for k in range(60):
    dtype = floats[k % 3]
    scale = 10.0 ** r.uniform(-6, 6) if k % 2 else 1.0
    a = (r.standard_normal((r.randint(1, 7), r.randint(1, 9))) * scale).astype(dtype)
    if k % 5 == 0:
        a = np.round(a, k % 4)
    if k % 7 == 0:
        a.flat[r.randint(a.size)] = [nan, inf, -inf][k % 3]
    array(a)
for k in range(20):
    array((10.0 ** r.uniform(-30, 30, 6)).astype(floats[1 + k % 2]))

# Wrapping and widths.
for width in [10, 20, 40, 75, 76, 120]:
    array(np.arange(50), linewidth=width)
    array(np.linspace(0, 1, 30), linewidth=width)
    array(np.linspace(-1, 1, 30, dtype='float32').reshape(2, 15), linewidth=width)
    array(np.arange(48, dtype='uint8').reshape(2, 2, 12), linewidth=width)
    array(np.arange(40) % 3 == 0, linewidth=width)

# Summaries.
for edge in [0, 1, 2, 3, 5]:
    for shape in [(60,), (6, 10), (3, 4, 5), (20, 3), (2, 2, 3, 5), (2, 30)]:
        array(r.standard_normal(shape).round(3), threshold=20, edgeitems=edge)
        array(r.randint(0, 1000, shape), threshold=20, edgeitems=edge)
    array(r.standard_normal((12, 12)).astype('float32'), threshold=20, edgeitems=edge)
linear(1000, (1000,), 'int64', 0, 1)
linear(1001, (1001,), 'int64', 0, 1)
linear(2000, (2000,), 'float64', -1, .001)
linear(2000, (40, 50), 'float32', 0, .5)
linear(60000, (60000,), 'uint8', 0, 1 / 256)
linear(60000, (60000,), 'int32', 5, 3)
linear(3 * 28 * 28, (3, 28, 28), 'uint8', 0, 1 / 16)
linear(20 * 784, (20, 784), 'float64', 0, 1 / 255)
linear(8000, (20, 20, 20), 'float32', -10, .0125)
linear(100000, (10, 10000), 'float64', 1e-6, 1e3)
linear(2000, (2000,), 'bool', 0, 1)
linear(28 * 28, (28, 28), 'uint8', 0, 1 / 4)
linear(2000, (2000,), 'float64', 0, 1, threshold=2000)
linear(1200, (1200, 1), 'float64', 0, .25)
linear(1200, (1, 1200), 'float64', 0, .25)
array(np.eye(3))
array(np.eye(12, dtype='float32'))
array(np.full((3, 3), 7.0))

# Scalars.
for dtype in floats:
    for v in values:
        for x in v:
            scalar(np.dtype(dtype).type(x))
    for x in [999999., 1e6, 1000001., 999999.94, 0.00010001, 123456.7, 999., 1000., 1001., 9999999999999998., -0.1,
        -1e20, 1 / 7]:
        scalar(np.dtype(dtype).type(x))
    for k in range(60):
        bits = r.randint(0, 256, np.dtype(dtype).itemsize).astype('uint8').tobytes()
        v = np.frombuffer(bits, dtype)[0]
        if not np.isnan(v):
            scalar(v)
for k in range(-60, 61, 7):
    scalar(np.float64(2.0 ** k))
    scalar(np.float32(2.0 ** k))
for dtype in integers:
    i = np.iinfo(dtype)
    scalar(np.dtype(dtype).type(i.min))
    scalar(np.dtype(dtype).type(i.max))
    scalar(np.dtype(dtype).type(7))
scalar(np.True_)
scalar(np.False_)

sys.stdout.write(''.join(out))
print(count, file=sys.stderr)
