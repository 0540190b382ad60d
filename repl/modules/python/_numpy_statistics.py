"""numpy's statistics: means with weights, covariance."""
import warnings

import numpy as np
from _numpy_quantiles import axes_of


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The mean, with weights."""
    a = np.asanyarray(a)
    if axis is not None:
        axis = axes_of(axis, a.ndim, 'axis: ', 'repeated axis in `axis` argument')
    if weights is None:
        made = a.mean(axis=axis, keepdims=keepdims)
        count = a.size / np.size(made)
        scale = np.asarray(made).dtype.type(count)
    else:
        w = np.asanyarray(weights)
        if a.shape != w.shape:
            if axis is None:
                raise TypeError('Axis must be specified when shapes of a and weights differ.')
            if w.shape != tuple(a.shape[n] for n in axis):
                raise ValueError('Shape of weights must be consistent with shape of a along specified axis.')
            order = np.argsort(axis)
            shape = [a.shape[n] if n in axis else 1 for n in range(a.ndim)]
            w = w.transpose(order.tolist()).reshape(shape)
        dtype = np.result_type(a, w, float) if a.dtype.kind in 'iub' else np.result_type(a, w)
        scale = np.broadcast_to(w, a.shape).sum(axis=axis, dtype=dtype, keepdims=keepdims)
        if np.any(scale == 0.0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        made = np.multiply(a, w, dtype=dtype).sum(axis=axis, keepdims=keepdims) / scale
    if not returned:
        return made
    if np.shape(scale) != np.shape(made):
        scale = np.full(np.shape(made), scale)
    return made, scale


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """The covariance of variables in rows."""
    if ddof is not None and ddof != int(ddof):
        raise ValueError('ddof must be integer')
    m = np.asarray(m)
    if m.ndim > 2:
        raise ValueError('m has more than 2 dimensions')
    if dtype is None:
        dtype = np.result_type(m, np.float64, *(() if y is None else (np.asarray(y),)))
    x = np.array(m, ndmin=2, dtype=dtype)
    if not rowvar and m.ndim != 1:
        x = x.T
    if x.shape[0] == 0:
        return np.array([]).reshape(0, 0)
    if y is not None:
        y = np.array(y, ndmin=2, dtype=x.dtype)
        if not rowvar and y.shape[0] != 1:
            y = y.T
        x = np.concatenate((x, y), axis=0)
    if ddof is None:
        ddof = 0 if bias else 1
    w = None
    if fweights is not None:
        w = np.asarray(fweights, dtype=float)
        if not np.all(w == np.around(w)):
            raise TypeError('fweights must be integer')
        if w.ndim > 1:
            raise RuntimeError('cannot handle multidimensional fweights')
        if w.shape[0] != x.shape[1]:
            raise RuntimeError('incompatible numbers of samples and fweights')
        if np.any(w < 0):
            raise ValueError('fweights cannot be negative')
    if aweights is not None:
        aweights = np.asarray(aweights, dtype=float)
        if aweights.ndim > 1:
            raise RuntimeError('cannot handle multidimensional aweights')
        if aweights.shape[0] != x.shape[1]:
            raise RuntimeError('incompatible numbers of samples and aweights')
        if np.any(aweights < 0):
            raise ValueError('aweights cannot be negative')
        w = aweights if w is None else w * aweights
    mean, total = average(x, axis=1, weights=w, returned=True)
    total = total[0]
    if w is None:
        fact = x.shape[1] - ddof
    elif ddof == 0:
        fact = total
    elif aweights is None:
        fact = total - ddof
    else:
        fact = total - ddof * sum(w * aweights) / total
    if fact <= 0:
        warnings.warn('Degrees of freedom <= 0 for slice', RuntimeWarning, stacklevel=2)
        fact = 0.0
    x = x - mean[:, None]
    other = x.T if w is None else (x * w).T
    other = np.conjugate(other) if other.dtype.kind == 'c' else other
    made = np.dot(x, other)
    made *= np.true_divide(1, fact)
    return np.squeeze(made)


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """The correlation of variables in rows."""
    c = cov(x, y, rowvar, dtype=dtype)
    if c.ndim == 0:
        return c / c
    spread = np.sqrt(np.diag(c).real)
    c = c / spread[:, None] / spread[None, :]
    if c.dtype.kind == 'c':
        return np.clip(c.real, -1, 1) + 1j * np.clip(c.imag, -1, 1)
    return np.clip(c, -1, 1)
