# Pipelines and transformers for columns.
import numpy as np
from sklearn.compose import ColumnTransformer, make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, PolynomialFeatures, StandardScaler

X = np.array([[1.0, 10.0, 0], [2.0, np.nan, 1], [3.0, 30.0, 0], [4.0, 20.0, 2], [5.0, 60.0, 1], [6.0, 50.0, 2]])
y = np.array([0, 0, 0, 1, 1, 1])
pipe = Pipeline([('impute', SimpleImputer()), ('scale', StandardScaler()), ('model', LogisticRegression())])
print(pipe)
pipe.fit(X, y)
print(pipe.predict(X), pipe.score(X, y), pipe.classes_, len(pipe), pipe['scale'].mean_)
print(pipe.named_steps['model'].coef_.shape, pipe[0], pipe[:-1].transform(X)[0].round(4))
pipe.set_params(model__C=0.1, impute__strategy='median')
print(pipe.get_params()['model__C'], pipe.named_steps.impute)
columns = ColumnTransformer([('numbers', StandardScaler(), [0]), ('kinds', OneHotEncoder(), [2])], remainder='passthrough')
print(columns.fit_transform(np.nan_to_num(X)).round(3))
print(make_column_transformer((MinMaxScaler(), [0, 1]), ('drop', [2])).fit_transform(np.nan_to_num(X))[1:3])
line = make_pipeline(PolynomialFeatures(degree=2), LinearRegression())
line.fit([[0], [1], [2], [3]], [1, 2, 5, 10])
print(line, line.predict([[4], [5]]).round(6))
print(make_pipeline(StandardScaler(), StandardScaler()))
both = FeatureUnion([('a', StandardScaler()), ('b', MinMaxScaler())])
print(both.fit_transform([[0.0], [2.0]]))
print(make_pipeline(MinMaxScaler()).fit_transform([[1.0], [3.0]]).ravel(), make_pipeline(MinMaxScaler(), 'passthrough').fit_transform([[1.0], [5.0]]).ravel())
