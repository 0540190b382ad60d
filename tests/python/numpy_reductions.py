import numpy as np
m = np.array([[3, 1, 2], [9, 7, 8]])
print(m.sum(), m.sum(axis=0), m.sum(axis=1), m.sum(axis=1, keepdims=True), np.sum(m, axis=-1))
print(m.prod(), m.mean(), m.mean(axis=0), m.std(), m.var(axis=1))
print(np.std(m, axis=0, ddof=1))
print(m.min(), m.max(axis=0), m.argmax(), m.argmax(axis=1), np.argmin(m, axis=0))
print(np.max(m), np.amin(m), np.amax(m, axis=1), np.median(m), np.median(m, axis=0))
print(m.any(), m.all(), np.any(m > 8), np.all(m > 0, axis=1), np.count_nonzero(m > 2))
