"""numpy.polynomial.polynomial: power series with the lowest power first."""
import numpy as np


def _series(c):
    c = np.array(c, ndmin=1, copy=True)
    return c if c.dtype.kind == 'f' else c.astype(float)


def polytrim(c, tol=0):
    """Without small coefficients at the end."""
    c = _series(c)
    places = np.flatnonzero(np.abs(c) > tol)
    return c[:1] * 0 if len(places) == 0 else c[:int(places[-1]) + 1].copy()


def _trimmed(c):
    c = _series(c)
    while len(c) > 1 and c[-1] == 0:
        c = c[:-1]
    return c


def polyval(x, c, tensor=True):
    """The value of a polynomial, by Horner's rule."""
    c = _series(c)
    x = np.asarray(x) if isinstance(x, (tuple, list)) else x
    if isinstance(x, np.ndarray) and tensor:
        c = c.reshape(c.shape + (1,) * x.ndim)
    made = c[-1] + x * 0
    for i in range(2, len(c) + 1):
        made = c[-i] + made * x
    return made


def polyadd(c1, c2):
    """The sum."""
    a, b = _trimmed(c1), _trimmed(c2)
    if len(a) < len(b):
        a, b = b, a
    a = a.copy()
    a[:len(b)] += b
    return _trimmed(a)


def polysub(c1, c2):
    """The difference."""
    return polyadd(c1, -_series(c2))


def polymul(c1, c2):
    """The product."""
    return _trimmed(np.convolve(_trimmed(c1), _trimmed(c2)))


def polydiv(c1, c2):
    """Quotient and remainder."""
    a, b = _trimmed(c1), _trimmed(c2)
    if b[-1] == 0:
        raise ZeroDivisionError('')
    n, m = len(a), len(b)
    if n < m:
        return a[:1] * 0, a
    if m == 1:
        return a / b[-1], a[:1] * 0
    gap = n - m
    scale = b[-1]
    b = b[:-1] / scale
    i, j = gap, n - 1
    a = a.copy()
    while i >= 0:
        a[i:j] -= b * a[j]
        i -= 1
        j -= 1
    return a[j + 1:] / scale, _trimmed(a[:j + 1])


def polypow(c, pow, maxpower=None):
    """A power."""
    made = np.array([1.0])
    for _ in range(int(pow)):
        made = polymul(made, c)
    return made


def polyder(c, m=1, scl=1, axis=0):
    """The m-th derivative."""
    c = _series(c)
    for _ in range(m):
        c = c[:1] * 0 if len(c) == 1 else c[1:] * np.arange(1, len(c)) * scl
    return c


def polyint(c, m=1, k=[], lbnd=0, scl=1, axis=0):
    """The m-th integral."""
    c = _series(c)
    k = list(k) if isinstance(k, (list, tuple, np.ndarray)) else [k]
    k = k + [0] * (m - len(k))
    for i in range(m):
        c = c * scl
        new = np.concatenate(([0.0], c / np.arange(1, len(c) + 1)))
        new[0] += k[i] - polyval(lbnd, new)
        c = new
    return c


def polyroots(c):
    """Where it is 0, sorted."""
    c = _trimmed(c)
    if len(c) < 2:
        return np.array([], dtype=c.dtype)
    if len(c) == 2:
        return np.array([-c[0] / c[1]])
    n = len(c) - 1
    companion = np.zeros((n, n))
    companion[np.arange(1, n), np.arange(n - 1)] = 1
    companion[:, -1] -= c[:-1] / c[-1]
    return np.sort(np.linalg.eigvals(companion[::-1, ::-1]))


def polyfromroots(roots):
    """The polynomial with these roots."""
    made = np.array([1.0])
    for root in np.sort(np.ravel(roots)):
        made = np.convolve(made, np.array([-root, 1.0]))
    return made


