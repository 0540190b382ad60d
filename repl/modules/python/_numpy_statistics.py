"""numpy's statistics: quantiles, means with weights, covariance, reductions that leave nan out."""
import numpy as np
import _numpy
from _numpy_common import places


def _axes(axis, ndim):
    if axis is None:
        return tuple(range(ndim))
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    for each in axes:
        if not -ndim <= each < ndim:
            raise np.exceptions.AxisError(f'axis {each} is out of bounds for array of dimension {ndim}')
    return tuple(each % ndim for each in axes)


def _flattened(a, axis):
    """The axes of a reduction as one, at the end; and the shape of the result with ones in their places."""
    axes = _axes(axis, a.ndim)
    kept = tuple(1 if n in axes else length for n, length in enumerate(a.shape))
    rest = tuple(n for n in range(a.ndim) if n not in axes)
    moved = a.transpose(rest + axes)
    return moved.reshape(tuple(a.shape[n] for n in rest) + (-1,)), kept


def _out(made, out):
    if out is None:
        return made
    out[...] = made
    return out


# ---- Quantiles ----

# alpha and beta of the continuous methods of Hyndman and Fan (1996); the rest by rounding.
_CONTINUOUS = {
    'linear': (1, 1), 'interpolated_inverted_cdf': (0, 1), 'hazen': (0.5, 0.5), 'weibull': (0, 0),
    'median_unbiased': (1 / 3.0, 1 / 3.0), 'normal_unbiased': (3 / 8.0, 3 / 8.0),
}
_METHODS = ['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation', 'interpolated_inverted_cdf', 'hazen',
            'weibull', 'linear', 'median_unbiased', 'normal_unbiased', 'lower', 'higher', 'midpoint', 'nearest']


def _places(n, q, method):
    """The place among n sorted elements (a float), for each q; and how far between two of them."""
    if method in _CONTINUOUS:
        alpha, beta = _CONTINUOUS[method]
        at = (n - 1) * q if method == 'linear' else n * q + (alpha + q * (1 - alpha - beta)) - 1
    elif method == 'lower':
        at = np.floor((n - 1) * q)
    elif method == 'higher':
        at = np.ceil((n - 1) * q)
    elif method == 'nearest':
        at = (n - 1) * q
        low = np.floor(at)
        at = np.where(at - low > 0.5, low + 1, np.where(at - low < 0.5, low, low + low % 2))
    elif method == 'midpoint':
        at = 0.5 * (np.floor((n - 1) * q) + np.ceil((n - 1) * q))
    elif method == 'inverted_cdf':
        at = np.ceil(n * q) - 1
    elif method == 'averaged_inverted_cdf':
        raw = n * q - 1
        low = np.floor(raw)
        at = np.where(raw == low, low + 0.5, low + 1)
    else:
        raw = n * q - 1 - 0.5
        low = np.floor(raw)
        at = np.where((raw == low) & (low % 2 == 1), low, low + 1)
    return at


def _between(low, high, t):
    difference = high - low
    made = low + difference * t
    return np.where(t >= 0.5, high - difference * (1 - t), made)


def _quantiles(lines, q, method):
    """Of lines along the last axis: one result for each q, in front."""
    n = lines.shape[-1]
    if n == 0:
        raise IndexError(f'index -1 is out of bounds for axis 0 with size 0')
    ordered = np.sort(lines, axis=-1)
    bad = np.isnan(ordered[..., -1]) if ordered.dtype.kind == 'f' else None
    results = []
    for share in q.ravel().tolist():
        at = float(_places(n, np.float64(share), method))
        low = int(np.clip(np.floor(at), 0, n - 1))
        high = int(np.clip(np.floor(at) + 1, 0, n - 1))
        t = min(max(at - np.floor(at), 0.0), 1.0) if at >= 0 else 0.0
        if at >= n - 1:
            low = high = n - 1
        if method in ('lower', 'higher', 'nearest', 'inverted_cdf', 'closest_observation'):
            made = ordered[..., low]
        else:
            a, b = ordered[..., low], ordered[..., high]
            t = ordered.dtype.type(t) if q.ndim == 0 and ordered.dtype.kind == 'f' else np.float64(t)
            made = _between(a, b, t)
        if bad is not None:
            made = np.where(bad, np.nan, made)
        results.append(made)
    return np.stack([np.asarray(r) for r in results]).reshape(q.shape + lines.shape[:-1])


