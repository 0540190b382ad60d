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
