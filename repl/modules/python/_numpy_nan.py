"""numpy's reductions that leave nan out."""
import warnings

import numpy as np
from _numpy_common import no_value, places
from _numpy_quantiles import (checked_quantiles, checked_weights, delivered, flattened, kept_shape,
                              quantiles_of_lines)


def _warn(text):
    warnings.warn(text, RuntimeWarning, stacklevel=3)


def _filled(a, value):
    """A copy in which a value stands for nan, and where it does; None where nothing of that kind could be nan."""
    a = np.asanyarray(a)
    if a.dtype.kind == 'O':
        mask = np.asanyarray(a != a, dtype=bool)
    elif a.dtype.kind in 'fc':
        mask = np.isnan(a)
    else:
        return a, None
    if not np.any(mask):
        return a, mask
    a = np.array(a, subok=True, copy=True)
    np.copyto(a, value, where=mask)
    return a, mask


def _options(**given):
    """The options that were given: a default is the reduction's own."""
    return {name: value for name, value in given.items() if value is not no_value}


def nansum(a, axis=None, dtype=None, out=None, keepdims=no_value, initial=no_value, where=no_value):
    """The sum, nan left out."""
    return np.sum(_filled(a, 0)[0], axis=axis, dtype=dtype, out=out,
                  **_options(keepdims=keepdims, initial=initial, where=where))


def nanprod(a, axis=None, dtype=None, out=None, keepdims=no_value, initial=no_value, where=no_value):
    """The product, nan left out."""
    return np.prod(_filled(a, 1)[0], axis=axis, dtype=dtype, out=out,
                   **_options(keepdims=keepdims, initial=initial, where=where))


def nancumsum(a, axis=None, dtype=None, out=None):
    """Running sums, nan left out."""
    return np.cumsum(_filled(a, 0)[0], axis=axis, dtype=dtype, out=out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """Running products, nan left out."""
    return np.cumprod(_filled(a, 1)[0], axis=axis, dtype=dtype, out=out)


def _with_nan(made, where):
    """A result with nan where all that it was made of is nan."""
    if isinstance(made, np.ndarray):
        np.copyto(made, np.nan, where=where)
        return made
    return made.dtype.type(np.nan) if np.any(where) else made


def _extreme(a, axis, out, reduce, quick, filler, options):
    plain = type(a) is np.ndarray and a.dtype.kind != 'O'
    if plain and a.dtype.kind in 'fc' and 'where' not in options:
        made = quick.reduce(a, axis=axis, out=out, **options)
        if np.isnan(made).any():
            _warn('All-NaN slice encountered')
        return made
    a, mask = _filled(a, filler)
    made = reduce(a, axis=axis, out=out, **options)
    if mask is None:
        return made
    options.pop('initial', None)
    empty = np.all(mask, axis=axis, **options)
    if np.any(empty):
        made = _with_nan(made, empty)
        _warn('All-NaN slice encountered' if plain else 'All-NaN axis encountered')
    return made


def nanmin(a, axis=None, out=None, keepdims=no_value, initial=no_value, where=no_value):
    """The least element, nan left out."""
    return _extreme(a, axis, out, np.min, np.fmin, np.inf, _options(keepdims=keepdims, initial=initial, where=where))


def nanmax(a, axis=None, out=None, keepdims=no_value, initial=no_value, where=no_value):
    """The greatest element, nan left out."""
    return _extreme(a, axis, out, np.max, np.fmax, -np.inf, _options(keepdims=keepdims, initial=initial, where=where))


def _extreme_place(a, axis, out, keepdims, reduce, filler):
    a, mask = _filled(a, filler)
    if mask is not None and mask.size and np.any(np.all(mask, axis=axis)):
        raise ValueError('All-NaN slice encountered')
    return reduce(a, axis=axis, out=out, **_options(keepdims=keepdims))


def nanargmin(a, axis=None, out=None, *, keepdims=no_value):
    """Where the least element is, nan left out."""
    return _extreme_place(a, axis, out, keepdims, np.argmin, np.inf)


def nanargmax(a, axis=None, out=None, *, keepdims=no_value):
    """Where the greatest element is, nan left out."""
    return _extreme_place(a, axis, out, keepdims, np.argmax, -np.inf)


def _checked_kinds(dtype, out):
    if dtype is not None and np.dtype(dtype).kind not in 'fc':
        raise TypeError('If a is inexact, then dtype must be inexact')
    if out is not None and out.dtype.kind not in 'fc':
        raise TypeError('If a is inexact, then out must be inexact')


def _divided(total, count, dtype=None):
    """A sum by a count, in the dtype and the class of the sum."""
    with np.errstate(invalid='ignore', divide='ignore'):
        if isinstance(total, np.ndarray):
            return np.divide(total, count, out=total, casting='unsafe')
        made = total / count
        return made if dtype is None and not hasattr(total, 'dtype') else total.dtype.type(made)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=no_value, *, where=no_value):
    """The mean, nan left out."""
    options = _options(keepdims=keepdims, where=where)
    filled, mask = _filled(a, 0)
    if mask is None:
        return np.mean(filled, axis=axis, dtype=dtype, out=out, **options)
    if filled.dtype.kind != 'O':
        _checked_kinds(dtype, out)
    count = np.sum(~mask, axis=axis, dtype=np.intp, **options)
    total = np.sum(filled, axis=axis, dtype=dtype, out=out, **options)
    made = _divided(total, count)
    if np.any(count == 0):
        _warn('Mean of empty slice')
    return made


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=no_value, *, where=no_value, mean=no_value,
           correction=no_value):
    """The variance, nan left out."""
    if correction is not no_value:
        if ddof != 0:
            raise ValueError("ddof and correction can't be provided simultaneously.")
        ddof = correction
    filled, mask = _filled(a, 0)
    if mask is None:
        return np.var(filled, axis=axis, dtype=dtype, out=out, ddof=ddof,
                      **_options(keepdims=keepdims, where=where, mean=mean))
    if filled.dtype.kind != 'O':
        _checked_kinds(dtype, out)
    places_of = _options(where=where)
    count = np.sum(~mask, axis=axis, dtype=np.intp, keepdims=True, **places_of)
    if mean is no_value:
        mean = _divided(np.sum(filled, axis=axis, dtype=dtype, keepdims=True, **places_of), count)
    away = np.array(filled, dtype=np.result_type(filled, mean) if filled.dtype.kind != 'O' else object, subok=True,
                    copy=True)
    np.subtract(away, mean, out=away, casting='unsafe', **places_of)
    np.copyto(away, 0, where=mask)
    square = np.multiply(away, away.conj(), **places_of).real if away.dtype.kind == 'c' else \
        np.multiply(away, away, **places_of)
    made = np.sum(square, axis=axis, dtype=dtype, out=out, **_options(keepdims=keepdims, where=where))
    if np.ndim(made) != np.ndim(count):
        count = np.sum(~mask, axis=axis, dtype=np.intp, **places_of)
    freedom = count - ddof
    made = _divided(made, freedom)
    short = freedom <= 0
    if np.any(short):
        _warn('Degrees of freedom <= 0 for slice.')
        made = _with_nan(made, short)
    return made


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=no_value, *, where=no_value, mean=no_value,
           correction=no_value):
    """The standard deviation, nan left out."""
    made = nanvar(a, axis, dtype, out, ddof, keepdims, where=where, mean=mean, correction=correction)
    if isinstance(made, np.ndarray):
        return np.sqrt(made, out=made)
    return made.dtype.type(np.sqrt(made)) if hasattr(made, 'dtype') else np.sqrt(made)


