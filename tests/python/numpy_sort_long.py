# Lanes long enough for sorting by bytes; nan last, infinities, ties in their order, extremes and their places.
import numpy as np
rng = np.random.RandomState(0)
for dtype in (np.float64, np.float32, np.int64, np.int32):
    for n in (511, 512, 3000, 70000):
        a = (rng.randn(n) * 50).astype(dtype)
        if a.dtype.kind == 'f':
            a[::7], a[5], a[6] = np.nan, np.inf, -np.inf
        s, o = np.sort(a), np.argsort(a, kind='stable')
        print(dtype.__name__, n, np.array_equal(a[o], s, equal_nan=a.dtype.kind == 'f'),
              int((o * np.arange(n) % 1000003).sum()), s[:2], s[-1], np.argmax(a), np.argmin(a[1:7]), a[1:5].max())
m = rng.randn(40, 600)
print(m.argmax(axis=1).sum(), m.argmax(axis=0).sum(), m.max(axis=0).sum(), m.min(axis=1).sum())
print(np.sort(m, axis=0)[3, :4], np.argsort(m, axis=1)[:, 3].sum(), np.maximum(m, 0).sum(), np.minimum(m[0], m[1]).max())
q = np.arange(40.0)
q[17] = np.nan
print(q.max(), q.argmax(), q.argmin(), q[:17].max(), q[18:].argmax(), np.nanmax(q), np.fmax(q, 20.0)[16:19])
