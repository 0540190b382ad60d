# A table of passengers: missing values, titles from names, bins, groups and columns of 0 and 1.
import pandas as pd, numpy as np
from io import StringIO
csv = """PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Fare,Cabin,Embarked
1,0,3,"Braund, Mr. Owen Harris",male,22,1,7.25,,S
2,1,1,"Cumings, Mrs. John Bradley",female,38,1,71.2833,C85,C
3,1,3,"Heikkinen, Miss. Laina",female,26,0,7.925,,S
4,1,1,"Futrelle, Mrs. Jacques Heath",female,35,1,53.1,C123,S
5,0,3,"Allen, Mr. William Henry",male,35,0,8.05,,S
6,0,3,"Moran, Mr. James",male,,0,8.4583,,Q
"""
df = pd.read_csv(StringIO(csv))
print(df.head(3)); print(df.shape, df.dtypes); print(df.isnull().sum())
df['Age'] = df['Age'].fillna(df['Age'].median()); df['Embarked'] = df['Embarked'].fillna('S')
df['Title'] = df['Name'].str.extract(r' ([A-Za-z]+)\.', expand=False)
print(df['Title'].value_counts()); print(pd.crosstab(df['Title'], df['Sex']))
df['Sex'] = df['Sex'].map({'male': 0, 'female': 1}).astype(int)
print(df[['Sex', 'Survived']].groupby(['Sex'], as_index=False).mean().sort_values(by='Survived', ascending=False))
df['FamilySize'] = df['SibSp'] + 1
df['AgeBand'] = pd.cut(df['Age'], 3)
print(df[['AgeBand', 'Survived']].groupby(['AgeBand'], observed=False).mean())
df['FareBin'] = pd.qcut(df['Fare'], 2, labels=False)
df.loc[df['Age'] <= 30, 'Young'] = 1; df['Young'] = df['Young'].fillna(0)
df = df.drop(['Name', 'Cabin', 'PassengerId', 'AgeBand', 'Title'], axis=1)
df = pd.get_dummies(df, columns=['Embarked'], drop_first=True, dtype=int)
print(df); print(df.corr(numeric_only=True)['Survived'].round(3))
X = df.drop('Survived', axis=1).to_numpy(dtype='float32'); y = df['Survived'].to_numpy()
print(X.shape, X.dtype, y)
df.apply(lambda r: r['Age'] * 2, axis=1); print(df['Age'].apply(lambda a: 'old' if a > 30 else 'young').tolist())
print(df.query('Age > 30 and Fare < 60').index.tolist(), df.nunique().to_dict())
print(df.sample(2, random_state=1).index.tolist(), df.select_dtypes('number').columns.tolist()[:3])
for i, row in df.iterrows():
    if i < 2: print(i, row['Age'], row.Fare)
print(df.memory_usage(deep=False).sum() > 0, df.duplicated().any(), df['Fare'].quantile([.25, .75]).tolist())
