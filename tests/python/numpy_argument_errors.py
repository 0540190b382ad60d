import numpy as np

a = np.arange(3)
for wrong in (
    lambda: np.can_cast("i4", "i8", "foo"), lambda: np.array([1.5]).astype(int, casting="foo"), lambda: a.astype(int, order="Z"),
    lambda: np.zeros(3, order="Q"), lambda: np.array([1, 2], order="Q"), lambda: np.set_printoptions(precision="a"),
    lambda: a.repeat(-1), lambda: np.repeat(a, [1, -1, 2]), lambda: a.repeat([1, 2]), lambda: np.zeros(2.5), lambda: np.zeros(-1),
    lambda: np.frombuffer(b"abc", dtype=np.int16), lambda: a.item(5), lambda: a.squeeze(axis=3), lambda: np.expand_dims(a, 5),
    lambda: np.array([[1], [2]]).sum(axis=(0, 5)), lambda: np.linspace(0, 1, -1), lambda: np.concatenate([]), lambda: np.full(2, 300, dtype=np.uint8),
):
    try:
        wrong()
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
for value in (np.nan, np.inf, "x", None, 2.7):
    try:
        a[0] = value
        print(a)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
