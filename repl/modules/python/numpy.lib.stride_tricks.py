"""Windows of arrays."""
from _numpy_files import sliding_window_view
