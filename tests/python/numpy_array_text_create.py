import numpy as np

names = np.array(["T-shirt", "Bag", "Boot"])
print(names)
print(repr(names), names.dtype, names.itemsize, names.nbytes)
print(repr(np.array("word")), str(np.array("word")))
print(repr(np.array(["a", 1, 2.5])), repr(np.array(["a", True])))
print(repr(np.zeros(2, dtype="U3")), repr(np.ones(2, "U2")), repr(np.full(2, "ab")), repr(np.empty(1, str)))
print(repr(np.array([], dtype=str)), repr(np.array(["abcdef", "g"], dtype="U3")))
print(repr(np.array([["x", "yy"], ["zzz", ""]])))
print(np.array(["it's", 'say "hi"', "tab\t", "é", "日本"]))
print(repr(np.zeros_like(names)), repr(np.full_like(names, "q")))