def _lines(a, axis, shape, dtype, keepdims, statistic):
    """A statistic of each line, one after the other: each has its own count of numbers."""
    lines = flattened(a, axis)
    made = np.full(shape + lines.shape[:-1], np.nan, dtype=dtype)
    for place in places(lines.shape[:-1]):
        line = lines[place]
        line = line[line == line]
        if line.size:
            made[(slice(None),) * len(shape) + tuple(place)] = statistic(line)
        else:
            _warn('All-NaN slice encountered')
    if keepdims:
        made = made.reshape(shape + kept_shape(a, axis))
    return made[()] if made.ndim == 0 else made


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=no_value):
    """The median, nan left out."""
    a = np.asanyarray(a)
    keepdims = keepdims is not no_value and keepdims
    if a.size == 0:
        return np.nanmean(a, axis, out=out, keepdims=keepdims)
    dtype = a.dtype if a.dtype.kind in 'fcO' else float
    return delivered(_lines(a, axis, (), dtype, keepdims, np.median), out)


def _nan_quantile(a, q, axis, out, method, keepdims, weights):
    keepdims = keepdims is not no_value and keepdims
    if a.size == 0:
        return np.nanmean(a, axis, out=out, keepdims=keepdims)
    if weights is not None:
        weights = checked_weights(a, axis, method, weights)
        lines, shares = flattened(a, axis), flattened(weights, axis)
        made = np.full(q.shape + lines.shape[:-1], np.nan, dtype=a.dtype)
        for place in places(lines.shape[:-1]):
            kept = lines[place] == lines[place]
            if np.any(kept):
                made[(slice(None),) * q.ndim + tuple(place)] = np.quantile(
                    lines[place][kept], q, method=method, weights=shares[place][kept])
        if keepdims:
            made = made.reshape(q.shape + kept_shape(a, axis))
        return delivered(made, out)
    whole = (method == 'linear' and q.dtype.kind in 'iu') or method in ('inverted_cdf', 'closest_observation', 'lower', 'higher', 'nearest')
    dtype = a.dtype if a.dtype.kind in 'fO' or whole else np.result_type(a, float)
    return delivered(_lines(a, axis, q.shape, dtype, keepdims, lambda line: quantiles_of_lines(line, q, method)), out)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=no_value, *,
                  weights=None):
    """The value below which q percent lie, nan left out."""
    a, q = checked_quantiles(a, q, 100, method)
    return _nan_quantile(a, q, axis, out, method, keepdims, weights)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=no_value, *,
                weights=None):
    """The value below which a share q lies, nan left out."""
    a, q = checked_quantiles(a, q, 1, method)
    return _nan_quantile(a, q, axis, out, method, keepdims, weights)
