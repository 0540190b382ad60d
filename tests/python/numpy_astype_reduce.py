import numpy as np
a = np.arange(5, dtype=np.int32)
print(a.sum().dtype, a.mean().dtype, a.cumsum().dtype, (a * 1.0).dtype, (a > 2).dtype)
print(a.prod(), (a / a.sum()).sum(), np.float32(3).dtype)
print(np.array([250, 10], "uint8") * 2, np.array([100], "int8") + np.array([100], "int8"))
print(-np.array([1], "uint8"), np.array([1, 2], "uint8") - np.array([2, 1], "uint8"))
print(np.array([7, -7]) // 2, np.array([7, -7]) % 3, np.array([1.0, -1.0]) // 0.3)
