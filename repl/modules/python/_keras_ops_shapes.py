"""keras.ops: shapes and places of tensors, and what all of its functions share."""
import math
from builtins import any as _any

import numpy as np

import _tensorflow_errors as _errors
from _keras import array, dims, dtype_of, is_symbolic, is_tensor, is_variable, make, op, tracing


# ---- What the functions share ----

def _unit(name, cls, result=None):
    def function(x):
        return op(name, [x], result=result, cls=cls)
    function.__name__ = name
    function.__qualname__ = name
    return function


def _pair(name, cls, result=None):
    def function(x1, x2):
        return op(name, [x1, x2], result=result, cls=cls)
    function.__name__ = name
    function.__qualname__ = name
    return function


def _is_float(x):
    return dtype_of(x).startswith("float")


def _as_axis(axis, rank):
    at = int(axis)
    if at < -rank or at >= rank:
        raise ValueError(f"axis {at} is out of bounds for an array with dimension {rank}.")
    return at + rank if at < 0 else at


def _invalid(said, text, types=0, named=True):
    """What TensorFlow's runtime raises where a concrete tensor cannot go through an op."""
    raise _errors.said_by(_errors.InvalidArgumentError, said, text, types, named)


def _place_of(axis, x, said, text="Expected dimension in the range [{0}, {1}), but got {2}", types=0, named=True):
    """The axis of a tensor, counted from the front; a concrete tensor that has it not is refused as by the runtime."""
    rank, at = len(dims(x)), int(axis)
    if (at < -rank or at >= rank) and not is_symbolic(x):
        _invalid(said, text.format(-rank, rank, at), types, named)
    return _as_axis(at, rank)


def _bits(axis, x, said):
    rank = len(dims(x))
    if axis is None:
        return (1 << rank) - 1
    axes = axis if isinstance(axis, (list, tuple)) else [axis]
    bits = 0
    for each in axes:
        bits |= 1 << _place_of(each, x, said, "Invalid reduction dimension ({2} for input with {1} dimension(s)")
    return bits


def _joined(x):
    """A list with tensors in it becomes one tensor."""
    if _has_sizes(x):
        return x if isinstance(x, _Batch) else _Sizes(_sizes_of(x))
    if isinstance(x, (list, tuple)) and _any(is_tensor(i) or is_variable(i) for i in x):
        return stack(list(x))
    return x


def _name_of(dtype):
    if dtype is None:
        return None
    if isinstance(dtype, str):
        return dtype
    name = getattr(dtype, "name", None)
    if isinstance(name, str):
        return name
    return np.dtype(dtype).name


def _mask_of(x):
    """The mask of a tensor, where it has one."""
    return getattr(x, "_keras_mask", None)


# ---- Shapes ----

def _to_shape(x, shape, free=-1):
    """The same elements; `free` is the axis that takes what is left."""
    return op("reshape_to", [x], ints=(free,), shape=tuple(0 if i == free else s for i, s in enumerate(shape)), cls="Reshape")


def _several_open(sizes):
    return len([i for i in sizes if i is not None and i < 0]) > 1


def _between(x, at, count, sizes):
    """`count` axes from `at` on in other sizes; those beside them stay, whatever their sizes are."""
    rank = len(dims(x))
    behind = rank - at - count
    return op("reshape_to", [x], ints=(-1, at, behind), shape=(*[1] * at, *sizes, *[1] * behind), cls="Reshape")


def reshape(x, newshape):
    if is_tensor(newshape) and not is_symbolic(newshape):
        newshape = [int(i) for i in array(newshape)]
    elif isinstance(newshape, int):
        newshape = [newshape]
    known = dims(x)
    wanted = []
    for size in newshape:
        if size is None:
            size = -1
        elif isinstance(size, _Batch):
            size = -size.times
        wanted.append(int(size))
    free = [i for i, size in enumerate(wanted) if size == -1]
    if len(free) > 1:
        # (-1, ..., None): one of them is the batch.
        if known and known[0] < 0 and wanted[0] == -1:
            wanted[0] = known[0]
            free = free[1:]
        if len(free) > 1:
            raise ValueError("can only specify one unknown dimension")
    return _to_shape(x, wanted, free[0] if free else -1)


