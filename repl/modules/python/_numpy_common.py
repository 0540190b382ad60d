"""What numpy's modules in the language share."""
from collections import namedtuple
from operator import index

import numpy as np


class _NoValueType:
    """The default of arguments for which None is a value."""

    def __repr__(self):
        return '<no value>'


_NoValue = no_value = _NoValueType()


def checked_axis(axis, ndim):
    """An axis counted from 0."""
    axis = index(axis)
    if not -ndim <= axis < ndim:
        raise np.exceptions.AxisError(f'axis {axis} is out of bounds for array of dimension {ndim}')
    return axis % ndim


def checked_mode(mode):
    """What becomes of an index out of bounds: 'raise', 'wrap' or 'clip'."""
    if isinstance(mode, str):
        if mode not in ('raise', 'wrap', 'clip'):
            raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
        return mode
    if mode not in (0, 1, 2):
        raise ValueError("integer clipmode must be RAISE, WRAP, or CLIP from 'numpy._core.multiarray'")
    return ('clip', 'wrap', 'raise')[mode]


def checked_order(order):
    """The order of an array's elements: by rows or by columns."""
    if not isinstance(order, str):
        raise TypeError(f'order must be str, not {type(order).__name__}')
    if order not in ('C', 'F', 'A', 'K', 'c', 'f', 'a', 'k'):
        raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got '{order}')")
    return order.upper()


def checked_target(out):
    """An array to write to, or None."""
    if out is not None and not isinstance(out, np.ndarray):
        raise TypeError('output must be an array')
    return out


def checked_writeable(array, what):
    """An array that may be written to."""
    if not array.flags.writeable:
        raise ValueError(what)
    return array


def cast_text(array, scalar=False):
    """How numpy names what it cannot cast: a scalar or an array, and its dtype."""
    return f"Cannot cast {'scalar' if scalar else 'array data'} from {array.dtype!r}"


def places(shape):
    """Every index of a shape, in C order."""
    if 0 in shape:
        return
    at = [0] * len(shape)
    while True:
        yield tuple(at)
        n = len(shape) - 1
        while n >= 0 and at[n] == shape[n] - 1:
            at[n] = 0
            n -= 1
        if n < 0:
            return
        at[n] += 1


def result_class(name, fields):
    """What numpy gives as a named tuple."""
    made = namedtuple(name, fields)
    made.__module__ = 'numpy.linalg._linalg'
    return made
