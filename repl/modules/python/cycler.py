"""cycler: values of properties in turn."""
from matplotlib._rc import Cycler, cycler
