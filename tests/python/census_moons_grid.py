import numpy as np
from sklearn.datasets import make_moons
X, y = make_moons(n_samples=20, noise=0.1, random_state=1)
x_min, x_max = X[:, 0].min() - 0.5, X[:, 0].max() + 0.5
xx, yy = np.meshgrid(np.linspace(x_min, x_max, 4), np.linspace(-1, 1, 3))
grid = np.c_[xx.ravel(), yy.ravel()]
print(grid.shape, grid[0], xx.shape)
Z = (grid[:, 0] > grid[:, 1]).astype(int).reshape(xx.shape)
print(Z, X[y == 1].shape, X[y == 0, 0].mean())
print(np.r_[1:4, 0, [5, 6]], np.c_[[1, 2], [3, 4]])
