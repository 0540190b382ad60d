"""The collector of cycles."""
from _gc import collect
_enabled = True


def enable():
    global _enabled
    _enabled = True


def disable():
    """Noted; objects in cycles are still collected, which no program can tell but by its memory."""
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_count():
    return (0, 0, 0)


def get_threshold():
    return (700, 10, 10)
