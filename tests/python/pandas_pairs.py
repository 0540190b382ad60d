# Two tables as one, operators from the right, and small things about a column.
import numpy as np
import pandas as pd

a = pd.DataFrame({'x': [1.0, np.nan, 3.0], 'y': ['p', None, 'r']})
b = pd.DataFrame({'x': [9.0, 8.0, 7.0, 6.0], 'z': [1, 2, 3, 4]})
print(a.combine_first(b), a['x'].combine_first(b['x']), sep='\n')
c = a.copy()
c.update(pd.DataFrame({'x': [np.nan, 5.0, np.nan]}))
s = pd.Series([1, 2, 3], index=['a', 'b', 'c'])
s.update(pd.Series([20], index=['b']))
print(c, s, sep='\n')
print(s.radd(1).tolist(), s.rsub(10).tolist(), s.rmul(2).tolist(), s.rdiv(60).tolist(), s.rtruediv(6).tolist(), s.rpow(2).tolist(), a[['x']].rsub(1))
print(s.reindex_like(pd.Series([0, 0], index=['b', 'z'])), a.reindex_like(pd.DataFrame({'x': [0], 'q': [1]})), sep='\n')
print(s.add_prefix('k_'), s.add_suffix('_v').index.tolist(), s.pop('a'), s.tolist(), s.repeat(2).tolist(), pd.Series([4]).squeeze(), sep='\n')
print(pd.Series([1, 2, 2]).is_monotonic_increasing, pd.Series([3, 1]).is_monotonic_decreasing, pd.Series([3, 5]).is_monotonic_decreasing)
print(b.sem().round(4), b.kurtosis(), b.product(), pd.pivot(pd.DataFrame({'i': [1, 1], 'c': ['u', 'v'], 'n': [5, 6]}), index='i', columns='c', values='n'), sep='\n')
