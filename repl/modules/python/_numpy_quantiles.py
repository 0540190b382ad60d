"""numpy's quantiles and medians: of whole arrays, along axes, with weights."""
import numpy as np
from _numpy_common import places

METHODS = ['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation', 'interpolated_inverted_cdf', 'hazen',
           'weibull', 'linear', 'median_unbiased', 'normal_unbiased', 'lower', 'higher', 'midpoint', 'nearest']
# Those that give elements, never something between two.
STEPS = ('inverted_cdf', 'closest_observation', 'lower', 'higher', 'nearest')
# alpha and beta of the continuous methods of Hyndman and Fan (1996); the rest go by rounding.
_CONTINUOUS = {
    'interpolated_inverted_cdf': (0, 1), 'hazen': (0.5, 0.5), 'weibull': (0, 0),
    'median_unbiased': (1 / 3.0, 1 / 3.0), 'normal_unbiased': (3 / 8.0, 3 / 8.0),
}


# ---- Axes ----

def axes_of(axis, ndim, argument='', repeated='repeated axis'):
    """The axes of a reduction as a tuple of places; how numpy words its errors differs."""
    if axis is None:
        return tuple(range(ndim))
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    for each in axes:
        if not -ndim <= each < ndim:
            raise np.exceptions.AxisError(f'{argument}axis {each} is out of bounds for array of dimension {ndim}')
    made = tuple(each % ndim for each in axes)
    if len(set(made)) != len(made):
        raise ValueError(repeated)
    return made


def flattened(a, axis):
    """The axes of a reduction as one, at the end."""
    axes = axes_of(axis, a.ndim)
    rest = tuple(n for n in range(a.ndim) if n not in axes)
    size = 1
    for n in axes:
        size *= a.shape[n]
    return a.transpose(rest + axes).reshape(tuple(a.shape[n] for n in rest) + (size,))


def kept_shape(a, axis):
    """The shape of the result of a reduction with keepdims."""
    axes = axes_of(axis, a.ndim)
    return tuple(1 if n in axes else length for n, length in enumerate(a.shape))


def delivered(made, out):
    """A result, or the array that it was to be written to."""
    if out is None:
        return made
    np.copyto(out, made, casting='same_kind')
    return out


# ---- Quantiles ----

def _whole(at):
    """A place by rounding: an index."""
    return np.maximum(np.asarray(at).astype(np.intp), 0)


def _places(n, q, method):
    """The place of each share among n sorted elements: an index, or a number between two."""
    if method == 'linear':
        return np.asarray((n - 1) * q)
    if method in _CONTINUOUS:
        alpha, beta = _CONTINUOUS[method]
        return np.asarray(n * q + (alpha + q * (1 - alpha - beta)) - 1)
    if method == 'averaged_inverted_cdf':
        return np.asarray(n * q - 1)
    if method == 'midpoint':
        return np.asarray(0.5 * (np.floor((n - 1) * q) + np.ceil((n - 1) * q)))
    if method == 'lower':
        return np.asarray(np.floor((n - 1) * q)).astype(np.intp)
    if method == 'higher':
        return np.asarray(np.ceil((n - 1) * q)).astype(np.intp)
    if method == 'nearest':
        return np.asarray(np.around((n - 1) * q)).astype(np.intp)
    at = n * q - 1 if method == 'inverted_cdf' else n * q - 1 - 0.5
    low = np.floor(at)
    stays = (at == low) if method == 'inverted_cdf' else (at == low) & (low % 2 == 1)
    return _whole(np.where(stays, low, low + 1))


def _step(at, low, method):
    """How far between two elements a place is."""
    step = np.asarray(at - low)
    if method == 'averaged_inverted_cdf':
        step = np.where(step == 0, 0.5, 1.0)
    elif method == 'midpoint':
        step = np.where(at % 1 == 0, 0.0, 0.5)
    return np.asarray(step, dtype=at.dtype)


def _between(low, high, step):
    apart = np.subtract(high, low)
    made = low + apart * step
    if isinstance(step, float):
        return made if step < 0.5 else np.asarray(high - apart * (1 - step)).astype(np.asarray(made).dtype)[()]
    late = np.asarray(step >= 0.5)
    return np.where(late, np.asarray(high - apart * (1 - step)).astype(np.asarray(made).dtype), made)


def _may_lack(dtype):
    return dtype.kind in 'fcMm'


def quantiles_of_lines(lines, q, method, weak=False):
    """Of lines along the last axis: one result for each share, in front. A weak share was a number of Python."""
    ordered = np.moveaxis(np.sort(lines, axis=-1), -1, 0)
    n = ordered.shape[0]
    at = _places(n, q, method)
    if at.dtype.kind in 'iu':
        if n == 0 and not _may_lack(ordered.dtype):
            raise IndexError('cannot do a non-empty take from an empty axes.')
    if n == 0:
        raise IndexError('index -1 is out of bounds for axis 0 with size 0')
    if at.dtype.kind in 'iu':
        made = ordered[at]
    else:
        low = np.floor(at)
        high = low + 1
        end, start = at >= n - 1, at < 0
        first = np.where(end, n - 1, np.where(start, 0, low)).astype(np.intp)
        second = np.where(end, n - 1, np.where(start, 0, high)).astype(np.intp)
        # Beyond an end there is one element, and how far is counted from it.
        step = _step(at, np.where(end, -1, np.where(start, 0, low)), method)
        step = float(step) if weak else step.reshape(at.shape + (1,) * (ordered.ndim - 1))
        if not weak and step.ndim == 0:
            step = step[()]
        made = _between(ordered[first], ordered[second], step)
    if _may_lack(ordered.dtype):
        last = ordered[-1]
        lacking = np.isnan(last)
        if np.any(lacking):
            made = np.where(lacking, last, made)
    if isinstance(made, np.ndarray) and made.ndim == 0:
        made = made[()]
    return made


