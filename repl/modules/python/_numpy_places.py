"""Places in arrays: grids, walks over indices, broadcasting by hand."""

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


# ---- nditer ----

_FLAGS = ('buffered', 'c_index', 'copy_if_overlap', 'common_dtype', 'delay_bufalloc', 'external_loop', 'f_index',
          'grow_inner', 'multi_index', 'ranged', 'refs_ok', 'reduce_ok', 'zerosize_ok')
_OPERAND_FLAGS = ('readwrite', 'readonly', 'writeonly', 'copy', 'updateifcopy', 'nbo', 'contig', 'aligned', 'allocate',
                  'no_broadcast', 'arraymask', 'writemasked', 'no_subtype', 'overlap_assume_elementwise', 'virtual')


class nditer:
    """Elements one by one, in the order of memory, as arrays without dimensions that can be written."""

    def __init__(self, op, flags=(), op_flags=None, op_dtypes=None, order='K', casting='safe', itershape=None):
        many = isinstance(op, (tuple, list)) and op and all(isinstance(one, np.ndarray) for one in op)
        arrays = list(op) if many else [np.asarray(op)]
        order = _common.checked_order(order)
        for flag in flags:
            if flag not in _FLAGS:
                raise ValueError(f'Unexpected iterator global flag "{flag}"')
        if isinstance(op, (tuple, list)) and not op:
            raise ValueError('Must provide at least one operand')
        if 'zerosize_ok' not in flags and any(a.size == 0 for a in arrays):
            raise ValueError('Iteration of zero-sized operands is not enabled')
        shape = broadcast_shapes(*[a.shape for a in arrays])
        flat_flags = [f for one in (op_flags or []) for f in (one if isinstance(one, (list, tuple)) else [one])]
        for flag in flat_flags:
            if flag not in _OPERAND_FLAGS:
                raise ValueError(f'Unexpected per-op iterator flag "{flag}"')
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
