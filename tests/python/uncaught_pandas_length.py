# A column of another length.
import pandas as pd

df = pd.DataFrame({'a': [1, 2, 3]})
df['b'] = [4, 5, 6]
df['c'] = 7
print(df, df.shape, df['c'].sum(), df.b.max(), df.index)
df['d'] = [1, 2]
