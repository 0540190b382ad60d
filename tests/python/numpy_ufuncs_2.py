import numpy as np
a = np.array([1.0, 4.0, 9.0])
b = np.array([2, 2, 2])
print(np.floor([1.5, -1.5]), np.ceil([1.2]), np.round([1.25, 1.35, 2.5], 1))
print(np.rint([0.5, 1.5]), np.trunc([-1.7]), np.clip([1, 5, 10], 2, 8), np.mod([5, -5], 3))
print(np.add(1, 2), np.divide(1, 4), np.hypot(3, 4), np.around(3.14159, 2), np.log10(100))
print(np.log2(8), np.log1p(0.0), np.exp2(3))
m = np.arange(6).reshape(2, 3)
v = np.array([10, 20, 30])
c = np.array([[1], [2]])
print(m + v, m * c, m + c + v, v[:, None] * v, m @ m.T)
print(np.dot(m, v), m.dot(v), np.matmul(m, v), np.outer([1, 2], [3, 4]))
print(np.inner([1, 2], [3, 4]), np.dot(3, 4), np.dot([1, 2], [3, 4]), np.vdot([1, 2], [3, 4]))
m += 1
print(m)
m *= 2
print(m)
