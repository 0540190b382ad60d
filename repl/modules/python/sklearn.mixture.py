"""sklearn.mixture: clouds that are normal distributions."""
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.utils import _features, _matrix, check_random_state
from sklearn.utils._param_validation import invalid


class GaussianMixture(BaseEstimator):
    """Several normal distributions, found by expectation and maximization."""

    def __init__(self, n_components=1, *, covariance_type='full', tol=1e-3, reg_covar=1e-6, max_iter=100, n_init=1,
                 init_params='kmeans', weights_init=None, means_init=None, precisions_init=None, random_state=None,
                 warm_start=False, verbose=0, verbose_interval=10):
        self.n_components = n_components
        self.covariance_type = covariance_type
        self.tol = tol
        self.reg_covar = reg_covar
        self.max_iter = max_iter
        self.n_init = n_init
        self.init_params = init_params
        self.weights_init = weights_init
        self.means_init = means_init
        self.precisions_init = precisions_init
        self.random_state = random_state
        self.warm_start = warm_start
        self.verbose = verbose
        self.verbose_interval = verbose_interval

    def _first(self, X, random):
        n, k = len(X), self.n_components
        if self.init_params == 'kmeans':
            from sklearn.cluster import KMeans
            labels = KMeans(n_clusters=k, n_init=1, random_state=random).fit(X).labels_
            return (labels[:, None] == np.arange(k)).astype(np.float64)
        if self.init_params == 'random':
            shares = random.uniform(size=(n, k))
            return shares / shares.sum(axis=1, keepdims=True)
        raise NotImplementedError("GaussianMixture begins with init_params 'kmeans' or 'random'")

    def fit(self, X, y=None):
        self.fit_predict(X, y)
        return self

    def fit_predict(self, X, y=None):
        if self.covariance_type not in ('full', 'tied', 'diag', 'spherical'):
            invalid('covariance_type', 'GaussianMixture', "a str among {'diag', 'full', 'spherical', 'tied'}",
                    self.covariance_type)
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        if len(X) < self.n_components:
            raise ValueError(f"Expected n_samples >= n_components but got n_components = {self.n_components}, "
                             f"n_samples = {len(X)}")
        self.n_features_in_ = X.shape[1]
        random, best = check_random_state(self.random_state), -np.inf
        self.converged_ = False
        for _ in range(self.n_init):
            self._maximize(X, self._first(X, random))
            if self.means_init is not None:
                self.means_ = np.asarray(self.means_init, dtype=np.float64)
            bound, bounds, converged = -np.inf, [], False
            for step in range(1, self.max_iter + 1):
                before = bound
                joint = self._joint(X)
                norm = _logsum(joint)
                self._maximize(X, np.exp(joint - norm[:, None]))
                bound = float(np.mean(norm))
                bounds.append(bound)
                if abs(bound - before) < self.tol:
                    converged = True
                    break
            if bound > best or best == -np.inf:
                best = bound
                kept = (self.weights_, self.means_, self.covariances_, step, bounds, converged)
        self.weights_, self.means_, self.covariances_, self.n_iter_, self.lower_bounds_, self.converged_ = kept
        self.lower_bound_ = best
        if not self.converged_:
            import warnings
            from sklearn.exceptions import ConvergenceWarning
            warnings.warn("Best performing initialization did not converge. Try different init parameters, or increase "
                          "max_iter, tol, or check for degenerate data.", ConvergenceWarning)
        return np.argmax(self._joint(X), axis=1)

    def _maximize(self, X, shares):
        counts = shares.sum(axis=0) + 10 * np.finfo(np.float64).eps
        self.means_ = np.dot(shares.T, X) / counts[:, None]
        kind, p = self.covariance_type, X.shape[1]
        if kind == 'full':
            out = []
            for k in range(len(counts)):
                gap = X - self.means_[k]
                cov = np.dot(shares[:, k] * gap.T, gap) / counts[k]
                cov[np.arange(p), np.arange(p)] += self.reg_covar
                out.append(cov)
            self.covariances_ = np.stack(out)
        elif kind == 'tied':
            cov = (np.dot(X.T, X) - np.dot(counts * self.means_.T, self.means_)) / counts.sum()
            cov[np.arange(p), np.arange(p)] += self.reg_covar
            self.covariances_ = cov
        else:
            squares = np.dot(shares.T, X * X) / counts[:, None] - self.means_ ** 2 + self.reg_covar
            self.covariances_ = squares if kind == 'diag' else squares.mean(axis=1)
        self.weights_ = counts / counts.sum()

    @property
    def precisions_cholesky_(self):
        """The Cholesky factors of the inverse covariances (of diagonal ones: one by the deviations)."""
        if self.covariance_type in ('diag', 'spherical'):
            return 1.0 / np.sqrt(self.covariances_)
        parts = self.covariances_ if self.covariance_type == 'full' else [self.covariances_]
        made = [np.linalg.inv(np.linalg.cholesky(cov)).T for cov in parts]
        return np.stack(made) if self.covariance_type == 'full' else made[0]

    @property
    def precisions_(self):
        """The inverse covariances."""
        factors = self.precisions_cholesky_
        if self.covariance_type == 'full':
            return np.stack([np.dot(f, f.T) for f in factors])
        return np.dot(factors, factors.T) if self.covariance_type == 'tied' else factors ** 2

    def _joint(self, X):
        """The log of each cloud's density at each row, with its weight."""
        p, factors, out = X.shape[1], self.precisions_cholesky_, []
        for k in range(self.n_components):
            if self.covariance_type in ('full', 'tied'):
                factor = factors[k] if self.covariance_type == 'full' else factors
                turned = np.dot(X, factor) - np.dot(self.means_[k], factor)
                size = np.log(np.diagonal(factor)).sum()
            else:
                scale = factors[k] if self.covariance_type == 'diag' else np.full(p, factors[k])
                turned, size = (X - self.means_[k]) * scale, np.log(scale).sum()
            out.append(-0.5 * (p * np.log(2 * np.pi) + (turned ** 2).sum(axis=1)) + size)
        return np.stack(out, axis=1) + np.log(self.weights_)

    def _rows(self, X):
        self._check_fitted('means_')
        return _features(self, _matrix(X, self))

    def predict(self, X):
        return np.argmax(self._joint(self._rows(X)), axis=1)

    def predict_proba(self, X):
        joint = self._joint(self._rows(X))
        return np.exp(joint - _logsum(joint)[:, None])

    def score_samples(self, X):
        """The log of the density at each row."""
        return _logsum(self._joint(self._rows(X)))

    def score(self, X, y=None):
        return float(np.mean(self.score_samples(X)))

    def _n_parameters(self):
        p, k = self.n_features_in_, self.n_components
        each = {'full': k * p * (p + 1) / 2, 'tied': p * (p + 1) / 2, 'diag': k * p, 'spherical': k}
        return int(each[self.covariance_type] + p * k + k - 1)

    def bic(self, X):
        """Bayes' information criterion: the lower, the better."""
        return float(-2 * self.score(X) * len(X) + self._n_parameters() * np.log(len(X)))

    def aic(self, X):
        """Akaike's information criterion: the lower, the better."""
        return -2 * self.score(X) * len(X) + 2 * self._n_parameters()

    def sample(self, n_samples=1):
        """Rows drawn from the clouds, and the cloud of each."""
        self._check_fitted('means_')
        random = check_random_state(self.random_state)
        counts = random.multinomial(n_samples, self.weights_)
        rows = []
        for k, count in enumerate(counts.tolist()):
            if self.covariance_type in ('full', 'tied'):
                cov = self.covariances_[k] if self.covariance_type == 'full' else self.covariances_
                rows.append(random.multivariate_normal(self.means_[k], cov, count))
            else:
                rows.append(self.means_[k] + random.standard_normal(size=(count, self.n_features_in_)) * np.sqrt(
                    self.covariances_[k]))
        return np.vstack(rows), np.concatenate([np.full(c, k, dtype=int) for k, c in enumerate(counts.tolist())])


def _logsum(joint):
    most = joint.max(axis=1)
    return np.log(np.exp(joint - most[:, None]).sum(axis=1)) + most
