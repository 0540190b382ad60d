"""The half of numpy's arrays that is written in the language: what is made of other functions and seldom called in
loops. The classes _ndarray, _ufunc and _scalar hold methods that the native types add to their own."""

import numpy as np
from numpy import _plain_text, _str_text, _repr_text, _writeable


# ---- Printing ----

class printoptions:
    def __init__(self, *args, **kwargs):
        self._args = args
        self._kwargs = kwargs

    def __enter__(self):
        self._saved = np.get_printoptions()
        np.set_printoptions(*self._args, **self._kwargs)
        return np.get_printoptions()

    def __exit__(self, *exc):
        _restore(self._saved)


def _restore(saved):
    saved = dict(saved)
    del saved["legacy"]
    del saved["override_repr"]
    np.set_printoptions(**saved)


def _under(options, function, *args):
    saved = np.get_printoptions()
    given = {name: value for name, value in options.items() if value is not None}
    if "formatter" not in given:
        given["formatter"] = saved["formatter"]
    try:
        np.set_printoptions(**given)
        return function(*args)
    finally:
        _restore(saved)


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *,
                 formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix='', legacy=None):
    return _under(dict(linewidth=max_line_width, precision=precision, suppress=suppress_small, formatter=formatter,
                       threshold=threshold, edgeitems=edgeitems, sign=sign, floatmode=floatmode),
                  _plain_text, a, separator, prefix, suffix)


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    return _under(dict(linewidth=max_line_width, precision=precision, suppress=suppress_small), _repr_text, arr)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    return _under(dict(linewidth=max_line_width, precision=precision, suppress=suppress_small), _str_text, a)


def _digits(x, unique, scientific, precision):
    """Sign, digits before and behind the point, and exponent of a finite number."""
    if unique:
        text = str(abs(x)) if not isinstance(x, float) or isinstance(x, np.generic) else repr(abs(x))
        if 'e' not in text:
            whole, _, rest = text.partition('.')
            power = 0
        else:
            mantissa, _, tail = text.partition('e')
            whole, _, rest = mantissa.partition('.')
            power = int(tail)
        digits = (whole + rest).lstrip('0')
        point = len(whole) + power - (len(whole + rest) - len((whole + rest).lstrip('0')))
        digits = digits.rstrip('0')
        if digits == '':
            digits, point = '0', 1
        return digits, point
    if scientific:
        text = '{:.{}e}'.format(abs(float(x)), precision)
        mantissa, _, tail = text.partition('e')
        return mantissa.replace('.', ''), int(tail) + 1
    text = '{:.{}f}'.format(abs(float(x)), precision)
    whole, _, rest = text.partition('.')
    return whole + rest, len(whole)


def _trimmed(whole, rest, trim, least):
    if trim != 'k':
        while rest.endswith('0') and len(rest) > least:
            rest = rest[:-1]
    if rest == '' and trim == '0':
        rest = '0'
    if rest == '' and trim == '-':
        return whole
    if rest == '0' and trim == '-' and least == 0:
        return whole
    return whole + '.' + rest


def _special(x, sign):
    if np.isnan(x):
        return 'nan'
    if np.isinf(x):
        return '-inf' if x < 0 else '+inf' if sign else 'inf'
    return None


def format_float_positional(x, precision=None, unique=True, fractional=True, trim='k', sign=False, pad_left=None,
                            pad_right=None, min_digits=None):
    if precision is None and not unique:
        precision = 8
    text = _special(x, sign)
    if text is None:
        digits, point = _digits(x, unique, False, precision)
        least = min_digits or 0
        if unique and precision is not None:
            if fractional and len(digits) - point > precision:
                digits, point = _digits(x, False, False, precision)
            elif not fractional and len(digits) > precision:
                digits, point = _digits(x, False, True, max(precision - 1, 0))
        if not fractional and not unique:
            digits, point = _digits(x, False, True, max(precision - 1, 0))
        whole = (digits[:point] + '0' * (point - len(digits))) if point > 0 else '0'
        rest = '0' * -point + digits if point <= 0 else digits[point:]
        if unique and digits == '0':
            rest = ''
        if fractional and len(rest) < least:
            rest += '0' * (least - len(rest))
        if trim == 'k' and not unique and fractional:
            rest += '0' * (precision - len(rest))
        text = _trimmed(whole, rest, trim if not unique else ('k' if trim == 'k' else trim), least)
        if np.signbit(x):
            text = '-' + text
        elif sign:
            text = '+' + text
        if pad_left is not None:
            at = text.find('.')
            before = at if at >= 0 else len(text)
            text = ' ' * (pad_left - before) + text
        if pad_right is not None:
            at = text.find('.')
            text += ' ' * (pad_right - (len(text) - at - 1 if at >= 0 else -1))
    return text


def format_float_scientific(x, precision=None, unique=True, trim='k', sign=False, pad_left=None, exp_digits=None,
                            min_digits=None):
    if precision is None and not unique:
        precision = 8
    text = _special(x, sign)
    if text is None:
        digits, point = _digits(x, unique, True, precision)
        if unique and precision is not None and len(digits) - 1 > precision:
            digits, point = _digits(x, False, True, precision)
        rest = digits[1:]
        least = min_digits or 0
        if len(rest) < least:
            rest += '0' * (least - len(rest))
        text = _trimmed(digits[0], rest, trim, least)
        power = point - 1 if digits.strip('0') else 0
        if np.signbit(x):
            text = '-' + text
        elif sign:
            text = '+' + text
        if pad_left is not None:
            at = text.find('.')
            text = ' ' * (pad_left - (at if at >= 0 else len(text))) + text
        text += 'e{}{:0{}d}'.format('-' if power < 0 else '+', abs(power), exp_digits if exp_digits is not None else 2)
    return text


