"""scipy.special: functions on arrays."""
import math
import numpy as np


def expit(x):
    """The logistic sigmoid 1 / (1 + exp(-x))."""
    x = np.asarray(x)
    if x.dtype.kind in 'iub':
        x = x.astype(np.float64)
    # exp never overflows: it only sees numbers that are not positive.
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))[()]


def logit(p):
    """log(p / (1 - p)), the inverse of expit."""
    p = np.asarray(p)
    return np.log(p / (1 - p))


def softmax(x, axis=None):
    """exp(x) / sum(exp(x)) along an axis, or over all."""
    x = np.asarray(x)
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def log_softmax(x, axis=None):
    """log(softmax(x))."""
    x = np.asarray(x)
    shifted = x - np.max(x, axis=axis, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))


def logsumexp(a, axis=None, keepdims=False):
    """log(sum(exp(a))), without overflow."""
    a = np.asarray(a)
    largest = np.max(a, axis=axis, keepdims=True)
    out = np.log(np.sum(np.exp(a - largest), axis=axis, keepdims=True)) + largest
    return out if keepdims else np.squeeze(out, axis=axis)[()]


def _each(function):
    """A function of numbers as one of arrays."""
    def apply(*args):
        if all(not hasattr(a, '__len__') for a in args):
            return np.float64(function(*[float(a) for a in args]))
        arrays = [np.asarray(a).astype(np.float64) for a in args]
        shape = (sum(a * 0 for a in arrays)).shape
        flat = [(a + np.zeros(shape)).reshape(-1).tolist() for a in arrays]
        return np.array([function(*row) for row in zip(*flat)]).reshape(shape)
    return apply


def _gamma(x):
    if x <= 0 and x == math.floor(x):
        return math.nan if x else math.inf
    return math.gamma(x) if x < 171.7 else math.inf


def _inverse_normal(p):
    """Newton's method from a rough start, on the tail that keeps digits."""
    if not 0 < p < 1:
        return -math.inf if p == 0 else math.inf if p == 1 else math.nan
    if p == 0.5:
        return 0.0
    low = p < 0.5
    tail = p if low else 1 - p
    t = math.sqrt(-2 * math.log(tail))
    x = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
    for _ in range(4):
        gap = 0.5 * math.erfc(x / math.sqrt(2)) - tail
        slope = math.exp(-x * x / 2) / math.sqrt(2 * math.pi)
        step = gap / slope
        x += step / (1 - x * step / 2)
    return -x if low else x


def _incomplete_beta(a, b, x):
    """The regularized incomplete beta function, by Lentz's continued fraction."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(1 - x)) / a
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > 1e-300 else 1e-300)
    out = d
    for m in range(1, 400):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / (1 + even * d)
        c = 1 + even / c
        out *= c * d
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / (1 + odd * d)
        c = 1 + odd / c
        out *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return front * out


def _upper_gamma(a, x):
    """The regularized upper incomplete gamma function: a series below a + 1, Lentz's continued fraction above."""
    if x <= 0:
        return 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = out = 1 / a
        k = a
        while abs(term) > 1e-17 * abs(out):
            k += 1
            term *= x / k
            out += term
        return 1 - front * out
    b = x + 1 - a
    c, d = 1e300, 1 / b
    out = d
    for i in range(1, 1000):
        step = -i * (i - a)
        b += 2
        d = 1 / (step * d + b or 1e-300)
        c = b + step / c or 1e-300
        out *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return front * out


erf = _each(math.erf)
erfc = _each(math.erfc)
gamma = _each(_gamma)
gammaln = _each(math.lgamma)
ndtr = _each(lambda x: 0.5 * math.erfc(-x / math.sqrt(2)))
ndtri = _each(_inverse_normal)
erfinv = _each(lambda y: _inverse_normal((y + 1) / 2) / math.sqrt(2))
betainc = _each(_incomplete_beta)
gammaincc = _each(_upper_gamma)
gammainc = _each(lambda a, x: 1 - _upper_gamma(a, x))


def xlogy(x, y):
    """x * log(y), 0 where x is 0."""
    x, y = np.asarray(x), np.asarray(y)
    return np.where(x == 0, 0.0, x * np.log(np.where(x == 0, 1.0, y)))[()]


def entr(x):
    """-x * log(x)."""
    return -xlogy(x, x)


def rel_entr(x, y):
    """x * log(x / y)."""
    x = np.asarray(x)
    return xlogy(x, x / np.asarray(y))


def comb(N, k, *, exact=False, repetition=False):
    """How many ways there are to choose k of N."""
    if repetition:
        return comb(N + k - 1, k, exact=exact)
    if exact:
        return math.comb(int(N), int(k)) if 0 <= k <= N else 0

    def one(n, r):
        if r > n or r < 0 or n < 0:
            return 0.0
        out = 1.0
        for i in range(int(min(r, n - r))):
            out = out * (n - i) / (i + 1)
        return float(round(out)) if out < 2 ** 53 else out
    return _each(one)(N, k)


def perm(N, k, exact=False):
    """How many ordered choices of k of N there are."""
    if exact:
        return math.perm(int(N), int(k))
    return _each(lambda n, r: 0.0 if r > n else float(math.perm(int(n), int(r))))(N, k)


def factorial(n, exact=False):
    """1 * 2 * ... * n."""
    if exact:
        return math.factorial(int(n)) if not hasattr(n, '__len__') else np.array([math.factorial(int(i)) for i in n])
    return _each(lambda x: 0.0 if x < 0 else _gamma(x + 1))(n)
