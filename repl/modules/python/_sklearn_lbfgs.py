"""L-BFGS with Moré and Thuente's line search, step by step as scipy's 'L-BFGS-B' goes without bounds: it stops where
that stops, so that coefficients agree beyond the tolerance (Zhu, Byrd, Lu, Nocedal, 1997; Moré, Thuente, 1994)."""
import math
import numpy as np

_EPS = 2.220446049250313e-16


def _cubic(f, g, at, fp, gp, there, sign, least):
    """(gamma, theta) of the cubic through two points with their slopes."""
    theta = 3.0 * (f - fp) / (there - at) + g + gp
    s = max(abs(theta), abs(g), abs(gp))
    inside = (theta / s) ** 2 - (g / s) * (gp / s)
    gamma = s * math.sqrt(max(inside, least) if least is not None else inside)
    return (-gamma if sign else gamma), theta


def _next_step(x, y, stp, f, g, bracketed, low, high):
    """The next trial step. x and y are (step, value, slope) of the ends of the interval."""
    (sx, fx, gx), (sy, fy, gy) = x, y
    turned = g * (gx / abs(gx))
    if f > fx:
        gamma, theta = _cubic(fx, gx, sx, f, g, stp, stp < sx, None)
        r = ((gamma - gx) + theta) / (((gamma - gx) + gamma) + g)
        cubic = sx + r * (stp - sx)
        square = sx + ((gx / ((fx - f) / (stp - sx) + gx)) / 2.0) * (stp - sx)
        new = cubic if abs(cubic - sx) < abs(square - sx) else cubic + (square - cubic) / 2.0
        bracketed = True
    elif turned < 0.0:
        gamma, theta = _cubic(fx, gx, sx, f, g, stp, stp > sx, None)
        r = ((gamma - g) + theta) / (((gamma - g) + gamma) + gx)
        cubic, square = stp + r * (sx - stp), stp + (g / (g - gx)) * (sx - stp)
        new = cubic if abs(cubic - stp) > abs(square - stp) else square
        bracketed = True
    elif abs(g) < abs(gx):
        gamma, theta = _cubic(fx, gx, sx, f, g, stp, stp > sx, 0.0)
        r = ((gamma - g) + theta) / ((gamma + (gx - g)) + gamma)
        cubic = stp + r * (sx - stp) if r < 0.0 and gamma != 0.0 else high if stp > sx else low
        square = stp + (g / (g - gx)) * (sx - stp)
        if bracketed:
            new = cubic if abs(cubic - stp) < abs(square - stp) else square
            new = min(stp + 0.66 * (sy - stp), new) if stp > sx else max(stp + 0.66 * (sy - stp), new)
        else:
            new = cubic if abs(cubic - stp) > abs(square - stp) else square
            new = max(low, min(high, new))
    elif bracketed:
        gamma, theta = _cubic(f, g, stp, fy, gy, sy, stp > sy, None)
        r = ((gamma - g) + theta) / (((gamma - g) + gamma) + gy)
        new = stp + r * (sy - stp)
    else:
        new = high if stp > sx else low
    if f > fx:
        y = (stp, f, g)
    else:
        if turned < 0.0:
            y = x
        x = (stp, f, g)
    return x, y, new, bracketed


def _search(value, x, f, g, d, stp, most):
    """(step, point, value, gradient, slope) where the value and the slope have gone down enough; None: nowhere."""
    slope = first = float(np.dot(g, d))
    if first >= 0:
        return None
    start, test = f, 1e-3 * first
    bracketed, stage = False, 1
    width, before = most, 2 * most
    a = b = (0.0, f, first)
    low, high = 0.0, stp + 4.0 * stp
    for _ in range(50):
        point = x + stp * d
        f, g = value(point)
        slope = float(np.dot(g, d))
        enough = start + stp * test
        if stage == 1 and f <= enough and slope >= 0.0:
            stage = 2
        stuck = bracketed and (stp <= low or stp >= high or high - low <= 0.1 * high)
        stuck = stuck or stp == most and f <= enough and slope <= test
        if stuck or f <= enough and abs(slope) <= 0.9 * -first:
            return stp, point, f, g, slope
        if stage == 1 and f <= a[1] and f > enough:
            pair = [(s, v - s * test, q - test) for s, v, q in (a, b)]
            a, b, new, bracketed = _next_step(pair[0], pair[1], stp, f - stp * test, slope - test, bracketed, low, high)
            a, b = [(s, v + s * test, q + test) for s, v, q in (a, b)]
        else:
            a, b, new, bracketed = _next_step(a, b, stp, f, slope, bracketed, low, high)
        stp = new
        if bracketed:
            if abs(b[0] - a[0]) >= 0.66 * before:
                stp = a[0] + 0.5 * (b[0] - a[0])
            before, width = width, abs(b[0] - a[0])
            low, high = min(a[0], b[0]), max(a[0], b[0])
        else:
            low, high = stp + 1.1 * (stp - a[0]), stp + 4.0 * (stp - a[0])
        stp = max(0.0, min(most, stp))
        if bracketed and (stp <= low or stp >= high or high - low <= 0.1 * high):
            stp = a[0]
    return None


