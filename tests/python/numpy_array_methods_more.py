import numpy as np

a = np.array([[4, 2, 9], [7, 1, 8]])
print(a.compress([True, False, True], axis=1), np.compress([0, 1], a, axis=0), a.choose is not None)
print(np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]]), np.array([0, 2, 1]).choose([10, 20, 30]), np.choose([5, -1], [1, 2], mode="clip"))
b = a.copy()
b.put([0, 5], [100, 200])
print(b, b.take([0, 7], mode="wrap"), b.take([0, 7], mode="clip"), np.put(b, [1], [5]), b[0])
b.partition(1)
print(np.sort(b, axis=1).tolist() == np.sort(np.partition(b, 1), axis=1).tolist(), np.argpartition([3, 1, 2], 0)[0], np.array([3, 1, 2]).argpartition(0)[0])
print(a.diagonal(), a.diagonal(1), a.trace(), a.trace(offset=-1), np.arange(8).reshape(2, 2, 2).diagonal(axis1=0, axis2=2))
print(a.repeat([1, 2], axis=0), a.searchsorted if False else np.array([1, 3]).searchsorted([0, 2, 5]), np.array([3, 1]).searchsorted(2, sorter=[1, 0]))
c = np.arange(3)
c.resize((2, 3))
print(c, np.resize([1, 2, 3], (2, 4)), c.byteswap()[0, 1], a.conj() is not None, a.conjugate().sum())
c.fill(7)
print(c, c.item(3), c.item(1, 2), c.item((0, 0)), a.round(-1), a.clip(2, 8), a.clip(max=5), np.clip(a, min=3, max=7))
d = np.zeros(4)
np.copyto(d, [1, 2, 3, 4], where=[True, False, True, False])
np.putmask(d, d == 0, [9, 8])
np.place(d, d > 8, [0.5])
print(d, a.swapaxes(0, 1).shape, a.view(np.uint8).shape, a.view().base is a, a.dot([1, 1, 1]))
for wrong in (lambda: np.partition([1, 2], 5), lambda: np.choose([3], [1, 2]), lambda: a.take([9]), lambda: c.resize((-1,)), lambda: a.view("f2").view("O")):
    try:
        wrong()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
