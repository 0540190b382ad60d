"""np.pad, with all its modes, and np.meshgrid."""
import numpy as np
import _numpy
from _numpy_common import places


def _pairs(value, ndim, name, whole=False):
    """A pair for each axis: n, (n,), (before, after), or one pair an axis; of a dict too."""
    x = np.asarray(value)
    if whole:
        if x.dtype.kind not in 'iub':
            raise TypeError('`pad_width` must be of integral type.')
        if np.any(x < 0):
            raise ValueError("index can't contain negative values")
    try:
        return np.broadcast_to(x, (ndim, 2)).tolist()
    except ValueError:
        raise ValueError(f'operands could not be broadcast together with remapped shapes [original->remapped]: '
                         f'{x.shape}  and requested shape ({ndim},2)') from None


def _at(ndim, axis, key):
    return (slice(None),) * axis + (key,) + (slice(None),) * (ndim - axis - 1)


_STATISTICS = {'maximum': np.max, 'minimum': np.min, 'mean': np.mean, 'median': np.median}
_ALLOWED = {
    'empty': [], 'edge': [], 'wrap': [], 'constant': ['constant_values'], 'linear_ramp': ['end_values'],
    'maximum': ['stat_length'], 'mean': ['stat_length'], 'median': ['stat_length'], 'minimum': ['stat_length'],
    'reflect': ['reflect_type'], 'symmetric': ['reflect_type'],
}


def pad(array, pad_width, mode='constant', **kwargs):
    """An edge round an array."""
    array = np.asarray(array)
    if isinstance(pad_width, dict):
        widths = [(0, 0)] * array.ndim
        for axis, width in pad_width.items():
            widths[axis] = (width, width) if isinstance(width, (int, np.integer)) else tuple(width)
        pad_width = widths
    widths = _pairs(pad_width, array.ndim, 'pad_width', whole=True)
    if array.ndim == 0:
        return array.copy()
    if callable(mode):
        made = _numpy.pad(array, widths)
        for axis in range(made.ndim):
            lines = np.moveaxis(made, axis, -1)
            for place in places(lines.shape[:-1]):
                line = lines[place]
                mode(line, tuple(widths[axis]), axis, kwargs)
        return made
    if mode not in _ALLOWED:
        raise ValueError(f"mode '{mode}' is not supported")
    unknown = set(kwargs) - set(_ALLOWED[mode])
    if unknown:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unknown}")
    if mode == 'constant':
        values = kwargs.get('constant_values', 0)
        if np.ndim(values) == 0:
            return _numpy.pad(array, widths, values)
    shape = tuple(n + before + after for n, (before, after) in zip(array.shape, widths))
    out = np.zeros(shape, dtype=array.dtype)
    inner = tuple(slice(before, before + n) for n, (before, after) in zip(array.shape, widths))
    out[inner] = array
    if mode == 'empty':
        return out
    if array.size == 0 and mode not in ('constant',):
        for n, (before, after) in zip(array.shape, widths):
            if n == 0 and (before or after):
                raise ValueError(f"can't extend empty axis {array.shape.index(0)} using modes other than 'constant' or "
                                 "'empty'")
        return out
    extra = None
    if mode == 'constant':
        extra = _pairs(kwargs['constant_values'], array.ndim, 'constant_values')
    elif mode == 'linear_ramp':
        extra = _pairs(kwargs.get('end_values', 0), array.ndim, 'end_values')
    elif mode in _STATISTICS:
        length = kwargs.get('stat_length')
        extra = [(None, None)] * array.ndim if length is None else _pairs(length, array.ndim, 'stat_length', True)
    for axis in range(array.ndim):
        # One axis after the other: the region that is filled so far is whole along the axes before.
        region = tuple(slice(None) if n <= axis else cut for n, cut in enumerate(inner))
        _fill(out[region], axis, array.shape[axis], widths[axis], mode, extra[axis] if extra else None,
              kwargs.get('reflect_type', 'even'))
    return out


def _fill(view, axis, n, width, mode, extra, kind):
    before, after = width
    ndim = view.ndim
    first, last = before, before + n
    left, right = _at(ndim, axis, slice(0, before)), _at(ndim, axis, slice(last, last + after))
    low, high = _at(ndim, axis, slice(first, first + 1)), _at(ndim, axis, slice(last - 1, last))
    if mode == 'constant':
        view[left], view[right] = extra
    elif mode == 'edge':
        view[left], view[right] = view[low].copy(), view[high].copy()
    elif mode == 'linear_ramp':
        for to, edge, end, count, back in ((left, low, extra[0], before, False), (right, high, extra[1], after, True)):
            ramp = np.linspace(np.full_like(view[edge][_at(ndim, axis, 0)], end), view[edge][_at(ndim, axis, 0)], count,
                               endpoint=False, dtype=view.dtype, axis=axis)
            view[to] = np.flip(ramp, axis) if back else ramp
    elif mode in _STATISTICS:
        function = _STATISTICS[mode]
        made = []
        for length, is_left in ((extra[0], True), (extra[1], False)):
            count = n if length is None or length > n else int(length)
            if count == 0 and mode in ('maximum', 'minimum'):
                raise ValueError('stat_length of 0 yields no value for padding')
            cut = slice(first, first + count) if is_left else slice(last - count, last)
            value = function(view[_at(ndim, axis, cut)], axis=axis, keepdims=True)
            if mode in ('mean', 'median') and view.dtype.kind in 'iu':
                value = np.round(value)
            made.append(value)
        view[left], view[right] = made
    elif mode == 'wrap':
        places = (np.arange(-before, n + after) % n) + first
        view[...] = view[_at(ndim, axis, places)]
    elif n == 1 and mode == 'reflect':
        view[left], view[right] = view[low].copy(), view[low].copy()
    else:
        _reflect(view, axis, n, before, after, mode, kind)


def _reflect(view, axis, n, before, after, mode, kind):
    ndim = view.ndim
    start, stop = before, before + n
    skip = 1 if mode == 'reflect' else 0
    step = n - skip
    while before > 0 or after > 0:
        # The part that is there is mirrored at its edge, until it reaches the rim.
        if before > 0:
            count = min(step, before)
            source = slice(start + skip + count - 1, start + skip - 1 if start + skip > 0 else None, -1)
            chunk = view[_at(ndim, axis, source)].copy()
            if kind == 'odd':
                chunk = 2 * view[_at(ndim, axis, slice(start, start + 1))] - chunk
            view[_at(ndim, axis, slice(start - count, start))] = chunk
            start -= count
            before -= count
        if after > 0:
            count = min(step, after)
            low = stop - skip - count
            source = slice(stop - skip - 1, low - 1 if low > 0 else None, -1)
            chunk = view[_at(ndim, axis, source)].copy()
            if kind == 'odd':
                chunk = 2 * view[_at(ndim, axis, slice(stop - 1, stop))] - chunk
            view[_at(ndim, axis, slice(stop, stop + count))] = chunk
            stop += count
            after -= count


def meshgrid(*xi, copy=True, sparse=False, indexing='xy'):
    """The coordinates of every point of a grid."""
    if indexing not in ('xy', 'ij'):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    n = len(xi)
    made = []
    for place, x in enumerate(xi):
        shape = [1] * n
        shape[place] = -1
        made.append(np.asarray(x).reshape(shape))
    if indexing == 'xy' and n > 1:
        made[0] = made[0].reshape((1, -1) + (1,) * (n - 2))
        made[1] = made[1].reshape((-1, 1) + (1,) * (n - 2))
    if not sparse:
        made = np.broadcast_arrays(*made)
    return tuple(x.copy() for x in made) if copy else tuple(made)
