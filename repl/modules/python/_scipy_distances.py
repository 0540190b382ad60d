"""Distances of two points, of all pairs, of the rows of two matrices."""
import numpy as np


def _vector(u):
    u = np.asarray(u, dtype=np.float64)
    if u.ndim != 1:
        raise ValueError("Input vector should be 1-D.")
    return u


def euclidean(u, v):
    """The length of the straight line."""
    return float(np.sqrt(((_vector(u) - _vector(v)) ** 2).sum()))


def sqeuclidean(u, v):
    """The square of it."""
    return float(((_vector(u) - _vector(v)) ** 2).sum())


def cityblock(u, v):
    """The way along the axes."""
    return np.abs(np.asarray(u) - np.asarray(v)).sum()


def chebyshev(u, v):
    """The greatest difference."""
    return np.abs(np.asarray(u) - np.asarray(v)).max()


def minkowski(u, v, p=2):
    """The p-th root of the sum of p-th powers."""
    return float((np.abs(_vector(u) - _vector(v)) ** p).sum() ** (1 / p))


def cosine(u, v):
    """1 - the cosine of the angle."""
    u, v = _vector(u), _vector(v)
    return float(1.0 - np.dot(u, v) / np.sqrt(np.dot(u, u) * np.dot(v, v)))


def correlation(u, v):
    """1 - the correlation."""
    u, v = _vector(u), _vector(v)
    return cosine(u - u.mean(), v - v.mean())


def hamming(u, v):
    """The share of places that differ."""
    return float(np.mean(np.asarray(u) != np.asarray(v)))


def jaccard(u, v):
    """The share of the places that are not both zero which differ."""
    u, v = np.asarray(u), np.asarray(v)
    some = (u != 0) | (v != 0)
    return float((some & (u != v)).sum() / some.sum()) if some.any() else 0.0


def canberra(u, v):
    """Differences by the sums of sizes."""
    u, v = _vector(u), _vector(v)
    below = np.abs(u) + np.abs(v)
    return float((np.abs(u - v)[below > 0] / below[below > 0]).sum())


def braycurtis(u, v):
    """The sum of differences by the sum of sums."""
    u, v = _vector(u), _vector(v)
    return float(np.abs(u - v).sum() / np.abs(u + v).sum())


def mahalanobis(u, v, VI):
    """The length of the line, measured by an inverse covariance."""
    gap = _vector(u) - _vector(v)
    return float(np.sqrt(np.dot(np.dot(gap, np.asarray(VI)), gap)))


_BY_NAME = {f.__name__: f for f in (euclidean, sqeuclidean, cityblock, chebyshev, minkowski, cosine, correlation,
                                    hamming, jaccard, canberra, braycurtis)}
_BY_NAME['manhattan'] = _BY_NAME['cityblock']


def _to_rows(metric, p):
    """A function of a row and a matrix."""
    if metric in ('euclidean', 'sqeuclidean'):
        return lambda row, Y: (lambda s: np.sqrt(s) if metric == 'euclidean' else s)(((Y - row) ** 2).sum(axis=1))
    if metric in ('cityblock', 'manhattan'):
        return lambda row, Y: np.abs(Y - row).sum(axis=1)
    if metric == 'chebyshev':
        return lambda row, Y: np.abs(Y - row).max(axis=1)
    if callable(metric):
        function = metric
    elif metric not in _BY_NAME:
        raise ValueError(f"Unknown Distance Metric: {metric}" if isinstance(metric, str) else
                         "2nd argument metric must be a string identifier or a function.")
    else:
        function = (lambda u, v: minkowski(u, v, p)) if metric == 'minkowski' else _BY_NAME[metric]
    return lambda row, Y: np.array([function(row, other) for other in Y])


def pdist(X, metric='euclidean', *, p=2):
    """The distances of all pairs of rows, as one vector."""
    X = np.asarray(X, dtype=np.float64)
    if X.ndim != 2:
        raise ValueError(f"A 2-dimensional array must be passed. (Shape was {X.shape}).")
    each = _to_rows(metric, p)
    parts = [each(X[i], X[i + 1:]) for i in range(len(X) - 1)]
    return np.concatenate(parts) if parts else np.zeros(0)


def cdist(XA, XB, metric='euclidean', *, p=2):
    """The distance of each row of one matrix to each of another."""
    XA, XB = np.asarray(XA, dtype=np.float64), np.asarray(XB, dtype=np.float64)
    for name, X in (('XA', XA), ('XB', XB)):
        if X.ndim != 2:
            raise ValueError(f"{name} must be a 2-dimensional array.")
    if XA.shape[1] != XB.shape[1]:
        raise ValueError("XA and XB must have the same number of columns (i.e. feature dimension.)")
    each = _to_rows(metric, p)
    return np.stack([each(row, XB) for row in XA]) if len(XA) else np.zeros((0, len(XB)))


def squareform(X, force='no', checks=True):
    """A vector of pdist as a square matrix, and back."""
    X = np.asarray(X)
    if X.ndim == 1:
        n = int(np.ceil(np.sqrt(len(X) * 2)))
        if n * (n - 1) // 2 != len(X):
            raise ValueError("Incompatible vector size. It must be a binomial coefficient n choose 2 for some integer "
                             "n >= 2.")
        out = np.zeros((n, n), dtype=X.dtype)
        upper = np.triu_indices(n, 1)
        out[upper] = X
        out.T[upper] = X
        return out
    return X[np.triu_indices(len(X), 1)]
