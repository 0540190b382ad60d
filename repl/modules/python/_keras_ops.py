"""keras.ops: functions of tensors. Each is one op of the engine or a few of them, so that it works on numbers, is followed
by a tape, and can be traced. Dtypes follow Keras's rules: the wider one wins, and numbers of the language give way.
"""
import math
from builtins import any as _any

import numpy as np

from _keras import array, dims, dtype_of, is_symbolic, is_tensor, is_variable, make, op, tracing
from _keras_step import apply as _apply_step, variable as _new_variable


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
        raise ValueError(f"axis {at} is out of bounds for array of dimension {rank}")
    return at + rank if at < 0 else at


def _bits(axis, rank):
    if axis is None:
        return (1 << rank) - 1
    axes = axis if isinstance(axis, (list, tuple)) else [axis]
    bits = 0
    for each in axes:
        bits |= 1 << _as_axis(each, rank)
    return bits


def _joined(x):
    """A list with tensors in it becomes one tensor."""
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


# ---- One tensor ----

absolute = _unit("abs", "Absolute")
abs = absolute
negative = lambda x: op("scale", [x], reals=(-1,), cls="Negative")
exp = _unit("exp", "Exp", "floating")
expm1 = _unit("expm1", "Expm1", "floating")
log = _unit("log", "Log", "floating")
log1p = _unit("log1p", "Log1p", "floating")
sqrt = _unit("sqrt", "Sqrt", "floating")
rsqrt = _unit("rsqrt", "Rsqrt", "floating")
square = _unit("square", "Square")
reciprocal = _unit("reciprocal", "Reciprocal", "floating")
sign = _unit("sign", "Sign")
floor = _unit("floor", "Floor")
ceil = _unit("ceil", "Ceil")
trunc = _unit("trunc", "Trunc")
sin = _unit("sin", "Sin", "floating")
cos = _unit("cos", "Cos", "floating")
tan = _unit("tan", "Tan", "floating")
arcsin = _unit("asin", "Arcsin", "floating")
arccos = _unit("acos", "Arccos", "floating")
arctan = _unit("atan", "Arctan", "floating")
sinh = _unit("sinh", "Sinh", "floating")
cosh = _unit("cosh", "Cosh", "floating")
tanh = _unit("tanh", "Tanh", "floating")
arcsinh = _unit("asinh", "Arcsinh", "floating")
arccosh = _unit("acosh", "Arccosh", "floating")
arctanh = _unit("atanh", "Arctanh", "floating")
erf = _unit("erf", "Erf", "floating")
isnan = _unit("isnan", "Isnan", "bool")
isinf = _unit("isinf", "Isinf", "bool")
isfinite = _unit("isfinite", "Isfinite", "bool")
logical_not = _unit("not", "LogicalNot", "bool")
stop_gradient = _unit("stop_gradient", "StopGradient")
sigmoid = _unit("sigmoid", "Sigmoid", "floating")
softplus = _unit("softplus", "Softplus", "floating")
softsign = _unit("softsign", "Softsign", "floating")
silu = _unit("silu", "Silu", "floating")
swish = silu
selu = _unit("selu", "Selu", "floating")
hard_sigmoid = _unit("hard_sigmoid", "HardSigmoid", "floating")
hard_silu = _unit("hard_silu", "HardSilu", "floating")
hard_swish = hard_silu
log_sigmoid = _unit("log_sigmoid", "LogSigmoid", "floating")
mish = _unit("mish", "Mish", "floating")


def round(x, decimals=0):
    if decimals == 0:
        return op("round", [x], cls="Round")
    scale = 10.0 ** decimals
    return op("round", [x * scale], cls="Round") / scale


def relu(x):
    return op("relu", [x], cls="Relu")


def relu6(x):
    return op("clip", [x], reals=(0, 6), cls="Relu6")


def leaky_relu(x, negative_slope=0.2):
    return op("leaky_relu", [x], reals=(negative_slope,), result="floating", cls="LeakyRelu")


