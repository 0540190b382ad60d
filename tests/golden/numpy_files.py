"""Writes numpy_files.h: .npy and .npz files as numpy writes them, in hex.

    python3 -P tests/golden/numpy_files.py > tests/golden/numpy_files.h        (numpy 2.4)

Element i (in C order) of every array is (i * 7) % 101 - 20 as float64, cast to the dtype (for unsigned dtypes without
the - 20; for bool: whether it is odd). `written` tells that nnsh must write the same bytes.
"""
import io
import zipfile
import numpy as np


def make(dtype, shape):
    i = (np.arange(int(np.prod(shape)), dtype=float) * 7) % 101
    dt = np.dtype(dtype)
    if dt.kind == 'b':
        return (i % 2 == 1).reshape(shape)
    return (i if dt.kind == 'u' else i - 20).astype(dt).reshape(shape)


def save(a, version=None):
    f = io.BytesIO()
    np.lib.format.write_array(f, a, version=version)
    return f.getvalue()


print('/* Written by tests/golden/numpy_files.py with numpy ' + np.__version__ + '. */')
print('''#include <stdint.h>
static const struct NpyGolden {
  const char *dtype;
  int fortran, written, ndim;
  int64_t shape[4];
  const char *hex;
} npy_golden[] = {''')


def row(data, dtype, shape, fortran=False, written=True):
    dims = ', '.join(str(n) for n in shape) or '0'
    print(f'  {{"{np.dtype(dtype).name}", {int(fortran)}, {int(written)}, {len(shape)}, {{{dims}}}, "{data.hex()}"}},')


names = ['bool', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64', 'float16', 'float32',
    'float64']
for name in names:
    for shape in [(3, 4), (5,), ()]:
        row(save(make(name, shape)), name, shape)
for shape in [(0,), (0, 3), (2, 0), (1,), (1, 1), (2, 3, 4), (1, 2, 3, 2), (100, 1), (12345,)][:8]:
    row(save(make('float32', shape)), 'float32', shape)
for name in ['uint8', 'int16', 'float64']:
    for shape in [(3, 4), (2, 3, 2)]:
        row(save(np.asfortranarray(make(name, shape))), name, shape, fortran=True)
for name in ['int16', 'uint32', 'int64', 'float16', 'float32', 'float64']:
    a = make(name, (3, 4))
    row(save(a.astype(a.dtype.newbyteorder('>'))), name, (3, 4), written=False)
row(save(np.asfortranarray(make('int32', (3, 4))).astype('>i4')), 'int32', (3, 4), fortran=True, written=False)
row(save(make('int32', (3, 4)), (2, 0)), 'int32', (3, 4), written=False)
row(save(make('int32', (3, 4)), (3, 0)), 'int32', (3, 4), written=False)
# Python 2's long integers, odd spacing and a header that leaves the data unaligned.
header = b'{"shape" : (3L, 4L) , "descr":"<i4" ,\t"fortran_order":False}'
row(b'\x93NUMPY\x01\x00' + len(header).to_bytes(2, 'little') + header + make('int32', (3, 4)).tobytes(), 'int32', (3,
    4), written=False)
print('};')


def zipped(save_function, **arrays):
    f = io.BytesIO()
    save_function(f, **arrays)
    return f.getvalue()


big = np.zeros((50, 20), 'float64')
arrays = dict(x_train=make('uint8', (4, 3, 2)), y_train=make('int64', (4,)), weights=np.asfortranarray(make('float32',
    (3, 4))))
print(f'static const char npz_stored[] = "{zipped(np.savez, **arrays).hex()}";')
print(f'static const char npz_deflated[] = "{zipped(np.savez_compressed, **arrays).hex()}";')
print(f'static const char npz_empty[] = "{zipped(np.savez).hex()}";')
for method, name in [(zipfile.ZIP_BZIP2, 'bzip2')]:
    f = io.BytesIO()
    with zipfile.ZipFile(f, 'w', method) as z:
        for k, v in arrays.items():
            z.writestr(zipfile.ZipInfo(k + '.npy'), save(v), method)
    print(f'static const char npz_{name}[] = "{f.getvalue().hex()}";')

# Files that numpy refuses too.
print('''static const struct NpyBadGolden {
  const char *what, *hex;
} npy_bad[] = {''')
good = save(make('int32', (3, 4)))


def with_header(header):
    return b'\x93NUMPY\x01\x00' + len(header).to_bytes(2, 'little') + header + b'\0' * 48


for what, data in [
        ('is empty', b''), ('no .npy file', b'hello world, hello'), ('no .npy file', b'\x93NUM'), ('cut short',
            good[:9]),
        ('cut short', good[:60]), ('cut short', good[:-1]), ('version', good[:6] + b'\x09' + good[7:]),
        ("dtype '>U3'", save(np.array(['abc', 'd']).astype('>U3'))),
        ("dtype '>M8[s]'", save(np.zeros(2, [('a', '>M8[s]'), ('b', 'f8')]))), ("dtype '<c32'", save(np.zeros(2, np.clongdouble))),
        ('header', with_header(b"{'descr': '<i4', 'fortran_order': False}")),
        ('header', with_header(b"{'descr': '<i4', 'fortran_order': Maybe, 'shape': (3,)}")),
        ('header', with_header(b"{'descr': '<i4', 'fortran_order': False, 'shape': (3")),
        ('header', with_header(b"{'descr': '<i4', 'fortran_order': False, 'shape': (-3,)}")),
        ('header', with_header(b"{'descr': '<i4', 'fortran_order': False, 'shape': (99999999999999999999999,)}")),
        ('cut short', with_header(b"{'descr': '<i4', 'fortran_order': False, 'shape': (4611686018427387904, 4)}")),
        ('cut short', with_header(b"{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,)}")),
        ('header', with_header(b"{'descr': '<i4" + b'x' * 60 + b"', 'fortran_order': False, 'shape': (3,)}")),
        ('header', with_header(b'\0' * 20))]:
    print(f'  {{"{what}", "{data.hex()}"}},')
print('};')
