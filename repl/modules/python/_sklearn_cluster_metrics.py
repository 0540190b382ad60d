"""How good clusters are: by themselves, and beside known classes."""
import numpy as np
from _sklearn_distances import pairwise_distances
from sklearn.utils import _matrix, _unique, check_consistent_length


def _clusters(X, labels):
    X = _matrix(X).astype(np.float64)
    check_consistent_length(X, labels)
    classes, places = _unique(labels)
    if not 1 < len(classes) < len(X):
        raise ValueError(f"Number of labels is {len(classes)}. Valid values are 2 to n_samples - 1 (inclusive)")
    return X, np.asarray(places), [X[np.asarray(places) == c] for c in range(len(classes))]


def calinski_harabasz_score(X, labels):
    """How far the clusters are from each other, by how far their points are from their centres."""
    X, places, parts = _clusters(X, labels)
    mean, between, within = X.mean(axis=0), 0.0, 0.0
    for part in parts:
        centre = part.mean(axis=0)
        between += len(part) * np.sum((centre - mean) ** 2)
        within += np.sum((part - centre) ** 2)
    return float(1.0 if within == 0 else between * (len(X) - len(parts)) / (within * (len(parts) - 1)))


def davies_bouldin_score(X, labels):
    """How near each cluster is to the most similar one: the less, the better."""
    X, places, parts = _clusters(X, labels)
    centres = np.stack([part.mean(axis=0) for part in parts])
    inner = np.array([pairwise_distances(part, centres[k:k + 1]).mean() for k, part in enumerate(parts)])
    outer = pairwise_distances(centres)
    if np.allclose(inner, 0) or np.allclose(outer, 0):
        return 0.0
    outer[outer == 0] = np.inf
    return float(np.mean(((inner[:, None] + inner) / outer).max(axis=1)))


def contingency_matrix(labels_true, labels_pred):
    """How many rows are of each class and each cluster."""
    a, b = np.asarray(_unique(labels_true)[1]), np.asarray(_unique(labels_pred)[1])
    check_consistent_length(a, b)
    out = np.zeros((a.max() + 1, b.max() + 1), dtype=np.int64)
    np.add.at(out, (a, b), 1)
    return out


def _entropy(counts):
    counts = counts[counts > 0].astype(np.float64)
    if len(counts) == 1:
        return 0.0
    total = counts.sum()
    return float(-np.sum((counts / total) * (np.log(counts) - np.log(total))))


def mutual_info_score(labels_true, labels_pred, *, contingency=None):
    """How much the clusters say about the classes."""
    table = contingency_matrix(labels_true, labels_pred) if contingency is None else np.asarray(contingency)
    rows, cols = np.nonzero(table)
    values = table[rows, cols].astype(np.float64)
    pi, pj, total = table.sum(axis=1), table.sum(axis=0), table.sum()
    if len(pi) == 1 or len(pj) == 1:
        return 0.0
    shares = values / total
    outer = pi[rows].astype(np.int64) * pj[cols].astype(np.int64)
    log_outer = -np.log(outer) + np.log(pi.sum()) + np.log(pj.sum())
    parts = shares * (np.log(values) - np.log(total)) + shares * log_outer
    parts = np.where(np.abs(parts) < np.finfo(parts.dtype).eps, 0.0, parts)
    return float(max(parts.sum(), 0.0))


def homogeneity_completeness_v_measure(labels_true, labels_pred, *, beta=1.0):
    """Whether clusters hold one class each, whether classes lie in one cluster each, and the mean of the two."""
    table = contingency_matrix(labels_true, labels_pred)
    first, second = _entropy(table.sum(axis=1)), _entropy(table.sum(axis=0))
    known = mutual_info_score(None, None, contingency=table)
    homogeneity = known / first if first else 1.0
    completeness = known / second if second else 1.0
    if homogeneity + completeness == 0:
        return float(homogeneity), float(completeness), 0.0
    v = (1 + beta) * homogeneity * completeness / (beta * homogeneity + completeness)
    return float(homogeneity), float(completeness), float(v)


def homogeneity_score(labels_true, labels_pred):
    """Whether clusters hold one class each."""
    return homogeneity_completeness_v_measure(labels_true, labels_pred)[0]


def completeness_score(labels_true, labels_pred):
    """Whether classes lie in one cluster each."""
    return homogeneity_completeness_v_measure(labels_true, labels_pred)[1]


def v_measure_score(labels_true, labels_pred, *, beta=1.0):
    """The harmonic mean of homogeneity and completeness."""
    return homogeneity_completeness_v_measure(labels_true, labels_pred, beta=beta)[2]


def normalized_mutual_info_score(labels_true, labels_pred, *, average_method='arithmetic'):
    """mutual_info_score by a mean of the entropies."""
    table = contingency_matrix(labels_true, labels_pred)
    if 1 == table.shape[0] == table.shape[1]:
        return 1.0
    known = mutual_info_score(None, None, contingency=table)
    if known <= np.finfo(np.float64).eps:
        return 0.0
    pair = _entropy(table.sum(axis=1)), _entropy(table.sum(axis=0))
    ways = {'arithmetic': np.mean(pair), 'geometric': np.sqrt(pair[0] * pair[1]), 'min': min(pair), 'max': max(pair)}
    return float(known / ways[average_method])


def fowlkes_mallows_score(labels_true, labels_pred):
    """The geometric mean of precision and recall over pairs of rows."""
    table = contingency_matrix(labels_true, labels_pred)
    n = int(table.sum())
    both = int((table ** 2).sum()) - n
    pk, qk = int((table.sum(axis=0) ** 2).sum()) - n, int((table.sum(axis=1) ** 2).sum()) - n
    return float(np.sqrt(both / pk) * np.sqrt(both / qk)) if both else 0.0


def rand_score(labels_true, labels_pred):
    """The share of pairs of rows that both clusterings join or both part."""
    table = contingency_matrix(labels_true, labels_pred)
    n = int(table.sum())
    squares = int((table ** 2).sum())
    rows, cols = int((table.sum(axis=1) ** 2).sum()), int((table.sum(axis=0) ** 2).sum())
    agree = n * n - rows - cols + 2 * squares - n
    return 1.0 if n < 2 or agree == n * (n - 1) else agree / (n * (n - 1))
