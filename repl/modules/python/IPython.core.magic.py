"""IPython.core.magic: magics are defined, and stay plain functions."""


def _same(function):
    return function


def register_cell_magic(name=None):
    """A decorator; the function stays what it is."""
    return name if callable(name) else _same


register_line_magic = register_line_cell_magic = register_cell_magic
cell_magic = line_magic = line_cell_magic = register_cell_magic


def magics_class(cls):
    """A decorator; the class stays what it is."""
    return cls


class Magics:
    """The base of classes of magics."""

    __module__ = 'IPython.core.magic'

    def __init__(self, shell=None, **kwargs):
        self.shell = shell
