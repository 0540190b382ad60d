"""numpy's functions that change shapes, join arrays and take them apart."""
import numpy as np
import _numpy
from _numpy import _like_whole
from _numpy_common import checked_axis


def _axes(axis, ndim, name=None):
    """A tuple of axes, each from 0, none twice."""
    if isinstance(axis, (int, np.integer)):
        axis = (axis,)
    prefix = f'{name}: ' if name else ''
    made = []
    for each in axis:
        if not -ndim <= each < ndim:
            raise np.exceptions.AxisError(f'{prefix}axis {each} is out of bounds for array of dimension {ndim}')
        made.append(each % ndim)
    if len(set(made)) != len(made):
        raise ValueError(f'repeated axis in `{name}` argument' if name else 'repeated axis')
    return tuple(made)


def moveaxis(a, source, destination):
    """Dimensions moved to other places (a view)."""
    a = np.asanyarray(a)
    source = _axes(source, a.ndim, 'source')
    destination = _axes(destination, a.ndim, 'destination')
    if len(source) != len(destination):
        raise ValueError('`source` and `destination` arguments must have the same number of elements')
    order = [n for n in range(a.ndim) if n not in source]
    for to, origin in sorted(zip(destination, source)):
        order.insert(to, origin)
    return a.transpose(order)


def rollaxis(a, axis, start=0):
    """One dimension rolled backwards until it lies before another (a view)."""
    a = np.asanyarray(a)
    n = a.ndim
    axis = checked_axis(axis, n)
    if start < 0:
        start += n
    if not 0 <= start < n + 1:
        raise np.exceptions.AxisError(f"'start' arg requires {-n} <= start < {n + 1}, but {start} was passed in")
    if axis < start:
        start -= 1
    order = list(range(n))
    order.remove(axis)
    order.insert(start, axis)
    return a.transpose(order)


