import numpy as np
import matplotlib.pyplot as plt
from matplotlib.colors import ListedColormap
rng = np.random.RandomState(0)
X = rng.randn(20, 2)
y = (X[:, 0] > 0).astype(int)
cmap = ListedColormap(('red', 'blue'))
x1 = np.arange(X[:, 0].min() - 1, X[:, 0].max() + 1, 0.1)
x2 = np.arange(X[:, 1].min() - 1, X[:, 1].max() + 1, 0.1)
xx1, xx2 = np.meshgrid(x1, x2)
Z = (xx1 > 0).astype(int)
cs = plt.contourf(xx1, xx2, Z, alpha=0.3, cmap=cmap)
print(cs.levels, cs.get_clim(), plt.xlim() == (xx1.min(), xx1.max()), np.round(plt.ylim(), 4))
for i, label in enumerate(np.unique(y)):
    p = plt.scatter(X[y == label, 0], X[y == label, 1], c=[cmap(i)], marker='so'[i], label=f'class {label}', edgecolor='k')
    print(len(p.get_offsets()), p.get_facecolor(), p.get_label())
print([t.get_text() for t in plt.legend(loc='upper left').get_texts()])
line = plt.contour(xx1, xx2, Z, levels=[0.5], colors='k', linestyles='--')
print(line.levels, type(line).__name__)
w, b = np.array([1.0, -2.0]), 0.5
xs = np.linspace(-1, 1, 3)
(boundary,) = plt.plot(xs, -(w[0] * xs + b) / w[1], 'k--')
print(boundary.get_ydata(), boundary.get_linestyle(), boundary.get_color())
for levels in (3, [0, 0.2, 1], np.linspace(0, 1, 4)):
    print(plt.contourf(Z[:3, :3], levels=levels).levels)
mesh = plt.pcolormesh(xx1, xx2, Z, shading='auto', cmap=cmap)
print(mesh.get_array().shape, mesh.cmap.N)
