"""numpy's functions that read and write elements by their places."""
import numpy as np
import _numpy
from _numpy_common import checked_axis


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
    arr, indices = np.asarray(arr), np.asarray(indices)
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
    a, indices = np.asarray(a), np.asarray(indices)
    if indices.size == 0:
        indices = indices.astype(int)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = checked_axis(axis, a.ndim)
    n = a.shape[axis]
    if mode == 'wrap':
        indices = indices % n
    elif mode == 'clip':
        indices = np.clip(indices, 0, n - 1)
    if indices.dtype.kind not in 'iub':
        raise TypeError(f"Cannot cast array data from dtype('{indices.dtype}') to dtype('int64') according to the rule "
                        "'safe'")
    made = a[(slice(None),) * axis + (indices.astype(int),)]
    if out is None:
        return made
    out[...] = made
    return out


def choose(a, choices, out=None, mode='raise'):
    """The element of the array that each number says."""
    a = np.asarray(a)
    arrays = np.broadcast_arrays(a, *choices)
    where, choices = arrays[0], arrays[1:]
    n = len(choices)
    if mode == 'wrap':
        where = where % n
    elif mode == 'clip':
        where = np.clip(where, 0, n - 1)
    elif np.any(where < 0) or np.any(where >= n):
        raise ValueError('invalid entry in choice array')
    made = np.stack(choices)[_along((n,) + where.shape, where[None], 0)][0]
    if out is None:
        return made
    out[...] = made
    return out


def compress(condition, a, axis=None, out=None):
    """The rows for which a condition holds."""
    condition, a = np.asarray(condition, dtype=bool), np.asarray(a)
    if condition.ndim != 1:
        raise ValueError('condition must be a 1-d array')
    if axis is None:
        a, axis = a.ravel(), 0
    axis = checked_axis(axis, a.ndim)
    made = a[(slice(None),) * axis + (np.flatnonzero(condition),)]
    if out is None:
        return made
    out[...] = made
    return out


def extract(condition, arr):
    """The elements for which a condition holds."""
    return np.ravel(arr)[np.flatnonzero(condition)]


def place(arr, mask, vals):
    """Writes values, one after the other and again, where a mask holds."""
    if not isinstance(arr, np.ndarray):
        raise TypeError(f"argument 1 must be numpy.ndarray, not {type(arr).__name__}")
    mask, vals = np.asarray(mask, dtype=bool), np.ravel(vals)
    if mask.size != arr.size:
        raise ValueError('place: mask and data must be the same size')
    count = int(np.count_nonzero(mask))
    if count == 0:
        return
    if vals.size == 0:
        raise ValueError('Cannot insert from an empty array!')
    arr[mask.reshape(arr.shape)] = np.resize(vals, count)


def put(a, ind, v, mode='raise'):
    """Writes elements by their numbers, counted in one dimension."""
    if not isinstance(a, np.ndarray):
        raise TypeError(f'argument 1 must be numpy.ndarray, not {type(a).__name__}')
    ind, v = np.ravel(ind), np.ravel(v)
    if ind.size == 0 or v.size == 0:
        return
    if mode == 'wrap':
        ind = ind % a.size
    elif mode == 'clip':
        ind = np.clip(ind, 0, a.size - 1)
    for at in ind.tolist():
        if not -a.size <= at < a.size:
            raise IndexError(f'index {at} is out of bounds for axis 0 with size {a.size}')
    places = np.unravel_index(np.where(ind < 0, ind + a.size, ind), a.shape)
    a[places] = np.resize(v, ind.size).astype(a.dtype)


def putmask(a, mask, values):
    """Writes elements where a mask holds; the values repeat by place."""
    mask, values = np.asarray(mask, dtype=bool), np.asarray(values)
    if mask.size != a.size:
        raise ValueError('putmask: mask and data must be the same size')
    if values.size:
        mask = mask.reshape(a.shape)
        a[mask] = np.resize(values, a.size).reshape(a.shape)[mask].astype(a.dtype)


def copyto(dst, src, casting='same_kind', where=True):
    """Writes an array over another."""
    if not isinstance(dst, np.ndarray):
        raise TypeError(f'copyto() argument 1 must be numpy.ndarray, not {type(dst).__name__}')
    if where is True:
        dst[...] = src
    else:
        mask = np.broadcast_to(np.asarray(where), dst.shape)
        dst[mask] = np.broadcast_to(np.asarray(src), dst.shape)[mask]


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
    x = np.asarray(x)
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


def unravel_index(indices, shape, order='C'):
    """Places in a shape, of places counted in one dimension."""
    shape = (int(shape),) if isinstance(shape, (int, np.integer)) else tuple(int(n) for n in shape)
    indices = np.asarray(indices)
    if indices.dtype.kind not in 'iu':
        raise TypeError('only int indices permitted')
    size = 1
    for n in shape:
        size *= n
    bad = indices[(indices < 0) | (indices >= size)] if indices.ndim else (
        indices.reshape(1) if not 0 <= indices < size else [])
    if len(bad):
        raise ValueError(f'index {bad[0]} is out of bounds for array with size {size}')
    made = []
    for n in (shape[::-1] if order == 'C' else shape):
        made.append(indices % n)
        indices = indices // n
    made = [m[()] if isinstance(m, np.ndarray) and m.ndim == 0 else m for m in made]
    return tuple(made[::-1] if order == 'C' else made)


def ravel_multi_index(multi_index, dims, mode='raise', order='C'):
    """Places counted in one dimension, of places in a shape."""
    dims = (int(dims),) if isinstance(dims, (int, np.integer)) else tuple(dims)
    parts = [np.asarray(i) for i in multi_index]
    if len(parts) != len(dims):
        raise ValueError(f'parameter multi_index must be a sequence of length {len(dims)}')
    modes = [mode] * len(dims) if isinstance(mode, str) else list(mode)
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
    a[diag_indices(a.shape[0], a.ndim)] = val


def diagflat(v, k=0):
    """The elements on a diagonal of a matrix."""
    return np.diag(np.ravel(v), k)


def ix_(*args):
    """Lists of places as indices of the grid that they span."""
    made = []
    for n, each in enumerate(args):
        each = np.asarray(each)
        if each.size == 0:
            each = each.astype(int)
        if each.ndim != 1:
            raise ValueError('Cross index must be 1 dimensional')
        if each.dtype == bool:
            each = np.flatnonzero(each)
        made.append(each.reshape((1,) * n + (-1,) + (1,) * (len(args) - n - 1)))
    return tuple(made)


def indices(dimensions, dtype=int, sparse=False):
    """The places of a grid, one array a dimension."""
    dimensions = tuple(dimensions)
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
