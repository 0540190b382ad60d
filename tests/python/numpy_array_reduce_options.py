import numpy as np

a = np.arange(6.0).reshape(2, 3)
print(a.sum(axis=0, initial=10), a.sum(where=a > 2), a.max(initial=3.5, axis=1), np.max([], initial=4))
print(a.mean(where=a > 1), a.std(where=a > 1), a.var(axis=1, where=[True, False, True]), a.prod(where=a > 0))
print(a.min(where=a > 2, initial=100), a.any(where=a > 4), a.all(where=a > 0), a.sum(keepdims=True), a.mean(axis=(0, 1)))
out = np.zeros(3)
print(a.sum(axis=0, out=out) is out, out, np.mean(a, axis=0, out=out), a.cumsum(axis=1, out=np.zeros((2, 3))))
print(a.std(ddof=1), a.var(axis=0, ddof=1, keepdims=True), a.cumsum(dtype=int), a.cumprod(axis=1), a.sum(dtype=np.int32).dtype)
print(np.ptp(a), np.ptp(a, axis=1, keepdims=True), a.argmax(axis=0, keepdims=True), np.argmin(a, axis=1), np.std(a, correction=1))
for wrong in (lambda: np.max([]), lambda: a.max(where=a > 9), lambda: a.sum(axis=2), lambda: a.sum(axis=(0, 0)), lambda: np.array(3.0).mean(axis=0)):
    try:
        wrong()
    except ValueError as error:
        print(type(error).__name__, error)
