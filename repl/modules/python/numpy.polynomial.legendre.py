"""numpy.polynomial.legendre: series of Legendre's polynomials."""
import numpy as np
from _numpy_series import Family
from _numpy_series_class import Series

_family = Family('leg', 'P', lambda n: ((n + 1) / (2 * n + 1), 0, n / (2 * n + 1)), [-1., 1.],
                 lambda x: x * 0.0 + 1.0, 2)
globals().update(_family.functions())


class Legendre(Series):
    """A series on a domain that is mapped to a window."""

    _family = _family
    basis_name = 'P'
    domain = window = _family.domain