class _Batch:
    """A size that is known when the model runs: what shape(x)[0] of a symbolic tensor gives, or shape(x)[axis] where that
    size is open."""

    def __init__(self, times=1, source=None, axis=0):
        self.times = times
        self.source = source
        self.axis = axis

    def __mul__(self, other):
        if isinstance(other, (int, np.integer)):
            return _Batch(self.times * int(other), self.source, self.axis)
        return self._number() * other

    __rmul__ = __mul__

    def _number(self):
        """The size as a number that the graph finds: as many ones as there are, added up."""
        from _keras_ops_math import sum as added
        rest = [axis for axis in range(len(dims(self.source))) if axis != self.axis]
        source = op("scale", [op("stop_gradient", [self.source], cls="StopGradient")], reals=(1,), result="float32", cls="Cast")
        ones = op("scale", [added(source, axis=rest) if rest else source], reals=(0, self.times), cls="Range")
        return added(ones)

    def __add__(self, other):
        return self._number() + other

    __radd__ = __add__

    def __sub__(self, other):
        return self._number() - other

    def __rsub__(self, other):
        return other - self._number()

    def __truediv__(self, other):
        return self._number() / other

    def __rtruediv__(self, other):
        return other / self._number()

    def __repr__(self):
        return "None"


class _Sizes(list):
    """Sizes of which one is known when the model runs: what a list of them is, made a tensor."""


def _sizes_of(x):
    """The sizes in a list of numbers and sizes, flat; None where it is no such list."""
    if isinstance(x, _Batch):
        return [x]
    if is_tensor(x) and not is_symbolic(x):
        return [int(i) for i in array(x).ravel()] if array(x).dtype.kind in "iu" else None
    if isinstance(x, (int, np.integer)):
        return [int(x)]
    if not isinstance(x, (list, tuple)):
        return None
    parts = [_sizes_of(i) for i in x]
    return None if _any(part is None for part in parts) else [i for part in parts for i in part]


def _has_sizes(x):
    return isinstance(x, _Batch) or isinstance(x, (list, tuple)) and _any(_has_sizes(i) for i in x)


def ravel(x):
    return _to_shape(x, [-1], 0)


def expand_dims(x, axis):
    if isinstance(x, _Batch):
        return _Sizes([x])
    known = list(dims(x))
    axes = sorted(_as_axis(i, len(known) + (len(axis) if isinstance(axis, (list, tuple)) else 1))
                  for i in (axis if isinstance(axis, (list, tuple)) else [axis]))
    if _several_open(known) and len(axes) == 1:
        return _between(x, axes[0], 0, [1])
    for at in axes:
        known.insert(at, 1)
    return op("reshape_to", [x], ints=(-1,), shape=tuple(known), cls="ExpandDims")


def squeeze(x, axis=None):
    known = list(dims(x))
    if axis is None:
        kept = [i for i in known if i != 1]
    else:
        gone = [_as_axis(i, len(known)) for i in (axis if isinstance(axis, (list, tuple)) else [axis])]
        for at in gone:
            if known[at] != 1:
                raise ValueError(f"Cannot squeeze axis={at}, because the dimension is not 1.")
        if _several_open(known) and len(gone) == 1:
            return _between(x, gone[0], 1, [])
        kept = [size for i, size in enumerate(known) if i not in gone]
    return op("reshape_to", [x], ints=(-1,), shape=tuple(kept), cls="Squeeze")


def transpose(x, axes=None):
    rank = len(dims(x))
    given = axes
    axes = list(range(rank))[::-1] if axes is None else [_as_axis(i, rank) for i in axes]
    if len(set(axes)) != len(axes):
        raise ValueError("`axes` must be a valid permutation of the input dimensions (no duplicates). Received: "
                         f"axes={list(given)} for input of rank {rank}.")
    return op("transpose", [x], shape=tuple(axes), cls="Transpose")


def swapaxes(x, axis1, axis2):
    axes = list(range(len(dims(x))))
    a, b = _as_axis(axis1, len(axes)), _as_axis(axis2, len(axes))
    axes[a], axes[b] = axes[b], axes[a]
    return transpose(x, axes)


def moveaxis(x, source, destination):
    rank = len(dims(x))
    source = [_as_axis(i, rank) for i in (source if isinstance(source, (list, tuple)) else [source])]
    destination = [_as_axis(i, rank) for i in (destination if isinstance(destination, (list, tuple)) else [destination])]
    axes = [i for i in range(rank) if i not in source]
    for to, at in sorted(zip(destination, source)):
        axes.insert(to, at)
    return transpose(x, axes)


