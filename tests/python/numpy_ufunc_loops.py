"""Which loop a ufunc takes: dtype=, outputs that cannot hold a result, Python integers beyond 64 bits, None."""
import numpy as np

a = np.array([1, 2], dtype='int8')
print(a / 2**63, 2**64 / np.array([4, 8]), np.equal([1, 2], [1, 3], dtype=bool), np.logical_and([1, 0], [2, 1], dtype=bool))
print(np.isnan([1.0, np.nan], dtype=bool), np.add([1], [2], dtype='f4').dtype, np.exp([0], dtype='f4').dtype)
print(np.multiply([1, 2], [3, 4], dtype=object), np.add(a, 1, dtype='i4').dtype, np.sin([0], dtype=complex))
print(np.ascontiguousarray(5), np.asfortranarray(5), np.ascontiguousarray([[1, 2]]), np.asarray(5).ndim)
print(a[:1], a.dtype, np.power([True, False], 2), np.linspace(0, 1, 2, dtype='complex64'))
days = np.array(['2020-01-01', '2020-01-05'], dtype='M8[D]')
print(np.add(days, 1, out=np.empty(2, 'M8[D]')), np.subtract(days, days[0], out=np.empty(2, 'm8[D]')))
rng = np.random.default_rng(1)


def inplace(value):
    z = np.array([1, 2])
    z += value
    return z


for call in (lambda: np.exp([1, 2], dtype=int), lambda: np.sqrt([4], dtype='i4'), lambda: np.equal([1], [1], dtype=int),
             lambda: np.add(days, 1, out=np.zeros(2, int)), lambda: np.add([1.5], [2], dtype=int), lambda: inplace(None),
             lambda: rng.normal(None), lambda: np.random.normal(None), lambda: rng.poisson(None), lambda: a['x':],
             lambda: np.random.uniform(None), lambda: a + 2**70, lambda: inplace(2**63)):
    try:
        print(call())
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
