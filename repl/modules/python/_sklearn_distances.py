"""Distances, and metrics of clusters."""
import numpy as np
from sklearn.utils import _matrix, _unique, check_consistent_length


def euclidean_distances(X, Y=None, *, squared=False):
    """Distances of every row of X to every row of Y."""
    X = _matrix(X)
    same = Y is None
    Y = X if same else _matrix(Y)
    out = (X * X).sum(axis=1).reshape(-1, 1) - 2 * np.dot(X, Y.T) + (Y * Y).sum(axis=1).reshape(1, -1)
    out = np.maximum(out, 0)
    if same:
        out[np.arange(len(X)), np.arange(len(X))] = 0
    return out if squared else np.sqrt(out)


def pairwise_distances(X, Y=None, metric='euclidean'):
    if metric == 'euclidean':
        return euclidean_distances(X, Y)
    X = _matrix(X)
    Y = X if Y is None else _matrix(Y)
    if metric in ('manhattan', 'l1', 'cityblock'):
        return np.stack([np.abs(Y - row).sum(axis=1) for row in X])
    if metric == 'cosine':
        return 1 - cosine_similarity(X, Y)
    raise ValueError(f"Unknown metric {metric}. Valid metrics are ['euclidean', 'l1', 'manhattan', 'cityblock', "
                     "'cosine']")


def cosine_similarity(X, Y=None):
    from sklearn.preprocessing import normalize
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
