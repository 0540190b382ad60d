"""numpy.polynomial.polyutils: what series of all kinds share."""
import operator

import numpy as np


class RankWarning(UserWarning):
    """Least squares with columns that depend on each other."""


def as_int(value, name):
    """A whole number; TypeError names what it is."""
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(f'{name} must be an integer, received {value}') from None


def as_axis(axis, ndim):
    """An axis counted from 0."""
    axis = as_int(axis, 'the axis')
    if not -ndim <= axis < ndim:
        raise np.exceptions.AxisError(f'axis {axis} is out of bounds for array of dimension {ndim}')
    return axis % ndim


def trimseq(seq):
    """Without zeros at the end; one element stays."""
    if len(seq) == 0 or seq[-1] != 0:
        return seq
    n = len(seq)
    while n > 1 and seq[n - 1] == 0:
        n -= 1
    return seq[:n]


def as_series(alist, trim=True):
    """Coefficients as arrays of one dimension and a common dtype."""
    arrays = [np.array(a, ndmin=1, copy=None) for a in alist]
    for a in arrays:
        if a.size == 0:
            raise ValueError('Coefficient array is empty')
        if a.ndim != 1:
            raise ValueError('Coefficient array is not 1-d')
    if trim:
        arrays = [trimseq(a) for a in arrays]
    if any(a.dtype == object for a in arrays):
        return [np.array(a, dtype=object) for a in arrays]
    try:
        dtype = np.result_type(*arrays, np.float32)
        if dtype.kind not in 'fc':
            raise TypeError
    except Exception as error:
        raise ValueError('Coefficient arrays have no common type') from error
    dtype = np.result_type(*[a if a.dtype.kind in 'fc' else np.float64 for a in arrays])
    return [np.array(a, copy=True, dtype=dtype) for a in arrays]


def trimcoef(c, tol=0):
    """Without small coefficients at the end."""
    if tol < 0:
        raise ValueError('tol must be non-negative')
    c, = as_series([c])
    places = np.flatnonzero(np.abs(c) > tol)
    return c[:1] * 0 if len(places) == 0 else c[:places[-1] + 1].copy()


def add(c1, c2):
    """The sum of two series."""
    c1, c2 = as_series([c1, c2])
    if len(c1) < len(c2):
        c1, c2 = c2, c1
    c1[:len(c2)] += c2
    return trimseq(c1)


def getdomain(x):
    """The least domain that holds all points."""
    x, = as_series([x], trim=False)
    if x.dtype.kind == 'c':
        return np.array((complex(x.real.min(), x.imag.min()), complex(x.real.max(), x.imag.max())))
    return np.array((x.min(), x.max()))


def mapparms(old, new):
    """Offset and scale of the line from one domain to another."""
    length = old[1] - old[0]
    return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length


def mapdomain(x, old, new):
    """Points of one domain in another."""
    if type(x) not in (int, float, complex) and not isinstance(x, np.generic):
        x = np.asanyarray(x)
    off, scale = mapparms(old, new)
    return off + scale * x


def fit(vander, x, y, deg, rcond=None, full=False, w=None):
    """Least squares with the columns that `vander` makes."""
    x, y, deg = np.asarray(x) + 0.0, np.asarray(y) + 0.0, np.asarray(deg)
    if deg.ndim > 1 or deg.dtype.kind not in 'iu' or deg.size == 0:
        raise TypeError('deg must be an int or non-empty 1-D array of int')
    if deg.min() < 0:
        raise ValueError('expected deg >= 0')
    if x.ndim != 1:
        raise TypeError('expected 1D vector for x')
    if x.size == 0:
        raise TypeError('expected non-empty vector for x')
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError('expected 1D or 2D array for y')
    if len(x) != len(y):
        raise TypeError('expected x and y to have same length')
    degrees = list(range(int(deg) + 1)) if deg.ndim == 0 else np.sort(deg).tolist()
    top = degrees[-1]
    left, right = vander(x, top)[:, degrees], y
    if w is not None:
        w = np.asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError('expected 1D vector for w')
        if len(x) != len(w):
            raise TypeError('expected x and w to have same length')
        left = left * w[:, None]
        right = right * (w if right.ndim == 1 else w[:, None])
    if rcond is None:
        rcond = len(x) * np.finfo(x.dtype).eps
    scale = np.sqrt(np.square(np.abs(left)).sum(0))
    scale = np.where(scale == 0, 1, scale)
    c, errors, rank, s = np.linalg.lstsq(left / scale, right, rcond)
    c = (c.T / scale).T
    if len(degrees) != top + 1:
        whole = np.zeros((top + 1,) + c.shape[1:], dtype=c.dtype)
        whole[degrees] = c
        c = whole
    if rank != len(degrees) and not full:
        import warnings
        warnings.warn('The fit may be poorly conditioned', np.exceptions.RankWarning, stacklevel=2)
    return (c, [errors, rank, s, rcond]) if full else c
