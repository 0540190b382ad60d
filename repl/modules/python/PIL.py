"""Pillow, as far as lessons use it: pictures opened, resized, converted and saved."""

__version__ = '13.0.0'


class UnidentifiedImageError(OSError):
    """A file that holds no picture."""
