"""tf.linalg."""
import numpy as np

import _keras_ops as _k
import _keras_ops_more as _more
import _keras_ops_numbers as _numbers
from _tensorflow import global_norm as _global_norm
from _tensorflow import einsum, eye, matmul, norm, tensordot
from _tensorflow_math import l2_normalize


def matvec(a, b, transpose_a=False, name=None):
    return _k.squeeze(matmul(a, _k.expand_dims(b, -1), transpose_a), -1)


def matrix_transpose(a, name="matrix_transpose", conjugate=False):
    return _k.swapaxes(a, -1, -2)


def trace(x, name=None):
    return _more.trace(x, axis1=-2, axis2=-1)


def diag_part(input, name="diag_part", k=0):
    return _k.sum(_k.multiply(input, np.eye(_k.dims(input)[-1], dtype=_k.dtype_of(input))), axis=-1)


def diag(diagonal, name="diag", k=0):
    return _k.multiply(_k.expand_dims(diagonal, -1), np.eye(_k.dims(diagonal)[-1], dtype=_k.dtype_of(diagonal)))


inv, det = _numbers.inv, _numbers.det
cholesky, logdet, pinv, matrix_rank, eigvals = (_numbers.cholesky, _numbers.logdet, _numbers.pinv, _numbers.matrix_rank,
                                                _numbers._by(np.linalg.eigvals, "eigvals"))
eigvalsh = _numbers._by(np.linalg.eigvalsh, "eigvalsh")
eigh, eig, slogdet = _numbers.eigh, _numbers.eig, _numbers.slogdet


def qr(input, full_matrices=False, name=None):
    return _numbers._result(tuple(np.linalg.qr(_numbers._numbers(input, "qr"), "complete" if full_matrices else "reduced")))


def svd(tensor, full_matrices=False, compute_uv=True, name=None):
    """s, u, v: numpy gives u, s and v transposed."""
    made = np.linalg.svd(_numbers._numbers(tensor, "svd"), full_matrices=full_matrices, compute_uv=compute_uv)
    if not compute_uv:
        return _numbers._result(made)
    u, s, vh = made
    return _numbers._result((s, u, np.swapaxes(vh, -1, -2)))


def lstsq(matrix, rhs, l2_regularizer=0.0, fast=True, name=None):
    return _numbers.lstsq(matrix, rhs)


def triangular_solve(matrix, rhs, lower=True, adjoint=False, name=None):
    return _numbers.solve_triangular(_k.swapaxes(matrix, -1, -2) if adjoint else matrix, rhs, lower != adjoint)


def cholesky_solve(chol, rhs, name=None):
    return _numbers.solve_triangular(_k.swapaxes(chol, -1, -2), _numbers.solve_triangular(chol, rhs, True), False)


def adjoint(matrix, name=None):
    return _k.swapaxes(matrix, -1, -2)


def cross(a, b, name=None):
    return _more.cross(a, b)


def band_part(input, num_lower, num_upper, name=None):
    rows, columns = _k.dims(input)[-2:]
    kept = np.ones((rows, columns), dtype=bool)
    kept = kept if num_lower < 0 else np.triu(kept, -int(num_lower))
    kept = kept if num_upper < 0 else np.tril(kept, int(num_upper))
    return _k.multiply(input, kept.astype(_k.dtype_of(input)))


def set_diag(input, diagonal, name="set_diag", k=0, align="RIGHT_LEFT"):
    if k != 0:
        raise NotImplementedError("tf.linalg.set_diag() sets the main diagonal")
    rows, columns = _k.dims(input)[-2:]
    place = np.eye(rows, columns, dtype=_k.dtype_of(input))
    wide = diag(diagonal) if rows == columns else _k.multiply(_k.expand_dims(diagonal, -1), place)
    return _k.add(_k.multiply(input, 1 - place), wide)


def normalize(tensor, ord="euclidean", axis=None, name=None):
    size = norm(tensor, ord=ord, axis=axis, keepdims=True)
    return _k.divide(tensor, size), size


def global_norm(t_list, name=None):
    return _global_norm(t_list)


def solve(matrix, rhs, adjoint=False, name=None):
    return _numbers.solve(_k.swapaxes(matrix, -1, -2) if adjoint else matrix, rhs)
