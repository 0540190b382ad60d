"""scipy.spatial.distance: distances of points."""
from _scipy_distances import (braycurtis, canberra, cdist, chebyshev, cityblock, correlation, cosine, euclidean,
                              hamming, jaccard, mahalanobis, minkowski, pdist, sqeuclidean, squareform)