def polyvander(x, deg):
    """Powers of x as columns."""
    return np.vander(np.asarray(x, dtype=float), int(deg) + 1, increasing=True)


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    """The polynomial nearest to points, by least squares."""
    x, y = np.asarray(x) + 0.0, np.asarray(y) + 0.0
    deg = np.asarray(deg)
    if deg.ndim > 1 or deg.dtype.kind not in 'iu' or deg.size == 0:
        raise TypeError('deg must be an int or non-empty 1-D array of int')
    if deg.min() < 0:
        raise ValueError('expected deg >= 0')
    if x.ndim != 1:
        raise TypeError('expected 1D vector for x')
    if x.size == 0:
        raise TypeError('expected non-empty vector for x')
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError('expected 1D or 2D array for y')
    if len(x) != len(y):
        raise TypeError('expected x and y to have same length')
    powers = list(range(int(deg) + 1)) if deg.ndim == 0 else np.sort(deg).tolist()
    top = powers[-1]
    lhs = polyvander(x, top)[:, powers]
    rhs = y
    if w is not None:
        w = np.asarray(w) + 0.0
        lhs = lhs * w[:, None]
        rhs = rhs * (w if rhs.ndim == 1 else w[:, None])
    if rcond is None:
        rcond = len(x) * np.finfo(x.dtype).eps
    scale = np.sqrt(np.square(lhs).sum(0))
    scale = np.where(scale == 0, 1, scale)
    c, errors, rank, s = np.linalg.lstsq(lhs / scale, rhs, rcond)
    c = (c.T / scale).T
    if len(powers) != top + 1:
        whole = np.zeros((top + 1,) + c.shape[1:])
        whole[powers] = c
        c = whole
    return (c, [errors, rank, s, rcond]) if full else c


