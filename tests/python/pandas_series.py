# Columns alone.
import numpy as np
import pandas as pd

s = pd.Series([3, 1, 2], index=['c', 'a', 'b'], name='n')
print(s, s['a'], s.iloc[0], s.loc[['a', 'b']].tolist(), s[s > 1], s.sort_values(), s.sort_index().index.tolist(), sep='\n')
print(pd.Series([1.5, np.nan, 300]), pd.Series(['x', 'yy']), pd.Series([True, False]), pd.Series({'p': 1, 'q': 2}), sep='\n')
print(s + 1, s * s, 10 / s, s == 2, -s, s + pd.Series([1, 1], index=['a', 'z']), sep='\n')
print(s.to_dict(), s.tolist(), s.values, s.to_numpy(), list(s.items()), s.shape, s.dtype, s.index)
print(np.array(s), np.asarray(s).sum(), max(s), sum(s), len(s), 'a' in s, s.to_frame())
print(s.map(lambda v: v ** 2), s.apply(np.sqrt).round(4).tolist(), s.where(s > 1, 0).tolist(), s.between(1, 2).tolist())
print(s.reset_index(), s.reindex(['a', 'x']), s.head(1), s.rename('m').name, s.astype(float).tolist(), sep='\n')
print(pd.Series(['b', 'a', 'b']).factorize(), pd.factorize(np.array([5, 3, 5])), pd.Series([1, 1, 2]).duplicated().tolist())
s['d'] = 9
s.loc['a'] = -1
print(s, s.any(), (s > -5).all(), s.argmax(), s.nlargest(2).tolist(), s.sample(2, random_state=1).index.tolist(), sep='\n')
print(pd.Series([], dtype=float), pd.Series(5, index=[0, 1]).tolist(), pd.concat([s, s]).shape)
