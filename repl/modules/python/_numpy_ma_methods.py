"""Methods of masked arrays about memory, places and order; the class gets them when numpy.ma is imported."""
import numpy as np
from _numpy_ma import *
from _numpy_ma import _wrap




def put(self, indices, values, mode='raise'):
    """Sets elements by their places in one dimension; masked values mask."""
    indices = np.ravel(np.asarray(indices))
    if self._hardmask and self._mask is not nomask:
        free = ~self._mask.ravel()[indices]
        values = np.resize(getdata(values), indices.shape)[free]
        indices = indices[free]
    self._data.put(indices, getdata(values), mode=mode)
    if self._mask is nomask and getmask(values) is nomask:
        return
    mask = getmaskarray(self).copy()
    mask.put(indices, False if getmask(values) is nomask else values._mask, mode=mode)
    self._mask = mask if mask.any() or self._mask is not nomask else nomask


def compress(self, condition, axis=None, out=None):
    """The slices where a condition holds."""
    condition = np.asarray(condition)
    made = _wrap(self._data.compress(condition, axis=axis),
                 nomask if self._mask is nomask else self._mask.compress(condition, axis=axis), self._fill_value)
    if out is not None:
        out[...] = made
        return out
    return made


def choose(self, choices, out=None, mode='raise'):
    return np.ma.choose(self, choices, out, mode)


def fill(self, value):
    """Sets every element."""
    self._data.fill(value)


def byteswap(self, inplace=False):
    made = self._data.byteswap()
    if inplace:
        self._data[...] = made
        return self
    return _wrap(made, self._mask, self._fill_value)


def partition(self, kth, axis=-1, kind='introselect', order=None):
    self.sort(axis=axis)


def argpartition(self, kth, axis=-1, kind='introselect', order=None):
    return self.argsort(axis=axis)


def searchsorted(self, v, side='left', sorter=None):
    return self._data.searchsorted(v, side=side, sorter=sorter)


def tobytes(self, fill_value=None, order='C'):
    return self.filled(fill_value).tobytes(order=order)


def resize(self, newshape, refcheck=True, order=False):
    raise ValueError('A masked array does not own its data and therefore cannot be resized.\nUse the numpy.ma.resize '
                     'function instead.')


def ids(self):
    """Where the elements and the mask lie."""
    return id(self._data), id(self._mask)


def iscontiguous(self):
    return self._data.flags['C_CONTIGUOUS']


for _method in (put, compress, choose, fill, byteswap, partition, argpartition, searchsorted, tobytes, resize, ids,
                iscontiguous):
    setattr(MaskedArray, _method.__name__, _method)
MaskedArray.flags = property(lambda self: self._data.flags)
MaskedArray.base = property(lambda self: self._data.base)
MaskedArray.mT = property(lambda self: self.swapaxes(-1, -2))
MaskedArray.device = property(lambda self: 'cpu')
