# np.matrix: * is the product of matrices.
import numpy as np

m = np.matrix('1 2; 3 4')
print(m)
print(repr(m), m.shape, m.dtype, m.ndim, m.size, len(m))
print(m * m, m ** 2, m.T, m.I, m.A, m.A1, m.H, m.getT(), m.getA(), m.getA1(), m.getH(), m.getI())
print(m + 1, 2 * m, m - m, m / 2, -m, abs(-m), +m, m @ m, m % 2, m // 2, 1 - m)
print(m.sum(), m.sum(axis=0), m.mean(1), m.max(), m.min(axis=0), m.std(), m.var(axis=1), m.prod(), m.argmax(), m.ptp(axis=0))
print(m[0], m[:, 1], m[0, 1], m == m, m < 3, m.any(), m.all(axis=0), m.tolist(), m.item(3))
print(m * np.array([[1], [1]]), np.matrix([[1, 2]]) * m, np.asmatrix(np.eye(2)), np.bmat([[m, m]]), np.bmat([[m], [m]]).shape)
print(np.matrix([1, 2, 3]).shape, m[0] * m[:, 0], [1, 2] * m, m.dot(m), m.reshape(1, 4), m.ravel(), m.flatten(), m.squeeze())
for row in m:
    print(row)
m[0, 0] = 9
m.fill(m[0, 0] - 2)
print(m, m.copy(), m.astype(float), m.transpose(), m.conj(), m.round(), m.diagonal(), m.trace(), m.real, m.imag, list(m.flat))
print(np.matrix([[0, 1]]).nonzero())
for call in (lambda: np.matrix('1 2; 3'), lambda: np.matrix(np.ones((2, 2, 2))), lambda: m * np.ones((3, 1)), lambda: hash(m)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
