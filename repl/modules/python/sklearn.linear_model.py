"""sklearn.linear_model: least squares, ridge, logistic regression and the perceptron."""
import warnings
import numpy as np
import _sklearn_lbfgs as lbfgs
from _sklearn_descent import ElasticNet, Lasso
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils import (_array_of, _features, _given_labels, _given_target, _matrix, _unique,
                           check_consistent_length, check_random_state)
from sklearn.utils._param_validation import invalid


def _least_squares(X, y, tol):
    """The shortest w for which X @ w is nearest to y; also the rank and the singular values. Those below `tol` times the
    greatest count as zero."""
    if hasattr(np.linalg, 'lstsq'):
        w, _, rank, singular = np.linalg.lstsq(X, y, rcond=tol)
        return w, rank, singular
    # A trace of ridge makes the equations solvable, and going on from the rest takes its effect away again.
    gram = np.dot(X.T, X)
    gram = gram + np.eye(len(gram)) * (1e-10 * max(float(np.trace(gram)), 1e-300))
    w = np.linalg.solve(gram, np.dot(X.T, y))
    for _ in range(6):
        w = w + np.linalg.solve(gram, np.dot(X.T, y - np.dot(X, w)))
    return w, X.shape[1], None


class _Linear(RegressorMixin, BaseEstimator):
    def _prepared(self, X, y, sample_weight):
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = np.asarray(_given_target(y, self)).astype(np.float64)
        check_consistent_length(X, y)
        self.n_features_in_ = X.shape[1]
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if self.fit_intercept:
            x_mean = np.average(X, axis=0, weights=weights)
            y_mean = np.average(y, axis=0, weights=weights)
        else:
            x_mean, y_mean = np.zeros(X.shape[1]), (np.zeros(y.shape[1]) if y.ndim == 2 else 0.0)
        X, y = X - x_mean, y - y_mean
        if weights is not None:
            root = np.sqrt(weights)
            X = X * root.reshape(-1, 1)
            y = y * (root.reshape(-1, 1) if y.ndim == 2 else root)
        return X, y, x_mean, y_mean

    def _finish(self, w, x_mean, y_mean):
        self.coef_ = w.T if w.ndim == 2 else w
        self.intercept_ = y_mean - np.dot(x_mean, w) if self.fit_intercept else 0.0
        return self

    def predict(self, X):
        self._check_fitted('coef_')
        X = _features(self, _matrix(X, self))
        return np.dot(X, self.coef_.T) + self.intercept_


class LinearRegression(_Linear):
    """Least squares."""

    def __init__(self, *, fit_intercept=True, copy_X=True, tol=1e-6, n_jobs=None, positive=False):
        self.fit_intercept = fit_intercept
        self.copy_X = copy_X
        self.tol = tol
        self.n_jobs = n_jobs
        self.positive = positive

    def fit(self, X, y, sample_weight=None):
        if self.positive:
            raise NotImplementedError("LinearRegression(positive=True) is not there")
        X, y, x_mean, y_mean = self._prepared(X, y, sample_weight)
        w, self.rank_, self.singular_ = _least_squares(X, y, self.tol)
        return self._finish(w, x_mean, y_mean)


class Ridge(_Linear):
    """Least squares with alpha times the squared length of the coefficients."""

    def __init__(self, alpha=1.0, *, fit_intercept=True, copy_X=True, max_iter=None, tol=1e-4, solver='auto',
                 positive=False, random_state=None):
        self.alpha = alpha
        self.fit_intercept = fit_intercept
        self.copy_X = copy_X
        self.max_iter = max_iter
        self.tol = tol
        self.solver = solver
        self.positive = positive
        self.random_state = random_state

    def fit(self, X, y, sample_weight=None):
        if np.any(np.asarray(self.alpha) < 0):
            invalid('alpha', 'Ridge', 'a float in the range [0.0, inf) or an array-like', self.alpha)
        X, y, x_mean, y_mean = self._prepared(X, y, sample_weight)
        if X.shape[1] <= X.shape[0]:
            w = np.linalg.solve(np.dot(X.T, X) + self.alpha * np.eye(X.shape[1]), np.dot(X.T, y))
        else:
            w = np.dot(X.T, np.linalg.solve(np.dot(X, X.T) + self.alpha * np.eye(X.shape[0]), y))
        return self._finish(w, x_mean, y_mean)


