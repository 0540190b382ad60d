"""What numpy.ma knows of masks and fill values without arrays that have them."""
import numpy as np

nomask = np.False_
MaskType = np.bool_


class MAError(Exception):
    """What goes wrong with masked arrays."""


class MaskError(MAError):
    """What goes wrong with masks."""


class _Option:
    """How a masked element is printed."""

    def __init__(self, display):
        self._display, self._enabled = display, True

    def display(self):
        return self._display

    def set_display(self, text):
        self._display = text

    def enabled(self):
        return self._enabled

    def enable(self, shrink=1):
        self._enabled = bool(shrink)

    def __str__(self):
        return self._display

    __repr__ = __str__


masked_print_option = _Option('--')

_FILL = {'b': True, 'i': 999999, 'u': 999999, 'f': 1e20, 'c': 1e20 + 0j, 'S': b'N/A', 'U': 'N/A', 'O': '?'}


_WIDE = {'b': np.bool_, 'i': np.int64, 'u': np.uint64, 'f': np.float64, 'c': np.complex128, 'S': np.bytes_,
         'U': np.str_, 'O': str}


def default_fill_value(obj):
    """What masked elements of a dtype are filled with."""
    dtype = obj if isinstance(obj, np.dtype) else obj.dtype if hasattr(obj, 'dtype') else np.asarray(obj).dtype
    if dtype.kind == 'M':
        return np.datetime64('NaT')
    if dtype.kind == 'm':
        return np.timedelta64('NaT')
    return _WIDE[dtype.kind](_FILL[dtype.kind])


def _extreme(obj, most):
    dtype = obj if isinstance(obj, np.dtype) else obj.dtype if hasattr(obj, 'dtype') else np.asarray(obj).dtype
    if dtype.kind == 'f':
        return dtype.type(np.inf if most else -np.inf)
    if dtype.kind == 'b':
        return most
    if dtype.kind in 'iu':
        limits = np.iinfo(dtype)
        return limits.max if most else limits.min
    if dtype.kind == 'c':
        return complex(np.inf, np.inf) if most else complex(-np.inf, -np.inf)
    if dtype.kind in 'mM':
        return 2 ** 63 - 1 if most else 1 - 2 ** 63
    return None


def minimum_fill_value(obj):
    """The greatest value of a dtype, which no minimum is."""
    return _extreme(obj, True)


def maximum_fill_value(obj):
    """The least value of a dtype, which no maximum is."""
    return _extreme(obj, False)


def make_mask(m, copy=False, shrink=True, dtype=bool):
    """A mask of anything that is true or false."""
    if m is nomask:
        return nomask
    made = np.array(m, dtype=bool) if copy else np.asarray(m, dtype=bool)
    return nomask if shrink and not made.any() else made


def make_mask_none(newshape, dtype=None):
    """A mask of False."""
    return np.zeros(newshape, bool)


def mask_or(m1, m2, copy=False, shrink=True):
    """Masked where one of two masks is."""
    if m1 is nomask or m1 is False:
        return make_mask(m2, copy=copy, shrink=shrink) if m2 is not None else nomask
    if m2 is nomask or m2 is False:
        return make_mask(m1, copy=copy, shrink=shrink)
    if m1 is m2:
        return m1
    return make_mask(np.logical_or(m1, m2), copy=copy, shrink=shrink)


def fitting(value, dtype):
    """A fill value in the dtype of an array."""
    try:
        return np.array(value, dtype=dtype)[()]
    except (ValueError, OverflowError, TypeError) as error:
        if isinstance(value, str):
            raise TypeError(f'Cannot set fill value of string with array of dtype {dtype}') from None
        if isinstance(error, TypeError):
            raise
        raise TypeError(f'Cannot convert fill_value {value} to dtype {dtype}') from None
