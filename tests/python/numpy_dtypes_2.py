import numpy as np
a = np.array([1.7, -2.7, 3.2])
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
