"""sklearn.preprocessing: scalers of columns. Encoders are in _sklearn_encoders."""
import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils import _features, _matrix
from sklearn.utils._param_validation import invalid
from _sklearn_bins import KBinsDiscretizer
from _sklearn_encoders import (LabelBinarizer, LabelEncoder, MultiLabelBinarizer, OneHotEncoder, OrdinalEncoder,
                               label_binarize)


def _no_zeros(scale, constant=None):
    """1 in place of what would divide by (almost) zero: such columns stay as they are."""
    if constant is None:
        constant = scale < 10 * np.finfo(scale.dtype).eps
    return np.where(constant, np.ones(1, dtype=scale.dtype), scale)


class _Scaler(TransformerMixin, BaseEstimator):
    """What scalers share: the checks before and after fit."""

    def _start(self, X, missing=True):
        self._remember(X)
        X = _matrix(X, self, missing=missing)
        self.n_features_in_ = X.shape[1]
        return X

    def _given(self, X, attribute='n_features_in_'):
        self._check_fitted(attribute)
        return _features(self, _matrix(X, self, missing=True))

    def _back(self, X):
        """What inverse_transform works on, a copy. Its columns are not counted: one scale serves any number."""
        self._check_fitted('scale_')
        return _matrix(X, None, missing=True).copy()

    def get_feature_names_out(self, input_features=None):
        return _feature_names(self, input_features)


def _feature_names(estimator, given=None):
    if given is not None:
        names = [str(name) for name in given]
    elif hasattr(estimator, 'feature_names_in_'):
        return estimator.feature_names_in_
    else:
        names = [f'x{i}' for i in range(estimator.n_features_in_)]
    return np.array(names, dtype=object)


class StandardScaler(_Scaler):
    """(x - mean) / deviation, by column."""

    def __init__(self, *, copy=True, with_mean=True, with_std=True):
        self.with_mean = with_mean
        self.with_std = with_std
        self.copy = copy

    def fit(self, X, y=None, sample_weight=None):
        for name in ('n_samples_seen_', 'mean_', 'var_'):
            self.__dict__.pop(name, None)
        return self.partial_fit(X, y, sample_weight)

    def partial_fit(self, X, y=None, sample_weight=None):
        """Chan's update: the sums of this batch are added to what was seen before."""
        if self.with_mean and hasattr(X, 'toarray'):
            raise ValueError("Cannot center sparse matrices: pass `with_mean=False` instead. See docstring for "
                             "motivation "
                             "and alternatives.")
        X = self._start(X).astype(np.float64)
        there = ~np.isnan(X)
        count = there.sum(axis=0) if not np.all(there) else np.full(X.shape[1], X.shape[0])
        total = np.nansum(X, axis=0)
        mean = total / count
        rest = X - mean
        correction = np.nansum(rest, axis=0)
        squares = np.nansum(rest ** 2, axis=0) - correction ** 2 / count
        if 'mean_' in self.__dict__ and self._count is not None:
            seen = self._count
            old = self._mean * seen
            ratio = seen / count
            all_count = seen + count
            squares = self._var * seen + squares + ratio / all_count * (old / ratio - total) ** 2
            mean = (old + total) / all_count
            count = all_count
        var = squares / count
        self._count, self._mean, self._var = count, mean, var
        self.mean_ = mean if self.with_mean or self.with_std else None
        self.n_samples_seen_ = np.float64(count[0]) if np.all(count == count[0]) else count
        if self.with_std:
            self.var_ = var
            eps = np.finfo(np.float64).eps
            constant = var <= count * eps * var + (count * mean * eps) ** 2
            self.scale_ = _no_zeros(np.sqrt(var), constant)
        else:
            self.var_ = self.scale_ = None
        return self

    def transform(self, X, copy=None):
        X = self._given(X, 'scale_')
        out = X
        if self.with_mean:
            out = out - self.mean_
        if self.with_std:
            out = out / self.scale_
        return out.astype(X.dtype)

    def inverse_transform(self, X, copy=None):
        X = self._back(X)
        if self.with_std:
            X *= self.scale_
        if self.with_mean:
            X += self.mean_
        return X


