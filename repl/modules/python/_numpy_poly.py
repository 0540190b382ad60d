"""numpy's polynomials with the highest power first: poly1d, polyfit and the like."""
import numpy as np


def _coefficients(p):
    return p.coeffs if isinstance(p, poly1d) else np.atleast_1d(np.asarray(p))


def _like(made, *given):
    return poly1d(made) if any(isinstance(p, poly1d) for p in given) else made


def polyval(p, x):
    """The value of a polynomial, by Horner's rule."""
    p = _coefficients(p)
    if isinstance(x, poly1d):
        y = poly1d(0)
    else:
        x = np.asarray(x)
        y = np.zeros_like(x)
    for c in p:
        y = y * x + c
    return y


def polyadd(a1, a2):
    """The sum of two polynomials."""
    a, b = _coefficients(a1), _coefficients(a2)
    n = max(len(a), len(b))
    a = np.concatenate((np.zeros(n - len(a), a.dtype), a))
    b = np.concatenate((np.zeros(n - len(b), b.dtype), b))
    return _like(a + b, a1, a2)


def polysub(a1, a2):
    """The difference of two polynomials."""
    a, b = _coefficients(a1), _coefficients(a2)
    n = max(len(a), len(b))
    a = np.concatenate((np.zeros(n - len(a), a.dtype), a))
    b = np.concatenate((np.zeros(n - len(b), b.dtype), b))
    return _like(a - b, a1, a2)


def polymul(a1, a2):
    """The product of two polynomials."""
    return _like(np.convolve(_coefficients(a1), _coefficients(a2)), a1, a2)


def polydiv(u, v):
    """Quotient and remainder."""
    a, b = _coefficients(u) + 0.0, _coefficients(v) + 0.0
    m, n = len(a) - 1, len(b) - 1
    scale = 1. / b[0]
    dtype = np.result_type(a, b)
    q = np.zeros((max(m - n + 1, 1),), dtype)
    r = a.astype(dtype)
    for k in range(0, m - n + 1):
        d = scale * r[k]
        q[k] = d
        r[k:k + n + 1] -= d * b
    while np.allclose(r[0], 0, rtol=1e-14) and r.shape[-1] > 1:
        r = r[1:]
    return _like(q, u, v), _like(r, u, v)


def polyder(p, m=1):
    """The m-th derivative."""
    m = int(m)
    if m < 0:
        raise ValueError('Order of derivative must be positive (see polyint)')
    c = _coefficients(p)
    for _ in range(m):
        n = len(c) - 1
        c = c[:-1] * np.arange(n, 0, -1)
    return _like(c, p)


def polyint(p, m=1, k=None):
    """The m-th integral."""
    m = int(m)
    if m < 0:
        raise ValueError('Order of integral must be positive (see polyder)')
    k = [0.0] * m if k is None else np.atleast_1d(k).tolist()
    if len(k) == 1 and m > 1:
        k = k * m
    if len(k) < m:
        raise ValueError('k must be a scalar or a rank-1 array of length 1 or >m.')
    c = _coefficients(p)
    for n in range(m):
        c = np.concatenate((c / np.arange(len(c), 0, -1), [k[n]]))
    return _like(c, p)


def poly(seq_of_zeros):
    """The coefficients of a polynomial with these roots (or of a matrix's characteristic polynomial)."""
    zeros = np.atleast_1d(np.asarray(seq_of_zeros))
    if zeros.ndim == 2 and zeros.shape[0] == zeros.shape[1] and zeros.shape[0] != 0:
        zeros = np.linalg.eigvals(zeros)
    elif zeros.ndim != 1:
        raise ValueError('input must be 1d or non-empty square 2d array.')
    if len(zeros) == 0:
        return 1.0
    dtype = zeros.dtype if zeros.dtype.kind in 'fc' else float
    a = np.ones((1,), dtype=dtype)
    for zero in zeros:
        a = np.convolve(a, np.array([1, -zero], dtype=dtype))
    if a.dtype.kind == 'c' and np.all(np.sort(zeros) == np.sort(zeros.conjugate())):
        a = a.real.copy()
    return a


