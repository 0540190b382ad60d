import numpy as np

print(np.unravel_index(7, (3, 4)), np.unravel_index([1, 5], (2, 3)), np.unravel_index(5, (2, 3), order="F"), np.ravel_multi_index((1, 3), (3, 4)))
print(list(np.ndindex(2, 2)), list(np.ndenumerate([[1, 2]])), np.broadcast_shapes((2, 1), (1, 3)), [x.shape for x in np.broadcast_arrays([1, 2], [[1], [2]])])
print(np.ravel_multi_index(([0, 1], [1, 2]), (2, 3)), np.ravel_multi_index((5, 1), (3, 4), mode="wrap"), np.ravel_multi_index((5, 1), (3, 4), mode="clip"))
for wrong in (lambda: np.unravel_index(12, (3, 4)), lambda: np.ravel_multi_index((3, 0), (3, 4)), lambda: np.ix_([[1]])):
    try:
        wrong()
    except ValueError as error:
        print(error)
double = np.frompyfunc(lambda x, y: x * 10 + y, 2, 1)
print(double([1, 2], 3), double(1, 2), double.nin, double.outer([1, 2], [3, 4]), double.reduce([1, 2, 3]))
