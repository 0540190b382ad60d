import numpy as np

s = np.array(["b", "a", "cc", "a"])
print(np.isin(s, ["a", "q"]), np.isin(s, ["a"], invert=True), np.isin([1, 2], [2]), np.isin(np.array([1, "x", None], dtype=object), [1, None]))
print(np.intersect1d(s, ["a", "z"]), np.setdiff1d(s, ["a"]), np.union1d(s, ["q"]), np.searchsorted(["a", "c"], ["b", "a"]), np.searchsorted(["a", "c"], "c", side="right"))
print(np.delete(s, 1), np.insert(s, 1, "n"), np.split(s, 2), np.array_split(s, 3)[0], np.column_stack([s, s]).shape)
print(np.expand_dims(s, 0), np.broadcast_to(s, (2, 4))[1], np.rot90(np.array([["a", "b"], ["c", "d"]])), np.diag(np.array(["a", "b"])))
counts = {name: int((s == name).sum()) for name in np.unique(s)}
print(counts, sorted(s), set(s) == {"a", "b", "cc"}, "-".join(s), s[0] + "x", s[0] * 2, f"{s[2]:>4}|")
print(np.eye(2, dtype=object), np.array([1, 2], dtype=str), np.array(["5", "7"], dtype=np.int8), np.array([b"5"], dtype=float))
