"""tf.linalg."""
import numpy as np

import _keras_ops as _k
from _keras import array as _array, make as _make
from _tensorflow import einsum, eye, matmul, norm, tensordot
from _tensorflow_math import l2_normalize


def matvec(a, b, transpose_a=False, name=None):
    return _k.squeeze(matmul(a, _k.expand_dims(b, -1), transpose_a), -1)


def matrix_transpose(a, name="matrix_transpose", conjugate=False):
    return _k.swapaxes(a, -1, -2)


def trace(x, name=None):
    return _k.sum(_k.multiply(x, np.eye(_k.dims(x)[-1], dtype=_k.dtype_of(x))), axis=(-2, -1))


def diag_part(input, name="diag_part", k=0):
    return _k.sum(_k.multiply(input, np.eye(_k.dims(input)[-1], dtype=_k.dtype_of(input))), axis=-1)


def diag(diagonal, name="diag", k=0):
    return _k.multiply(_k.expand_dims(diagonal, -1), np.eye(_k.dims(diagonal)[-1], dtype=_k.dtype_of(diagonal)))


def _plain(function):
    def call(x, name=None):
        numbers = _array(_k._joined(x))
        return _make(np.asarray(function(numbers)).astype(numbers.dtype))
    return call


inv = _plain(np.linalg.inv)
det = _plain(np.linalg.det)


def solve(matrix, rhs, adjoint=False, name=None):
    left = _array(_k._joined(matrix))
    return _make(np.asarray(np.linalg.solve(left, _array(_k._joined(rhs)))).astype(left.dtype))
