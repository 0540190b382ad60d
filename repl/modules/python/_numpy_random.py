"""Draws of numpy.random that are made of others."""
import numpy as np
from _numpy_common import places


def _checked(mean, cov, size):
    mean, cov = np.array(mean), np.array(cov, dtype=np.float64)
    if size is None:
        shape = ()
    elif isinstance(size, (int, np.integer)):
        shape = (int(size),)
    else:
        shape = tuple(size)
    if mean.ndim != 1:
        raise ValueError('mean must be 1 dimensional')
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError('cov must be 2 dimensional and square')
    if mean.shape[0] != cov.shape[0]:
        raise ValueError('mean and cov must have same length')
    return mean, cov, shape + (mean.shape[0],)


def _judge(check_valid, valid):
    if check_valid not in ('warn', 'raise', 'ignore'):
        raise ValueError("check_valid must equal 'warn', 'raise', or 'ignore'")
    if check_valid == 'raise' and not valid():
        raise ValueError('covariance is not symmetric positive-semidefinite.')


def multivariate_normal(source, mean, cov, size=None, check_valid='warn', tol=1e-8):
    mean, cov, shape = _checked(mean, cov, size)
    x = source.standard_normal(shape).reshape(-1, mean.shape[0])
    u, s, v = np.linalg.svd(cov)
    _judge(check_valid, lambda: np.allclose(np.dot(v.T * s, v), cov, rtol=tol, atol=tol))
    x = np.dot(x, np.sqrt(s)[:, None] * v)
    x += mean
    return x.reshape(shape)


def generator_multivariate_normal(source, mean, cov, size=None, check_valid='warn', tol=1e-8, method='svd'):
    if method not in ('eigh', 'svd', 'cholesky'):
        raise ValueError("method must be one of {'eigh', 'svd', 'cholesky'}")
    mean, cov, shape = _checked(mean, cov, size)
    x = source.standard_normal(shape).reshape(-1, mean.shape[0])
    if method == 'svd':
        u, s, vh = np.linalg.svd(cov)
        _judge(check_valid, lambda: np.allclose(np.dot(vh.T * s, vh), cov, rtol=tol, atol=tol))
        factor = u * np.sqrt(s)
    elif method == 'eigh':
        s, u = np.linalg.eigh(cov)
        if np.any(s < -tol):
            _judge(check_valid, lambda: False)
        factor = u * np.sqrt(abs(s))
    else:
        factor = np.linalg.cholesky(cov)
    return (mean + np.dot(x, factor.T)).reshape(shape)


def permuted(source, x, axis=None, out=None):
    x = np.asarray(x)
    if out is None:
        out = np.array(x, copy=True)
    elif out.shape != x.shape:
        raise ValueError('out must have the same shape as x')
    else:
        out[...] = x
    if axis is None:
        flat = np.array(out.reshape(-1), copy=True)
        source.shuffle(flat)
        out[...] = flat.reshape(out.shape)
        return out
    if not -x.ndim <= axis < x.ndim:
        raise np.exceptions.AxisError(f'axis {axis} is out of bounds for array of dimension {x.ndim}')
    lines = np.moveaxis(out, axis, -1)
    for place in places(lines.shape[:-1]):
        line = np.array(lines[place], copy=True)
        source.shuffle(line)
        lines[place] = line
    return out
