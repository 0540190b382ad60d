"""numpy.ma.MaskedArray: an array and a mask that says which of its elements do not count. numpy's own functions would
not see the mask, so a masked array gives itself to them only where nothing is masked."""
import numpy as np
import _numpy
from _numpy_ma_mask import *

def getdata(a, subok=True):
    """The elements, masked or not."""
    return a._data if isinstance(a, MaskedArray) else np.asarray(a)


def getmask(a):
    """The mask, or nomask."""
    return a._mask if isinstance(a, MaskedArray) else nomask


def getmaskarray(arr):
    """The mask as an array, also where nothing is masked."""
    mask = getmask(arr)
    return np.zeros(np.shape(getdata(arr)), bool) if mask is nomask else mask


def _wrap(data, mask, fill=None):
    made = MaskedArray.__new__(MaskedArray)
    made._data, made._mask, made._fill_value, made._hardmask = data, mask, fill, False
    return made


def _result(data, mask, fill=None):
    """An array, or one element: masked, or the element itself."""
    if isinstance(data, np.ndarray):
        return _wrap(data, mask, fill)
    return masked if mask is not nomask and bool(mask) else data


def _binary(name, x, y, domain=None):
    if not isinstance(y, (MaskedArray, np.ndarray, np.generic, int, float, complex, bool, list, tuple, str)):
        return NotImplemented
    a, b = getdata(x), getdata(y) if isinstance(y, MaskedArray) else y
    with np.errstate(all='ignore'):
        made = getattr(np, name)(a, b)
        mask = mask_or(getmask(x), getmask(y), shrink=False)
        if domain is not None:
            outside = domain(a, b)
            if np.any(outside):
                mask = np.asarray(outside) if mask is nomask else np.logical_or(mask, outside)
    if mask is not nomask:
        if np.shape(mask) != np.shape(made):
            mask = np.broadcast_to(mask, np.shape(made)).copy()
        if isinstance(made, np.ndarray) and made.ndim and mask.any() and np.shape(a) == made.shape and \
                np.can_cast(np.asarray(a).dtype, made.dtype, 'same_kind') and made.dtype.kind != 'b':
            made = np.where(mask, a, made).astype(made.dtype)
    fill = x._fill_value if isinstance(x, MaskedArray) and made.dtype == x.dtype else None
    return _result(made, mask, fill)


def _divides_by_zero(a, b):
    """Where a quotient would be infinite."""
    tiny = np.finfo(float).tiny
    return np.absolute(a) * tiny >= np.absolute(b)


def _operator(name, domain=None, swapped=False):
    def method(self, other):
        if swapped:
            return _binary(name, other, self, domain)
        return _binary(name, self, other, domain)
    return method


def _in_place(name, domain=None):
    def method(self, other):
        made = _binary(name, self, other, domain)
        if made is NotImplemented:
            return made
        if not np.can_cast(made.dtype, self.dtype, 'same_kind'):
            _numpy._cast_error(f"Cannot cast ufunc '{name}' output from {made.dtype!r} to {self.dtype!r} with casting rule "
                               "'same_kind'")
        self._data[...] = made._data.astype(self.dtype)
        self._mask = made._mask
        return self
    return method