def diagonal(a, offset=0, axis1=0, axis2=1):
    """The diagonal of two dimensions, as the last one."""
    a = np.asanyarray(a)
    if a.ndim < 2:
        raise ValueError('diag requires an array of at least two dimensions')
    axis1, axis2 = checked_axis(axis1, a.ndim), checked_axis(axis2, a.ndim)
    if axis1 == axis2:
        raise ValueError('axis1 and axis2 cannot be the same')
    rows, columns = a.shape[axis1], a.shape[axis2]
    low, aside = max(-offset, 0), max(offset, 0)
    n = max(min(rows - low, columns - aside), 0)
    places = np.arange(n)
    return moveaxis(a, (axis1, axis2), (-2, -1))[..., places + low, places + aside]


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum of a diagonal."""
    a = np.asarray(a)
    if a.ndim < 2:
        raise ValueError('diag requires an array of at least two dimensions')
    made = diagonal(a, offset, axis1, axis2).sum(axis=-1, dtype=dtype)
    if out is None:
        return made
    out[...] = made
    return out


def matrix_transpose(x, /):
    """Each matrix of a stack with rows and columns exchanged."""
    x = np.asanyarray(x)
    if x.ndim < 2:
        raise ValueError(f'Input array must be at least 2-dimensional, but it is {x.ndim}')
    return np.swapaxes(x, -1, -2)


def permute_dims(a, axes=None):
    """The dimensions in another order (a view)."""
    return np.transpose(a, axes)


def _atleast(arrays, one):
    made = [one(a) for a in arrays]
    return made[0] if len(made) == 1 else tuple(made)


def atleast_1d(*arys):
    """At least one dimension."""
    return _atleast(arys, _numpy.atleast_1d)


def atleast_2d(*arys):
    """At least two dimensions."""
    return _atleast(arys, _numpy.atleast_2d)


def atleast_3d(*arys):
    """At least three dimensions."""
    return _atleast(arys, _numpy.atleast_3d)


def flip(m, axis=None):
    """The elements from the end (a view)."""
    m = np.asanyarray(m)
    axes = range(m.ndim) if axis is None else _axes(axis, m.ndim)
    return m[tuple(slice(None, None, -1) if n in axes else slice(None) for n in range(m.ndim))]


def fliplr(m):
    """The columns from the right (a view)."""
    m = np.asanyarray(m)
    if m.ndim < 2:
        raise ValueError('Input must be >= 2-d.')
    return m[:, ::-1]


def flipud(m):
    """The rows from below (a view)."""
    m = np.asanyarray(m)
    if m.ndim < 1:
        raise ValueError('Input must be >= 1-d.')
    return m[::-1, ...]


def rot90(m, k=1, axes=(0, 1)):
    """Quarter turns against the clock."""
    axes = tuple(axes)
    if len(axes) != 2:
        raise ValueError('len(axes) must be 2.')
    m = np.asanyarray(m)
    if axes[0] == axes[1] or abs(axes[0] - axes[1]) == m.ndim:
        raise ValueError('Axes must be different.')
    if not all(-m.ndim <= a < m.ndim for a in axes):
        raise ValueError(f'Axes={axes} out of range for array of ndim={m.ndim}.')
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return flip(flip(m, axes[0]), axes[1])
    if k == 1:
        return np.swapaxes(flip(m, axes[1]), axes[0], axes[1])
    return flip(np.swapaxes(m, axes[0], axes[1]), axes[1])


def roll(a, shift, axis=None):
    """The elements moved round."""
    a = np.asanyarray(a)
    if isinstance(shift, (int, np.integer)) and a.size:
        shift = int(shift) % (a.size if axis is None or np.ndim(axis) else a.shape[checked_axis(axis, a.ndim)] or 1)
    if axis is None:
        if isinstance(shift, int):
            return _numpy.roll(a, shift)
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    shifts = [int(s) for s in np.atleast_1d(shift)]
    axes = [axis] if isinstance(axis, (int, np.integer)) else list(axis)
    if len(shifts) == 1:
        shifts = shifts * len(axes)
    elif len(axes) == 1:
        axes = axes * len(shifts)
    if len(shifts) != len(axes):
        np.broadcast_shapes((len(shifts),), (len(axes),))
    for by, along in zip(shifts, axes):
        a = _numpy.roll(a, by, checked_axis(along, a.ndim))
    return a


def repeat(a, repeats, axis=None):
    """Each element several times."""
    a = np.asanyarray(a)
    if isinstance(repeats, (int, np.integer)):
        return _numpy.repeat(a, repeats, axis)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = checked_axis(axis, a.ndim)
    if not isinstance(repeats, np.ndarray):
        repeats = np.array(repeats, int)
    if not np.can_cast(repeats.dtype, np.int64):
        raise TypeError(f"Cannot cast array data from {repeats.dtype!r} to dtype('int64') according to the rule 'safe'")
    counts = np.ravel(repeats)
    n = a.shape[axis]
    if counts.size == 1:
        counts = np.full(n, counts[0])
    if counts.size != n:
        raise ValueError(f'operands could not be broadcast together with shape ({n},) ({counts.size},)')
    if np.any(counts < 0):
        raise ValueError('repeats may not contain negative values.')
    order = []
    for place, count in enumerate(counts.tolist()):
        order += [place] * count
    return a[(slice(None),) * axis + (np.array(order, dtype=int),)]


def dsplit(ary, indices_or_sections):
    """Parts along the third dimension."""
    if np.ndim(ary) < 3:
        raise ValueError('dsplit only works on arrays of 3 or more dimensions')
    return np.split(ary, indices_or_sections, 2)


def hsplit(ary, indices_or_sections):
    """Parts by columns."""
    n = np.ndim(ary)
    if n == 0:
        raise ValueError('hsplit only works on arrays of 1 or more dimensions')
    return np.split(ary, indices_or_sections, 1 if n > 1 else 0)


def vsplit(ary, indices_or_sections):
    """Parts by rows."""
    if np.ndim(ary) < 2:
        raise ValueError('vsplit only works on arrays of 2 or more dimensions')
    return np.split(ary, indices_or_sections, 0)


def unstack(x, /, *, axis=0):
    """The parts along an axis, as a tuple."""
    x = np.asarray(x)
    if x.ndim == 0:
        raise ValueError('Input array must be at least 1-d.')
    return tuple(np.moveaxis(x, axis, 0))


def _sequence(arrays):
    if not hasattr(arrays, '__getitem__'):
        raise TypeError('arrays to stack must be passed as a "sequence" type such as list or tuple.')
    return arrays


def stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind'):
    """Arrays joined along a new axis."""
    arrays = [np.asarray(a) for a in _sequence(arrays)]
    if not arrays:
        raise ValueError('need at least one array to stack')
    if any(a.shape != arrays[0].shape for a in arrays):
        raise ValueError('all input arrays must have the same shape')
    made = _numpy.stack(arrays, checked_axis(axis, arrays[0].ndim + 1))
    return _delivered(made, out, dtype)


def concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting='same_kind'):
    """Arrays joined along an axis."""
    if axis is None and not isinstance(arrays, np.ndarray):
        arrays = [np.asarray(a).ravel() for a in arrays]
    return _delivered(_of_class(_numpy.concatenate(arrays, 0 if axis is None else axis), arrays), out, dtype)


def _of_class(made, arrays):
    """What was joined, as an object of the class with the highest __array_priority__ above 0."""
    if type(arrays) is np.ndarray:
        return made
    best, highest = None, 0.0
    for one in arrays:
        if type(one) is not np.ndarray and isinstance(one, np.ndarray):
            priority = getattr(one, '__array_priority__', 0.0)
            if priority > highest:
                best, highest = one, priority
    return made if best is None else made.view(type(best))


def hstack(tup, *, dtype=None, casting='same_kind'):
    """Arrays side by side."""
    return _delivered(_of_class(_numpy.hstack(_sequence(tup)), tup), None, dtype)


def vstack(tup, *, dtype=None, casting='same_kind'):
    """Arrays one below the other."""
    return _delivered(_of_class(_numpy.vstack(_sequence(tup)), tup), None, dtype)


def row_stack(tup, *, dtype=None, casting='same_kind'):
    """Arrays one below the other."""
    return vstack(tup, dtype=dtype)


def _delivered(made, out, dtype):
    if out is not None:
        out[...] = made
        return out
    return made if dtype is None else made.astype(dtype)


def block(arrays):
    """One array of nested lists of blocks."""
    def depth(item):
        if isinstance(item, tuple):
            raise TypeError('arrays is a tuple. Only lists can be used to arrange blocks, and np.block does not allow '
                            'implicit conversion from tuple to ndarray.')
        if not isinstance(item, list):
            return 0
        if not item:
            raise ValueError('List at arrays cannot be empty')
        depths = [depth(each) for each in item]
        for number, each in enumerate(depths):
            if each != depths[0]:
                raise ValueError(f'List depths are mismatched. First element was at depth {depths[0] + 1}, but there '
                                 f'is an element at depth {each + 1} (arrays[{number}])')
        return depths[0] + 1

    def widest(item):
        return max(map(widest, item)) if isinstance(item, list) else np.ndim(item)

    def build(item, level):
        if isinstance(item, list):
            return np.concatenate([build(each, level - 1) for each in item], axis=-level)
        a = np.asarray(item)
        return a.reshape((1,) * (ndim - a.ndim) + a.shape)
    levels = depth(arrays)
    ndim = max(levels, widest(arrays))
    made = build(arrays, levels)
    return made.copy() if levels == 0 else made


def delete(arr, obj, axis=None):
    """A copy without some elements."""
    given, arr = arr, np.asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = checked_axis(axis, arr.ndim)
    n = arr.shape[axis]
    keep = np.ones(n, dtype=bool)
    if isinstance(obj, slice):
        keep[obj] = False
    else:
        where = np.asarray(obj)
        if where.dtype == bool:
            if where.shape != (n,):
                raise ValueError('boolean array argument obj to delete must be one dimensional and match the axis '
                                 f'length of {n}')
            keep[where] = False
        else:
            if where.size == 0 and not isinstance(obj, np.ndarray):
                where = where.astype(int)
            if where.dtype.kind not in 'iu':
                raise IndexError('arrays used as indices must be of integer (or boolean) type')
            for at in where.ravel().tolist():
                if not -n <= at < n:
                    place = 0 if where.size > 1 else axis
                    raise IndexError(f'index {at} is out of bounds for axis {place} with size {n}')
            keep[where] = False
    made = arr[(slice(None),) * axis + (keep,)]
    return _like_whole(_ordered_as(made, arr), given)


def _ordered_as(made, arr):
    return np.asfortranarray(made) if arr.flags.fnc else made


def insert(arr, obj, values, axis=None):
    """A copy with values before one index or several."""
    given, arr = arr, np.asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = checked_axis(axis, arr.ndim)
    n = arr.shape[axis]
    if isinstance(obj, slice):
        where = np.arange(*obj.indices(n))
    else:
        where = np.asarray(obj)
        if where.dtype == bool:
            where = np.flatnonzero(where)
        elif where.dtype.kind == 'f' and (where.size or isinstance(obj, np.ndarray)):
            if where.size == 1:
                raise TypeError('slice indices must be integers or None or have an __index__ method')
            raise IndexError('arrays used as indices must be of integer (or boolean) type')
    if where.ndim > 1:
        raise ValueError('index array argument obj to insert must be one dimensional or scalar')
    shape = list(arr.shape)
    if where.size == 1:
        at = int(where.reshape(-1)[0])
        if not -n <= at <= n:
            raise IndexError(f'index {at} is out of bounds for axis {axis} with size {n}')
        if at < 0:
            at += n
        values = np.array(values, copy=None, ndmin=arr.ndim, dtype=arr.dtype)
        if where.ndim == 0:
            values = np.moveaxis(values, 0, axis)
        count = values.shape[axis]
        shape[axis] += count
        new = np.empty(shape, dtype=arr.dtype)
        lead = (slice(None),) * axis
        new[lead + (slice(None, at),)] = arr[lead + (slice(None, at),)]
        new[lead + (slice(at, at + count),)] = values
        new[lead + (slice(at + count, None),)] = arr[lead + (slice(at, None),)]
        return _like_whole(_ordered_as(new, arr), given)
    where = where.astype(int)
    for at in where.tolist():
        if not -n <= at <= n:
            raise IndexError(f'index {at} is out of bounds for axis {axis} with size {n}')
    where = np.where(where < 0, where + n, where)
    order = np.argsort(where, kind='stable')
    places = where.copy()
    places[order] += np.arange(where.size)
    shape[axis] += where.size
    old = np.ones(shape[axis], dtype=bool)
    old[places] = False
    new = np.empty(shape, dtype=arr.dtype)
    lead = (slice(None),) * axis
    new[lead + (places,)] = values
    new[lead + (old,)] = arr
    return _like_whole(_ordered_as(new, arr), given)


def asarray_chkfinite(a, dtype=None, order=None):
    """An array whose elements are all finite numbers."""
    a = np.asarray(a, dtype=dtype, order=order)
    if a.dtype.kind in 'fc' and not np.isfinite(a).all():
        raise ValueError('array must not contain infs or NaNs')
    return a


def trim_zeros(filt, trim='fb', axis=None):
    """Without zeros at the front and at the back."""
    a = np.asarray(filt)
    trim = trim.lower()
    if trim not in ('fb', 'bf', 'f', 'b'):
        raise ValueError(f'unexpected character(s) in `trim`: {trim!r}')
    axes = range(a.ndim) if axis is None else _axes(axis, a.ndim)
    places = np.argwhere(a != 0 if a.dtype.kind == 'O' else a)
    cuts = [slice(None)] * a.ndim
    for n in axes:
        if len(places) == 0:
            cuts[n] = slice(0, 0)
            continue
        first, last = int(places[:, n].min()), int(places[:, n].max())
        cuts[n] = slice(first if 'f' in trim else None, last + 1 if 'b' in trim else None)
    made = a[tuple(cuts)]
    return made.tolist() if isinstance(filt, list) else made


def expand_dims(a, axis):
    """New dimensions of length 1 (a view)."""
    a = np.asanyarray(a)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    ndim = a.ndim + len(axes)
    axes = _axes(axes, ndim)
    rest = iter(a.shape)
    return a.reshape([1 if n in axes else next(rest) for n in range(ndim)])
