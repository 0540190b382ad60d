# Sums, means, orders and choices of complex arrays.
import numpy as np

a = np.array([[1 + 2j, 3 - 1j, 0.5j], [2, 2 + 2j, -1j]])
print(a.sum(), a.sum(axis=0), a.sum(axis=1, keepdims=True), np.sum([1, 2], dtype=complex))
print(a.mean(), a.mean(axis=0), a.prod(), a.prod(axis=1))
print(a.var(), a.std(), a.var(axis=0), a.std(axis=1, ddof=1))
print(a.max(), a.min(axis=0), a.argmax(), a.argmin(axis=1), np.ptp(a, axis=0))
print(a.any(), a.all(axis=0), np.count_nonzero(a), np.nonzero(a[0]))
print(np.cumsum(a), np.cumprod(a, axis=1), np.diff(a))
print(np.sort(a.ravel()), np.argsort(a.ravel()), np.sort_complex([3, 1, 2]), np.unique([1j, 1j, 2]))
print(np.where(a.real > 1, a, 0), a[a.imag > 0], np.take(a, [0, 1], axis=1))
print(np.concatenate([a[0], [1]]), np.stack([a[0], a[1]]).shape, np.append(a[0], 2j), np.tile(a[0][:1], 2))
x = np.arange(500) * (1 + 1j) / 7
print(x.sum(), x.reshape(50, 10).sum(axis=0)[:2], x.astype('c8').sum())
print(np.array([1j, np.nan, 2]).max(), np.nan_to_num(np.array([complex(np.nan, np.inf)]), posinf=1))
print(np.dot(a[0], a[1]), np.vdot(a[0], a[1]), np.inner(a, a), a @ a.conj().T)
print(np.outer([1j, 1], [1, 2]), np.kron([1j], [1, 2]), np.einsum('ij,ij->i', a, a), np.trace(a))
print(np.interp([0.5], [0, 1], [0, 2j]), np.convolve([1j, 2], [1, 1j]))
