"""Hierarchical clusters: which two are joined at what distance."""
import numpy as np
from _scipy_distances import pdist

_METHODS = ('single', 'complete', 'average', 'weighted', 'centroid', 'median', 'ward')


def linkage(y, method='single', metric='euclidean', optimal_ordering=False):
    """A row for each join: the two clusters, their distance, and how many points the new one has.

    y: points, one a row, or the distances of pdist."""
    if method not in _METHODS:
        raise ValueError(f"Invalid method: {method}")
    y = np.asarray(y, dtype=np.float64)
    if y.ndim == 1:
        n = int((1 + np.sqrt(1 + 8 * len(y))) / 2)
        distances = y
    elif y.ndim == 2:
        n, distances = len(y), pdist(y, metric)
    else:
        raise ValueError("`y` must be 1 or 2 dimensional.")
    if not np.all(np.isfinite(distances)):
        raise ValueError("The condensed distance matrix must contain only finite values.")
    D = np.full((n, n), np.inf)
    upper = np.triu_indices(n, 1)
    D[upper] = distances
    D.T[upper] = distances
    if method in ('centroid', 'median'):
        return _nearest_pairs(D, n, method)
    return _labelled(_chains(D, n, method), n)


def _joined(D, a, b, sizes, method, between):
    """The distances of the cluster of a and b to the others."""
    da, db, na, nb = D[a], D[b], sizes[a], sizes[b]
    if method == 'single':
        return np.minimum(da, db)
    if method == 'complete':
        return np.maximum(da, db)
    if method == 'average':
        return (na * da + nb * db) / (na + nb)
    if method == 'weighted':
        return 0.5 * (da + db)
    if method == 'centroid':
        return np.sqrt(((na * da * da + nb * db * db) - (na * nb * between * between) / (na + nb)) / (na + nb))
    if method == 'median':
        return np.sqrt(0.5 * (da * da + db * db) - 0.25 * between * between)
    t = 1.0 / (sizes + na + nb)
    with np.errstate(invalid='ignore'):
        return np.sqrt((sizes + na) * t * da * da + (sizes + nb) * t * db * db - sizes * t * between * between)


def _chains(D, n, method):
    """Joins by chains of nearest neighbours: (a, b, distance), with points standing for their clusters."""
    sizes, alive, joins, chain = np.ones(n), np.ones(n, dtype=bool), [], []
    for _ in range(n - 1):
        if not chain:
            chain.append(int(np.flatnonzero(alive)[0]))
        while True:
            at = chain[-1]
            row = np.where(alive, D[at], np.inf)
            row[at] = np.inf
            if len(chain) > 1:
                near, least = chain[-2], row[chain[-2]]
                best = int(np.argmin(row))
                if row[best] < least:
                    near = best
            else:
                near = int(np.argmin(row))
            if len(chain) > 1 and near == chain[-2]:
                break
            chain.append(near)
        a, b = chain.pop(), chain.pop()
        between = D[a, b]
        if a > b:
            a, b = b, a
        joins.append((a, b, between))
        new = _joined(D, a, b, sizes, method, between)
        alive[a] = False
        sizes[b] += sizes[a]
        sizes[a] = 0
        D[b] = new
        D[:, b] = new
        D[b, b] = np.inf
    return joins


def _labelled(joins, n):
    """The rows of linkage: joins by distance, clusters numbered in that order."""
    order = np.argsort(np.array([j[2] for j in joins]), kind='mergesort') if joins else []
    parent, sizes = list(range(2 * n - 1)), [1] * n + [0] * (n - 1)

    def root(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x
    out = np.zeros((max(n - 1, 0), 4))
    for k, i in enumerate(list(order)):
        a, b, between = joins[int(i)]
        first, second = sorted((root(a), root(b)))
        parent[first] = parent[second] = n + k
        sizes[n + k] = sizes[first] + sizes[second]
        out[k] = [first, second, between, sizes[n + k]]
    return out


def _nearest_pairs(D, n, method):
    sizes, numbers = np.ones(n), list(range(n))
    out = np.zeros((n - 1, 4))
    for k in range(n - 1):
        a, b = sorted(divmod(int(np.argmin(D)), n))
        between = D[a, b]
        first, second = sorted((numbers[a], numbers[b]))
        out[k] = [first, second, between, sizes[a] + sizes[b]]
        new = _joined(D, a, b, sizes, method, between)
        sizes[b] += sizes[a]
        numbers[b] = n + k
        D[b], D[:, b] = new, new
        D[b, b] = np.inf
        D[a], D[:, a] = np.inf, np.inf
    return out
