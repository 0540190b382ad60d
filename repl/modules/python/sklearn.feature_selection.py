"""sklearn.feature_selection: the features that matter."""
import numpy as np
from _sklearn_checks import labels_of
from scipy.special import betainc, gammaincc
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.utils import _features, _matrix, check_consistent_length


def chi2(X, y):
    """The chi-squared statistic of each feature that counts something, and its p-value."""
    X = _matrix(X)
    if np.any(X < 0):
        raise ValueError("Input X must be non-negative.")
    _, places = labels_of(chi2, y, X)
    Y = (places[:, None] == np.arange(places.max() + 1)).astype(np.float64)
    if Y.shape[1] == 1:
        Y = np.concatenate([1 - Y, Y], axis=1)
    observed = np.dot(Y.T, X)
    expected = np.dot(Y.mean(axis=0).reshape(1, -1).T, X.sum(axis=0).reshape(1, -1))
    with np.errstate(all='ignore'):
        statistic = ((observed - expected) ** 2 / expected).sum(axis=0)
    return statistic, gammaincc((Y.shape[1] - 1) / 2, statistic / 2)


def f_oneway(*groups):
    """The F statistic of groups of rows, and its p-value."""
    groups = [np.asarray(g, dtype=np.float64) for g in groups]
    n, k = sum(len(g) for g in groups), len(groups)
    squares = sum((g ** 2).sum(axis=0) for g in groups)
    sums = [g.sum(axis=0) for g in groups]
    whole = sum(sums) ** 2
    total = squares - whole / n
    between = sum(s ** 2 / len(g) for s, g in zip(sums, groups)) - whole / n
    within = total - between
    with np.errstate(all='ignore'):
        f = between / (k - 1) / (within / (n - k))
    return f, f_tail(k - 1, n - k, f)


def f_tail(a, b, f):
    """How likely an F of a and b degrees of freedom is at least f."""
    f = np.asarray(f, dtype=np.float64)
    return betainc(b / 2, a / 2, b / (b + a * f))


def f_classif(X, y):
    """The F statistic of each feature over the classes, and its p-value."""
    X = _matrix(X).astype(np.float64)
    _, places = labels_of(f_classif, y, X)
    return f_oneway(*[X[places == c] for c in range(places.max() + 1)])


def r_regression(X, y, *, center=True, force_finite=True):
    """The correlation of each feature with the target."""
    X, y = _matrix(X).astype(np.float64), np.asarray(y, dtype=np.float64)
    if center:
        y = y - np.mean(y)
        means = X.mean(axis=0)
        norms = np.sqrt((X ** 2).sum(axis=0) - len(X) * means ** 2)
    else:
        norms = np.sqrt((X ** 2).sum(axis=0))
    return np.dot(y, X) / norms / np.sqrt(np.dot(y, y))


def f_regression(X, y, *, center=True, force_finite=True):
    """The F statistic of each feature's line through the target, and its p-value."""
    r = r_regression(X, y, center=center)
    free = len(np.asarray(y)) - (2 if center else 1)
    f = r ** 2 / (1 - r ** 2) * free
    return f, f_tail(1, free, f)


class SelectorMixin(TransformerMixin):
    """What selectors share: self._mask() says which features stay."""

    def get_support(self, indices=False):
        """Which features stay, as booleans or as numbers."""
        self._check_fitted('n_features_in_')
        mask = self._mask()
        return np.flatnonzero(mask) if indices else mask

    def transform(self, X):
        mask = self.get_support()
        if hasattr(X, 'toarray'):
            return X[:, np.flatnonzero(mask)]
        return _features(self, _matrix(X, self))[:, mask]

    def inverse_transform(self, X):
        """Zeros for the features that did not stay."""
        X = np.asarray(X)
        out = np.zeros((len(X), self.n_features_in_))
        out[:, self.get_support()] = X
        return out

    def get_feature_names_out(self, input_features=None):
        from sklearn.preprocessing import _feature_names
        return np.asarray(_feature_names(self, input_features), dtype=object)[self.get_support()]

    def _seen(self, X):
        self._remember(X)
        self.n_features_in_ = X.shape[1]


class _Best(SelectorMixin, BaseEstimator):
    def fit(self, X, y=None):
        X = X if hasattr(X, 'toarray') else X if hasattr(X, 'columns') else _matrix(X, self)
        self._seen(X)
        check_consistent_length(X, y)
        made = self.score_func(X, y)
        self.scores_, self.pvalues_ = made if isinstance(made, tuple) else (made, None)
        self.scores_ = np.asarray(self.scores_)
        return self

    def _scores(self):
        scores = self.scores_.astype(np.float64).copy()
        scores[np.isnan(scores)] = np.finfo(np.float64).min
        return scores


class SelectKBest(_Best):
    """The k features with the best scores."""

    def __init__(self, score_func=f_classif, *, k=10):
        self.score_func = score_func
        self.k = k

    def _mask(self):
        if self.k == 'all':
            return np.ones(self.n_features_in_, dtype=bool)
        mask = np.zeros(self.n_features_in_, dtype=bool)
        if self.k:
            mask[np.argsort(self._scores(), kind='mergesort')[-self.k:]] = True
        return mask


