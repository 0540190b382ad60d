import numpy as np

b = np.array([b"ab", b"c", b""])
print(b, repr(b), b.dtype, b.itemsize, b[0], repr(b[1]))
print(b == b"c", b < b"b", np.sort(b), np.unique(b), b.astype(str), b.tolist())
print(repr(np.zeros(2, "S3")), repr(np.array(["x", "yz"], dtype="S")), repr(np.array([b"abc"], dtype="S2")))
print(repr(b + b"!"), b[::-1], repr(np.concatenate([b, [b"long"]])), repr(np.array([b"\xff\x00a"])))
print(np.array([b"1", b"2"]).astype(int), np.array([b"1.5"]).astype(float), np.bytes_(b"q"), np.array([b"a", "b"]))
try:
    np.array(["é"]).astype("S")
except ValueError as error:
    print(error)
