import numpy as np
a = np.arange(24).reshape(2, 3, 4)
print(a[0], a[1, 2], a[1, 2, 3], a[-1, -1, -1], a[:, 0])
print(a[..., 0], a[0, :, 1:3], a[:, ::2, ::-1].shape)
print(a[a > 20], a[[0, 1], [1, 2], [0, 3]], a[:, [0, 2]].shape, a[np.array([1, 0])].shape)
print(a[None].shape, a[:, np.newaxis].shape, a[0][1][2])
b = np.arange(10)
print(b[3], b[-1], b[2:5], b[::-1], b[[1, 3, 5]])
print(b[b % 2 == 0], b[(b > 2) & (b < 7)], b[~(b > 2)], b[5:2], b[[True] + [False] * 9])
b[0] = 100
b[1:3] = [7, 8]
b[b > 50] = -1
b[[4, 5]] = 0
b[-1] += 5
print(b)
