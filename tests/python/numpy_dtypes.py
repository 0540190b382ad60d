import numpy as np
for a in (np.array([1]), np.array([1.0]), np.array([True]), np.zeros(2, "float32"), np.array([1, 2], np.uint8), np.array([2**40])):
    print(a.dtype, a.itemsize, a.nbytes, a.ndim, a.size, a.shape)
print(np.float32, np.dtype("int32"), np.dtype(float), np.zeros(1).dtype == float)
print(np.zeros(1).dtype == np.float64, np.zeros(1).dtype == "float64")
a = np.array([1.7, -2.7, 3.2])
print(a.astype(int), a.astype("float32"), a.astype(np.uint8), a.astype(bool))
print(repr(a.astype("float32")), repr(np.arange(3)), repr(np.array([1, 2], "uint8")))
print(repr(np.array([True])), repr(np.zeros((0, 2))))
print((np.array([1, 2]) / 2).dtype, (np.array([1], "uint8") + 1).dtype)
print((np.array([1], "uint8") / 255).dtype, (np.array([1], "uint8") / 255.0).dtype)
print((np.zeros(1, "float32") * 2.0).dtype, (np.zeros(1, "float32") + np.zeros(1)).dtype)
print((np.zeros(1, "uint8") + np.zeros(1, "int8")).dtype)
print((np.float32(1) * 2).dtype, (np.float32(1) * np.float64(2)).dtype)
print((np.int32(1) + 1).dtype, np.array([200], "uint8") + np.uint8(100))
x = np.arange(6, dtype="uint8").reshape(2, 3)
x = x.astype("float32") / 255
print(x.dtype, x.max(), x)
print(np.result_type(np.int8, np.uint8), np.dtype("f4").name, np.dtype("u1").itemsize, np.dtype(bool).kind)
try:
    np.array([1]).astype("nonsense")
except TypeError as e:
    print(e)
try:
    np.array([1], dtype="uint8") + 300
except OverflowError as e:
    print(e)
print(np.iinfo(np.int32).max, np.finfo(np.float32).eps, np.iinfo("uint8").min, np.finfo(float).max)