def elu(x, alpha=1.0):
    return op("elu", [x], reals=(alpha,), result="floating", cls="Elu")


def gelu(x, approximate=True):
    return op("gelu", [x], ints=(int(approximate),), result="floating", cls="Gelu")


def _along_last(name, x, axis, cls):
    rank = len(dims(x))
    if rank == 0:
        raise ValueError("a softmax needs at least one axis")
    if isinstance(axis, (list, tuple)):
        axis = axis[0]
    at = _as_axis(axis, rank)
    if at == rank - 1:
        return op(name, [x], result="floating", cls=cls)
    return swapaxes(op(name, [swapaxes(x, at, rank - 1)], result="floating", cls=cls), at, rank - 1)


def softmax(x, axis=-1):
    return _along_last("softmax", x, axis, "Softmax")


def log_softmax(x, axis=-1):
    return _along_last("log_softmax", x, axis, "LogSoftmax")


def clip(x, x_min, x_max):
    if isinstance(x_min, (int, float)) and isinstance(x_max, (int, float)):
        if isinstance(x_min, float) or isinstance(x_max, float):
            return op("clip", [x], reals=(x_min, x_max), result="floating", cls="Clip")
        return op("clip", [x], reals=(x_min, x_max), cls="Clip")
    return minimum(maximum(x, x_min), x_max)


def cast(x, dtype):
    name = _name_of(dtype)
    if name is None:
        raise ValueError("Argument `dtype` cannot be None.")
    x = _joined(x)
    if not is_symbolic(x):
        if dtype_of(x) == "string" and name != "string":
            import _tensorflow_text
            _tensorflow_text.refuse_cast(name)
        return make(x, name)
    if dtype_of(x) == name:
        return x
    if name == "bool":
        return op("nonzero", [x], result="bool", cls="Cast")
    if name.startswith("float"):
        return op("scale", [x], reals=(1,), result=name, cls="Cast")
    return op("trunc", [x], result=name, cls="Cast")


def convert_to_tensor(x, dtype=None, sparse=None, ragged=None):
    x = _joined(x)
    return make(x) if dtype is None else cast(x, dtype)


def convert_to_numpy(x):
    return np.array(array(x))


# ---- Two tensors ----

add = _pair("add", "Add")
subtract = _pair("subtract", "Subtract")
multiply = _pair("multiply", "Multiply")
divide = _pair("divide", "Divide", "floating")
true_divide = _pair("divide", "TrueDivide", "floating")
divide_no_nan = _pair("divide_no_nan", "DivideNoNan", "floating")
floor_divide = _pair("floor_divide", "FloorDivide")
mod = _pair("mod", "Mod")
power = _pair("power", "Power")
maximum = _pair("maximum", "Maximum")
minimum = _pair("minimum", "Minimum")
arctan2 = _pair("atan2", "Arctan2", "floating")
equal = _pair("equal", "Equal", "bool")
not_equal = _pair("not_equal", "NotEqual", "bool")
less = _pair("less", "Less", "bool")
less_equal = _pair("less_equal", "LessEqual", "bool")
greater = _pair("greater", "Greater", "bool")
greater_equal = _pair("greater_equal", "GreaterEqual", "bool")
logical_and = _pair("and", "LogicalAnd", "bool")
logical_or = _pair("or", "LogicalOr", "bool")
logical_xor = _pair("xor", "LogicalXor", "bool")


def where(condition, x1=None, x2=None):
    if x1 is None and x2 is None:
        return tuple(make(i) for i in np.nonzero(array(condition)))
    return op("where", [condition, x1, x2], cls="Where", free=1)


def matmul(x1, x2):
    a, b = dims(x1), dims(x2)
    if len(a) == 1 and len(b) == 1:
        return sum(multiply(x1, x2))
    if len(a) == 1:
        return squeeze(_product(expand_dims(x1, 0), x2), -2)
    if len(b) == 1:
        return squeeze(_product(x1, expand_dims(x2, -1)), -1)
    return _product(x1, x2)


