"""io: files in memory, layers of streams, and what open() gives."""
from _io import UnsupportedOperation
from _io_memory import IOBase, StringIO, BytesIO

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
open = open
_layers = ('RawIOBase', 'BufferedIOBase', 'TextIOBase', 'TextIOWrapper', 'BufferedReader', 'BufferedWriter',
           'BufferedRandom')


def __getattr__(name):
    # Made when somebody asks: most programs have need of StringIO alone.
    if name in _layers:
        import _io_layers
        return getattr(_io_layers, name)
    raise AttributeError(f"module 'io' has no attribute '{name}'")


def __dir__():
    return sorted([*globals(), *_layers])
