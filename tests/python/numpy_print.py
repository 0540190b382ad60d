import numpy as np
print(np.array([1.0, 2.5, 3.333333333]), np.array([1e-5, 1.0]), np.array([1e10, 1.0]))
print(np.array([0.1, 100.25]), np.array([1, 100, -5]))
print(np.arange(2000), np.zeros((100, 100)), np.arange(1100).reshape(100, 11))
print(np.array([[1.5, -2.25], [np.nan, np.inf]]), np.array([[True, False]]))
print(np.array([1.0, 2.0]), np.array([123456789.0, 0.001]), np.float32([1.1, 2.2]))
print(np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
print(repr(np.array([[1.0, 2.0], [3.0, 4.0]])), repr(np.arange(30)))
