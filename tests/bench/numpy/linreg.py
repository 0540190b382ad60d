"""Linear regression; heat in a plate."""
import numpy as np
rng = np.random.RandomState(0)
X = rng.rand(100, 1); y = 3 * X + 2 + rng.randn(100, 1) * 0.1
w, b = 0.0, 0.0
for i in range(15000):
    p = w * X + b
    dw = -2 * np.mean(X * (y - p)); db = -2 * np.mean(y - p)
    w -= 0.1 * dw; b -= 0.1 * db
print(w, b)
T = np.zeros((64, 64)); T[0, :] = 100
for i in range(3000):
    T[1:-1, 1:-1] = 0.25 * (T[:-2, 1:-1] + T[2:, 1:-1] + T[1:-1, :-2] + T[1:-1, 2:])
print(T.sum())
