"""Clusters without centres: DBSCAN and agglomerative clustering."""
import numpy as np
from _scipy_linkage import linkage
from _sklearn_distances import pairwise_distances
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.utils import _matrix


class DBSCAN(ClusterMixin, BaseEstimator):
    """Clusters are where many points are near each other; -1 is noise."""

    def __init__(self, eps=0.5, *, min_samples=5, metric='euclidean', metric_params=None, algorithm='auto',
                 leaf_size=30, p=None, n_jobs=None):
        self.eps = eps
        self.min_samples = min_samples
        self.metric = metric
        self.metric_params = metric_params
        self.algorithm = algorithm
        self.leaf_size = leaf_size
        self.p = p
        self.n_jobs = n_jobs

    def fit(self, X, y=None, sample_weight=None):
        self._remember(X)
        X = _matrix(X, self)
        self.n_features_in_ = X.shape[1]
        near = [np.flatnonzero(pairwise_distances(X[i:i + 1], X, metric=self.metric)[0] <= self.eps)
                for i in range(len(X))]
        weights = np.ones(len(X)) if sample_weight is None else np.asarray(sample_weight)
        core = np.array([weights[n].sum() >= self.min_samples for n in near], dtype=bool)
        labels = np.full(len(X), -1, dtype=np.int64)
        number = 0
        for i in range(len(X)):
            if labels[i] != -1 or not core[i]:
                continue
            stack, at = [], i
            while True:
                if labels[at] == -1:
                    labels[at] = number
                    if core[at]:
                        stack.extend(v for v in near[at].tolist() if labels[v] == -1)
                if not stack:
                    break
                at = stack.pop()
            number += 1
        self.labels_ = labels
        self.core_sample_indices_ = np.flatnonzero(core)
        self.components_ = X[self.core_sample_indices_].copy()
        return self


class AgglomerativeClustering(ClusterMixin, BaseEstimator):
    """The two nearest clusters become one, again and again."""

    def __init__(self, n_clusters=2, *, metric='euclidean', memory=None, connectivity=None, compute_full_tree='auto',
                 linkage='ward', distance_threshold=None, compute_distances=False):
        self.n_clusters = n_clusters
        self.metric = metric
        self.memory = memory
        self.connectivity = connectivity
        self.compute_full_tree = compute_full_tree
        self.linkage = linkage
        self.distance_threshold = distance_threshold
        self.compute_distances = compute_distances

    def fit(self, X, y=None):
        if not (self.n_clusters is None) ^ (self.distance_threshold is None):
            raise ValueError("Exactly one of n_clusters and distance_threshold has to be set, and the other needs to "
                             "be None.")
        if self.linkage == 'ward' and self.metric != 'euclidean':
            raise ValueError(f"{self.metric} was provided as metric. Ward can only work with euclidean distances (i.e. "
                             "'euclidean' and 'l2').")
        self._remember(X)
        X = _matrix(X, self)
        n = len(X)
        self.n_features_in_ = X.shape[1]
        tree = linkage(X, self.linkage, self.metric)
        self.children_ = tree[:, :2].astype(np.int64)
        self.n_leaves_ = n
        count = self.n_clusters
        if count is None:
            count = int((tree[:, 2] >= self.distance_threshold).sum()) + 1
        if self.distance_threshold is not None or self.compute_distances:
            self.distances_ = tree[:, 2]
        self.n_clusters_ = count
        self.labels_ = self._cut(count, n)
        return self

    def _cut(self, count, n):
        """scikit-learn's numbers of clusters: the nodes left after the last joins are undone, as its heap holds them."""
        import heapq
        nodes = [-(int(self.children_[-1].max()) + 1)]
        for _ in range(count - 1):
            pair = self.children_[-nodes[0] - n]
            heapq.heappush(nodes, -int(pair[0]))
            heapq.heappushpop(nodes, -int(pair[1]))
        labels = np.zeros(n, dtype=np.int64)
        for number, node in enumerate(nodes):
            stack = [-node]
            while stack:
                at = stack.pop()
                if at < n:
                    labels[at] = number
                else:
                    stack.extend(self.children_[at - n].tolist())
        return labels
