"""numpy.ma's functions of sets, covariances, rows and columns, and functions applied along axes."""
import builtins

import numpy as np
from _numpy_common import checked_axis
from _numpy_ma import *
from _numpy_ma import _wrap
from _numpy_ma_mask import MAError
from _numpy_ma_functions import array, asarray, concatenate, filled


def _on_both(function):
    """A function of shapes, carried out on the elements and on the mask."""
    def apply(a, *args, **kwargs):
        a = asarray(a)
        mask = getmask(a)
        made = function(a._data, *args, **kwargs)
        if mask is not nomask:
            mask = function(getmaskarray(a), *args, **kwargs)
        if isinstance(made, (list, tuple)):
            masks = [nomask] * len(made) if mask is nomask else mask
            return [_wrap(one, hidden) for one, hidden in zip(made, masks)]
        return _wrap(made, mask)
    apply.__name__ = function.__name__
    return apply


atleast_1d, atleast_2d, atleast_3d, diag, diagflat, hsplit, resize = (_on_both(function) for function in (
    np.atleast_1d, np.atleast_2d, np.atleast_3d, np.diag, np.diagflat, np.hsplit, np.resize))


def shape(obj):
    """The length of each dimension."""
    return np.shape(getdata(obj))


def size(obj, axis=None):
    """How many elements, masked or not."""
    return np.size(getdata(obj), axis)


def ndim(obj):
    """How many dimensions."""
    return np.ndim(getdata(obj))


def ids(a):
    """Where the elements and the mask lie."""
    return asarray(a).ids()


def compress(condition, a, axis=None, out=None):
    """The slices where a condition holds."""
    return asarray(a).compress(condition, axis, out)


def choose(indices, choices, out=None, mode='raise'):
    """From several arrays, the element that each place asks for; masked where that or the question is."""
    asked = filled(indices, 0)
    data = np.choose(asked, [filled(one, True) if one is masked else getdata(one) for one in choices], mode=mode)
    hidden = np.choose(asked, [True if one is masked else getmaskarray(one) for one in choices], mode=mode)
    mask = mask_or(np.asarray(hidden), getmask(indices))
    if out is not None:
        out[...] = _wrap(data, mask)
        return out
    return _wrap(data, mask)


def put(a, indices, values, mode='raise'):
    """Sets elements by their places in one dimension."""
    if isinstance(a, MaskedArray):
        return a.put(indices, values, mode=mode)
    return np.put(a, indices, getdata(values), mode=mode)


def putmask(a, mask, values):
    """Sets elements where a mask holds."""
    a[np.asarray(mask, dtype=bool)] = values[np.asarray(mask, dtype=bool)] if np.shape(values) else values


def left_shift(a, n):
    """Bits moved to the left."""
    a = asarray(a)
    return _wrap(np.left_shift(filled(a, 0), n), getmask(a))


def right_shift(a, n):
    """Bits moved to the right."""
    a = asarray(a)
    return _wrap(np.right_shift(filled(a, 0), n), getmask(a))


def common_fill_value(a, b):
    """What both are filled with, or None."""
    first, second = asarray(a).fill_value, asarray(b).fill_value
    return first if first == second else None


def make_mask_descr(ndtype):
    """The dtype of a mask."""
    dtype = np.dtype(ndtype)
    if dtype.names is None:
        return np.dtype(bool)
    return np.dtype([(name, make_mask_descr(dtype[name])) for name in dtype.names])


def flatten_mask(mask):
    """A mask in one dimension."""
    return np.ravel(np.asarray(mask))


# ---- Sets ----

def _parts(a):
    """The elements that count, in order, and whether one is masked."""
    a = asarray(a)
    return np.unique(a.compressed()), bool(np.any(getmaskarray(a)))


def _joined(values, hidden):
    if not hidden:
        return _wrap(values, nomask if len(values) == 0 else np.zeros(len(values), bool))
    return _wrap(np.append(values, values.dtype.type(0)), np.append(np.zeros(len(values), bool), True))


def intersect1d(ar1, ar2, assume_unique=False):
    """What is in both."""
    (first, hidden), (second, also) = _parts(ar1), _parts(ar2)
    return _joined(np.intersect1d(first, second), hidden and also)


def union1d(ar1, ar2):
    """What is in one of the two."""
    (first, hidden), (second, also) = _parts(ar1), _parts(ar2)
    return _joined(np.union1d(first, second), hidden or also)


def setxor1d(ar1, ar2, assume_unique=False):
    """What is in one of the two only."""
    (first, hidden), (second, also) = _parts(ar1), _parts(ar2)
    return _joined(np.setxor1d(first, second), hidden != also)


