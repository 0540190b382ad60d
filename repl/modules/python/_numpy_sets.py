"""numpy's functions on sorted values: sets, histograms, bins, orders."""
import numpy as np
import _numpy
from _numpy_common import result_class, checked_axis
UniqueAllResult = result_class('UniqueAllResult', ('values', 'indices', 'inverse_indices', 'counts'))
UniqueCountsResult = result_class('UniqueCountsResult', ('values', 'counts'))
UniqueInverseResult = result_class('UniqueInverseResult', ('values', 'inverse_indices'))


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True,
           sorted=True):
    """The sorted distinct values, or rows."""
    ar = np.asanyarray(ar)
    if axis is None:
        if ar.dtype.kind in 'cmM' or (ar.dtype.kind == 'f' and not equal_nan):
            return _distinct(ar, return_index, return_inverse, return_counts, equal_nan)
        return _numpy.unique(ar, return_index, return_inverse, return_counts)
    if isinstance(axis, float):
        raise TypeError('integer argument expected, got float')
    axis = checked_axis(axis, ar.ndim)
    if ar.dtype.kind == 'O':
        raise TypeError('The axis argument to unique is not supported for dtype object')
    moved = np.moveaxis(ar, axis, 0)
    n = moved.shape[0]
    width = moved[0].size if n else 0
    if width == 1 and ar.dtype.kind in 'fcmM':
        made = _distinct(moved.reshape(n), return_index, return_inverse, return_counts, equal_nan)
        made = made if isinstance(made, tuple) else (made,)
        made = (np.moveaxis(made[0].reshape((-1,) + moved.shape[1:]), 0, axis),) + made[1:]
        return made if len(made) > 1 else made[0]
    rows = moved.reshape(n, width)
    order = np.lexsort(rows.T[::-1]) if rows.shape[1] else np.arange(n)
    ordered = rows[order]
    first = np.ones(n, dtype=bool)
    if n > 1:
        first[1:] = np.any(ordered[1:] != ordered[:-1], axis=1)
    values = ordered[first]
    results = [np.moveaxis(values.reshape((values.shape[0],) + moved.shape[1:]), 0, axis)]
    if return_index:
        results.append(order[first])
    if return_inverse:
        inverse = np.empty(n, dtype=np.int64)
        inverse[order] = np.cumsum(first) - 1
        results.append(inverse)
    if return_counts:
        results.append(np.diff(np.append(np.flatnonzero(first), n)))
    return results[0] if len(results) == 1 else tuple(results)