def _product(x1, x2, first=False, second=False):
    """The product of matrices, or of stacks of such."""
    if not first and not second and len(dims(x2)) == 2:
        return op("matmul", [x1, x2], cls="Matmul")
    return op("batch_matmul", [x1, x2], ints=(int(first), int(second)), cls="Matmul")


def tensordot(x1, x2, axes=2):
    a, b = dims(x1), dims(x2)
    if isinstance(axes, int):
        left = list(range(len(a) - axes, len(a)))
        right = list(range(axes))
    else:
        left, right = axes
        left = [left] if isinstance(left, int) else list(left)
        right = [right] if isinstance(right, int) else list(right)
    left = [_as_axis(i, len(a)) for i in left]
    right = [_as_axis(i, len(b)) for i in right]
    rest_a = [i for i in range(len(a)) if i not in left]
    rest_b = [i for i in range(len(b)) if i not in right]
    inner = math.prod([a[i] for i in left])
    rows = transpose(x1, rest_a + left) if rest_a + left != list(range(len(a))) else x1
    columns = transpose(x2, right + rest_b) if right + rest_b != list(range(len(b))) else x2
    product = _product(_to_shape(rows, [-1, inner], 0), _to_shape(columns, [inner, -1], 1))
    return _to_shape(product, [a[i] for i in rest_a] + [b[i] for i in rest_b])


def dot(x1, x2):
    a, b = dims(x1), dims(x2)
    if len(a) == 0 or len(b) == 0:
        return multiply(x1, x2)
    if len(b) == 1:
        return tensordot(x1, x2, [[-1], [0]])
    return tensordot(x1, x2, [[-1], [-2]])


def outer(x1, x2):
    return multiply(_to_shape(x1, [-1, 1], 0), _to_shape(x2, [1, -1], 1))


def einsum(subscripts, *operands):
    """Two operands by products of stacks of matrices; one by sums and a transposition; more from left to right."""
    text = subscripts.replace(" ", "")
    if "." in text:
        raise NotImplementedError("an ellipsis in einsum is not there yet")
    before, _, after = text.partition("->")
    terms = before.split(",")
    if len(terms) != len(operands):
        raise ValueError("einsum: as many operands as subscripts are needed")
    if "->" not in text:
        letters = "".join(terms)
        after = "".join(sorted(i for i in set(letters) if letters.count(i) == 1))
    terms, operands = list(terms), list(operands)
    for term in terms:
        if len(set(term)) != len(term):
            raise NotImplementedError("a letter that stands twice in one operand of einsum is not there yet")
    while len(operands) > 1:
        kept = set(after).union(*terms[2:]) if len(terms) > 2 else set(after)
        operand, term = _einsum_two(terms[0], operands[0], terms[1], operands[1], kept)
        terms[:2], operands[:2] = [term], [operand]
    term, x = terms[0], operands[0]
    gone = [i for i, letter in enumerate(term) if letter not in after]
    if gone:
        x = sum(x, axis=gone)
        term = "".join(i for i in term if i in after)
    order = [term.index(i) for i in after]
    return x if order == list(range(len(order))) else transpose(x, order)


def _einsum_two(first, x, second, y, kept):
    alone = [i for i, letter in enumerate(first) if letter not in second and letter not in kept]
    if alone:
        x, first = sum(x, axis=alone), "".join(letter for i, letter in enumerate(first) if i not in alone)
    alone = [i for i, letter in enumerate(second) if letter not in first and letter not in kept]
    if alone:
        y, second = sum(y, axis=alone), "".join(letter for i, letter in enumerate(second) if i not in alone)
    size = dict(zip(first, dims(x)))
    size.update(zip(second, dims(y)))
    both = [i for i in first if i in second and i in kept]
    inner = [i for i in first if i in second and i not in kept]
    rows = [i for i in first if i not in second]
    columns = [i for i in second if i not in first]

    def arranged(x, term, groups):
        order = [term.index(i) for group in groups for i in group]
        moved = x if order == list(range(len(order))) else transpose(x, order)
        shape = [size[i] for i in groups[0]]
        for group in groups[1:]:
            shape.append(_size_of([size[i] for i in group]))
        return _to_shape(moved, shape)

    product = op("batch_matmul", [arranged(x, first, [both, rows, inner]), arranged(y, second, [both, inner, columns])],
                 cls="Einsum")
    term = both + rows + columns
    return _to_shape(product, [size[i] for i in term]), "".join(term)


