"""numpy's windows and curves: evenly spaced numbers, angles, powers."""
import numpy as np
import _numpy
from _numpy_common import checked_axis


def _cut(ndim, axis, key):
    return (slice(None),) * axis + (key,) + (slice(None),) * (ndim - axis - 1)


def _window(M, function):
    M = np.asarray([0.0, M])[1]  # whatever width it has
    if M < 1:
        return np.array([], dtype=float)
    if M == 1:
        return np.ones(1, dtype=float)
    return function(np.arange(1 - M, M, 2, dtype=float), M - 1)


def bartlett(M):
    """A triangle."""
    return _window(M, lambda n, w: np.where(n <= 0, 1 + n / w, 1 - n / w))


def blackman(M):
    """A window of three cosines."""
    return _window(M, lambda n, w: 0.42 + 0.5 * np.cos(np.pi * n / w) + 0.08 * np.cos(2.0 * np.pi * n / w))


def hamming(M):
    """A raised cosine that does not end at 0."""
    return _window(M, lambda n, w: 0.54 + 0.46 * np.cos(np.pi * n / w))


def hanning(M):
    """A raised cosine."""
    return _window(M, lambda n, w: 0.5 + 0.5 * np.cos(np.pi * n / w))


def kaiser(M, beta):
    """A window made of Bessel functions."""
    M = np.asarray([0.0, M, beta])[1]
    if M == 1:
        return np.ones(1, dtype=float)
    n = np.arange(0, M)
    alpha = (M - 1) / 2.0
    return i0(beta * np.sqrt(1 - ((n - alpha) / alpha) ** 2.0)) / i0(np.float64(beta))


def i0(x):
    """The modified Bessel function of order 0, by its series (small x) and by quadrature."""
    x = np.asanyarray(x)
    if x.dtype.kind == 'c':
        raise TypeError('i0 not supported for complex values')
    x = np.asarray(np.abs(x if x.dtype.kind == 'f' else x.astype(float)))
    # The mean of exp(x cos t) over whole periods: the trapezoid rule converges faster than any power.
    count = 64 + 2 * int(np.max(x)) if x.size else 64
    angles = (np.arange(count) + 0.5) * (np.pi / count)
    made = np.exp(x[..., None].astype(float) * np.cos(angles)).mean(axis=-1)
    return np.asarray(made).astype(x.dtype)[()]


def sinc(x):
    """sin(pi x) / (pi x)."""
    x = np.asarray(x)
    if x.dtype.kind not in 'fc':
        x = x.astype(float)
    y = x * x.dtype.type(np.pi)
    least = np.finfo(y.dtype).smallest_subnormal if y.dtype == np.float16 else 1e-20
    y = np.where(y == 0, y.dtype.type(np.pi * 1e-20 if y.dtype == np.float64 else least), y)
    made = np.sin(y) / y
    return made[()] if np.ndim(made) == 0 else made


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    """Angles without jumps of a whole turn."""
    p = np.asarray(p)
    if p.ndim == 0:
        raise ValueError('diff requires input that is at least one dimensional')
    axis = checked_axis(axis, p.ndim)
    steps = np.diff(p, axis=axis)
    if discont is None:
        discont = period / 2
    whole = p.dtype.kind in 'iu' and isinstance(period, (int, np.integer))
    low = -period // 2 if whole and period % 2 else -(period / 2) if not whole else -(period // 2)
    ambiguous = not whole or period % 2 == 0
    if whole:
        high, rest = divmod(period, 2)
        ambiguous = rest == 0
    else:
        high, ambiguous = period / 2, True
    low = -high
    wrapped = np.mod(steps - low, period) + low
    if ambiguous:
        wrapped = np.where((wrapped == low) & (steps > 0), high, wrapped)
    correction = np.where(np.abs(steps) < discont, 0, wrapped - steps)
    out = np.array(p, copy=True, dtype=p.dtype if whole or p.dtype.kind == 'f' else float)
    rest = _cut(p.ndim, axis, slice(1, None))
    out[rest] = p[rest] + np.cumsum(correction, axis=axis)
    return out


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
    """So many numbers from start to stop."""
    if isinstance(start, (int, float)) and isinstance(stop, (int, float)):
        return _numpy.linspace(start, stop, num, endpoint, retstep, dtype)
    if not isinstance(num, (int, np.integer)):
        raise TypeError(f"'{type(num).__name__}' object cannot be interpreted as an integer")
    if num < 0:
        raise ValueError(f'Number of samples, {num}, must be non-negative.')
    div = num - 1 if endpoint else num
    start, stop = np.asarray(start) * 1.0, np.asarray(stop) * 1.0
    kind = np.result_type(start, stop)
    whole = dtype is not None and np.dtype(dtype).kind in 'iu'
    delta = np.subtract(stop, start)
    y = np.arange(0, num).astype(kind).reshape((-1,) + (1,) * np.ndim(delta))
    if div > 0:
        step = np.asarray(delta / div).astype(kind)
        y = y / kind.type(div) * delta if np.any(step == 0) else y * step
    else:
        step = np.float64(np.nan)
        y = y * delta
    y = np.asarray(y + start)
    if endpoint and num > 1:
        y[-1] = stop
    if axis != 0:
        y = np.moveaxis(y, 0, axis)
    if dtype is not None:
        y = (np.floor(y) if whole else y).astype(dtype)
    return (y, np.asarray(step)[()]) if retstep else y


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """Powers, evenly spaced in the exponent."""
    if not isinstance(base, (int, float, np.generic)):
        ndim = max(np.ndim(start), np.ndim(stop), np.ndim(base))
        start, stop, base = (np.array(one, copy=None, ndmin=ndim) for one in (start, stop, base))
        base = np.expand_dims(base, axis=axis)
    y = linspace(start, stop, num, endpoint, axis=axis)
    made = np.power(base, y)
    return made if dtype is None else made.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """So many numbers from start to stop, each a fixed multiple of the one before."""
    start, stop = np.asarray(start), np.asarray(stop)
    if np.any(start == 0) or np.any(stop == 0):
        raise ValueError('Geometric sequence cannot include zero')
    kind = np.result_type(start, stop, float(num))
    start, stop = start.astype(kind), stop.astype(kind)
    if kind.kind == 'c':
        # Both are turned so that the first is positive; a purely imaginary sequence stays real on the way.
        turn = np.where((start.real == 0) & (stop.real == 0), 1j * np.sign(start.imag), start / np.abs(start))
        start, stop = start / turn, stop / turn
        if np.all(start.imag == 0) and np.all(stop.imag == 0) and np.all(stop.real > 0):
            start, stop = start.real, stop.real
    else:
        turn = np.sign(start)
        start, stop = start / turn, stop / turn
    made = np.logspace(np.log10(start), np.log10(stop), num=num, endpoint=endpoint, base=10.0)
    if num > 0:
        made[0] = start
        if num > 1 and endpoint:
            made[-1] = stop
    made = made * turn
    if axis != 0:
        made = np.moveaxis(made, 0, axis)
    return made.astype(dtype) if dtype is not None else made.astype(kind)


def vander(x, N=None, increasing=False):
    """Powers of a vector's elements as columns."""
    x = np.asarray(x)
    if x.ndim != 1:
        raise ValueError('x must be a one-dimensional array or sequence.')
    N = len(x) if N is None else N
    v = np.empty((len(x), N), dtype=np.result_type(x, int))
    powers = v if increasing else v[:, ::-1]
    if N > 0:
        powers[:, 0] = 1
    for n in range(1, N):
        powers[:, n] = powers[:, n - 1] * x
    return v