class MinMaxScaler(_Scaler):
    """x * scale_ + min_, which puts the least and the greatest of a column at the ends of a range."""

    def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
        self.feature_range = feature_range
        self.copy = copy
        self.clip = clip

    def fit(self, X, y=None):
        self.__dict__.pop('n_samples_seen_', None)
        return self.partial_fit(X, y)

    def partial_fit(self, X, y=None):
        low, high = self.feature_range
        if low >= high:
            raise ValueError("Minimum of desired feature range must be smaller than maximum. Got "
                             f"{self.feature_range}.")
        X = self._start(X)
        data_min, data_max = np.nanmin(X, axis=0), np.nanmax(X, axis=0)
        if 'n_samples_seen_' in self.__dict__:
            data_min = np.minimum(self.data_min_, data_min)
            data_max = np.maximum(self.data_max_, data_max)
            self.n_samples_seen_ += X.shape[0]
        else:
            self.n_samples_seen_ = X.shape[0]
        data_range = data_max - data_min
        self.scale_ = (high - low) / _no_zeros(data_range)
        self.min_ = low - data_min * self.scale_
        self.data_min_, self.data_max_, self.data_range_ = data_min, data_max, data_range
        return self

    def transform(self, X):
        X = self._given(X, 'scale_')
        out = (X * self.scale_ + self.min_).astype(X.dtype)
        if self.clip:
            out = np.clip(out, self.feature_range[0], self.feature_range[1])
        return out

    def inverse_transform(self, X):
        X = self._back(X)
        X -= self.min_
        X /= self.scale_
        return X


class MaxAbsScaler(_Scaler):
    """x divided by the greatest size in its column."""

    def __init__(self, *, copy=True, clip=False):
        self.copy = copy
        self.clip = clip

    def fit(self, X, y=None):
        X = self._start(X)
        self.max_abs_ = np.nanmax(np.abs(X), axis=0)
        self.scale_ = _no_zeros(self.max_abs_)
        self.n_samples_seen_ = X.shape[0]
        return self

    def transform(self, X):
        out = self._given(X, 'scale_') / self.scale_
        return np.clip(out, -1.0, 1.0) if self.clip else out

    def inverse_transform(self, X):
        X = self._back(X)
        X *= self.scale_
        return X


class RobustScaler(_Scaler):
    """(x - median) / the distance of two quantiles."""

    def __init__(self, *, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True,
                 unit_variance=False):
        self.with_centering = with_centering
        self.with_scaling = with_scaling
        self.quantile_range = quantile_range
        self.unit_variance = unit_variance
        self.copy = copy

    def fit(self, X, y=None):
        low, high = self.quantile_range
        if not 0 <= low <= high <= 100:
            raise ValueError(f"Invalid quantile range: {self.quantile_range}")
        X = self._start(X)
        self.center_ = np.median(X, axis=0) if self.with_centering else None
        if self.with_scaling:
            ends = np.array([np.percentile(X[:, i], self.quantile_range) for i in range(X.shape[1])])
            self.scale_ = _no_zeros(ends[:, 1] - ends[:, 0])
            if self.unit_variance:
                from scipy.stats import norm
                self.scale_ = self.scale_ / (norm.ppf(high / 100.0) - norm.ppf(low / 100.0))
        else:
            self.scale_ = None
        return self

    def transform(self, X):
        X = self._given(X, 'scale_').copy()
        if self.with_centering:
            X -= self.center_
        if self.with_scaling:
            X /= self.scale_
        return X

    def inverse_transform(self, X):
        X = self._back(X)
        if self.with_scaling:
            X *= self.scale_
        if self.with_centering:
            X += self.center_
        return X


class Normalizer(_Scaler):
    """Each row divided by its length."""

    def __init__(self, norm='l2', *, copy=True):
        self.norm = norm
        self.copy = copy

    def fit(self, X, y=None):
        self._start(X, missing=False)
        return self

    def transform(self, X, copy=None):
        return normalize(X, self.norm)


class Binarizer(_Scaler):
    """1 where x is above a threshold, else 0."""

    def __init__(self, *, threshold=0.0, copy=True):
        self.threshold = threshold
        self.copy = copy

    def fit(self, X, y=None):
        self._start(X, missing=False)
        return self

    def transform(self, X, copy=None):
        return binarize(X, threshold=self.threshold)


def _choices(n, length, step, first=0):
    """Numbers below n in ascending order, `length` at a time; step 0: a number may come again."""
    if length == 0:
        return [()]
    return [(i,) + rest for i in range(first, n) for rest in _choices(n, length - 1, step, i + step)]


