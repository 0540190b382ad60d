"""KBinsDiscretizer: numbers as the numbers of the bins they fall into."""
import numpy as np
from _scipy_sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils import _features, _matrix
from sklearn.utils._param_validation import invalid


class KBinsDiscretizer(TransformerMixin, BaseEstimator):
    """Bins of one width, of one count of values, or round the centres of clusters."""

    def __init__(self, n_bins=5, *, encode='onehot', strategy='quantile', quantile_method='averaged_inverted_cdf',
                 dtype=None, subsample=200000, random_state=None):
        self.n_bins = n_bins
        self.encode = encode
        self.strategy = strategy
        self.quantile_method = quantile_method
        self.dtype = dtype
        self.subsample = subsample
        self.random_state = random_state

    def fit(self, X, y=None, sample_weight=None):
        if self.encode not in ('onehot', 'onehot-dense', 'ordinal'):
            invalid('encode', 'KBinsDiscretizer', "a str among {'onehot', 'onehot-dense', 'ordinal'}", self.encode)
        if self.strategy not in ('uniform', 'quantile', 'kmeans'):
            invalid('strategy', 'KBinsDiscretizer', "a str among {'kmeans', 'quantile', 'uniform'}", self.strategy)
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        self.n_features_in_ = X.shape[1]
        counts = np.full(X.shape[1], self.n_bins) if np.ndim(self.n_bins) == 0 else np.asarray(self.n_bins)
        self._edges = []
        for j in range(X.shape[1]):
            column, count = X[:, j], int(counts[j])
            low, high = column.min(), column.max()
            if low == high:
                edges = np.array([-np.inf, np.inf])
            elif self.strategy == 'uniform':
                edges = np.linspace(low, high, count + 1)
            elif self.strategy == 'quantile':
                edges = np.percentile(column, np.linspace(0, 100, count + 1), method=self.quantile_method)
            else:
                from sklearn.cluster import KMeans
                start = np.linspace(low, high, count + 1)
                centres = KMeans(count, init=((start[1:] + start[:-1]) * 0.5)[:, None], n_init=1).fit(
                    column[:, None]).cluster_centers_[:, 0]
                centres.sort()
                edges = np.concatenate([[low], (centres[1:] + centres[:-1]) * 0.5, [high]])
            if self.strategy != 'uniform' and len(edges) > 2:
                edges = edges[np.concatenate([[True], np.diff(edges) > 1e-8])]
            self._edges.append(edges)
        self.n_bins_ = np.array([len(e) - 1 for e in self._edges])
        return self

    @property
    def bin_edges_(self):
        """The edges of the bins, an array a feature."""
        self._check_fitted('_edges')
        out = np.empty(len(self._edges), dtype=object)
        for j, edges in enumerate(self._edges):
            out[j] = edges
        return out

    def transform(self, X):
        self._check_fitted('_edges')
        X = _features(self, _matrix(X, self))
        places = np.stack([np.searchsorted(edges[1:-1], X[:, j], side='right')
                           for j, edges in enumerate(self._edges)], axis=1)
        if self.encode == 'ordinal':
            return places.astype(np.float64)
        wide = np.concatenate([(places[:, j:j + 1] == np.arange(n)) for j, n in enumerate(self.n_bins_.tolist())],
                              axis=1).astype(np.float64)
        return csr_matrix(wide) if self.encode == 'onehot' else wide

    def inverse_transform(self, X):
        """The middle of each bin."""
        self._check_fitted('_edges')
        X = X.toarray() if hasattr(X, 'toarray') else np.asarray(X)
        if self.encode != 'ordinal':
            ends = np.cumsum(self.n_bins_)
            X = np.stack([np.argmax(X[:, end - n:end], axis=1) for end, n in zip(ends.tolist(), self.n_bins_.tolist())],
                         axis=1)
        return np.stack([((e[1:] + e[:-1]) * 0.5)[X[:, j].astype(np.int64)] for j, e in enumerate(self._edges)], axis=1)

    def get_feature_names_out(self, input_features=None):
        from sklearn.preprocessing import _feature_names
        names = _feature_names(self, input_features)
        if self.encode == 'ordinal':
            return names
        return np.array([f'{name}_{float(k)}' for name, n in zip(names, self.n_bins_.tolist()) for k in range(n)],
                        dtype=object)
