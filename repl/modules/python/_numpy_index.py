"""numpy's functions that read and write elements by their places."""
from operator import index

import numpy as np
import _numpy
from _numpy_common import checked_axis, checked_mode, checked_order, checked_target


def _along(shape, indices, axis):
    places = []
    for n, length in enumerate(shape):
        if n == axis:
            places.append(indices)
        else:
            places.append(np.arange(length).reshape((1,) * n + (-1,) + (1,) * (len(shape) - n - 1)))
    return tuple(places)


def take_along_axis(arr, indices, axis=-1):
    """The elements that argsort or argmax point at."""
    arr, indices = np.asanyarray(arr), np.asarray(indices)
    if axis is None:
        if indices.ndim != 1:
            raise ValueError('when axis=None, `indices` must have a single dimension.')
        return arr.ravel()[indices]
    axis = checked_axis(axis, arr.ndim)
    if indices.dtype.kind not in 'iu':
        raise IndexError('`indices` must be an integer array')
    if arr.ndim != indices.ndim:
        raise ValueError('`indices` and `arr` must have the same number of dimensions')
    return arr[_along(arr.shape, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    """Writes the elements that argsort or argmax point at."""
    indices = np.asarray(indices)
    if axis is None:
        if indices.ndim != 1:
            raise ValueError('when axis=None, `indices` must have a single dimension.')
        arr.reshape(-1)[indices] = values
        return
    axis = checked_axis(axis, arr.ndim)
    if indices.dtype.kind not in 'iu':
        raise IndexError('`indices` must be an integer array')
    if arr.ndim != indices.ndim:
        raise ValueError('`indices` and `arr` must have the same number of dimensions')
    arr[_along(arr.shape, indices, axis)] = values


def take(a, indices, axis=None, out=None, mode='raise'):
    """Elements or rows by their numbers."""
    a = np.asanyarray(a)
    # Each element of a list is made an integer whatever it is; an array has to hold integers.
    if not isinstance(indices, np.ndarray):
        indices = np.array(indices, int)
    elif indices.size == 0:
        indices = indices.astype(int)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = checked_axis(axis, a.ndim)
    n = a.shape[axis]
    mode = checked_mode(mode)
    checked_target(out)
    if n == 0 and indices.size:
        raise IndexError('cannot do a non-empty take from an empty axes.')
    if mode == 'wrap':
        indices = indices % n
    elif mode == 'clip':
        indices = np.clip(indices, 0, n - 1)
    if indices.dtype.kind not in 'iub':
        raise TypeError(f"Cannot cast array data from {indices.dtype!r} to dtype('int64') according to the rule "
                        "'same_kind'")
    made = a[(slice(None),) * axis + (indices.astype(int),)]
    if out is None:
        return made
    if out.shape != np.shape(made):
        raise ValueError('output array does not match result of ndarray.take')
    out[...] = made
    return out


def extract(condition, arr):
    """The elements for which a condition holds."""
    return take(np.ravel(arr), np.flatnonzero(condition))


def select(condlist, choicelist, default=0):
    """The element of the first choice whose condition holds."""
    if len(condlist) != len(choicelist):
        raise ValueError('list of cases must be same length as list of conditions')
    if not condlist:
        raise ValueError('select with an empty condition list is not possible')
    for number, condition in enumerate(condlist):
        if np.asarray(condition).dtype != bool:
            raise TypeError(f'invalid entry {number} in condlist: should be boolean ndarray')
    result = np.asarray(default)
    # Plain numbers give way to the arrays' dtype.
    plain = [c for c in list(choicelist) + [default] if isinstance(c, (bool, int, float))]
    arrays = [np.asarray(c) for c in list(choicelist) + [default] if not isinstance(c, (bool, int, float))]
    dtype = np.result_type(*arrays) if arrays else np.asarray(plain[0]).dtype
    for number in plain:
        dtype = (np.zeros(1, dtype=dtype) + number).dtype
    result = result.astype(dtype)
    for condition, choice in zip(condlist[::-1], choicelist[::-1]):
        result = np.where(condition, np.asarray(choice).astype(dtype), result)
    return result


def piecewise(x, condlist, funclist, *args, **kw):
    """A function for each condition."""
    x = np.asanyarray(x)
    if np.ndim(condlist) == 0 or (not isinstance(condlist[0], (list, np.ndarray)) and x.ndim != 0):
        condlist = [condlist]
    conditions = [np.asarray(c, dtype=bool) for c in condlist]
    n, m = len(conditions), len(funclist)
    if n == m - 1:
        rest = np.logical_not(np.any(np.stack(conditions), axis=0))
        conditions.append(rest)
        n += 1
    if n != m:
        raise ValueError(f'with {n} condition(s), either {n} or {n + 1} functions are expected')
    y = np.zeros_like(x)
    for condition, function in zip(conditions, funclist):
        if callable(function):
            values = x[condition]
            if values.size > 0:
                y[condition] = function(values, *args, **kw)
        else:
            y[condition] = function
    return y


def ravel_multi_index(multi_index, dims, mode='raise', order='C'):
    """Places counted in one dimension, of places in a shape."""
    dims = (int(dims),) if isinstance(dims, (int, np.integer)) else tuple(dims)
    parts = [np.asarray(i) for i in multi_index]
    modes = [checked_mode(m) for m in (mode if isinstance(mode, (tuple, list)) else [mode] * len(dims))]
    order = checked_order(order)
    if len(modes) != len(dims):
        raise ValueError(f'list of clipmodes has wrong length ({len(modes)} instead of {len(dims)})')
    if len(parts) != len(dims):
        raise ValueError(f'parameter multi_index must be a sequence of length {len(dims)}')
    if any(part.size and part.dtype.kind not in 'iu' for part in parts):
        raise TypeError('only int indices permitted')
    total = 0
    pairs = list(zip(parts, dims, modes))
    for part, n, how in (pairs if order == 'C' else pairs[::-1]):
        if how == 'wrap':
            part = part % n
        elif how == 'clip':
            part = np.clip(part, 0, n - 1)
        elif np.any(part < 0) or np.any(part >= n):
            raise ValueError('invalid entry in coordinates array')
        total = total * n + part
    return np.asarray(total)[()]


def diag_indices(n, ndim=2):
    """The places of a diagonal."""
    return (np.arange(n),) * ndim


def diag_indices_from(arr):
    """The places of an array's diagonal."""
    if not arr.ndim >= 2:
        raise ValueError('input array must be at least 2-d')
    if not all(n == arr.shape[0] for n in arr.shape):
        raise ValueError('All dimensions of input must be of equal length')
    return diag_indices(arr.shape[0], arr.ndim)


def mask_indices(n, mask_func, k=0):
    """The places that a function of masks leaves."""
    return np.nonzero(mask_func(np.ones((n, n), int), k) != 0)


def tril_indices(n, k=0, m=None):
    """The places on and below a diagonal."""
    return np.nonzero(np.tri(n, m, k, dtype=bool))


def triu_indices(n, k=0, m=None):
    """The places on and above a diagonal."""
    return np.nonzero(~np.tri(n, m, k - 1, dtype=bool))


def tril_indices_from(arr, k=0):
    """The places on and below an array's diagonal."""
    if arr.ndim != 2:
        raise ValueError('input array must be 2-d')
    return tril_indices(arr.shape[-2], k, arr.shape[-1])


def triu_indices_from(arr, k=0):
    """The places on and above an array's diagonal."""
    if arr.ndim != 2:
        raise ValueError('input array must be 2-d')
    return triu_indices(arr.shape[-2], k, arr.shape[-1])


def fill_diagonal(a, val, wrap=False):
    """Writes a diagonal, in place."""
    if a.ndim < 2:
        raise ValueError('array must be at least 2-d')
    if a.ndim > 2 and any(n != a.shape[0] for n in a.shape):
        raise ValueError('All dimensions of input must be of equal length')
    if a.ndim == 2:
        rows, columns = a.shape
        count = min(rows, columns)
        places = np.arange(count)
        if wrap and rows > columns:
            flat = np.arange(0, a.size, columns + 1)
            a[flat // columns, flat % columns] = np.resize(np.asarray(val), flat.size)
            return
        a[places, places] = np.resize(np.asarray(val), count)
        return
    a[diag_indices(a.shape[0], a.ndim)] = np.resize(np.asarray(val), a.shape[0])


def diagflat(v, k=0):
    """The elements on a diagonal of a matrix."""
    return np.diag(np.ravel(v), k)


def indices(dimensions, dtype=int, sparse=False):
    """The places of a grid, one array a dimension."""
    dimensions = tuple(index(length) for length in dimensions)
    n = len(dimensions)
    lines = [np.arange(length, dtype=dtype).reshape((1,) * k + (-1,) + (1,) * (n - k - 1))
             for k, length in enumerate(dimensions)]
    if sparse:
        return tuple(lines)
    return np.stack([np.broadcast_to(line, dimensions) for line in lines]) if n else np.empty((0,), dtype=dtype)


class _Grid:
    """np.mgrid and np.ogrid."""

    def __init__(self, sparse):
        self._sparse = sparse

    @staticmethod
    def _line(cut):
        start = 0 if cut.start is None else cut.start
        step = 1 if cut.step is None else cut.step
        if type(step).__name__ == 'complex':
            return np.linspace(start, cut.stop, int(abs(step)))
        return np.arange(start, cut.stop, step)

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            return self._line(key)
        lines = [self._line(cut) for cut in key]
        n = len(lines)
        dtype = np.result_type(*lines)
        lines = [line.astype(dtype).reshape((1,) * k + (-1,) + (1,) * (n - k - 1)) for k, line in enumerate(lines)]
        return tuple(lines) if self._sparse else np.stack(np.broadcast_arrays(*lines))


class _Expression:
    """np.s_ and np.index_exp."""

    def __init__(self, always):
        self._always = always

    def __getitem__(self, item):
        return (item,) if self._always and not isinstance(item, tuple) else item


mgrid, ogrid = _Grid(False), _Grid(True)
s_, index_exp = _Expression(False), _Expression(True)
