"""numpy.ma.core: the names of numpy.ma."""
from _numpy_ma_mask import *
from _numpy_ma import *
from _numpy_ma_functions import *
from _numpy_ma_functions import all as alltrue, any as sometrue, outer as outerproduct, round as round_, vstack as row_stack
from _numpy_ma_extras import *
import _numpy_ma_methods
from numpy import bool_
from _numpy_ma import MaskedArray as masked_array
