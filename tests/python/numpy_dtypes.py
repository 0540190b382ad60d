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
