"""Writes numpy_random.h: what numpy.random.RandomState draws, as hashes of all bytes.

    python3 -P tests/golden/numpy_random.py > tests/golden/numpy_random.h        (numpy 2.4)

Each row is one call on a fresh generator, followed by one random_sample and one randn whose bytes are hashed too, so
that the state left behind counts as well. The hash is 64-bit FNV-1a; `first` has the first elements as they are in
memory.
"""
import numpy as np

rows = []


def fnv(data, h=0xCBF29CE484222325):
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def first(result):
    flat = result.reshape(-1)[:3]
    return [int.from_bytes(v.tobytes(), 'little') for v in flat] + [0] * (3 - len(flat))


def row(kind, seed, call, low=0, high=0, a=0.0, b=0.0, c=0.0, dtype='float64', rows_=1, columns=0):
    r = np.random.RandomState(seed)
    result = np.ascontiguousarray(call(r))
    h = fnv(result.tobytes())
    h = fnv(np.float64(r.random_sample()).tobytes(), h)
    h = fnv(np.float64(r.randn()).tobytes(), h)
    s = seed if isinstance(seed, int) else 0
    words = [] if isinstance(seed, int) else seed
    f = first(result)
    rows.append(f'  {{"{kind}", {s}u, {{{", ".join(str(w) + "u" for w in words) or 0}}}, {len(words)}, '
                f'{low}, {high}, {a!r}, {b!r}, {c!r}, "{dtype}", {rows_}, {columns}, 0x{h:016x}u, '
                f'{{{", ".join(hex(v) + "u" for v in f)}}}}},')


seeds = [0, 1, 2, 7, 42, 123, 2024, 12345, 2 ** 31, 2 ** 32 - 1, [1], [1, 2, 3, 4], [5] * 7, list(range(0, 8))]
sizes = [(1, 0), (3, 0), (5, 0), (311, 0), (312, 0), (625, 0), (7, 13)]


def shape(size):
    return size[0] if size[1] == 0 else size


for seed in seeds:
    for size in sizes:
        row('sample', seed, lambda r: r.random_sample(shape(size)), rows_=size[0], columns=size[1])
        row('normal', seed, lambda r: r.standard_normal(shape(size)), rows_=size[0], columns=size[1])

for seed in [0, 42, 99]:
    for a, b in [(0.0, 1.0), (-1.0, 1.0), (5.0, 2.5), (-0.05, 0.05), (1e10, 1e10 + 1)]:
        row('uniform_scalar', seed, lambda r: r.uniform(a, b, (11, 3)), a=a, b=b, rows_=11, columns=3)
    for a, b in [(0.0, 1.0), (2.0, 0.5), (-1e5, 1e-3), (0.0, 0.0)]:
        row('normal_scalar', seed, lambda r: r.normal(a, b, (11, 3)), a=a, b=b, rows_=11, columns=3)
    for dtype, low, high in [
            ('int64', 0, 1), ('int64', 0, 2), ('int64', 0, 10), ('int64', -5, 6), ('int64', 0, 256), ('int64', 0,
                60000),
            ('int64', 3, 2 ** 31), ('int64', 0, 2 ** 32 - 1), ('int64', 0, 2 ** 32), ('int64', 0, 2 ** 32 + 1),
            ('int64', -10 ** 18, 10 ** 18), ('int64', -2 ** 62, 2 ** 62 + 7), ('int32', 0, 10), ('int32', -2 ** 31,
                2 ** 31),
            ('int32', -7, 1000), ('uint32', 0, 2 ** 32), ('uint32', 5, 77), ('uint64', 0, 100), ('uint64', 7, 2 ** 40),
            ('int16', -100, 100), ('int16', -2 ** 15, 2 ** 15), ('uint16', 0, 2 ** 16), ('uint16', 1, 9),
            ('int8', -128, 128), ('int8', -3, 3), ('uint8', 0, 256), ('uint8', 0, 10), ('uint8', 9, 10), ('bool', 0, 2),
            ('bool', 0, 1), ('bool', 1, 2)]:
        for n in [1, 50]:
            text = str(low) if low > -2 ** 63 else 'INT64_MIN'
            row('randint', seed, lambda r: r.randint(low, high, n, dtype=dtype), low=text, high=high, dtype=dtype,
                rows_=n)
    for n in [0, 1, 2, 3, 10, 100, 1000]:
        row('permutation', seed, lambda r: r.permutation(n), rows_=n)
    for dtype in ['uint8', 'float32', 'int64', 'float64']:
        for n, m in [(1, 0), (10, 0), (257, 0), (1, 3), (10, 1), (33, 5), (4, 700)]:
            def shuffled(r):
                x = np.arange(n * max(m, 1)).astype(dtype).reshape(shape((n, m)))
                r.shuffle(x)
                return x
            row('shuffle', seed, shuffled, dtype=dtype, rows_=n, columns=m)
            row('permuted', seed, lambda r: r.permutation(np.arange(n * max(m, 1)).astype(dtype).reshape(shape((n,
                m)))),
                dtype=dtype, rows_=n, columns=m)
    for n, k in [(1, 1), (5, 3), (60000, 100), (10, 10), (7, 0)]:
        p = np.arange(1, n + 1) / (n * (n + 1) / 2)
        row('choice', seed, lambda r: r.choice(n, k), low=n, rows_=k)
        row('choice_distinct', seed, lambda r: r.choice(n, k, replace=False), low=n, rows_=k)
        row('choice_p', seed, lambda r: r.choice(n, k, p=p), low=n, rows_=k)
        row('choice_distinct_p', seed, lambda r: r.choice(n, k, replace=False, p=p), low=n, rows_=k)

