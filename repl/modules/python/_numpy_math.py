"""numpy's functions on signals and curves: differences, integrals, products over axes."""
import numpy as np
import _numpy
from _numpy_common import checked_axis, places


def _cut(ndim, axis, key):
    return (slice(None),) * axis + (key,) + (slice(None),) * (ndim - axis - 1)


# ---- Differences and integrals ----

def diff(a, n=1, axis=-1, prepend=None, append=None):
    """Each element minus the one before."""
    if n == 0:
        return a
    if n < 0:
        raise ValueError(f'order must be non-negative but got {n!r}')
    a = np.asanyarray(a)
    if a.ndim == 0:
        raise ValueError('diff requires input that is at least one dimensional')
    axis = checked_axis(axis, a.ndim)
    if prepend is None and append is None:
        return _repeated(a, n, axis)
    parts = []
    for extra in (prepend, a, append):
        if extra is None:
            continue
        extra = np.asarray(extra)
        if extra.ndim == 0:
            shape = list(a.shape)
            shape[axis] = 1
            extra = np.broadcast_to(extra, tuple(shape))
        parts.append(extra)
    return _repeated(np.concatenate(parts, axis), n, axis)


def _repeated(a, n, axis):
    """So many differences; the native function takes some at once."""
    while n > 8 and a.shape[axis] > 0:
        a = _numpy.diff(a, 8, axis)
        n -= 8
    return _numpy.diff(a, min(n, 8), axis)


def ediff1d(ary, to_end=None, to_begin=None):
    """Differences of neighbours, in one dimension."""
    ary = np.ravel(ary)
    parts = [np.diff(ary)]
    if to_begin is not None:
        parts.insert(0, np.ravel(to_begin).astype(ary.dtype))
    if to_end is not None:
        parts.append(np.ravel(to_end).astype(ary.dtype))
    return np.concatenate(parts) if len(parts) > 1 else parts[0]


