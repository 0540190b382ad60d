"""Reductions along both axes."""
import numpy as np
rng = np.random.RandomState(0)
a = rng.randn(100, 784)
s = 0.0
for i in range(1500):
    s += a.sum(axis=0)[3] + a.sum(axis=1)[5] + a.mean(axis=0)[1] + a.max(axis=1)[2] + a.max(axis=0)[7] + a.std(axis=0)[3]
    s += a.argmax(axis=1)[3] + a.min()
print(s)
f = a.astype(np.float32)
for i in range(1500):
    s += f.sum(axis=0)[3] + f.sum(axis=1)[5] + f.mean() + f.max(axis=1)[2]
print(s)
