# A row beyond the last.
import pandas as pd

df = pd.DataFrame({'a': [1, 2, 3]})
print(df.iloc[-1], df.iloc[1:9].shape, df.iloc[0, 0], df.loc[2, 'a'], df.iloc[[0, 2]].a.tolist())
df.iloc[3]
