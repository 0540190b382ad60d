"""The parts of SciPy that beginners' programs reach for: special, stats, ndimage, sparse, optimize, spatial, cluster, linalg, integrate."""
__version__ = "1.17.1"
