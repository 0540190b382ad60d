import numpy as np

o = np.array([1, "two", None, 3.5, [4, 5]], dtype=object)
print(o, o.dtype, o.itemsize)
print(repr(o))
print(repr(np.array([1, None])), repr(np.array([{"a": 1}, {"b": 2}])), repr(np.array({1: 2})))
print(repr(np.array([[1, 2], [3]], dtype=object)), repr(np.array([[1, 2], [3, 4]], dtype=object)))
print(repr(np.empty(2, dtype=object)), repr(np.zeros(2, dtype=object)), repr(np.full(2, None)))
print(repr(np.array([np.array([1, 2]), np.array([3])], dtype=object)))
rows = np.empty(3, dtype=object)
rows[0] = [1, 2]
rows[1] = {"k": (1,)}
rows[2:] = "text"
print(rows, rows[0], type(rows[1]).__name__, rows.tolist())
print(repr(np.asarray([1, 2.5], dtype=object)), np.array([1, 2], dtype=object)[0], np.array([], dtype=object).shape)