def minimize(value, x, tolerance, most_steps, memory=10):
    """(point, steps, whether it converged): value(point) gives the sum and its gradient."""
    f, g = value(x)
    pairs, theta, steps = [], 1.0, 0
    if np.max(np.abs(g)) <= tolerance:
        return x, 0, True
    while True:
        d, shares = g.copy(), []
        for s, y, rho in reversed(pairs):
            share = rho * np.dot(s, d)
            shares.append(share)
            d = d - share * y
        d = d / theta
        for (s, y, rho), share in zip(pairs, reversed(shares)):
            d = d + s * (share - rho * np.dot(y, d))
        d = -d
        length = math.sqrt(float(np.dot(d, d)))
        found = _search(value, x, f, g, d, min(1.0 / length, 1e10) if steps == 0 else 1.0, 1e10)
        if found is None:
            if not pairs:
                return x, steps, False
            pairs, theta = [], 1.0
            continue
        stp, point, new, gradient, slope = found
        before, first = f, float(np.dot(g, d))
        y, s = gradient - g, stp * d
        x, f, g = point, new, gradient
        steps += 1
        if np.max(np.abs(g)) <= tolerance or before - f <= 64 * _EPS * max(abs(before), abs(f), 1.0):
            return x, steps, True
        if steps >= most_steps:
            return x, steps, False
        curve = (slope - first) * stp
        if curve > _EPS * -first * stp:
            theta = float(np.dot(y, y)) / curve
            pairs = (pairs + [(s, y, 1.0 / curve)])[-memory:]


def logistic(inputs, y, weights, ridge, tolerance, most_steps):
    """The weights of a logistic regression (a row), the steps, whether they were enough."""
    whole = weights.sum()
    ridge = ridge / whole

    def value(w):
        raw = np.dot(inputs, w)
        losses = np.logaddexp(0.0, raw) - y * raw
        slopes = (1.0 / (1.0 + np.exp(-raw)) - y) * weights / whole
        return (float(np.dot(losses, weights)) / whole + 0.5 * float(np.dot(ridge * w, w)),
                np.dot(inputs.T, slopes) + ridge * w)
    return minimize(value, np.zeros(inputs.shape[1]), tolerance, most_steps)


def softmax(inputs, targets, weights, ridge, tolerance, most_steps):
    """The weights of several classes (a row each), the steps, whether they were enough."""
    whole, shape = weights.sum(), (targets.shape[1], inputs.shape[1])
    ridge = ridge / whole

    def value(flat):
        w = flat.reshape(shape)
        raw = np.dot(inputs, w.T)
        most = raw.max(axis=1, keepdims=True)
        shares = np.exp(raw - most)
        sums = shares.sum(axis=1, keepdims=True)
        losses = np.log(sums[:, 0]) + most[:, 0] - (raw * targets).sum(axis=1)
        slopes = (shares / sums - targets) * (weights / whole)[:, None]
        return (float(np.dot(losses, weights)) / whole + 0.5 * float((ridge * w * w).sum()),
                (np.dot(slopes.T, inputs) + ridge * w).reshape(-1))
    w, steps, good = minimize(value, np.zeros(shape[0] * shape[1]), tolerance, most_steps)
    return w.reshape(shape), steps, good
