"""Numbers about a column: sums, means, quantiles, with missing values left out."""
from functools import reduce
import numpy as np
from _pandas_data import Objects, categories_of, is_missing, is_numeric, missing

nan = float('nan')


def there(data):
    """The values that are not missing."""
    if is_numeric(data):
        return data[~np.isnan(data)] if data.dtype.kind == 'f' else data
    return Objects([v for v in data if not is_missing(v)], data.dtype)


def _refuse_texts(data, name):
    from _pandas_data import STR
    if categories_of(data) is not None:
        from _pandas_categories import refuse
        refuse(data, name)
    if data.dtype == STR:
        raise TypeError(f"Cannot perform reduction '{name}' with string dtype")


def _refuse_objects(data, name):
    _refuse_texts(data, name)
    for v in data:
        if isinstance(v, (str, bytes)) or not is_missing(v) and not hasattr(v, '__float__'):
            raise TypeError(f"Could not convert {v!r} to numeric")


def _folded(data, empty, step):
    """The objects of a column put together from the first on; `empty` where one is missing, and where none is there."""
    values = [empty if is_missing(v) else v for v in data]
    out = values[0] if values else empty
    for v in values[1:]:
        out = step(out, v)
    return out


def _float(data, name):
    if not is_numeric(data):
        _refuse_objects(data, name)
        return np.array([float(v) for v in there(data)])
    data = there(data)
    return data if data.dtype.kind == 'f' else data.astype(np.float64)


def _of_times(data, name):
    from _pandas_time import summary
    return summary(data, name)


def total(data, skipna=True, min_count=0):
    if not is_numeric(data):
        if data.dtype.kind in 'Mm':
            return _of_times(data, 'sum')
        if categories_of(data) is not None:
            from _pandas_categories import refuse
            refuse(data, 'sum')
        return _folded(data, 0, lambda a, b: a + b)
    if not skipna and np.any(missing(data)):
        return np.float64(nan)
    values = there(data)
    return nan if len(values) < min_count else values.sum()


def mean(data, skipna=True):
    if not is_numeric(data) and data.dtype.kind in 'Mm':
        return _of_times(data, 'mean')
    values = _float(data, 'mean')
    if len(values) == 0 or not skipna and len(values) < len(data):
        return np.float64(nan)
    return values.sum(dtype=np.float64) / len(values) if values.dtype != np.float32 else np.float32(
        values.sum(dtype=np.float64) / len(values))


def var(data, ddof=1, skipna=True, name='var'):
    values = _float(data, name)
    n = len(values)
    if n <= ddof or not skipna and n < len(data):
        return np.float64(nan)
    middle = values.sum() / n
    return ((middle - values) ** 2).sum() / (n - ddof)


def std(data, ddof=1, skipna=True):
    if not is_numeric(data) and data.dtype.kind in 'Mm':
        return _of_times(data, 'std')
    return np.sqrt(var(data, ddof, skipna, 'std'))


def least(data, skipna=True):
    if categories_of(data) is not None:
        from _pandas_categories import extreme
        return extreme(data, 'min')
    values = there(data)
    if len(values) == 0 or not skipna and len(values) < len(data):
        return nan
    return values.min() if is_numeric(values) else reduce(lambda a, b: a if a <= b else b, values)


def greatest(data, skipna=True):
    if categories_of(data) is not None:
        from _pandas_categories import extreme
        return extreme(data, 'max')
    values = there(data)
    if len(values) == 0 or not skipna and len(values) < len(data):
        return nan
    return values.max() if is_numeric(values) else reduce(lambda a, b: a if a >= b else b, values)


def median(data, skipna=True):
    if not is_numeric(data) and data.dtype.kind in 'Mm':
        return _of_times(data, 'median')
    values = _float(data, 'median')
    return np.median(values) if len(values) and (skipna or len(values) == len(data)) else np.float64(nan)


def quantile(data, q=0.5):
    if not is_numeric(data) and data.dtype.kind in 'Mm':
        from _pandas_time import quantile as of_times
        return of_times(data, q)
    values = _float(data, 'quantile')
    return np.percentile(values, q * 100) if len(values) else np.float64(nan)


def product(data, skipna=True):
    if is_numeric(data):
        return there(data).prod()
    _refuse_texts(data, 'prod')
    return _folded(data, 1, lambda a, b: a * b)


def count(data):
    return int(len(data) - missing(data).sum())


def skew(data, skipna=True):
    values = _float(data, 'skew')
    n = len(values)
    if n < 3:
        return np.float64(nan)
    gap = values - values.sum() / n
    m2, m3 = (gap ** 2).sum(), (gap ** 3).sum()
    if m2 == 0:
        return np.float64(0.0)
    return (n * (n - 1) ** 0.5 / (n - 2)) * (m3 / m2 ** 1.5)


