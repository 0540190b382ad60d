import numpy as np
a = np.arange(5, dtype=np.int32)
print(np.array([2, 3]) ** 2, np.array([2.0]) ** -1, np.array([4]) ** 0.5)
with np.errstate(divide="ignore", invalid="ignore"):
    print(np.array([1.0, 0.0]) / 0, np.log([0.0]), np.sqrt([-1.0]))
print(np.uint8(255) == 255, np.array([1, 2]) == [1, 3], np.array([1, 2]) != 1, np.bool_(1) and True)
print(np.sum(np.array([1, 2, 3]) == np.array([1, 0, 3])) / 3, np.float64(2) / 3)
print((np.arange(3) == 1).astype("float32"), np.array([0.5, 1.5, 2.5]).round())
print(np.array([1e20]).astype("float32"))
