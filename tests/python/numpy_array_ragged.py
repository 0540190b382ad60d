import numpy as np

for given in ([[1, 2], [3]], [1, [2, 3]], [[1], 2], [[[1, 2], [3, 4]], [[5, 6]]], [np.array([1, 2]), np.array([1])], [{}, []]):
    try:
        print(np.array(given))
    except ValueError as error:
        print(error)
print(np.array([[1, 2], [3]], dtype=object).shape)
print(np.array([[1, 2], [3, 4]]).shape, np.array([(1, 2), [3, 4]]).shape, np.array([[[1], [2]], [[3], [4]]]).shape)
a = np.zeros(3)
for value in ([1, 2], "x", None, "2.5", {}):
    try:
        a[0] = value
        print(a)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
