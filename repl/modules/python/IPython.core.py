"""IPython.core: what lies below it."""