class _LinearClassifier(ClassifierMixin, BaseEstimator):
    """Classes from scores that are linear: what both kinds below share."""

    @property
    def classes_(self):
        self._check_fitted('_classes')
        return _array_of(self._classes)

    def decision_function(self, X):
        self._check_fitted('coef_')
        scores = np.dot(_features(self, _matrix(X, self)), self.coef_.T) + self.intercept_
        return scores.reshape(-1) if scores.shape[1] == 1 else scores

    def predict(self, X):
        scores = self.decision_function(X)
        places = (scores > 0).astype(np.int64) if scores.ndim == 1 else np.argmax(scores, axis=1)
        if isinstance(self._classes, list):
            return _array_of([self._classes[i] for i in places.tolist()])
        return self._classes[places]


class LogisticRegression(_LinearClassifier):
    """Probabilities of classes from linear scores; the squared length of the weights is added, divided by 2 C.

    'lbfgs' stops where scipy's does. Any other solver's name is taken: all lead to the same optimum, which is found
    here by Newton's method where the number of weights is small, else by L-BFGS."""

    def __init__(self, penalty='deprecated', *, C=1.0, l1_ratio=0.0, dual=False, tol=1e-4, fit_intercept=True,
                 intercept_scaling=1, class_weight=None, random_state=None, solver='lbfgs', max_iter=100, verbose=0,
                 warm_start=False, n_jobs=None):
        self.penalty = penalty
        self.C = C
        self.l1_ratio = l1_ratio
        self.dual = dual
        self.tol = tol
        self.fit_intercept = fit_intercept
        self.intercept_scaling = intercept_scaling
        self.class_weight = class_weight
        self.random_state = random_state
        self.solver = solver
        self.max_iter = max_iter
        self.verbose = verbose
        self.warm_start = warm_start
        self.n_jobs = n_jobs

    def fit(self, X, y, sample_weight=None):
        if self.penalty not in ('deprecated', 'l1', 'l2', 'elasticnet', None, 'none'):
            invalid('penalty', 'LogisticRegression', "a str among {'elasticnet', 'l1', 'l2'} or None",
                    self.penalty)
        if self.penalty not in ('deprecated', 'l2', None, 'none') or self.l1_ratio:
            raise NotImplementedError("LogisticRegression has the l2 penalty or none")
        if not isinstance(self.C, (int, float, np.number)) or not self.C > 0:
            invalid('C', 'LogisticRegression', 'a float in the range (0.0, inf]', self.C)
        if not isinstance(self.max_iter, (int, np.integer)) or self.max_iter < 0:
            invalid('max_iter', 'LogisticRegression', 'an int in the range [0, inf)', self.max_iter)
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = _given_labels(y, self)
        check_consistent_length(X, y)
        self._classes, places = _unique(y)
        k = len(self._classes)
        if k < 2:
            raise ValueError("This solver needs samples of at least 2 classes in the data, but the data contains only "
                             f"one class: {_array_of(self._classes)[0]!r}")
        self.n_features_in_ = X.shape[1]
        weights = np.ones(len(places)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if self.class_weight is not None:
            from sklearn.utils.class_weight import _weights, check_class_weight
            check_class_weight(self.class_weight, type(self).__name__)
            weights = weights * _weights(self.class_weight, self._classes, y)[places]
        inputs = np.hstack([X, np.ones((len(X), 1))]) if self.fit_intercept else X
        penalty = 0.0 if self.penalty in (None, 'none') or self.C == np.inf else 1.0 / self.C
        ridge = np.full(inputs.shape[1], penalty)
        if self.fit_intercept:
            ridge[-1] = 0.0
        if self.solver == 'lbfgs':
            find = lbfgs.logistic if k == 2 else lbfgs.softmax
            wanted = (places == 1).astype(np.float64) if k == 2 else np.eye(k)[places]
            w, steps, good = find(inputs, wanted, weights, ridge, self.tol, self.max_iter)
            w = w.reshape(-1, inputs.shape[1])
            if not good:
                warnings.warn(f"lbfgs failed to converge after {steps} iteration(s) (status=1):\nSTOP: TOTAL NO. OF "
                              f"ITERATIONS REACHED LIMIT\n\nIncrease the number of iterations to improve the "
                              f"convergence (max_iter={self.max_iter}).\nYou might also want to scale the data as "
                              "shown in:\n    https://scikit-learn.org/stable/modules/preprocessing.html\nPlease also "
                              "refer to the documentation for alternative solver options:\n    "
                              "https://scikit-learn.org/stable/modules/linear_model.html#logistic-regression",
                              ConvergenceWarning)
        elif k == 2:
            w, steps = _logistic(inputs, (places == 1).astype(np.float64), weights, ridge)
            w = w.reshape(1, -1)
        else:
            w, steps = _softmax(inputs, np.eye(k)[places], weights, ridge)
        if self.fit_intercept:
            self.coef_, self.intercept_ = w[:, :-1], w[:, -1]
        else:
            self.coef_, self.intercept_ = w, np.zeros(len(w))
        self.n_iter_ = np.array([steps], dtype=np.int32)
        return self

    def predict_proba(self, X):
        scores = self.decision_function(X)
        if scores.ndim == 1:
            positive = 1 / (1 + np.exp(-scores))
            return np.stack([1 - positive, positive], axis=1)
        e = np.exp(scores - scores.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))