def gradient(f, *varargs, axis=None, edge_order=1):
    """Slopes by central differences."""
    f = np.asanyarray(f)
    n = f.ndim
    if axis is None:
        axes = tuple(range(n))
    else:
        axes = tuple(checked_axis(each, n) for each in (axis if isinstance(axis, (tuple, list)) else (axis,)))
    if len(varargs) == 0:
        steps = [1.0] * len(axes)
    elif len(varargs) == 1 and np.ndim(varargs[0]) == 0:
        steps = list(varargs) * len(axes)
    elif len(varargs) == len(axes):
        steps = []
        for number, distances in enumerate(varargs):
            distances = np.asarray(distances)
            if distances.ndim == 0:
                steps.append(distances[()])
                continue
            if distances.ndim != 1:
                raise ValueError('distances must be either scalars or 1d')
            if len(distances) != f.shape[axes[number]]:
                raise ValueError('when 1d, distances must match the length of the corresponding dimension')
            step = np.diff(distances.astype(float) if distances.dtype.kind in 'iu' else distances)
            steps.append(step[0] if np.all(step == step[0]) else step)
    else:
        raise TypeError('invalid number of arguments')
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    if f.dtype == bool:
        f[:1] - f[:1]  # refused as numpy refuses it
    if f.dtype.kind not in 'fcmM':
        f = f.astype(np.float64)
    results = []
    for along, step in zip(axes, steps):
        if f.shape[along] < edge_order + 1:
            raise ValueError('Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) '
                             'elements are required.')
        out = np.empty_like(f)

        def at(key):
            return _cut(n, along, key)
        even = np.ndim(step) == 0
        middle, before, after = slice(1, -1), slice(None, -2), slice(2, None)
        if even:
            out[at(middle)] = (f[at(after)] - f[at(before)]) / (2. * step)
        else:
            shape = [1] * n
            shape[along] = -1
            one, two = step[:-1], step[1:]
            a = (-two / (one * (one + two))).reshape(shape)
            b = ((two - one) / (one * two)).reshape(shape)
            c = (one / (two * (one + two))).reshape(shape)
            out[at(middle)] = a * f[at(before)] + b * f[at(middle)] + c * f[at(after)]
        if edge_order == 1:
            first, last = (step, step) if even else (step[0], step[-1])
            out[at(0)] = (f[at(1)] - f[at(0)]) / first
            out[at(-1)] = (f[at(-1)] - f[at(-2)]) / last
        else:
            if even:
                a, b, c = -1.5 / step, 2. / step, -0.5 / step
            else:
                one, two = step[0], step[1]
                a = -(2. * one + two) / (one * (one + two))
                b = (one + two) / (one * two)
                c = - one / (two * (one + two))
            out[at(0)] = a * f[at(0)] + b * f[at(1)] + c * f[at(2)]
            if even:
                a, b, c = 0.5 / step, -2. / step, 1.5 / step
            else:
                one, two = step[-2], step[-1]
                a = two / (one * (one + two))
                b = - (two + one) / (one * two)
                c = (2. * two + one) / (two * (one + two))
            out[at(-1)] = a * f[at(-3)] + b * f[at(-2)] + c * f[at(-1)]
        results.append(out)
    return results[0] if len(axes) == 1 else tuple(results)


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The area under a curve."""
    y = np.asanyarray(y)
    axis = checked_axis(axis, y.ndim)
    if x is None:
        d = dx
    else:
        x = np.asanyarray(x)
        if x.ndim == 1:
            d = np.diff(x)
            shape = [1] * y.ndim
            shape[axis] = d.shape[0]
            d = d.reshape(shape)
        else:
            d = np.diff(x, axis=axis)
    return (d * (y[_cut(y.ndim, axis, slice(1, None))] + y[_cut(y.ndim, axis, slice(None, -1))]) / 2.0).sum(axis)


def cumulative_sum(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """Running sums."""
    return _running(np.cumsum, 0, x, axis, dtype, out, include_initial)


def cumulative_prod(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """Running products."""
    return _running(np.cumprod, 1, x, axis, dtype, out, include_initial)


def _running(function, start, x, axis, dtype, out, include_initial):
    x = np.atleast_1d(x)
    if axis is None:
        if x.ndim != 1:
            raise ValueError("For arrays which have more than one dimension ``axis`` argument is required.")
        axis = 0
    axis = checked_axis(axis, x.ndim)
    made = function(x if dtype is None else x.astype(dtype), axis=axis)
    if include_initial:
        shape = list(x.shape)
        shape[axis] = 1
        made = np.concatenate([np.full(shape, start, dtype=made.dtype), made], axis=axis)
    if out is None:
        return made
    out[...] = made
    return out


def interp(x, xp, fp, left=None, right=None, period=None):
    """Values between known points, on straight lines."""
    if np.iscomplexobj(fp):
        fp = np.asarray(fp)
        sides = [[None if side is None else part(side) for side in (left, right)] for part in (np.real, np.imag)]
        return interp(x, xp, fp.real, *sides[0], period) + 1j * interp(x, xp, fp.imag, *sides[1], period)
    xp, fp = np.asarray(xp, dtype=float), np.asarray(fp, dtype=float)
    x = np.asarray(x, dtype=float)
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError('object too deep for desired array' if xp.ndim > 1 or fp.ndim > 1
                         else 'object of too small depth for desired array')
    if xp.size == 0:
        raise ValueError('array of sample points is empty')
    if xp.size != fp.size:
        raise ValueError('fp and xp are not of the same length.')
    if period is not None:
        if period == 0:
            raise ValueError('period must be a non-zero value')
        period = abs(period)
        left = right = None
        x, xp = x % period, xp % period
        order = np.argsort(xp, kind='stable')
        xp, fp = xp[order], fp[order]
        xp = np.concatenate((xp[-1:] - period, xp, xp[0:1] + period))
        fp = np.concatenate((fp[-1:], fp, fp[0:1]))
    left = fp[0] if left is None else left
    right = fp[-1] if right is None else right
    if xp.size == 1:
        made = np.where(x < xp[0], left, np.where(x > xp[0], right, fp[0]))
    else:
        j = np.clip(np.searchsorted(xp, x, 'right') - 1, 0, xp.size - 2)
        with np.errstate(all='ignore'):
            slope = (fp[1:] - fp[:-1]) / (xp[1:] - xp[:-1])
            made = slope[j] * (x - xp[j]) + fp[j]
            again = slope[j] * (x - xp[j + 1]) + fp[j + 1]
        made = np.where(np.isnan(made), again, made)
        made = np.where(np.isnan(made) & (fp[j] == fp[j + 1]), fp[j], made)
        made = np.where(x == xp[j], fp[j], made)
        made = np.where(x > xp[-1], right, np.where(x < xp[0], left, np.where(x == xp[-1], fp[-1], made)))
        made = np.where(np.isnan(x), x, made)
    return made[()] if made.ndim == 0 else made


# ---- Products ----

def convolve(a, v, mode='full'):
    """Sums of products of one signal with another, reversed and shifted."""
    a, v = np.array(a, ndmin=1), np.array(v, ndmin=1)
    if a.size == 0:
        raise ValueError('a cannot be empty')
    if v.size == 0:
        raise ValueError('v cannot be empty')
    if v.size > a.size:
        a, v = v, a
    return _correlated(a, v[::-1], mode)


def correlate(a, v, mode='valid'):
    """Sums of products of one signal with another, shifted."""
    a, v = np.array(a, ndmin=1), np.array(v, ndmin=1)
    if a.size == 0:
        raise ValueError('first array argument cannot be empty')
    if v.size == 0:
        raise ValueError('second array argument cannot be empty')
    v = v.conj()
    if v.size > a.size:
        return _correlated(v, a, mode)[::-1]
    return _correlated(a, v, mode)


def _correlated(a, v, mode):
    if isinstance(mode, (int, np.integer)):
        if mode not in (0, 1, 2):
            raise ValueError('integer convolve/correlate mode must be 0, 1, or 2')
        mode = ('valid', 'same', 'full')[mode]
    if mode not in ('full', 'same', 'valid'):
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")
    if a.ndim != 1 or v.ndim != 1:
        raise ValueError('object too deep for desired array')
    n, m = a.size, v.size
    dtype = np.result_type(a, v)
    before = {'full': m - 1, 'same': m // 2, 'valid': 0}[mode]
    length = {'full': n + m - 1, 'same': n, 'valid': n - m + 1}[mode]
    a, v = a.astype(dtype), v.astype(dtype)
    out = np.zeros(length, dtype=dtype)
    # Where a short kernel lies inside, all places at once: the sums are taken in the kernel's order.
    inside = range(before, before + n - m + 1) if m <= 11 else range(0)
    if m <= 11:
        total = a[:n - m + 1] * v[0]
        for j in range(1, m):
            total = total + a[j:j + n - m + 1] * v[j]
        out[before:before + n - m + 1] = total
    for i in range(length):
        if i in inside:
            continue
        start = i - before
        low, high = max(start, 0), min(start + m, n)
        out[i] = np.dot(a[low:high], v[low - start:high - start])
    return out


def tensordot(a, b, axes=2):
    """Sums of products over axes."""
    a, b = np.asarray(a), np.asarray(b)
    try:
        first, second = axes
    except TypeError:
        first, second = list(range(-axes, 0)), list(range(axes))
    first = [first] if isinstance(first, (int, np.integer)) else list(first)
    second = [second] if isinstance(second, (int, np.integer)) else list(second)
    good = len(first) == len(second)
    if good:
        for i, j in zip(first, second):
            if not -a.ndim <= i < a.ndim or not -b.ndim <= j < b.ndim:
                raise IndexError('tuple index out of range')
            good = good and a.shape[i] == b.shape[j]
    if not good:
        raise ValueError('shape-mismatch for sum')
    first, second = [i % a.ndim for i in first], [j % b.ndim for j in second]
    rest_a = [n for n in range(a.ndim) if n not in first]
    rest_b = [n for n in range(b.ndim) if n not in second]
    count = 1
    for i in first:
        count *= a.shape[i]
    rows, columns = [a.shape[n] for n in rest_a], [b.shape[n] for n in rest_b]
    height = width = 1
    for n in rows:
        height *= n
    for n in columns:
        width *= n
    left = a.transpose(rest_a + first).reshape(height, count)
    right = b.transpose(second + rest_b).reshape(count, width)
    return np.dot(left, right).reshape(rows + columns)


def kron(a, b):
    """Blocks of one array, scaled by the elements of another."""
    a, b = np.asanyarray(a), np.asanyarray(b)
    n = max(a.ndim, b.ndim)
    x, y = (1,) * (n - a.ndim) + a.shape, (1,) * (n - b.ndim) + b.shape
    left, right = [], []
    for i, j in zip(x, y):
        left += [i, 1]
        right += [1, j]
    return np.multiply(a.reshape(left), b.reshape(right)).reshape([i * j for i, j in zip(x, y)])


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The cross product of vectors."""
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.asarray(a), np.asarray(b)
    if a.ndim < 1 or b.ndim < 1:
        raise ValueError('At least one array has zero dimension')
    a, b = np.moveaxis(a, axisa, -1), np.moveaxis(b, axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError('incompatible dimensions for cross product\n(dimension must be 2 or 3)')
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return np.asarray(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0])
    if a.shape[-1] == 2:
        a = np.concatenate([a, np.zeros_like(a[..., :1])], axis=-1)
    if b.shape[-1] == 2:
        b = np.concatenate([b, np.zeros_like(b[..., :1])], axis=-1)
    a0, a1, a2 = a[..., 0], a[..., 1], a[..., 2]
    b0, b1, b2 = b[..., 0], b[..., 1], b[..., 2]
    made = np.stack([a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0], axis=-1)
    return np.moveaxis(made, -1, axisc) if made.ndim > 1 else made