class MaskedArray:
    """An array with a mask."""

    __array_priority__ = 15

    def __init__(self, data=None, mask=nomask, dtype=None, copy=False, subok=True, ndmin=0, fill_value=None,
                 keep_mask=True, hard_mask=None, shrink=True, order=None):
        before = getmask(data)
        if not isinstance(data, MaskedArray) and isinstance(data, (list, tuple)) and _holds_masked(data):
            before = np.asarray(_masks_of(data), dtype=bool)
            data = _without_masked(data)
        plain = getdata(data)
        array = np.array(plain, dtype=dtype, copy=True, ndmin=ndmin) if copy or dtype is not None or ndmin else \
            np.asarray(plain)
        if mask is nomask or mask is None:
            own = before if keep_mask else nomask
            if own is not nomask and copy:
                own = own.copy()
        elif mask is True or mask is False or (np.isscalar(mask) and isinstance(mask, (bool, np.bool_, int))):
            own = np.full(array.shape, bool(mask))
        else:
            own = np.array(getdata(mask), dtype=bool)
            if own.shape != array.shape:
                if own.size == 1:
                    own = np.full(array.shape, bool(own.ravel()[0]))
                elif own.size == array.size:
                    own = own.reshape(array.shape)
                else:
                    raise MaskError(f'Mask and data not compatible: data size is {array.size}, mask size is '
                                    f'{own.size}.')
        if mask is not nomask and mask is not None and keep_mask and before is not nomask:
            own = np.logical_or(own, before)
        if own is not nomask and own.shape != array.shape:
            own = own.reshape(array.shape)
        self._data, self._mask = array, own
        given = fill_value if fill_value is not None else data._fill_value if isinstance(data, MaskedArray) else None
        self._fill_value = None if given is None else fitting(given, array.dtype)
        self._hardmask = bool(hard_mask) if hard_mask is not None else getattr(data, '_hardmask', False)

    def __array__(self, dtype=None, *, copy=None):
        if self._mask is not nomask and self._mask.any():
            raise NotImplementedError("numpy's own functions do not see the mask of a masked array: use its methods, "
                                      'the functions of np.ma, or give them x.filled(...), x.compressed() or x.data')
        return self._data if dtype is None else self._data.astype(dtype)

    # ---- What it is ----

    shape = property(lambda self: self._data.shape, lambda self, shape: self._reshape_in_place(shape))
    dtype = property(lambda self: self._data.dtype)
    ndim = property(lambda self: self._data.ndim)
    size = property(lambda self: self._data.size)
    itemsize = property(lambda self: self._data.itemsize)
    nbytes = property(lambda self: self._data.nbytes)
    strides = property(lambda self: self._data.strides)
    data = property(lambda self: self._data)
    baseclass = property(lambda self: np.ndarray)
    hardmask = property(lambda self: self._hardmask)
    sharedmask = property(lambda self: False)
    real = property(lambda self: _wrap(self._data.real, self._mask))
    imag = property(lambda self: _wrap(self._data.imag, self._mask))
    T = property(lambda self: self.transpose())

    def _reshape_in_place(self, shape):
        self._data = self._data.reshape(shape)
        if self._mask is not nomask:
            self._mask = self._mask.reshape(shape)

    @property
    def flat(self):
        return iter([self.ravel()[n] for n in range(self.size)])

    @property
    def mask(self):
        return self._mask if self._mask is nomask else self._mask.view()

    @mask.setter
    def mask(self, value):
        if value is nomask or (np.isscalar(value) and not value):
            if not self._hardmask and self._mask is not nomask:
                self._mask[...] = False
            return
        if self._mask is nomask:
            self._mask = np.zeros(self.shape, bool)
        value = np.asarray(getdata(value), dtype=bool)
        if self._hardmask:
            self._mask |= value
        else:
            self._mask[...] = value

    recordmask = mask

    @property
    def fill_value(self):
        if self._fill_value is None:
            return default_fill_value(self.dtype)
        return self._fill_value

    @fill_value.setter
    def fill_value(self, value):
        self._fill_value = None if value is None else fitting(value, self.dtype)

    def get_fill_value(self):
        return self.fill_value

    def set_fill_value(self, value=None):
        self.fill_value = value

    def harden_mask(self):
        self._hardmask = True
        return self

    def soften_mask(self):
        self._hardmask = False
        return self

    def unshare_mask(self):
        if self._mask is not nomask:
            self._mask = self._mask.copy()
        return self

    def shrink_mask(self):
        self._mask = make_mask(self._mask)
        return self

    # ---- Elements ----

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        for n in range(len(self._data)):
            yield self[n]

    def __getitem__(self, key):
        key = key._data if isinstance(key, MaskedArray) else key
        data = self._data[key]
        mask = nomask if self._mask is nomask else self._mask[key]
        if isinstance(data, np.ndarray):
            return _wrap(data, mask, self._fill_value)
        return masked if mask is not nomask and mask else data

    def __setitem__(self, key, value):
        key = key._data if isinstance(key, MaskedArray) else key
        if value is masked:
            if self._mask is nomask:
                self._mask = np.zeros(self.shape, bool)
            self._mask[key] = True
            return
        data, mask = getdata(value), getmask(value)
        if isinstance(value, (list, tuple)) and _holds_masked(value):
            made = MaskedArray(value)
            data, mask = made._data, made._mask
        if self._hardmask and self._mask is not nomask:
            places = np.zeros(self.shape, bool)
            places[key] = True
            places &= ~self._mask
            whole = self._data.copy()
            whole[key] = data
            self._data[places] = whole[places]
            return
        self._data[key] = data
        if mask is not nomask and self._mask is nomask:
            self._mask = np.zeros(self.shape, bool)
        if self._mask is not nomask:
            self._mask[key] = mask

    def filled(self, fill_value=None):
        """The elements, masked ones replaced."""
        if self._mask is nomask or not self._mask.any():
            return self._data
        fill = np.asarray(self.fill_value).astype(self.dtype) if fill_value is None else fitting(fill_value, self.dtype)
        made = self._data.copy()
        made[self._mask] = fill
        return made

    def compressed(self):
        """The elements that count, in one dimension."""
        data = self._data.ravel()
        return data if self._mask is nomask else data[~self._mask.ravel()]

    def tolist(self, fill_value=None):
        if self._mask is nomask:
            return self._data.tolist()
        if fill_value is not None:
            return self.filled(fill_value).tolist()
        made = self._data.astype(object)
        made[self._mask] = None
        return made.tolist()

    def item(self, *args):
        return self._data.item(*args)

    def _printed(self):
        if self._mask is nomask:
            return self._data
        made = self._data.astype(object)
        made[self._mask] = masked_print_option
        return made

    def __str__(self):
        return str(self._printed())

    def __repr__(self):
        name = 'masked_array'
        long = self.ndim > 1
        rows = ['data', 'mask', 'fill_value']
        implied = self.dtype in (np.dtype(bool), np.dtype(int), np.dtype(float), np.dtype(complex))
        if not implied or np.all(self._mask) or self.size == 0:
            rows.append('dtype')
        if long:
            start, indents, joint = f'{name}(\n', {row: '  ' for row in rows}, ',\n'
        else:
            indents = {row: ' ' * (len(name) + 1 + 4 - len(row)) for row in rows}
            indents['data'] = f'{name}('
            start, joint = '', ',\n'
        texts = {'data': np.array2string(self._printed(), separator=', ', prefix=indents['data'] + 'data=', suffix=','),
                 'mask': str(self._mask) if self._mask is nomask else np.array2string(
                     self._mask, separator=', ', prefix=indents['mask'] + 'mask=', suffix=','),
                 'fill_value': repr(self.fill_value.item()) if self.dtype.kind in 'US' else str(self.fill_value)
                 if np.asarray(self.fill_value).dtype == self.dtype else repr(self.fill_value),
                 'dtype': str(self.dtype) if self.dtype.kind not in 'USMm' else f"'{self.dtype.str}'"}
        return start + joint.join(f'{indents[row]}{row}={texts[row]}' for row in rows) + ')'

    # ---- Arithmetic ----

    __add__, __radd__, __iadd__ = _operator('add'), _operator('add', None, True), _in_place('add')
    __sub__, __rsub__, __isub__ = _operator('subtract'), _operator('subtract', None, True), _in_place('subtract')
    __mul__, __rmul__, __imul__ = _operator('multiply'), _operator('multiply', None, True), _in_place('multiply')
    __truediv__ = _operator('true_divide', _divides_by_zero)
    __rtruediv__ = _operator('true_divide', _divides_by_zero, True)
    __itruediv__ = _in_place('divide', _divides_by_zero)
    __floordiv__ = _operator('floor_divide', _divides_by_zero)
    __rfloordiv__ = _operator('floor_divide', _divides_by_zero, True)
    __mod__, __rmod__ = _operator('remainder', _divides_by_zero), _operator('remainder', _divides_by_zero, True)
    __and__, __or__, __xor__ = _operator('bitwise_and'), _operator('bitwise_or'), _operator('bitwise_xor')
    __lt__, __le__, __gt__, __ge__ = (_operator(name) for name in ('less', 'less_equal', 'greater', 'greater_equal'))
    __eq__, __ne__ = _operator('equal'), _operator('not_equal')
    __hash__ = None

    def __pow__(self, other):
        made = _binary('power', self, other)
        lost = ~np.isfinite(made._data) if made.dtype.kind in 'fc' else nomask
        if lost is not nomask and lost.any():
            made._mask = mask_or(made._mask, lost)
        return made

    __ipow__ = _in_place('power')

    def __neg__(self):
        return _wrap(-self._data, self._mask, self._fill_value)

    def __pos__(self):
        return self

    def __abs__(self):
        return _wrap(abs(self._data), self._mask, self._fill_value)

    def __invert__(self):
        return _wrap(~self._data, getmaskarray(self))

    def __float__(self):
        if self.size > 1:
            raise TypeError('Only length-1 arrays can be converted to Python scalars')
        if self._mask is not nomask and self._mask.all():
            import warnings
            warnings.warn('Warning: converting a masked element to nan.', stacklevel=2)
            return float('nan')
        return float(self._data.item())

    def __int__(self):
        if self._mask is not nomask and self._mask.all():
            raise MaskError('Cannot convert masked element to a Python int.')
        return int(self._data.item())

    def __bool__(self):
        return bool(self.filled(False)) if self.size == 1 else bool(self._data)

    # ---- Shapes ----

    def _both(self, change):
        mask = nomask if self._mask is nomask else change(self._mask)
        return _wrap(change(self._data), mask, self._fill_value)

    def reshape(self, *shape, order='C'):
        return self._both(lambda a: a.reshape(*shape, order=order))

    def ravel(self, order='C'):
        return self._both(lambda a: a.ravel(order))

    def flatten(self, order='C'):
        return self._both(lambda a: a.flatten(order))

    def transpose(self, *axes):
        return self._both(lambda a: a.transpose(*axes))

    def squeeze(self, axis=None):
        return self._both(lambda a: a.squeeze() if axis is None else a.squeeze(axis))

    def swapaxes(self, axis1, axis2):
        return self._both(lambda a: a.swapaxes(axis1, axis2))

    def copy(self, order='C'):
        return self._both(lambda a: a.copy())

    def view(self, *args):
        return self._both(lambda a: a)

    def astype(self, dtype, **kwargs):
        return _wrap(self._data.astype(dtype, **kwargs), self._mask if self._mask is nomask else self._mask.copy())

    def repeat(self, repeats, axis=None):
        return self._both(lambda a: a.repeat(repeats, axis))

    def take(self, indices, axis=None, out=None, mode='raise'):
        return self._both(lambda a: np.take(a, getdata(indices), axis=axis, mode=mode))

    def diagonal(self, *args):
        return self._both(lambda a: a.diagonal(*args))

    def conj(self):
        return _wrap(self._data.conj(), self._mask)

    conjugate = conj

    # ---- Reductions ----

    def count(self, axis=None, keepdims=False):
        """How many elements count."""
        good = ~getmaskarray(self)
        made = np.sum(good, axis=axis, keepdims=keepdims)
        return int(made) if axis is None and not keepdims else made

    def _fold(self, name, neutral, axis, keepdims, dtype=None):
        if self._mask is nomask:
            made = getattr(np, name)(self._data, axis=axis, keepdims=keepdims, **({'dtype': dtype} if dtype else {}))
            return _result(made, nomask)
        made = getattr(np, name)(self.filled(neutral), axis=axis, keepdims=keepdims,
                                 **({'dtype': dtype} if dtype else {}))
        lost = self._mask.all(axis=axis, keepdims=keepdims)
        if isinstance(made, np.ndarray):
            return _wrap(np.where(lost, 0, made).astype(made.dtype) if name in ('sum', 'prod') else made, lost)
        return masked if lost else made

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._fold('sum', 0, axis, keepdims, dtype)

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._fold('prod', 1, axis, keepdims, dtype)

    product = prod

    def min(self, axis=None, out=None, fill_value=None, keepdims=False):
        return self._fold('min', minimum_fill_value(self) if self._mask is not nomask else 0, axis, keepdims)

    def max(self, axis=None, out=None, fill_value=None, keepdims=False):
        return self._fold('max', maximum_fill_value(self) if self._mask is not nomask else 0, axis, keepdims)

    def any(self, axis=None, out=None, keepdims=False):
        return self._fold('any', False, axis, keepdims)

    def all(self, axis=None, out=None, keepdims=False):
        return self._fold('all', True, axis, keepdims)

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        if self._mask is nomask:
            return _result(self._data.mean(axis=axis, dtype=dtype, keepdims=keepdims), nomask)
        total, n = self.sum(axis=axis, dtype=dtype, keepdims=keepdims), self.count(axis=axis, keepdims=keepdims)
        return masked if total is masked else total / n

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        if self._mask is nomask:
            return _result(self._data.var(axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims), nomask)
        n = self.count(axis=axis, keepdims=True) - ddof
        off = self - self.mean(axis=axis, keepdims=True)
        squares = (off * off.conj()).real if self.dtype.kind == 'c' else off * off
        made = squares.sum(axis=axis, keepdims=True)
        made = made / n
        made = _wrap(made._data, mask_or(getmask(made), n <= 0, shrink=False))
        if keepdims:
            return made
        return made.reshape(()if axis is None else np.sum(self._data, axis=axis).shape)[()]

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        made = self.var(axis, dtype, None, ddof, keepdims)
        return made if made is masked else _result(np.sqrt(getdata(made)), getmask(made)) if isinstance(
            made, MaskedArray) else np.sqrt(made)

    def ptp(self, axis=None, out=None, fill_value=None, keepdims=False):
        return self.max(axis, keepdims=keepdims) - self.min(axis, keepdims=keepdims)

    def argmin(self, axis=None, fill_value=None, out=None, *, keepdims=False):
        return self.filled(minimum_fill_value(self) if fill_value is None else fill_value).argmin(axis)

    def argmax(self, axis=None, fill_value=None, out=None, *, keepdims=False):
        return self.filled(maximum_fill_value(self) if fill_value is None else fill_value).argmax(axis)

    def cumsum(self, axis=None, dtype=None, out=None):
        mask = self._mask if self._mask is nomask or axis is not None else self._mask.ravel()
        return _wrap(self.filled(0).cumsum(axis, dtype), mask)

    def cumprod(self, axis=None, dtype=None, out=None):
        mask = self._mask if self._mask is nomask or axis is not None else self._mask.ravel()
        return _wrap(self.filled(1).cumprod(axis, dtype), mask)

    def anom(self, axis=None, dtype=None):
        """The differences to the mean."""
        return self - self.mean(axis, dtype, keepdims=axis is not None)

    def round(self, decimals=0, out=None):
        made = self._data.round(decimals)
        return _wrap(made, self._mask, self._fill_value)

    def clip(self, min=None, max=None):
        return _wrap(self._data.clip(min, max), self._mask, self._fill_value)

    def argsort(self, axis=-1, kind=None, order=None, endwith=True, fill_value=None, *, stable=False):
        if fill_value is None:
            fill_value = minimum_fill_value(self) if endwith else maximum_fill_value(self)
        return self.filled(fill_value).argsort(axis=axis, kind='stable')

    def sort(self, axis=-1, kind=None, order=None, endwith=True, fill_value=None, *, stable=False):
        if self._mask is nomask:
            self._data.sort(axis=axis)
            return
        places = np.lexsort((self.filled(minimum_fill_value(self)), self._mask)) if self.ndim == 1 and endwith else \
            self.argsort(axis, endwith=endwith, fill_value=fill_value)
        self._data[...] = np.take_along_axis(self._data, places, axis)
        self._mask[...] = np.take_along_axis(self._mask, places, axis)

    def nonzero(self):
        return self.filled(0).nonzero()

    def dot(self, b, out=None, strict=False):
        mask = ~np.dot((~getmaskarray(self)).astype(int), (~getmaskarray(b)).astype(int)).astype(bool)
        made = np.dot(self.filled(0), b.filled(0) if isinstance(b, MaskedArray) else b)
        return _result(made, mask if np.any(mask) or self._mask is not nomask else nomask)

    __matmul__ = dot

    def trace(self, offset=0, axis1=0, axis2=1):
        return self.diagonal(offset, axis1, axis2).sum(axis=-1)


