"""numpy.ma's functions: makers, conditions, statistics and functions of masked arrays."""
import builtins

import numpy as np
from _numpy_ma import *
from _numpy_ma import _binary, _divides_by_zero, _result, _wrap


# ---- Makers ----

def array(data, dtype=None, copy=False, order=None, mask=nomask, fill_value=None, keep_mask=True, hard_mask=False,
          shrink=True, subok=True, ndmin=0):
    """A masked array."""
    return MaskedArray(data, mask, dtype, copy, fill_value=fill_value, keep_mask=keep_mask, hard_mask=hard_mask,
                       ndmin=ndmin)


def asarray(a, dtype=None, order=None):
    """A masked array of anything."""
    return a if isinstance(a, MaskedArray) and dtype is None else MaskedArray(a, dtype=dtype)


asanyarray = asarray


def _maker(name):
    def make(*args, **kwargs):
        return _wrap(getattr(np, name)(*[getdata(arg) if isinstance(arg, MaskedArray) else arg for arg in args],
                                       **kwargs), nomask)
    make.__name__ = name
    return make


zeros, ones, empty, arange = (_maker(name) for name in ('zeros', 'ones', 'empty', 'arange'))
zeros_like, ones_like, empty_like = (_maker(name) for name in ('zeros_like', 'ones_like', 'empty_like'))
identity, indices, frombuffer, fromfunction = (_maker(name) for name in (
    'identity', 'indices', 'frombuffer', 'fromfunction'))


def masked_all(shape, dtype=float):
    """An array of which everything is masked."""
    return _wrap(np.zeros(shape, dtype), np.ones(shape, bool))


def masked_all_like(arr):
    """The same, of another array's shape and dtype."""
    return masked_all(np.shape(getdata(arr)), getdata(arr).dtype)


# ---- Conditions ----

def masked_where(condition, a, copy=True):
    """Masked where a condition holds."""
    condition = make_mask(getdata(condition) if getmask(condition) is nomask else condition.filled(True), shrink=False)
    data = getdata(a)
    if np.shape(condition) != np.shape(data):
        raise IndexError(f'Inconsistent shape between the condition and the input (got {np.shape(condition)} and '
                         f'{np.shape(data)})')
    mask = mask_or(getmask(a), condition)
    return _wrap(data.copy() if copy else data, mask, getattr(a, '_fill_value', None))


def _condition(name):
    def compare(x, value, copy=True):
        return masked_where(getattr(np, name)(getdata(x), value), x, copy)
    return compare


masked_greater, masked_greater_equal = _condition('greater'), _condition('greater_equal')
masked_less, masked_less_equal = _condition('less'), _condition('less_equal')
masked_not_equal = _condition('not_equal')


def masked_equal(x, value, copy=True):
    """Masked where equal to a value, which becomes the fill value."""
    made = masked_where(np.equal(getdata(x), value), x, copy)
    made.fill_value = value
    return made


masked_object = masked_equal


def masked_values(x, value, rtol=1e-5, atol=1e-8, copy=True, shrink=True):
    """Masked where nearly equal to a value."""
    data = getdata(x)
    near = np.isclose(data, value, rtol=rtol, atol=atol) if data.dtype.kind == 'f' else data == value
    made = masked_where(near, x, copy)
    made.fill_value = value
    return made


def masked_inside(x, v1, v2, copy=True):
    """Masked between two values."""
    low, high = builtins.min(v1, v2), builtins.max(v1, v2)
    return masked_where((getdata(x) >= low) & (getdata(x) <= high), x, copy)


def masked_outside(x, v1, v2, copy=True):
    """Masked where not between two values."""
    low, high = builtins.min(v1, v2), builtins.max(v1, v2)
    return masked_where((getdata(x) < low) | (getdata(x) > high), x, copy)


def masked_invalid(a, copy=True):
    """Masked where nan or infinite."""
    data = getdata(a)
    made = masked_where(~np.isfinite(data), a, copy)
    if made._mask is nomask:
        made._mask = np.zeros(data.shape, bool)
    return made


