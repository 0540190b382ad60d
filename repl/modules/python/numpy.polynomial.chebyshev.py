"""numpy.polynomial.chebyshev: series of Chebyshev's polynomials of the first kind."""
import numpy as np
from _numpy_series import Family
from _numpy_series_class import Series

_family = Family('cheb', 'T', lambda n: (1, 0, 0) if n == 0 else (0.5, 0, 0.5), [-1., 1.],
                 lambda x: 1. / (np.sqrt(1. + x) * np.sqrt(1. - x)), np.pi)
globals().update(_family.functions())


class Chebyshev(Series):
    """A series on a domain that is mapped to a window."""

    _family = _family
    basis_name = 'T'
    domain = window = _family.domain
