"""What numpy's functions make of each dtype: complex numbers keep their imaginary parts, small floats stay small."""
import numpy as np

z = np.array([1 + 1j, 3 - 2j, 2 + 4j])
print(np.gradient(z), np.cov(z), np.cov([z, z * 1j]), np.nanmedian(z), np.vecdot(z, z), np.vecmat(z, np.eye(3)))
print(np.corrcoef([z, z.conj()]), np.sinc(z.astype('complex64')).dtype, np.where([True, False], np.complex64(1j), 0))
h = np.array([0, 0.5, 1], dtype='float16')
print(np.sinc(h), np.i0(h).dtype, np.power(np.array([True, False]), 2), np.array([True]) ** 3)
small = np.array([3, 1], dtype='int8')
print(np.union1d(small, 2), np.union1d(small, 2.5), np.union1d([1, 2], [2, 7]), np.pad(np.array(5), 2))
print(np.size(np.zeros((2, 3, 4)), (0, 2)), np.size(np.zeros((2, 3)), 1), np.squeeze(np.float64(2)), np.transpose(np.int8(1)))
print(np.linalg.matrix_rank(np.zeros((0, 3))), isinstance(np.linalg.svd(np.eye(2)), tuple), np.linalg.eigh(np.eye(2))[0])
print(np.linalg.slogdet(np.eye(2) * 2), np.linalg.qr(np.eye(2)).R, np.unique_counts([3, 1, 3])._asdict())
print(np.loadtxt(['1']).dtype, np.histogram_bin_edges([], bins=2), np.linspace(0, 1, 3, dtype=complex))
print(np.dtype('c'), np.dtype('f8', metadata={'a': 1}))
for call in (lambda: np.quantile(z, 0.5), lambda: np.percentile(z, 50), lambda: np.gradient([True, False, True]),
             lambda: np.i0(z), lambda: np.clip(small, 1, 2, axis=0), lambda: np.size(z, 3), lambda: np.size(z, (0, 1)),
             lambda: np.diff(z, axis=(0,)), lambda: np.take(z, 0, axis=None), lambda: np.delete(z, 0, axis='x')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
