import numpy as np
print(np.diag([1, 2]), np.diag(np.arange(9).reshape(3, 3)), np.tri(3), np.logspace(0, 2, 3))
print(np.triu(np.ones((2, 2))), np.tril(np.ones((2, 2))))
print(np.array([np.array([1, 2]), np.array([3, 4])]), np.array([np.float32(1), 2]), np.array([1, 2.5, True]))
a = np.arange(3)
b = np.array(a)
b[0] = 9
c = np.asarray(a)
c[1] = 8
print(a, b, c)
print(np.zeros((2, 2), int), np.ones(2, np.int32), np.arange(3, dtype="uint8"))
print(np.zeros(shape=(1, 2)), np.ones(shape=2))