def roots(p):
    """Where a polynomial is 0."""
    p = np.atleast_1d(_coefficients(p))
    if p.ndim != 1:
        raise ValueError('Input must be a rank-1 array.')
    places = np.nonzero(p)[0]
    if len(places) == 0:
        return np.array([])
    trailing = len(p) - int(places[-1]) - 1
    p = p[int(places[0]):int(places[-1]) + 1]
    p = p if p.dtype.kind in 'fc' else p.astype(float)
    n = len(p)
    found = np.array([])
    if n > 1:
        companion = np.diag(np.ones((n - 2,), p.dtype), -1)
        companion[0, :] = -p[1:] / p[0]
        found = np.linalg.eigvals(companion)
    return np.concatenate((found, np.zeros(trailing, found.dtype))) if trailing else found


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial nearest to points, by least squares."""
    order = int(deg) + 1
    x, y = np.asarray(x) + 0.0, np.asarray(y) + 0.0
    if deg < 0:
        raise ValueError('expected deg >= 0')
    if x.ndim != 1:
        raise TypeError('expected 1D vector for x')
    if x.size == 0:
        raise TypeError('expected non-empty vector for x')
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError('expected 1D or 2D array for y')
    if x.shape[0] != y.shape[0]:
        raise TypeError('expected x and y to have same length')
    if rcond is None:
        rcond = len(x) * np.finfo(x.dtype).eps
    lhs, rhs = np.vander(x, order), y
    if w is not None:
        w = np.asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError('expected a 1-d array for weights')
        if w.shape[0] != y.shape[0]:
            raise TypeError('expected w and y to have the same length')
        lhs = lhs * w[:, None]
        rhs = rhs * (w[:, None] if rhs.ndim == 2 else w)
    scale = np.sqrt((lhs * lhs).sum(axis=0))
    lhs = lhs / scale
    c, errors, rank, s = np.linalg.lstsq(lhs, rhs, rcond)
    c = (c.T / scale).T
    if rank != order and not full:
        import warnings
        warnings.warn('Polyfit may be poorly conditioned', np.exceptions.RankWarning, stacklevel=2)
    if full:
        return c, errors, rank, s, rcond
    if cov:
        base = np.linalg.inv(np.dot(lhs.T, lhs))
        base = base / np.outer(scale, scale)
        if cov == 'unscaled':
            factor = 1.0
        else:
            if len(x) <= order:
                raise ValueError('the number of data points must exceed order to scale the covariance matrix')
            factor = errors / (len(x) - order)
        if y.ndim == 1:
            return c, base * factor
        return c, base[:, :, None] * factor
    return c


class poly1d:
    """A polynomial that can be called, added, multiplied and printed."""

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self._coeffs, self._variable = c_or_r._coeffs, c_or_r._variable
            if variable is not None:
                self._variable = variable
            return
        if r:
            c_or_r = poly(c_or_r)
        c = np.atleast_1d(np.asarray(c_or_r))
        if c.ndim > 1:
            raise ValueError('Polynomial must be 1d only.')
        c = np.trim_zeros(c, trim='f')
        if len(c) == 0:
            c = np.array([0], dtype=c.dtype)
        self._coeffs = c
        self._variable = 'x' if variable is None else variable

    @property
    def coeffs(self):
        return self._coeffs

    @coeffs.setter
    def coeffs(self, value):
        # p.coeffs += 1 sets what it changed; anything else would be lost.
        if value is not self._coeffs:
            raise AttributeError('Cannot set attribute')

    coef = coefficients = c = coeffs

    @property
    def variable(self):
        return self._variable

    @property
    def order(self):
        return len(self._coeffs) - 1

    @property
    def o(self):
        return len(self._coeffs) - 1

    @property
    def roots(self):
        return roots(self._coeffs)

    @property
    def r(self):
        return roots(self._coeffs)

    def __array__(self, t=None, copy=None):
        return self._coeffs

    def __repr__(self):
        return f'poly1d({repr(self._coeffs)[6:-1]})'

    def __len__(self):
        return self.order

    def __str__(self):
        var = self._variable
        # Zeros in front, which an assignment can make, are not shown.
        coeffs = self._coeffs[np.logical_or.accumulate(self._coeffs != 0)]
        n = len(coeffs) - 1

        def shown(q):
            if not np.isreal(q):
                if np.real(q) == 0:
                    text = shown(np.imag(q))
                    return text if text == '0' else text + 'j'
                return f'({shown(np.real(q))} {"-" if np.imag(q) < 0 else "+"} {shown(abs(np.imag(q)))}j)'
            q = np.real(q)
            s = f'{q:.4g}'
            return s[:-5] if s.endswith('.0000') else s
        terms = []
        for k, c in enumerate(coeffs):
            text = shown(c)
            power = n - k
            if power == 0:
                new = text if text != '0' else ('0' if k == 0 else '')
            elif power == 1:
                new = '' if text == '0' else var if text == 'b' else f'{text} {var}'
            else:
                new = '' if text == '0' else var + f'**{power}' if text == 'b' else f'{text} {var}**{power}'
            if k > 0:
                if new != '':
                    terms.append(f' - {new[1:]}' if new.startswith('-') else f' + {new}')
            else:
                terms.append(new)
        return _raised(''.join(terms))

    def __call__(self, val):
        return polyval(self._coeffs, val)

    def __neg__(self):
        return poly1d(-self._coeffs)

    def __pos__(self):
        return self

    def __add__(self, other):
        return poly1d(polyadd(self._coeffs, _coefficients(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return poly1d(polysub(self._coeffs, _coefficients(other)))

    def __rsub__(self, other):
        return poly1d(polysub(_coefficients(other), self._coeffs))

    def __mul__(self, other):
        if np.isscalar(other):
            return poly1d(self._coeffs * other)
        return poly1d(polymul(self._coeffs, _coefficients(other)))

    __rmul__ = __mul__

    def __pow__(self, val):
        if not np.isscalar(val) or int(val) != val or val < 0:
            raise ValueError('Power to non-negative integers only.')
        made = [1]
        for _ in range(int(val)):
            made = polymul(self._coeffs, made)
        return poly1d(made)

    def __truediv__(self, other):
        if np.isscalar(other):
            return poly1d(self._coeffs / other)
        return polydiv(self, poly1d(other))

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        if self._coeffs.shape != other._coeffs.shape:
            return False
        return (self._coeffs == other._coeffs).all()

    def __getitem__(self, val):
        if val > self.order or val < 0:
            return self._coeffs.dtype.type(0)
        return self._coeffs[self.order - val]

    def __setitem__(self, key, val):
        if key < 0:
            raise ValueError('Does not support negative powers.')
        if key > self.order:
            # As in numpy, the new ones stand in front.
            self._coeffs = np.concatenate((np.zeros(key - self.order, self._coeffs.dtype), self._coeffs))
        self._coeffs[self.order - key] = val

    def __iter__(self):
        return iter(self._coeffs)

    def integ(self, m=1, k=0):
        """The m-th integral."""
        return poly1d(polyint(self._coeffs, m=m, k=[k] if np.isscalar(k) else k))

    def deriv(self, m=1):
        """The m-th derivative."""
        return poly1d(polyder(self._coeffs, m=m))


def _raised(text, wrap=70):
    """Exponents on a line above."""
    out, upper, lower = ' ', '', ''
    at = 0
    while True:
        star = text.find('**', at)
        if star < 0:
            break
        end = star + 2
        while end < len(text) and text[end].isdigit():
            end += 1
        part, power = text[at:star], text[star + 2:end]
        at = end
        extra_low = part + ' ' * (len(power) - 1)
        extra_high = ' ' * (len(part) - 1) + power
        if len(lower) + len(extra_low) > wrap or len(upper) + len(extra_high) > wrap:
            out += upper + '\n' + lower + '\n '
            upper, lower = extra_high, extra_low
        else:
            upper += extra_high
            lower += extra_low
    out += upper + '\n' + lower
    return out + text[at:]
