import numpy as np

print(np.add.reduce([1, 2, 3]), np.add.reduce([[1, 2], [3, 4]], axis=1), np.multiply.reduce([2, 3, 4]), np.subtract.reduce([10, 1, 2]))
print(np.maximum.reduce([[1, 5], [7, 2]]), np.logical_and.reduce([True, False]), np.bitwise_or.reduce([1, 2, 4]), np.add.reduce([], initial=5))
print(np.add.accumulate([1, 2, 3]), np.multiply.accumulate([1, 2, 3, 4]), np.maximum.accumulate([1, 3, 2, 5]), np.subtract.accumulate([5, 1, 1]))
print(np.multiply.outer([1, 2], [3, 4, 5]), np.add.outer([1], [[2], [3]]).shape, np.less.outer([1, 2], [1, 2]))
print(np.add.reduceat([1, 2, 3, 4, 5], [0, 2, 4]), np.maximum.reduceat([1, 9, 3, 4], [0, 2]))
counts = np.zeros(4, dtype=int)
np.add.at(counts, [0, 1, 1, 3, 1], 1)
print(counts)
np.negative.at(counts, [0, 3])
np.multiply.at(counts, [1], [10])
print(counts)
print(np.add, np.add.nin, np.add.nout, np.add.nargs, np.add.identity, np.maximum.identity, np.sqrt.nin, np.divmod.nout, np.add.__name__)
print(isinstance(np.add, np.ufunc), type(np.sqrt), np.add.reduce([[1, 2], [3, 4]], axis=None), np.add.reduce([[1, 2]], keepdims=True))
for wrong in (lambda: np.sqrt.reduce([1]), lambda: np.add(1), lambda: np.add(1, 2, bad=3), lambda: np.subtract.reduce([]), lambda: np.add.reduceat([1], [3]), lambda: np.add(1, 2, casting="maybe")):
    try:
        wrong()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
