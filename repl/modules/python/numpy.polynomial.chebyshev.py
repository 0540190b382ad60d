"""numpy.polynomial.chebyshev: series of Chebyshev's polynomials of the first kind."""
import numpy as np
from _numpy_series import Family
from _numpy_series_class import Series
from numpy.polynomial import polyutils

_family = Family('cheb', 'T', lambda n: (1, 0, 0) if n == 0 else (0.5, 0, 0.5), [-1., 1.],
                 lambda x: 1. / (np.sqrt(1. + x) * np.sqrt(1. - x)), np.pi)
globals().update(_family.functions())


def _count(npts, least):
    if int(npts) != npts:
        raise ValueError('npts must be integer')
    if npts < least:
        raise ValueError(f'npts must be >= {least}')
    return int(npts)


def chebpts1(npts):
    """The zeros of the polynomial of degree npts, rising."""
    npts = _count(npts, 1)
    return np.sin(0.5 * np.pi / npts * np.arange(-npts + 1, npts + 1, 2))


def chebpts2(npts):
    """The extremes of the polynomial of degree npts - 1 with the ends of the interval, rising."""
    return np.cos(np.linspace(-np.pi, 0, _count(npts, 2)))


def chebinterpolate(func, deg, args=()):
    """The series of a degree that is a function's value at the zeros of the next polynomial."""
    deg = np.asarray(deg)
    if deg.ndim > 0 or deg.dtype.kind not in 'iu' or deg.size == 0:
        raise TypeError('deg must be an int')
    if deg < 0:
        raise ValueError('expected deg >= 0')
    order = int(deg) + 1
    x = chebpts1(order)
    y = func(x, *args)
    c = np.dot(chebvander(x, order - 1).T, y)
    c[0] /= order
    c[1:] /= 0.5 * order
    return c


class Chebyshev(Series):
    """A series on a domain that is mapped to a window."""

    _family = _family
    basis_name = 'T'
    domain = window = _family.domain

    @classmethod
    def interpolate(cls, func, deg, domain=None, args=()):
        """The series that interpolates a function at Chebyshev's points of a domain."""
        if domain is None:
            domain = cls.domain
        return cls(chebinterpolate(lambda x: func(polyutils.mapdomain(x, cls.window, domain), *args), deg),
                   domain=domain)
