"""numpy.lib: what of it is there."""
import numpy.lib.stride_tricks as stride_tricks
