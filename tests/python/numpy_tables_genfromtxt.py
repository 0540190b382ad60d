"""genfromtxt: names, dtypes by column, missing words, converters, widths, masks."""
import io
import warnings

import numpy as np

text = '# day, rain mm, sun?\nMon,1.5,True\nTue,,False\nWed,N/A,True\n'
t = np.genfromtxt(io.StringIO(text), delimiter=',', names=True, dtype=None, missing_values='N/A', filling_values=-9,
                  encoding=None)
print(t, t.dtype)
print(t['day'], t['rain_mm'].sum(), t['sun'])
print(np.genfromtxt(['1 2 3', '4 x 6']), np.genfromtxt(['1 2', '3 4'], dtype=int, unpack=True))
print(np.genfromtxt(['12345', '67890'], delimiter=2), np.genfromtxt(['ab 12', 'cd 34'], delimiter=(2, 3), dtype=None))
print(np.genfromtxt(['a,1', 'b,2'], delimiter=',', dtype=[('key', 'U3'), ('value', float)]))
print(np.genfromtxt(['1,2,3', '4,5,6'], delimiter=',', names='x,y,z', usecols=('z', 'x')))
print(np.genfromtxt(['1;50%', '2;75%'], delimiter=';', converters={1: lambda s: float(s.strip('%')) / 100}))
print(np.genfromtxt(['1,2', '3,4', 'sum,6'], delimiter=',', skip_footer=1, skip_header=1))
print(np.genfromtxt(['1,,3', '4,5,'], delimiter=',', filling_values={1: 20, 2: 30}))
print(np.genfromtxt(['1 2.5 a', '2 3.5 b'], dtype=None, encoding=None))
print(np.genfromtxt(['A B', '1 2'], names=True, case_sensitive='lower'), np.genfromtxt(['1', '2'], dtype=None))
print(np.genfromtxt([' a , 1 ', ' b , 2 '], delimiter=',', autostrip=True, dtype='U2,i4'))
print(np.genfromtxt(['1 2', '3 4'], names=['one two', 'one two']).dtype.names,
      np.genfromtxt(['1 2', '3 4'], names='return,').dtype.names)
print(np.genfromtxt(['3 4'], max_rows=1, ndmin=2))
print(np.genfromtxt(['1,N/A', '2,3'], delimiter=',', usemask=True, missing_values='N/A'))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(np.genfromtxt(['1 2', '3', '4 5'], invalid_raise=False), len(seen))
    print(np.genfromtxt([]), seen[-1].message)
for call in (lambda: np.genfromtxt(['1 2', '3', '4 5 6']), lambda: np.genfromtxt(['1'], ndmin=4),
             lambda: np.genfromtxt(['1'], max_rows=0), lambda: np.genfromtxt(['1'], max_rows=1, skip_footer=1),
             lambda: np.genfromtxt(['x'], loose=False), lambda: np.genfromtxt(3),
             lambda: np.genfromtxt(['1'], converters=5)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
