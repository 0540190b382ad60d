import numpy as np

a = np.arange(4)
print(np.asarray(a) is a, np.array(a) is a, np.array(a, copy=False) is a, np.asarray(a, dtype=float) is a, np.asarray([1, 2]).base, np.array(a, ndmin=2).shape)
v = a[1:]
v[0] = 50
print(a, v.base is a, v.copy().base is None, a.view() is a, a.view().base is a, a.reshape(2, 2).base is a, a.astype(a.dtype, copy=False) is a)
print(np.ndarray((2, 2), dtype=int).shape, a.view(np.uint8)[:2], np.arange(4, dtype=np.uint8).view("u2"), np.array([1.0]).view(np.int64), np.float32([1]).view("i4"))
w = a.view()
w.shape = (2, 2)
print(a.shape, w.shape, np.may_share_memory(a, w) if hasattr(np, "nothing") else True)
for wrong in (lambda: np.arange(3, dtype=np.uint8).view(np.uint16), lambda: a.astype(float).astype("i4", casting="safe"), lambda: setattr(a.reshape(2, 2).T, "shape", (4,))):
    try:
        wrong()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
