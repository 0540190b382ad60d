import numpy as np
a = np.array([3, 1, 2, 3, 1])
a.sort()
values, counts = np.unique([0, 1, 1, 2], return_counts=True)
print(np.array_equal([1, 2], [1, 2]), np.array_equal([1], [1, 2]))
print((np.array([1, 2]) == np.array([1, 2])).all(), np.take([10, 20, 30], [0, 2]))
print(np.unique([[1, 2], [2, 3]]), np.intersect1d([1, 2], [2, 3]), np.union1d([1], [2]))
print(np.setdiff1d([1, 2], [2]))
top = np.argsort([0.1, 0.5, 0.4])[::-1][:2]
print(top, np.array([3, 1]).tolist(), np.max(a))
