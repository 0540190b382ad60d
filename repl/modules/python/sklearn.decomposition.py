"""sklearn.decomposition: principal components."""
import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils._param_validation import invalid
from sklearn.utils import _features, _matrix


class PCA(TransformerMixin, BaseEstimator):
    """The directions of most variance, by singular value decomposition.

    Every svd_solver gives the exact decomposition; a row of components_ has its largest entry positive."""

    def __init__(self, n_components=None, *, copy=True, whiten=False, svd_solver='auto', tol=0.0,
                 iterated_power='auto', n_oversamples=10, power_iteration_normalizer='auto', random_state=None):
        self.n_components = n_components
        self.copy = copy
        self.whiten = whiten
        self.svd_solver = svd_solver
        self.tol = tol
        self.iterated_power = iterated_power
        self.n_oversamples = n_oversamples
        self.power_iteration_normalizer = power_iteration_normalizer
        self.random_state = random_state

    def _count(self, n, p, ratio):
        wanted = self.n_components
        if wanted is None:
            return min(n, p)
        if isinstance(wanted, str) and wanted != 'mle':
            invalid('n_components', 'PCA', "an int in the range [0, inf), a float in the range (0.0, 1.0), a str "
                                           "among {'mle'} or "
                    "None", wanted)
        if isinstance(wanted, str):
            raise NotImplementedError("PCA(n_components='mle') is not there")
        if isinstance(wanted, float) and 0 < wanted < 1:
            return int(np.searchsorted(np.cumsum(ratio), wanted, side='right')) + 1
        if not 0 <= wanted <= min(n, p):
            raise ValueError(f"n_components={wanted!r} must be between 0 and min(n_samples, n_features)={min(n, p)!r} "
                             f"with svd_solver={'full' if self.svd_solver == 'auto' else self.svd_solver!r}")
        return int(wanted)

    def _fit(self, X):
        self._remember(X)
        X = _matrix(X, self)
        n, p = X.shape
        self.n_samples_, self.n_features_in_ = n, p
        self.mean_ = X.mean(axis=0)
        X = X - self.mean_
        u, s, v = np.linalg.svd(X, full_matrices=False)
        largest = np.argmax(np.abs(v), axis=1)
        signs = np.sign(v[np.arange(len(v)), largest])
        u, v = u * signs, v * signs.reshape(-1, 1)
        variance = s ** 2 / (n - 1)
        ratio = variance / variance.sum()
        k = self._count(n, p, ratio)
        self.n_components_ = k
        self.noise_variance_ = float(np.mean(variance[k:])) if k < min(n, p) else 0.0
        self.components_ = v[:k]
        self.explained_variance_ = variance[:k]
        self.explained_variance_ratio_ = ratio[:k]
        self.singular_values_ = s[:k]
        return u[:, :k], s[:k]

    def fit(self, X, y=None):
        self._fit(X)
        return self

    def fit_transform(self, X, y=None):
        u, s = self._fit(X)
        return u * np.sqrt(self.n_samples_ - 1) if self.whiten else u * s

    def transform(self, X):
        self._check_fitted('components_')
        X = _features(self, _matrix(X, self))
        out = np.dot(X - self.mean_, self.components_.T)
        return out / np.sqrt(self.explained_variance_) if self.whiten else out

    def inverse_transform(self, X):
        self._check_fitted('components_')
        components = self.components_
        if self.whiten:
            components = np.sqrt(self.explained_variance_).reshape(-1, 1) * components
        return np.dot(X, components) + self.mean_

    def get_feature_names_out(self, input_features=None):
        return np.array([f'pca{i}' for i in range(self.n_components_)], dtype=object)


class TruncatedSVD(TransformerMixin, BaseEstimator):
    """The directions in which rows are longest, without centring: for counts of words.

    The decomposition is exact where scikit-learn's randomized one comes near it."""

    def __init__(self, n_components=2, *, algorithm='randomized', n_iter=5, n_oversamples=10,
                 power_iteration_normalizer='auto', random_state=None, tol=0.0):
        self.n_components = n_components
        self.algorithm = algorithm
        self.n_iter = n_iter
        self.n_oversamples = n_oversamples
        self.power_iteration_normalizer = power_iteration_normalizer
        self.random_state = random_state
        self.tol = tol

    def fit(self, X, y=None):
        self.fit_transform(X, y)
        return self

    def fit_transform(self, X, y=None):
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        if self.n_components > X.shape[1]:
            raise ValueError(f"n_components({self.n_components}) must be <= n_features({X.shape[1]}).")
        self.n_features_in_ = X.shape[1]
        U, S, Vt = np.linalg.svd(X, full_matrices=False)
        U, S, Vt = U[:, :self.n_components], S[:self.n_components], Vt[:self.n_components]
        most = np.argmax(np.abs(Vt), axis=1)
        signs = np.sign(Vt[np.arange(len(Vt)), most])
        self.components_ = Vt * signs.reshape(-1, 1)
        out = np.dot(X, self.components_.T)
        self.explained_variance_ = np.var(out, axis=0)
        self.explained_variance_ratio_ = self.explained_variance_ / np.var(X, axis=0).sum()
        self.singular_values_ = S
        return out

    def transform(self, X):
        self._check_fitted('components_')
        return np.dot(_features(self, _matrix(X, self)), self.components_.T)

    def inverse_transform(self, X):
        self._check_fitted('components_')
        return np.dot(np.asarray(X), self.components_)

    def get_feature_names_out(self, input_features=None):
        return np.array([f'truncatedsvd{i}' for i in range(len(self.components_))], dtype=object)