def _size_of(sizes):
    """The product of sizes, where one of them may be the batch."""
    unknown = [i for i in sizes if i < 0]
    size = math.prod([i if i >= 0 else -i for i in sizes])
    if len(unknown) > 1:
        raise NotImplementedError("the batch cannot be multiplied with itself")
    return -size if unknown else size


# ---- Shapes ----

def _to_shape(x, shape, free=-1):
    """The same elements; `free` is the axis that takes what is left."""
    return op("reshape_to", [x], ints=(free,), shape=tuple(0 if i == free else s for i, s in enumerate(shape)), cls="Reshape")


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
    """A size that is known when the model runs: what shape(x)[0] of a symbolic tensor gives."""

    def __init__(self, times=1, source=None):
        self.times = times
        self.source = source

    def __mul__(self, other):
        return _Batch(self.times * int(other), self.source)

    __rmul__ = __mul__

    def __repr__(self):
        return "None"


def ravel(x):
    return _to_shape(x, [-1], 0)


def expand_dims(x, axis):
    known = list(dims(x))
    axes = sorted(_as_axis(i, len(known) + (len(axis) if isinstance(axis, (list, tuple)) else 1))
                  for i in (axis if isinstance(axis, (list, tuple)) else [axis]))
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
                raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
        kept = [size for i, size in enumerate(known) if i not in gone]
    return op("reshape_to", [x], ints=(-1,), shape=tuple(kept), cls="Squeeze")


def transpose(x, axes=None):
    rank = len(dims(x))
    axes = list(range(rank))[::-1] if axes is None else [_as_axis(i, rank) for i in axes]
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
    xs = list(xs)
    if not xs:
        raise ValueError("need at least one array to concatenate")
    at = _as_axis(axis, len(dims(xs[0])))
    while len(xs) > 8:
        xs = [op("concat", xs[i:i + 8], ints=(at, len(xs[i:i + 8])), cls="Concatenate") for i in range(0, len(xs), 8)]
    return op("concat", xs, ints=(at, len(xs)), cls="Concatenate")


def stack(x, axis=0):
    x = [_joined(i) for i in x]
    at = _as_axis(axis, len(dims(x[0])) + 1)
    return concatenate([expand_dims(i, at) for i in x], at)


def hstack(xs):
    return concatenate(xs, 0 if len(dims(xs[0])) == 1 else 1)


def vstack(xs):
    return concatenate([expand_dims(i, 0) if len(dims(i)) == 1 else i for i in xs], 0)


def unstack(x, num=None, axis=0):
    at = _as_axis(axis, len(dims(x)))
    return [_getitem(x, (slice(None),) * at + (i,)) for i in range(dims(x)[at])]


def split(x, indices_or_sections, axis=0):
    at = _as_axis(axis, len(dims(x)))
    length = dims(x)[at]
    if isinstance(indices_or_sections, int):
        if length % indices_or_sections:
            raise ValueError("array split does not result in an equal division")
        step = length // indices_or_sections
        cuts = list(range(step, length, step))
    else:
        cuts = [int(i) for i in indices_or_sections]
    ends = cuts + [length]
    return [_part(x, at, begin, 1, end - begin) for begin, end in zip([0] + cuts, ends)]


def _part(x, axis, begin, step, length):
    return op("slice", [x], ints=(axis, begin, step), shape=(length,), cls="GetItem")


