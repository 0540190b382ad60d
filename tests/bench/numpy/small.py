"""Calls on arrays of two and three elements."""
import numpy as np
w = np.array([0.5, 0.5]); b = -0.7
def AND(x1, x2):
    x = np.array([x1, x2])
    t = np.sum(w * x) + b
    return 1 if t > 0 else 0
c = 0
for i in range(40000):
    c += AND(i & 1, i >> 1 & 1)
print(c)
x = np.array([1.0, 2.0, 3.0])
for i in range(60000):
    x = x + 0.1
    y = x * 2
    z = np.dot(x, y)
print(x, y, z)
