"""An optimizer written out: chains over (784, 50)."""
import numpy as np
np.random.seed(0)
W = np.random.randn(784, 50)
g = np.random.randn(784, 50)
m = np.zeros_like(W)
v = np.zeros_like(W)
for i in range(1500):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g * g
    W = W - 0.01 * m / (np.sqrt(v) + 1e-8)
print(W.sum(), m.sum(), v.sum())
