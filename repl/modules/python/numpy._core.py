"""numpy's private core: its parts are all numpy itself here."""
import numpy
from numpy import *

arrayprint = fromnumeric = multiarray = numeric = numerictypes = shape_base = umath = _multiarray_umath = numpy