# Draws by a row of engine/array/distribution.c, 60 each, parameters a, b, c.
distributions = [
    ('uniform', [(0., 1.), (-2., 3.)]), ('normal', [(0., 1.), (3., .25)]), ('standard_exponential', [()]),
    ('exponential', [(1.,), (.1,), (25.,)]), ('lognormal', [(0., 1.), (1., .3)]), ('laplace', [(0., 1.), (2., 3.)]),
    ('logistic', [(0., 1.), (-1., .5)]), ('gumbel', [(0., 1.), (2., .1)]), ('rayleigh', [(1.,), (4.,)]),
    ('weibull', [(1.5,), (.5,)]), ('power', [(2.,), (.3,)]), ('pareto', [(3.,), (1.,)]),
    ('triangular', [(-3., 0., 8.), (0., 1., 1.)]), ('standard_gamma', [(.3,), (1.,), (2.5,), (40.,)]),
    ('gamma', [(2., 2.), (.5, 3.)]), ('beta', [(.5, .5), (2., 5.), (1., 1.), (.1, 3.)]), ('chisquare', [(3.,), (1.,)]),
    ('standard_t', [(5.,), (1.,)]), ('standard_cauchy', [()]), ('geometric', [(.05,), (.35,), (.9,), (1.,)]),
    ('poisson', [(0.,), (.5,), (5.,), (9.99,), (10.,), (37.5,), (1000.,)]),
    ('binomial', [(10., .5), (1., .3), (5., 0.), (5., 1.), (100., .01), (100., .5), (1000., .9), (0., .5), (60000., .2),
                  (20., .7)]),
    ('negative_binomial', [(3., .4), (20., .1)]), ('zipf', [(2.2,), (1.5,)]), ('logseries', [(.7,), (.1,)]),
    ('f', [(3., 4.)]), ('noncentral_chisquare', [(3., 1.5), (.5, 1.5), (2., 0.)]), ('noncentral_f', [(3., 4., 1.5)]),
    ('wald', [(1., 2.)]), ('vonmises', [(0., 2.), (1., 1e-6), (.5, 1e-9), (0., 2e6)]),
    ('hypergeometric', [(7., 9., 6.), (60., 90., 50.), (5., 5., 1.), (900., 100., 800.)]),
]
for seed in [0, 42, 99]:
    for name, parameters in distributions:
        for p in parameters:
            args = tuple(map(int, p)) if name == 'hypergeometric' else (int(p[0]), p[1]) if name == 'binomial' else p
            q = list(p) + [0.0] * (3 - len(p))
            row('=' + name, seed, lambda r: getattr(r, name)(*args, size=(20, 3)), a=q[0], b=q[1], c=q[2], rows_=20,
                columns=3)

print('/* Written by tests/golden/numpy_random.py with numpy ' + np.__version__ + '. */')
print('''#include <stdint.h>
static const struct RandomGolden {
  const char *kind;
  uint32_t seed, words[8];
  int word_count;
  int64_t low, high;
  double a, b, c;
  const char *dtype;
  int64_t rows, columns; /* columns 0: one dimension */
  uint64_t hash, first[3];
} random_golden[] = {''')
print('\n'.join(rows))
print('};')
