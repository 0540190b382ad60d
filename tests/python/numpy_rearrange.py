import numpy as np

a = np.arange(6).reshape(2, 3)
t = np.arange(24).reshape(2, 3, 4)
print(np.rot90(a), np.rot90(a, 2), np.rot90(a, -1), np.rot90(t, 1, (1, 2)).shape)
print(np.flip(a), np.flip(a, 0), np.fliplr(a), np.flipud(a), np.flip(t, (0, 2))[0, 0])
print(np.roll(a, 1), np.roll(a, 1, axis=1), np.roll(a, (1, 1), axis=(0, 1)), np.roll(a, -1, axis=0))
print(np.moveaxis(t, 0, -1).shape, np.moveaxis(t, [0, 1], [-1, -2]).shape, np.rollaxis(t, 2).shape,
      np.swapaxes(t, 0, 2).shape, np.permute_dims(t, (1, 0, 2)).shape)
print(np.expand_dims(a, 0).shape, np.expand_dims(a, (0, 2)).shape, np.atleast_2d([1, 2]), np.atleast_1d(1, [2]))
print(np.atleast_3d([1, 2]).shape, np.broadcast_shapes((3, 1), (1, 4)), [b.tolist() for b in np.broadcast_arrays([1, 2], [[1], [2]])])
print(np.repeat([1, 2], 2), np.repeat([1, 2], [1, 3]), np.repeat(a, 2, axis=0).tolist(), np.repeat(a, [0, 1, 2], axis=1).tolist())
print(np.resize([1, 2, 3], (2, 4)), np.trim_zeros([0, 0, 1, 2, 0]), np.trim_zeros(np.array([0, 1, 0]), "f"))
print([p.tolist() for p in np.dsplit(t[:, :1], 2)], [p.shape for p in np.hsplit(a, 3)], [p.shape for p in np.vsplit(a, 2)])
print([p.tolist() for p in np.array_split(np.arange(7), 3)], [p.tolist() for p in np.unstack(a)])
print(np.astype(a, float).dtype)
for bad in (lambda: np.flip(a, 5), lambda: np.moveaxis(t, 0, 3), lambda: np.vsplit([1], 1), lambda: np.rot90([1, 2]),
            lambda: np.broadcast_shapes((3,), (4,)), lambda: np.roll(a, (1, 2, 3), axis=(0, 1)), lambda: np.fliplr([1])):
    try:
        print(bad())
    except ValueError as error:
        print(error)
