import numpy as np
v = np.array([3.0, 4.0])
m = np.array([[2.0, 0.0], [1.0, 3.0]])
print(np.linalg.norm(v), np.linalg.norm(m), np.linalg.norm(m, axis=1))
print(np.linalg.norm([1, 2, 2]), np.linalg.norm(v, 1), np.linalg.norm(v, np.inf))
print(np.linalg.norm(m, axis=0, keepdims=True), np.linalg.norm(v - [0, 0]))
print(np.linalg.norm(v, ord=2))
print(m.T @ v, np.trace(m), np.linalg.det(m).round(6), np.linalg.inv(m), np.linalg.solve(m, v))
print(np.dot(m, np.linalg.inv(m)).round(6))
