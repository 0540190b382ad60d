"""Places in arrays: grids, walks over indices, broadcasting by hand."""

from operator import index

import numpy as np
import _numpy_common as _common


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
        self._shape = tuple(index(n) for n in shape)
        if any(n < 0 for n in self._shape):
            raise ValueError('negative dimensions are not allowed')
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
    order = _common.checked_order(order)
    if given.size and given.dtype.kind not in 'iu':
        raise TypeError('only int indices permitted')
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


def broadcast_shapes(*args):
    """The shape that arrays of these shapes have together."""
    shapes = [tuple(index(n) for n in one) if isinstance(one, (tuple, list)) else (index(one),) for one in args]
    if any(n < 0 for shape in shapes for n in shape):
        raise ValueError('negative dimensions are not allowed')
    ndim = max([len(shape) for shape in shapes], default=0)
    made, owners = [1] * ndim, [0] * ndim
    for number, shape in enumerate(shapes):
        for place, length in enumerate(shape, ndim - len(shape)):
            if length == 1 or length == made[place]:
                continue
            if made[place] != 1:
                first = owners[place]
                raise ValueError('shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between '
                                 f'arg {first} with shape {_short(shapes[first])} and arg {number} with shape '
                                 f'{_short(shape)}.')
            made[place], owners[place] = length, number
    return tuple(made)


def _short(shape):
    return '(' + ''.join(f'{n},' for n in shape) + ')' if len(shape) == 1 else '(' + ', '.join(map(str, shape)) + ')'


def broadcast_arrays(*args, subok=False):
    args = [np.asarray(a) for a in args]
    shape = broadcast_shapes(*[a.shape for a in args])
    return tuple(np.broadcast_to(a, shape) for a in args)


class frompyfunc:
    def __init__(self, func, /, nin, nout, *, identity=None):
        if not callable(func):
            raise TypeError('function must be callable')
        for count in (nin, nout):
            if not isinstance(count, (int, np.integer)):
                raise TypeError(f"'{type(count).__name__}' object cannot be interpreted as an integer")
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
        if self.nin != 2:
            raise ValueError('reduce only supported for binary functions')
        if self.nout != 1:
            raise ValueError('reduce only supported for functions returning a single value')
        items = list(array)
        if not items:
            raise ValueError(f'zero-size array to reduction operation {self.__name__} which has no identity')
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
