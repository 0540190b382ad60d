# groupby, counts, dummies, bins and cross tables.
import pandas as pd

df = pd.DataFrame({'team': ['a', 'b', 'a', 'c', 'b', 'a'], 'sex': ['f', 'm', 'm', 'f', 'f', 'f'], 'age': [20, 35, 41, 28, 52, 33], 'score': [1.5, 2.0, 3.5, 4.0, 0.5, 2.5]})
print(df.groupby('team')['score'].mean())
print(df.groupby('team')[['age', 'score']].sum(), df.groupby('team').size(), df.groupby('team').count(), sep='\n')
print(df.groupby('team').agg({'age': 'max', 'score': 'mean'}), df.groupby('team')['age'].agg(['min', 'max', 'count']), sep='\n')
print(df.groupby('team').agg(oldest=('age', 'max'), mean=('score', 'mean')), df.groupby(['team', 'sex'])['age'].sum(), sep='\n')
print(df.groupby('sex', as_index=False)['age'].mean(), df.groupby('team').mean(numeric_only=True), sep='\n')
for name, part in df.groupby('sex'):
    print(name, len(part), part['age'].tolist())
print(df.groupby('team')['score'].transform('mean').tolist(), df.groupby('team').get_group('a').index.tolist(), df.groupby('team').ngroups)
print(df['team'].value_counts(), df.groupby('team')['sex'].value_counts(), sep='\n')
print(pd.get_dummies(df['team']), pd.get_dummies(df[['sex', 'age']], dtype=int), pd.get_dummies(df.team, prefix='t', drop_first=True).columns.tolist(), sep='\n')
print(pd.crosstab(df['team'], df['sex']), df.pivot_table(values='score', index='team', columns='sex', aggfunc='mean'), sep='\n')
print(pd.cut(df['age'], bins=[0, 30, 40, 60], labels=['young', 'middle', 'old']).tolist(), pd.cut(df['age'], 3, labels=False).tolist(), pd.qcut(df['score'], 2, labels=False).tolist())
