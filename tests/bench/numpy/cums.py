"""Cumulative sums and products."""
import numpy as np
rng = np.random.default_rng(0)
s = 0.0
for i in range(300):
    x = rng.standard_normal(10000)
    p = np.cumsum(x)
    q = np.cumprod(1 + x / 1000)
    s += p.max() - p.min() + q[-1]
    s += np.diff(p).mean()
print(s)
a = rng.standard_normal((1000, 100))
for i in range(60):
    b = np.cumsum(a, axis=0)
    c = np.cumsum(a, axis=1)
print(b.sum(), c.sum())
