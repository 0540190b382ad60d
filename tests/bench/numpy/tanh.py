"""Elementary functions in float64 and float32."""
import numpy as np
rng = np.random.RandomState(0)
x = rng.randn(100, 256)
for i in range(300):
    a = np.tanh(x); b = np.exp(x); c = np.log(b + 1); d = np.sin(x) + np.cos(x); e = np.maximum(0, x); g = np.where(x > 0, x, 0.01 * x); h = x ** 2; k = np.sqrt(b); l = np.abs(x); m = x ** 3; n = np.clip(x, -1, 1); p = np.power(b, 1.5)
print(a.sum(), b.sum(), c.sum(), d.sum(), e.sum(), g.sum(), h.sum(), k.sum(), m.sum(), n.sum(), p.sum())
x = x.astype(np.float32)
for i in range(300):
    a = np.tanh(x); b = np.exp(x); c = np.log(b + 1); d = np.sin(x) + np.cos(x); e = np.maximum(0, x)
print(a.sum(), b.sum(), c.sum(), e.sum())