def _distinct(ar, return_index, return_inverse, return_counts, equal_nan):
    """unique of numbers of which some may be nan, which are the last ones in order."""
    line = ar.ravel()
    order = np.argsort(line, kind='stable')
    ordered = line[order]
    first = np.ones(ordered.shape, dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    if equal_nan and ordered.size:
        lacking = np.isnan(ordered)
        if lacking[-1]:
            first[np.argmax(lacking) + 1:] = False
    results = [ordered[first]]
    if return_index:
        results.append(order[first])
    if return_inverse:
        inverse = np.empty(line.shape, dtype=np.int64)
        inverse[order] = np.cumsum(first) - 1
        results.append(inverse.reshape(ar.shape))
    if return_counts:
        results.append(np.diff(np.append(np.flatnonzero(first), line.size)))
    return results[0] if len(results) == 1 else tuple(results)


def unique_values(x):
    """The sorted distinct values."""
    return unique(x, equal_nan=False)


def unique_counts(x):
    """Distinct values and how often each occurs."""
    return UniqueCountsResult(*unique(x, return_counts=True, equal_nan=False))


def unique_inverse(x):
    """Distinct values and the places of the elements among them."""
    return UniqueInverseResult(*unique(x, return_inverse=True, equal_nan=False))


def unique_all(x):
    """Distinct values, where each is first, the places of the elements among them, counts."""
    return UniqueAllResult(*unique(x, True, True, True, equal_nan=False))


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """What is in both, sorted."""
    ar1, ar2 = np.asarray(ar1), np.asarray(ar2)
    if assume_unique:
        ar1, ar2 = ar1.ravel(), ar2.ravel()
        places = (np.arange(ar1.size), np.arange(ar2.size))
    else:
        ar1, first = unique(ar1, return_index=True)
        ar2, second = unique(ar2, return_index=True)
        places = (first, second)
    both = np.concatenate((ar1, ar2))
    order = np.argsort(both, kind='stable')
    both = both[order]
    same = both[1:] == both[:-1]
    common = both[:-1][same]
    if not return_indices:
        return common
    return common, places[0][order[:-1][same]], places[1][order[1:][same] - ar1.size]


def setxor1d(ar1, ar2, assume_unique=False):
    """What is in exactly one of the two, sorted."""
    if not assume_unique:
        ar1, ar2 = unique(ar1), unique(ar2)
    both = np.sort(np.concatenate((ar1, ar2), axis=None))
    if both.size == 0:
        return both
    edge = np.concatenate(([True], both[1:] != both[:-1], [True]))
    return both[edge[1:] & edge[:-1]]


def union1d(ar1, ar2):
    """What is in one of the two, sorted."""
    both = [np.ravel(one) for one in (ar1, ar2)]
    kind = np.result_type(*[one if isinstance(one, (int, float, complex)) else line
                            for one, line in zip((ar1, ar2), both)])
    return unique(np.concatenate(both).astype(kind))


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """Which elements are among others."""
    if kind not in (None, 'sort', 'table'):
        raise ValueError(f"Invalid kind: '{kind}'. Please use None, 'sort' or 'table'.")
    if kind == 'table' and not {np.asarray(element).dtype.kind, np.asarray(test_elements).dtype.kind} <= set('iub'):
        raise ValueError("The 'table' method is only supported for boolean or integer arrays. Please select 'sort' or "
                         'None for kind.')
    if kind == 'table':
        tests = np.asarray(test_elements)
        if tests.size and int(tests.max()) - int(tests.min()) > np.iinfo(np.intp).max:
            raise RuntimeError("You have specified kind='table', but the range of values in `ar2` or `ar1` exceed the "
                               "maximum integer of the datatype. Please set `kind` to None or 'sort'.")
    return _numpy.isin(element, test_elements, assume_unique, invert)


def setdiff1d(ar1, ar2, assume_unique=False):
    """What is in the first only, sorted."""
    if assume_unique:
        ar1 = np.asarray(ar1).ravel()
    else:
        ar1, ar2 = unique(ar1), unique(ar2)
    return ar1[isin(ar1, ar2, invert=True)]


# ---- Histograms ----

def _outer(a, range):
    """The first and the last edge."""
    if range is not None:
        first, last = range
        if first > last:
            raise ValueError('max must be larger than min in range parameter.')
        if not (np.isfinite(first) and np.isfinite(last)):
            raise ValueError(f'supplied range of [{first}, {last}] is not finite')
    elif a.size == 0:
        first, last = 0, 1
    else:
        first, last = a.min(), a.max()
        if not (np.isfinite(first) and np.isfinite(last)):
            raise ValueError(f'autodetected range of [{first}, {last}] is not finite')
    if isinstance(first, np.integer) and isinstance(last, np.integer):
        first, last = int(first), int(last)  # the distance may not be of their dtype
    if first == last:
        first, last = first - 0.5, last + 0.5
    return first, last


def _spread(a):
    """From the least to the greatest, which two integers of a dtype may not say."""
    return np.ptp(a) if a.dtype.kind not in 'iu' else int(a.max()) - int(a.min())


def _width(a, rule):
    n = a.size
    spread = _spread(a)
    if rule == 'sqrt':
        return spread / np.sqrt(n)
    if rule == 'sturges':
        return spread / (np.log2(n) + 1.0)
    if rule == 'rice':
        return spread / (2.0 * n ** (1.0 / 3))
    if rule == 'scott':
        return (24.0 * np.pi ** 0.5 / n) ** (1.0 / 3.0) * np.std(a)
    if rule == 'doane':
        if n > 2:
            sg1 = np.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)))
            sigma = np.std(a)
            if sigma > 0.0:
                g1 = np.mean(np.power((a - np.mean(a)) / sigma, 3))
                return spread / (1.0 + np.log2(n) + np.log2(1.0 + np.absolute(g1) / sg1))
        return 0.0
    if rule == 'fd':
        return 2.0 * np.subtract(*np.percentile(a, [75, 25])) * n ** (-1.0 / 3.0)
    fd, sturges = _width(a, 'fd'), _width(a, 'sturges')  # 'auto'
    return min(max(fd, _width(a, 'sqrt') / 2), sturges)


def _stone(a, range):
    """The width whose estimated error is least (Stone 1984), of those of up to the root of n bins, or 100."""
    n, spread = a.size, _spread(a)
    if n <= 1 or spread == 0:
        return 0
    most = max(100, int(np.sqrt(n)))

    def error(count):
        width = spread / count
        parts = histogram(a, bins=count, range=range)[0] / n
        return (2 - (n + 1) * parts.dot(parts)) / width
    count = min(list(np.arange(1, most + 1).tolist()), key=error)
    if count == most:
        import warnings
        warnings.warn('The number of bins estimated may be suboptimal.', RuntimeWarning, stacklevel=3)
    return spread / count


