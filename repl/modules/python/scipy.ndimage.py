"""scipy.ndimage: images moved, turned and smoothed, with splines of order 0, 1 or 3."""
import math
import numpy as np

_modes = ('reflect', 'constant', 'nearest', 'mirror', 'wrap')


def _places(at, n, mode):
    """Where places outside [0, n) are looked up."""
    at = np.asarray(at)
    if mode == 'nearest' or n == 1:
        return np.clip(at, 0, n - 1)
    if mode == 'wrap':
        return at % n
    if mode == 'mirror':
        period = 2 * n - 2
        at = at % period
        return np.where(at >= n, period - at, at)
    period = 2 * n
    at = at % period
    return np.where(at >= n, period - 1 - at, at)


def _check_mode(mode):
    if mode not in _modes and mode not in ('grid-mirror', 'grid-constant', 'grid-wrap'):
        raise RuntimeError('boundary mode not supported')


def _finished(values, kind, output=None):
    """The result in the dtype of the input, in another one, or in an array that is there."""
    if isinstance(output, np.ndarray):
        if output.shape != values.shape:
            raise RuntimeError('output shape not correct')
        output[...] = values.astype(output.dtype)
        return output
    return values.astype(kind if output is None else output)


def _origin(origin, size, length='weights.shape[k]', which='origin[k]'):
    if origin < -(size // 2) or origin > (size - 1) // 2:
        raise ValueError(f'Invalid origin; origin must satisfy -({length} // 2) <= {which} <= ({length}-1) // 2')
    return int(origin)


def correlate1d(input, weights, axis=-1, output=None, mode='reflect', cval=0.0, origin=0):
    _check_mode(mode)
    a = np.asarray(input)
    kind = a.dtype
    a = np.moveaxis(a.astype(np.float64), axis, -1)
    n, half = a.shape[-1], len(weights) // 2 + _origin(origin, len(weights), 'len(weights)', 'origin')
    out = np.zeros(a.shape)
    base = np.arange(n) - half
    for k, w in enumerate(np.asarray(weights).tolist()):
        at = base + k
        part = a[..., _places(at, n, mode)]
        if mode == 'constant':
            part = np.where((at < 0) | (at >= n), cval, part)
        out = out + w * part
    return _finished(np.moveaxis(out, -1, axis), kind, output)


def gaussian_filter1d(input, sigma, axis=-1, order=0, output=None, mode='reflect', cval=0.0, truncate=4.0):
    """A blur along an axis, or a derivative of it."""
    if order < 0:
        raise ValueError('order must be non-negative')
    radius = int(truncate * float(sigma) + 0.5)
    x = np.arange(-radius, radius + 1)
    weights = np.exp(-0.5 / (sigma * sigma) * x ** 2)
    weights = weights / weights.sum()
    factors = [1.0]  # the polynomial of x before the bell in its derivative
    for _ in range(order):
        by_x = [0.0] + [f / -(sigma * sigma) for f in factors]
        slopes = [k * f for k, f in enumerate(factors)][1:] + [0.0, 0.0]
        factors = [a + b for a, b in zip(by_x, slopes)]
    if order:
        weights = sum(f * x.astype(np.float64) ** k for k, f in enumerate(factors)) * weights
    return correlate1d(input, weights[::-1], axis, output, mode, cval)


def gaussian_filter(input, sigma, order=0, output=None, mode='reflect', cval=0.0, truncate=4.0):
    """A blur, or derivatives of it."""
    out = np.asarray(input)
    kind = out.dtype
    for axis, (each, degree) in enumerate(zip(_each(sigma, out), _each(order, out))):
        if each > 1e-15:
            out = gaussian_filter1d(out, each, axis, degree, None, mode, cval, truncate)
    return _finished(out, kind, output)


def uniform_filter(input, size=3, output=None, mode='reflect', cval=0.0, origin=0):
    """The mean of a neighbourhood."""
    out = np.asarray(input)
    kind = out.dtype
    for axis, (each, start) in enumerate(zip(_each(size, out), _each(origin, out))):
        out = correlate1d(out, np.ones(each) / each, axis, None, mode, cval, start)
    return _finished(out, kind, output)


def correlate(input, weights, output=None, mode='reflect', cval=0.0, origin=0):
    """Sums of products with a kernel over each place."""
    return _correlated(input, weights, output, mode, cval, origin, False)


def convolve(input, weights, output=None, mode='reflect', cval=0.0, origin=0):
    """correlate with the kernel turned round."""
    return _correlated(input, weights, output, mode, cval, origin, True)


def _correlated(input, weights, output, mode, cval, origin, turned):
    a, w = np.asarray(input), np.asarray(weights).astype(np.float64)
    if a.ndim != w.ndim:
        raise RuntimeError(f'weights.ndim ({w.ndim}) must match len(axes) ({a.ndim})')
    _check_mode(mode)
    starts = _each(origin, a)
    if turned:
        w = np.flip(w)
        starts = [-start - (1 if n % 2 == 0 else 0) for start, n in zip(starts, w.shape)]
    halves = [n // 2 + _origin(start, n) for start, n in zip(starts, w.shape)]
    out = np.zeros(a.shape)
    for place in np.argwhere(w != 0).tolist():
        part, outside = a.astype(np.float64), np.zeros(a.shape, dtype=bool)
        for axis, k in enumerate(place):
            at = np.arange(a.shape[axis]) + k - halves[axis]
            part = np.take(part, _places(at, a.shape[axis], mode), axis=axis)
            shape = [1] * a.ndim
            shape[axis] = -1
            outside = outside | ((at < 0) | (at >= a.shape[axis])).reshape(shape)
        if mode == 'constant':
            part = np.where(outside, cval, part)
        out = out + w[tuple(place)] * part
    return _finished(out, a.dtype, output)


def _check_order(order, name):
    if order not in range(6):
        raise RuntimeError('spline order not supported')
    if order in (2, 4, 5):
        raise NotImplementedError(f'{name} has spline order 0 (nearest), 1 (linear) and 3 (cubic) here')


def _fold(at, n, mode):
    """The places of elements that places outside mean between which is interpolated."""
    if n == 1:
        return np.zeros_like(at)
    if mode == 'grid-wrap':
        return at % n
    if mode in ('reflect', 'grid-mirror'):
        return _places(at, n, 'reflect')
    return np.clip(at, 0, n - 1) if mode == 'grid-constant' else _places(at, n, 'mirror')


def _spline_line(c, mode):
    """The coefficients of cubic splines through the values along the first axis: a filter there and one back."""
    pole, n = math.sqrt(3.0) - 2.0, len(c)
    c = c * 6.0
    powers = pole ** np.arange(n, dtype=np.float64).reshape((-1,) + (1,) * (c.ndim - 1))
    if mode == 'grid-wrap':
        first = c[0] / (1.0 - pole ** n) + (c[1:] * pole * powers[:-1][::-1]).sum(axis=0) / (1.0 - pole ** n)
    elif mode in ('nearest', 'reflect', 'grid-mirror'):
        # As SciPy sums it: its last term takes what is summed so far for the first value.
        whole = c + pole ** n * c[::-1]
        total = (whole[:-1] * powers[:-1]).sum(axis=0)
        total = total + powers[-1] * (c[-1] + pole ** n * total)
        first = c[0] + total * pole / (1.0 - pole ** (2 * n))
    else:
        inner = c[1:-1] + pole ** (n - 1) * c[1:-1][::-1]
        first = (c[0] + pole ** (n - 1) * c[-1] + (inner * powers[1:-1]).sum(axis=0)) / (1.0 - pole ** (2 * n - 2))
    out = c.copy()
    out[0] = first
    for k in range(1, n):
        out[k] = out[k] + pole * out[k - 1]
    if mode == 'grid-wrap':
        last = out[-1] + (out[:-1] * pole * powers[:-1]).sum(axis=0)
        out[-1] = last * pole / (pole ** n - 1.0)
    elif mode in ('nearest', 'reflect', 'grid-mirror'):
        out[-1] = out[-1] * pole / (pole - 1.0)
    else:
        out[-1] = (pole * out[-2] + out[-1]) * pole / (pole * pole - 1.0)
    for k in range(n - 2, -1, -1):
        out[k] = pole * (out[k + 1] - out[k])
    return out


def spline_filter(input, order=3, output=np.float64, mode='mirror'):
    """The coefficients of splines through the values."""
    if order < 2 or order > 5:
        raise RuntimeError('spline order not supported')
    _check_order(order, 'spline_filter')
    out = np.asarray(input).astype(np.float64)
    for axis in range(out.ndim):
        if out.shape[axis] > 1:
            out = np.moveaxis(_spline_line(np.moveaxis(out, axis, 0), mode), 0, axis)
    return out.astype(output)


def _taps(c, order):
    """(the first element, weights of it and of those after it) for places between elements."""
    if order == 0:
        return np.floor(c + 0.5).astype(np.int64), [1.0]
    low = np.floor(c)
    y = c - low
    if order == 1:
        return low.astype(np.int64), [1.0 - y, y]
    z = 1.0 - y
    weights = [z * z * z / 6.0, (y * y * (y - 2.0) * 3.0 + 4.0) / 6.0, (z * z * (z - 2.0) * 3.0 + 4.0) / 6.0]
    return low.astype(np.int64) - 1, weights + [1.0 - weights[0] - weights[1] - weights[2]]


def map_coordinates(input, coordinates, output=None, order=3, mode='constant', cval=0.0, prefilter=True):
    """The values at places between elements."""
    return _mapped(input, coordinates, output, order, mode, cval, prefilter, 'map_coordinates')


def _mapped(input, coordinates, output, order, mode, cval, prefilter, name):
    _check_order(order, name)
    _check_mode(mode)
    a = np.asarray(input)
    at = [np.asarray(c).astype(np.float64) for c in coordinates]
    values = a.astype(np.float64)
    outside = np.zeros(at[0].shape, dtype=bool)
    for axis, n in enumerate(a.shape):
        if mode == 'constant':
            outside = outside | (at[axis] < 0) | (at[axis] > n - 1)
        elif mode == 'nearest':
            more = 12 if order > 1 and prefilter else 0
            at[axis] = np.clip(at[axis], -more, n - 1 + more)
        elif mode == 'wrap' and n > 1:
            at[axis] = np.where((at[axis] < 0) | (at[axis] > n - 1), at[axis] % (n - 1), at[axis])
    if order > 1 and prefilter:
        around = 12 if mode in ('nearest', 'grid-constant') else 0
        if around:
            values = np.pad(values, around, 'edge') if mode == 'nearest' else np.pad(values, around,
                                                                                     constant_values=cval)
            at = [c + around for c in at]
        values = spline_filter(values, order, mode=mode)
    places = [_taps(c, order) for c in at]
    out = np.zeros(at[0].shape)
    for step in np.ndindex(*[len(weights) for _, weights in places]):
        weight, index, away = 1.0, [], False
        for (start, weights), k, n in zip(places, step, values.shape):
            weight = weight * weights[k]
            index.append(_fold(start + k, n, mode))
            if mode == 'grid-constant':
                away = away | (start + k < 0) | (start + k >= n)
        part = values[tuple(index)]
        out = out + weight * (np.where(away, cval, part) if mode == 'grid-constant' else part)
    out = np.where(outside, cval, out)
    target = a.dtype if output is None else output.dtype if isinstance(output, np.ndarray) else np.dtype(output)
    if target.kind in 'iu':
        out = np.sign(out) * np.floor(np.abs(out) + 0.5)
    if target.kind == 'u':
        out = np.clip(out, 0, np.iinfo(target).max)
    return _finished(out, a.dtype, output)


def _grid(shape):
    return [g.astype(np.float64) for g in np.meshgrid(*[np.arange(n) for n in shape], indexing='ij')]


def _each(value, a):
    """A number for each dimension."""
    out = list(value) if hasattr(value, '__len__') else [value] * a.ndim
    if len(out) != a.ndim:
        raise RuntimeError('sequence argument must have length equal to input rank')
    return out


def shift(input, shift, output=None, order=3, mode='constant', cval=0.0, prefilter=True):
    """The image moved."""
    a = np.asarray(input)
    by = _each(shift, a)
    if order in range(6) and all(b == int(b) for b in by):
        order = min(order, 1)
    return _mapped(a, [g - b for g, b in zip(_grid(a.shape), by)], output, order, mode, cval, prefilter, 'shift')


def zoom(input, zoom, output=None, order=3, mode='constant', cval=0.0, prefilter=True, grid_mode=False):
    """The image larger or smaller."""
    a = np.asarray(input)
    by = _each(zoom, a)
    shape = [int(round(n * z)) for n, z in zip(a.shape, by)]
    scale = [(n - 1) / (m - 1) if m > 1 else 1.0 for n, m in zip(a.shape, shape)]
    at = [np.minimum(g * s, n - 1) for g, s, n in zip(_grid(shape), scale, a.shape)]
    return _mapped(a, at, output, order, mode, cval, prefilter, 'zoom')


def rotate(input, angle, axes=(1, 0), reshape=True, output=None, order=3, mode='constant', cval=0.0, prefilter=True):
    """The image turned, against the clock."""
    a = np.asarray(input)
    if a.ndim < 2:
        raise ValueError('input array should be at least 2D')
    axes = list(axes)
    if len(axes) != 2:
        raise ValueError('axes should contain exactly two values')
    axes = sorted(axis + a.ndim if axis < 0 else axis for axis in axes)
    if axes[0] < 0 or axes[1] >= a.ndim:
        raise ValueError('invalid rotation plane specified')
    turn = math.radians(angle)
    c, s = math.cos(turn), math.sin(turn)
    matrix = np.array([[c, s], [-s, c]])
    n, m = a.shape[axes[0]], a.shape[axes[1]]
    shape = list(a.shape)
    if reshape:
        corners = np.dot(matrix, np.array([[0, 0, n, n], [0, m, 0, m]]))
        shape[axes[0]], shape[axes[1]] = [int(v) for v in (corners.max(axis=1) - corners.min(axis=1) + 0.5).tolist()]
    middle = np.dot(matrix, (np.array([shape[axis] for axis in axes]) - 1) / 2)
    offset = (np.array([n, m]) - 1) / 2 - middle
    at = _grid(shape)
    rows, columns = at[axes[0]], at[axes[1]]
    at[axes[0]] = matrix[0, 0] * rows + matrix[0, 1] * columns + offset[0]
    at[axes[1]] = matrix[1, 0] * rows + matrix[1, 1] * columns + offset[1]
    return _mapped(a, at, output, order, mode, cval, prefilter, 'rotate')
