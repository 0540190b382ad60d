"""numpy.polynomial.polynomial: power series with the lowest power first."""
import numpy as np
from _numpy_series import Family
from _numpy_series_class import Series
from numpy.polynomial import polyutils as pu


class _Powers(Family):
    """The family of the powers of x, whose sums, products and derivatives are simple."""

    def val(self, x, c, tensor=True):
        """The value of a polynomial, by Horner's rule."""
        c = np.array(c, ndmin=1, copy=None)
        if c.dtype.char in '?bBhHiIlLqQpP':
            c = c + 0.0
        if isinstance(x, (tuple, list)):
            x = np.asarray(x)
        if isinstance(x, np.ndarray) and tensor:
            c = c.reshape(c.shape + (1,) * x.ndim)
        made = c[-1] + x * 0
        for i in range(2, len(c) + 1):
            made = c[-i] + made * x
        return made

    def vander(self, x, deg):
        """Powers of x as columns."""
        deg = pu.as_int(deg, 'deg')
        if deg < 0:
            raise ValueError('deg must be non-negative')
        x = np.array(x, copy=None, ndmin=1) + 0.0
        made = np.empty((deg + 1,) + x.shape, dtype=x.dtype)
        made[0] = x * 0 + 1
        for n in range(1, deg + 1):
            made[n] = made[n - 1] * x if n > 1 else x
        return np.moveaxis(made, 0, -1)

    def mul(self, c1, c2):
        """The product."""
        c1, c2 = pu.as_series([c1, c2])
        return pu.trimseq(np.convolve(c1, c2))

    def div(self, c1, c2):
        """Quotient and remainder."""
        a, b = pu.as_series([c1, c2])
        if b[-1] == 0:
            raise ZeroDivisionError
        n, m = len(a), len(b)
        if n < m:
            return a[:1] * 0, a
        if m == 1:
            return a / b[-1], a[:1] * 0
        i, j, scale = n - m, n - 1, b[-1]
        b = b[:-1] / scale
        while i >= 0:
            a[i:j] -= b * a[j]
            i -= 1
            j -= 1
        return a[j + 1:] / scale, pu.trimseq(a[:j + 1])

    def _powers(self, c):
        return c

    def _from_powers(self, pol):
        return pol

    def fromroots(self, roots):
        """The polynomial with these roots."""
        roots = np.array(roots, ndmin=1)
        if roots.size == 0:
            return np.ones(1)
        roots, = pu.as_series([roots], trim=False)
        parts = [np.array([-root, 1]) for root in np.sort(roots)]
        while len(parts) > 1:
            half, odd = divmod(len(parts), 2)
            joined = [self.mul(parts[i], parts[i + half]) for i in range(half)]
            if odd:
                joined[0] = self.mul(joined[0], parts[-1])
            parts = joined
        return parts[0]

    def companion(self, c):
        """A matrix whose eigenvalues are the roots."""
        c, = pu.as_series([c])
        if len(c) < 2:
            raise ValueError('Series must have maximum degree of at least 1.')
        n = len(c) - 1
        made = np.diag(np.ones(n - 1, dtype=c.dtype), -1)
        made[:, -1] -= c[:-1] / c[-1]
        return made

    def roots(self, c):
        """Where it is 0, sorted."""
        c, = pu.as_series([c])
        if len(c) < 2:
            return np.array([], dtype=c.dtype)
        if len(c) == 2:
            return np.array([-c[0] / c[1]])
        found = np.linalg.eigvals(self.companion(c)[::-1, ::-1])
        found.sort()
        return found

    def valfromroots(self, x, r, tensor=True):
        """The value of the polynomial with these roots."""
        r = np.array(r, ndmin=1, copy=None)
        if r.dtype.char in '?bBhHiIlLqQpP':
            r = r.astype(np.double)
        if isinstance(x, (tuple, list)):
            x = np.asarray(x)
        if isinstance(x, np.ndarray):
            if tensor:
                r = r.reshape(r.shape + (1,) * x.ndim)
            elif x.ndim >= r.ndim:
                raise ValueError('x.ndim must be < r.ndim when tensor == False')
        return np.prod(x - r, axis=0)

    def functions(self):
        """The functions of the module, by name."""
        named = super().functions()
        for name in ('polygauss', 'polyweight', 'poly2poly'):
            del named[name]
        named['polyvalfromroots'] = self.valfromroots
        return named


_family = _Powers('poly', '', lambda n: (1, 0, 0), [-1., 1.], None, None)
globals().update(_family.functions())


class Polynomial(Series):
    """A power series on a domain that is mapped to a window."""

    _family = _family
    domain = window = _family.domain
