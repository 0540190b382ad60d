"""Linear models with an absolute penalty, by coordinate descent (Friedman, Hastie, Tibshirani, 2010)."""
import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.utils import _features, _given_target, _matrix, check_consistent_length
from sklearn.utils._param_validation import invalid


def _gap(X, y, w, rest, alpha, beta):
    """The duality gap: how far from the best the sum can be at most."""
    slopes = np.dot(X.T, rest) - beta * w
    steepest, own = np.max(np.abs(slopes)), np.dot(rest, rest)
    if steepest > alpha:
        share = alpha / steepest
        gap = 0.5 * (own + own * share ** 2)
    else:
        share, gap = 1.0, own
    return gap + alpha * np.abs(w).sum() - share * np.dot(rest, y) + 0.5 * beta * (1 + share ** 2) * np.dot(w, w)


def descend(X, y, alpha, beta, tol, max_iter, positive):
    """(coefficients, gap, sweeps)."""
    squares = (X * X).sum(axis=0).tolist()
    columns = [np.ascontiguousarray(X[:, j]) for j in range(X.shape[1])]
    w, rest = np.zeros(X.shape[1]), y.copy()
    bound, gap = tol * np.dot(y, y), 0.0
    for sweep in range(max_iter):
        largest = change = 0.0
        for j, column in enumerate(columns):
            if squares[j] == 0.0:
                continue
            old = w[j]
            slope = np.dot(column, rest) + old * squares[j]
            if positive and slope < 0:
                new = 0.0
            else:
                new = np.sign(slope) * max(abs(slope) - alpha, 0) / (squares[j] + beta)
            if new != old:
                rest += (old - new) * column
            w[j] = new
            change, largest = max(change, abs(new - old)), max(largest, abs(new))
        if largest == 0.0 or change / largest <= tol or sweep == max_iter - 1:
            gap = _gap(X, y, w, rest, alpha, beta)
            if gap <= bound:
                return w, gap, sweep + 1
    import warnings
    from sklearn.exceptions import ConvergenceWarning
    warnings.warn("Objective did not converge. You might want to increase the number of iterations, check the scale of "
                  f"the features or consider increasing regularisation. Duality gap: {gap:.3e}, tolerance: "
                  f"{bound:.3e}", ConvergenceWarning)
    return w, gap, max_iter


class ElasticNet(RegressorMixin, BaseEstimator):
    """Least squares with a penalty on absolute and on squared coefficients."""

    def __init__(self, alpha=1.0, *, l1_ratio=0.5, fit_intercept=True, precompute=False, max_iter=1000, copy_X=True,
                 tol=1e-4, warm_start=False, positive=False, random_state=None, selection='cyclic'):
        self.alpha = alpha
        self.l1_ratio = l1_ratio
        self.fit_intercept = fit_intercept
        self.precompute = precompute
        self.max_iter = max_iter
        self.copy_X = copy_X
        self.tol = tol
        self.warm_start = warm_start
        self.positive = positive
        self.random_state = random_state
        self.selection = selection

    def fit(self, X, y, sample_weight=None):
        if not isinstance(self.alpha, (int, float, np.number)) or self.alpha < 0:
            invalid('alpha', type(self).__name__, 'a float in the range [0.0, inf)', self.alpha)
        if self.selection not in ('cyclic', 'random'):
            invalid('selection', type(self).__name__, "a str among {'cyclic', 'random'}", self.selection)
        if self.selection != 'cyclic' or sample_weight is not None:
            raise NotImplementedError(f"nnsh's {type(self).__name__} has neither selection='random' nor sample_weight")
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = np.asarray(_given_target(y, self), dtype=np.float64)
        check_consistent_length(X, y)
        if y.ndim != 1:
            raise NotImplementedError(f"nnsh's {type(self).__name__} has one target: y must be of one dimension")
        self.n_features_in_ = X.shape[1]
        middle, level = (X.mean(axis=0), y.mean()) if self.fit_intercept else (np.zeros(X.shape[1]), 0.0)
        n, ratio = len(X), self.l1_ratio
        self.coef_, gap, self.n_iter_ = descend(X - middle, y - level, self.alpha * ratio * n,
                                                self.alpha * (1 - ratio) * n, self.tol, self.max_iter, self.positive)
        self.dual_gap_ = gap / n
        self.intercept_ = level - np.dot(middle, self.coef_) if self.fit_intercept else 0.0
        return self

    def predict(self, X):
        self._check_fitted('coef_')
        return np.dot(_features(self, _matrix(X, self)), self.coef_) + self.intercept_


class Lasso(ElasticNet):
    """Least squares with a penalty on absolute coefficients: many become 0."""

    def __init__(self, alpha=1.0, *, fit_intercept=True, precompute=False, copy_X=True, max_iter=1000, tol=1e-4,
                 warm_start=False, positive=False, random_state=None, selection='cyclic'):
        self.alpha = alpha
        self.fit_intercept = fit_intercept
        self.precompute = precompute
        self.copy_X = copy_X
        self.max_iter = max_iter
        self.tol = tol
        self.warm_start = warm_start
        self.positive = positive
        self.random_state = random_state
        self.selection = selection
        self.l1_ratio = 1.0
