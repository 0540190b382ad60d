import numpy as np

a = np.arange(6).reshape(2, 3)
print(a.reshape(3, 2, order="F"), a.ravel(order="F"), a.flatten("F"), a.T.ravel(order="K"), a.T.flatten("A"))
f = np.array(a, order="F")
print(f.flags.f_contiguous, f.strides, f.copy().strides, f.copy(order="K").strides, np.asfortranarray(a).strides)
print(np.zeros((2, 3), order="F").strides, np.ones((2, 3), order="F").flags.fnc, np.isfortran(f), np.require(a, requirements="F").strides)
print(a.tobytes() == f.tobytes(), f.tobytes("F") == a.tobytes(), f.tobytes("A")[:8], a.astype(float, order="F").strides)
print(np.array_equal(a, f), f[0], f[:, 1], f + a, (f + f).sum(axis=1))
print(np.reshape(a, (3, 2), order="F"), a.reshape(-1, order="A"))
try:
    a.ravel(order="X")
except ValueError as error:
    print(error)
