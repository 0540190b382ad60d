"""scipy.optimize: minima, roots and fits of curves."""
import math
import numpy as np


class OptimizeResult(dict):
    """A dict whose keys are attributes too."""

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value

    def __repr__(self):
        width = max(len(name) for name in self) + 1 if self else 0
        return '\n'.join(f'{name.rjust(width)}: {value!r}' for name, value in self.items())


def _bracket(func, a, b, grow=1.618034, most=110.0, maxiter=1000):
    """Three points of which the middle one is lowest."""
    fa, fb = func(a), func(b)
    if fa < fb:
        a, b, fa, fb = b, a, fb, fa
    c = b + grow * (b - a)
    fc = func(c)
    steps = 0
    while fc < fb:
        first, second = (b - a) * (fb - fc), (b - c) * (fb - fa)
        gap = second - first
        below = 2.0 * 1e-21 if abs(gap) < 1e-21 else 2.0 * gap
        w = b - ((b - c) * second - (b - a) * first) / below
        limit = b + most * (c - b)
        if steps > maxiter:
            break
        steps += 1
        if (w - c) * (b - w) > 0.0:
            fw = func(w)
            if fw < fc:
                return b, w, c
            if fw > fb:
                return a, b, w
            w = c + grow * (c - b)
            fw = func(w)
        elif (w - limit) * (limit - c) >= 0.0:
            w = limit
            fw = func(w)
        elif (w - limit) * (c - w) > 0.0:
            fw = func(w)
            if fw < fc:
                b, c, w = c, w, w + grow * (w - c)
                fb, fc, fw = fc, fw, func(w)
        else:
            w = c + grow * (c - b)
            fw = func(w)
        a, b, c, fa, fb, fc = b, c, w, fb, fc, fw
    return a, b, c


def brent(func, args=(), brack=None, tol=1.48e-08, full_output=0, maxiter=500):
    """The minimum of a function of one number."""
    f = lambda x: func(x, *args)
    a, b, c = _bracket(f, *(brack or (0.0, 1.0)))
    x = w = v = b
    fx = fw = fv = f(x)
    low, high = min(a, c), max(a, c)
    delta, step, small, golden, count = 0.0, 0.0, 1.0e-11, 0.3819660, 0
    while count < maxiter:
        tol1 = tol * abs(x) + small
        middle = 0.5 * (low + high)
        if abs(x - middle) < 2.0 * tol1 - 0.5 * (high - low):
            break
        if abs(delta) <= tol1:
            delta = low - x if x >= middle else high - x
            step = golden * delta
        else:
            first, second = (x - w) * (fx - fv), (x - v) * (fx - fw)
            p = (x - v) * second - (x - w) * first
            second = 2.0 * (second - first)
            if second > 0.0:
                p = -p
            second, before, delta = abs(second), delta, step
            if p > second * (low - x) and p < second * (high - x) and abs(p) < abs(0.5 * second * before):
                step = p / second
                u = x + step
                if u - low < 2.0 * tol1 or high - u < 2.0 * tol1:
                    step = tol1 if middle - x >= 0 else -tol1
            else:
                delta = low - x if x >= middle else high - x
                step = golden * delta
        u = x + (step if abs(step) >= tol1 else tol1 if step >= 0 else -tol1)
        fu = f(u)
        if fu > fx:
            low, high = (u, high) if u < x else (low, u)
            if fu <= fw or w == x:
                v, w, fv, fw = w, u, fw, fu
            elif fu <= fv or v == x or v == w:
                v, fv = u, fu
        else:
            low, high = (x, high) if u >= x else (low, x)
            v, w, x, fv, fw, fx = w, x, u, fw, fx, fu
        count += 1
    return (x, fx, count, count) if full_output else x


