import numpy as np
print(np.full_like([1, 2], 9), np.empty((0, 3)).shape)
print(np.array(5), np.array(5).shape, np.array([[1], [2]]).shape, np.array([]).dtype, np.array([], dtype=int))
print(np.array([1, 2, 3], dtype=float), np.array([1.9, -1.9], dtype=int))
print(np.array([1, 0, 2], dtype=bool), np.array([1, 2], dtype="uint8"))
print(np.array([[1, 2], [3, 4]], ndmin=3).shape, np.array([1, 2, 3], ndmin=2).T)
print(np.asarray([1, 2]), np.array((1, 2)), np.array(range(4)))