def fix_invalid(a, mask=nomask, copy=True, fill_value=None):
    """masked_invalid, with the fill value in place of what is masked."""
    made = masked_invalid(MaskedArray(a, mask), copy)
    made._data[made._mask] = made.fill_value if fill_value is None else fill_value
    return made


def is_masked(x):
    """Whether anything is masked."""
    return getmask(x) is not nomask and bool(np.any(getmask(x)))


def is_mask(m):
    """Whether it is an array of bools."""
    return isinstance(m, np.ndarray) and m.dtype == bool


def isMaskedArray(x):
    """Whether it is a masked array."""
    return isinstance(x, MaskedArray)


isMA = isarray = isMaskedArray


# ---- Methods as functions ----

def filled(a, fill_value=None):
    """The elements, masked ones replaced."""
    return a.filled(fill_value) if isinstance(a, MaskedArray) else np.asarray(a)


def _method(name):
    def call(a, *args, **kwargs):
        return getattr(asarray(a), name)(*args, **kwargs)
    call.__name__ = name
    return call


for _name in ('compressed', 'count', 'sum', 'prod', 'mean', 'var', 'std', 'min', 'max', 'any', 'all', 'ptp', 'argmin',
              'argmax', 'cumsum', 'cumprod', 'anom', 'round', 'clip', 'argsort', 'nonzero', 'ravel', 'reshape',
              'transpose', 'squeeze', 'swapaxes', 'copy', 'repeat', 'take', 'diagonal', 'trace', 'harden_mask',
              'soften_mask'):
    globals()[_name] = _method(_name)
product, anomalies, around, amin, amax = prod, anom, round, min, max


def set_fill_value(a, fill_value):
    """Sets the fill value of a masked array."""
    if isinstance(a, MaskedArray):
        a.fill_value = fill_value


def count_masked(arr, axis=None):
    """How many elements are masked."""
    return getmaskarray(arr).sum(axis)


def sort(a, axis=-1, kind=None, order=None, endwith=True, fill_value=None, *, stable=None):
    """A sorted copy; masked elements go last."""
    made = asarray(a).copy()
    made.sort(axis, endwith=endwith, fill_value=fill_value)
    return made


# ---- Functions of elements ----

def _unary(name, outside=None):
    def call(x):
        data = getdata(x)
        with np.errstate(all='ignore'):
            made = getattr(np, name)(data)
            mask = getmask(x)
            if outside is not None:
                lost = outside(data)
                mask = mask_or(mask, lost, shrink=False) if np.any(lost) else mask
        if mask is not nomask and isinstance(made, np.ndarray) and made.dtype.kind != 'b':
            made = np.where(mask, data, made).astype(made.dtype)
        return _result(made, mask)
    call.__name__ = name
    return call


for _name in ('exp', 'conjugate', 'sin', 'cos', 'arctan', 'arcsinh', 'sinh', 'cosh', 'tanh', 'abs', 'absolute', 'fabs',
              'negative', 'floor', 'ceil', 'logical_not', 'angle'):
    globals()[_name] = _unary(_name)
sqrt = _unary('sqrt', lambda x: np.less(x, 0))
log, log2, log10 = (_unary(name, lambda x: np.less_equal(x, 0)) for name in ('log', 'log2', 'log10'))
arcsin, arccos = (_unary(name, lambda x: np.greater(np.absolute(x), 1)) for name in ('arcsin', 'arccos'))
arccosh = _unary('arccosh', lambda x: np.less(x, 1))
arctanh = _unary('arctanh', lambda x: np.greater_equal(np.absolute(x), 1))
tan = _unary('tan')


def _pair(name, domain=None):
    def call(a, b):
        return _binary(name, asarray(a) if not np.isscalar(a) else a, b, domain)
    call.__name__ = name
    return call