# ---- Floating-point trouble ----

class errstate:
    def __init__(self, *, call=None, all=None, divide=None, over=None, under=None, invalid=None):
        self._given = dict(all=all, divide=divide, over=over, under=under, invalid=invalid)

    def __enter__(self):
        self._saved = np.seterr(**self._given)

    def __exit__(self, *exc):
        np.seterr(**self._saved)

    def __call__(self, function):
        def wrapped(*args, **kwargs):
            with errstate(**self._given):
                return function(*args, **kwargs)
        return wrapped


# ---- Reductions with out=, initial=, where= ----

_joins = {'sum': 'add', 'prod': 'multiply', 'max': 'maximum', 'min': 'minimum', 'any': 'logical_or',
          'all': 'logical_and'}


def _given(out, result):
    if out is None:
        return result
    if isinstance(out, tuple):
        out = out[0]
    out[...] = result
    return out


def _count(a, axis, where):
    return np.sum(np.broadcast_to(np.asarray(where, dtype=bool), a.shape), axis=axis, keepdims=True)


def _reduce(name, a, axis, dtype, out, keepdims, initial, where, ddof):
    a = np.asarray(a)
    plain = dict(axis=axis, keepdims=keepdims)
    if dtype is not None:
        plain['dtype'] = dtype
    if where is True:
        where = None
    if name in _joins:
        if where is not None:
            where = np.asarray(where, dtype=bool)
            if name in ('max', 'min'):
                if initial is None:
                    raise ValueError(f"reduction operation '{_joins[name]}' does not have an identity, so to use a "
                                     "where mask one has to specify 'initial'")
                neutral = initial
            else:
                neutral = {'sum': 0, 'prod': 1, 'any': False, 'all': True}[name]
            a = np.where(where, a, np.asarray(neutral).astype(a.dtype))
        if initial is None:
            return _given(out, getattr(np, name)(a, **plain))
        empty = a.size == 0 and name in ('max', 'min')
        if empty:
            count = np.sum(np.zeros(a.shape, dtype=int), axis=axis, keepdims=keepdims)
            return _given(out, np.asarray(count + initial).astype(a.dtype)[()])
        return _given(out, getattr(np, _joins[name])(getattr(np, name)(a, **plain), initial))
    if where is None:
        if name in ('std', 'var'):
            plain['ddof'] = ddof
        return _given(out, getattr(np, name)(a, **plain))
    count = _count(a, axis, where)
    mask = np.asarray(where, dtype=bool)
    zero = np.zeros((), dtype=a.dtype)
    mean = np.sum(np.where(mask, a, zero), axis=axis, keepdims=True, dtype=dtype) / count
    if name == 'mean':
        result = mean
    else:
        difference = np.where(mask, a - mean, 0.0)
        result = np.sum(difference * difference, axis=axis, keepdims=True) / np.maximum(count - ddof, 0)
        if name == 'std':
            result = np.sqrt(result)
    if not keepdims:
        result = np.squeeze(result, axis=axis)[()]
    return _given(out, result)


# ---- Methods of ufuncs ----

def _axis(axis, ndim):
    if axis < -ndim or axis >= ndim:
        raise np.exceptions.AxisError(f'axis {axis} is out of bounds for array of dimension {ndim}')
    return axis + ndim if axis < 0 else axis


_folds = {'add': 'sum', 'multiply': 'prod', 'maximum': 'max', 'minimum': 'min', 'logical_and': 'all',
          'logical_or': 'any'}


def _needs_two(ufunc, method):
    if ufunc.nin != 2:
        raise ValueError(f'{method} only supported for binary functions')
    if ufunc.nout != 1:
        raise ValueError(f'{method} only supported for functions returning a single value')


