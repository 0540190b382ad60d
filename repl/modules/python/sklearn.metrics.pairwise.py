"""sklearn.metrics.pairwise: distances of rows."""
from _sklearn_distances import cosine_similarity, euclidean_distances, pairwise_distances


def cosine_distances(X, Y=None):
    return 1 - cosine_similarity(X, Y)