class PolynomialFeatures(TransformerMixin, BaseEstimator):
    """All products of columns up to a degree."""

    def __init__(self, degree=2, *, interaction_only=False, include_bias=True, order='C'):
        self.degree = degree
        self.interaction_only = interaction_only
        self.include_bias = include_bias
        self.order = order

    def _combinations(self):
        low, high = (self.degree if isinstance(self.degree, (tuple, list)) else (0, self.degree))
        out = [()] if self.include_bias else []
        for d in range(max(1, low), high + 1):
            out.extend(_choices(self.n_features_in_, d, 1 if self.interaction_only else 0))
        return out

    def fit(self, X, y=None):
        if not isinstance(self.degree, (list, tuple)) and self.degree < 0:
            invalid('degree', 'PolynomialFeatures', 'an int in the range [0, inf) or an array-like', self.degree)
        self._remember(X)
        X = _matrix(X, self, dtype='any')
        self.n_features_in_ = X.shape[1]
        self.n_output_features_ = len(self._combinations())
        return self

    @property
    def powers_(self):
        self._check_fitted('n_features_in_')
        return np.array([[c.count(i) for i in range(self.n_features_in_)] for c in self._combinations()])

    def transform(self, X):
        self._check_fitted('n_features_in_')
        X = _features(self, _matrix(X, self))
        columns, made = [], {}
        for c in self._combinations():
            if not c:
                column = np.ones(X.shape[0], dtype=X.dtype)
            elif len(c) == 1:
                column = X[:, c[0]]
            else:
                rest = made.get(c[1:])
                column = X[:, c[0]] * rest if rest is not None else np.prod(X[:, list(c)], axis=1)
            made[c] = column
            columns.append(column)
        return np.stack(columns, axis=1)

    def get_feature_names_out(self, input_features=None):
        names = list(_feature_names(self, input_features))
        out = []
        for row in self.powers_.tolist():
            parts = [names[i] if p == 1 else f'{names[i]}^{p}' for i, p in enumerate(row) if p]
            out.append(' '.join(parts) if parts else '1')
        return np.array(out, dtype=object)


class FunctionTransformer(TransformerMixin, BaseEstimator):
    """A function as a step of a pipeline."""

    def __init__(self, func=None, inverse_func=None, *, validate=False, accept_sparse=False, check_inverse=True,
                 feature_names_out=None, kw_args=None, inv_kw_args=None):
        self.func = func
        self.inverse_func = inverse_func
        self.validate = validate
        self.accept_sparse = accept_sparse
        self.check_inverse = check_inverse
        self.feature_names_out = feature_names_out
        self.kw_args = kw_args
        self.inv_kw_args = inv_kw_args

    def fit(self, X, y=None):
        if self.validate:
            X = _matrix(X, self)
        shape = getattr(X, 'shape', None)
        self.n_features_in_ = shape[1] if shape is not None and len(shape) > 1 else 1
        return self

    def transform(self, X):
        if self.validate:
            X = _matrix(X, self)
        return X if self.func is None else self.func(X, **(self.kw_args or {}))

    def inverse_transform(self, X):
        return X if self.inverse_func is None else self.inverse_func(X, **(self.inv_kw_args or {}))


def _by_axis(scaler, X, axis, name):
    X = np.asarray(X)
    if X.ndim > 2:
        raise ValueError(f"Found array with dim {X.ndim}, while dim <= 2 is required by the {name} function.")
    if X.ndim == 1:
        return scaler.fit_transform(X.reshape(-1, 1)).reshape(-1)
    return scaler.fit_transform(X) if axis == 0 else scaler.fit_transform(X.T).T


def scale(X, *, axis=0, with_mean=True, with_std=True, copy=True):
    """Columns with mean 0 and deviation 1."""
    return _by_axis(StandardScaler(with_mean=with_mean, with_std=with_std), X, axis, 'scale')


def minmax_scale(X, feature_range=(0, 1), *, axis=0, copy=True):
    return _by_axis(MinMaxScaler(feature_range=feature_range), X, axis, 'minmax_scale')


def maxabs_scale(X, *, axis=0, copy=True):
    return _by_axis(MaxAbsScaler(), X, axis, 'maxabs_scale')


def robust_scale(X, *, axis=0, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True):
    return _by_axis(RobustScaler(with_centering=with_centering, with_scaling=with_scaling,
                                 quantile_range=quantile_range), X, axis, 'robust_scale')


def normalize(X, norm='l2', *, axis=1, copy=True, return_norm=False):
    """Rows (axis 1) or columns divided by their length."""
    if norm not in ('l1', 'l2', 'max'):
        invalid('norm', 'normalize', "a str among {'l1', 'l2', 'max'}", norm)
    X = _matrix(X, None)
    if axis == 0:
        X = X.T
    if norm == 'l1':
        norms = np.abs(X).sum(axis=1)
    elif norm == 'l2':
        norms = np.sqrt((X * X).sum(axis=1))
    else:
        norms = np.max(np.abs(X), axis=1)
    norms = _no_zeros(norms)
    out = X / norms.reshape(-1, 1)
    if axis == 0:
        out = out.T
    return (out, norms) if return_norm else out


def binarize(X, *, threshold=0.0, copy=True):
    X = _matrix(X, None, dtype='any')
    return (X > threshold).astype(X.dtype)


def add_dummy_feature(X, value=1.0):
    X = _matrix(X, None)
    return np.hstack((np.full((X.shape[0], 1), value), X))
