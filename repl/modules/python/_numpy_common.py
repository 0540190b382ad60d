"""What numpy's modules in the language share."""
import numpy as np


def checked_axis(axis, ndim):
    """An axis counted from 0."""
    if not -ndim <= axis < ndim:
        raise np.exceptions.AxisError(f'axis {axis} is out of bounds for array of dimension {ndim}')
    return axis % ndim


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


class Result:
    """What numpy gives as a named tuple."""

    def __init__(self, *values):
        self._values = values
        for name, value in zip(self._fields, values):
            setattr(self, name, value)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __getitem__(self, key):
        return self._values[key]

    def __repr__(self):
        parts = [f'{name}={value!r}' for name, value in zip(self._fields, self._values)]
        return f"{type(self).__name__}({', '.join(parts)})"

    def _asdict(self):
        return dict(zip(self._fields, self._values))