class Perceptron(_LinearClassifier):
    """Rosenblatt's rule: each point on the wrong side is added to the weights. The points come in the order in which
    scikit-learn's own generator shuffles them, so the weights are the same."""

    def __init__(self, *, penalty=None, alpha=0.0001, l1_ratio=0.15, fit_intercept=True, max_iter=1000, tol=1e-3,
                 shuffle=True, verbose=0, eta0=1.0, n_jobs=None, random_state=0, early_stopping=False,
                 validation_fraction=0.1, n_iter_no_change=5, class_weight=None, warm_start=False):
        self.penalty = penalty
        self.alpha = alpha
        self.l1_ratio = l1_ratio
        self.fit_intercept = fit_intercept
        self.max_iter = max_iter
        self.tol = tol
        self.shuffle = shuffle
        self.verbose = verbose
        self.eta0 = eta0
        self.n_jobs = n_jobs
        self.random_state = random_state
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.n_iter_no_change = n_iter_no_change
        self.class_weight = class_weight
        self.warm_start = warm_start

    def fit(self, X, y):
        if self.penalty is not None or self.early_stopping or self.warm_start or self.class_weight is not None:
            raise NotImplementedError("Perceptron has no penalty, early_stopping, warm_start or class_weight")
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = _given_labels(y, self)
        check_consistent_length(X, y)
        self._classes, places = _unique(y)
        k = len(self._classes)
        if k < 2:
            raise ValueError("The number of classes has to be greater than one; got 1 class")
        self.n_features_in_ = X.shape[1]
        most = 2 ** 31 - 1
        random = check_random_state(self.random_state)
        if k == 2:
            found = [self._one(X, np.where(places == 1, 1.0, -1.0), random)]
        else:
            seeds = random.randint(most, size=k)
            found = [self._one(X, np.where(places == i, 1.0, -1.0), np.random.RandomState(seed))
                     for i, seed in enumerate(seeds.tolist())]
        self.coef_ = np.array([w for w, _, _ in found])
        self.intercept_ = np.array([b for _, b, _ in found])
        self.n_iter_ = max(epochs for _, _, epochs in found)
        self.t_ = 1.0 + self.n_iter_ * len(X)
        return self

    def _one(self, X, y, random):
        """Weights, intercept and the number of epochs for one class (+1) against the rest (-1)."""
        most, n = 2 ** 31 - 1, len(X)
        random.randint(1, most)  # drawn by scikit-learn for its reader of rows
        seed = int(random.randint(most))
        w, b, order = np.zeros(X.shape[1]), 0.0, list(range(n))
        targets, best, idle = y.tolist(), np.inf, 0
        tol = -np.inf if self.tol is None else self.tol
        for epoch in range(1, self.max_iter + 1):
            if self.shuffle:
                _xorshift_shuffle(order, seed)
            total = 0.0
            for i in order:
                x, target = X[i], targets[i]
                side = (float(np.dot(w, x)) + b) * target
                if side <= 0:
                    total -= side
                    w += (self.eta0 * target) * x
                    if self.fit_intercept:
                        b += self.eta0 * target
            idle = idle + 1 if tol > -np.inf and total / n > best - tol else 0
            best = min(best, total / n)
            if idle >= self.n_iter_no_change:
                return w, b, epoch
        if tol > -np.inf:
            warnings.warn("Maximum number of iteration reached before convergence. Consider increasing max_iter to "
                          "improve the fit.", ConvergenceWarning)
        return w, b, self.max_iter