class _ufunc:
    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
        _needs_two(self, 'reduce')
        array = np.asarray(array)
        if array.ndim == 0 and axis == 0:
            axis = None
        if self.__name__ in _folds:
            return _reduce(_folds[self.__name__], array, axis, dtype, out, keepdims, initial, where, 0)
        axes = range(array.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)
        axes = sorted(_axis(one, array.ndim) for one in axes)
        if dtype is not None:
            array = array.astype(dtype)
        shape = array.shape
        if len(axes) > 1 and self.__name__ in ('subtract', 'divide', 'power', 'floor_divide', 'remainder'):
            raise ValueError(f"reduction operation '{self.__name__}' is not reorderable, so at most one axis may be "
                             "specified")
        for axis in reversed(axes):
            rows = np.moveaxis(array, axis, 0)
            if len(rows) == 0:
                if self.identity is None and initial is None:
                    raise ValueError(f'zero-size array to reduction operation {self.__name__} which has no identity')
                array = np.full(rows.shape[1:], self.identity if initial is None else initial)
                continue
            result = rows[0] if initial is None else self(initial, rows[0])
            for row in rows[1:]:
                result = self(result, row)
            array = np.asarray(result)
        if self.__name__ in ('logical_xor', 'equal', 'less', 'greater') and array.dtype != bool:
            array = array.astype(bool)
        if keepdims:
            array = array.reshape([1 if i in axes else n for i, n in enumerate(shape)])
        return _given(out, array[()] if array.ndim == 0 else array)

    def accumulate(self, array, axis=0, dtype=None, out=None):
        _needs_two(self, 'accumulate')
        array = np.asarray(array)
        if array.ndim == 0:
            raise TypeError('cannot accumulate on a scalar')
        if dtype is not None:
            array = array.astype(dtype)
        if self.__name__ == 'add':
            return _given(out, np.cumsum(array, axis=axis))
        if self.__name__ == 'multiply':
            return _given(out, np.cumprod(array, axis=axis))
        rows = np.moveaxis(array, _axis(axis, array.ndim), 0)
        if len(rows) == 0:
            return _given(out, array.copy())
        kept = [rows[0]]
        for row in rows[1:]:
            kept.append(self(kept[-1], row))
        return _given(out, np.moveaxis(np.array(kept), 0, axis))

    def outer(self, A, B, **kwargs):
        _needs_two(self, 'outer product')
        A = np.asarray(A)
        B = np.asarray(B)
        return self(A.reshape(A.shape + (1,) * B.ndim), B, **kwargs)

    def reduceat(self, array, indices, axis=0, dtype=None, out=None):
        _needs_two(self, 'reduceat')
        array = np.asarray(array)
        if dtype is not None:
            array = array.astype(dtype)
        rows = np.moveaxis(array, _axis(axis, array.ndim), 0)
        n = len(rows)
        indices = [int(i) for i in indices]
        for i in indices:
            if i < 0 or i >= n:
                raise IndexError(f'index {i} out-of-bounds in {self.__name__}.reduceat [0, {n})')
        made = []
        for k, start in enumerate(indices):
            stop = indices[k + 1] if k + 1 < len(indices) else n
            made.append(self.reduce(rows[start:stop], axis=0) if stop > start else
                        (rows[start] + 0 if rows.dtype == bool and self.__name__ == 'add' else rows[start]))
        if not made:
            return _given(out, rows[:0])
        return _given(out, np.moveaxis(np.array(made), 0, axis))

    def at(self, a, indices, b=None, /):
        if self.nin == 2 and b is None:
            raise ValueError('second operand needed for ufunc')
        if not isinstance(a, np.ndarray):
            raise TypeError('first operand must be array')
        places = np.arange(a.size).reshape(a.shape)[indices]
        if self.nin == 1:
            for place in np.ravel(places):
                where = np.unravel_index(int(place), a.shape)
                a[where] = self(a[where])
            return
        values = np.broadcast_to(np.asarray(b), np.shape(places))
        plain = a.ndim == 1
        for place, value in zip(np.ravel(places).tolist(), np.ravel(values)):
            where = place if plain else np.unravel_index(place, a.shape)
            a[where] = self(a[where], value).astype(a.dtype)


# ---- Methods of arrays ----

def _lanes(a, axis):
    return np.moveaxis(a, axis, -1)


class _flags:
    def __init__(self, array):
        self._array = array

    def _rows(self):
        a = self._array
        step = a.itemsize
        by_rows = True
        for n, stride in zip(reversed(a.shape), reversed(a.strides)):
            if n != 1 and stride != step:
                by_rows = False
            step *= n
        step = a.itemsize
        by_columns = True
        for n, stride in zip(a.shape, a.strides):
            if n != 1 and stride != step:
                by_columns = False
            step *= n
        if a.size <= 1:
            by_rows = by_columns = True
        return by_rows, by_columns

    c_contiguous = property(lambda self: self._rows()[0])
    contiguous = property(lambda self: self._rows()[0])
    f_contiguous = property(lambda self: self._rows()[1])
    fortran = property(lambda self: self._rows()[1] and not self._rows()[0])
    fnc = property(lambda self: self._rows()[1] and not self._rows()[0])
    forc = property(lambda self: self._rows()[0] or self._rows()[1])
    carray = property(lambda self: self._rows()[0] and _writeable(self._array))
    farray = property(lambda self: self._rows()[1] and not self._rows()[0] and _writeable(self._array))
    owndata = property(lambda self: self._array.base is None)
    aligned = property(lambda self: True)
    behaved = property(lambda self: _writeable(self._array))
    writebackifcopy = property(lambda self: False)

    @property
    def writeable(self):
        return _writeable(self._array)

    @writeable.setter
    def writeable(self, value):
        self._array.setflags(write=value)

    def __getitem__(self, name):
        names = {'C': 'c_contiguous', 'F': 'f_contiguous', 'O': 'owndata', 'W': 'writeable', 'A': 'aligned',
                 'X': 'writebackifcopy'}
        name = names.get(name, str(name).lower())
        if not hasattr(self, name):
            raise KeyError('Unknown flag')
        return getattr(self, name)

    def __setitem__(self, name, value):
        if name not in ('W', 'WRITEABLE'):
            raise KeyError('Unknown flag')
        self.writeable = value

    def __repr__(self):
        rows = [('C_CONTIGUOUS', self.c_contiguous), ('F_CONTIGUOUS', self.f_contiguous), ('OWNDATA', self.owndata),
                ('WRITEABLE', self.writeable), ('ALIGNED', True), ('WRITEBACKIFCOPY', False)]
        return ''.join(f'  {name} : {value}\n' for name, value in rows)


class flatiter:
    def __init__(self, array):
        self.base = array
        self._line = array.reshape(-1)
        self.index = 0

    @property
    def coords(self):
        return tuple(int(i) for i in np.unravel_index(self.index, self.base.shape))

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= len(self._line):
            raise StopIteration
        self.index += 1
        return self._line[self.index - 1]

    def __len__(self):
        return len(self._line)

    def __getitem__(self, key):
        made = self._line[key]
        return made.copy() if isinstance(made, np.ndarray) else made

    def __setitem__(self, key, value):
        line = self.base.reshape(-1)
        places = np.ravel(np.arange(len(line))[key])
        values = np.ravel(np.asarray(value, dtype=self.base.dtype))
        if len(values) == 0:
            raise ValueError('Error setting single item of array.')
        if line.base is not None and self.base.flags.c_contiguous:
            line[places] = np.take(values, np.arange(len(places)) % len(values))
        else:
            for k, place in enumerate(places.tolist()):
                self.base[np.unravel_index(place, self.base.shape)] = values[k % len(values)]
        self._line = self.base.reshape(-1)

    def __eq__(self, other):
        return self._line == other

    def __array__(self, dtype=None, *, copy=None):
        return self._line if dtype is None else self._line.astype(dtype)

    def copy(self):
        return self._line.copy()


