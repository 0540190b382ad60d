"""numpy's own exceptions and warnings, walks over a part of an array, places of masked arrays in memory."""
import warnings

import numpy as np

for kind in (np.exceptions.RankWarning, np.exceptions.TooHardError, np.exceptions.VisibleDeprecationWarning,
             np.exceptions.ComplexWarning, np.exceptions.AxisError):
    print(kind.__name__, kind.__mro__[1].__name__, str(kind('text')))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    np.polyfit([1, 1], [1, 2], 2)
    print(seen[0].category.__name__)
it = np.nditer(np.arange(6), flags=['ranged'])
it.iterrange = (2, 4)
print([int(x) for x in it], it.iterrange)
m = np.ma.array([3, 1, 2], mask=[0, 0, 1])
print(len(m.ids()), len(np.ma.ids(m)), m.ids() == np.ma.ids(m))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    print(np.ma.array([3, 1, 2]).argpartition(0)[0])
    n = np.ma.array([3, 1, 2])
    n.partition(0)
print(n[0])
for call in (lambda: setattr(np.nditer([1, 2]), 'iterrange', (0, 1)),):
    try:
        print(call())
    except ValueError as error:
        print(error)
