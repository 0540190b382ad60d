"""Distances, and metrics of clusters."""
import numpy as np
from sklearn.utils import _matrix, _unique, check_consistent_length
from sklearn.utils._param_validation import invalid


def euclidean_distances(X, Y=None, *, squared=False):
    """Distances of every row of X to every row of Y."""
    X = _matrix(X, 'check_pairwise_arrays')
    same = Y is None
    Y = X if same else _matrix(Y, 'check_pairwise_arrays')
    out = (X * X).sum(axis=1).reshape(-1, 1) - 2 * np.dot(X, Y.T) + (Y * Y).sum(axis=1).reshape(1, -1)
    out = np.maximum(out, 0)
    if same:
        out[np.arange(len(X)), np.arange(len(X))] = 0
    return out if squared else np.sqrt(out)


def _shares(gap, sums):
    """gap / sums, and 0 where both are 0."""
    return np.where(sums == 0, 0.0, gap / np.where(sums == 0, 1.0, sums))


# Distances of a row to every row of a matrix.
_BY_ROWS = {
    'manhattan': lambda row, Y: np.abs(Y - row).sum(axis=1),
    'chebyshev': lambda row, Y: np.abs(Y - row).max(axis=1),
    'sqeuclidean': lambda row, Y: ((Y - row) ** 2).sum(axis=1),
    'hamming': lambda row, Y: (Y != row).mean(axis=1),
    'canberra': lambda row, Y: _shares(np.abs(Y - row), np.abs(Y) + np.abs(row)).sum(axis=1),
    'braycurtis': lambda row, Y: np.abs(Y - row).sum(axis=1) / np.abs(Y + row).sum(axis=1),
}
_BY_ROWS['l1'] = _BY_ROWS['cityblock'] = _BY_ROWS['manhattan']
# What scikit-learn has beyond these.
_ELSEWHERE = ('correlation', 'dice', 'haversine', 'infinity', 'jaccard', 'mahalanobis', 'matching', 'nan_euclidean', 'p',
              'pyfunc', 'rogerstanimoto', 'russellrao', 'seuclidean', 'sokalmichener', 'sokalsneath', 'yule')


def check_metric(metric, owner):
    """InvalidParameterError for what is no metric, NotImplementedError for one that is not there."""
    there = (*_BY_ROWS, 'euclidean', 'l2', 'minkowski', 'cosine', 'precomputed')
    if callable(metric) or isinstance(metric, str) and metric in there:
        return
    names = sorted(there + _ELSEWHERE)
    if not isinstance(metric, str) or metric not in names:
        invalid('metric', owner, f"a str among {{{', '.join([repr(name) for name in names])}}} or a callable", metric)
    raise NotImplementedError(f"metric={metric!r} is not there: euclidean, manhattan, chebyshev, minkowski, cosine, "
                              f"sqeuclidean, "
                              "hamming, canberra and braycurtis are, or a function of two rows")


def pairwise_distances(X, Y=None, metric='euclidean', *, p=2):
    check_metric(metric, 'pairwise_distances')
    if metric in ('euclidean', 'l2'):
        return euclidean_distances(X, Y)
    X = _matrix(X, 'check_pairwise_arrays')
    if metric == 'precomputed':
        wanted = len(X) if Y is None else len(Y)
        if X.shape[1] != wanted:
            raise ValueError(f"Precomputed metric requires shape (n_queries, n_indexed). Got {X.shape} for {wanted} "
                             f"indexed.")
        return X
    Y = X if Y is None else _matrix(Y, 'check_pairwise_arrays')
    if metric == 'cosine':
        out = 1 - cosine_similarity(X, Y)
        out = np.clip(out, 0, 2)
        if Y is X:
            out[np.arange(len(X)), np.arange(len(X))] = 0.0
        return out
    if callable(metric):
        return np.array([[metric(row, other) for other in Y] for row in X], dtype=np.float64)
    if metric == 'minkowski':
        return np.stack([(np.abs(Y - row) ** p).sum(axis=1) ** (1 / p) for row in X])
    return np.stack([_BY_ROWS[metric](row, Y) for row in X])


def cosine_similarity(X, Y=None):
    from sklearn.preprocessing import normalize
    if hasattr(X, 'toarray') and (Y is None or hasattr(Y, 'toarray')):
        # Sums over what is stored, in its order, as products of sparse matrices are.
        from _sklearn_tfidf import normalized
        left = normalized(X.astype(np.float64), 'l2')
        return (left @ (left if Y is None else normalized(Y.astype(np.float64), 'l2')).T).toarray()
    X = normalize(X)
    return np.dot(X, (X if Y is None else normalize(Y)).T)


def silhouette_samples(X, labels, *, metric='euclidean'):
    """(b - a) / max(a, b): how much nearer a sample is to its own cluster than to the next."""
    check_consistent_length(X, labels)
    classes, places = _unique(labels)
    n = len(places)
    if not 1 < len(classes) < n:
        raise ValueError(f"Number of labels is {len(classes)}. Valid values are 2 to n_samples - 1 (inclusive)")
    distances = pairwise_distances(X, metric=metric)
    counts = np.bincount(places)
    sums = np.stack([distances[:, places == c].sum(axis=1) for c in range(len(classes))], axis=1)
    rows = np.arange(n)
    own = sums[rows, places] / np.maximum(counts[places] - 1, 1)
    means = sums / counts
    means[rows, places] = np.inf
    other = means.min(axis=1)
    return np.where(counts[places] > 1, (other - own) / np.maximum(own, other), 0.0)


def silhouette_score(X, labels, *, metric='euclidean', sample_size=None, random_state=None):
    return float(np.mean(silhouette_samples(X, labels, metric=metric)))


def adjusted_rand_score(labels_true, labels_pred):
    """Agreement of two clusterings, beyond chance."""
    from sklearn.metrics import confusion_matrix
    a, b = _unique(labels_true)[1], _unique(labels_pred)[1]
    n = len(a)
    table = np.zeros((a.max() + 1, b.max() + 1), dtype=np.int64)
    for i, j in zip(a.tolist(), b.tolist()):
        table[i, j] += 1
    squares = int((table ** 2).sum())
    tp = squares - n
    fp = int(np.dot(table, table.sum(axis=0)).sum()) - squares
    fn = int(np.dot(table.T, table.sum(axis=1)).sum()) - squares
    tn = n * n - fp - fn - squares
    if fn == 0 and fp == 0:
        return 1.0
    return 2.0 * (tp * tn - fn * fp) / ((tp + fn) * (fn + tn) + (tp + fp) * (fp + tn))
