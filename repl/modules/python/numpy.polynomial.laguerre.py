"""numpy.polynomial.laguerre: series of Laguerre's polynomials."""
import numpy as np
from _numpy_series import Family
from _numpy_series_class import Series

_family = Family('lag', 'L', lambda n: (-(n + 1), 2 * n + 1, -n), [0., 1.],
                 lambda x: np.exp(-x), 1)
globals().update(_family.functions())


class Laguerre(Series):
    """A series on a domain that is mapped to a window."""

    _family = _family
    basis_name = 'L'
    domain = window = _family.domain