def minimize_scalar(fun, bracket=None, bounds=None, args=(), method=None, tol=None, options=None):
    """The minimum of a function of one number, as a result with x and fun."""
    if bounds is not None:
        return _bounded(lambda x: fun(x, *args), *bounds)
    x, value, count, calls = brent(fun, args, bracket, 1.48e-8 if tol is None else tol, 1)
    return OptimizeResult(fun=value, nfev=calls, nit=count, success=True, x=x)


def _bounded(f, low, high, xatol=1e-5, maxiter=500):
    """Brent's method inside of an interval."""
    golden, root = 0.5 * (3.0 - math.sqrt(5.0)), math.sqrt(2.2e-16)
    a, b = low, high
    full = nfc = xf = a + golden * (b - a)
    rat = e = 0.0
    fx = f(xf)
    ffull = fnfc = fx
    num, middle = 1, 0.5 * (a + b)
    tol1 = root * abs(xf) + xatol / 3.0
    tol2 = 2.0 * tol1
    while abs(xf - middle) > tol2 - 0.5 * (b - a):
        by_section = True
        if abs(e) > tol1:
            by_section = False
            r, q = (xf - nfc) * (fx - ffull), (xf - full) * (fx - fnfc)
            p = (xf - full) * q - (xf - nfc) * r
            q = 2.0 * (q - r)
            if q > 0.0:
                p = -p
            q, r, e = abs(q), e, rat
            if abs(p) < abs(0.5 * q * r) and p > q * (a - xf) and p < q * (b - xf):
                rat = p / q
                x = xf + rat
                if x - a < tol2 or b - x < tol2:
                    rat = tol1 * (1 if middle - xf >= 0 else -1)
            else:
                by_section = True
        if by_section:
            e = a - xf if xf >= middle else b - xf
            rat = golden * e
        x = xf + (1 if rat >= 0 else -1) * max(abs(rat), tol1)
        fu = f(x)
        num += 1
        if fu <= fx:
            a, b = (xf, b) if x >= xf else (a, xf)
            full, ffull, nfc, fnfc, xf, fx = nfc, fnfc, xf, fx, x, fu
        else:
            a, b = (x, b) if x < xf else (a, x)
            if fu <= fnfc or nfc == xf:
                full, ffull, nfc, fnfc = nfc, fnfc, x, fu
            elif fu <= ffull or full == xf or full == nfc:
                full, ffull = x, fu
        middle = 0.5 * (a + b)
        tol1 = root * abs(xf) + xatol / 3.0
        tol2 = 2.0 * tol1
        if num >= maxiter:
            break
    return OptimizeResult(fun=fx, status=0, success=num < maxiter, message='Solution found.', x=xf, nfev=num, nit=num)


def curve_fit(f, xdata, ydata, p0=None, sigma=None, absolute_sigma=False, bounds=None, maxfev=1000):
    """The parameters with which a function is nearest to points (Levenberg and Marquardt), and their covariance."""
    from inspect import signature
    xdata, ydata = np.asarray(xdata, dtype=np.float64), np.asarray(ydata, dtype=np.float64)
    if p0 is None:
        p0 = np.ones(len(signature(f).parameters) - 1)
    p = np.atleast_1d(np.asarray(p0, dtype=np.float64)).copy()
    weights = 1.0 if sigma is None else 1.0 / np.asarray(sigma, dtype=np.float64)
    rest = lambda q: (np.asarray(f(xdata, *q)) - ydata) * weights

    def jacobian(q, r):
        columns = []
        for k in range(len(q)):
            step = 1.4901161193847656e-08 * (abs(q[k]) or 1.0)
            moved = q.copy()
            moved[k] += step
            columns.append((rest(moved) - r) / step)
        return np.stack(columns, axis=1)
    r = rest(p)
    cost, damp = float(np.dot(r, r)), 1e-3
    for _ in range(maxfev):
        J = jacobian(p, r)
        A, g = np.dot(J.T, J), np.dot(J.T, r)
        moved = False
        while damp < 1e16:
            step = np.linalg.solve(A + damp * np.diag(np.maximum(np.diagonal(A), 1e-300)), -g)
            new = p + step
            after = rest(new)
            value = float(np.dot(after, after))
            if value < cost:
                moved = True
                break
            damp *= 4
        if not moved:
            break
        small = cost - value <= 1e-15 * cost and np.abs(step).max() <= 1e-10 * max(1.0, np.abs(p).max())
        p, r, cost, damp = new, after, value, max(damp / 10, 1e-15)
        if small:
            break
    else:
        raise RuntimeError(f"Optimal parameters not found: Number of calls to function has reached maxfev = {maxfev}.")
    J = jacobian(p, r)
    free = len(ydata) - len(p)
    scale = 1.0 if absolute_sigma else cost / free if free > 0 else np.inf
    return p, np.linalg.pinv(np.dot(J.T, J)) * scale


