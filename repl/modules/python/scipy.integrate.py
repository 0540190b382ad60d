"""scipy.integrate: areas under points."""
import numpy as np
from numpy import trapezoid


def cumulative_trapezoid(y, x=None, dx=1.0, axis=-1, initial=None):
    """The area so far."""
    y = np.asarray(y, dtype=np.float64)
    steps = dx if x is None else np.diff(np.asarray(x, dtype=np.float64))
    out = np.cumsum(steps * (y[1:] + y[:-1]) / 2.0)
    return out if initial is None else np.concatenate([[float(initial)], out])


def simpson(y, x=None, *, dx=1.0, axis=-1):
    """Simpson's rule for points at even steps; the last step of an even count of points is corrected (Cartwright)."""
    y = np.asarray(y, dtype=np.float64)
    n = len(y)
    if x is not None:
        x = np.asarray(x, dtype=np.float64)
        h = np.diff(x)
    else:
        h = np.full(n - 1, float(dx))
    if n == 2:
        return 0.5 * h[0] * (y[0] + y[1])
    last = n if n % 2 else n - 1
    h0, h1 = h[0:last - 2:2], h[1:last - 1:2]
    whole, product = h0 + h1, h0 * h1
    total = np.sum(whole / 6.0 * (y[0:last - 2:2] * (2.0 - h1 / h0) + y[1:last - 1:2] * whole * (whole / product)
                                  + y[2:last:2] * (2.0 - h0 / h1)))
    if n % 2 == 0:
        a, b = h[-2], h[-1]
        total += (2 * b * b + 3 * a * b) / (6 * (b + a)) * y[-1] + (b * b + 3 * b * a) / (6 * a) * y[-2] - b ** 3 / (
            6 * a * (a + b)) * y[-3]
    return total
