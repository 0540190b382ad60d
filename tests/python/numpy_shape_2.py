import numpy as np
a = np.arange(12)
b = a.reshape(3, 4)
x = np.zeros((5, 28, 28))
print(np.transpose(x, (1, 2, 0)).shape, x.transpose(2, 0, 1).shape)
print(np.reshape(a, (4, 3)).shape, np.moveaxis(x, 0, -1).shape)
print(np.ravel([[1, 2], [3, 4]]), np.atleast_2d([1, 2]).shape, np.atleast_1d(3))
print(np.broadcast_to([1, 2], (2, 2)), np.repeat([1, 2], 2), np.tile([1, 2], 2))
print(np.tile([[1]], (2, 2)), np.roll([1, 2, 3], 1), np.flip([1, 2, 3]))
print(np.rot90([[1, 2], [3, 4]]), np.fliplr([[1, 2]]), np.flipud([[1], [2]]))
a.shape = (2, 6)
print(a.shape, len(a))
for f in (lambda: b.reshape(5, 5), lambda: b.reshape(-1, 5), lambda: np.zeros((2, 3)).reshape(2, -1, -1), lambda: np.expand_dims(b, 5), lambda: b.squeeze(axis=0), lambda: b.sum(axis=3), lambda: np.transpose(b, (0, 0)), lambda: b.swapaxes(0, 5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
