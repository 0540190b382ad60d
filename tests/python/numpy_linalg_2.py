import numpy as np
v = np.array([3.0, 4.0])
m = np.array([[2.0, 0.0], [1.0, 3.0]])
print(np.allclose(m @ np.linalg.inv(m), np.eye(2)))
x = np.arange(12.0).reshape(4, 3)
mean = x.mean(axis=0)
print((x - mean) / x.std(axis=0), np.cov(x.T).shape, np.corrcoef([1, 2, 3], [1, 2, 4]).round(4))
w = np.zeros(3)
y = x @ np.array([1.0, -2, 0.5]) + 3
for i in range(3):
    g = x.T @ (x @ w - y) / len(x); w -= 0.001 * g; print(w, np.linalg.norm(g))
print(np.float32(v).dot(np.float32(v)), (m @ m).dtype)
print(np.ones((2, 3, 4)).dot(np.ones(4)).shape, (np.ones((5, 2, 3)) @ np.ones((3, 4))).shape)
print(np.multiply(m, v), np.sum(v * v), np.sqrt(np.sum(v ** 2)))