def _quantile(a, q, axis, out, method, keepdims, weights=None):
    if method not in _METHODS:
        raise ValueError(f'{method!r} is not a valid method. Use one of: {dict.fromkeys(_METHODS).keys()}')
    if weights is not None:
        return _weighted(a, q, axis, method, keepdims, weights)
    a = np.asarray(a)
    if a.dtype == bool:
        raise TypeError('numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` '
                        'operator, or the logical_xor function instead.')
    lines, kept = _flattened(a, axis)
    made = _quantiles(lines, q, method)
    if keepdims:
        made = made.reshape(q.shape + kept)
    if out is not None:
        return _out(made, out)
    return made[()] if made.ndim == 0 else made


def _weighted(a, q, axis, method, keepdims, weights):
    if method != 'inverted_cdf':
        raise ValueError(f"Only method 'inverted_cdf' supports weights. Got: {method}.")
    a, weights = np.asarray(a), np.asarray(weights, dtype=float)
    if np.any(weights < 0):
        raise ValueError('Weights must be non-negative.')
    if weights.shape != a.shape:
        shape = [1] * a.ndim
        shape[_axes(axis, a.ndim)[0]] = -1
        weights = np.broadcast_to(weights.reshape(shape), a.shape)
    lines, kept = _flattened(a, axis)
    shares, _ = _flattened(weights, axis)
    order = np.argsort(lines, axis=-1, kind='stable')
    lines = np.take_along_axis(lines, order, axis=-1)
    cdf = np.cumsum(np.take_along_axis(shares, order, axis=-1), axis=-1)
    cdf = cdf / cdf[..., -1:]
    results = []
    for share in q.ravel().tolist():
        at = np.clip(np.sum(cdf < share, axis=-1), 0, lines.shape[-1] - 1)
        results.append(np.take_along_axis(lines, np.asarray(at)[..., None], axis=-1)[..., 0])
    made = np.stack([np.asarray(r) for r in results]).reshape(q.shape + lines.shape[:-1])
    if keepdims:
        made = made.reshape(q.shape + kept)
    return made


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """The value below which q percent lie."""
    q = np.asarray(np.true_divide(np.asarray(q), 100))
    if not (np.all(q >= 0) and np.all(q <= 1)):
        raise ValueError('Percentiles must be in the range [0, 100]')
    if np.asanyarray(a).dtype.kind == 'c':
        raise TypeError('a must be an array of real numbers')
    return _quantile(a, q, axis, out, method, keepdims, weights)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """The value below which a share q lies."""
    q = np.asarray(q, dtype=float)
    if not (np.all(q >= 0) and np.all(q <= 1)):
        raise ValueError('Quantiles must be in the range [0, 1]')
    if np.asanyarray(a).dtype.kind == 'c':
        raise TypeError('a must be an array of real numbers')
    return _quantile(a, q, axis, out, method, keepdims, weights)


# ---- Means ----