def setdiff1d(ar1, ar2, assume_unique=False):
    """What is in the first and not in the second."""
    if assume_unique:
        line = np.ma.ravel(asarray(ar1))
        return line[in1d(line, ar2, assume_unique=True, invert=True)]
    (first, hidden), (second, also) = _parts(ar1), _parts(ar2)
    return _joined(np.setdiff1d(first, second), hidden and not also)


def in1d(ar1, ar2, assume_unique=False, invert=False):
    """Which elements are among others, in one dimension; a masked element is among others that are masked."""
    line, others = np.ma.ravel(asarray(ar1)), asarray(ar2)
    found = np.isin(line._data, others.compressed())
    hidden = getmaskarray(line)
    found = np.where(hidden, bool(np.any(getmaskarray(others))), found)
    return _wrap(found != bool(invert), hidden if np.any(hidden) else nomask)


def isin(element, test_elements, assume_unique=False, invert=False):
    """Which elements are among others."""
    element = asarray(element)
    return in1d(element, test_elements, invert=invert).reshape(element.shape)


# ---- Rows and columns ----

def mask_rowcols(a, axis=None):
    """Masks rows, columns or both where something is masked."""
    a = array(a, copy=True)
    if a.ndim != 2:
        raise NotImplementedError('mask_rowcols works for 2D arrays only.')
    hidden = getmaskarray(a)
    if not np.any(hidden):
        return a
    rows, columns = np.any(hidden, axis=1), np.any(hidden, axis=0)
    mask = hidden.copy()
    if axis in (None, 0):
        mask[rows] = True
    if axis in (None, 1, -1):
        mask[:, columns] = True
    return _wrap(a._data, mask)


def compress_nd(x, axis=None):
    """Leaves out, along axes, the slices in which something is masked."""
    x = asarray(x)
    hidden = getmaskarray(x)
    axes = range(x.ndim) if axis is None else [axis] if isinstance(axis, int) else list(axis)
    axes = [checked_axis(one, x.ndim) for one in axes]
    data = x._data
    for one in axes:
        others = tuple(n for n in range(x.ndim) if n != one)
        data = np.take(data, np.flatnonzero(~np.any(hidden, axis=others)), axis=one)
    return data


# ---- Along axes ----

def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """A function of one-dimensional slices."""
    arr = asarray(arr)
    axis = axis % arr.ndim
    lead = arr.shape[:axis] + arr.shape[axis + 1:]
    made = {}
    for place in np.ndindex(*lead):
        made[place] = func1d(arr[place[:axis] + (slice(None),) + place[axis:]], *args, **kwargs)
    results = [made[place] for place in np.ndindex(*lead)]
    inner = np.shape(getdata(results[0])) if not results[0] is masked else ()
    data = np.array([0 if one is masked else getdata(one) for one in results]).reshape(lead + inner)
    mask = np.array([np.ones(inner, bool) if one is masked else getmaskarray(one) for one in results])
    mask = mask.reshape(lead + inner)
    if inner:
        data = np.moveaxis(data, range(len(lead), data.ndim), range(axis, axis + len(inner)))
        mask = np.moveaxis(mask, range(len(lead), mask.ndim), range(axis, axis + len(inner)))
    return _wrap(data, mask if np.any(mask) else nomask)


def apply_over_axes(func, a, axes):
    """A function that takes an axis, for several axes in turn."""
    made = asarray(a)
    count = made.ndim
    for axis in ([axes] if np.ndim(axes) == 0 else axes):
        axis = axis + count if axis < 0 else axis
        one = asarray(func(made, axis))
        if one.ndim != made.ndim:
            one = one.reshape(one.shape[:axis] + (1,) + one.shape[axis:])
        made = one
    return made


def ndenumerate(a, compressed=True):
    """Places and elements, of those that are not masked."""
    a = asarray(a)
    for place in np.ndindex(*a.shape):
        one = a[place]
        if one is not masked:
            yield place, one
        elif not compressed:
            yield place, masked


# ---- Covariances, polynomials, windows ----

def _prepared(x, y, rowvar, allow_masked):
    x = array(x, ndmin=2, copy=True, dtype=float)
    if not allow_masked and np.any(getmaskarray(x)):
        raise ValueError('Cannot process masked data.')
    rowvar = bool(rowvar) or x.shape[0] == 1
    if not rowvar:
        x = x.T
    if y is not None:
        y = array(y, ndmin=2, copy=False, dtype=float)
        if not allow_masked and np.any(getmaskarray(y)):
            raise ValueError('Cannot process masked data.')
        y = y if rowvar else y.T
        if np.any(getmaskarray(x)) or np.any(getmaskarray(y)):
            if x.shape == y.shape:
                both = np.logical_or(getmaskarray(x), getmaskarray(y))
                x, y = _wrap(x._data, both), _wrap(y._data, both)
        x = concatenate((x, y), 0)
    hidden = getmaskarray(x)
    data = np.where(hidden, 0.0, x._data)
    count = (~hidden).sum(axis=1, keepdims=True)
    with np.errstate(all='ignore'):
        mean = data.sum(axis=1, keepdims=True) / count
    return np.where(hidden, 0.0, data - mean), ~hidden


