"""sklearn.svm: support vector machines with kernels."""
import numpy as np
import _sklearn_machine as native
from _sklearn_checks import chosen, labels_of, targets_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils import _features, _matrix
from sklearn.utils._param_validation import invalid


class _Machine(BaseEstimator):
    """What both kinds share: the kernel."""

    def _prepare(self, X):
        name = type(self).__name__
        if not isinstance(self.kernel, str) or self.kernel not in ('linear', 'poly', 'rbf', 'sigmoid'):
            if self.kernel == 'precomputed':
                raise NotImplementedError(f"nnsh's {name} has the kernels 'linear', 'poly', 'rbf' and 'sigmoid', and "
                                          f"functions; not {self.kernel!r}")
            if not callable(self.kernel):
                invalid('kernel', name, "a str among {'linear', 'poly', 'precomputed', 'rbf', 'sigmoid'} or a "
                                        "callable", self.kernel)
        if isinstance(self.C, bool) or not isinstance(self.C, (int, float, np.number)) or self.C <= 0:
            invalid('C', name, 'a float in the range (0.0, inf]', self.C)
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        self.n_features_in_ = X.shape[1]
        if isinstance(self.gamma, str):
            if self.gamma not in ('scale', 'auto'):
                invalid('gamma', name, "a str among {'auto', 'scale'} or a float in the range [0.0, inf)", self.gamma)
            spread = X.var()
            self._gamma = 1.0 / X.shape[1] if self.gamma == 'auto' else \
                1.0 / (X.shape[1] * spread) if spread != 0 else 1.0
        else:
            self._gamma = float(self.gamma)
        return X

    def _kernel(self, A, B):
        if callable(self.kernel):
            return np.asarray(self.kernel(A, B), dtype=np.float64)
        if self.kernel == 'rbf':
            return native.radial(A, B, self._gamma)
        products = np.dot(A, B.T)
        if self.kernel == 'linear':
            return products
        if self.kernel == 'poly':
            return (self._gamma * products + self.coef0) ** self.degree
        return np.tanh(self._gamma * products + self.coef0)

    def _solve(self, kernel, y, p, bounds):
        alphas, offset, steps = native.minimize(kernel, y, p, bounds, float(self.tol), bool(self.shrinking),
                                                self.max_iter)
        if self.max_iter >= 0 and steps >= self.max_iter:
            import warnings
            from sklearn.exceptions import ConvergenceWarning
            warnings.warn(f"Solver terminated early (max_iter={self.max_iter}).  Consider pre-processing your data "
                          "with StandardScaler or MinMaxScaler.", ConvergenceWarning)
        return alphas, offset, steps

    def _rows(self, X):
        self._check_fitted('support_')
        return _features(self, _matrix(X, self)).astype(np.float64)

    @property
    def coef_(self):
        if self.kernel != 'linear':
            raise AttributeError("coef_ is only available when using a linear kernel")
        self._check_fitted('support_')
        return self._weights()


