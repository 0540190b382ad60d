"""sklearn.metrics.pairwise: distances of rows."""
import numpy as np
from _sklearn_distances import cosine_similarity, euclidean_distances, pairwise_distances
from sklearn.utils import _matrix


def linear_kernel(X, Y=None, dense_output=True):
    """The products of rows."""
    if hasattr(X, 'toarray') and (Y is None or hasattr(Y, 'toarray')):
        return (X @ (X if Y is None else Y).T).toarray()
    return np.dot(_matrix(X), _matrix(X if Y is None else Y).T)


def manhattan_distances(X, Y=None):
    """Distances along the axes."""
    return pairwise_distances(X, Y, metric='manhattan')


def rbf_kernel(X, Y=None, gamma=None):
    """exp(-gamma * distance**2)."""
    gamma = 1.0 / _matrix(X).shape[1] if gamma is None else gamma
    return np.exp(-gamma * euclidean_distances(X, Y, squared=True))


def cosine_distances(X, Y=None):
    return 1 - cosine_similarity(X, Y)