class SelectPercentile(_Best):
    """The best part of the features, in percent."""

    def __init__(self, score_func=f_classif, *, percentile=10):
        self.score_func = score_func
        self.percentile = percentile

    def _mask(self):
        if self.percentile in (0, 100):
            return np.full(self.n_features_in_, self.percentile == 100)
        scores = self._scores()
        edge = np.percentile(scores, 100 - self.percentile)
        mask = scores > edge
        ties = np.flatnonzero(scores == edge)
        most = int(len(scores) * self.percentile / 100)
        mask[ties[:max(0, most - int(mask.sum()))]] = True
        return mask


class VarianceThreshold(SelectorMixin, BaseEstimator):
    """The features that vary more than a threshold."""

    def __init__(self, threshold=0.0):
        self.threshold = threshold

    def fit(self, X, y=None):
        self._seen(X if hasattr(X, 'columns') else _matrix(X, self))
        X = _matrix(X, self, missing=True)
        self.variances_ = np.nanvar(X, axis=0)
        if self.threshold == 0:
            self.variances_ = np.minimum(self.variances_, np.nanmax(X, axis=0) - np.nanmin(X, axis=0))
        if np.all(self.variances_ <= self.threshold):
            more = " (X contains only one sample)" if len(X) == 1 else ''
            raise ValueError(f"No feature in X meets the variance threshold {self.threshold:.5f}{more}")
        return self

    def _mask(self):
        return self.variances_ > self.threshold


def _importances(estimator):
    if hasattr(estimator, 'coef_'):
        coef = np.asarray(estimator.coef_)
        return np.abs(coef) if coef.ndim == 1 else np.linalg.norm(coef, axis=0, ord=1)
    return np.asarray(estimator.feature_importances_)


class SelectFromModel(SelectorMixin, BaseEstimator):
    """The features to which a model gives more weight than a threshold."""

    def __init__(self, estimator, *, threshold=None, prefit=False, norm_order=1, max_features=None,
                 importance_getter='auto'):
        self.estimator = estimator
        self.threshold = threshold
        self.prefit = prefit
        self.norm_order = norm_order
        self.max_features = max_features
        self.importance_getter = importance_getter

    def fit(self, X, y=None):
        self._seen(X if hasattr(X, 'columns') else _matrix(X, self))
        self.estimator_ = self.estimator if self.prefit else clone(self.estimator).fit(X, y)
        return self

    @property
    def threshold_(self):
        """The least weight that stays."""
        weights, wanted = _importances(self.estimator_), self.threshold
        if wanted is None:
            lasso = type(self.estimator_).__name__ in ('Lasso', 'LassoCV') or getattr(
                self.estimator_, 'penalty', None) == 'l1'
            wanted = 1e-5 if lasso else 'mean'
        if isinstance(wanted, str):
            factor, _, name = wanted.rpartition('*')
            scale = float(factor) if factor else 1.0
            return scale * (np.median(weights) if name.strip() == 'median' else np.mean(weights))
        return float(wanted)

    def _mask(self):
        weights = _importances(self.estimator_)
        mask = weights >= self.threshold_
        if self.max_features is not None:
            best = np.argsort(-weights, kind='mergesort')[:self.max_features]
            kept = np.zeros(len(weights), dtype=bool)
            kept[best] = True
            mask = mask & kept
        return mask


class RFE(SelectorMixin, BaseEstimator):
    """The features that are left after the least important have been taken away, step by step."""

    def __init__(self, estimator, *, n_features_to_select=None, step=1, verbose=0, importance_getter='auto'):
        self.estimator = estimator
        self.n_features_to_select = n_features_to_select
        self.step = step
        self.verbose = verbose
        self.importance_getter = importance_getter

    def fit(self, X, y):
        self._seen(X if hasattr(X, 'columns') else _matrix(X, self))
        X = _matrix(X, self)
        n = X.shape[1]
        wanted = self.n_features_to_select
        wanted = n // 2 if wanted is None else int(n * wanted) if isinstance(wanted, float) else wanted
        step = int(max(1, self.step * n)) if 0.0 < self.step < 1.0 else int(self.step)
        support, ranking = np.ones(n, dtype=bool), np.ones(n, dtype=np.int64)
        while support.sum() > wanted:
            features = np.flatnonzero(support)
            if self.verbose > 0:
                print(f"Fitting estimator with {len(features)} features.")
            made = clone(self.estimator).fit(X[:, features], y)
            order = np.argsort(_importances(made) ** 2)
            gone = min(step, int(support.sum()) - wanted)
            support[features[order][:gone]] = False
            ranking[~support] += 1
        self.estimator_ = clone(self.estimator).fit(X[:, support], y)
        self.n_features_, self.support_, self.ranking_ = int(support.sum()), support, ranking
        return self

    def _mask(self):
        return self.support_

    def predict(self, X):
        return self.estimator_.predict(self.transform(X))

    def score(self, X, y):
        return self.estimator_.score(self.transform(X), y)

    @property
    def classes_(self):
        """The classes that the estimator knows."""
        return self.estimator_.classes_
