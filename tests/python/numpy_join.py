import numpy as np
a = np.array([[1, 2], [3, 4]])
b = np.array([[5, 6]])
print(np.concatenate([a, b]), np.concatenate((a, b.T), axis=1), np.vstack([a, b]))
print(np.hstack([a, a]), np.stack([a, a]).shape, np.stack([a, a], axis=-1).shape)
print(np.append(a, b), np.append([1], 2), np.append(a, b, axis=0))
print(np.c_[a, [7, 8]], np.column_stack([[1, 2], [3, 4]]), np.vstack([[1, 2], [3, 4]]))
print(np.hstack(([1], [2, 3])), np.concatenate([[1, 2], [3.5]]), np.dstack([[1], [2]]).shape)
print(np.split(np.arange(6), 3), np.split(np.arange(6), [2, 4]))
