"""Views of arrays with other strides."""
from numpy import broadcast_arrays, broadcast_shapes, broadcast_to
from _numpy_files import as_strided, sliding_window_view
