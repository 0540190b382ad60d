"""Support vector machines with straight borders: LinearSVC, LinearSVR."""
import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.linear_model import _LinearClassifier
from sklearn.utils import _features, _given_labels, _given_target, _matrix, _unique, check_consistent_length


def _newton(X, y, weights, gap_of, most=100):
    """The w with the least w @ w / 2 + sum of weights * gap**2: a quadratic where gap is not zero, so Newton's method ends.

    gap_of(scores) gives each row's gap and its slope by the score."""
    w = np.zeros(X.shape[1])

    def value(w):
        gap, _ = gap_of(np.dot(X, w))
        return 0.5 * np.dot(w, w) + np.dot(weights, gap * gap)
    now = value(w)
    for step in range(most):
        gap, slope = gap_of(np.dot(X, w))
        active = gap > 0
        A, c = X[active], weights[active]
        gradient = w + 2 * np.dot(A.T, c * gap[active] * slope[active])
        if np.abs(gradient).max() < 1e-10 * max(1.0, np.abs(w).max()):
            break
        move = np.linalg.solve(np.eye(len(w)) + 2 * np.dot(A.T * c, A), gradient)
        share = 1.0
        while share > 1e-10:
            new = value(w - share * move)
            if new <= now - 1e-4 * share * np.dot(gradient, move):
                break
            share /= 2
        else:
            break
        w, now = w - share * move, new
    return w, step + 1


def _widened(X, intercept):
    return np.concatenate([X, np.full((len(X), 1), float(intercept))], axis=1) if intercept else X


class LinearSVC(_LinearClassifier):
    """The straight border with the widest margin; the loss is the squared hinge."""

    def __init__(self, penalty='l2', loss='squared_hinge', *, dual='auto', tol=1e-4, C=1.0, multi_class='ovr',
                 fit_intercept=True, intercept_scaling=1, class_weight=None, verbose=0, random_state=None,
                 max_iter=1000):
        self.penalty = penalty
        self.loss = loss
        self.dual = dual
        self.tol = tol
        self.C = C
        self.multi_class = multi_class
        self.fit_intercept = fit_intercept
        self.intercept_scaling = intercept_scaling
        self.class_weight = class_weight
        self.verbose = verbose
        self.random_state = random_state
        self.max_iter = max_iter

    def fit(self, X, y, sample_weight=None):
        if self.penalty != 'l2' or self.multi_class != 'ovr' or self.loss not in ('hinge', 'squared_hinge'):
            raise NotImplementedError("nnsh's LinearSVC has the l2 penalty, and one class against the rest")
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = _given_labels(y, self)
        check_consistent_length(X, y)
        self._classes, places = _unique(y)
        places, k = np.asarray(places), len(self._classes)
        if k < 2:
            raise ValueError("This solver needs samples of at least 2 classes in the data, but the data contains only "
                             f"one class: {np.asarray(self._classes)[0]!r}")
        self.n_features_in_ = X.shape[1]
        weights = np.full(len(X), float(self.C))
        if sample_weight is not None:
            weights = weights * np.asarray(sample_weight, dtype=np.float64)
        if self.class_weight is not None:
            from sklearn.utils.class_weight import compute_class_weight
            weights = weights * compute_class_weight(self.class_weight, classes=np.arange(k), y=places)[places]
        wide = _widened(X, self.intercept_scaling if self.fit_intercept else 0)
        found = []
        for i in ([1] if k == 2 else range(k)):
            side = np.where(places == i, 1.0, -1.0)
            if self.loss == 'hinge':
                found.append(self._hinge(wide, side, weights))
            else:
                found.append(_newton(wide, side, weights, lambda s: (np.maximum(0, 1 - side * s), -side)))
        self.n_iter_ = max(steps for _, steps in found)
        W = np.array([w for w, _ in found])
        self.coef_ = W[:, :X.shape[1]].copy()
        self.intercept_ = W[:, -1] * self.intercept_scaling if self.fit_intercept else np.zeros(len(W))
        return self

    def _hinge(self, X, side, weights):
        """The plain hinge, by coordinates of the dual problem."""
        squares = (X * X).sum(axis=1).tolist()
        alphas, w, most = [0.0] * len(X), np.zeros(X.shape[1]), weights.tolist()
        sides = side.tolist()
        for sweep in range(self.max_iter):
            largest = 0.0
            for i in range(len(alphas)):
                slope = sides[i] * float(np.dot(w, X[i])) - 1
                old = alphas[i]
                new = min(max(old - slope / squares[i], 0.0), most[i]) if squares[i] else most[i]
                if new != old:
                    alphas[i] = new
                    w += ((new - old) * sides[i]) * X[i]
                    largest = max(largest, abs(slope))
            if largest < self.tol:
                break
        return w, sweep + 1


class LinearSVR(RegressorMixin, BaseEstimator):
    """A line within epsilon of the targets; the loss is squared_epsilon_insensitive, or the plain one."""

    def __init__(self, *, epsilon=0.0, tol=1e-4, C=1.0, loss='epsilon_insensitive', fit_intercept=True,
                 intercept_scaling=1.0, dual='auto', verbose=0, random_state=None, max_iter=1000):
        self.epsilon = epsilon
        self.tol = tol
        self.C = C
        self.loss = loss
        self.fit_intercept = fit_intercept
        self.intercept_scaling = intercept_scaling
        self.dual = dual
        self.verbose = verbose
        self.random_state = random_state
        self.max_iter = max_iter

    def fit(self, X, y, sample_weight=None):
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = np.asarray(_given_target(y, self), dtype=np.float64)
        check_consistent_length(X, y)
        self.n_features_in_ = X.shape[1]
        wide = _widened(X, self.intercept_scaling if self.fit_intercept else 0)
        if self.loss == 'squared_epsilon_insensitive':
            w, self.n_iter_ = _newton(wide, y, np.full(len(X), float(self.C)),
                                      lambda s: (np.maximum(0, np.abs(s - y) - self.epsilon), np.sign(s - y)))
        else:
            w, self.n_iter_ = self._plain(wide, y)
        self.coef_ = w[:X.shape[1]].copy()
        self.intercept_ = w[-1:] * self.intercept_scaling if self.fit_intercept else np.zeros(1)
        return self

    def _plain(self, X, y):
        squares, betas = (X * X).sum(axis=1).tolist(), [0.0] * len(X)
        w, targets = np.zeros(X.shape[1]), y.tolist()
        for sweep in range(self.max_iter):
            largest = 0.0
            for i in range(len(betas)):
                if not squares[i]:
                    continue
                slope, old = float(np.dot(w, X[i])) - targets[i], betas[i]
                free = old - slope / squares[i]
                edge = self.epsilon / squares[i]
                new = free - edge if free > edge else free + edge if free < -edge else 0.0
                new = min(max(new, -self.C), self.C)
                if new != old:
                    betas[i] = new
                    w += (new - old) * X[i]
                    largest = max(largest, abs(new - old) * squares[i])
            if largest < self.tol:
                break
        return w, sweep + 1

    def predict(self, X):
        self._check_fitted('coef_')
        return np.dot(_features(self, _matrix(X, self)), self.coef_) + self.intercept_[0]