def checked_quantiles(a, q, whole, method):
    """The array and the shares, of a whole of 100 or of 1."""
    a = np.asanyarray(a)
    if a.dtype.kind == 'c':
        raise TypeError('a must be an array of real numbers')
    if whole == 100:
        q = np.asanyarray(np.true_divide(q, 100))
    elif type(q) in (int, float) and a.dtype.kind == 'f':
        q = np.asanyarray(q, dtype=a.dtype)
    else:
        q = np.asanyarray(q)
    if not (np.all(q >= 0) and np.all(q <= 1)):
        if whole == 100:
            raise ValueError('Percentiles must be in the range [0, 100]')
        raise ValueError('Quantiles must be in the range [0, 1]')
    if method not in METHODS:
        raise ValueError(f'{method!r} is not a valid method. Use one of: {dict.fromkeys(METHODS).keys()}')
    return a, q


def _quantile(a, q, whole, axis, out, method, keepdims, weights):
    weak = type(q) in (int, float)
    a, q = checked_quantiles(a, q, whole, method)
    if weights is not None:
        made = _weighted(a, q, axis, method, weights)
    else:
        if a.dtype == bool and method not in STEPS:
            raise TypeError('numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` '
                            'operator, or the logical_xor function instead.')
        made = quantiles_of_lines(flattened(a, axis), q, method, weak)
    if keepdims:
        made = np.asarray(made).reshape(q.shape + kept_shape(a, axis))
    return delivered(made, out)


def checked_weights(a, axis, method, weights):
    """The weights of the elements of an array, in its shape."""
    if method != 'inverted_cdf':
        raise ValueError(f"Only method 'inverted_cdf' supports weights. Got: {method}.")
    weights = np.asanyarray(weights)
    if weights.shape != a.shape:
        if axis is None:
            raise TypeError('Axis must be specified when shapes of a and weights differ.')
        axes = axes_of(axis, a.ndim)
        if weights.shape != tuple(a.shape[n] for n in axes):
            raise ValueError('Shape of weights must be consistent with shape of a along specified axis.')
        weights = weights.transpose(np.argsort(axes).tolist())
        weights = np.broadcast_to(weights.reshape([a.shape[n] if n in axes else 1 for n in range(a.ndim)]), a.shape)
    if np.any(weights < 0):
        raise ValueError('Weights must be non-negative.')
    return weights


def _weighted(a, q, axis, method, weights):
    weights = checked_weights(a, axis, method, weights)
    lines, shares = flattened(a, axis), flattened(weights, axis)
    order = np.argsort(lines, axis=-1, kind='stable')
    lines = np.take_along_axis(lines, order, axis=-1)
    cdf = np.cumsum(np.take_along_axis(shares, order, axis=-1), axis=-1, dtype=np.float64)
    cdf = cdf / cdf[..., -1:]
    if np.isnan(cdf[..., -1]).any():
        raise ValueError('Weights included NaN, inf or were all zero.')
    if q.dtype.kind == 'f':
        cdf = cdf.astype(q.dtype)
    cdf[cdf == 0] = -1  # an element without weight is never the first
    n = lines.shape[-1]
    made = np.empty(q.shape + lines.shape[:-1], dtype=a.dtype)
    for place in places(lines.shape[:-1]):
        line = lines[place]
        found = np.minimum(np.searchsorted(cdf[place], q), n - 1)
        if _may_lack(line.dtype) and np.isnan(line[-1]):
            found = np.full(q.shape, n - 1)
        made[(...,) + tuple(place)] = line[found]
    return made[()] if made.ndim == 0 and made.dtype.kind == 'O' else made


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """The value below which q percent lie."""
    return _quantile(a, q, 100, axis, out, method, keepdims, weights)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """The value below which a share q lies."""
    return _quantile(a, q, 1, axis, out, method, keepdims, weights)


# ---- Medians ----

def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle value."""
    a = np.asanyarray(a)
    if type(a) is np.ndarray and a.dtype.kind in 'biuf' and out is None and not isinstance(axis, (tuple, list)):
        import _numpy
        return _numpy.median(a, axis=axis, keepdims=keepdims)
    if a.dtype.kind == 'U':
        raise TypeError(f'the resolved dtypes are not compatible with add.reduce. Resolved ({a.dtype!r}, {a.dtype!r}, '
                        f"dtype('<U{2 * a.itemsize // 4}'))")
    lines = np.sort(flattened(a, axis), axis=-1)
    n = lines.shape[-1]
    made = np.mean(lines[..., (n - 1) // 2:n // 2 + 1] if n else lines, axis=-1)
    if n and _may_lack(a.dtype):
        last = lines[..., -1]
        lacking = np.isnan(last)
        if np.any(lacking):
            made = np.where(lacking, last, made)[()]
    if keepdims:
        made = np.asarray(made).reshape(kept_shape(a, axis))
    return delivered(made, out)
