import numpy as np

a = np.arange(12).reshape(3, 4)
print(a.ndim, a.shape, a.size, a.itemsize, a.nbytes, a.strides, a.dtype, a.T.strides, a.device)
print(a.flags)
print(a.T.flags.f_contiguous, a.T.flags["C_CONTIGUOUS"], a[:, 1].flags.c_contiguous, a.flags.owndata, a.copy().flags.owndata)
print(a.base.shape, a.copy().base, a[1].base is a.base, a.T.base is a.base)
print(a.real is a, a.imag.sum(), a.mT.shape, a.to_device("cpu") is a)
b = np.arange(6)
b.shape = (2, 3)
print(b)
b.flat = 7
print(b)
b.real = 1
print(b.flat[3], b.flat[1:3], list(b.flat), len(b.flat), b.flat.index, b.flat.copy())
b.flat[[0, 5]] = [8, 9]
print(b)
for wrong in (lambda: a.ptp(), lambda: a.nothing, lambda: hash(a), lambda: setattr(b, "shape", (4, 2))):
    try:
        wrong()
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
