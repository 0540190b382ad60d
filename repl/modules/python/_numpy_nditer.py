"""numpy.nditer: a walk over the elements of several arrays at once, in the order of their memory."""
import numpy as np
import _numpy
import _numpy_common as _common

_FLAGS = ('buffered', 'c_index', 'copy_if_overlap', 'common_dtype', 'delay_bufalloc', 'external_loop', 'f_index',
          'grow_inner', 'growinner', 'multi_index', 'ranged', 'refs_ok', 'reduce_ok', 'zerosize_ok')
_OPERAND_FLAGS = ('readwrite', 'readonly', 'writeonly', 'copy', 'updateifcopy', 'nbo', 'contig', 'aligned', 'allocate',
                  'no_broadcast', 'arraymask', 'writemasked', 'no_subtype', 'overlap_assume_elementwise', 'virtual')


def _text(shape):
    return str(tuple(shape)).replace(' ', '')


def _words(flags):
    if flags is None:
        return []
    if isinstance(flags, str):
        raise ValueError('Iterator global flags must be a list or tuple of strings')
    return [flag.decode() if isinstance(flag, bytes) else flag for flag in flags]


def _flags_of_operands(op_flags, ops):
    count = len(ops)
    if op_flags is None:
        return [['readonly'] if op is not None else ['writeonly', 'allocate'] for op in ops]
    if all(isinstance(flag, (str, bytes)) for flag in op_flags) and len(op_flags):
        made = [_words(op_flags)] * count
    elif len(op_flags) != count:
        raise ValueError('op_flags must be a tuple or array of per-op flag-tuples')
    else:
        made = [_words(one) for one in op_flags]
    for flags in made:
        for flag in flags:
            if flag not in _OPERAND_FLAGS:
                raise ValueError(f'Unexpected per-op iterator flag "{flag}"')
    return made


def _checked_global(flags):
    for flag in flags:
        if flag not in _FLAGS:
            raise ValueError(f'Unexpected iterator global flag "{flag}"')
    if 'c_index' in flags and 'f_index' in flags:
        raise ValueError('Iterator flags C_INDEX and F_INDEX cannot both be specified')
    if 'external_loop' in flags and ('multi_index' in flags or 'c_index' in flags or 'f_index' in flags):
        raise ValueError('Iterator flag EXTERNAL_LOOP cannot be used if an index or multi-index is being tracked')


def _checked_operand(op, flags, number):
    modes = [flag for flag in flags if flag in ('readwrite', 'readonly', 'writeonly')]
    if not modes:
        raise ValueError('None of the iterator flags READWRITE, READONLY, or WRITEONLY were specified for an operand')
    if len(modes) > 1:
        raise ValueError('Only one of the iterator flags READWRITE, READONLY, and WRITEONLY may be specified for an '
                         'operand')
    if op is None:
        if 'allocate' not in flags:
            raise ValueError('Iterator operand was NULL, but neither the ALLOCATE nor the VIRTUAL flag was specified')
        return None
    array = np.asarray(op)
    if modes[0] != 'readonly':
        if not isinstance(op, np.ndarray):
            raise TypeError('Iterator operand is flagged as writeable, but is an object which cannot be written back to '
                            'via WRITEBACKIFCOPY')
        if not array.flags.writeable:
            raise ValueError('operand array with iterator write flag set is read-only')
    return array


