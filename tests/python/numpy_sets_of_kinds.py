# Sets, places and histograms of values that are no plain floats.
import numpy as np
import fractions


def told(call):
    try:
        print(repr(call()))
    except (TypeError, ValueError, IndexError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)


told(lambda: np.unique([1, np.nan, np.nan], equal_nan=False, return_counts=True, return_inverse=True))
told(lambda: np.unique([[1, np.nan], [1, np.nan]], axis=0, return_counts=True))
told(lambda: np.unique([1, np.nan, np.nan], axis=0, return_index=True))
told(lambda: np.unique([1, complex(1, np.nan), 2 - 1j], return_counts=True, return_inverse=True))
told(lambda: np.unique(np.array(['NaT', '2020-01-01', 'NaT'], 'M8[D]'), return_counts=True))
told(lambda: np.unique(np.empty((2, 0)), axis=0, return_inverse=True))
told(lambda: np.unique([1, 2], axis=0.5))
told(lambda: np.unique(np.array([[1], [2]], object), axis=0))
told(lambda: np.isin(np.array([2 ** 60 + 1, 3]), [2 ** 60]))
told(lambda: np.isin([1, 2], np.array([-2 ** 63, 2 ** 63 - 1]), kind='table'))
told(lambda: np.searchsorted([1, 2 ** 60], 2 ** 60 + 1))
told(lambda: np.digitize(2 ** 54, [2 ** 54 - 1, 2 ** 54 + 1]))
told(lambda: np.common_type(np.array([1], np.float16), np.array([1j], np.complex64)))
told(lambda: [np.mintypecode('idF'), np.mintypecode(['F', 'd']), np.mintypecode('ih')])
told(lambda: np.histogram([1, 2, 2.5], bins=3, weights=np.array([1 + 2j, 2 + 1j, 1])))
told(lambda: np.histogram(np.array([-128, 127, 3, 4], np.int8), bins='auto'))
told(lambda: np.histogram(np.array([1, 1.0000000000000002]), bins=100))
told(lambda: np.histogramdd(np.ones((4, 2)), bins=[1, 0.5]))
told(lambda: np.finfo(np.float32(1)) is np.finfo('f4'))
told(lambda: list(np.ndindex(2.0, 1)))
told(lambda: np.ndindex(-1))
told(lambda: np.column_stack(x for x in [[1], [2]]))
told(lambda: np.dstack(x for x in [[1], [2]]))
told(lambda: np.asarray_chkfinite([1, 2, np.nan]))
told(lambda: np.asarray_chkfinite([1, 2], dtype=float))
told(lambda: np.isscalar(fractions.Fraction(1, 2)))
told(lambda: np.isposinf([1, np.inf, -np.inf], out=np.zeros(3, bool)))
told(lambda: np.isneginf([1j]))
told(lambda: np.roll([1, 2, 3], 2 ** 100))
told(lambda: np.insert([1, 2], np.array([1.0, 2.0]), 3))
told(lambda: np.delete([1, 2], np.array([])))
told(lambda: np.std([1, 2, 3], correction=1, ddof=2))
told(lambda: np.cov(np.ones((2, 3), 'f4'), dtype='f4').dtype)
