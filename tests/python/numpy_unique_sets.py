import numpy as np

x = np.array([3, 1, 2, 3, 1])
print(np.unique(x), np.unique(x, return_counts=True))
values, index, inverse, counts = np.unique(x, return_index=True, return_inverse=True, return_counts=True)
print(values, index, inverse, counts, (values[inverse] == x).all())
rows = np.array([[1, 2], [0, 5], [1, 2]])
print(np.unique(rows, axis=0), np.unique(rows, axis=0, return_index=True, return_inverse=True, return_counts=True)[1:])
print(np.unique([[1, 1, 2], [1, 1, 2]], axis=1), np.unique([1.0, np.nan, np.nan]))
print(np.sort(np.unique_values(x)), np.unique_counts(x).counts, np.unique_inverse(x).inverse_indices, np.unique_all(x).indices)
print(np.union1d([1, 2], [2, 5]), np.intersect1d(x, [1, 3, 7]), np.setdiff1d(x, [1]), np.setxor1d([1, 2, 3], [2, 3, 4]))
print(np.intersect1d(x, [1, 3, 7], return_indices=True))
print(np.isin(x, [1, 2]), np.isin([[1, 2], [3, 4]], [2, 3], invert=True), np.isin(3, [1, 3]))
print(np.lexsort(([1, 2, 1], [3, 1, 2])), np.partition([7, 1, 5, 3], 1)[:2].max(), np.argpartition([7, 1, 5], 0)[0])
