"""sklearn.impute: something in place of what is missing."""
import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils import _matrix
from sklearn.utils._param_validation import invalid
from _sklearn_encoders import _columns, _table


class SimpleImputer(TransformerMixin, BaseEstimator):
    """The mean, the median, the most frequent value or a constant of each column."""

    def __init__(self, *, missing_values=np.nan, strategy='mean', fill_value=None, copy=True, add_indicator=False,
                 keep_empty_features=False):
        self.missing_values = missing_values
        self.strategy = strategy
        self.fill_value = fill_value
        self.copy = copy
        self.add_indicator = add_indicator
        self.keep_empty_features = keep_empty_features

    def _missing(self, column):
        if isinstance(column, list):
            if self.missing_values is None or self.missing_values == self.missing_values:
                return np.array([v == self.missing_values for v in column], dtype=bool)
            return np.array([v is None or v != v for v in column], dtype=bool)
        if self.missing_values is None:
            return np.zeros(len(column), dtype=bool)
        return np.isnan(column) if self.missing_values != self.missing_values else column == self.missing_values

    def _value(self, column):
        missing = self._missing(column)
        if self.strategy == 'constant':
            if self.fill_value is not None:
                return self.fill_value
            return 'missing_value' if isinstance(column, list) else 0
        if isinstance(column, list):
            if self.strategy in ('mean', 'median'):
                bad = next(v for v in column if isinstance(v, str))
                raise ValueError(f"Cannot use {self.strategy} strategy with non-numeric data:\ncould not convert "
                                 f"string to float: {bad!r}")
            counts = {}
            for value, gone in zip(column, missing.tolist()):
                if not gone:
                    counts[value] = counts.get(value, 0) + 1
            most = max(counts.values())
            return min(v for v in counts if counts[v] == most)
        there = column[~missing]
        if len(there) == 0:
            return np.nan
        if self.strategy == 'mean':
            return np.mean(there.astype(np.float64))
        if self.strategy == 'median':
            return np.median(there)
        values, counts = np.unique(there, return_counts=True)
        return values[np.argmax(counts)]

    def fit(self, X, y=None):
        if self.strategy not in ('mean', 'median', 'most_frequent', 'constant'):
            invalid('strategy', 'SimpleImputer',
                    "a str among {'constant', 'mean', 'median', 'most_frequent'} or a callable", self.strategy)
        self._remember(X)
        columns = _columns(X, self)
        self.n_features_in_ = len(columns)
        self._values = [self._value(c) for c in columns]
        return self

    @property
    def statistics_(self):
        self._check_fitted('_values')
        if any(isinstance(v, str) for v in self._values):
            return np.array(self._values, dtype=object)
        return np.array(self._values, dtype=np.float64)

    def transform(self, X):
        self._check_fitted('_values')
        columns, kinds, marks = [], [], []
        for column, value in zip(_columns(X, self), self._values):
            missing = self._missing(column)
            if isinstance(value, float) and value != value and not self.keep_empty_features:
                continue
            if isinstance(column, list):
                columns.append([value if gone else v for v, gone in zip(column, missing.tolist())])
                kinds.append(None)
            elif isinstance(value, str):
                columns.append([value if gone else v for v, gone in zip(column.tolist(), missing.tolist())])
                kinds.append(None)
            else:
                column = column.astype(np.float64) if column.dtype.kind != 'f' and self.strategy == 'mean' else column
                column = np.where(missing, np.array(value, dtype=column.dtype), column)
                columns.append(column.tolist())
                kinds.append(column.dtype)
            if np.any(missing):
                marks.append(missing.astype(np.float64))
        out = _table(columns, kinds)
        if self.add_indicator and marks:
            out = np.hstack([out, np.stack(marks, axis=1)])
        return out

    def get_feature_names_out(self, input_features=None):
        from sklearn.preprocessing import _feature_names
        return _feature_names(self, input_features)


class KNNImputer(TransformerMixin, BaseEstimator):
    """The mean of the nearest rows that have the value."""

    def __init__(self, *, missing_values=np.nan, n_neighbors=5, weights='uniform', metric='nan_euclidean', copy=True,
                 add_indicator=False, keep_empty_features=False):
        self.missing_values = missing_values
        self.n_neighbors = n_neighbors
        self.weights = weights
        self.metric = metric
        self.copy = copy
        self.add_indicator = add_indicator
        self.keep_empty_features = keep_empty_features

    def _given(self, X):
        X = _matrix(X, self, missing=True).astype(np.float64)
        if self.missing_values == self.missing_values:
            X = np.where(X == self.missing_values, np.nan, X)
        return X

    def fit(self, X, y=None):
        self._remember(X)
        self._fit_X = self._given(X)
        self.n_features_in_ = self._fit_X.shape[1]
        return self

    def _distances(self, row):
        """From a row to those of fit, over the columns that both have."""
        both = ~(np.isnan(self._fit_X) | np.isnan(row))
        squares = np.where(both, (self._fit_X - row) ** 2, 0).sum(axis=1)
        counts = both.sum(axis=1)
        with np.errstate(all='ignore'):
            return np.where(counts == 0, np.nan, np.sqrt(self.n_features_in_ / counts * squares))

    def transform(self, X):
        self._check_fitted('_fit_X')
        X = self._given(X)
        out, gone = X.copy(), np.isnan(self._fit_X)
        for i in np.flatnonzero(np.isnan(X).any(axis=1)).tolist():
            distances = self._distances(X[i])
            for j in np.flatnonzero(np.isnan(X[i])).tolist():
                donors = np.flatnonzero(~gone[:, j])
                near = distances[donors]
                there = ~np.isnan(near)
                values, near = self._fit_X[donors, j][there], near[there]
                if len(values) == 0:
                    out[i, j] = self._fit_X[donors, j].mean()
                    continue
                order = np.argsort(near, kind='stable')[:self.n_neighbors]
                if self.weights == 'distance':
                    near = near[order]
                    shares = (near == 0).astype(np.float64) if np.any(near == 0) else 1 / near
                    out[i, j] = (values[order] * shares).sum() / shares.sum()
                else:
                    out[i, j] = values[order].mean()
        kept = ~gone.all(axis=0)
        return out if self.keep_empty_features or kept.all() else out[:, kept]

    def get_feature_names_out(self, input_features=None):
        from sklearn.preprocessing import _feature_names
        return _feature_names(self, input_features)