def _getitem(x, key):
    """x[key]: numbers, slices, ..., None, and one tensor or list of positions."""
    keys = list(key) if isinstance(key, tuple) else [key]
    known = dims(x)
    plain = len([i for i in keys if i is not None and i is not Ellipsis])
    if not _any(i is Ellipsis for i in keys):
        keys.append(Ellipsis)
    if plain > len(known):
        raise IndexError(f"too many indices for array: array is {len(known)}-dimensional, but {plain} were indexed")
    shape, axis = [], 0
    gathered = None
    for each in keys:
        if each is Ellipsis:
            for _ in range(len(known) - plain):
                shape.append(dims(x)[axis])
                axis += 1
        elif each is None:
            shape.append(1)
        elif isinstance(each, slice):
            length = dims(x)[axis]
            if not (each.start is None and each.stop is None and each.step is None):
                if length < 0:
                    raise NotImplementedError("a part of the batch cannot be taken: its size is not known before the model runs")
                begin, end, step = each.indices(length)
                x = _part(x, axis, begin, step, len(range(begin, end, step)))
            shape.append(dims(x)[axis])
            axis += 1
        elif isinstance(each, (int, np.integer)) or (is_tensor(each) and not is_symbolic(each) and dims(each) == ()):
            at, length = int(each), dims(x)[axis]
            if length < 0:
                raise NotImplementedError("one sample of the batch cannot be taken: its size is not known before the model runs")
            if at < -length or at >= length:
                raise IndexError(f"index {at} is out of bounds for axis {axis} with size {length}")
            x = _part(x, axis, at % length, 1, 1)
            axis += 1
        else:
            if gathered is not None:
                raise NotImplementedError("one list of positions at most can be an index here")
            if not is_symbolic(each) and array(each).dtype == bool:
                if len(dims(each)) != 1:
                    if len(keys) > 2 or axis:
                        raise NotImplementedError("a mask of several dimensions stands alone")
                    mask = np.nonzero(array(each).ravel())[0]
                    rest = list(known[len(dims(each)):])
                    return op("gather", [_to_shape(x, [-1] + rest, 0), mask], ints=(0,), cls="GetItem", free=2)
                each = np.nonzero(array(each))[0]
            length = dims(x)[axis]
            if not is_symbolic(each):
                each = array(each)
                each = np.where(each < 0, each + length, each)
            x = op("gather", [x, each], ints=(axis,), cls="GetItem", free=2)
            gathered = axis
            for size in dims(each):
                shape.append(size)
                axis += 1
    if tuple(shape) == tuple(dims(x)):
        if is_symbolic(x) or keys != [Ellipsis]:
            return x
    return op("reshape_to", [x], ints=(-1,), shape=tuple(shape), cls="GetItem")


def broadcast_to(x, shape):
    return op("broadcast", [x], shape=tuple(-1 if i is None else int(i) for i in shape), cls="BroadcastTo")


def tile(x, repeats):
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
    at = _as_axis(axis, len(dims(x)))
    length = dims(x)[at]
    counts = [int(i) for i in np.asarray(array(repeats)).ravel()]
    if len(counts) == 1:
        counts = counts * length
    return take(x, np.array([i for i in range(length) for _ in range(counts[i])], dtype="int64"), axis=at)


def pad(x, pad_width, mode="constant", constant_values=None):
    rank = len(dims(x))
    if isinstance(pad_width, int):
        pad_width = [(pad_width, pad_width)] * rank
    widths = [(i, i) if isinstance(i, int) else (int(i[0]), int(i[1])) for i in pad_width]
    if len(widths) == 1:
        widths = widths * rank
    for axis, (before, behind) in enumerate(widths):
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


def take(x, indices, axis=None):
    if axis is None:
        x, axis = ravel(x), 0
    at = _as_axis(axis, len(dims(x)))
    if not is_symbolic(indices):
        positions = array(indices)
        indices = np.where(positions < 0, positions + dims(x)[at], positions) if positions.size else positions
    return op("gather", [x, indices], ints=(at,), cls="Take", free=2)


def take_along_axis(x, indices, axis=None):
    if axis is None:
        x, axis = ravel(x), 0
    at = _as_axis(axis, len(dims(x)))
    length = dims(x)[at]
    chosen = one_hot(moveaxis(indices, at, -1), length, dtype=dtype_of(x))
    rows = expand_dims(moveaxis(x, at, -1), -2)
    return moveaxis(sum(multiply(chosen, rows), axis=-1), -1, at)


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
    at = _as_axis(axis, len(dims(x)))
    length = dims(x)[at]
    return take(x, (np.arange(length) - shift) % length, axis=at)


