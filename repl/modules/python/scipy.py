"""The part of SciPy that beginners' programs reach for: scipy.special."""
