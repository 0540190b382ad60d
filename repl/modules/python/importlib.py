"""Modules by name."""
import sys


def import_module(name, package=None):
    """The module of a name."""
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip('.'))
        parts = package.split('.')
        if level > 1:
            parts = parts[:1 - level]
        name = '.'.join(parts + [name[level:]]) if name[level:] else '.'.join(parts)
    return __import__(name, fromlist=['*'])


def reload(module):
    """The module as it is: files are not read again."""
    return module


def invalidate_caches():
    """Nothing is kept of what files there are."""