class SVC(ClassifierMixin, _Machine):
    """Classes parted by the widest margin, each pair by a machine of its own."""

    def __init__(self, *, C=1.0, kernel='rbf', degree=3, gamma='scale', coef0=0.0, shrinking=True,
                 probability='deprecated', tol=1e-3, cache_size=200, class_weight=None, verbose=False, max_iter=-1,
                 decision_function_shape='ovr', break_ties=False, random_state=None):
        self.C = C
        self.kernel = kernel
        self.degree = degree
        self.gamma = gamma
        self.coef0 = coef0
        self.shrinking = shrinking
        self.probability = probability
        self.tol = tol
        self.cache_size = cache_size
        self.class_weight = class_weight
        self.verbose = verbose
        self.max_iter = max_iter
        self.decision_function_shape = decision_function_shape
        self.break_ties = break_ties
        self.random_state = random_state

    def fit(self, X, y, sample_weight=None):
        if self.probability is True:
            raise NotImplementedError("nnsh's SVC gives no probabilities: leave probability away, or take "
                                      "LogisticRegression")
        X = self._prepare(X)
        self.classes_, places = labels_of(self, y, X)
        count = len(self.classes_)
        if count < 2:
            raise ValueError(f"The number of classes has to be greater than one; got {count} class")
        from sklearn.utils.class_weight import check_class_weight, compute_class_weight
        check_class_weight(self.class_weight, 'SVC', "a str among {'balanced'}, an instance of 'dict' or None")
        shares = np.ones(count) if self.class_weight is None else compute_class_weight(
            self.class_weight, classes=np.asarray(self.classes_), y=y)
        self.class_weight_ = shares
        weights = np.ones(len(X)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        groups = [np.flatnonzero(places == c) for c in range(count)]
        found, self._offsets, steps = {}, [], []
        for i in range(count):
            for j in range(i + 1, count):
                at = np.concatenate([groups[i], groups[j]])
                sign = np.where(np.arange(len(at)) < len(groups[i]), 1.0, -1.0)
                bounds = self.C * weights[at] * np.where(sign > 0, shares[i], shares[j])
                alphas, offset, taken = self._solve(self._kernel(X[at], X[at]), sign, -np.ones(len(at)), bounds)
                found[(i, j)] = dict(zip(at.tolist(), (alphas * sign).tolist()))
                self._offsets.append(offset)
                steps.append(taken)
        used = [np.array([r for r in group.tolist() if any(found[pair].get(r, 0.0) != 0.0 for pair in found)],
                         dtype=np.int64) for group in groups]
        self.support_ = np.concatenate(used)
        self.support_vectors_ = X[self.support_]
        self._n_support = np.array([len(rows) for rows in used], dtype=np.int32)
        self.n_iter_ = np.array(steps, dtype=np.int32)
        self._coefficients = {pair: np.array([values.get(r, 0.0) for r in self.support_.tolist()])
                              for pair, values in found.items()}
        return self

    @property
    def n_support_(self):
        self._check_fitted('support_')
        return self._n_support

    @property
    def intercept_(self):
        self._check_fitted('support_')
        offsets = np.array(self._offsets)
        return offsets if len(self.classes_) == 2 else -offsets

    @property
    def dual_coef_(self):
        """For each support vector its coefficients against the other classes."""
        self._check_fitted('support_')
        count = len(self.classes_)
        if count == 2:
            return -self._coefficients[(0, 1)].reshape(1, -1)
        out = np.zeros((count - 1, len(self.support_)))
        at = 0
        for c in range(count):
            for _ in range(self._n_support[c]):
                others = [k for k in range(count) if k != c]
                for row, other in enumerate(others):
                    out[row, at] = self._coefficients[(min(c, other), max(c, other))][at]
                at += 1
        return out

    def _weights(self):
        rows = [np.dot(values, self.support_vectors_) for values in self._coefficients.values()]
        return -np.array(rows) if len(self.classes_) == 2 else np.array(rows)

    def _pairs(self, X):
        kernel = self._kernel(self._rows(X), self.support_vectors_)
        return np.stack([np.dot(kernel, values) - offset
                         for values, offset in zip(self._coefficients.values(), self._offsets)], axis=1)

    def decision_function(self, X):
        pairs = self._pairs(X)
        count = len(self.classes_)
        if count == 2:
            return -pairs[:, 0]
        if self.decision_function_shape == 'ovo':
            return pairs
        votes, sums = np.zeros((len(pairs), count)), np.zeros((len(pairs), count))
        k = 0
        for i in range(count):
            for j in range(i + 1, count):
                sums[:, i] += pairs[:, k]
                sums[:, j] -= pairs[:, k]
                votes[:, i] += pairs[:, k] >= 0
                votes[:, j] += pairs[:, k] < 0
                k += 1
        return votes + sums / (3 * (np.abs(sums) + 1))

    def predict(self, X):
        pairs = self._pairs(X)
        count = len(self.classes_)
        if self.break_ties and self.decision_function_shape == 'ovr' and count > 2:
            places = np.argmax(self.decision_function(X), axis=1)
            return chosen(self.classes_, places)
        votes = np.zeros((len(pairs), count), dtype=np.int64)
        k = 0
        for i in range(count):
            for j in range(i + 1, count):
                votes[:, i] += pairs[:, k] > 0
                votes[:, j] += pairs[:, k] <= 0
                k += 1
        return chosen(self.classes_, np.argmax(votes, axis=1))

    @property
    def predict_proba(self):
        """Not there, as in scikit-learn without probability=True: hasattr says so."""
        raise AttributeError(f"This {type(self).__name__!r} has no attribute 'predict_proba'")


class SVR(RegressorMixin, _Machine):
    """A function within epsilon of as many targets as can be."""

    def __init__(self, *, kernel='rbf', degree=3, gamma='scale', coef0=0.0, tol=1e-3, C=1.0, epsilon=0.1,
                 shrinking=True, cache_size=200, verbose=False, max_iter=-1):
        self.kernel = kernel
        self.degree = degree
        self.gamma = gamma
        self.coef0 = coef0
        self.tol = tol
        self.C = C
        self.epsilon = epsilon
        self.shrinking = shrinking
        self.cache_size = cache_size
        self.verbose = verbose
        self.max_iter = max_iter

    def fit(self, X, y, sample_weight=None):
        X = self._prepare(X)
        y = targets_of(self, y, X)
        n = len(X)
        weights = np.ones(n) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        sign = np.concatenate([np.ones(n), -np.ones(n)])
        p = np.concatenate([self.epsilon - y, self.epsilon + y])
        alphas, self._offset, steps = self._solve(self._kernel(X, X), sign, p, self.C * np.concatenate([weights] * 2))
        self.n_iter_ = steps
        values = alphas[:n] - alphas[n:]
        self.support_ = np.flatnonzero(values != 0)
        self.support_vectors_ = X[self.support_]
        self.dual_coef_ = values[self.support_].reshape(1, -1)
        self.intercept_ = np.array([-self._offset])
        return self

    @property
    def n_support_(self):
        self._check_fitted('support_')
        return np.array([len(self.support_)], dtype=np.int32)

    def _weights(self):
        return np.dot(self.dual_coef_, self.support_vectors_)

    def predict(self, X):
        return np.dot(self._kernel(self._rows(X), self.support_vectors_), self.dual_coef_[0]) - self._offset


def __getattr__(name):
    if name in ('LinearSVC', 'LinearSVR'):
        import _sklearn_linear_svm as part
        return getattr(part, name)
    if name in ('NuSVC', 'NuSVR', 'OneClassSVM'):
        raise ImportError(f"nnsh has no sklearn.svm.{name}: take SVC, LinearSVC or SVR")
    raise AttributeError(f"module 'sklearn.svm' has no attribute {name!r}")
