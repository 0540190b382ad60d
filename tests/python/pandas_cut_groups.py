# What pd.cut gives has an order of its own: in groups, sorting, tables and columns of 0 and 1.
import pandas as pd

df = pd.DataFrame({'age': [5, 40, 70, 12, 33, 80], 'ok': [1, 0, 1, 1, 0, 0]})
df['band'] = pd.cut(df['age'], [0, 18, 60, 100], labels=['young', 'mid', 'aged'])
print(df)
print(df.groupby('band')['ok'].mean())
print(df.groupby('band', observed=False)['ok'].sum())
print(df['band'].value_counts(sort=False))
print(df.groupby(['band', 'ok'], observed=True).size())
print(df.sort_values('band')['age'].tolist(), df['band'].dtype)
print(df.sort_values('band', ascending=False)['band'].tolist())
print(pd.crosstab(df['band'], df['ok']))
print(pd.get_dummies(df['band'], dtype=int))
# Bins that nothing falls in
df['third'] = pd.cut(df['age'], [0, 10, 20, 30, 100])
print(df.groupby('third')['ok'].mean())
print(df.groupby('third', observed=False)['ok'].mean())
print(df.groupby('third', observed=False)['ok'].count())
print(df[['third', 'ok']].groupby(['third'], observed=False).mean())
print(df.groupby('third', observed=False).size())
print(df['third'].value_counts())
print(pd.get_dummies(df['third'], dtype=int).shape)
