# Tables as scikit-learn's data, and the history of a training as a table.
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, OneHotEncoder, StandardScaler

df = pd.DataFrame({'age': [22, 38, 26, 35, 54, 2, 27, 14], 'fare': [7.2, 71.3, 7.9, 53.1, 51.9, 21.1, 11.1, 30.1],
                   'sex': ['m', 'f', 'f', 'f', 'm', 'm', 'f', 'f'], 'survived': [0, 1, 1, 1, 0, 0, 1, 1]})
X, y = df.drop('survived', axis=1), df['survived']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=42, stratify=y)
print(X_train, y_test, type(X_train).__name__, sep='\n')
steps = ColumnTransformer([('numbers', StandardScaler(), ['age', 'fare']), ('sex', OneHotEncoder(), ['sex'])])
out = steps.fit_transform(X_train)
print(out.round(4))
print(StandardScaler().fit_transform(df[['age', 'fare']]).round(4)[:2], LabelEncoder().fit_transform(df['sex']))
model = make_pipeline(steps, LogisticRegression()).fit(X_train, y_train)
print(model.predict(X_test), model.score(X, y))
print(np.array(df[['age', 'fare']])[0], np.mean(df['age']), df['age'].values.astype('float32')[:2], np.asarray(y)[:3], np.unique(y))
print((df['age'] / 10).to_numpy()[:3], (df[['age', 'fare']].values / 2)[0], np.sqrt(df['fare']).round(3).tolist()[:2], df['age'].to_numpy().reshape(2, 4)[1])
print(np.argmax(df['fare']), np.max(df['age']), df[['age', 'fare']].to_numpy().mean(axis=0).round(4), np.where(df['age'] > 30, 1, 0))
