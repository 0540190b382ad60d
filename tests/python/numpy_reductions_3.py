import numpy as np
m = np.array([[3, 1, 2], [9, 7, 8]])
p = np.array([[0.1, 0.7, 0.2], [0.5, 0.2, 0.3]])
y = np.array([1, 2])
print(p.round(1))
print(np.nanmean([1, np.nan, 3]), np.nansum([1, np.nan]), np.nanmax([1, np.nan]))
print(np.sum([0.1] * 10), np.float32([0.1] * 3).sum(), np.ones((3, 4), "float32").mean().dtype)
print(np.ones(3, "uint8").sum().dtype, np.ones(2, bool).sum(), m.sum(axis=(0, 1)))
print(m.mean(dtype="float32"))
for f in (lambda: np.max([]), lambda: np.argmax([]), lambda: m.sum(axis=2)):
    try:
        f()
    except ValueError as e:
        print(type(e).__name__, e)
loss = -np.mean(np.log(p[np.arange(2), y]))
print(loss, round(loss, 4), "%.4f" % loss, f"{loss:.3f}")