def _set_flat(array, value):
    flatiter(array)[:] = value


class _ndarray:
    @property
    def flags(self):
        return _flags(self)

    @property
    def imag(self):
        return np.zeros(self.shape, dtype=self.dtype)

    @property
    def device(self):
        return 'cpu'

    def to_device(self, device, /, *, stream=None):
        if device != 'cpu':
            raise ValueError(f'Unsupported device: {device}.')
        return self

    def __array__(self, dtype=None, *, copy=None):
        return self if dtype is None else self.astype(dtype)

    def __deepcopy__(self, memo=None):
        return self.copy()

    def conj(self):
        if self.dtype.kind in 'US':
            raise TypeError('cannot conjugate non-numeric dtype')
        return self

    conjugate = conj

    def byteswap(self, inplace=False):
        return _byteswap(self, inplace)

    def choose(self, choices, out=None, mode='raise'):
        return choose(self, choices, out, mode)

    def compress(self, condition, axis=None, out=None):
        return compress(condition, self, axis, out)

    def partition(self, kth, axis=-1, kind='introselect', order=None):
        _check_kth(kth, self.shape[axis] if self.ndim else 1)
        self.sort(axis=axis)

    def argpartition(self, kth, axis=-1, kind='introselect', order=None):
        return argpartition(self, kth, axis)

    def put(self, indices, values, mode='raise'):
        return put(self, indices, values, mode)

    def searchsorted(self, v, side='left', sorter=None):
        if self.ndim == 0:
            raise ValueError('object of too small depth for desired array')
        if sorter is not None:
            return np.searchsorted(self[sorter], v, side=side)
        return np.searchsorted(self, v, side=side)

    def tofile(self, fid, sep='', format='%s'):
        data = self.tobytes() if sep == '' else None
        if data is None:
            text = sep.join(format % item for item in np.ravel(self).tolist())
            if isinstance(fid, str):
                with open(fid, 'w') as file:
                    file.write(text)
            else:
                fid.write(text)
        elif isinstance(fid, str):
            with open(fid, 'wb') as file:
                file.write(data)
        else:
            fid.write(data)

    def dump(self, file):
        raise NotImplementedError('pickles of arrays are not there: use numpy.save')

    def dumps(self):
        raise NotImplementedError('pickles of arrays are not there: use numpy.save')


def _check_kth(kth, n):
    for k in np.ravel(np.asarray(kth)).tolist():
        if k < -n or k >= n:
            raise ValueError(f'kth(={k}) out of bounds ({n})')


def partition(a, kth, axis=-1, kind='introselect', order=None):
    a = np.array(a)
    if axis is None:
        a = a.flatten()
        axis = -1
    _check_kth(kth, a.shape[axis])
    return np.sort(a, axis=axis)


def argpartition(a, kth, axis=-1, kind='introselect', order=None):
    a = np.asarray(a)
    if axis is None or a.ndim == 0:
        a = a.flatten()
        axis = -1
    _check_kth(kth, a.shape[axis])
    return np.argsort(a, axis=axis)


def _is_in(element, test, invert):
    element = np.asarray(element)
    items = np.ravel(np.asarray(test)).tolist()
    try:
        known = set(items)
    except TypeError:
        known = items
    found = [(item in known) != invert for item in np.ravel(element).tolist()]
    return np.array(found, dtype=bool).reshape(element.shape)[()]


def _search(line, values, right):
    line = np.asarray(line).tolist()
    values = np.asarray(values)

    def place(value):
        low, high = 0, len(line)
        while low < high:
            middle = (low + high) // 2
            if (not value < line[middle]) if right else line[middle] < value:
                low = middle + 1
            else:
                high = middle
        return low
    return np.array([place(v) for v in np.ravel(values).tolist()], dtype=int).reshape(values.shape)[()]


def choose(a, choices, out=None, mode='raise'):
    a = np.asarray(a)
    choices = [np.asarray(c) for c in choices]
    n = len(choices)
    if mode == 'wrap':
        a = a % n
    elif mode == 'clip':
        a = np.clip(a, 0, n - 1)
    elif np.any((a < 0) | (a >= n)):
        raise ValueError('invalid entry in choice array')
    arrays = np.broadcast_arrays(a, *choices)
    result = np.array(arrays[1])
    for k in range(1, n):
        result = np.where(arrays[0] == k, arrays[k + 1], result)
    return _given(out, result)


def compress(condition, a, axis=None, out=None):
    a = np.asarray(a)
    condition = np.asarray(condition)
    if condition.ndim != 1:
        raise ValueError('condition must be a 1-d array')
    places = np.flatnonzero(condition)
    if axis is None:
        return _given(out, np.take(np.ravel(a), places))
    return _given(out, np.take(a, places, axis=axis))


def put(a, ind, v, mode='raise'):
    if not isinstance(a, np.ndarray):
        raise TypeError(f'argument 1 must be numpy.ndarray, not {type(a).__name__}')
    ind = np.ravel(np.asarray(ind)).tolist()
    v = np.ravel(np.asarray(v))
    if len(v) == 0 or len(ind) == 0:
        return
    n = a.size
    flat = a.flat
    for k, i in enumerate(ind):
        if mode == 'wrap':
            i %= n
        elif mode == 'clip':
            i = min(max(i, 0), n - 1)
        elif i < -n or i >= n:
            raise IndexError(f'index {i} is out of bounds for axis 0 with size {n}')
        flat[i] = v[k % len(v)]


