# Missing values, types, sorting, renaming, dropping.
import numpy as np
import pandas as pd

df = pd.DataFrame({'a': [1, np.nan, 3, 4], 'b': ['x', None, 'z', 'x'], 'c': [1.5, 2.5, np.nan, np.nan]})
print(df, df.isnull().sum(), df.isna().any(), df.notna()['a'].tolist(), sep='\n')
print(df.dropna(), df.dropna(subset=['a']), df.fillna({'a': 0, 'b': '?'}), df['c'].fillna(df['c'].mean()), sep='\n')
print(df.dropna(axis=1, how='all').shape, df.dropna(thresh=2).index.tolist(), df['a'].ffill().tolist(), df['c'].bfill().tolist())
print(df.sort_values('a', ascending=False), df.sort_values(['b', 'a']), df.sort_index(ascending=False), sep='\n')
print(df.rename(columns={'a': 'alpha'}).columns.tolist(), df.drop('b', axis=1), df.drop(columns=['a', 'c']), df.drop([0, 2]), sep='\n')
print(df.fillna(0).astype({'a': int}).dtypes, df['c'].dropna().astype(int).tolist(), df['a'].astype(str).tolist())
print(df.drop_duplicates('b'), df.duplicated('b').tolist(), df.reset_index(drop=True).shape)
print(df.set_index('b'), df.set_index('b').reset_index().columns.tolist(), sep='\n')
print(df.replace('x', 'y')['b'].tolist(), df['b'].map({'x': 1, 'z': 2}).tolist(), df.a.apply(lambda v: v * 2).tolist())
df.dropna(inplace=True)
df.rename(columns=str.upper, inplace=True)
print(df, df.copy().equals(df), pd.isna(np.nan), pd.notna('x'), sep='\n')
print(df.assign(D=lambda t: t.A + 1), df.T, sep='\n')
