"""numpy.version: the release whose rules nnsh follows."""
version = short_version = full_version = __version__ = '2.4.6'
release = True