def putmask(a, mask, values):
    mask = np.asarray(mask, dtype=bool)
    values = np.ravel(np.asarray(values))
    if values.size == 0:
        return
    places = np.flatnonzero(mask)
    put(a, places, values[places % values.size])


def place(arr, mask, vals):
    vals = np.ravel(np.asarray(vals))
    places = np.flatnonzero(np.asarray(mask, dtype=bool))
    if places.size and vals.size == 0:
        raise ValueError('Cannot insert from an empty array!')
    put(arr, places, vals)


def copyto(dst, src, casting='same_kind', where=True):
    src = np.asarray(src)
    if not np.can_cast(src.dtype, dst.dtype, casting):
        raise TypeError(f'Cannot cast array data from {src.dtype!r} to {dst.dtype!r} according to the rule '
                        f"'{casting}'")
    if where is True:
        dst[...] = src
    else:
        where = np.broadcast_to(np.asarray(where, dtype=bool), dst.shape)
        dst[where] = np.broadcast_to(src, dst.shape)[where]


def resize(a, new_shape):
    a = np.ravel(np.asarray(a))
    if isinstance(new_shape, (int, np.integer)):
        new_shape = (new_shape,)
    size = 1
    for n in new_shape:
        if n < 0:
            raise ValueError('all elements of `new_shape` must be non-negative')
        size *= n
    if a.size == 0:
        return np.zeros(new_shape, dtype=a.dtype)
    return np.take(a, np.arange(size) % a.size).reshape(new_shape)


def _byteswap(array, inplace):
    data = array.tobytes()
    n = array.itemsize
    swapped = b''.join(data[i:i + n][::-1] for i in range(0, len(data), n))
    made = np.frombuffer(swapped, dtype=array.dtype).reshape(array.shape).copy()
    if inplace:
        array[...] = made
        return array
    return made


def _repeat(a, repeats, axis):
    a = np.asarray(a)
    if axis is None:
        a = np.ravel(a)
        axis = 0
    repeats = np.ravel(np.asarray(repeats))
    if repeats.dtype.kind == 'f':
        raise TypeError(f"Cannot cast array data from {repeats.dtype!r} to dtype('int64') according to the rule 'safe'")
    n = a.shape[axis]
    if repeats.size == 1:
        return np.repeat(a, int(repeats[0]), axis)
    if repeats.size != n:
        raise ValueError(f'operands could not be broadcast together with shape ({n},) ({repeats.size},)')
    if np.any(repeats < 0):
        raise ValueError('repeats may not contain negative values.')
    places = [i for i, times in enumerate(repeats.tolist()) for _ in range(times)]
    return np.take(a, np.array(places, dtype=int), axis=axis)


def _diagonal(a, offset, axis1, axis2):
    a = np.asarray(a)
    if a.ndim < 2:
        raise ValueError('diag requires an array of at least two dimensions')
    axis1, axis2 = _axis(axis1, a.ndim), _axis(axis2, a.ndim)
    if axis1 == axis2:
        raise ValueError('axis1 and axis2 cannot be the same')
    a = np.transpose(a, [k for k in range(a.ndim) if k not in (axis1, axis2)] + [axis1, axis2])
    rows, columns = a.shape[-2:]
    start, n = (0, min(rows, columns - offset)) if offset >= 0 else (-offset, min(rows + offset, columns))
    i = np.arange(start, start + max(n, 0))
    return a[..., i, i + offset]


def _take(a, indices, axis, out, mode):
    a = np.asarray(a)
    if axis is None:
        a = np.ravel(a)
        axis = 0
    n = a.shape[axis]
    indices = np.asarray(indices)
    if mode == 'wrap':
        indices = indices % n
    elif mode == 'clip':
        indices = np.clip(indices, 0, n - 1)
    elif mode != 'raise':
        raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
    return _given(out, np.take(a, indices, axis=axis))


def astype(x, dtype, /, *, copy=True, device=None):
    if not isinstance(x, np.ndarray):
        raise TypeError(f'Input should be a NumPy array. It is of type {type(x)}.')
    return x.astype(dtype, copy=copy)


def real(val):
    return np.asanyarray(val).real if not isinstance(val, (int, float)) else val


def imag(val):
    return np.asanyarray(val).imag if not isinstance(val, (int, float)) else 0


def isreal(x):
    return np.ones(np.shape(x), dtype=bool)[()]


def iscomplex(x):
    return np.zeros(np.shape(x), dtype=bool)[()]


def isrealobj(x):
    return True


def iscomplexobj(x):
    return False


def real_if_close(a, tol=100):
    return np.asanyarray(a)


def isfortran(a):
    return a.flags.fnc


def asfortranarray(a, dtype=None):
    return np.array(a, dtype=dtype, order='F')


def require(a, dtype=None, requirements=None):
    made = np.asarray(a, dtype=dtype)
    wanted = [requirements] if isinstance(requirements, str) else list(requirements or [])
    if 'F' in wanted or 'F_CONTIGUOUS' in wanted:
        return np.array(made, order='F')
    return made


# ---- Dtypes ----

def can_cast(from_, to, casting='safe'):
    if isinstance(from_, (bool, int, float)) and not isinstance(from_, np.generic):
        raise TypeError('can_cast() does not support Python ints, floats, and complex because the result used to '
                        'depend on the value.\nThis change was part of adopting NEP 50, we may explicitly allow them '
                        'again in the future.')
    if isinstance(from_, (np.ndarray, np.generic)):
        from_ = from_.dtype
    return _can_cast(np.dtype(from_), np.dtype(to), casting)


_ranks = {'b': 0, 'u': 1, 'i': 2, 'f': 3, 'S': 4, 'U': 5, 'O': 6}