def shape(x):
    if tracing():
        return tuple(_Batch(-i, x) if i < 0 else i for i in dims(x))
    return tuple(None if i < 0 else i for i in dims(x))


def _count(x):
    return math.prod(dims(x))


def size(x):
    return make(np.array(_count(x), dtype="int32"))


def ndim(x):
    return len(dims(x))


def _drawn(kind, sizes, first, second):
    """Random numbers while a function is traced: an op, which draws anew at each step."""
    sizes = [sizes] if isinstance(sizes, (int, _Batch)) else list(array(sizes) if is_tensor(sizes) else sizes)
    batches = [i for i in sizes if isinstance(i, _Batch)]
    if not batches:
        base = make(np.zeros([int(i) for i in sizes], dtype="float32"))
    elif len(batches) == 1 and isinstance(sizes[0], _Batch) and sizes[0].times == 1 and sizes[0].source is not None:
        source = sizes[0].source
        rest = list(range(1, len(dims(source))))
        column = sum(source, axis=rest) if rest else source
        column = _to_shape(column, [-1] + [1] * (len(sizes) - 1), 0)
        base = op("broadcast", [column], shape=tuple([-1] + [int(i) for i in sizes[1:]]), cls="BroadcastTo")
    else:
        raise NotImplementedError("random numbers of a shape in which the batch is not the first size")
    return op("draw_" + kind, [base if is_symbolic(base) else _constant(base)], reals=(first, second), cls="Random")


def _constant(x):
    """A number that stands in the graph, though it is known."""
    from _keras import symbolic
    return symbolic(x)


# ---- Reductions ----

def _reduce(name, x, axis, keepdims, cls, result=None):
    x = _joined(x)
    return op(name, [x], ints=(_bits(axis, len(dims(x))), int(keepdims)), result=result, cls=cls)


def _summed(x):
    """The dtype of a sum: bool counts as int32."""
    return "int32" if dtype_of(x) == "bool" else None


def sum(x, axis=None, keepdims=False):
    x = _joined(x)
    return _reduce("reduce_sum", x, axis, keepdims, "Sum", _summed(x))


def mean(x, axis=None, keepdims=False):
    return _reduce("reduce_mean", x, axis, keepdims, "Mean", "floating")


def prod(x, axis=None, keepdims=False, dtype=None):
    return _reduce("reduce_prod", x, axis, keepdims, "Prod", dtype or _summed(x))


def max(x, axis=None, keepdims=False, initial=None):
    result = _reduce("reduce_max", x, axis, keepdims, "Max")
    return result if initial is None else maximum(result, initial)


def min(x, axis=None, keepdims=False, initial=None):
    result = _reduce("reduce_min", x, axis, keepdims, "Min")
    return result if initial is None else minimum(result, initial)


amax = max
amin = min


def all(x, axis=None, keepdims=False):
    return _reduce("reduce_min", cast(x, "bool"), axis, keepdims, "All", "bool")


def any(x, axis=None, keepdims=False):
    return _reduce("reduce_max", cast(x, "bool"), axis, keepdims, "Any", "bool")


def var(x, axis=None, keepdims=False):
    if not _is_float(x):
        x = cast(x, "float32")
    return mean(square(subtract(x, mean(x, axis=axis, keepdims=True))), axis=axis, keepdims=keepdims)


def std(x, axis=None, keepdims=False):
    return sqrt(var(x, axis=axis, keepdims=keepdims))


def logsumexp(x, axis=None, keepdims=False):
    top = stop_gradient(max(x, axis=axis, keepdims=True))
    result = add(log(sum(exp(subtract(x, top)), axis=axis, keepdims=True)), top)
    if keepdims:
        return result
    rank = len(dims(x))
    bits = _bits(axis, rank)
    return squeeze(result, [i for i in range(rank) if bits >> i & 1])


