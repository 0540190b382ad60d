# Synthetic sets beside moons, circles and plain blobs.
import numpy as np
from sklearn.datasets import (make_blobs, make_circles, make_classification, make_gaussian_quantiles, make_moons,
                              make_regression, make_s_curve, make_swiss_roll)

X, y = make_classification(n_samples=50, n_features=6, n_informative=3, n_redundant=1, n_repeated=1, n_classes=3, random_state=1)
print(X[:3].round(6), y[:20], X.shape)
X, y = make_classification(n_samples=40, weights=[0.8], flip_y=0, class_sep=2.0, random_state=2)
print(X[0, :6].round(5), np.bincount(y))
X, y = make_classification(n_features=2, n_redundant=0, n_informative=2, n_clusters_per_class=1, random_state=4)
print(X[:2], y[:10])
X, y = make_regression(n_samples=20, n_features=4, noise=1.0, bias=10.0, n_targets=2, random_state=5)
print(X[0].round(6), y[:2].round(5))
X, y = make_gaussian_quantiles(n_samples=30, n_features=2, n_classes=3, cov=2.0, random_state=6)
print(X[:2].round(6), y)
X, t = make_s_curve(10, noise=0.1, random_state=7)
print(X[:2].round(6), t[:3].round(6))
X, t = make_swiss_roll(10, random_state=8)
print(X[:2].round(6), t.shape)
X, y = make_blobs(n_samples=[3, 5, 2], centers=[[0, 0], [5, 5], [9, 0]], cluster_std=[0.1, 0.5, 1.0], random_state=9)
print(X[:3].round(6), y)
X, y, centers = make_blobs(6, centers=2, return_centers=True, random_state=10)
print(centers.round(5), y, make_blobs(4, centers=np.array([[1.0, 2.0]]), shuffle=False, random_state=1)[0][0])
print(make_moons((2, 3), shuffle=False)[0].round(4), make_circles((3, 2), factor=0.5, noise=0.1, random_state=3)[0].round(5))
try:
    make_classification(n_informative=1, n_classes=4)
except ValueError as error:
    print(error)
