# Singular matrices: condition numbers, singular values of hermitian ones; products written to an array.
import numpy as np

for matrix in (np.zeros((2, 2)), np.ones((2, 2)), np.diag([1.0, 0.0])):
    print([np.linalg.cond(matrix, p) > 1e15 for p in (None, 1, 2, 'fro', np.inf)])
x = np.array([[1.0, 0.0], [0.0, 0.0]])
u, s, vh = np.linalg.svd(x, hermitian=True)
print(np.allclose(u @ u.T, np.eye(2)), np.allclose(vh @ vh.T, np.eye(2)), s)
out = np.zeros((2, 2))
a = np.arange(4.0).reshape(2, 2)
print(np.linalg.multi_dot([a, a, a], out=out) is out, out, np.linalg.multi_dot([a, a], out=out) is out, out)
print(np.linalg.multi_dot([a[0], a, a[1]]), np.linalg.multi_dot([a, a, a, a]))
