# Shapes that do not go together, indices that say which number they are, and what is searched, filled or cut.
import enum
import numpy as np


class Column(enum.IntEnum):
    NAME = 1
    AGE = 2


def told(call):
    try:
        print(repr(call()))
    except (TypeError, ValueError, IndexError, RuntimeError) as error:
        print(type(error).__name__, error)


a = np.arange(5)
a[Column.AGE] = 7
print(a, a[Column.NAME], np.eye(3)[Column.AGE, Column.AGE])
told(lambda: a[10 ** 30])
told(lambda: np.broadcast_shapes((2, 3), (2,)))
told(lambda: np.broadcast_shapes(3, (2, 1), (1, 3), (5, 1, 1)))
told(lambda: np.broadcast_shapes((1, 2), 2, -2))
told(lambda: np.broadcast_shapes((1, 2), ('hello',)))
told(lambda: np.broadcast_arrays(np.zeros((2, 3)), np.zeros(2)))
told(lambda: np.broadcast_to(np.zeros(3), ()))
told(lambda: np.clip(np.zeros((5, 2, 4)), 0, np.zeros((5, 1))))
told(lambda: np.clip(5, 1, 10, out=6))
told(lambda: np.round(5, 0, out=6))
told(lambda: np.transpose(np.zeros((2, 2)), 5.3))
told(lambda: np.zeros((2, 3, 4)).sum(axis=(-3, 0, 3)))
told(lambda: np.zeros((2, 3, 4)).sum(axis=(-3, 0)))
told(lambda: np.diff(np.arange(12) ** 3, 11))
told(lambda: np.diff(np.arange(12), 421))
told(lambda: np.searchsorted([3, 1, 2, 5, 4], [2, 4, 1, 3]))
told(lambda: np.searchsorted([3.0, 1.0, np.nan, 5.0], [2, np.nan, 1, 3], side='right'))
told(lambda: np.searchsorted(np.array([1, 1 + 2j, 2 - 1j]), [1 + 1j, 5, np.nan]))
told(lambda: np.digitize([1, 2, np.nan], [1, 2, np.nan]))
told(lambda: np.digitize([1, 2], [1, 1, 3, 2]))
told(lambda: np.bincount([2, -1], [0]))
told(lambda: np.partition([], 0))
told(lambda: np.partition([3, 1, 2], np.array([[1, 2], [0, 1]])))
told(lambda: np.extract([1, 2, 3], []))
told(lambda: np.indices('abc'))
told(lambda: np.unwrap('abc'))
told(lambda: [np.isscalar(np.timedelta64(1, 'Y')), np.isscalar(b'a'), np.isscalar([1])])
told(lambda: np.argmin(np.array(['2020', 'NaT', '2019'], 'M8[Y]')))
cube = np.zeros((3, 3, 3), int)
np.fill_diagonal(cube, [1, 2, 3, 4])
print(cube.sum(axis=0))