def _no_bool(a):
    if a.dtype != bool:
        return a
    import warnings
    warnings.warn("Converting input from bool to <class 'numpy.uint8'> for compatibility.", RuntimeWarning,
                  stacklevel=3)
    return a.astype(np.uint8)


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges that histogram would use."""
    a = _no_bool(np.asarray(a))
    a = a.ravel()
    if weights is not None and np.shape(np.ravel(weights)) != a.shape:
        raise ValueError('weights should have the same shape as a.')
    if isinstance(bins, str):
        if bins not in ('auto', 'fd', 'sqrt', 'sturges', 'rice', 'scott', 'doane', 'stone'):
            raise ValueError(f'{bins!r} is not a valid estimator for `bins`')
        if weights is not None:
            raise TypeError('Automated estimation of the number of bins is not supported for weighted data')
        first, last = _outer(a, range)
        if range is not None:
            a = a[(a >= first) & (a <= last)]
        count = 1
        if a.size:
            width = _stone(a, range) if bins == 'stone' else _width(a, bins)
            if a.dtype.kind in 'iu' and width < 1:
                width = 1
            if width:
                count = int(np.ceil((last - first) / width))
    elif np.ndim(bins) == 0:
        try:
            count = int(bins) if isinstance(bins, (int, np.integer)) else bins.__index__()
        except (TypeError, AttributeError):
            raise TypeError('`bins` must be an integer, a string, or an array') from None
        if count < 1:
            raise ValueError('`bins` must be positive, when an integer')
        first, last = _outer(a, range)
    elif np.ndim(bins) == 1:
        edges = np.asarray(bins)
        if np.any(edges[:-1] > edges[1:]):
            raise ValueError('`bins` must increase monotonically, when an array')
        return edges
    else:
        raise ValueError('`bins` must be 1d, when an array')
    dtype = np.result_type(np.asarray(first), np.asarray(last), a)
    if dtype.kind != 'f':
        dtype = np.result_type(dtype, float)
    edges = np.linspace(first, last, count + 1, endpoint=True, dtype=dtype)
    if np.any(edges[:-1] >= edges[1:]):
        raise ValueError(f'Too many bins for data range. Cannot create {count} finite-sized bins.')
    return edges


def histogram(a, bins=10, range=None, density=None, weights=None):
    """Counts between edges, and the edges."""
    a = np.asarray(a)
    a = _no_bool(a).ravel()
    edges = histogram_bin_edges(a, bins, range, weights)
    even = isinstance(bins, str) or np.ndim(bins) == 0
    if weights is None:
        if even:
            # numpy finds a bin by arithmetic, then corrects it by comparing with the edges: as searching does.
            kept = a[(a >= edges[0]) & (a <= edges[-1])]
        else:
            kept = a
        ordered = np.sort(kept)
        below = np.concatenate((np.searchsorted(ordered, edges[:-1], 'left'),
                                np.searchsorted(ordered, edges[-1:], 'right')))
        n = np.diff(below)
    else:
        w = np.ravel(weights)
        if w.dtype.kind in 'cO':
            keep = (a >= edges[0]) & (a <= edges[-1])
            places = np.searchsorted(edges, a[keep], 'right') - 1
            places[places == edges.size - 1] -= 1
            n = np.zeros(edges.size - 1, dtype=w.dtype)
            np.add.at(n, places, w[keep])
        elif even:
            keep = (a >= edges[0]) & (a <= edges[-1])
            places = np.searchsorted(edges, a[keep], 'right') - 1
            places[places == edges.size - 1] -= 1
            n = np.bincount(places, weights=w[keep], minlength=edges.size - 1).astype(
                w.dtype if w.dtype.kind != 'b' else float)
        else:
            order = np.argsort(a, kind='stable')
            total = np.concatenate((np.zeros(1, dtype=w.dtype), np.cumsum(w[order])))
            ordered = a[order]
            below = np.concatenate((np.searchsorted(ordered, edges[:-1], 'left'),
                                    np.searchsorted(ordered, edges[-1:], 'right')))
            n = np.diff(total[below])
    if density:
        return n / np.asarray(np.diff(edges), dtype=float) / n.sum(), edges
    return n, edges


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    """Counts in the boxes of a grid, and the edges of each dimension."""
    sample = np.asarray(sample) if isinstance(sample, np.ndarray) else np.atleast_2d(sample).T
    if sample.ndim == 1:
        sample = sample[:, None]
    count, ndim = sample.shape
    try:
        if len(bins) != ndim:
            raise ValueError('The dimension of bins must be equal to the dimension of the sample x.')
        bins = list(bins)
    except TypeError:
        bins = ndim * [bins]
    if range is None:
        range = (None,) * ndim
    elif len(range) != ndim:
        raise ValueError('range argument must have one entry per dimension')
    edges, places = [], []
    for n in np.arange(ndim).tolist():
        column = sample[:, n]
        if np.ndim(bins[n]) > 1:
            raise ValueError(f'`bins[{n}]` must be a scalar or 1d array')
        if np.ndim(bins[n]) == 0:
            if bins[n] < 1:
                raise ValueError(f'`bins[{n}]` must be positive, when an integer')
            if not isinstance(bins[n], (int, np.integer)):
                raise TypeError(f'`bins[{n}]` must be an integer, when a scalar')
            first, last = _outer(column, range[n])
            edges.append(np.linspace(first, last, int(bins[n]) + 1))
        else:
            edges.append(np.asarray(bins[n]))
            if np.any(edges[n][:-1] > edges[n][1:]):
                raise ValueError(f'`bins[{n}]` must be monotonically increasing, when an array')
        place = np.searchsorted(edges[n], column, side='right')
        place[column == edges[n][-1]] -= 1
        places.append(place)
    sizes = [len(e) + 1 for e in edges]
    flat = np.ravel_multi_index(tuple(places), tuple(sizes)) if count else np.zeros(0, dtype=int)
    total = 1
    for size in sizes:
        total *= size
    made = np.bincount(flat, weights=weights, minlength=total).reshape(sizes).astype(float)
    made = made[(slice(1, -1),) * ndim]
    if density:
        whole = made.sum()
        for n in np.arange(ndim).tolist():
            shape = [1] * ndim
            shape[n] = -1
            made = made / np.diff(edges[n]).reshape(shape)
        made = made / whole
    return made, edges


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """Counts in the cells of a grid, and its edges."""
    if len(x) != len(y):
        raise ValueError('x and y must have the same length.')
    try:
        n = len(bins)
    except TypeError:
        n = 1
    if n not in (1, 2):
        bins = [np.asarray(bins)] * 2
    made, edges = histogramdd(np.stack([np.asarray(x), np.asarray(y)], axis=1), bins, range, density, weights)
    return made, edges[0], edges[1]


def digitize(x, bins, right=False):
    """The bin of each value."""
    x, bins = np.asarray(x), np.asarray(bins)
    if x.dtype.kind == 'c':
        raise TypeError('x may not be complex')
    if bins.ndim > 1:
        raise ValueError('object too deep for desired array')
    others = np.flatnonzero(bins[1:] != bins[0]) if bins.size > 1 else bins[:0]
    if others.size:
        # Edges go up or down from where they first change; what is nan is neither above nor below.
        rest = bins[others[0]:]
        up = bool(rest[0] < rest[1])
        if np.any(rest[:-1] > rest[1:] if up else rest[:-1] < rest[1:]):
            raise ValueError('bins must be monotonically increasing or decreasing')
        if not up:
            return bins.size - np.searchsorted(bins[::-1], x, side='left' if right else 'right')
    return np.searchsorted(bins, x, side='left' if right else 'right')


def searchsorted(a, v, side='left', sorter=None):
    """Where values belong among sorted ones."""
    if not isinstance(side, str):
        raise TypeError(f'search side must be str, not {type(side).__name__}')
    if side not in ('left', 'right'):
        if side[:1] in ('l', 'L', 'r', 'R'):
            raise ValueError("search side must be one of 'left' or 'right'")
        raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
    if sorter is not None:
        a, sorter = np.asarray(a), np.asarray(sorter)
        if sorter.dtype.kind not in 'iu':
            raise TypeError('sorter must only contain integers')
        if sorter.size != a.size:
            raise ValueError('sorter.size must equal a.size')
        a = a[sorter]
    return _numpy.searchsorted(a, v, side)


# ---- Orders ----

def lexsort(keys, axis=-1):
    """The order by the last key, then the one before it, and so on."""
    keys = [np.asarray(k) for k in keys] if isinstance(keys, (list, tuple)) or np.ndim(keys) else []
    if not keys:
        raise TypeError('need sequence of keys with len > 0 in lexsort')
    if any(key.shape != keys[0].shape for key in keys):
        raise ValueError('all keys need to be the same shape')
    if keys[0].ndim == 0:
        return np.int64(0)
    order = np.argsort(keys[0], axis=axis, kind='stable')
    for key in keys[1:]:
        step = np.argsort(np.take_along_axis(key, order, axis=axis), axis=axis, kind='stable')
        order = np.take_along_axis(order, step, axis=axis)
    return order