def _can_cast(from_, to, casting):
    if casting not in ('no', 'equiv', 'safe', 'same_kind', 'unsafe'):
        raise ValueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', or 'same_value' "
                         f"(got '{casting}')")
    if from_ == to or casting == 'unsafe':
        return True
    if casting in ('no', 'equiv'):
        return False
    safe = np.promote_types(from_, to) == to
    if to.kind in 'US' and to.itemsize == 0:
        safe = from_.kind != 'O' and (from_.kind != 'U' or to.kind == 'U')
    if from_.kind == 'O':
        safe = False
    if casting == 'safe' or safe:
        return safe
    return _ranks[from_.kind] <= _ranks[to.kind] and from_.kind != 'O'


def issubdtype(arg1, arg2):
    if not _is_generic(arg1):
        arg1 = np.dtype(arg1).type
    if not _is_generic(arg2):
        arg2 = np.dtype(arg2).type
    if arg1 in (np.str_, np.bytes_) and arg2 in (np.character, np.flexible, np.generic):
        return True
    return issubclass(arg1, arg2)


def _is_generic(x):
    return isinstance(x, type) and (issubclass(x, np.generic) or x in (np.str_, np.bytes_))


def isdtype(dtype, kind):
    dtype = np.dtype(dtype)
    kinds = kind if isinstance(kind, tuple) else (kind,)
    letters = {'bool': 'b', 'signed integer': 'i', 'unsigned integer': 'u', 'integral': 'iu', 'real floating': 'f',
               'complex floating': 'c', 'numeric': 'iuf'}
    for one in kinds:
        if isinstance(one, str):
            if one not in letters:
                raise ValueError(f'kind argument is a string, but {one!r} is not a known kind name.')
            if dtype.kind in letters[one]:
                return True
        elif dtype == np.dtype(one):
            return True
    return False


def min_scalar_type(a, /):
    a = np.asarray(a)
    if a.ndim > 0 or a.dtype.kind not in 'iuf':
        return a.dtype
    value = a.item()
    if a.dtype.kind == 'f':
        for name in ('float16', 'float32'):
            most = float(np.finfo(name).max)
            if value != value or abs(value) in (0.0, float('inf')) or abs(value) <= most:
                return np.dtype(name)
        return np.dtype('float64')
    names = ('uint8', 'uint16', 'uint32', 'uint64') if value >= 0 else ('int8', 'int16', 'int32', 'int64')
    for name in names:
        if name in ('uint64', 'int64') or int(np.iinfo(name).min) <= value <= int(np.iinfo(name).max):
            return np.dtype(name)


def common_type(*arrays):
    made = np.result_type(*[np.asarray(a).dtype for a in arrays])
    return (made if made.kind == 'f' else np.dtype('float64')).type


def mintypecode(typechars, typeset='GDFgdf', default='d'):
    for letter in 'df':
        if letter in typechars:
            return letter
    return default


def typename(char):
    return _typenames[char]


_typenames = {'S1': 'character', '?': 'bool', 'B': 'unsigned char', 'D': 'complex double precision',
              'I': 'unsigned integer', 'H': 'unsigned short', 'L': 'unsigned long integer', 'O': 'object',
              'S': 'string', 'U': 'unicode', 'b': 'signed char', 'd': 'double precision', 'f': 'single precision',
              'i': 'integer', 'h': 'short', 'l': 'long integer'}
typecodes = {'Character': 'c', 'Integer': 'bhilqnp', 'UnsignedInteger': 'BHILQNP', 'Float': 'efdg', 'Complex': 'FDG',
             'AllInteger': 'bBhHiIlLqQnNpP', 'AllFloat': 'efdgFDG', 'Datetime': 'Mm',
             'All': '?bhilqnpBHILQNPefdgFDGSUVOMm'}
ScalarType = (int, float, bool, bytes, str, np.bool_, np.bytes_, np.float16, np.float32, np.float64, np.int16,
              np.int32, np.int64, np.int8, np.object_, np.str_, np.uint16, np.uint32, np.uint64, np.uint8)
little_endian = True


class iinfo:
    def __init__(self, int_type):
        if isinstance(int_type, (np.ndarray, np.generic)):
            int_type = int_type.dtype
        elif isinstance(int_type, (int, float)) and not isinstance(int_type, type):
            int_type = type(int_type)
        self.dtype = np.dtype(int_type)
        self.kind = self.dtype.kind
        self.bits = self.dtype.itemsize * 8
        self.key = '%s%d' % (self.kind, self.bits)
        if self.kind not in 'iu':
            raise ValueError(f'Invalid integer data type {self.kind!r}.')

    @property
    def min(self):
        return 0 if self.kind == 'u' else -(1 << (self.bits - 1)) if self.bits < 64 else -9223372036854775807 - 1

    @property
    def max(self):
        if self.kind == 'u':
            return (1 << self.bits) - 1 if self.bits < 64 else 2 ** 64 - 1
        return (1 << (self.bits - 1)) - 1 if self.bits < 64 else 9223372036854775807

    def __str__(self):
        line = '-' * 63
        return (f'Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n')

    def __repr__(self):
        return f'iinfo(min={self.min}, max={self.max}, dtype={self.dtype})'


# bits, nmant, nexp, precision, minexp, maxexp
_finfos = {'float16': (16, 10, 5, 3, -14, 16), 'float32': (32, 23, 8, 6, -126, 128),
           'float64': (64, 52, 11, 15, -1022, 1024)}