def _holds_masked(items):
    return any(item is masked or (isinstance(item, MaskedArray)) or (isinstance(item, (list, tuple)) and
                                                                     _holds_masked(item)) for item in items)


def _masks_of(items):
    return [item is masked if not isinstance(item, (list, tuple, MaskedArray)) or item is masked else
            getmaskarray(item) if isinstance(item, MaskedArray) else _masks_of(item) for item in items]


def _without_masked(items):
    return [0.0 if item is masked else item._data if isinstance(item, MaskedArray) else
            _without_masked(item) if isinstance(item, (list, tuple)) else item for item in items]


class MaskedConstant(MaskedArray):
    """The element that a masked one is."""

    def __init__(self):
        self._data, self._mask, self._fill_value, self._hardmask = np.array(0.0), np.array(True), None, False

    def __repr__(self):
        return 'masked'

    def __str__(self):
        return masked_print_option._display

    def __format__(self, spec):
        return format(str(self), '')

    def copy(self, *args):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (MaskedConstant, ())


def _stays_masked(self, *args):
    return self


for _name in ('add', 'radd', 'sub', 'rsub', 'mul', 'rmul', 'truediv', 'rtruediv', 'floordiv', 'rfloordiv', 'mod',
              'pow'):
    _plain = getattr(MaskedArray, f'__{_name}__')

    def _with_masked(self, other, plain=_plain):
        made = plain(self, other)
        return masked if isinstance(made, MaskedArray) and made.ndim == 0 else made
    setattr(MaskedConstant, f'__{_name}__', _with_masked)
for _name in ('neg', 'pos', 'abs'):
    setattr(MaskedConstant, f'__{_name}__', _stays_masked)

masked = MaskedConstant()
masked_singleton = masked
