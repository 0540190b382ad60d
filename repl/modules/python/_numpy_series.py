"""Series of orthogonal polynomials. A family is told by its recurrence x p[n] = A p[n+1] + B p[n] + C p[n-1], from
which everything else follows: values by Clenshaw's sums, products by the same sums of series, roots and Gauss's points
as eigenvalues of the matrix of the recurrence."""
import numpy as np
from numpy.polynomial import polyutils as pu


class Family:
    """What the modules numpy.polynomial.NAME are made of."""

    def __init__(self, prefix, letter, steps, domain, weight, total):
        self.prefix, self.letter, self.steps = prefix, letter, steps
        self.domain, self._weight, self._total = np.array(domain), weight, total

    # ---- Values ----

    def val(self, x, c, tensor=True):
        """The value of a series at x."""
        c = np.array(c, ndmin=1, copy=None)
        if c.dtype.char in '?bBhHiIlLqQpP':
            c = c.astype(np.double)
        if isinstance(x, (tuple, list)):
            x = np.asarray(x)
        if isinstance(x, np.ndarray) and tensor:
            c = c.reshape(c.shape + (1,) * x.ndim)
        upper, beyond = c[-1] + x * 0, 0
        for n in range(len(c) - 2, -1, -1):
            a, b, _ = self.steps(n)
            next_a, _, next_c = self.steps(n + 1)
            upper, beyond = c[n] + (x - b) / a * upper - next_c / next_a * beyond, upper
        return upper

    def _valnd(self, c, *args):
        args = [np.asanyarray(a) for a in args]
        if any(a.shape != args[0].shape for a in args[1:]):
            names = {2: 'x, y are incompatible', 3: 'x, y, z are incompatible'}
            raise ValueError(names.get(len(args), 'ordinates are incompatible'))
        c = self.val(args[0], c)
        for a in args[1:]:
            c = self.val(a, c, tensor=False)
        return c

    def val2d(self, x, y, c):
        """The values of a series in two variables."""
        return self._valnd(c, x, y)

    def val3d(self, x, y, z, c):
        """The values of a series in three variables."""
        return self._valnd(c, x, y, z)

    def grid2d(self, x, y, c):
        """The values on a grid."""
        return self.val(y, self.val(x, c))

    def grid3d(self, x, y, z, c):
        """The values on a grid of three dimensions."""
        return self.val(z, self.val(y, self.val(x, c)))

    def vander(self, x, deg):
        """The polynomials of all degrees at x, as columns."""
        deg = pu.as_int(deg, 'deg')
        if deg < 0:
            raise ValueError('deg must be non-negative')
        x = np.array(x, copy=None, ndmin=1) + 0.0
        made = np.empty((deg + 1,) + x.shape, dtype=x.dtype)
        made[0] = x * 0 + 1
        for n in range(deg):
            a, b, c = self.steps(n)
            made[n + 1] = ((x - b) * made[n] - (c * made[n - 1] if n else 0)) / a
        return np.moveaxis(made, 0, -1)

    def vander2d(self, x, y, deg):
        """The products of two variables' polynomials."""
        return self._vandernd((x, y), deg)

    def vander3d(self, x, y, z, deg):
        """The products of three variables' polynomials."""
        return self._vandernd((x, y, z), deg)

    def _vandernd(self, points, degrees):
        if len(points) != len(degrees):
            raise ValueError(f'Expected {len(points)} dimensions of degrees')
        points = [np.asarray(p) + 0.0 for p in points]
        count = len(points)
        made = 1
        for n, (p, deg) in enumerate(zip(points, degrees)):
            v = self.vander(p, deg)
            made = made * v[(...,) + tuple(slice(None) if k == n else None for k in range(count))]
        return made.reshape(made.shape[:-count] + (-1,))

    # ---- Algebra ----

    def line(self, off, scl):
        """off + scl x."""
        if scl == 0:
            return np.array([off])
        a, b, _ = self.steps(0)
        return np.array([off + scl * b, scl * a])

    def add(self, c1, c2):
        """The sum of two series."""
        return pu.add(c1, c2)

    def sub(self, c1, c2):
        """The difference of two series."""
        return pu.add(c1, -pu.as_series([c2])[0])

    def _times_x(self, c):
        made = np.zeros((len(c) + 1,) + c.shape[1:], dtype=np.result_type(c, float))
        for n in range(len(c)):
            a, b, below = self.steps(n)
            made[n + 1] += a * c[n]
            made[n] += b * c[n]
            if n:
                made[n - 1] += below * c[n]
        return made

    def mulx(self, c):
        """The series times x."""
        c, = pu.as_series([c])
        if len(c) == 1 and c[0] == 0:
            return c
        return self._times_x(c)

    def _sum_of(self, c, one, times_x):
        """Clenshaw's sum where x is an operator on coefficients and 1 is `one`."""
        def plus(p, q):
            n = max(len(p), len(q))
            shape = np.broadcast_shapes(p.shape[1:], q.shape[1:])
            made = np.zeros((n,) + shape, dtype=np.result_type(p, q))
            made[:len(p)] += p
            made[:len(q)] += q
            return made
        upper, beyond = c[-1] * one, np.zeros_like(c[-1] * one)
        for n in range(len(c) - 2, -1, -1):
            a, b, _ = self.steps(n)
            next_a, _, next_c = self.steps(n + 1)
            made = plus(plus(c[n] * one, times_x(upper) / a), -b / a * upper)
            upper, beyond = plus(made, -next_c / next_a * beyond), upper
        return upper

    def mul(self, c1, c2):
        """The product of two series."""
        c1, c2 = pu.as_series([c1, c2])
        if len(c1) < len(c2):
            c1, c2 = c2, c1
        return pu.trimseq(self._sum_of(c2, c1, self._times_x))

    def div(self, c1, c2):
        """Quotient and remainder."""
        c1, c2 = pu.as_series([c1, c2])
        if c2[-1] == 0:
            raise ZeroDivisionError
        if len(c1) < len(c2):
            return c1[:1] * 0, c1
        if len(c2) == 1:
            return c1 / c2[-1], c1[:1] * 0
        quotient = np.empty(len(c1) - len(c2) + 1, dtype=c1.dtype)
        rest = c1
        for n in range(len(c1) - len(c2), -1, -1):
            p = self.mul([0] * n + [1], c2)
            q = rest[-1] / p[-1]
            rest = rest[:-1] - q * p[:-1]
            quotient[n] = q
        return quotient, pu.trimseq(rest)

    def pow(self, c, pow, maxpower=16):
        """A power of a series."""
        c, = pu.as_series([c])
        power = int(pow)
        if power != pow or power < 0:
            raise ValueError('Power must be a non-negative integer.')
        if maxpower is not None and power > maxpower:
            raise ValueError('Power is too large')
        made = np.array([1], dtype=c.dtype)
        for _ in range(power):
            made = self.mul(made, c)
        return made

    def to_poly(self, c):
        """The same polynomial by powers of x."""
        c, = pu.as_series([c])
        return pu.trimseq(self._powers(c)) if len(c) > 2 or self.letter in 'LH' else self._powers(c)

    def _powers(self, c):
        def shifted(p):
            return np.concatenate((np.zeros((1,) + p.shape[1:], p.dtype), p))
        return self._sum_of(c, np.ones((1,) + (1,) * (c.ndim - 1)), shifted)

    def from_poly(self, pol):
        """Powers of x as a series."""
        pol, = pu.as_series([pol])
        return pu.trimseq(self._from_powers(pol))

    def _from_powers(self, pol):
        made = np.zeros((1,) + pol.shape[1:], dtype=np.result_type(pol, float))
        for c in pol[::-1]:
            made = self._times_x(made)
            made[0] += c
        return made[:len(pol)]

    def _along(self, c, axis, change):
        c = np.array(c, ndmin=1, copy=True)
        if c.dtype.char in '?bBhHiIlLqQpP':
            c = c.astype(np.double)
        axis = pu.as_axis(axis, c.ndim)
        return np.moveaxis(change(np.moveaxis(c, axis, 0)), 0, axis)

    def der(self, c, m=1, scl=1, axis=0):
        """The m-th derivative."""
        m = pu.as_int(m, 'the order of derivation')
        if m < 0:
            raise ValueError('The order of derivation must be non-negative')

        def change(c):
            for _ in range(m):
                if len(c) == 1:
                    return c[:1] * 0
                p = self._powers(c)
                powers = np.arange(1, len(p)).reshape((-1,) + (1,) * (c.ndim - 1))
                c = self._from_powers(p[1:] * powers) * scl
            return c
        return self._along(c, axis, change)

    def int(self, c, m=1, k=[], lbnd=0, scl=1, axis=0):
        """The m-th integral."""
        m = pu.as_int(m, 'the order of integration')
        k = list(k) if np.iterable(k) else [k]
        if m < 0:
            raise ValueError('The order of integration must be non-negative')
        if len(k) > m:
            raise ValueError('Too many integration constants')
        if np.ndim(lbnd) != 0:
            raise ValueError('lbnd must be a scalar.')
        if np.ndim(scl) != 0:
            raise ValueError('scl must be a scalar.')
        k = k + [0] * (m - len(k))

        def change(c):
            for n in range(m):
                c = c * scl
                if len(c) == 1 and np.all(c[0] == 0):
                    c[0] += k[n]
                    continue
                p = self._powers(c)
                powers = np.arange(1, len(p) + 1).reshape((-1,) + (1,) * (c.ndim - 1))
                c = self._from_powers(np.concatenate((np.zeros_like(p[:1]), p / powers)))
                c[0] += k[n] - self.val(lbnd, c)
            return c
        return self._along(c, axis, change)

    # ---- Roots, fits, points ----

    def fromroots(self, roots):
        """The series with these roots."""
        roots, = pu.as_series([roots], trim=False) if len(roots) else (np.array([]),)
        made = np.ones(1, dtype=np.result_type(roots, float))
        for root in np.sort(roots):
            made = self.mul(made, self.line(-root, 1))
        return made

    def companion(self, c):
        """A matrix whose eigenvalues are the roots."""
        c, = pu.as_series([c])
        if len(c) < 2:
            raise ValueError('Series must have maximum degree of at least 1.')
        n = len(c) - 1
        made = np.zeros((n, n), dtype=c.dtype)
        scale = np.ones(n)
        for i in range(n):
            a, b, _ = self.steps(i)
            made[i, i] = b
            if i + 1 < n:
                below = self.steps(i + 1)[2]
                made[i + 1, i] = made[i, i + 1] = np.sign(a) * np.sqrt(a * below)
                scale[i + 1] = scale[i] * np.sqrt(below / a)
        made[:, -1] -= c[:-1] / c[-1] * (scale / scale[-1]) * self.steps(n - 1)[0]
        return made

    def roots(self, c):
        """Where the series is 0, sorted."""
        c, = pu.as_series([c])
        if len(c) < 2:
            return np.array([], dtype=c.dtype)
        found = np.linalg.eigvals(self.companion(c)[::-1, ::-1])
        found.sort()
        return found

    def fit(self, x, y, deg, rcond=None, full=False, w=None):
        """The series nearest to points, by least squares."""
        return pu.fit(self.vander, x, y, deg, rcond, full, w)

    def gauss(self, deg):
        """Points and weights of Gauss's rule."""
        n = pu.as_int(deg, 'deg')
        if n <= 0:
            raise ValueError('deg must be a positive integer')
        if self.letter == 'T':
            return np.cos(np.pi * np.arange(1, 2 * n, 2) / (2.0 * n)), np.ones(n) * (np.pi / n)
        inner = [np.sqrt(self.steps(i)[0] * self.steps(i + 1)[2]) for i in range(n - 1)]
        matrix = np.diag([float(self.steps(i)[1]) for i in range(n)]) + np.diag(inner, 1) + np.diag(inner, -1)
        x, v = np.linalg.eigh(matrix)
        w = v[0] ** 2
        if self.letter != 'L' or self.prefix == 'leg':
            x, w = (x - x[::-1]) / 2, (w + w[::-1]) / 2
        return x, w * (self._total / w.sum())

    def weight(self, x):
        """The weight with which the polynomials are orthogonal."""
        return self._weight(x)

    def functions(self):
        """The functions of a module, by name."""
        p = self.prefix
        named = {p + name: getattr(self, name) for name in (
            'val', 'val2d', 'val3d', 'grid2d', 'grid3d', 'vander', 'vander2d', 'vander3d', 'line', 'add', 'sub', 'mulx',
            'mul', 'div', 'pow', 'der', 'int', 'fromroots', 'companion', 'roots', 'fit', 'gauss', 'weight')}
        named[p + 'trim'] = pu.trimcoef
        named[p + '2poly'], named['poly2' + p] = self.to_poly, self.from_poly
        named[p + 'domain'], named[p + 'zero'], named[p + 'one'] = self.domain, np.array([0]), np.array([1])
        named[p + 'x'] = self.line(0, 1) if self.prefix != 'lag' else np.array([1, -1])
        return named