def vecdot(x1, x2, /, *, axis=-1):
    """The products of pairs of vectors."""
    x1, x2 = np.asarray(x1), np.asarray(x2)
    x1, x2 = np.moveaxis(x1, axis, -1), np.moveaxis(x2, axis, -1)
    if x1.shape[-1] != x2.shape[-1]:
        raise ValueError('vecdot: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature '
                         f'(n),(n)->() (size {x2.shape[-1]} is different from {x1.shape[-1]})')
    x1 = np.conjugate(x1) if x1.dtype.kind == 'c' else x1
    return np.matmul(x1[..., None, :], x2[..., :, None])[..., 0, 0][()]


def matvec(x1, x2, /):
    """The products of matrices with vectors."""
    return np.matmul(np.asarray(x1), np.asarray(x2)[..., None])[..., 0]


def vecmat(x1, x2, /):
    """The products of vectors with matrices."""
    x1 = np.asarray(x1)
    x1 = np.conjugate(x1) if x1.dtype.kind == 'c' else x1
    return np.matmul(x1[..., None, :], np.asarray(x2))[..., 0, :]


# ---- Functions of functions ----

def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """A function of each line along an axis."""
    arr = np.asanyarray(arr)
    axis = checked_axis(axis, arr.ndim)
    lines = np.moveaxis(arr, axis, -1)
    lead = lines.shape[:-1]
    if lead and 0 in lead:
        raise ValueError('Cannot apply_along_axis when any iteration dimensions are 0')
    made = [np.asarray(func1d(lines[tuple(place)], *args, **kwargs)) for place in places(lead)]
    shape = made[0].shape
    # The first result decides the dtype, as numpy allocates by it.
    dtype = made[0].dtype
    if dtype.kind in 'biuf':
        made = [m.astype(dtype) for m in made]
    out = np.stack(made).reshape(lead + shape)
    n = len(shape)
    if n == 0:
        return out
    order = list(range(axis)) + list(range(len(lead), len(lead) + n)) + list(range(axis, len(lead)))
    return out.transpose(order)


