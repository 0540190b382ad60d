"""Linear models that learn row by row, in scikit-learn's order of rows: SGDClassifier, SGDRegressor."""
import math
import warnings
import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import _LinearClassifier, _xorshift_shuffle
from sklearn.utils import (_features, _given_labels, _given_target, _matrix, _unique, check_consistent_length,
                           check_random_state)
from sklearn.utils._param_validation import invalid

_MOST = 2 ** 31 - 1


def _log_loss(y, p):
    z = y * p
    return math.exp(-z) if z > 18 else -z if z < -18 else math.log(1 + math.exp(-z))


def _log_slope(y, p):
    z = y * p
    return math.exp(-z) * -y if z > 18 else -y if z < -18 else -y / (math.exp(z) + 1)


# Each loss and its slope by the prediction.
LOSSES = {
    'hinge': (lambda y, p: max(0.0, 1 - y * p), lambda y, p: -y if y * p <= 1 else 0.0),
    'log_loss': (_log_loss, _log_slope),
    'squared_hinge': (lambda y, p: max(0.0, 1 - y * p) ** 2, lambda y, p: -2 * y * (1 - y * p) if y * p < 1 else 0.0),
    'modified_huber': (lambda y, p: (0.0 if y * p >= 1 else (1 - y * p) ** 2 if y * p >= -1 else -4 * y * p),
                       lambda y, p: (0.0 if y * p >= 1 else 2 * (1 - y * p) * -y if y * p >= -1 else -4 * y)),
    'perceptron': (lambda y, p: max(0.0, -y * p), lambda y, p: -y if y * p <= 0 else 0.0),
    'squared_error': (lambda y, p: 0.5 * (y - p) ** 2, lambda y, p: p - y),
}


class _Descent(BaseEstimator):
    """What both kinds share."""

    def _check(self):
        if self.loss not in self._losses:
            if self.loss in LOSSES or self.loss in ('huber', 'epsilon_insensitive', 'squared_epsilon_insensitive'):
                raise NotImplementedError(f"nnsh's {type(self).__name__} has the losses {', '.join(self._losses)}")
            invalid('loss', type(self).__name__, f"a str among {{{', '.join(sorted(repr(n) for n in self._losses))}}}",
                    self.loss)
        if self.penalty not in ('l2', None) or self.early_stopping or self.warm_start or self.average:
            raise NotImplementedError(f"nnsh's {type(self).__name__} has the l2 penalty or none, and neither "
                                      "early_stopping, warm_start nor average")

    def _one(self, X, y, random, weights, pace):
        """Weights, intercept and the number of epochs. `weights`: of each row; pace: learning_rate."""
        loss, slope = LOSSES[self.loss]
        if self._estimator_type == 'classifier':
            random.randint(1, _MOST)  # drawn by scikit-learn for its reader of rows
        seed, n = int(random.randint(_MOST)), len(X)
        w, b, order = np.zeros(X.shape[1]), 0.0, list(range(n))
        targets, shares, alpha = y.tolist(), weights.tolist(), self.alpha
        penalty = alpha if self.penalty is not None else 0.0
        typical = math.sqrt(1 / math.sqrt(alpha)) if alpha > 0 else 1.0
        first = typical / max(1.0, slope(1.0, -typical)) if pace == 'optimal' else 0.0
        start = 1 / (first * alpha) if pace == 'optimal' else 0.0
        eta, t, best, idle = self.eta0, 1.0, math.inf, 0
        tol = -math.inf if self.tol is None else self.tol
        scale = 1.0
        for epoch in range(1, self.max_iter + 1):
            if self.shuffle:
                _xorshift_shuffle(order, seed)
            total = 0.0
            for i in order:
                x, target = X[i], targets[i]
                p = float(np.dot(w, x)) * scale + b
                if pace == 'optimal':
                    eta = 1 / (alpha * (start + t - 1))
                elif pace == 'invscaling':
                    eta = self.eta0 / t ** self.power_t
                total += loss(target, p)
                if penalty:
                    total += alpha * 0.5 * float(np.dot(w, w)) * scale * scale
                update = -eta * min(1e12, max(-1e12, slope(target, p))) * shares[i]
                if penalty:
                    scale *= max(0.0, 1 - eta * alpha)
                    if scale < 1e-9:
                        w *= scale
                        scale = 1.0
                if update != 0:
                    w += (update / scale) * x
                    if self.fit_intercept:
                        b += update
                t += 1
            if not math.isfinite(b) or not np.all(np.isfinite(w)):
                raise ValueError(f"Floating-point under-/overflow occurred at epoch #{epoch}. Scaling input data with "
                                 "StandardScaler or MinMaxScaler might help.")
            idle = idle + 1 if tol > -math.inf and total / n > best - tol else 0
            best = min(best, total / n)
            if idle >= self.n_iter_no_change:
                if pace == 'adaptive' and eta > 1e-6:
                    eta, idle = eta / 5, 0
                else:
                    return w * scale, b, epoch
        if tol > -math.inf:
            warnings.warn("Maximum number of iteration reached before convergence. Consider increasing max_iter to "
                          "improve the fit.", ConvergenceWarning)
        return w * scale, b, self.max_iter


