import numpy as np
a = np.array([[1, 2], [3, 4]])
b = np.array([[5, 6]])
print(np.array_split(np.arange(7), 3))
print([x.shape for x in np.split(np.zeros((4, 6)), 2, axis=1)], np.vsplit(a, 2))
print(np.hsplit(a, 2), np.delete([1, 2, 3], 1), np.insert([1, 3], 1, 2))
xx, yy = np.meshgrid(np.arange(3), np.arange(2))
print(xx, yy, xx.ravel(), np.pad([1, 2], 1), np.pad([[1]], ((0, 1), (1, 0)), "constant"))
for f in (lambda: np.concatenate([a, np.zeros(3)]), lambda: np.stack([a, b]), lambda: np.concatenate([a, np.zeros((2, 3))]), lambda: np.concatenate([]), lambda: np.split(np.arange(5), 2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
l = []
for i in range(3): l.append(np.ones(2) * i)
print(np.array(l), np.array(l).shape, np.vstack(l).sum())
