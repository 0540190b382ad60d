# Products of columns, functions as transformers, and missing values filled.
import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import FunctionTransformer, PolynomialFeatures, add_dummy_feature

X = np.arange(6).reshape(3, 2)
poly = PolynomialFeatures(2)
print(poly.fit_transform(X), poly.n_output_features_)
print(poly.powers_.tolist())
print(PolynomialFeatures(degree=3, include_bias=False).fit_transform([[2.0], [3.0]]))
print(PolynomialFeatures(interaction_only=True).fit_transform([[1, 2, 3]]), PolynomialFeatures(degree=(2, 3)).fit_transform([[2]]))
log = FunctionTransformer(np.log1p, inverse_func=np.expm1)
print(log.fit_transform(np.array([[0.0, 1.0]])), log.inverse_transform(np.array([[0.0, 1.0]])).round(4))
print(FunctionTransformer(lambda x, k: x * k, kw_args={'k': 3}).transform(np.array([1, 2])))
holes = np.array([[1.0, np.nan, 3.0], [np.nan, 4.0, 3.0], [5.0, 8.0, np.nan], [5.0, 6.0, 0.0]])
for strategy in ('mean', 'median', 'most_frequent'):
    imputer = SimpleImputer(strategy=strategy)
    print(strategy, imputer.fit_transform(holes)[:3].tolist(), imputer.statistics_)
print(SimpleImputer(strategy='constant', fill_value=-1).fit_transform(holes)[0])
print(SimpleImputer(missing_values=0, strategy='mean').fit_transform([[0, 2], [4, 0], [6, 4]]))
print(SimpleImputer(add_indicator=True).fit_transform(holes)[0], add_dummy_feature([[7, 8]]), SimpleImputer(strategy='median'))