class SGDClassifier(_LinearClassifier, _Descent):
    """Classes from linear scores, learnt row by row: a support vector machine (hinge), logistic regression, ..."""
    _losses = ('hinge', 'log_loss', 'modified_huber', 'squared_hinge', 'perceptron')

    def __init__(self, loss='hinge', *, penalty='l2', alpha=0.0001, l1_ratio=0.15, fit_intercept=True, max_iter=1000,
                 tol=1e-3, shuffle=True, verbose=0, epsilon=0.1, n_jobs=None, random_state=None,
                 learning_rate='optimal', eta0=0.01, power_t=0.5, early_stopping=False, validation_fraction=0.1,
                 n_iter_no_change=5, class_weight=None, warm_start=False, average=False):
        self.loss = loss
        self.penalty = penalty
        self.alpha = alpha
        self.l1_ratio = l1_ratio
        self.fit_intercept = fit_intercept
        self.max_iter = max_iter
        self.tol = tol
        self.shuffle = shuffle
        self.verbose = verbose
        self.epsilon = epsilon
        self.n_jobs = n_jobs
        self.random_state = random_state
        self.learning_rate = learning_rate
        self.eta0 = eta0
        self.power_t = power_t
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.n_iter_no_change = n_iter_no_change
        self.class_weight = class_weight
        self.warm_start = warm_start
        self.average = average

    def fit(self, X, y, sample_weight=None):
        self._check()
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = _given_labels(y, self)
        check_consistent_length(X, y)
        self._classes, places = _unique(y)
        places = np.asarray(places)
        k = len(self._classes)
        if k < 2:
            raise ValueError("The number of classes has to be greater than one; got 1 class")
        self.n_features_in_ = X.shape[1]
        weights = np.ones(len(X)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if self.class_weight is not None:
            from sklearn.utils.class_weight import compute_class_weight
            shares = compute_class_weight(self.class_weight, classes=np.arange(k), y=places)
        else:
            shares = np.ones(k)
        random = check_random_state(self.random_state)
        jobs = [(1, random)] if k == 2 else [(i, np.random.RandomState(int(seed)))
                                            for i, seed in enumerate(random.randint(_MOST, size=k))]
        found = []
        for i, rng in jobs:
            others = shares[0] if k == 2 else 1.0
            found.append(self._one(X, np.where(places == i, 1.0, -1.0), rng,
                                   weights * np.where(places == i, shares[i], others), self.learning_rate))
        self.coef_ = np.array([w for w, _, _ in found])
        self.intercept_ = np.array([b for _, b, _ in found])
        self.n_iter_ = max(epochs for _, _, epochs in found)
        self.t_ = 1.0 + self.n_iter_ * len(X)
        return self

    @property
    def predict_proba(self):
        """The share of each class; with log_loss and modified_huber alone."""
        if self.loss not in ('log_loss', 'modified_huber'):
            raise AttributeError(f"This {type(self).__name__!r} has no attribute 'predict_proba'")
        return self._shares

    def _shares(self, X):
        scores = self.decision_function(X)
        if self.loss == 'log_loss':
            one = 1 / (1 + np.exp(-scores))
        else:
            one = (np.clip(scores, -1, 1) + 1) / 2
        if one.ndim == 1:
            return np.stack([1 - one, one], axis=1)
        total = one.sum(axis=1, keepdims=True)
        return np.where(total == 0, 1 / one.shape[1], one / np.where(total == 0, 1, total))


class SGDRegressor(RegressorMixin, _Descent):
    """A line, learnt row by row."""
    _losses = ('squared_error',)

    def __init__(self, loss='squared_error', *, penalty='l2', alpha=0.0001, l1_ratio=0.15, fit_intercept=True,
                 max_iter=1000, tol=1e-3, shuffle=True, verbose=0, epsilon=0.1, random_state=None,
                 learning_rate='invscaling', eta0=0.01, power_t=0.25, early_stopping=False, validation_fraction=0.1,
                 n_iter_no_change=5, warm_start=False, average=False):
        self.loss = loss
        self.penalty = penalty
        self.alpha = alpha
        self.l1_ratio = l1_ratio
        self.fit_intercept = fit_intercept
        self.max_iter = max_iter
        self.tol = tol
        self.shuffle = shuffle
        self.verbose = verbose
        self.epsilon = epsilon
        self.random_state = random_state
        self.learning_rate = learning_rate
        self.eta0 = eta0
        self.power_t = power_t
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.n_iter_no_change = n_iter_no_change
        self.warm_start = warm_start
        self.average = average

    def fit(self, X, y, sample_weight=None):
        self._check()
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = np.asarray(_given_target(y, self), dtype=np.float64)
        check_consistent_length(X, y)
        self.n_features_in_ = X.shape[1]
        weights = np.ones(len(X)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        self.coef_, b, self.n_iter_ = self._one(X, y.reshape(-1), check_random_state(self.random_state), weights,
                                                self.learning_rate)
        self.intercept_ = np.array([b])
        self.t_ = 1.0 + self.n_iter_ * len(X)
        return self

    def predict(self, X):
        self._check_fitted('coef_')
        return np.dot(_features(self, _matrix(X, self)), self.coef_) + self.intercept_[0]
