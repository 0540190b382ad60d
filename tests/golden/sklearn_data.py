"""Writes sklearn_data.h: scikit-learn's synthetic sets and splits, as hashes of all bytes.

    python3 -P tests/golden/sklearn_data.py > tests/golden/sklearn_data.h        (scikit-learn 1.9, numpy 2.4)

The hash is 64-bit FNV-1a over x then y (over the training indices, then the test indices); `first` has the first
element of each. Rows of sets also name the largest coordinate's bits, so that a mismatch can be told from a different
libm.
"""
import numpy as np
import sklearn
from sklearn.datasets import make_moons, make_circles, make_blobs
from sklearn.model_selection import train_test_split


def fnv(data, h=0xCBF29CE484222325):
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def bits(v):
    return int.from_bytes(np.float64(v).tobytes(), 'little')


print(f'/* Written by tests/golden/sklearn_data.py with scikit-learn {sklearn.__version__}, numpy {np.__version__}. */')
print('''#include <math.h>
#include <stdint.h>
static const struct SetGolden {
  const char *kind;
  int64_t samples, features, centers;
  int shuffle;
  double noise, factor, low, high;
  uint32_t seed;
  uint64_t hash, first_x, first_y;
} set_golden[] = {''')


def number(v):
    return 'NAN' if v is None else repr(float(v))


def row(kind, x, y, samples, seed, features=2, centers=0, shuffle=True, noise=None, factor=0.8, low=-10., high=10.):
    h = fnv(y.astype('int64').tobytes(), fnv(np.ascontiguousarray(x).tobytes()))
    print(f'  {{"{kind}", {samples}, {features}, {centers}, {int(shuffle)}, {number(noise)}, '
          f'{factor}, {low}, {high}, {seed}u, '
          f'0x{h:016x}u, 0x{bits(x.flat[0]):016x}u, {y[0]}u}},')


for seed in [0, 42, 7]:
    for n in [1, 2, 7, 100, 501, 1000]:
        for shuffle in [True, False]:
            for noise in [None, 0.1]:
                row('moons', *make_moons(n, shuffle=shuffle, noise=noise, random_state=seed), n, seed, shuffle=shuffle,
                    noise=noise)
                row('circles', *make_circles(n, shuffle=shuffle, noise=noise, factor=0.5, random_state=seed), n, seed,
                    shuffle=shuffle, noise=noise, factor=0.5)
    for n, f, c, std, low, high in [(100, 2, 3, 1.0, -10., 10.), (7, 1, 5, .5, 0., 1.), (500, 4, 2, 2.5, -1., 1.),
                                    (3, 2, 3, 1., -10., 10.)]:
        for shuffle in [True, False]:
            x, y = make_blobs(n, f, centers=c, cluster_std=std, center_box=(low, high), shuffle=shuffle,
                random_state=seed)
            row('blobs', x, y, n, seed, features=f, centers=c, shuffle=shuffle, noise=std, low=low, high=high)
print('};')
print('''static const struct SplitGolden {
  int64_t n;
  double test_size, train_size;
  int shuffle;
  int classes; /* 0: not stratified; else row i belongs to class (i * i + i / 3) % classes */
  uint32_t seed;
  int64_t n_train, n_test;
  uint64_t hash;
  int64_t first_train, first_test;
} split_golden[] = {''')
for seed in [0, 42, 2024]:
    for n in [2, 5, 10, 100, 1797, 60000]:
        for test, train in [(0.2, None), (None, None), (0.25, None), (0.33, None), (1, None), (None, 0.5), (None, 1),
            (0.1, 0.5), (0.3, 0.7)]:
            for shuffle, classes in [(True, 0), (False, 0), (True, 2), (True, 10), (True, 7)]:
                if n == 60000 and test != 0.2:
                    continue
                i = np.arange(n)
                labels = (i * i + i // 3) % classes if classes else None
                try:
                    a, b = train_test_split(i, test_size=test, train_size=train, shuffle=shuffle, stratify=labels,
                        random_state=seed)
                except ValueError:
                    continue
                h = fnv(b.astype('int64').tobytes(), fnv(a.astype('int64').tobytes()))
                print(f'  {{{n}, {number(test)}, {number(train)}, {int(shuffle)}, {classes}, {seed}u, '
                      f'{len(a)}, {len(b)}, '
                      f'0x{h:016x}u, {a[0]}, {b[0]}}},')
print('};')
print('''static const struct SplitErrorGolden {
  int64_t n;
  double test_size, train_size;
  int shuffle, classes;
  const char *text;
} split_error_golden[] = {''')
for n, test, train, shuffle, classes in [(10, 10, None, 1, 0), (10, 1.5, None, 1, 0), (10, -0.2, None, 1, 0), (10,
    None, 11, 1, 0), (10, 0.6, 0.6, 1, 0),
                                         (10, 6, 6, 1, 0), (1, 0.2, None, 1, 0), (10, 0.2, None, 0, 2), (10, 0.2, None,
                                             1, 7),
                                         (100, 0.05, None, 1, 10), (100, 0.95, None, 1, 10), (10, 0.99, None, 1, 0)]:
    i = np.arange(n)
    labels = (i * i + i // 3) % classes if classes else None
    try:
        train_test_split(i, test_size=test, train_size=train, shuffle=bool(shuffle), stratify=labels, random_state=0)
        raise SystemExit(f'no error: {n} {test} {train}')
    except ValueError as e:
        print(f'  {{{n}, {number(test)}, {number(train)}, {shuffle}, {classes}, "{e}"}},')
print('};')
