"""numpy.broadcast: several arrays walked over together."""
import numpy as np


class broadcast:
    """The common shape of arrays, and their elements side by side."""

    def __init__(self, *args):
        if len(args) > 64:
            raise ValueError('Need at least 0 and at most 64 array objects.')
        arrays = []
        for arg in args:
            arrays += arg._arrays if isinstance(arg, broadcast) else [np.asarray(arg)]
        self._arrays = arrays
        self.shape = np.broadcast_shapes(*[a.shape for a in arrays])
        self.index = 0

    @property
    def ndim(self):
        return len(self.shape)

    nd = ndim

    @property
    def size(self):
        size = 1
        for n in self.shape:
            size *= n
        return size

    @property
    def numiter(self):
        return len(self._arrays)

    @property
    def iters(self):
        return tuple(np.broadcast_to(a, self.shape).flat for a in self._arrays)

    def reset(self):
        self.index = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= self.size:
            raise StopIteration
        at = np.unravel_index(self.index, self.shape) if self.shape else ()
        self.index += 1
        return tuple(np.broadcast_to(a, self.shape)[at] for a in self._arrays)