class nditer:
    """Elements one by one, as arrays without dimensions."""
    __module__ = 'numpy'

    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order='K', casting='safe', op_axes=None,
                 itershape=None, buffersize=0):
        ops = list(op) if isinstance(op, (tuple, list)) else [op]
        order = _common.checked_order(order)
        flags = _words(flags)
        _checked_global(flags)
        if not ops:
            raise ValueError('Must provide at least one operand')
        self._flags = flags
        self._op_flags = _flags_of_operands(op_flags, ops)
        arrays = [_checked_operand(one, kinds, n) for n, (one, kinds) in enumerate(zip(ops, self._op_flags))]
        self.nop = len(arrays)
        self._writes = ['readonly' not in kinds for kinds in self._op_flags]
        axes = self._axes_of(arrays, op_axes, itershape)
        shape = self._broadcast(arrays, axes, itershape, op_axes is not None)
        dtypes = self._dtypes_of(arrays, op_dtypes, casting)
        self._back = []
        used = [self._settled(array, dtype, n, casting) for n, (array, dtype) in enumerate(zip(arrays, dtypes))]
        strides = [self._strides_of(array, along, shape) for array, along in zip(used, axes)]
        perm, turned = self._order_of([one for one in strides if one is not None], shape, order, used)
        for n, array in enumerate(used):
            if array is None:
                used[n] = arrays[n] = self._allocated(dtypes[n], axes[n], shape, perm)
                strides[n] = self._strides_of(used[n], axes[n], shape)
        self.operands = tuple(arrays if not self._back else used)
        self.dtypes = tuple(array.dtype for array in used)
        self._used = used
        self._full = tuple(shape)
        self._perm, self._turned = perm, turned
        views = []
        for array, steps in zip(used, strides):
            view = _numpy.as_strided(array, tuple(shape), tuple(steps), True)
            view = np.transpose(view, perm)
            views.append(view[tuple(slice(None, None, -1 if turn else None) for turn in turned)] if any(turned) else view)
        self._walked = views
        self.itersize = 1
        for n in shape:
            self.itersize *= n
        if self.itersize == 0 and 'zerosize_ok' not in flags:
            raise ValueError('Iteration of zero-sized operands is not enabled')
        self.has_multi_index = 'multi_index' in flags
        self.has_index = 'c_index' in flags or 'f_index' in flags
        self.has_delayed_bufalloc = 'delay_bufalloc' in flags and 'buffered' in flags
        self.iterationneedsapi = any(dtype == object for dtype in self.dtypes)
        self._external = 'external_loop' in flags
        self._buffer = (buffersize or 8192) if 'buffered' in flags else 0
        self._closed = False
        self._range = (0, self.itersize)
        self._index_steps = self._steps_of_index(flags)
        self._coalesce()
        self._arrange()
        self.reset()

    # ---- What is walked over ----

    def _axes_of(self, arrays, op_axes, itershape):
        """For each operand, which of its axes each axis of the walk is; -1: none."""
        if op_axes is None:
            most = max([array.ndim for array in arrays if array is not None] + [len(itershape or ())])
            return [[n - (most - array.ndim) if n >= most - array.ndim else -1 for n in range(most)]
                    if array is not None else list(range(most)) for array in arrays]
        if len(op_axes) != self.nop:
            raise ValueError('op_axes must be a tuple/list matching the number of ops')
        most = max(len(one) for one in op_axes if one is not None)
        made = []
        for array, one in zip(arrays, op_axes):
            if one is None:
                count = most if array is None else array.ndim
                made.append([n - (most - count) if n >= most - count else -1 for n in range(most)])
            elif len(one) != most:
                raise ValueError('Each entry of op_axes must have the same size')
            else:
                made.append([-1 if n is None else int(n) for n in one])
        return made

    def _broadcast(self, arrays, axes, itershape, by_axes):
        most = len(axes[0])
        shape = [-1] * most if itershape is None else [int(n) for n in itershape]
        if len(shape) != most:
            raise ValueError("'op_axes' and 'itershape' must have the same number of entries equal to the iterator ndim")
        fixed = [n >= 0 for n in shape]
        shape = [n if n >= 0 else 1 for n in shape]
        for array, along in zip(arrays, axes):
            if array is None:
                continue
            for n, axis in enumerate(along):
                length = 1 if axis < 0 else array.shape[axis]
                if length == 1 or length == shape[n]:
                    continue
                if shape[n] != 1 or fixed[n]:
                    told = ' '.join(_text(one.shape) + (f'->{self._remapped(one, to)}' if by_axes else '')
                                    for one, to in zip(arrays, axes) if one is not None)
                    what = ' with remapped shapes [original->remapped]:' if by_axes else ' with shapes'
                    extra = '' if itershape is None else f'and requested shape {_text(itershape)}'
                    raise ValueError(f'operands could not be broadcast together{what} {told} {extra}')
                shape[n] = length
        for number, (array, along) in enumerate(zip(arrays, axes)):
            if array is None:
                continue
            lengths = [1 if axis < 0 else array.shape[axis] for axis in along]
            if lengths != shape or len([a for a in along if a >= 0]) < array.ndim:
                if 'no_broadcast' in self._op_flags[number]:
                    raise ValueError(f'non-broadcastable operand with shape {_text(array.shape)} doesn\'t match the '
                                     f'broadcast shape {_text(shape)}')
                if self._writes[number] and lengths != shape:
                    # numpy counts them from the innermost one.
                    n = [a != b for a, b in zip(lengths[::-1], shape[::-1])].index(True)
                    if 'reduce_ok' not in self._flags:
                        raise ValueError(f'output operand requires a reduction along dimension {n}, but the reduction '
                                         'is not enabled. The dimension size of 1 does not match the expected output '
                                         'shape.')
                    if 'writeonly' in self._op_flags[number]:
                        raise ValueError('output operand requires a reduction, but is flagged as write-only, not '
                                         'read-write')
        return shape

    def _remapped(self, array, along):
        return '(' + ','.join('newaxis' if axis < 0 else str(array.shape[axis]) for axis in along) + ')'

    def _dtypes_of(self, arrays, op_dtypes, casting):
        if op_dtypes is None:
            wanted = [None] * self.nop
        elif isinstance(op_dtypes, (list, tuple)) and len(op_dtypes) == self.nop:
            wanted = [None if one is None else np.dtype(one) for one in op_dtypes]
        else:
            wanted = [np.dtype(op_dtypes[0] if isinstance(op_dtypes, (list, tuple)) else op_dtypes)] * self.nop
        read = [array for array, kinds in zip(arrays, self._op_flags)
                if array is not None and 'writeonly' not in kinds] or [a for a in arrays if a is not None]
        common = 'common_dtype' in self._flags
        made = []
        for array, dtype in zip(arrays, wanted):
            if dtype is None or common:
                if common or array is None:
                    dtype = dtype or (np.result_type(*[one.dtype for one in read]) if read else np.dtype(float))
                else:
                    dtype = array.dtype
            made.append(dtype)
        if 'refs_ok' not in self._flags:
            for array, dtype in zip(arrays, made):
                if dtype == object or (array is not None and array.dtype == object):
                    raise TypeError('Iterator operand or requested dtype holds references, but the NPY_ITER_REFS_OK '
                                    'flag was not enabled')
        return made

    def _settled(self, array, dtype, number, casting):
        """The operand itself, or a copy in the dtype that was asked for, which is written back."""
        if array is None or array.dtype == dtype:
            return array
        kinds = self._op_flags[number]
        if 'writeonly' not in kinds and not np.can_cast(array.dtype, dtype, casting):
            raise TypeError(f'Iterator operand {number} dtype could not be cast from {array.dtype!r} to {dtype!r} '
                            f"according to the rule '{casting}'")
        if self._writes[number] and not np.can_cast(dtype, array.dtype, casting):
            raise TypeError(f'Iterator requested dtype could not be cast from {dtype!r} to {array.dtype!r}, the operand '
                            f"{number} dtype, according to the rule '{casting}'")
        if 'buffered' not in self._flags and 'copy' not in kinds and 'updateifcopy' not in kinds:
            raise TypeError('Iterator operand required copying or buffering, but neither copying nor buffering was '
                            'enabled')
        made = array.astype(dtype)
        if self._writes[number]:
            self._back.append((array, made))
        elif 'buffered' not in self._flags:
            self._back.append((None, made))
        return made

    def _strides_of(self, array, along, shape):
        if array is None:
            return None
        return [0 if axis < 0 or (array.shape[axis] == 1 and n != 1) else array.strides[axis]
                for axis, n in zip(along, shape)]

    def _order_of(self, strides, shape, order, arrays):
        """The axes from the outermost to the innermost one, and which are walked backwards."""
        count = len(shape)
        perm, turned = list(range(count)), [False] * count
        given = [array for array in arrays if array is not None]
        if order == 'A':
            order = 'F' if given and all(array.flags.f_contiguous for array in given) else 'C'
        if order == 'F':
            return perm[::-1], turned
        if order == 'C' or not strides:
            return perm, turned
        inner = perm[::-1]
        for at in range(1, count):
            place = at
            for before in range(at - 1, -1, -1):
                unclear, swap = True, False
                for steps in strides:
                    outside, inside = abs(steps[inner[at]]), abs(steps[inner[before]])
                    if outside and inside:
                        if inside <= outside:
                            swap = False
                        elif unclear:
                            swap = True
                        unclear = False
                if unclear:
                    continue
                if not swap:
                    break
                place = before
            inner.insert(place, inner.pop(at))
        perm = inner[::-1]
        for n, axis in enumerate(perm):
            steps = [one[axis] for one in strides]
            turned[n] = any(step < 0 for step in steps) and all(step <= 0 for step in steps)
        return perm, turned

    def _allocated(self, dtype, along, shape, perm):
        lengths = [1] * len([axis for axis in along if axis >= 0])
        for axis, n in zip(along, shape):
            if axis >= 0:
                lengths[axis] = n
        # The axes of the walk that the array has, from the outermost one: its memory follows them.
        order = [along[axis] for axis in perm if along[axis] >= 0]
        made = np.empty([lengths[axis] for axis in order], dtype=dtype)
        back = [0] * len(order)
        for n, axis in enumerate(order):
            back[axis] = n
        return np.transpose(made, back) if order else made

    def _steps_of_index(self, flags):
        """How far a step along each axis of the walk moves the index, and where it begins."""
        if not self.has_index:
            return None
        steps, size = [0] * len(self._full), 1
        for axis in (range(len(self._full)) if 'f_index' in flags else reversed(range(len(self._full)))):
            steps[axis] = size
            size *= self._full[axis]
        made, begin = [], 0
        for axis, turn in zip(self._perm, self._turned):
            begin += steps[axis] * (self._full[axis] - 1) if turn else 0
            made.append(-steps[axis] if turn else steps[axis])
        self._index_begin = begin
        return made

    def _coalesce(self):
        """Axes that lie behind each other in every operand become one, where nobody asks for places."""
        views = self._walked
        self._shape = [self._full[axis] for axis in self._perm]
        self._steps = [list(view.strides) for view in views]
        self._views = list(views)
        if self.has_multi_index:
            return
        rows = self._steps + ([self._index_steps] if self.has_index else [])
        n = len(self._shape) - 1
        while n > 0:
            inner, outer = self._shape[n], self._shape[n - 1]
            if inner == 1 or outer == 1 or all(row[n - 1] == row[n] * inner for row in rows):
                for row in rows:
                    row[n - 1] = row[n - 1] if inner == 1 else row[n]
                    del row[n]
                self._shape[n - 1:n + 1] = [inner * outer]
            n -= 1
        self._views = [_numpy.as_strided(view, tuple(self._shape), tuple(steps), True)
                       for view, steps in zip(views, self._steps)]

    def _arrange(self):
        for view, writes in zip(self._views, self._writes):
            if not writes:
                view.setflags(write=False)

    # ---- The walk ----

    @property
    def shape(self):
        return self._full if self.has_multi_index else tuple(self._shape)

    @property
    def itviews(self):
        return tuple(self._views)

    @property
    def ndim(self):
        return len(self._shape)

    def reset(self):
        if self._closed:
            raise ValueError('Iterator is invalid')
        self._write_back()
        self._at = self._range[0]
        self._begun = False
        self.has_delayed_bufalloc = False

    def _write_back(self):
        for array, made in self._back:
            if array is not None:
                array[...] = made.astype(array.dtype)

    @property
    def finished(self):
        return self._closed or self._at >= self._range[1]

    @property
    def iterindex(self):
        return self._at

    @iterindex.setter
    def iterindex(self, value):
        if not self._range[0] <= value < self._range[1]:
            raise IndexError('Iterator GotoIterIndex called with an iterindex outside the iteration range.')
        self._at = value

    @property
    def iterrange(self):
        return self._range

    @iterrange.setter
    def iterrange(self, value):
        if 'ranged' not in self._flags:
            raise ValueError('Cannot call ResetToIterIndexRange on an iterator without requesting ranged iteration '
                             'support in the constructor')
        start, stop = value
        if start < 0 or stop > self.itersize:
            raise ValueError(f'Out-of-bounds range [{start}, {stop}) passed to ResetToIterIndexRange')
        self._range = (start, stop)
        self._at = start

    def _place(self, number):
        place = [0] * len(self._shape)
        for axis in reversed(range(len(self._shape))):
            place[axis] = number % self._shape[axis]
            number //= self._shape[axis]
        return place

    @property
    def multi_index(self):
        if not self.has_multi_index:
            raise ValueError('Iterator is not tracking a multi-index')
        if self.finished:
            raise ValueError('Iterator is past the end')
        place = self._place(self._at)
        made = [0] * len(place)
        for axis, turn, at in zip(self._perm, self._turned, place):
            made[axis] = self._full[axis] - 1 - at if turn else at
        return tuple(made)

    @multi_index.setter
    def multi_index(self, value):
        if not self.has_multi_index:
            raise ValueError('Iterator is not tracking a multi-index')
        if len(value) != len(self._full):
            raise ValueError('Wrong number of indices')
        number = 0
        for axis, turn in zip(self._perm, self._turned):
            at = int(value[axis])
            if not 0 <= at < self._full[axis]:
                raise IndexError('Iterator GotoMultiIndex called with an out-of-bounds multi-index')
            number = number * self._full[axis] + (self._full[axis] - 1 - at if turn else at)
        self._at = number

    @property
    def index(self):
        if not self.has_index:
            raise ValueError('Iterator does not have an index')
        if self.finished:
            raise ValueError('Iterator is past the end')
        return self._index_begin + sum(at * step for at, step in zip(self._place(self._at), self._index_steps))

    @index.setter
    def index(self, value):
        if not self.has_index:
            raise ValueError('Iterator does not have an index')
        for number in range(self.itersize):
            place = self._place(number)
            if self._index_begin + sum(at * step for at, step in zip(place, self._index_steps)) == value:
                self._at = number
                return
        raise IndexError('Iterator GotoIndex called with an out-of-bounds index')

    def _chunk(self):
        """How many elements are given at once here."""
        if not self._external:
            return 1
        left = self._range[1] - self._at
        if self._buffer:
            return min(self._buffer if len(self._shape) > 1 or 'growinner' not in self._flags else left, left)
        inner = self._shape[-1] if self._shape else 1
        return min(inner - self._at % inner, left)

    def _element(self, number):
        view = self._views[number]
        if not self._external:
            if not self._shape:
                return view
            return view[tuple(self._place(self._at)) + (Ellipsis,)]
        if not self._shape:
            return view.reshape(1)
        count = self._chunk()
        if self._buffer and len(self._shape) > 1:
            line = view.reshape(-1)[self._at:self._at + count]
            return _written(line, view, self._at) if self._writes[number] and line.base is None else line
        place = self._place(self._at)
        return view[tuple(place[:-1]) + (slice(place[-1], place[-1] + count),)]

    @property
    def value(self):
        if self.finished:
            raise ValueError('Iterator is past the end')
        made = tuple(self._element(n) for n in range(self.nop))
        return made[0] if self.nop == 1 else made

    def __getitem__(self, number):
        if isinstance(number, slice):
            return tuple(self._element(n) for n in range(*number.indices(self.nop)))
        if not isinstance(number, (int, np.integer)):
            raise TypeError('invalid index type for iterator indexing')
        if self.finished:
            raise ValueError('Iterator is past the end')
        if not -self.nop <= number < self.nop:
            raise IndexError(f'Iterator operand index {number} is out of bounds')
        return self._element(number % self.nop)

    def __setitem__(self, number, value):
        if self.finished:
            raise ValueError('Iterator is past the end')
        if isinstance(number, slice):
            for n, one in zip(range(*number.indices(self.nop)), value):
                self[n] = one
            return
        if not -self.nop <= number < self.nop:
            raise IndexError(f'Iterator operand index {number} is out of bounds')
        if not self._writes[number]:
            raise RuntimeError(f'Iterator operand {number} is not writeable')
        self._element(number % self.nop)[...] = value

    def iternext(self):
        if not self.finished:
            self._at += self._chunk()
        self._begun = True
        if self.finished:
            self._write_back()
            return False
        return True

    def __len__(self):
        return self.nop

    def __iter__(self):
        return self

    def __next__(self):
        if self._begun and not self.finished:
            self._at += self._chunk()
        self._begun = True
        if self.finished:
            self._write_back()
            raise StopIteration
        return self.value

    def copy(self):
        made = object.__new__(nditer)
        made.__dict__.update(self.__dict__)
        return made

    __copy__ = copy

    def remove_axis(self, axis):
        if not self.has_multi_index:
            raise RuntimeError('Iterator RemoveAxis may only be called if a multi-index is being tracked')
        if not 0 <= axis < len(self._full):
            raise ValueError('axis out of bounds in iterator RemoveAxis')
        place = self._perm.index(axis)
        drop = tuple(0 if n == place else slice(None) for n in range(len(self._perm)))
        self._views = [view[drop + (Ellipsis,)] for view in self._views]
        self._walked = [view[drop + (Ellipsis,)] for view in self._walked]
        self.itersize //= max(self._full[axis], 1)
        self._full = self._full[:axis] + self._full[axis + 1:]
        del self._turned[place]
        self._perm = [one - (one > axis) for one in self._perm if one != axis]
        self._shape = [self._full[one] for one in self._perm]
        self._range = (0, self.itersize)
        self._arrange()
        self.reset()

    def remove_multi_index(self):
        self.has_multi_index = False
        self._coalesce()
        self._arrange()
        self.reset()

    def enable_external_loop(self):
        if self.has_multi_index or self.has_index:
            raise ValueError('Iterator flag EXTERNAL_LOOP cannot be used if an index or multi-index is being tracked')
        self._external = True
        self.reset()

    def __enter__(self):
        if self._closed:
            raise RuntimeError('operation on non-initialized iterator')
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        if not self._closed:
            self._write_back()
        self._closed = True


class _buffer(np.ndarray):
    """A part of a walk in a line of its own."""

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        plain = self.view(np.ndarray)
        for n, one in enumerate(plain.tolist()):
            self._view[np.unravel_index(self._at + n, self._view.shape)] = one


def _written(line, view, at):
    made = line.view(_buffer)
    made._view, made._at = view, at
    return made
