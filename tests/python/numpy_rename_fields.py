# Fields of structured arrays that get other names; dtypes told as lists.
import numpy as np


def told(call):
    try:
        print(repr(call()))
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)


a = np.array([(1, 2.5, 'x'), (3, 4.5, 'y')], dtype=[('a', 'i4'), ('b', 'f8'), ('c', 'U3')])
a.dtype.names = ('n', 'm', 'k')
print(a.dtype, a['m'], a, a.dtype.names)
told(lambda: a['b'])
d = a.dtype
d.names = ['p', 'q', 'r']
print(d, a.dtype.names, a['q'].sum(), a.dtype.fields['p'])
told(lambda: setattr(a.dtype, 'names', ('a', 'b')))
told(lambda: setattr(a.dtype, 'names', ('a', 'b', 'a')))
told(lambda: setattr(a.dtype, 'names', ('a', 'b', 3)))
told(lambda: setattr(np.dtype('i4'), 'names', ('a',)))
a.dtype.names = 'xyz'
print(a[0], a['z'])
print(np.dtype('i4,f8').descr, np.dtype([('p', [('q', 'u1')]), ('r', 'f4', (2, 3))]).descr, np.dtype('f8').descr)
print(np.dtype('i4').isalignedstruct)
