import numpy as np
a = np.array([[1.5, 2.5], [3.5, 4.5]])
b = a
b[0, 0] = 9
c = a.copy()
c[0, 0] = -1
a.fill(3)
x, y = np.array([1, 2])
(p, q), r = np.array([[1, 2], [3, 4]])
d = {tuple(np.array([1, 2])): "k"}
print(np.array([1, 2]).tolist() == [1, 2], np.array(3).item(), int(np.array(7)))
print(np.array([[5]]).item())
print(isinstance(a, np.ndarray), type(a).__name__, np.ndarray, hasattr(a, "shape"))
print(callable(np.mean), a.dtype.type, np.isscalar(3.0), np.isscalar(a))
print(np.vectorize(lambda v: v + 1)([1, 2]))