_UP = dict(zip('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))


def _text(value):
    return np.format_float_positional(value) if hasattr(np, 'format_float_positional') else f'{value}'


class Polynomial:
    """A power series on a domain that is mapped to a window."""

    def __init__(self, coef, domain=None, window=None, symbol='x'):
        self.coef = _series(coef)
        self.domain = np.array([-1., 1.]) if domain is None else np.asarray(domain) + 0.0
        self.window = np.array([-1., 1.]) if window is None else np.asarray(window) + 0.0
        self.symbol = symbol

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol='x'):
        """The polynomial nearest to points; x is mapped to the window first."""
        x = np.asarray(x) + 0.0
        if domain is None:
            domain = np.array([x.min(), x.max()])
            if domain[0] == domain[1]:
                domain = domain + np.array([-1., 1.])
        elif len(domain) == 0:
            domain = np.array([-1., 1.])
        window = np.array([-1., 1.]) if window is None else np.asarray(window) + 0.0
        off, scale = _mapping(domain, window)
        made = polyfit(off + scale * x, y, deg, w=w, rcond=rcond, full=full)
        if full:
            return cls(made[0], domain, window, symbol), made[1]
        return cls(made, domain, window, symbol)

    @classmethod
    def fromroots(cls, roots, domain=[], window=None, symbol='x'):
        """The polynomial with these roots."""
        return cls(polyfromroots(roots), None if len(domain) == 0 else domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol='x'):
        """x to the power deg."""
        return cls([0] * int(deg) + [1], domain, window, symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol='x'):
        """The polynomial x."""
        return cls([0, 1], domain, window, symbol)

    def _made(self, coef):
        return Polynomial(coef, self.domain, self.window, self.symbol)

    def _of(self, other):
        if isinstance(other, Polynomial):
            if not np.all(self.domain == other.domain):
                raise TypeError('Domains differ')
            if not np.all(self.window == other.window):
                raise TypeError('Windows differ')
            return other.coef
        return np.atleast_1d(other)

    def mapparms(self):
        """Offset and scale of the map from domain to window."""
        return _mapping(self.domain, self.window)

    def __call__(self, arg):
        off, scale = self.mapparms()
        arg = np.asarray(arg) if isinstance(arg, (list, tuple)) else arg
        made = polyval(off + scale * arg, self.coef)
        return made

    def convert(self, domain=None, kind=None, window=None):
        """The same function on another domain, the window's by default."""
        off, scale = self.mapparms()
        domain = np.array([-1., 1.]) if domain is None else np.asarray(domain) + 0.0
        window = np.array([-1., 1.]) if window is None else np.asarray(window) + 0.0
        back = _mapping(window, domain)
        line = [off + scale * back[0], scale * back[1]]
        made = np.array([self.coef[-1]])
        for c in self.coef[-2::-1]:
            made = polyadd(polymul(made, line), [c])
        return Polynomial(made, domain, window, self.symbol)

    def degree(self):
        """The highest power."""
        return len(self.coef) - 1

    def deriv(self, m=1):
        """The m-th derivative."""
        return self._made(polyder(self.coef, m, self.mapparms()[1]))

    def integ(self, m=1, k=[], lbnd=None):
        """The m-th integral."""
        off, scale = self.mapparms()
        low = 0 if lbnd is None else off + scale * lbnd
        return self._made(polyint(self.coef, m, k, low, 1. / scale))

    def roots(self):
        """Where it is 0."""
        off, scale = _mapping(self.window, self.domain)
        return off + scale * polyroots(self.coef)

    def trim(self, tol=0):
        """Without small coefficients at the end."""
        return self._made(polytrim(self.coef, tol))

    def copy(self):
        """A copy."""
        return self._made(self.coef.copy())

    def linspace(self, n=100, domain=None):
        """n points of the domain and the values there."""
        domain = self.domain if domain is None else domain
        x = np.linspace(domain[0], domain[1], n)
        return x, self(x)

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __neg__(self):
        return self._made(-self.coef)

    def __pos__(self):
        return self

    def __add__(self, other):
        return self._made(polyadd(self.coef, self._of(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._made(polysub(self.coef, self._of(other)))

    def __rsub__(self, other):
        return self._made(polysub(self._of(other), self.coef))

    def __mul__(self, other):
        return self._made(polymul(self.coef, self._of(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if not np.isscalar(other):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self // other

    def __floordiv__(self, other):
        return self._made(polydiv(self.coef, self._of(other))[0])

    def __mod__(self, other):
        return self._made(polydiv(self.coef, self._of(other))[1])

    def __divmod__(self, other):
        q, r = polydiv(self.coef, self._of(other))
        return self._made(q), self._made(r)

    def __pow__(self, other):
        return self._made(polypow(self.coef, other))

    def __eq__(self, other):
        return (isinstance(other, Polynomial) and self.coef.shape == other.coef.shape
                and bool(np.all(self.domain == other.domain)) and bool(np.all(self.coef == other.coef)))

    def __repr__(self):
        coef, domain, window = repr(self.coef)[6:-1], repr(self.domain)[6:-1], repr(self.window)[6:-1]
        return f"Polynomial({coef}, domain={domain}, window={window}, symbol='{self.symbol}')"

    def __str__(self):
        off, scale = self.mapparms()
        name = self.symbol
        if off == 0 and scale == 1:
            term = name
        elif scale == 1:
            term = f'({_number(off)} + {name})'
        elif off == 0:
            term = f'({_number(scale)}{name})'
        else:
            term = f'({_number(off)} + {_number(scale)}{name})'
        out = _number(self.coef[0])
        line = len(out)
        for i, c in enumerate(self.coef[1:], 1):
            power = '' if i == 0 else ''.join(_UP[digit] for digit in str(i))
            sign = '+' if c >= 0 else '-'
            new = f'{sign} {_number(abs(c))}·{term}{power if i > 1 else ""}'
            if i == 1:
                new = f'{sign} {_number(abs(c))}·{term}'
            if line + len(new) + 1 >= 75:
                out += '\n' + new
                line = len(new)
            else:
                out += ' ' + new
                line += len(new) + 1
        return out


def _number(value):
    return str(np.round(float(value), 8))


def _mapping(old, new):
    length = old[1] - old[0]
    return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length
