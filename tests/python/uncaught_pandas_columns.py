# Several columns, one of which is not there.
import pandas as pd

df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
print(df[['b', 'a']], df[['a']].shape, len(df), df.b.tolist(), df.a.mean())
print(df[['a', 'zz']])
