"""scipy.ndimage: images moved, turned and smoothed, with spline order 0 or 1 (SciPy's default is 3)."""
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


def correlate1d(input, weights, axis=-1, output=None, mode='reflect', cval=0.0, origin=0):
    _check_mode(mode)
    a = np.asarray(input)
    kind = a.dtype
    a = np.moveaxis(a.astype(np.float64), axis, -1)
    n, half = a.shape[-1], len(weights) // 2
    out = np.zeros(a.shape)
    base = np.arange(n) - half
    for k, w in enumerate(np.asarray(weights).tolist()):
        at = base + k
        part = a[..., _places(at, n, mode)]
        if mode == 'constant':
            part = np.where((at < 0) | (at >= n), cval, part)
        out = out + w * part
    return np.moveaxis(out, -1, axis).astype(kind)


def gaussian_filter1d(input, sigma, axis=-1, order=0, output=None, mode='reflect', cval=0.0, truncate=4.0):
    radius = int(truncate * float(sigma) + 0.5)
    x = np.arange(-radius, radius + 1)
    weights = np.exp(-0.5 / (sigma * sigma) * x ** 2)
    return correlate1d(input, weights / weights.sum(), axis, None, mode, cval)


def gaussian_filter(input, sigma, order=0, output=None, mode='reflect', cval=0.0, truncate=4.0):
    """A blur."""
    out = np.asarray(input)
    sigmas = list(sigma) if hasattr(sigma, '__len__') else [sigma] * out.ndim
    for axis, each in enumerate(sigmas):
        if each > 1e-15:
            out = gaussian_filter1d(out, each, axis, 0, None, mode, cval, truncate)
    return out


def uniform_filter(input, size=3, output=None, mode='reflect', cval=0.0):
    """The mean of a neighbourhood."""
    out = np.asarray(input)
    for axis in range(out.ndim):
        out = correlate1d(out, np.ones(size) / size, axis, None, mode, cval)
    return out


def correlate(input, weights, output=None, mode='reflect', cval=0.0, origin=0):
    """Sums of products with a kernel over each place."""
    a, w = np.asarray(input), np.asarray(weights).astype(np.float64)
    if a.ndim != w.ndim:
        raise RuntimeError(f'weights.ndim ({w.ndim}) must match len(axes) ({a.ndim})')
    _check_mode(mode)
    out = np.zeros(a.shape)
    for place in np.argwhere(w != 0).tolist():
        part, outside = a.astype(np.float64), np.zeros(a.shape, dtype=bool)
        for axis, k in enumerate(place):
            at = np.arange(a.shape[axis]) + k - w.shape[axis] // 2
            part = np.take(part, _places(at, a.shape[axis], mode), axis=axis)
            shape = [1] * a.ndim
            shape[axis] = -1
            outside = outside | ((at < 0) | (at >= a.shape[axis])).reshape(shape)
        if mode == 'constant':
            part = np.where(outside, cval, part)
        out = out + w[tuple(place)] * part
    return out.astype(a.dtype)


def convolve(input, weights, output=None, mode='reflect', cval=0.0, origin=0):
    """correlate with the kernel turned round."""
    w = np.asarray(weights)
    if any(n % 2 == 0 for n in w.shape):
        raise NotImplementedError('convolve takes kernels of odd lengths here')
    return correlate(input, np.flip(w), None, mode, cval)


def _order(order, name):
    if order not in (0, 1):
        raise NotImplementedError(f'{name} has spline order 0 (nearest) and 1 (linear) here: pass order=1')


def map_coordinates(input, coordinates, output=None, order=3, mode='constant', cval=0.0, prefilter=True):
    """The values at places between elements."""
    _order(order, 'map_coordinates')
    _check_mode(mode)
    a = np.asarray(input)
    at = [np.asarray(c).astype(np.float64) for c in coordinates]
    values = a.astype(np.float64)
    outside = np.zeros(at[0].shape, dtype=bool)
    if mode == 'constant':
        for c, n in zip(at, a.shape):
            outside = outside | (c < 0) | (c > n - 1)
    if order == 0:
        out = values[tuple(_places(np.floor(c + 0.5).astype(np.int64), n, 'nearest' if mode == 'constant' else mode)
                           for c, n in zip(at, a.shape))]
    else:
        out = np.zeros(at[0].shape)
        low = [np.floor(c).astype(np.int64) for c in at]
        for corner in range(2 ** a.ndim):
            weight, index = 1.0, []
            for axis, (c, start) in enumerate(zip(at, low)):
                up = corner >> axis & 1
                weight = weight * (c - start if up else 1 - (c - start))
                index.append(_places(start + up, a.shape[axis], 'nearest' if mode == 'constant' else mode))
            out = out + weight * values[tuple(index)]
    out = np.where(outside, cval, out)
    return np.round(out).astype(a.dtype) if a.dtype.kind in 'iu' else out.astype(a.dtype)


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
    if all(b == int(b) for b in by):
        order = min(order, 1)
    _order(order, 'shift')
    return map_coordinates(a, [g - b for g, b in zip(_grid(a.shape), by)], None, order, mode, cval)


def zoom(input, zoom, output=None, order=3, mode='constant', cval=0.0, prefilter=True, grid_mode=False):
    """The image larger or smaller."""
    _order(order, 'zoom')
    a = np.asarray(input)
    by = _each(zoom, a)
    shape = [int(round(n * z)) for n, z in zip(a.shape, by)]
    scale = [(n - 1) / (m - 1) if m > 1 else 1.0 for n, m in zip(a.shape, shape)]
    return map_coordinates(a, [np.minimum(g * s, n - 1) for g, s, n in zip(_grid(shape), scale, a.shape)], None, order,
                           mode, cval)


def rotate(input, angle, axes=(1, 0), reshape=True, output=None, order=3, mode='constant', cval=0.0, prefilter=True):
    """The image turned, against the clock."""
    _order(order, 'rotate')
    a = np.asarray(input)
    if a.ndim != 2:
        raise NotImplementedError('rotate takes images of two dimensions here')
    turn = math.radians(angle)
    c, s = math.cos(turn), math.sin(turn)
    matrix = np.array([[c, s], [-s, c]])
    n, m = a.shape
    if reshape:
        corners = np.dot(matrix, np.array([[0, 0, n, n], [0, m, 0, m]]))
        shape = [int(v) for v in (corners.max(axis=1) - corners.min(axis=1) + 0.5).tolist()]
    else:
        shape = [n, m]
    middle = np.dot(matrix, (np.array(shape) - 1) / 2)
    offset = (np.array([n, m]) - 1) / 2 - middle
    rows, columns = _grid(shape)
    return map_coordinates(a, [matrix[0, 0] * rows + matrix[0, 1] * columns + offset[0],
                               matrix[1, 0] * rows + matrix[1, 1] * columns + offset[1]], None, order, mode, cval)
