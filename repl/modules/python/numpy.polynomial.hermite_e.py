"""numpy.polynomial.hermite_e: series of Hermite's polynomials as statisticians have them."""
import numpy as np
from _numpy_series import Family
from _numpy_series_class import Series

_family = Family('herme', 'He', lambda n: (1, 0, n), [-1., 1.],
                 lambda x: np.exp(-.5 * x ** 2), np.sqrt(2 * np.pi))
globals().update(_family.functions())


class HermiteE(Series):
    """A series on a domain that is mapped to a window."""

    _family = _family
    basis_name = 'He'
    domain = window = _family.domain
