"""numpy.lib: what of it is there."""
import numpy.lib.mixins as mixins
import numpy.lib.stride_tricks as stride_tricks
