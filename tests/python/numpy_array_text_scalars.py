import numpy as np

s = np.array(["horse", "cat"])[0]
print(s, repr(s), str(s), type(s), s.dtype, s.shape, s.ndim, s.size, s.item(), repr(s.item()), type(s.tolist()).__name__)
print(s == "horse", s in ["horse"], {s: 1}["horse"], hash(s) == hash("horse"), s.upper(), s[1:3], s + "!", "the " + s, len(s), s < "z", s.split("r"))
print(isinstance(s, str), isinstance(s, np.str_), np.str_(5), repr(np.str_()), "%s|%5s" % (s, s), f"{s!r} {s:>7}", s.startswith("h"), s.replace("h", "m"))
b = np.array([b"ab"])[0]
print(b, repr(b), b.dtype, b.item(), b.decode(), b == b"ab", isinstance(b, bytes), {b: 1}[b"ab"], len(b), b.shape, b.ndim, b.size)
print(np.array([s, "x"]).dtype, np.array(s), np.object_([1]), np.dtype(type(s)), np.array([1, 2], dtype=object)[0], np.array(["a"]) == s)
