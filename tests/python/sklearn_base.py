# What all estimators share: parameters, text, clone, and the errors before fit.
import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin, ClassifierMixin, clone
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.exceptions import NotFittedError
from sklearn.utils.validation import check_is_fitted


class Shift(TransformerMixin, BaseEstimator):
    def __init__(self, by=1.0, *, twice=False):
        self.by = by
        self.twice = twice

    def fit(self, X, y=None):
        self.offset_ = self.by * (2 if self.twice else 1)
        return self

    def transform(self, X):
        check_is_fitted(self)
        return np.asarray(X) + self.offset_


class Majority(ClassifierMixin, BaseEstimator):
    def fit(self, X, y):
        values, counts = np.unique(y, return_counts=True)
        self.label_ = values[np.argmax(counts)]
        return self

    def predict(self, X):
        return np.full(len(X), self.label_)


print(Shift(), Shift(by=3), Shift(twice=True, by=0.5))
print(Shift(2).get_params(), Shift().set_params(by=7).by)
print(Shift(3, twice=True).fit_transform([[1, 2], [3, 4]]))
copy = clone(Shift(by=9).fit([[1]]))
print(copy, hasattr(copy, 'offset_'))
try:
    copy.transform([[1]])
except NotFittedError as error:
    print(type(error).__name__, error)
print(Majority().fit([[0], [1], [2]], [1, 1, 0]).score([[5], [6]], [1, 0]))
print(MinMaxScaler(feature_range=(-1, 1)), StandardScaler(with_mean=False), LogisticRegression(C=0.5, max_iter=500))
print(Ridge(alpha=2.5).get_params())
try:
    StandardScaler().set_params(colour='red')
except ValueError as error:
    print(error)
try:
    StandardScaler().transform([[1.0]])
except NotFittedError as error:
    print(error, isinstance(error, ValueError))
