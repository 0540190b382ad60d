"""sklearn.cluster: k-means."""
import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin, TransformerMixin
from sklearn.utils import _features, _matrix, check_random_state
from sklearn.utils._param_validation import invalid
from _sklearn_clusters import DBSCAN, AgglomerativeClustering
from _sklearn_distances import euclidean_distances


def _squared(A, norms_A, B, norms_B):
    out = np.dot(A, B.T) * -2
    return np.maximum(out + norms_A.reshape(-1, 1) + norms_B.reshape(1, -1), 0)


def _plus_plus(X, k, norms, weights, rng):
    """k-means++: each further centre is drawn by its squared distance, the best of some tries."""
    n = len(X)
    tries = 2 + int(np.log(k))
    chosen = [int(rng.choice(n, p=weights / weights.sum()))]
    closest = _squared(X[chosen], norms[chosen], X, norms)
    potential = np.dot(closest, weights)[0]
    for _ in range(1, k):
        drawn = rng.uniform(size=tries) * potential
        candidates = np.searchsorted(np.cumsum((weights * closest).reshape(-1)), drawn)
        candidates = np.minimum(candidates, n - 1)
        distances = np.minimum(closest, _squared(X[candidates], norms[candidates], X, norms))
        potentials = np.dot(distances, weights.reshape(-1, 1)).reshape(-1)
        best = int(np.argmin(potentials))
        potential, closest = potentials[best], distances[best:best + 1]
        chosen.append(int(candidates[best]))
    return X[chosen]


def _distances(A, B):
    """Squared distances row by row, four columns at a time, which is scikit-learn's order of adding."""
    gap = (A - B) ** 2
    out = np.zeros(len(A))
    whole = gap.shape[1] // 4 * 4
    for j in range(0, whole, 4):
        out = out + (gap[:, j] + gap[:, j + 1] + gap[:, j + 2] + gap[:, j + 3])
    for j in range(whole, gap.shape[1]):
        out = out + gap[:, j]
    return out


class KMeans(TransformerMixin, ClusterMixin, BaseEstimator):
    """Clusters round centres (Lloyd's algorithm)."""

    def __init__(self, n_clusters=8, *, init='k-means++', n_init='auto', max_iter=300, tol=1e-4, verbose=0,
                 random_state=None, copy_x=True, algorithm='lloyd'):
        self.n_clusters = n_clusters
        self.init = init
        self.n_init = n_init
        self.max_iter = max_iter
        self.tol = tol
        self.verbose = verbose
        self.random_state = random_state
        self.copy_x = copy_x
        self.algorithm = algorithm

    def _labels(self, X, centers):
        scores = (centers * centers).sum(axis=1) - 2 * np.dot(X, centers.T)
        return np.argmin(scores, axis=1)

    def _once(self, X, centers, weights, tol):
        k = len(centers)
        labels = np.full(len(X), -1)
        strict = False
        for step in range(1, self.max_iter + 1):
            new = self._labels(X, centers)
            counts = np.bincount(new, weights=weights, minlength=k)
            sums = np.stack([np.bincount(new, weights=X[:, j] * weights, minlength=k) for j in range(X.shape[1])],
                            axis=1)
            empty = np.flatnonzero(counts == 0)
            if len(empty):
                gap = ((X - centers[new]) ** 2).sum(axis=1)
                far = np.argsort(gap, kind='stable')[::-1][:len(empty)]
                for cluster, sample in zip(empty.tolist(), far.tolist()):
                    old = int(new[sample])
                    sums[old] = sums[old] - X[sample] * weights[sample]
                    sums[cluster] = X[sample] * weights[sample]
                    counts[cluster] = weights[sample]
                    counts[old] -= weights[sample]
            moved = sums / counts.reshape(-1, 1)
            shift = np.sqrt(((moved - centers) ** 2).sum(axis=1))
            centers = moved
            if np.array_equal(new, labels):
                strict = True
                break
            labels = new
            if (shift ** 2).sum() <= tol:
                break
        if not strict:
            labels = self._labels(X, centers)
        inertia = sum((_distances(X, centers[labels]) * weights).tolist())
        return labels, float(inertia), centers, step

    def fit(self, X, y=None, sample_weight=None):
        if not isinstance(self.n_clusters, (int, np.integer)) or self.n_clusters < 1:
            invalid('n_clusters', type(self).__name__, 'an int in the range [1, inf)', self.n_clusters)
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        n, k = len(X), self.n_clusters
        if n < k:
            raise ValueError(f"n_samples={n} should be >= n_clusters={k}.")
        self.n_features_in_ = X.shape[1]
        rng = check_random_state(self.random_state)
        weights = np.ones(n) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        given = not isinstance(self.init, str) and not callable(self.init)
        runs = self.n_init
        if isinstance(runs, str):
            runs = 10 if isinstance(self.init, str) and self.init == 'random' else 1
        if given:
            runs = 1
        tol = np.mean(np.var(X, axis=0)) * self.tol
        mean = X.mean(axis=0)
        X = X - mean
        norms = (X * X).sum(axis=1)
        best = None
        for _ in range(runs):
            if given:
                centers = np.asarray(self.init, dtype=np.float64) - mean
            elif self.init == 'k-means++':
                centers = _plus_plus(X, k, norms, weights, rng)
            else:
                centers = X[rng.choice(n, size=k, replace=False, p=weights / weights.sum())]
            found = self._once(X, centers, weights, tol)
            if best is None or found[1] < best[1]:
                best = found
        self.labels_ = best[0].astype(np.int32)
        self.inertia_ = best[1]
        self.cluster_centers_ = best[2] + mean
        self.n_iter_ = best[3]
        return self

    def predict(self, X):
        self._check_fitted('cluster_centers_')
        X = _features(self, _matrix(X, self)).astype(np.float64)
        return self._labels(X, self.cluster_centers_).astype(np.int32)

    def transform(self, X):
        self._check_fitted('cluster_centers_')
        return euclidean_distances(_features(self, _matrix(X, self)), self.cluster_centers_)

    def fit_transform(self, X, y=None, sample_weight=None):
        return self.fit(X, sample_weight=sample_weight).transform(X)

    def score(self, X, y=None, sample_weight=None):
        X = _features(self, _matrix(X, self))
        return -float(((X - self.cluster_centers_[self.predict(X)]) ** 2).sum())