def bisect(f, a, b, args=(), xtol=2e-12, rtol=8.881784197001252e-16, maxiter=100):
    """A root between two points of different sign, by halving."""
    low, high = f(a, *args), f(b, *args)
    if low == 0:
        return float(a)
    if high == 0:
        return float(b)
    if low * high > 0:
        raise ValueError("f(a) and f(b) must have different signs")
    gap, x = b - a, a
    for _ in range(maxiter):
        gap *= 0.5
        middle = x + gap
        value = f(middle, *args)
        if value * low >= 0:
            x = middle
        if value == 0 or abs(gap) < xtol + rtol * abs(middle):
            return float(middle)
    return float(x)


def brentq(f, a, b, args=(), xtol=2e-12, rtol=8.881784197001252e-16, maxiter=100):
    """A root between two points of different sign, by Brent's method."""
    before, now = float(a), float(b)
    fb, fn = f(before, *args), f(now, *args)
    if fb == 0:
        return before
    if fn == 0:
        return now
    if fb * fn > 0:
        raise ValueError("f(a) and f(b) must have different signs")
    block = fblock = last = step = 0.0
    for _ in range(maxiter):
        if fb != 0 and fn != 0 and (fb < 0) != (fn < 0):
            block, fblock = before, fb
            last = step = now - before
        if abs(fblock) < abs(fn):
            before, now, block = now, block, now
            fb, fn, fblock = fn, fblock, fn
        delta = (xtol + rtol * abs(now)) / 2
        half = (block - now) / 2
        if fn == 0 or abs(half) < delta:
            return now
        if abs(last) > delta and abs(fn) < abs(fb):
            if before == block:
                trial = -fn * (now - before) / (fn - fb)
            else:
                one, two = (fb - fn) / (before - now), (fblock - fn) / (block - now)
                trial = -fn * (fblock * two - fb * one) / (two * one * (fblock - fb))
            if 2 * abs(trial) < min(abs(last), 3 * abs(half) - delta):
                last, step = step, trial
            else:
                last = step = half
        else:
            last = step = half
        before, fb = now, fn
        now += step if abs(step) > delta else delta if half > 0 else -delta
        fn = f(now, *args)
    return now


def newton(func, x0, fprime=None, args=(), tol=1.48e-08, maxiter=50):
    """A root near a point, by Newton's method or by secants."""
    x = float(x0)
    if fprime is not None:
        for _ in range(maxiter):
            new = x - func(x, *args) / fprime(x, *args)
            if abs(new - x) <= tol:
                return new
            x = new
    else:
        other = x * (1 + 1e-4) + (1e-4 if x >= 0 else -1e-4)
        a, b = func(x, *args), func(other, *args)
        if abs(b) < abs(a):
            x, other, a, b = other, x, b, a
        for _ in range(maxiter):
            if a == b:
                return (x + other) / 2
            new = (-a / b * other + x) / (1 - a / b) if abs(b) > abs(a) else (-b / a * x + other) / (1 - b / a)
            if abs(new - other) <= tol:
                return new
            x, a, other = other, b, new
            b = func(other, *args)
    raise RuntimeError(f"Failed to converge after {maxiter} iterations, value is {x}.")
