import numpy as np

x = np.array([3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
counts, edges = np.histogram(x)
print(counts, edges)
print(np.histogram(x, bins=4), np.histogram(x, bins=[0, 2, 4, 10]))
print(np.histogram(x, bins=5, range=(0, 10)), np.histogram(x, bins=5, density=True)[0])
print(np.histogram(x, bins=3, weights=np.arange(10))[0], np.histogram(x, [0, 3, 6, 9], weights=np.ones(10) / 2)[0])
for rule in ("auto", "fd", "sturges", "sqrt", "rice", "scott", "doane"):
    print(rule, np.histogram_bin_edges(x, rule))
print(np.histogram([True, False, True], bins=2), np.histogram([2, 2])[1][:3], np.histogram([], 2))
h, xe, ye = np.histogram2d(x, x[::-1], bins=3)
print(h, xe, ye)
print(np.histogram2d(x, x, bins=[2, 3], range=[[0, 10], [0, 6]])[0], np.histogramdd(np.ones((4, 2)), bins=2)[0])
print(np.bincount(x), np.bincount(x, minlength=12), np.bincount([0, 1, 1], weights=[0.5, 1, 1]))
print(np.digitize([0.5, 2, 3.5, 9], [1, 2, 3]), np.digitize([0.5, 2, 3.5], [1, 2, 3], right=True),
      np.digitize([0.5, 2, 3.5], [3, 2, 1]))
print(np.searchsorted([1, 2, 3], [0, 2, 4]), np.searchsorted([1, 2, 3], 2, side="right"),
      np.searchsorted([3, 1, 2], 2, sorter=[1, 2, 0]))
