"""numpy.polynomial: polynomials with the lowest power first."""
import numpy as np
from numpy.polynomial import polynomial
from numpy.polynomial.polynomial import Polynomial
