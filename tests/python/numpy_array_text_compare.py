import numpy as np

s = np.array(["pear", "apple", "fig", "apple"])
print(s == "apple", s != "fig", s < "b", s >= "fig", s > s[::-1])
print((s == "apple").sum(), (s == "apple").mean(), (s == "apple") | (s == "fig"))
print(np.unique(s), np.sort(s), np.argsort(s), s.argmax(), s.argmin())
print(np.unique(s, return_counts=True), np.unique(s, return_index=True, return_inverse=True))
print(s == 1, np.array([1, 2]) == "a", s == np.array(["pear", "x", "fig", "y"]))
print(np.where(s == "fig", "yes", "no"), np.where(s == "pear", s, "other"))
print(np.array_equal(s, s.copy()), np.array(["a", ""]).any(), np.array(["a", ""]).all(), np.count_nonzero(["a", ""]))
print(np.sort(np.array([["b", "a"], ["d", "c"]]), axis=1), np.sort(s)[::-1])
t = s.copy()
t.sort()
print(t)
