# numpy's complex scalars and functions of the parts.
import warnings

import numpy as np

z = np.complex128(3 + 4j)
print(z, repr(z), abs(z), z.real, z.imag, z.conjugate(), z.conj(), -z, z + 1, 1 - z, z * 2j, z / 2, z ** 2)
print(isinstance(z, complex), isinstance(z, np.complexfloating), isinstance(np.complex64(1), complex), np.isscalar(z))
print(complex(z), z.item(), z.dtype, z.shape, z.ndim, z.size, z.itemsize, z == 3 + 4j, bool(z), hash(z) == hash(3 + 4j))
print(f'{z:.2f}', np.complex128(1, 2), np.complex64('1+2j'), np.complex128(), z[()], z.T, np.complex128(None))
print(np.angle(1j), np.angle([1, -1, 1j], deg=True), np.real(z), np.imag([1j, 2]), np.real(3), np.imag(2.5))
print(np.isreal([1, 1j]), np.iscomplex([1, 1j, 1 + 0j]), np.iscomplexobj(z), np.isrealobj([1.5]), np.iscomplex(1))
print(np.real_if_close([1 + 1e-15j, 2]), np.real_if_close([1 + 1j]), np.conj(2j), np.conj([1, 2]))
print(np.result_type(np.float32, 1j), np.result_type(np.int64, np.complex64), np.can_cast(complex, float),
      np.can_cast(float, complex), np.promote_types('f4', 'c8'))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(np.array([1 + 2j]).astype(float), float(z), int(z))
print(seen[0].category.__name__, seen[0].message, len(seen))
for text in ('np.array([1j]) // 1', 'np.array([1j]) % 2', 'np.floor(np.array([1j]))', 'np.array([1j], dtype=float)',
             'np.array([1j]) & 1', 'np.ones(2).__setitem__(0, 1j)', 'z["a"]', 'np.median([1j, 2])'):
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__, error)
