import numpy as np

a = np.array([[2.1, 2.5, 3.6, 4.0], [8.0, 10.0, 12.0, 14.0]])
print(np.cov(a), np.cov(a[0], a[1]), np.cov(a, bias=True)[0, 0], np.cov(a, ddof=0)[1, 1], np.cov(a, rowvar=False).shape)
print(np.cov([1, 2, 3]), np.cov([1, 2, 3], fweights=[1, 2, 1]), np.cov([1.0, 2, 3], aweights=[0.5, 0.2, 0.3]))
print(np.corrcoef(a), np.corrcoef([1, 2, 3], [3, 2, 2])[0, 1], np.corrcoef([1, 2, 3]))
print(np.average(a), np.average(a, axis=1, weights=[1, 2, 3, 4]), np.average([1, 2, 3], weights=[3, 2, 1]))
print(np.average([1.0, 2, 3], weights=[3, 2, 1], returned=True), np.average(a, axis=0, keepdims=True))
print(np.ptp(a), np.var(a, axis=1, ddof=1), np.std(a))
for bad in (lambda: np.average(a, weights=[1, 2]), lambda: np.average([1, 2], weights=[0, 0]), lambda: np.cov(a, ddof=1.5),
            lambda: np.average(a, axis=0, weights=[1, 2, 3])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
