import numpy as np
from sklearn.datasets import make_moons, make_circles, make_blobs
X, y = make_moons(n_samples=6, noise=0.1, random_state=0)
print(X, y, X.dtype, y.dtype)
X, y = make_circles(n_samples=5, factor=0.5, noise=0.05, random_state=1)
print(X.round(6), y)
X, y = make_blobs(n_samples=6, centers=2, n_features=2, random_state=3)
print(X, y)
X, y = make_moons(4, shuffle=False)
print(X.round(4), y)
X, y = make_moons(100, noise=0.2, random_state=42)
print(X.mean(), y.sum(), X.shape)
