"""numpy.ma.extras: the names of numpy.ma."""
from numpy.ma.core import *