def norm(x, ord=None, axis=None, keepdims=False):
    if ord is None or ord == 2 or ord == "euclidean" or ord == "fro":
        return sqrt(sum(square(x), axis=axis, keepdims=keepdims))
    if ord == 1:
        return sum(absolute(x), axis=axis, keepdims=keepdims)
    if ord == float("inf"):
        return max(absolute(x), axis=axis, keepdims=keepdims)
    return power(sum(power(absolute(x), ord), axis=axis, keepdims=keepdims), 1.0 / ord)


def _place(name, x, axis, keepdims, result, cls):
    x = _joined(x)
    flat = axis is None
    if flat:
        rank, x, axis = len(dims(x)), ravel(x), 0
    else:
        axis = _as_axis(axis, len(dims(x)))
    found = op(name, [x], ints=(axis,), result=result, cls=cls)
    if not keepdims:
        return found
    return _to_shape(found, [1] * rank) if flat else expand_dims(found, axis)


def argmax(x, axis=None, keepdims=False):
    return _place("argmax", x, axis, keepdims, "int32", "Argmax")


def argmin(x, axis=None, keepdims=False):
    return _place("argmin", x, axis, keepdims, "int32", "Argmin")


def cumsum(x, axis=None, dtype=None):
    if axis is None:
        x, axis = ravel(x), 0
    return op("cumsum", [x], ints=(_as_axis(axis, len(dims(x))),), result=dtype or _summed(x), cls="Cumsum")


def average(x, axis=None, weights=None):
    if weights is None:
        return mean(x, axis=axis)
    return divide(sum(multiply(x, weights), axis=axis), sum(broadcast_to(weights, dims(x)), axis=axis))


def count_nonzero(x, axis=None):
    return _reduce("reduce_sum", cast(x, "bool"), axis, False, "CountNonzero", "int32")


# ---- New tensors ----

def _sizes(shape):
    if is_tensor(shape):
        return tuple(int(i) for i in array(shape).ravel())
    return (int(shape),) if isinstance(shape, (int, np.integer)) else tuple(int(i) for i in shape)


def zeros(shape, dtype=None):
    return make(np.zeros(_sizes(shape), dtype=_name_of(dtype) or "float32"))


def ones(shape, dtype=None):
    return make(np.ones(_sizes(shape), dtype=_name_of(dtype) or "float32"))


def full(shape, fill_value, dtype=None):
    return make(np.full(_sizes(shape), array(fill_value), dtype=_name_of(dtype) or "float32"))


def _like(x, value, dtype):
    if is_symbolic(x):
        result = op("scale", [stop_gradient(x)], reals=(0, value), result=_name_of(dtype), cls="FullLike")
        return result
    return make(np.full(dims(x), value, dtype=_name_of(dtype) or dtype_of(x)))


def zeros_like(x, dtype=None):
    return _like(x, 0, dtype)


def ones_like(x, dtype=None):
    return _like(x, 1, dtype)


def full_like(x, fill_value, dtype=None):
    return _like(x, fill_value, dtype)


def eye(N, M=None, k=0, dtype=None):
    return make(np.eye(N, M, k, dtype=_name_of(dtype) or "float32"))


def identity(n, dtype=None):
    return eye(n, dtype=dtype)


def arange(start, stop=None, step=None, dtype=None):
    start, stop, step = [i.numpy().item() if is_tensor(i) else i for i in (start, stop, step)]
    if stop is None:
        start, stop = 0, start
    if step is None:
        step = 1
    if dtype is None:
        dtype = "float32" if isinstance(start, float) or isinstance(stop, float) or isinstance(step, float) else "int32"
    return make(np.arange(start, stop, step).astype(_name_of(dtype)))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    made = make(np.linspace(start, stop, num, endpoint=endpoint).astype(_name_of(dtype) or "float32"))
    return (made, (stop - start) / (num - (1 if endpoint else 0))) if retstep else made