class finfo:
    def __init__(self, dtype):
        if isinstance(dtype, (np.ndarray, np.generic, float)) and not isinstance(dtype, type):
            dtype = np.asarray(dtype).dtype
        self.dtype = np.dtype(dtype)
        if self.dtype.kind != 'f':
            raise ValueError(f'data type {self.dtype.type!r} not inexact')
        self.bits, self.nmant, self.nexp, self.precision, self.minexp, self.maxexp = _finfos[self.dtype.name]
        self.machep = -self.nmant
        self.negep = -self.nmant - 1
        self.iexp = self.nexp
        kind = self.dtype.type
        self.eps = kind(2.0 ** self.machep)
        self.epsneg = kind(2.0 ** self.negep)
        self.resolution = kind(10.0 ** -self.precision)
        self.smallest_normal = self.tiny = kind(2.0 ** self.minexp)
        self.smallest_subnormal = kind(2.0 ** (self.minexp + self.machep))
        self.max = kind((2.0 - 2.0 ** self.machep) * 2.0 ** (self.maxexp - 1))
        self.min = -self.max

    def __repr__(self):
        return f'finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})'

    def __str__(self):
        line = '-' * 63
        return (f'Machine parameters for {self.dtype}\n{line}\n'
                f'precision = {self.precision}   resolution = {self.resolution!s}\n'
                f'machep = {self.machep}   eps =        {self.eps!s}\n'
                f'negep =  {self.negep}   epsneg =     {self.epsneg!s}\n'
                f'minexp = {self.minexp}   tiny =       {self.tiny!s}\n'
                f'maxexp = {self.maxexp}   max =        {self.max!s}\n'
                f'nexp =   {self.nexp}   min =        -max\n'
                f'smallest_normal = {self.smallest_normal!s}   smallest_subnormal = {self.smallest_subnormal!s}\n{line}\n')


# ---- Places ----

class _IndexExpression:
    def __init__(self, maketuple):
        self.maketuple = maketuple

    def __getitem__(self, item):
        if self.maketuple and not isinstance(item, tuple):
            return (item,)
        return item


s_ = _IndexExpression(False)
index_exp = _IndexExpression(True)


def ix_(*args):
    made = []
    n = len(args)
    for k, one in enumerate(args):
        one = np.asarray(one)
        if one.ndim != 1:
            raise ValueError('Cross index must be 1 dimensional')
        if one.size == 0:
            one = one.astype(int)
        if one.dtype == bool:
            one = np.flatnonzero(one)
        made.append(one.reshape((1,) * k + (one.size,) + (1,) * (n - k - 1)))
    return tuple(made)


class _Grid:
    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            return _steps(key)
        lines = [_steps(one) for one in key]
        grids = np.meshgrid(*lines, indexing='ij')
        if self.sparse:
            n = len(lines)
            return tuple(line.reshape((1,) * k + (-1,) + (1,) * (n - k - 1)) for k, line in enumerate(lines))
        return np.array(grids)


def _steps(piece):
    start = 0 if piece.start is None else piece.start
    step = 1 if piece.step is None else piece.step
    return np.arange(start, piece.stop, step)


mgrid = _Grid(False)
ogrid = _Grid(True)


class ndindex:
    def __init__(self, *shape):
        if len(shape) == 1 and isinstance(shape[0], tuple):
            shape = shape[0]
        self._shape = tuple(int(n) for n in shape)
        self._at = [0] * len(self._shape)
        self._more = all(n > 0 for n in self._shape)

    def __iter__(self):
        return self

    def __next__(self):
        if not self._more:
            raise StopIteration
        now = tuple(self._at)
        axis = len(self._shape) - 1
        while axis >= 0:
            self._at[axis] += 1
            if self._at[axis] < self._shape[axis]:
                break
            self._at[axis] = 0
            axis -= 1
        self._more = axis >= 0
        return now


class ndenumerate:
    def __init__(self, arr):
        self._array = np.asarray(arr)
        self._places = ndindex(self._array.shape)

    def __iter__(self):
        return self

    def __next__(self):
        place = next(self._places)
        return place, self._array[place]


def unravel_index(indices, shape, order='C'):
    if isinstance(shape, (int, np.integer)):
        shape = (shape,)
    given = np.asarray(indices)
    size = 1
    for n in shape:
        size *= n
    bad = (given < 0) | (given >= size)
    if np.any(bad):
        first = np.ravel(given)[np.flatnonzero(bad)[0]]
        raise ValueError(f'index {int(first)} is out of bounds for array with size {size}')
    made = []
    rest = given
    for n in (reversed(shape) if order == 'C' else shape):
        made.append((rest % n)[()])
        rest = rest // n
    return tuple(reversed(made)) if order == 'C' else tuple(made)


def ravel_multi_index(multi_index, dims, mode='raise', order='C'):
    if isinstance(dims, (int, np.integer)):
        dims = (dims,)
    places = [np.asarray(one) for one in multi_index]
    if len(places) != len(dims):
        raise ValueError(f'parameter multi_index must be a sequence of length {len(dims)}')
    result = 0
    pairs = list(zip(places, dims))
    for one, n in (pairs if order == 'C' else reversed(pairs)):
        if mode == 'wrap':
            one = one % n
        elif mode == 'clip':
            one = np.clip(one, 0, n - 1)
        elif np.any((one < 0) | (one >= n)):
            raise ValueError('invalid entry in coordinates array')
        result = result * n + one
    return result


def broadcast_shapes(*shapes):
    result = ()
    for shape in shapes:
        if isinstance(shape, int):
            shape = (shape,)
        result = _joined(result, tuple(shape))
    return result


def _joined(a, b):
    n = max(len(a), len(b))
    a, b = (1,) * (n - len(a)) + a, (1,) * (n - len(b)) + b
    made = []
    for x, y in zip(a, b):
        if x != y and x != 1 and y != 1:
            raise ValueError('shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between '
                             f'arg 0 with shape {_short(a)} and arg 1 with shape {_short(b)}.')
        made.append(y if x == 1 else x)
    return tuple(made)


