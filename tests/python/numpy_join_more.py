import numpy as np

a = np.arange(4).reshape(2, 2)
print(np.block([[a, np.zeros((2, 1))], [np.ones((1, 3))]]), np.block([1, 2, 3]))
print(np.concatenate([a, a], axis=None), np.concatenate([[1], [2]], dtype=float), np.row_stack([[1, 2], [3, 4]]).shape)
out = np.empty((4, 2), dtype=int)
print(np.concatenate([a, a], out=out) is out, np.stack([a, a], axis=-1).shape, np.vstack([[1], [2]], dtype=float))
print(np.hstack([[1], [2.5]]), np.stack([[1, 2], [3, 4]], axis=1))
print(np.insert([1, 2, 3], 1, 9), np.insert([1, 2, 3], [0, 2], [8, 9]), np.insert(a, 1, 5, axis=1), np.insert([1, 2], -1, [7, 8]))
print(np.insert(a, [1], [[7], [8]], axis=1), np.insert([1, 2, 3], slice(0, 2), 0))
print(np.delete([1, 2, 3], 1), np.delete(a, 0, axis=1), np.delete([1, 2, 3, 4], slice(0, 4, 2)),
      np.delete([1, 2, 3], [True, False, True]), np.delete([5, 6, 7], [0, -1]))
print(np.append([1, 2], 3), np.append(a, [[9, 9]], axis=0))
for bad in (lambda: np.stack([[1, 2], [3]]), lambda: np.stack([]), lambda: np.block([[1], 2]), lambda: np.delete([1, 2], 5),
            lambda: np.insert([1, 2], 5, 0), lambda: np.append(a, [1], axis=0), lambda: np.concatenate([[1], [[2]]]),
            lambda: np.block([])):
    try:
        print(bad())
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