def concatenate(xs, axis=0):
    if _has_sizes(xs):
        return _Sizes(_sizes_of(xs))
    xs = list(xs)
    if not xs:
        _invalid("ConcatV2", "Expected at least one tensor", named="concat")
    at = _place_of(axis, xs[0], "ConcatV2", "ConcatOp : Expected concatenating dimensions in the range [{0}, {1}), but got {2}",
                   f"_N_{len(xs)}", "concat")
    while len(xs) > 8:
        xs = [op("concat", xs[i:i + 8], ints=(at, len(xs[i:i + 8])), cls="Concatenate") for i in range(0, len(xs), 8)]
    return op("concat", xs, ints=(at, len(xs)), cls="Concatenate")


def stack(x, axis=0):
    if _has_sizes(x):
        return _Sizes(_sizes_of(x))
    x = [_joined(i) for i in x]
    if not x:
        return make(np.zeros((0,), "float32"))
    at = _as_axis(axis, len(dims(x[0])) + 1)
    for i, each in enumerate(x):
        if dims(each) != dims(x[0]) and not _any(is_symbolic(one) for one in x):
            first, other = (str(list(dims(one))).replace(" ", "") for one in (x[0], each))
            _invalid("Pack", f"Shapes of all inputs must match: values[0].shape = {first} != values[{i}].shape = {other}",
                     f"_N_{len(x)}", "stack")
    return concatenate([expand_dims(i, at) for i in x], at)


def hstack(xs):
    return concatenate(xs, 0 if len(dims(xs[0])) == 1 else 1)


def vstack(xs):
    return concatenate([expand_dims(i, 0) if len(dims(i)) == 1 else i for i in xs], 0)


def unstack(x, num=None, axis=0):
    rank = len(dims(x))
    if not -rank <= axis < rank:
        raise ValueError(f"Argument `axis` = {axis} not in range [-{rank}, {rank})")
    at = _as_axis(axis, rank)
    return [_getitem(x, (slice(None),) * at + (i,)) for i in range(dims(x)[at])]


def split(x, indices_or_sections, axis=0):
    at = _as_axis(axis, len(dims(x)))
    length = dims(x)[at]
    if isinstance(indices_or_sections, int):
        if length % indices_or_sections:
            if is_symbolic(x):
                raise ValueError("`x` size on given `axis` must be divisible by `indices_or_sections` when `indices_or_sections` "
                                 f"is an int. But received {length} and {indices_or_sections}.")
            _invalid("Split", "Number of ways to split should evenly divide the split dimension, but got split_dim "
                     f"{at} (size = {length}) and num_split {indices_or_sections}", f"_num_split_{indices_or_sections}", "split")
        step = length // indices_or_sections
        cuts = list(range(step, length, step))
    else:
        cuts = [int(i) for i in indices_or_sections]
    ends = cuts + [length]
    return [_part(x, at, begin, 1, end - begin) for begin, end in zip([0] + cuts, ends)]


def _part(x, axis, begin, step, length):
    return op("slice", [x], ints=(axis, begin, step), shape=(length,), cls="GetItem")


def _masked(x, mask):
    """The parts of x where a mask over its first axes is true."""
    mask = array(mask)
    first, rest = list(dims(x)[:mask.ndim]), list(dims(x)[mask.ndim:])
    if mask.ndim == 0:
        raise ValueError("mask cannot be scalar.")
    if first != list(mask.shape) and not is_symbolic(x):
        raise ValueError(f"Shapes {tuple(first)} and {mask.shape} are incompatible")
    flat = x if mask.ndim == 1 else _to_shape(x, [-1] + rest, 0)
    return op("gather", [flat, np.nonzero(mask.ravel())[0]], ints=(0,), cls="GetItem", free=2)


_INDEX = ("Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors are valid "
          "indices")


def _is_mask(key):
    arrays = isinstance(key, np.ndarray) or (is_tensor(key) and not is_symbolic(key))
    return isinstance(key, bool) or (arrays and array(key).dtype == bool)


def _is_place(each):
    if hasattr(each, "dtype") and not is_symbolic(each):
        return array(each).ndim == 0 and array(each).dtype.kind == "i"
    return isinstance(each, int)


