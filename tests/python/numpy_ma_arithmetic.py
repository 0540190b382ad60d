# Arithmetic and statistics of masked arrays.
import numpy as np
import numpy.ma as ma

x = ma.array([1, 2, 3, 4], mask=[0, 1, 0, 0])
print(x + 1, 1 + x, x * 2, x / 2, x ** 2, 1 / x, x + x, -x, abs(x), x > 2, x == 3, x != 3, x // 2, x % 2, 10 - x, +x)
x += 1
print(x, x.data)
print(ma.sqrt([-1, 4.]), ma.log([0, 1.]), ma.divide([1, 2], [0, 1]), ma.array([1, 2]) / ma.array([0, 1]), ma.exp(ma.array([0., 1], mask=[0, 1])))
print(ma.add(x, 1), ma.maximum(x, 3), ma.arcsin([2, 0.]), ma.power(x, 2), ma.logical_not(ma.array([1, 0], mask=[0, 1])))
t = ma.array([[1., 2], [3, 4]], mask=[[0, 1], [0, 0]])
print(repr(t))
print(t.mean(axis=0), t.sum(axis=1), t.T, t.ravel(), t.reshape(4), t.count(axis=0), t.min(axis=1), t.max(0), t.std(axis=1), t.var())
print(t.any(), t.all(), t.ptp(), t.argmin(), t.argmax(axis=0), t.cumsum(axis=1), t.cumprod(axis=0), t.anom(), t.round(1), t.clip(2, 3))
print(ma.average(t, axis=0), ma.average(t, weights=[[1, 1], [3, 1]]), ma.median(t), ma.median(t, axis=0), ma.count_masked(t))
print(ma.concatenate([x, x]), ma.where(x > 2, x, 0), ma.vstack([x, x]), ma.hstack([x, x]), ma.stack([x, x]).shape, ma.append(x, [9]))
print(ma.sort(ma.array([3, 1, 2], mask=[0, 1, 0])), ma.argsort(x), ma.dot(t, t), ma.outer(x[:2], x[:2]), t.trace(), t.diagonal())
print(ma.allequal(x, x.data), ma.allclose(x, x), ma.diff(x), ma.ediff1d(x), ma.unique(ma.array([1, 2, 1, 9], mask=[0, 0, 0, 1])))
print(ma.notmasked_edges(x), [(int(s.start), int(s.stop)) for s in ma.clump_unmasked(x) + ma.clump_masked(x)], ma.compress_rows(t), ma.compress_cols(t), ma.mask_rows(t), ma.mask_cols(t))
print(ma.compress_rowcols(t, 0), ma.expand_dims(x, 0), ma.filled(x, 0), ma.compressed(t), t.transpose(), t.flatten(), t.swapaxes(0, 1), t.squeeze())
print(t.astype(int), t.copy(), t.nonzero(), t.take([0, 3]), t.repeat(2, axis=1), ~ma.array([True, False]), [float(v) for v in t[1]])
print(ma.sum(t), ma.mean(t), ma.count(t), ma.std(t), ma.min(t), ma.prod(t), ma.masked_all_like(t).mask, t.real, t.imag, t.flat.__class__ is not None)
