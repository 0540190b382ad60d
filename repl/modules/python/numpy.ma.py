"""numpy.ma: arrays of which some elements are masked."""
from numpy.ma import core, extras
from numpy.ma.core import *
