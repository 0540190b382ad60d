"""sklearn.neighbors: the nearest samples decide."""
import numpy as np
from _sklearn_distances import check_metric, pairwise_distances
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils import _array_of, _features, _given_labels, _given_target, _matrix, _unique, check_consistent_length
from sklearn.utils._param_validation import invalid


class _Neighbors(BaseEstimator):
    def __init__(self, n_neighbors=5, *, weights='uniform', algorithm='auto', leaf_size=30, p=2, metric='minkowski',
                 metric_params=None, n_jobs=None):
        self.n_neighbors = n_neighbors
        self.weights = weights
        self.algorithm = algorithm
        self.leaf_size = leaf_size
        self.p = p
        self.metric = metric
        self.metric_params = metric_params
        self.n_jobs = n_jobs

    def _keep(self, X):
        if not isinstance(self.n_neighbors, (int, np.integer)) or self.n_neighbors < 1:
            invalid('n_neighbors', type(self).__name__, 'an int in the range [1, inf) or None', self.n_neighbors)
        check_metric(self.metric, type(self).__name__)
        self._remember(X)
        X = _matrix(X, self)
        self.n_features_in_, self.n_samples_fit_ = X.shape[1], X.shape[0]
        self._X = X.astype(np.float64)

    def _distances(self, X):
        """Chunks of rows, so that no cube of differences is made."""
        power = {'euclidean': 2, 'l2': 2, 'manhattan': 1, 'l1': 1, 'cityblock': 1, 'minkowski': self.p,
                 'chebyshev': np.inf}.get(self.metric)
        if power is None:
            return pairwise_distances(X, self._X, self.metric)
        out = np.zeros((len(X), len(self._X)))
        for i in range(len(X)):
            gap = self._X - X[i]
            if power == 2:
                out[i] = np.sqrt((gap * gap).sum(axis=1))
            elif power == 1:
                out[i] = np.abs(gap).sum(axis=1)
            elif power == np.inf:
                out[i] = np.abs(gap).max(axis=1)
            else:
                out[i] = (np.abs(gap) ** power).sum(axis=1) ** (1 / power)
        return out

    def kneighbors(self, X=None, n_neighbors=None, return_distance=True):
        self._check_fitted('_X')
        k = self.n_neighbors if n_neighbors is None else n_neighbors
        own = X is None
        X = self._X if own else _features(self, _matrix(X, self)).astype(np.float64)
        if k + own > self.n_samples_fit_:
            raise ValueError(f"Expected n_neighbors <= n_samples_fit, but n_neighbors = {k}, n_samples_fit = "
                             f"{self.n_samples_fit_}, n_samples = {len(X)}")
        distances = self._distances(X)
        if own:
            distances[np.arange(len(X)), np.arange(len(X))] = np.inf
        order = np.argsort(distances, axis=1, kind='stable')[:, :k]
        if not return_distance:
            return order
        return np.stack([row[at] for row, at in zip(distances, order)]), order

    def _shares(self, distances):
        if self.weights is None or isinstance(self.weights, str) and self.weights == 'uniform':
            return np.ones(distances.shape)
        if callable(self.weights):
            return np.asarray(self.weights(distances))
        if self.weights != 'distance':
            invalid('weights', type(self).__name__, "a str among {'distance', 'uniform'}, a callable or None",
                    self.weights)
        zero = distances == 0
        some = zero.any(axis=1, keepdims=True)
        return np.where(some, zero.astype(np.float64), 1.0 / np.where(zero, 1.0, distances))


class KNeighborsClassifier(ClassifierMixin, _Neighbors):
    """The class that most of the nearest samples have."""

    def fit(self, X, y):
        self._keep(X)
        y = _given_labels(y, self)
        check_consistent_length(self._X, y)
        self._classes, self._places = _unique(y)
        return self

    @property
    def classes_(self):
        self._check_fitted('_classes')
        return _array_of(self._classes)

    def predict_proba(self, X):
        distances, near = self.kneighbors(X)
        shares = self._shares(distances)
        labels = self._places[near]
        out = np.stack([(shares * (labels == c)).sum(axis=1) for c in range(len(self._classes))], axis=1)
        return out / out.sum(axis=1, keepdims=True)

    def predict(self, X):
        places = np.argmax(self.predict_proba(X), axis=1)
        if isinstance(self._classes, list):
            return _array_of([self._classes[i] for i in places.tolist()])
        return self._classes[places]


class KNeighborsRegressor(RegressorMixin, _Neighbors):
    """The mean of the nearest samples' targets."""

    def fit(self, X, y):
        self._keep(X)
        self._y = np.asarray(_given_target(y, self))
        check_consistent_length(self._X, self._y)
        return self

    def predict(self, X):
        distances, near = self.kneighbors(X)
        shares = self._shares(distances)
        if self._y.ndim == 1:
            return (self._y[near] * shares).sum(axis=1) / shares.sum(axis=1)
        return (self._y[near] * shares[:, :, None]).sum(axis=1) / shares.sum(axis=1, keepdims=True)


class NearestNeighbors(_Neighbors):
    """The nearest samples themselves."""

    def __init__(self, *, n_neighbors=5, radius=1.0, algorithm='auto', leaf_size=30, metric='minkowski', p=2,
                 metric_params=None, n_jobs=None):
        self.n_neighbors = n_neighbors
        self.radius = radius
        self.algorithm = algorithm
        self.leaf_size = leaf_size
        self.metric = metric
        self.p = p
        self.metric_params = metric_params
        self.n_jobs = n_jobs

    def fit(self, X, y=None):
        self._keep(X)
        return self
