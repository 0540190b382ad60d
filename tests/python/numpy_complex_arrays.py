# Arrays of complex numbers: made, printed, taken apart.
import numpy as np

a = np.array([1 + 2j, 3 - 1j, 0.5j])
print(a, a.dtype, a.itemsize, a.nbytes)
print(repr(a))
print(repr(a.astype(np.complex64)))
print(a.real, a.imag, a.conj(), a.conjugate())
a.real[0] = 7
a.imag = [1, 2, 3]
print(a)
a.real = 5
print(a, np.ones(2).imag)
print(np.zeros(2, dtype=complex), np.full(2, 1j), np.eye(2, dtype='c8'))
print(np.array([1, 2.5, 2j]), np.array(['1+2j', '-3j', '4'], dtype=complex))
print(np.array([[1 + 1j, 2], [3, 4j]]).T)
print(a.tolist(), a[0], repr(a[0]), repr(np.complex64(1.5 + 0.1j)))
print(np.array([complex(1, np.nan), complex(np.inf, -2)]))
print(np.array([1e-5 + 1e5j, 123456789j]))
print(np.arange(3) * 1j + 0.5, np.linspace(0, 1j, 3))
print(np.dtype(complex).kind, np.dtype('c8').str, np.dtype('D').char, np.dtype(np.csingle), np.cdouble is np.complex128)
print(np.array([1 + 2j, 3], dtype=object), a.astype(str), a.astype(object), a.astype(bool))
