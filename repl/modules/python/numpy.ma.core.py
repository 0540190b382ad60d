"""numpy.ma.core: the names of numpy.ma."""
from _numpy_ma_mask import *
from _numpy_ma import *
from _numpy_ma_functions import *
from _numpy_ma import MaskedArray as masked_array