def _getitem(x, key):
    """x[key]: numbers, slices, ... and None, a list as a tuple of them; or one mask."""
    if _is_mask(key):
        return _masked(x, key)
    keys = list(key) if isinstance(key, (tuple, list)) else [key]
    known = dims(x)
    plain = len([i for i in keys if i is not None and i is not Ellipsis])
    if not _any(i is Ellipsis for i in keys):
        keys.append(Ellipsis)
    if is_symbolic(x) and not tracing():
        if plain > len(known):
            raise ValueError(f"Array has shape {tuple(x.shape)} but slice has to many indices. Received: `{key}`")
        for at, each in enumerate(keys):
            if each is Ellipsis or not isinstance(each, (int, slice)):
                break
            if isinstance(each, int) and known[at] >= 0 and not -known[at] <= each < known[at]:
                raise ValueError(f"Array has shape {tuple(x.shape)} but out-of-bounds index {key} was requested.")
    if plain > len(known):
        if is_symbolic(x):
            raise ValueError(f"Array has shape {x.shape} but slice has to many indices. Received: `{key}`")
        _invalid("StridedSlice", f"Index out of range using input dim {len(known)}; input has only {len(known)} dims",
                 named="strided_slice/")
    if len([i for i in keys if i is Ellipsis]) > 1:
        if is_symbolic(x):
            raise ValueError(f"Slice should only have one ellipsis. Received: `{key}`")
        _invalid("StridedSlice", "Multiple ellipses in slice spec not allowed", named="strided_slice/")
    shape, axis = [], 0
    for at, each in enumerate(keys):
        if each is Ellipsis:
            for _ in range(len(known) - plain):
                shape.append(dims(x)[axis])
                axis += 1
        elif each is None:
            shape.append(1)
        elif isinstance(each, slice):
            length = dims(x)[axis]
            if not (each.start is None and each.stop is None and each.step is None):
                for bound in (each.start, each.stop, each.step):
                    if bound is not None and not _is_place(bound) and not is_symbolic(x):
                        raise TypeError(f"{_INDEX}, got {bound!r}")
                if each.step == 0 and not is_symbolic(x):
                    _invalid("StridedSlice", f"strides[{at}] must be non-zero", named="strided_slice/")
                if length < 0:
                    raise NotImplementedError("a part of the batch cannot be taken: its size is not known before the model runs")
                begin, end, step = each.indices(length)
                x = _part(x, axis, begin, step, len(range(begin, end, step)))
            shape.append(dims(x)[axis])
            axis += 1
        elif _is_place(each):
            place, length = int(each), dims(x)[axis]
            if length < 0:
                raise NotImplementedError("one sample of the batch cannot be taken: its size is not known before the model runs")
            if place < -length or place >= length:
                if is_symbolic(x):
                    raise ValueError(f"Array has shape {x.shape} but out-of-bounds index {key} was requested.")
                _invalid("StridedSlice", f"slice index {place if place >= 0 else place + length} of dimension {axis} out of bounds.",
                         named="strided_slice/")
            x = _part(x, axis, place % length, 1, 1)
            axis += 1
        elif is_symbolic(x):
            raise ValueError(f"Unsupported key type for array slice. Received: `{key}`")
        else:
            raise TypeError(f"{_INDEX}, got {each!r}")
    if tuple(shape) == tuple(dims(x)):
        if is_symbolic(x) or keys != [Ellipsis]:
            return x
    return op("reshape_to", [x], ints=(-1,), shape=tuple(shape), cls="GetItem")


def broadcast_to(x, shape):
    if _any(isinstance(i, _Batch) for i in shape):
        from _keras_ops import zeros
        return op("add", [zeros(tuple(shape)), x], cls="BroadcastTo")
    return op("broadcast", [x], shape=tuple(-1 if i is None else int(i) for i in shape), cls="BroadcastTo")


def tile(x, repeats):
    if isinstance(repeats, (list, tuple)) and _any(isinstance(i, _Batch) for i in repeats):
        known = dims(x)
        if len(known) != len(repeats) or known[0] != 1:
            raise NotImplementedError("only an axis of size 1 is repeated as often as there are samples")
        return broadcast_to(tile(x, [1] + list(repeats[1:])), (repeats[0], *[a * b for a, b in zip(known[1:], repeats[1:])]))
    repeats = [repeats] if isinstance(repeats, int) else [int(i) for i in (array(repeats) if is_tensor(repeats) else repeats)]
    known = list(dims(x))
    while len(known) < len(repeats):
        known.insert(0, 1)
    repeats = [1] * (len(known) - len(repeats)) + repeats
    if len(known) != len(dims(x)):
        x = _to_shape(x, known)
    for axis, count in enumerate(repeats):
        if count == 0:
            x = _part(x, axis, 0, 1, 0)
        elif count > 1:
            x = concatenate([x] * count, axis)
    return x