def kurt(data, skipna=True):
    values = _float(data, 'kurt')
    n = len(values)
    if n < 4:
        return np.float64(nan)
    gap = values - values.sum() / n
    m2, m4 = (gap ** 2).sum(), (gap ** 4).sum()
    if m2 == 0:
        return np.float64(0.0)
    return n * (n + 1) * (n - 1) * m4 / ((n - 2) * (n - 3) * m2 ** 2) - 3 * (n - 1) ** 2 / ((n - 2) * (n - 3))


def sem(data, ddof=1, skipna=True):
    return np.sqrt(var(data, ddof, skipna, 'sem')) / np.sqrt(count(data))


def distinct(data, dropna=True):
    from _pandas_data import codes
    found = len(codes(data)[1])
    return found + (0 if dropna or not np.any(missing(data)) else 1)


def any_true(data, skipna=True):
    return bool(np.any(there(data))) if is_numeric(data) else any(bool(v) for v in there(data))


def all_true(data, skipna=True):
    return bool(np.all(there(data))) if is_numeric(data) else all(bool(v) for v in there(data))


functions = {'sum': total, 'mean': mean, 'std': std, 'var': var, 'min': least, 'max': greatest, 'median': median,
             'prod': product, 'count': count, 'nunique': distinct, 'any': any_true, 'all': all_true, 'sem': sem,
             'skew': skew, 'kurt': kurt}


def percent_label(q):
    """'25%' of 0.25."""
    text = f'{q * 100:.10g}'
    return text + '%'


def description(data, percentiles=None):
    """The labels and values of describe() for a column."""
    quantiles = [0.25, 0.5, 0.75] if percentiles is None else sorted(set(list(percentiles)))
    if not is_numeric(data) and data.dtype.kind in 'Mm':
        values = [count(data), mean(data)] + ([std(data)] if data.dtype.kind == 'm' else []) + [least(data)]
        values += [quantile(data, q) for q in quantiles] + [greatest(data)]
        return (['count', 'mean'] + (['std'] if data.dtype.kind == 'm' else []) + ['min'] +
                [percent_label(q) for q in quantiles] + ['max'], Objects(values))
    if not is_numeric(data) or data.dtype.kind == 'b':
        from _pandas_data import codes, listed
        places, unique = codes(data)
        counts = np.bincount(places[places >= 0], minlength=len(unique))
        best = int(np.argmax(counts)) if len(unique) else 0
        top = listed(unique)[best] if len(unique) else nan
        return (['count', 'unique', 'top', 'freq'],
                Objects([count(data), len(unique), top, int(counts[best]) if len(unique) else nan]))
    values = [float(count(data)), float(mean(data)), float(std(data)), float(least(data))]
    values += [float(quantile(data, q)) for q in quantiles]
    return (['count', 'mean', 'std', 'min'] + [percent_label(q) for q in quantiles] + ['max'],
            np.array(values + [float(greatest(data))]))


def correlation(a, b, method='pearson'):
    for text in (v for data in (a, b) if not is_numeric(data) for v in data if isinstance(v, str)):
        float(text)
    a, b = a.astype(np.float64), b.astype(np.float64)
    both = ~(np.isnan(a) | np.isnan(b))
    a, b = a[both], b[both]
    if len(a) < 1:
        return nan
    if method == 'spearman':
        a, b = ranks(a), ranks(b)
    elif method == 'kendall':
        return _kendall(a, b)
    elif method != 'pearson':
        raise ValueError("method must be either 'pearson', 'spearman', 'kendall', or a callable, "
                         f"'{method}' was supplied")
    import _pandas
    _, product, square_a, square_b = _pandas.moments(a, b)
    below = np.sqrt(square_a * square_b)
    if below == 0:
        return nan
    return float(min(1.0, max(-1.0, product / below)))


def _kendall(a, b):
    """Kendall's tau-b: pairs in the same order less pairs in opposite order."""
    signs = [np.sign(v[:, None] - v[None, :]) for v in (a, b)]
    both = np.sqrt((signs[0] ** 2).sum() * (signs[1] ** 2).sum())
    return float((signs[0] * signs[1]).sum() / both) if both else nan


def covariance(a, b, ddof=1):
    a, b = a.astype(np.float64), b.astype(np.float64)
    both = ~(np.isnan(a) | np.isnan(b))
    a, b = a[both], b[both]
    return float(((a - a.mean()) * (b - b.mean())).sum() / (len(a) - ddof)) if len(a) > ddof else nan


def ranks(values, method='average', ascending=True):
    """The rank of each value, from 1 on."""
    order = np.argsort(values if ascending else -values, kind='stable')
    out = np.zeros(len(values))
    i = 0
    listed = values[order].tolist()
    dense = 0
    while i < len(listed):
        j = i
        while j + 1 < len(listed) and listed[j + 1] == listed[i]:
            j += 1
        dense += 1
        for k in range(i, j + 1):
            rank = {'average': (i + j) / 2 + 1, 'min': i + 1, 'max': j + 1, 'first': k + 1, 'dense': dense}[method]
            out[order[k]] = rank
        i = j + 1
    out[np.isnan(values)] = nan
    return out
