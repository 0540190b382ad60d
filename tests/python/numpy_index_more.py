import numpy as np

a = np.arange(24).reshape(2, 3, 4)
print(a[..., 0], a[0, ..., None].shape, a[:, None, :, None].shape, a[[0, 1], :, [1, 2]], a[:, [0, 1], [1, 2]])
print(a[np.ix_([0, 1], [2, 0], [1])].tolist(), a[a > 20], a[a[:, :, 0] > 10], a[:, [True, False, True], 3], a[::-1, ::2, 1:-1])
print(np.s_[1:3, None, ...], np.index_exp[2:4], a[np.s_[0, 1:]], np.ix_([True, False, True], [1])[0].tolist())
print(np.mgrid[0:2, 0:3].tolist(), [g.shape for g in np.ogrid[0:2, 0:3]], np.mgrid[1:4], np.r_[1:4, 0, [5, 6]], np.c_[[1, 2], [3, 4]])
b = a.copy()
b[:, [0, 2], 1:3] = 0
b[..., 3] = [[1], [2]]
b[b > 20] = -1
print(b)
b[[0, 1], :, [0, 1]] = [[1, 2, 3], [4, 5, 6]]
b[1, None, 2] = 9
print(b[0, :, 0], b[1])
for wrong in (lambda: a[2], lambda: a[0, 3], lambda: a[0, 0, 0, 0], lambda: a[1.0], lambda: a["x"], lambda: a[[1.5]], lambda: a[[True]], lambda: a[:, [0, 1], [0, 1, 2]], lambda: a[..., ...], lambda: a[[5]]):
    try:
        wrong()
    except IndexError as error:
        print(error)
