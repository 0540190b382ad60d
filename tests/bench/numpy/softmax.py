"""Softmax and cross entropy of a batch, over and over."""
import numpy as np
np.random.seed(0)
x = np.random.randn(100, 10)
t = np.random.randint(0, 10, 100)
s = 0.0
for i in range(6000):
    m = x - np.max(x, axis=1, keepdims=True)
    e = np.exp(m)
    y = e / np.sum(e, axis=1, keepdims=True)
    s += -np.sum(np.log(y[np.arange(100), t] + 1e-7)) / 100
print(s)