def repeat(x, repeats, axis=None):
    if axis is None:
        x, axis = ravel(x), 0
    rank = len(dims(x))
    if not -rank <= axis < rank:
        raise ValueError(f"axis={axis} out of bounds: expected -{rank}<=axis<{rank}")
    at = _as_axis(axis, rank)
    length = dims(x)[at]
    counts = [int(i) for i in np.asarray(array(repeats)).ravel()]
    if len(counts) == 1:
        counts = counts * length
    if _any(i < 0 for i in counts):
        raise _errors.said_by(_errors.InvalidArgumentError, "Tile",
                f"Expected multiples[{at + 1}] >= 0, but got {sorted(counts)[0]}", named=False)
    return take(x, np.array([i for i in range(length) for _ in range(counts[i])], dtype="int64"), axis=at)


def pad(x, pad_width, mode="constant", constant_values=None):
    rank = len(dims(x))
    if isinstance(pad_width, (float, str)):
        raise TypeError(f"`pad_width` must be a whole number or pairs of them. Received: pad_width={pad_width!r}")
    if isinstance(pad_width, int):
        pad_width = [(pad_width, pad_width)] * rank
    widths = [(i, i) if isinstance(i, int) else (int(i[0]), int(i[1])) for i in pad_width]
    if len(widths) == 1:
        widths = widths * rank
    if len(widths) != rank:
        raise ValueError(f"`pad_width` must have the same length as `x.shape`. Received: pad_width={pad_width} (of "
                         f"length {len(widths)}) and "
                         f"x.shape={tuple(x.shape)} (of length {rank})")
    for axis, (before, behind) in enumerate(widths):
        if before < 0 or behind < 0:
            raise _errors.said_by(_errors.InvalidArgumentError, "Pad",
                    f"Paddings must be non-negative: {before} {behind}", named=False)
        if before == 0 and behind == 0:
            continue
        if mode == "constant":
            x = op("pad_axis", [x], ints=(axis, before, behind), reals=(constant_values or 0,), cls="Pad")
        else:
            length = dims(x)[axis]
            x = take(x, np.array([_mirrored(i, length, mode) for i in range(-before, length + behind)]), axis=axis)
    return x


def _mirrored(at, length, mode):
    """The place in an axis that place `at` outside of it shows."""
    if mode == "edge":
        return 0 if at < 0 else length - 1 if at >= length else at
    if mode not in ("reflect", "symmetric"):
        raise ValueError(f"Unsupported padding mode. Received: mode={mode}")
    once = 1 if mode == "symmetric" else 0
    if at < 0:
        return -at - once
    return at if at < length else 2 * length - 2 - at + once


def _inside(positions, length, least=None):
    """Places that an axis of this length has, counted from its end too; a negative length is not known yet."""
    if length < 0:
        return
    for where in np.argwhere((positions < (-length if least is None else least)) | (positions >= length)):
        name = f"indices[{','.join(str(i) for i in where)}]" if len(where) else "indices"
        _invalid("GatherV2", f"{name} = {positions[tuple(where)]} is not in [0, {length})")


def take(x, indices, axis=None):
    if axis is None:
        x, axis = ravel(x), 0
    at = _place_of(axis, x, "StridedSlice", "slice index {2} of dimension 0 out of bounds.", named="strided_slice/")
    if not is_symbolic(indices):
        positions = array(indices)
        _inside(positions, dims(x)[at])
        indices = np.where(positions < 0, positions + dims(x)[at], positions) if positions.size else positions
    return op("gather", [x, indices], ints=(at,), cls="Take", free=2)


def flip(x, axis=None):
    rank = len(dims(x))
    axes = range(rank) if axis is None else [axis] if isinstance(axis, int) else axis
    for each in axes:
        at = _as_axis(each, rank)
        length = dims(x)[at]
        x = _part(x, at, length - 1, -1, length)
    return x


def roll(x, shift, axis=None):
    if axis is None:
        return _to_shape(roll(ravel(x), shift, 0), dims(x))
    at = _place_of(axis, x, "Roll", "axis {2} is out of range")
    length = dims(x)[at]
    return take(x, (np.arange(length) - shift) % length, axis=at)


def shape(x):
    if tracing():
        return tuple(_Batch(-i, x, axis) if i < 0 else i for axis, i in enumerate(dims(x)))
    return tuple(None if i < 0 else i for i in dims(x))


def _count(x):
    return math.prod(dims(x))


def size(x):
    return make(np.array(_count(x), dtype="int32"))


def ndim(x):
    return len(dims(x))