def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The mean, with weights."""
    a = np.asanyarray(a)
    if weights is None:
        made = a.mean(axis=axis, keepdims=keepdims)
        count = a.size / np.size(made)
        scale = np.asarray(made).dtype.type(count)
    else:
        w = np.asarray(weights)
        if a.shape != w.shape:
            if axis is None:
                raise TypeError('Axis must be specified when shapes of a and weights differ.')
            axes = _axes(axis, a.ndim)
            if w.shape != tuple(a.shape[n] for n in axes):
                raise ValueError('Shape of weights must be consistent with shape of a along specified axis.')
            order = np.argsort(axes)
            shape = [a.shape[n] if n in axes else 1 for n in range(a.ndim)]
            w = w.transpose(order.tolist()).reshape(shape)
        dtype = np.result_type(a, w, float) if a.dtype.kind in 'iub' else np.result_type(a, w)
        scale = np.broadcast_to(w, a.shape).sum(axis=axis, dtype=dtype, keepdims=keepdims)
        if np.any(scale == 0.0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        made = np.multiply(a, w).astype(dtype).sum(axis=axis, keepdims=keepdims) / scale
    if not returned:
        return made
    if np.shape(scale) != np.shape(made):
        scale = np.full(np.shape(made), scale)
    return made, scale


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """The covariance of variables in rows."""
    if ddof is not None and ddof != int(ddof):
        raise ValueError('ddof must be integer')
    m = np.asarray(m)
    if m.ndim > 2:
        raise ValueError('m has more than 2 dimensions')
    if dtype is None:
        dtype = np.result_type(m, np.float64, *(() if y is None else (np.asarray(y),)))
    x = np.array(m, ndmin=2, dtype=dtype)
    if not rowvar and m.ndim != 1:
        x = x.T
    if x.shape[0] == 0:
        return np.array([]).reshape(0, 0)
    if y is not None:
        y = np.array(y, ndmin=2, dtype=x.dtype)
        if not rowvar and y.shape[0] != 1:
            y = y.T
        x = np.concatenate((x, y), axis=0)
    if ddof is None:
        ddof = 0 if bias else 1
    w = None
    if fweights is not None:
        w = np.asarray(fweights, dtype=float)
        if not np.all(w == np.around(w)):
            raise TypeError('fweights must be integer')
        if w.ndim > 1:
            raise RuntimeError('cannot handle multidimensional fweights')
        if w.shape[0] != x.shape[1]:
            raise RuntimeError('incompatible numbers of samples and fweights')
        if np.any(w < 0):
            raise ValueError('fweights cannot be negative')
    if aweights is not None:
        aweights = np.asarray(aweights, dtype=float)
        if aweights.ndim > 1:
            raise RuntimeError('cannot handle multidimensional aweights')
        if aweights.shape[0] != x.shape[1]:
            raise RuntimeError('incompatible numbers of samples and aweights')
        if np.any(aweights < 0):
            raise ValueError('aweights cannot be negative')
        w = aweights if w is None else w * aweights
    mean, total = average(x, axis=1, weights=w, returned=True)
    total = total[0]
    if w is None:
        fact = x.shape[1] - ddof
    elif ddof == 0:
        fact = total
    elif aweights is None:
        fact = total - ddof
    else:
        fact = total - ddof * sum(w * aweights) / total
    if fact <= 0:
        _warn('Degrees of freedom <= 0 for slice')
        fact = 0.0
    x = x - mean[:, None]
    other = x.T if w is None else (x * w).T
    other = np.conjugate(other) if other.dtype.kind == 'c' else other
    return np.squeeze(np.dot(x, other) * np.true_divide(1, fact))


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """The correlation of variables in rows."""
    c = cov(x, y, rowvar, dtype=dtype)
    if c.ndim == 0:
        return c / c
    spread = np.sqrt(np.diag(c).real)
    c = c / spread[:, None] / spread[None, :]
    if c.dtype.kind == 'c':
        return np.clip(c.real, -1, 1) + 1j * np.clip(c.imag, -1, 1)
    return np.clip(c, -1, 1)


# ---- Without nan ----

def _filled(a, value):
    a = np.asarray(a)
    if a.dtype.kind != 'f':
        return a, None
    mask = np.isnan(a)
    return np.where(mask, a.dtype.type(value), a), mask


def _keep_type(made, a):
    return made


def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
    """The sum, nan left out."""
    return _out(np.sum(_filled(a, 0)[0], axis=axis, dtype=dtype, keepdims=keepdims), out)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
    """The product, nan left out."""
    return _out(np.prod(_filled(a, 1)[0], axis=axis, dtype=dtype, keepdims=keepdims), out)


def nancumsum(a, axis=None, dtype=None, out=None):
    """Running sums, nan left out."""
    filled = _filled(a, 0)[0]
    return _out(np.cumsum(filled if dtype is None else filled.astype(dtype), axis=axis), out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """Running products, nan left out."""
    filled = _filled(a, 1)[0]
    return _out(np.cumprod(filled if dtype is None else filled.astype(dtype), axis=axis), out)


def _extreme(a, axis, keepdims, reduce, filler, out):
    plain = type(a) is np.ndarray
    a, mask = _filled(a, filler)
    made = reduce(a, axis=axis, keepdims=keepdims)
    if mask is not None:
        empty = np.all(mask, axis=axis, keepdims=keepdims)
        if np.any(empty):
            _warn('All-NaN slice encountered' if plain else 'All-NaN axis encountered')
            made = np.where(empty, a.dtype.type(np.nan), made)
            made = made[()] if made.ndim == 0 else made
    return _out(made, out)


def _warn(text):
    import warnings
    warnings.warn(text, RuntimeWarning, stacklevel=3)


def nanmin(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """The least element, nan left out."""
    return _extreme(a, axis, keepdims, np.min, np.inf, out)


def nanmax(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """The greatest element, nan left out."""
    return _extreme(a, axis, keepdims, np.max, -np.inf, out)


def _extreme_place(a, axis, keepdims, reduce, filler, out):
    a, mask = _filled(a, filler)
    if mask is not None and np.any(np.all(mask, axis=axis)):
        raise ValueError('All-NaN slice encountered')
    return _out(reduce(a, axis=axis, keepdims=keepdims), out)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """Where the least element is, nan left out."""
    return _extreme_place(a, axis, keepdims, np.argmin, np.inf, out)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    """Where the greatest element is, nan left out."""
    return _extreme_place(a, axis, keepdims, np.argmax, -np.inf, out)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    """The mean, nan left out."""
    filled, mask = _filled(a, 0)
    if mask is None:
        return _out(np.mean(filled, axis=axis, dtype=dtype, keepdims=keepdims), out)
    count = np.sum(~mask, axis=axis, keepdims=keepdims)
    total = np.sum(filled, axis=axis, dtype=dtype, keepdims=keepdims)
    if np.any(count == 0):
        _warn('Mean of empty slice')
    with np.errstate(all='ignore'):
        made = np.asarray(total) / np.asarray(count).astype(np.asarray(total).dtype)
    return _out(made[()] if np.ndim(made) == 0 and isinstance(made, np.ndarray) else made, out)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
    """The variance, nan left out."""
    if correction is not None:
        ddof = correction
    filled, mask = _filled(a, 0)
    if mask is None:
        return _out(np.var(filled, axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims), out)
    count = np.sum(~mask, axis=axis, keepdims=True)
    with np.errstate(all='ignore'):
        middle = np.sum(filled, axis=axis, keepdims=True) / count.astype(filled.dtype)
    square = np.where(mask, filled.dtype.type(0), filled - middle) ** 2
    freedom = np.sum(~mask, axis=axis, keepdims=keepdims) - ddof
    total = np.asarray(np.sum(square, axis=axis, keepdims=keepdims))
    freedom = np.asarray(freedom)
    if np.any(freedom <= 0):
        _warn('Degrees of freedom <= 0 for slice.')
    made = np.where(freedom <= 0, total.dtype.type(np.nan),
                    total / np.where(freedom <= 0, 1, freedom).astype(total.dtype))
    return _out(made[()] if made.ndim == 0 else made, out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
    """The standard deviation, nan left out."""
    return _out(np.sqrt(nanvar(a, axis, dtype, None, ddof, keepdims, correction=correction)), out)


def _nan_lines(a, q, axis, method, keepdims):
    """One line after the other: each has its own count."""
    a = np.asarray(a)
    lines, kept = _flattened(a.astype(float) if a.dtype.kind != 'f' else a, axis)
    made = np.full(q.shape + lines.shape[:-1], np.nan, dtype=lines.dtype)
    for place in places(lines.shape[:-1]):
        line = lines[place]
        line = line[~np.isnan(line)]
        if line.size:
            made[(slice(None),) * q.ndim + tuple(place)] = _quantiles(line, q, method)
        else:
            _warn('All-NaN slice encountered')
    if keepdims:
        made = made.reshape(q.shape + kept)
    return made[()] if made.ndim == 0 else made


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The median, nan left out."""
    a = np.asanyarray(a)
    lines, kept = _flattened(a.astype(float) if a.dtype.kind not in 'fc' else a, axis)
    made = np.full(lines.shape[:-1], np.nan, dtype=lines.dtype)
    for place in places(lines.shape[:-1]):
        line = lines[place]
        line = line[~np.isnan(line)]
        if line.size:
            made[tuple(place)] = np.median(line)
        else:
            _warn('All-NaN slice encountered')
    if keepdims:
        made = made.reshape(kept)
    return _out(made[()] if made.ndim == 0 else made, out)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """The value below which q percent lie, nan left out."""
    q = np.asarray(np.true_divide(np.asarray(q), 100.0))
    if not (np.all(q >= 0) and np.all(q <= 1)):
        raise ValueError('Percentiles must be in the range [0, 100]')
    return _out(_nan_lines(a, q, axis, method, keepdims), out)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """The value below which a share q lies, nan left out."""
    q = np.asarray(q, dtype=float)
    if not (np.all(q >= 0) and np.all(q <= 1)):
        raise ValueError('Quantiles must be in the range [0, 1]')
    if method not in _METHODS:
        raise ValueError(f'{method!r} is not a valid method. Use one of: {dict.fromkeys(_METHODS).keys()}')
    return _out(_nan_lines(a, q, axis, method, keepdims), out)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle value."""
    a = np.asanyarray(a)
    if a.dtype.kind == 'U':
        raise TypeError(f'the resolved dtypes are not compatible with add.reduce. Resolved ({a.dtype!r}, {a.dtype!r}, '
                        f"dtype('<U{2 * a.itemsize // 4}'))")
    if a.dtype.kind == 'c':
        lines, kept = _flattened(a, axis)
        lines, n = np.sort(lines, axis=-1), lines.shape[-1]
        made = lines[..., (n - 1) // 2:n // 2 + 1].mean(axis=-1)
        last = lines[..., -1]  # what is no number stands there
        made = np.where(np.isnan(last), last, made)[()]
        return _out(np.asarray(made).reshape(kept) if keepdims else made, out)
    if isinstance(axis, (tuple, list)):
        lines, kept = _flattened(a, axis)
        made = _numpy.median(lines, axis=-1)
        if keepdims:
            made = np.asarray(made).reshape(kept)
        return _out(made, out)
    return _out(_numpy.median(a, axis=axis, keepdims=keepdims), out)
