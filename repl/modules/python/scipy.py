"""The parts of SciPy that beginners' programs reach for: special, stats, ndimage, sparse, optimize, spatial, cluster."""
__version__ = "1.17.1"
