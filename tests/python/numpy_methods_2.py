import numpy as np
a = np.array([[1.5, 2.5], [3.5, 4.5]])
b = a
b[0, 0] = 9
c = a.copy()
c[0, 0] = -1
a.fill(3)
print(a.trace(), a.prod(), a.std(), a.view().shape, a.mean(0))
print(a.sum(1), a.cumsum(), a.argsort(), a.all())
x, y = np.array([1, 2])
print(x, y, type(x))
(p, q), r = np.array([[1, 2], [3, 4]])
print(p, q, r)
d = {tuple(np.array([1, 2])): "k"}
print(d[(1, 2)], [i for i in np.arange(3)], {int(i): i * 2 for i in np.arange(2)})
print(dict(enumerate(np.arange(2))), np.ndim([[1]]), np.shape([[1, 2]]), np.size([1, 2]))
