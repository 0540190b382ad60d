# Parts of tables: columns, rows, loc, iloc, at, masks; and putting values in.
import pandas as pd

df = pd.DataFrame({'a': [1, 2, 3, 4], 'b': [0.5, 1.5, 2.5, 3.5], 'c': list('wxyz')}, index=['r1', 'r2', 'r3', 'r4'])
print(df['a'])
print(df[['c', 'a']])
print(df.loc['r2'], df.loc['r3', 'b'], df.loc['r2':'r3'], df.loc[['r1', 'r4'], ['a', 'c']], sep='\n')
print(df.iloc[0], df.iloc[1, 2], df.iloc[-1, 0], df.iloc[1:3, :2], df.iloc[[0, 2]], df.iloc[:, 0].tolist(), sep='\n')
print(df.at['r1', 'a'], df.iat[3, 1], df[df.a > 2], df[(df['a'] > 1) & (df['c'] != 'z')], df.loc[df.b < 2, 'c'], sep='\n')
print(df[1:3], df[~(df.a == 2)], df[df['c'].isin(['w', 'z'])], sep='\n')
df['d'] = df['a'] * 10
df['e'] = 'k'
df.loc['r1', 'a'] = 100
df.loc[df['a'] < 4, 'b'] = -1.0
df.iloc[3, 3] = 7
df.at['r2', 'c'] = 'new'
print(df)
df.loc['r5'] = [5, 5.5, 'v', 50, 'k']
df.insert(1, 'first', range(5))
del df['e']
print(df, df.pop('d').sum(), df.columns.tolist(), sep='\n')
df.columns = ['A', 'F', 'B', 'C']
df.index = range(5)
print(df, df.get('zz'), sep='\n')
