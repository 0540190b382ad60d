import numpy as np

print(repr(np.array(["1", "2"]).astype(int)), repr(np.array(["1.5", " 2e3 ", "-inf"]).astype(float)))
print(repr(np.array([1.5, 2]).astype(str)), repr(np.array([1, 20]).astype("U")), repr(np.array([True]).astype(str)))
print(repr(np.array(["a", "bcd"]).astype("U2")), repr(np.array(["a", "b"]).astype(object)))
print(repr(np.array(["a", "b"]).astype("S")), repr(np.array([b"x", b"yz"]).astype(str)))
print(repr(np.array([1.5, None, "abc"], dtype=object).astype(str)), repr(np.array(["True", ""]).astype(bool)))
for given, kind in ((["a"], float), (["1.5"], int), (["x", None], float)):
    try:
        np.array(given, dtype=object if None in given else None).astype(kind)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(np.array(["1", "2"], dtype=float), np.array(["3"], dtype=int), np.array([1, 2], dtype=str))