def one_hot(x, num_classes, axis=-1, dtype=None, sparse=False):
    made = op("one_hot", [x], ints=(num_classes,), reals=(1, 0), result=_name_of(dtype) or "float32", cls="OneHot")
    return made if axis == -1 or axis == len(dims(made)) - 1 else moveaxis(made, -1, axis)


def tril(x, k=0):
    known = dims(x)
    return where(np.tril(np.ones(known[-2:]), k) > 0, x, 0)


def triu(x, k=0):
    known = dims(x)
    return where(np.triu(np.ones(known[-2:]), k) > 0, x, 0)


def diag(x, k=0):
    return make(np.diag(array(x), k))


def copy(x):
    return op("scale", [x], reals=(1,), cls="Copy")


# ---- Order: of numbers only ----

def _numbers(x, what):
    if is_symbolic(x):
        raise NotImplementedError(f"{what} of a symbolic tensor is not there yet")
    return array(x)


def argsort(x, axis=-1):
    return make(np.argsort(_numbers(x, "argsort"), axis=axis, kind="stable").astype("int32"))


def sort(x, axis=-1):
    if axis is None:
        x, axis = ravel(x), 0
    order = np.argsort(_numbers(x, "sort"), axis=axis, kind="stable")
    return take_along_axis(x, order, axis=axis) if len(dims(x)) > 1 else take(x, order)


def top_k(x, k, sorted=True):
    numbers = _numbers(x, "top_k")
    order = np.argsort(-numbers, axis=-1, kind="stable")[..., :k].astype("int32")
    values = take_along_axis(x, order, axis=-1) if len(dims(x)) > 1 else take(x, order)
    return values, make(order)


def in_top_k(targets, predictions, k):
    scores, labels = _numbers(predictions, "in_top_k"), _numbers(targets, "in_top_k")
    own = scores[np.arange(len(labels)), labels]
    return make(np.sum(scores > own[:, None], axis=-1) < k)


def unique(x):
    return make(np.unique(_numbers(x, "unique")))


def nonzero(x):
    return tuple(make(i.astype("int32")) for i in np.nonzero(_numbers(x, "nonzero")))


def isclose(x1, x2, rtol=1e-5, atol=1e-8, equal_nan=False):
    return less_equal(absolute(subtract(x1, x2)), add(multiply(absolute(x2), rtol), atol))


# ---- Optimizers and variables ----

def _apply_gradients(optimizer, grads_and_vars):
    pairs = list(grads_and_vars)
    _apply(optimizer, [g for g, _ in pairs], [v for _, v in pairs])


def _apply(optimizer, grads, trainable_variables=None):
    grads, variables = list(grads), list(trainable_variables or [])
    if trainable_variables is None:
        raise ValueError("`apply` needs the variables beside the gradients")
    if not grads:
        return
    missing = [v for g, v in zip(grads, variables) if g is None]
    if len(missing) == len(grads):
        raise ValueError("No gradients provided for any variable.")
    if missing:
        import warnings
        names = [v.path for v in missing]
        warnings.warn(f"Gradients do not exist for variables {names} when minimizing the loss. If using `model.compile()`, "
                      "did you forget to provide a `loss` argument?")
    _apply_step(optimizer, [None if g is None else array(g) for g in grads], variables)


_counts = {}


def _auto_name(name):
    count = _counts.get(name, 0)
    _counts[name] = count + 1
    return name if count == 0 else f"{name}_{count}"


def _keras_variable(initializer, shape=None, dtype=None, trainable=True, name=None):
    value = initializer
    if isinstance(initializer, str):
        import keras
        value = keras.initializers.get(initializer)
    if callable(value) and not is_tensor(value):
        if shape is None:
            raise ValueError("When creating a Variable from an initializer, the `shape` argument should be specified. "
                             f"Received: initializer={initializer} and shape={shape}")
        value = value(shape, dtype=dtype or "float32")
    if dtype is None:
        dtype = dtype_of(value)
    name = name or _auto_name("variable")
    return _new_variable(array(make(value, _name_of(dtype))), name, name, trainable, False)
