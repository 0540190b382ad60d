import numpy as np

a = np.array([[3, 1, 2], [9, 7, 8]])
print(np.apply_along_axis(np.sum, 0, a), np.apply_along_axis(sorted, 1, a), np.apply_along_axis(lambda v: v[::2], 1, a))
print(np.apply_along_axis(np.diag, -1, a).shape, np.apply_along_axis(lambda v, k: v * k, 0, a, 10))
print(np.apply_over_axes(np.sum, np.arange(24).reshape(2, 3, 4), [0, 2]))
print(np.fromiter(range(5), float), np.fromiter((x * x for x in range(9)), dtype=int, count=4))
print(np.array_equal([1, 2], [1, 2]), np.array_equal([1, np.nan], [1, np.nan], equal_nan=True), np.array_equiv([1, 2], [[1, 2], [1, 2]]))
print(np.iterable([1]), np.iterable(3), np.isreal([1, 2]), np.iscomplex([1.0]), np.iscomplexobj([1]), np.isrealobj(1.5))
print(np.real([1, 2]), np.imag([1, 2]), np.angle([1, -1]), np.angle([-1], deg=True), np.real_if_close([1.0]))
b = a[0]
print(np.shares_memory(a, b), np.may_share_memory(a, a.copy()), np.shares_memory(a[0], a[1]))
print(np.binary_repr(5), np.binary_repr(-3, width=5), np.base_repr(255, 16), np.base_repr(-10, 3), np.base_repr(5, 2, padding=3))
print(np.packbits([1, 0, 1, 1, 0, 0, 0, 1, 1]), np.unpackbits(np.array([7, 200], dtype=np.uint8)), np.unpackbits(np.uint8([7]), count=4, bitorder="little"))
print(np.packbits([[1, 0, 1], [0, 1, 1]], axis=1), np.fromstring("1 2 3", sep=" "), np.fromstring("1, 2", dtype=int, sep=","))
for bad in (lambda: np.binary_repr(5, 2), lambda: np.base_repr(5, 40), lambda: np.fromiter([1], int, count=3),
            lambda: np.packbits([1.5]), lambda: np.fromstring("1")):
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
