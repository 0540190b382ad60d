"""Reductions with all their options, and the methods of ufuncs."""

from operator import index

import numpy as np
from _numpy import _like_whole, _owned


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
    axis = index(axis)
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


def _needs_loop(ufunc, array):
    # A comparison's results are of bool: only of bools, or of objects, is it a loop over its own results.
    if (ufunc.__name__ in ('equal', 'not_equal', 'less', 'less_equal', 'greater', 'greater_equal')
            and array.dtype.kind not in 'bO'):
        raise TypeError('No loop matching the specified signature and casting was found for ufunc '
                        f'{ufunc.__name__}')


def _asked(ufunc, method, inputs, **options):
    """What the class of an input says that a method of a ufunc makes; NotImplemented where no class has a say."""
    if not any(_owned(one) for one in inputs):
        return NotImplemented
    options = {name: value for name, value in options.items() if value is not None}
    if 'out' in options and not isinstance(options['out'], tuple):
        options['out'] = (options['out'],)
    for one in inputs:
        if _owned(one):
            made = type(one).__array_ufunc__(one, ufunc, method, *inputs, **options)
            if made is not NotImplemented:
                return made
    kinds = ', '.join(repr(type(one).__name__) for one in inputs)
    shown = ', '.join(repr(one) for one in inputs)
    raise TypeError(f"operand type(s) all returned NotImplemented from __array_ufunc__({ufunc!r}, '{method}', {shown}): "
                    f'{kinds}')


class _ufunc:
    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
        made = _asked(self, 'reduce', (array,), axis=axis or None, dtype=dtype, out=out, keepdims=keepdims or None,
                      initial=initial)
        if made is not NotImplemented:
            return made
        made = _ufunc._fold(self, np.asarray(array), axis, dtype, out, keepdims, initial, where)
        return made if type(array) is np.ndarray or out is not None else _like_whole(made, array)

    def _fold(self, array, axis, dtype, out, keepdims, initial, where):
        _needs_two(self, 'reduce')
        _needs_loop(self, array)
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
        made = _asked(self, 'accumulate', (array,), axis=axis or None, dtype=dtype, out=out)
        if made is not NotImplemented:
            return made
        made = _ufunc._running(self, array, axis, dtype, out)
        return made if type(array) is np.ndarray or out is not None else _like_whole(made, array)

    def _running(self, array, axis, dtype, out):
        _needs_two(self, 'accumulate')
        array = np.asarray(array)
        _needs_loop(self, array)
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
        made = _asked(self, 'outer', (A, B), **kwargs)
        if made is not NotImplemented:
            return made
        _needs_two(self, 'outer product')
        A = np.asanyarray(A)
        B = np.asanyarray(B)
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
        made = _asked(self, 'at', (a, indices) if b is None else (a, indices, b))
        if made is not NotImplemented:
            return made
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