def apply_over_axes(func, a, axes):
    """A function applied to one axis after the other."""
    val = np.asarray(a)
    n = val.ndim
    for axis in ([axes] if isinstance(axes, (int, np.integer)) else axes):
        if axis < 0:
            axis += n
        made = np.asarray(func(val, axis))
        if made.ndim != val.ndim:
            made = np.expand_dims(made, axis)
        if made.ndim != val.ndim:
            raise ValueError('function is not returning an array of the correct shape')
        val = made
    return val


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """A function of the places of a grid."""
    return function(*np.indices(shape, dtype=dtype), **kwargs)


def fromiter(iter, dtype, count=-1, *, like=None):
    """The elements of an iterable."""
    made = []
    if count >= 0:
        for each in iter:
            if len(made) == count:
                break
            made.append(each)
        if len(made) < count:
            raise ValueError(f'iterator too short: Expected {count} but iterator had only {len(made)} items.')
    else:
        made = list(iter)
    return np.array(made, dtype=dtype)


def array_equal(a1, a2, equal_nan=False):
    """Whether two arrays are equal."""
    if not equal_nan:
        return _numpy.array_equal(a1, a2)
    a1, a2 = np.asarray(a1), np.asarray(a2)
    if a1.shape != a2.shape:
        return False
    return bool(np.all((a1 == a2) | ((a1 != a1) & (a2 != a2))))


def array_equiv(a1, a2):
    """Whether two arrays are equal after broadcasting."""
    try:
        a1, a2 = np.broadcast_arrays(np.asarray(a1), np.asarray(a2))
    except ValueError:
        return False
    return bool(np.all(a1 == a2))


# ---- Kinds of numbers ----

def _signed(x, name):
    try:
        return np.signbit(x)
    except TypeError:
        raise TypeError(f'This operation is not supported for {np.asanyarray(x).dtype} values because it would be '
                        'ambiguous.') from None


def isposinf(x, out=None):
    """Where numbers are infinite and positive."""
    return np.logical_and(np.isinf(x), ~_signed(x, 'isposinf'), out)


def isneginf(x, out=None):
    """Where numbers are infinite and negative."""
    return np.logical_and(np.isinf(x), _signed(x, 'isneginf'), out)


def fix(x, out=None):
    """Rounded towards zero."""
    return np.trunc(x) if out is None else np.trunc(x, out=out)


def may_share_memory(a, b, /, max_work=None):
    """Whether two arrays could share memory."""
    return shares_memory(a, b)


def shares_memory(a, b, /, max_work=None):
    """Whether two arrays lie in the same memory (their extents are compared)."""
    if not isinstance(a, np.ndarray) or not isinstance(b, np.ndarray):
        return False
    return _numpy.memory_overlaps(a, b)


def iterable(y):
    """Whether it can be iterated over."""
    try:
        iter(y)
    except TypeError:
        return False
    return True
