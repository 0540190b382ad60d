"""Arrays of texts with the methods of texts, which numpy keeps for older programs: blanks at the end do not count."""
import numpy as np


def _char():
    import numpy.char
    return numpy.char


def _wrapped(name):
    def method(self, *args, **kwargs):
        return _again(getattr(_char(), name)(np.asarray(self), *args, **kwargs))
    method.__name__ = name
    return method


def _again(made):
    """An array of texts as one of the class; an array of other things as it is."""
    if isinstance(made, (str, bytes)):
        made = np.asarray(made)
    if isinstance(made, np.ndarray) and made.dtype.kind in 'US':
        return np.asarray(made).view(chararray)
    return made


def _plain(name):
    def method(self, *args, **kwargs):
        return np.asarray(getattr(_char(), name)(np.asarray(self), *args, **kwargs))
    method.__name__ = name
    return method


def _compared(name):
    def method(self, other):
        return getattr(_char(), name)(np.asarray(self), other)
    return method


class chararray(np.ndarray):
    """An array of texts."""
    __module__ = 'numpy.char'

    def __new__(subtype, shape, itemsize=1, unicode=False, buffer=None, offset=0, strides=None, order='C'):
        dtype = f"{'U' if unicode else 'S'}{int(itemsize)}"
        if isinstance(buffer, str):
            filler, buffer = buffer, None
        else:
            filler = None
        if buffer is None:
            made = np.ndarray.__new__(subtype, shape, dtype, order=order)
        else:
            made = np.ndarray.__new__(subtype, shape, dtype, buffer=buffer, offset=offset, strides=strides, order=order)
        if filler is not None:
            made[...] = filler
        return made

    def __array_finalize__(self, obj):
        if np.ndarray.view(self, np.ndarray).dtype.kind not in 'VSU':
            raise ValueError('Can only create a chararray from string data.')

    def __array_wrap__(self, arr, context=None, return_scalar=False):
        if arr.dtype.kind in 'SU':
            return arr.view(type(self))
        return arr[()] if return_scalar and arr.ndim == 0 else arr

    def __getitem__(self, key):
        found = super().__getitem__(key)
        if isinstance(found, (str, bytes)):
            return found.rstrip()
        return found

    def _stripped(self):
        plain = np.asarray(self)
        return np.asarray(_char().rstrip(plain)).astype(plain.dtype).view(chararray)

    def __repr__(self):
        return np.ndarray.__repr__(self._stripped())

    def __str__(self):
        return np.ndarray.__str__(self._stripped())

    __eq__ = _compared('equal')
    __ne__ = _compared('not_equal')
    __lt__ = _compared('less')
    __le__ = _compared('less_equal')
    __gt__ = _compared('greater')
    __ge__ = _compared('greater_equal')

    def __add__(self, other):
        return _again(_char().add(np.asarray(self), other))

    def __radd__(self, other):
        return _again(_char().add(other, np.asarray(self)))

    def __mul__(self, times):
        return _again(_char().multiply(np.asarray(self), times))

    __rmul__ = __mul__

    def __mod__(self, values):
        return _again(_char().mod(np.asarray(self), values))

    def __rmod__(self, other):
        return NotImplemented

    def argsort(self, axis=-1, kind=None, order=None, *, stable=None):
        return np.asarray(self).argsort(axis)

    for _name in ('capitalize', 'center', 'decode', 'encode', 'expandtabs', 'join', 'ljust', 'lower', 'lstrip',
                  'partition', 'replace', 'rjust', 'rpartition', 'rstrip', 'strip', 'swapcase', 'title', 'translate',
                  'upper', 'zfill'):
        locals()[_name] = _wrapped(_name)
    for _name in ('count', 'endswith', 'find', 'index', 'isalnum', 'isalpha', 'isdecimal', 'isdigit', 'islower',
                  'isnumeric', 'isspace', 'istitle', 'isupper', 'rfind', 'rindex', 'startswith', 'split', 'rsplit',
                  'splitlines'):
        locals()[_name] = _plain(_name)


def array(obj, itemsize=None, copy=True, unicode=None, order=None):
    """An array of texts of whatever it is made of."""
    if isinstance(obj, (str, bytes)):
        if unicode is None:
            unicode = isinstance(obj, str)
        if itemsize is None:
            itemsize = len(obj)
        made = chararray(len(obj) // itemsize if itemsize else 0, itemsize=itemsize, unicode=unicode)
        made[...] = obj
        return made
    if isinstance(obj, (list, tuple)):
        obj = np.asarray(obj)
    plain = np.asarray(obj)
    if plain.dtype.kind == 'O':
        if itemsize is None:
            plain = np.asarray(plain.tolist(), dtype=bytes if unicode is False else None)
        if plain.dtype.kind not in 'US':
            plain = plain.astype(str)
    kind = plain.dtype.kind
    if kind in 'US':
        if unicode is None:
            unicode = kind == 'U'
        if itemsize is None:
            itemsize = plain.dtype.itemsize // (4 if kind == 'U' else 1)
    else:
        if itemsize is None:
            plain = plain.astype(str if unicode else bytes)
            itemsize = plain.dtype.itemsize // (4 if plain.dtype.kind == 'U' else 1)
        unicode = bool(unicode)
    dtype = np.dtype(f"{'U' if unicode else 'S'}{itemsize}")
    if plain.dtype != dtype or copy:
        plain = plain.astype(dtype) if plain.dtype != dtype else plain.copy(order or 'K')
    return plain.view(chararray)


def asarray(obj, itemsize=None, unicode=None, order=None):
    """The same without a copy where none is needed."""
    return array(obj, itemsize, copy=False, unicode=unicode, order=order)