for _name in ('add', 'subtract', 'multiply', 'arctan2', 'equal', 'not_equal', 'less', 'less_equal', 'greater',
              'greater_equal', 'logical_and', 'logical_or', 'logical_xor', 'bitwise_and', 'bitwise_or', 'bitwise_xor',
              'hypot', 'maximum', 'minimum', 'power'):
    globals()[_name] = _pair(_name)
for _name in ('divide', 'true_divide', 'floor_divide', 'remainder', 'mod', 'fmod'):
    globals()[_name] = _pair(_name, _divides_by_zero)


# ---- Statistics, joins, choices ----

def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The weighted mean of what counts."""
    a = asarray(a)
    if weights is None:
        made, total = a.mean(axis, keepdims=keepdims), a.count(axis, keepdims=keepdims)
    else:
        w = np.asarray(getdata(weights), dtype=np.result_type(a.dtype, float))
        if w.shape != a.shape:
            if axis is None:
                raise TypeError('Axis must be specified when shapes of a and weights differ.')
            shape = [1] * a.ndim
            shape[axis] = -1
            w = np.broadcast_to(w.reshape(shape), a.shape)
        w = np.where(getmaskarray(a), 0, w)
        total = w.sum(axis=axis, keepdims=keepdims)
        made = (a * w).sum(axis=axis, keepdims=keepdims) / total
    return (made, total) if returned else made


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle of what counts."""
    a = asarray(a)
    if axis is None:
        kept = a.compressed()
        made = np.median(kept) if kept.size else masked
        return made
    lines = np.moveaxis(a.filled(0), axis, -1)
    masks = np.moveaxis(getmaskarray(a), axis, -1)
    shape = lines.shape[:-1]
    values, lost = np.zeros(shape), np.zeros(shape, bool)
    for place in np.ndindex(*shape):
        kept = lines[place][~masks[place]]
        lost[place] = kept.size == 0
        values[place] = np.median(kept) if kept.size else 0
    made = _wrap(values, lost if getmask(a) is not nomask else nomask)
    return made.reshape(np.expand_dims(values, axis).shape) if keepdims else made


def concatenate(arrays, axis=0):
    """Masked arrays one behind the other."""
    mask = np.concatenate([getmaskarray(a) for a in arrays], axis=axis)
    return _wrap(np.concatenate([getdata(a) for a in arrays], axis=axis),
                 mask if builtins.any(getmask(a) is not nomask for a in arrays) else nomask)


def _joiner(name):
    def join(arrays, *args, **kwargs):
        mask = getattr(np, name)([getmaskarray(a) for a in arrays], *args, **kwargs)
        return _wrap(getattr(np, name)([getdata(a) for a in arrays], *args, **kwargs),
                     mask if builtins.any(getmask(a) is not nomask for a in arrays) else nomask)
    join.__name__ = name
    return join


vstack, hstack, stack, dstack, column_stack = (_joiner(name) for name in (
    'vstack', 'hstack', 'stack', 'dstack', 'column_stack'))


def append(a, b, axis=None):
    """The elements of b behind those of a."""
    return concatenate([a, b], axis) if axis is not None else concatenate([ravel(a), ravel(b)])


def expand_dims(a, axis):
    """A new axis of one."""
    return _wrap(np.expand_dims(getdata(a), axis),
                 nomask if getmask(a) is nomask else np.expand_dims(getmask(a), axis))


def where(condition, x=None, y=None):
    """Elements of x or y by a condition; masked where the condition is."""
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        raise ValueError("Must provide both 'x' and 'y' or neither.")
    chosen = filled(condition, False)
    data = np.where(chosen, 0.0 if x is masked else getdata(x), 0.0 if y is masked else getdata(y))
    if x is masked or y is masked:
        data = data.astype(getdata(y if x is masked else x).dtype)
    mask = np.where(chosen, True if x is masked else getmaskarray(x), True if y is masked else getmaskarray(y))
    mask = np.where(getmaskarray(condition), True, mask)
    return _wrap(data, make_mask(mask))