def __getattr__(name):
    """What stands on the classes above, in files of its own."""
    if name in ('SGDClassifier', 'SGDRegressor'):
        import _sklearn_sgd as part
    elif name in ('ElasticNetCV', 'LassoCV', 'RidgeCV'):
        import _sklearn_linear_cv as part
    else:
        raise AttributeError(f"module 'sklearn.linear_model' has no attribute {name!r}")
    return getattr(part, name)


def _xorshift_shuffle(order, seed):
    """Fisher and Yates, with Marsaglia's generator of 32 bits."""
    n, word = len(order), 0xffffffff
    for i in range(n - 1):
        seed = seed or 1
        seed ^= (seed << 13) & word
        seed ^= seed >> 17
        seed ^= (seed << 5) & word
        j = i + (seed & 0x7fffffff) % (n - i)
        order[i], order[j] = order[j], order[i]


def _logistic(X, y, weights, ridge):
    """Newton's method with halved steps where the loss would grow."""
    w = np.zeros(X.shape[1])

    def loss(w):
        z = np.dot(X, w)
        return (weights * (np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))).sum() + 0.5 * (ridge * w * w).sum()
    now = loss(w)
    for step in range(1, 101):
        p = 1 / (1 + np.exp(-np.dot(X, w)))
        gradient = np.dot(X.T, weights * (p - y)) + ridge * w
        curvature = np.dot(X.T * (weights * p * (1 - p)), X) + np.diag(ridge + 1e-12)
        move = np.linalg.solve(curvature, gradient)
        size = 1.0
        while size > 1e-8 and not loss(w - size * move) <= now:
            size /= 2
        w = w - size * move
        now = loss(w)
        if np.max(np.abs(gradient)) < 1e-8 * max(1.0, float(weights.sum())) or size <= 1e-8:
            break
    return w, step


def _softmax(X, Y, weights, ridge):
    """L-BFGS with twenty remembered steps."""
    k, p = Y.shape[1], X.shape[1]
    total = float(weights.sum())

    def evaluate(flat):
        w = flat.reshape(k, p)
        z = np.dot(X, w.T)
        z = z - z.max(axis=1, keepdims=True)
        e = np.exp(z)
        s = e.sum(axis=1, keepdims=True)
        value = (weights * (np.log(s[:, 0]) - (Y * z).sum(axis=1))).sum() + 0.5 * (ridge * w * w).sum()
        gradient = np.dot(((e / s - Y) * weights.reshape(-1, 1)).T, X) + ridge * w
        return value / total, gradient.reshape(-1) / total
    w = np.zeros(k * p)
    value, gradient = evaluate(w)
    memory, steps = [], 0
    for steps in range(1, 2001):
        if np.max(np.abs(gradient)) < 1e-9:
            break
        direction, applied = gradient.copy(), []
        for s, t, rho in reversed(memory):
            a = rho * float(np.dot(s, direction))
            direction = direction - a * t
            applied.append(a)
        if memory:
            s, t, rho = memory[-1]
            direction = direction / (rho * float(np.dot(t, t)))
        for (s, t, rho), a in zip(memory, reversed(applied)):
            direction = direction + (a - rho * float(np.dot(t, direction))) * s
        slope = -float(np.dot(direction, gradient))
        size = 1.0 if memory else min(1.0, 1.0 / float(np.abs(gradient).sum()))
        found = None
        low, high = 0.0, np.inf
        for _ in range(40):
            to = w - size * direction
            new_value, new_gradient = evaluate(to)
            if new_value > value + 1e-4 * size * slope:
                high = size
            elif -float(np.dot(new_gradient, direction)) < 0.9 * slope:
                low, found = size, (to, new_value, new_gradient)
            else:
                found = (to, new_value, new_gradient)
                break
            size = (low + high) / 2 if high < np.inf else size * 2
        if found is None:
            break
        s, t = found[0] - w, found[2] - gradient
        product = float(np.dot(s, t))
        w, value, gradient = found
        if product > 0:
            memory = (memory + [(s, t, 1.0 / product)])[-20:]
    return w.reshape(k, p), steps
