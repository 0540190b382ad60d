# Spaced numbers of arrays and complex ends, poly1d that is changed, correlation of complex signals, vectorize's checks.
import numpy as np


def told(call):
    try:
        print(repr(call()))
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


told(lambda: np.logspace([0, 1], [2, 3], 3))
told(lambda: np.logspace(0, 2, 3, base=[2, 3], axis=-1))
told(lambda: np.geomspace(1j, 16j, 5))
told(lambda: np.geomspace(-1, -100, 3))
told(lambda: np.geomspace([1, 2], [100, 200], 3, axis=1))
told(lambda: np.geomspace(0, 1))
told(lambda: np.hanning(np.int8(100)).shape)
p = np.poly1d([1, 2, 3])
p[5] = 2
p.coeffs += 1
print(p)
told(lambda: setattr(p, 'coeffs', [1]))
told(lambda: p.__setitem__(-1, 2))
print(np.poly1d([1.9 + 2j, -3j, -5.123, 2 + 1j]))
told(lambda: np.correlate([1, 2 + 1j], [1j, 2], 'full'))
told(lambda: np.correlate([1], [1j, 2, 3j], 'full'))


@np.vectorize(otypes=[float])
def double(x):
    return x * 2


told(lambda: double([1, 2]))
told(lambda: np.vectorize(3))
told(lambda: np.vectorize(abs, otypes='x'))
told(lambda: np.vectorize(abs, otypes=5))