def dot(a, b, strict=False, out=None):
    """The product of matrices, masked elements counted as 0."""
    return asarray(a).dot(b)


inner = innerproduct = _joined = dot


def outer(a, b):
    """All products of two vectors."""
    made = np.outer(filled(a, 0), filled(b, 0))
    if getmask(a) is nomask and getmask(b) is nomask:
        return _wrap(made, nomask)
    return _wrap(made, np.logical_or.outer(getmaskarray(a).ravel(), getmaskarray(b).ravel()))


def allequal(a, b, fill_value=True):
    """Whether all elements that count are equal."""
    mask = mask_or(getmask(a), getmask(b))
    same = getdata(a) == getdata(b)
    if mask is nomask:
        return bool(np.all(same))
    return bool(np.all(np.where(mask, True, same))) if fill_value else False


def allclose(a, b, masked_equal=True, rtol=1e-5, atol=1e-8):
    """Whether all elements that count are nearly equal."""
    near = np.isclose(getdata(a), getdata(b), rtol=rtol, atol=atol)
    mask = mask_or(getmask(a), getmask(b))
    return bool(np.all(near if mask is nomask else np.where(mask, masked_equal, near)))


def diff(a, n=1, axis=-1):
    """Differences of neighbours."""
    a = asarray(a)
    for _ in range(n):
        moved = np.moveaxis(a._data, axis, 0)
        mask = np.moveaxis(getmaskarray(a), axis, 0)
        made = _wrap(moved[1:], mask[1:]) - _wrap(moved[:-1], mask[:-1])
        a = _wrap(np.moveaxis(made._data, 0, axis), np.moveaxis(made._mask, 0, axis))
    return a


def ediff1d(arr, to_end=None, to_begin=None):
    """Differences of neighbours in one dimension."""
    return diff(ravel(arr))


def unique(ar1, return_index=False, return_inverse=False):
    """The distinct elements; masked ones count as one, at the end."""
    ar1 = asarray(ar1)
    values, at = np.unique(ar1.compressed(), return_index=True)
    if not is_masked(ar1):
        return _wrap(values, nomask)
    return _wrap(np.append(values, ar1.filled().dtype.type(0)), np.append(np.zeros(len(values), bool), True))


def notmasked_edges(a, axis=None):
    """First and last place that is not masked."""
    places = np.flatnonzero(~getmaskarray(a).ravel())
    return np.array([places[0], places[-1]]) if len(places) else None


def flatnotmasked_edges(a):
    """The same of the flattened array."""
    return notmasked_edges(a)


def clump_unmasked(a):
    """Slices of what is not masked."""
    return _runs(~getmaskarray(a))


def clump_masked(a):
    """Slices of what is masked."""
    return _runs(getmaskarray(a))


def _runs(flags):
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(int), [0]))))
    return [slice(int(a), int(b), None) for a, b in zip(edges[::2], edges[1::2])]


def compress_rows(a):
    """The rows without masked elements."""
    return getdata(a)[~getmaskarray(a).any(axis=1)]


def compress_cols(a):
    """The columns without masked elements."""
    return getdata(a)[:, ~getmaskarray(a).any(axis=0)]


def compress_rowcols(x, axis=None):
    """The rows (axis 0), columns (1) or both without masked elements."""
    if axis in (0, -2):
        return compress_rows(x)
    if axis in (1, -1):
        return compress_cols(x)
    mask = getmaskarray(x)
    return getdata(x)[~mask.any(axis=1)][:, ~mask.any(axis=0)]


def mask_rows(a, axis=None):
    """Whole rows masked where an element is."""
    return _wrap(getdata(a), np.repeat(getmaskarray(a).any(axis=1)[:, None], getdata(a).shape[1], axis=1))


def mask_cols(a, axis=None):
    """Whole columns masked where an element is."""
    return _wrap(getdata(a), np.repeat(getmaskarray(a).any(axis=0)[None, :], getdata(a).shape[0], axis=0))
