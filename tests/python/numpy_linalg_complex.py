# Decompositions of complex matrices, and complex eigenvalues of real ones.
import numpy as np

turn = np.array([[0., -1], [1, 0]])
w, v = np.linalg.eig(turn)
print(w, v.round(6), np.linalg.eigvals(turn), np.linalg.eigvals(np.stack([turn, 2 * turn])))
print(np.allclose(turn @ v, v * w), np.roots([1, 0, 1]), np.roots([1, 2, 3, 4]).round(6), np.poly([1j, -1j]))
c = np.array([[1 + 1j, 2], [3 - 1j, 4j]])
b = np.array([1, 2j])
print(np.linalg.solve(c, b).round(6), np.linalg.inv(c).round(6), np.linalg.det(c).round(6))
print(np.linalg.solve(np.eye(2), b), np.linalg.slogdet(2j * np.eye(2)))
h = np.array([[2, 1j], [-1j, 3]])
print(np.linalg.eigvalsh(h).round(6), np.linalg.eigh(h)[0].round(6), np.linalg.cholesky(h).round(6))
w, v = np.linalg.eig(c)
print(np.allclose(c @ v, v * w), w.dtype, v.dtype, np.linalg.eig(c.astype('c8'))[0].dtype)
u, s, vh = np.linalg.svd(c)
print(s.round(6), np.allclose(u @ np.diag(s) @ vh, c), np.linalg.svd(c, compute_uv=False).round(6))
q, r = np.linalg.qr(c)
print(np.allclose(q @ r, c), np.allclose(q.conj().T @ q, np.eye(2)), r[1, 0], np.linalg.qr(c, mode='r').shape)
print(np.linalg.norm(c).round(6), np.linalg.norm(b), np.linalg.norm(c, 2).round(6), np.linalg.norm(c, 1).round(6))
print(np.allclose(np.linalg.pinv(c), np.linalg.inv(c)), np.linalg.matrix_rank(c), np.linalg.cond(c).round(6))
tall = np.array([[1, 1j], [2, 1], [3, 1]])
x, errors, rank, s = np.linalg.lstsq(tall, np.array([1, 2, 3j]), rcond=None)
print(x.round(6), errors.round(6), rank, s.round(6), np.linalg.matrix_power(c, 3))
for call in (lambda: np.linalg.inv(np.zeros((2, 2), complex)), lambda: np.linalg.cholesky(-h)):
    try:
        call()
    except np.linalg.LinAlgError as error:
        print(error)
