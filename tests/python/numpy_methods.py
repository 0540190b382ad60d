import numpy as np
a = np.array([[1.5, 2.5], [3.5, 4.5]])
print(a.tolist(), a.item(0), a.item(1, 1), a.copy() is a, a.astype(int).tolist())
print(a.flatten().tolist(), a.T.tolist(), a.round().tolist(), a.clip(2, 4), a.shape[0])
for row in a: print(row, row.sum())
for x in a.flat: print(x, end=" ")
print(len(a), 2.5 in a, list(a[0]), [float(v) for v in a[0]], max(a[0]), sum(a[0]), sorted(a[0], reverse=True), list(map(int, a[0])), a.any(), tuple(a.shape), *a.shape)
b = a
b[0, 0] = 9
c = a.copy()
c[0, 0] = -1
print(a[0, 0], c[0, 0], a is b)
a.fill(3)
print(a, a.max(), a.min(axis=0), a.nonzero(), a.repeat(2))
print(a.take([0]), a.squeeze().shape, a.ravel()[0], a.dot(a), a.diagonal())
print(a.trace(), a.prod(), a.std(), a.view().shape, a.mean(0))
print(a.sum(1), a.cumsum(), a.argsort(), a.all())
x, y = np.array([1, 2])
print(x, y, type(x))
(p, q), r = np.array([[1, 2], [3, 4]])
print(p, q, r)
d = {tuple(np.array([1, 2])): "k"}
print(d[(1, 2)], [i for i in np.arange(3)], {int(i): i * 2 for i in np.arange(2)})
print(dict(enumerate(np.arange(2))), np.ndim([[1]]), np.shape([[1, 2]]), np.size([1, 2]))
print(np.array([1, 2]).tolist() == [1, 2], np.array(3).item(), int(np.array(7)))
print(np.array([[5]]).item())
print(isinstance(a, np.ndarray), type(a).__name__, np.ndarray, hasattr(a, "shape"))
print(callable(np.mean), a.dtype.type, np.isscalar(3.0), np.isscalar(a))
print(np.vectorize(lambda v: v + 1)([1, 2]))