def cov(x, y=None, rowvar=True, bias=False, allow_masked=True, ddof=None):
    """The covariance, of pairs of which neither is masked."""
    if ddof is not None and ddof != int(ddof):
        raise ValueError('ddof must be an integer')
    if ddof is None:
        ddof = 0 if bias else 1
    data, counts = _prepared(x, y, rowvar, allow_masked)
    pairs = counts.astype(float) @ counts.T.astype(float) - ddof
    with np.errstate(all='ignore'):
        made = (data @ data.T) / pairs
    mask = pairs <= 0
    return _wrap(np.where(mask, 0.0, made), mask).squeeze()


def corrcoef(x, y=None, rowvar=True, allow_masked=True):
    """The correlation, of pairs of which neither is masked."""
    c = cov(x, y, rowvar, allow_masked=allow_masked)
    if np.ndim(getdata(c)) == 0:
        return c / c
    spread = np.ma.sqrt(np.ma.diag(c))
    return c / np.ma.outer(spread, spread)


def vander(x, n=None):
    """Powers of the elements; those of masked ones are 0."""
    made = np.vander(getdata(x), n)
    if getmask(x) is not nomask:
        made[getmaskarray(x)] = 0
    return made


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """A polynomial through the points that are not masked."""
    x, y = asarray(x), asarray(y)
    hidden = getmaskarray(x)
    if y.ndim not in (1, 2):
        raise TypeError('Expected a 1D or 2D array for y!')
    also = getmaskarray(y)
    hidden = hidden | (also if y.ndim == 1 else also.any(axis=1))
    if w is not None:
        w = asarray(w)
        if w.ndim != 1:
            raise TypeError('expected a 1-d array for weights')
        if w.shape[0] != y.shape[0]:
            raise TypeError('expected w and y to have the same length')
        hidden = hidden | getmaskarray(w)
        w = w._data[~hidden]
    return np.polyfit(x._data[~hidden], y._data[~hidden], deg, rcond, full, w, cov)


def _convolved(name, a, v, mode, propagate_mask):
    function = getattr(np, name)
    a, v = asarray(a), asarray(v)
    if propagate_mask:
        mask = (function(getmaskarray(a), np.ones(v.shape, bool), mode=mode)
                | function(np.ones(a.shape, bool), getmaskarray(v), mode=mode))
        data = function(a._data, v._data, mode=mode)
    else:
        mask = ~function(~getmaskarray(a), ~getmaskarray(v), mode=mode)
        data = function(filled(a, 0), filled(v, 0), mode=mode)
    return _wrap(data, mask)


def convolve(a, v, mode='full', propagate_mask=True):
    """The convolution of two sequences."""
    return _convolved('convolve', a, v, mode, propagate_mask)


def correlate(a, v, mode='valid', propagate_mask=True):
    """The correlation of two sequences."""
    return _convolved('correlate', a, v, mode, propagate_mask)


# ---- Runs ----

def flatnotmasked_contiguous(a):
    """The runs of elements that are not masked, of an array in one dimension."""
    hidden = getmaskarray(a).ravel()
    made, start = [], None
    for place, one in enumerate(hidden.tolist()):
        if one and start is not None:
            made.append(slice(start, place, None))
            start = None
        elif not one and start is None:
            start = place
    if start is not None:
        made.append(slice(start, len(hidden), None))
    return made


def notmasked_contiguous(a, axis=None):
    """The same along an axis of a matrix."""
    a = asarray(a)
    if a.ndim > 2:
        raise NotImplementedError('Currently limited to at most 2D array.')
    if axis is None or a.ndim == 1:
        return flatnotmasked_contiguous(a)
    other = (axis + 1) % 2
    return [flatnotmasked_contiguous(a[:, n] if other else a[n]) for n in range(a.shape[other])]


class _rows_joiner:
    """np.r_ for masked arrays."""

    def __getitem__(self, key):
        if isinstance(key, str):
            raise MAError('Unavailable for masked array.')
        parts = key if isinstance(key, tuple) else (key,)
        if builtins.any(isinstance(part, str) for part in parts):
            return _wrap(np.r_[tuple(part if isinstance(part, (str, slice)) else getdata(part) for part in parts)],
                         np.r_[tuple(part if isinstance(part, (str, slice)) else getmaskarray(part) for part in parts)])
        made = [np.r_[part] if isinstance(part, slice) else atleast_1d(part) for part in parts]
        return concatenate(made)

    def __len__(self):
        return 0


mr_ = _rows_joiner()