def _short(shape):
    return '(' + ''.join(f'{n},' for n in shape) + ')' if len(shape) == 1 else '(' + ', '.join(map(str, shape)) + ')'


def broadcast_arrays(*args, subok=False):
    args = [np.asarray(a) for a in args]
    shape = broadcast_shapes(*[a.shape for a in args])
    return tuple(np.broadcast_to(a, shape) for a in args)


class frompyfunc:
    def __init__(self, func, /, nin, nout, *, identity=None):
        self._function = func
        self.nin = nin
        self.nout = nout
        self.nargs = nin + nout
        self.identity = identity
        self.__name__ = f"{getattr(func, '__name__', '?')} (vectorized)"

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args):
        if len(args) != self.nin:
            raise TypeError(f'{self.__name__}() takes from {self.nin} to {self.nargs} positional arguments but '
                            f'{len(args)} were given')
        arrays = broadcast_arrays(*[np.asarray(a, dtype=object) for a in args])
        shape = arrays[0].shape
        results = [self._function(*items) for items in zip(*[np.ravel(a).tolist() for a in arrays])]
        if shape == ():
            return results[0]
        if self.nout == 1:
            return _objects(results, shape)
        return tuple(_objects([one[k] for one in results], shape) for k in range(self.nout))

    def reduce(self, array):
        items = list(array)
        result = items[0]
        for item in items[1:]:
            result = self._function(result, item)
        return result

    def outer(self, a, b):
        a = np.asarray(a, dtype=object)
        b = np.asarray(b, dtype=object)
        return self(a.reshape(a.shape + (1,) * b.ndim), b)


def _objects(items, shape):
    made = np.empty(len(items), dtype=object)
    for i, item in enumerate(items):
        made[i] = item
    return made.reshape(shape)


# ---- Methods of scalars ----

class _scalar:
    @property
    def imag(self):
        return type(self)(0)

    @property
    def flags(self):
        return _flags(np.asarray(self))

    @property
    def device(self):
        return 'cpu'

    @property
    def base(self):
        return None

    @property
    def numerator(self):
        return self

    @property
    def denominator(self):
        return type(self)(1)

    def conj(self):
        return self

    conjugate = conj

    def bit_count(self):
        return bin(abs(int(self))).count('1')

    def is_integer(self):
        if self.dtype.kind != 'f':
            return True
        return float(self).is_integer()

    def as_integer_ratio(self):
        return float(self).as_integer_ratio()

    def hex(self):
        return float(self).hex()

    def __array__(self, dtype=None, *, copy=None):
        return np.asarray(self, dtype=dtype)

    def __deepcopy__(self, memo=None):
        return self


# ---- nditer ----

class nditer:
    """Elements one by one, in the order of memory, as arrays without dimensions that can be written."""

    def __init__(self, op, flags=(), op_flags=None, op_dtypes=None, order='K', casting='safe', itershape=None):
        many = isinstance(op, (tuple, list)) and op and all(isinstance(one, np.ndarray) for one in op)
        arrays = list(op) if many else [np.asarray(op)]
        shape = broadcast_shapes(*[a.shape for a in arrays])
        flat_flags = [f for one in (op_flags or []) for f in (one if isinstance(one, (list, tuple)) else [one])]
        self._writes = any(f in ('readwrite', 'writeonly') for f in flat_flags)
        self.operands = tuple(a if a.shape == shape else np.broadcast_to(a, shape) for a in arrays)
        self.shape = shape
        self.ndim = len(shape)
        self.nop = len(arrays)
        self.itersize = 1
        for n in shape:
            self.itersize *= n
        self._external = 'external_loop' in flags
        self.has_multi_index = 'multi_index' in flags
        self._has_index = 'c_index' in flags or 'f_index' in flags
        self._by_columns = 'f_index' in flags
        first = self.operands[0]
        turned = order == 'F' or (order in 'KA' and first.ndim > 1 and first.flags.f_contiguous
                                  and not first.flags.c_contiguous)
        self._axes = list(range(self.ndim))[::-1] if turned else list(range(self.ndim))
        self.reset()

    def reset(self):
        self.iterindex = 0

    @property
    def finished(self):
        return self.iterindex >= self.itersize

    @property
    def multi_index(self):
        if not self.has_multi_index:
            raise ValueError('Iterator is not tracking a multi-index')
        return self._place(self.iterindex)

    @property
    def index(self):
        if not self._has_index:
            raise ValueError('Iterator does not have an index')
        result = 0
        place = self._place(self.iterindex)
        pairs = list(zip(place, self.shape))
        for i, n in (reversed(pairs) if self._by_columns else pairs):
            result = result * n + i
        return result

    def _place(self, number):
        place = [0] * self.ndim
        for axis in reversed(self._axes):
            place[axis] = number % self.shape[axis]
            number //= self.shape[axis]
        return tuple(place)

    def _element(self, array, place):
        one = array[tuple(slice(i, i + 1) for i in place)].reshape(())
        if not self._writes:
            one.setflags(write=False)
        return one

    @property
    def value(self):
        place = self._place(self.iterindex)
        made = tuple(self._element(array, place) for array in self.operands)
        return made[0] if self.nop == 1 else made

    def __getitem__(self, number):
        return self._element(self.operands[number], self._place(self.iterindex))

    def __setitem__(self, number, value):
        self.operands[number][self._place(self.iterindex)] = value

    def iternext(self):
        self.iterindex += 1
        return not self.finished

    def __len__(self):
        return self.nop

    def __iter__(self):
        if self._external:
            lines = tuple(np.transpose(a, self._axes).reshape(-1) for a in self.operands)
            yield lines[0] if self.nop == 1 else lines
            return
        while not self.finished:
            yield self.value
            self.iterindex += 1

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def close(self):
        return None
