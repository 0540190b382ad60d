# What cannot be done with structured arrays.
import numpy as np

x = np.array([(1, 2.5)], dtype=[('a', int), ('b', float)])
for call in (lambda: x['zz'], lambda: x[0]['zz'], lambda: x[['a', 'q']], lambda: x + 1, lambda: np.sum(x),
             lambda: np.sort(x, order='q'), lambda: np.sort(np.arange(3), order='a'), lambda: x[0][5],
             lambda: np.array([(1, 2, 3)], dtype=x.dtype), lambda: np.dtype([('a', int), ('a', float)]),
             lambda: np.dtype('i4,zz'), lambda: x.dtype['q'], lambda: np.dtype(float)['a'], lambda: -x,
             lambda: np.dtype({'names': ['a'], 'formats': []}), lambda: x.dtype[7], lambda: np.arange(2)['a']):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:110])
