"""TensorFlow's functions under their own names and rules: tensors of two dtypes do not meet, places are int64."""
import numpy as np

import _keras_ops as _k
from _keras import Tape as _Tape
from _keras import array as _array, dims as _dims, dtype_of as _dtype_of, is_symbolic as _is_symbolic
from _keras import is_tensor as _is_tensor, is_variable as _is_variable, make as _make, op as _op
from _keras_step import tapes_open as _tapes_open, variable as _new_variable

newaxis = None


def _unit(name, cls, parameter="x", result=None):
    def function(x, name=None):
        return _op(kernel, [_k._joined(x)], result=result, cls=cls, strict=True)
    kernel = name
    return function


def _pair(name, cls, result=None):
    def function(x, y, name=None):
        return _op(kernel, [_k._joined(x), _k._joined(y)], result=result, cls=cls, strict=True)
    kernel = name
    return function


def _is_ragged(value):
    """Whether lists in a list have different lengths."""
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, (list, tuple)) for each in value):
        return False
    return len(set(map(len, value))) > 1


def constant(value, dtype=None, shape=None, name="Const"):
    if _is_ragged(value):
        raise ValueError("Can't convert non-rectangular Python sequence to Tensor.")
    made = _make(_k._joined(value), _k._name_of(dtype))
    if shape is None:
        return made
    sizes = _k._sizes(shape)
    if _k._count(made) == 1 and sizes != _dims(made):
        return fill(sizes, _k._to_shape(made, ()))
    return reshape(made, sizes)


def convert_to_tensor(value, dtype=None, dtype_hint=None, name=None):
    if _is_ragged(value):
        raise ValueError("Can't convert non-rectangular Python sequence to Tensor.")
    return _make(_k._joined(value), _k._name_of(dtype)) if not _is_variable(value) else identity(value)


def identity(input, name=None):
    return _op("scale", [input], reals=(1,), cls="Identity", strict=True)


def cast(x, dtype, name=None):
    if _k._name_of(dtype) not in _k._dtypes:
        raise TypeError(f"Cannot convert the argument `type_value`: {dtype!r} to a TensorFlow DType.")
    return _k.cast(x, dtype)


add = _pair("add", "AddV2")
subtract = _pair("subtract", "Sub")
multiply = _pair("multiply", "Mul")
divide = _pair("divide", "RealDiv", "quotient")
truediv = divide
pow = _pair("power", "Pow")
atan2 = _pair("atan2", "Atan2")
maximum = _pair("maximum", "Maximum")
minimum = _pair("minimum", "Minimum")
equal = _pair("equal", "Equal", "bool")
not_equal = _pair("not_equal", "NotEqual", "bool")
less = _pair("less", "Less", "bool")
less_equal = _pair("less_equal", "LessEqual", "bool")
greater = _pair("greater", "Greater", "bool")
greater_equal = _pair("greater_equal", "GreaterEqual", "bool")
logical_and = _pair("and", "LogicalAnd", "bool")
logical_or = _pair("or", "LogicalOr", "bool")
logical_not = _unit("not", "LogicalNot", result="bool")
abs = _unit("abs", "Abs")
square = _unit("square", "Square")
sqrt = _unit("sqrt", "Sqrt")
exp = _unit("exp", "Exp")
sign = _unit("sign", "Sign")
round = _unit("round", "Round")
floor = _unit("floor", "Floor")
sin = _unit("sin", "Sin")
cos = _unit("cos", "Cos")
tan = _unit("tan", "Tan")
tanh = _unit("tanh", "Tanh")
sigmoid = _unit("sigmoid", "Sigmoid")
asin = _unit("asin", "Asin")
acos = _unit("acos", "Acos")
atan = _unit("atan", "Atan")
sinh = _unit("sinh", "Sinh")
cosh = _unit("cosh", "Cosh")
asinh = _unit("asinh", "Asinh")
acosh = _unit("acosh", "Acosh")
atanh = _unit("atanh", "Atanh")
stop_gradient = _unit("stop_gradient", "StopGradient")


def negative(x, name=None):
    return _op("scale", [x], reals=(-1,), cls="Neg", strict=True)


def add_n(inputs, name=None):
    total = inputs[0]
    for each in inputs[1:]:
        total = add(total, each)
    return total


def clip_by_value(t, clip_value_min, clip_value_max, name=None):
    return minimum(maximum(t, clip_value_min), clip_value_max)


def clip_by_norm(t, clip_norm, axes=None, name=None):
    length = _k.norm(t, axis=axes, keepdims=True)
    return multiply(t, divide(clip_norm, maximum(length, clip_norm)))


def global_norm(t_list, name=None):
    return sqrt(add_n([reduce_sum(square(t)) for t in t_list if t is not None]))


def clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None):
    length = global_norm(t_list) if use_norm is None else use_norm
    scale = divide(clip_norm, maximum(length, clip_norm))
    return [None if t is None else multiply(t, scale) for t in t_list], length


def where(condition, x=None, y=None, name=None):
    if x is None and y is None:
        return _make(np.argwhere(_array(condition)).astype("int64"))
    return _op("where", [condition, x, y], cls="SelectV2", strict=True, free=1)


def _reduction(name, cls, of_bools=False):
    def function(input_tensor, axis=None, keepdims=False, name=None):
        x = _k._joined(input_tensor)
        if _is_tensor(axis):
            axis = [int(i) for i in _array(axis).ravel()]
        if axis is not None and _k._is_float(x) is None:
            return x
        return _op(kernel, [x], ints=(_k._bits(axis, x, cls), int(keepdims)), result="bool" if of_bools else None, cls=cls)
    kernel = name
    return function


reduce_sum = _reduction("reduce_sum", "Sum")
reduce_max = _reduction("reduce_max", "Max")
reduce_min = _reduction("reduce_min", "Min")
reduce_prod = _reduction("reduce_prod", "Prod")
reduce_all = _reduction("reduce_min", "All", True)
reduce_any = _reduction("reduce_max", "Any", True)
_mean = _reduction("reduce_mean", "Mean")


def reduce_mean(input_tensor, axis=None, keepdims=False, name=None):
    result = _mean(input_tensor, axis, keepdims)
    return result


def reduce_logsumexp(input_tensor, axis=None, keepdims=False, name=None):
    return _k.logsumexp(input_tensor, axis, keepdims)


def argmax(input, axis=None, output_type="int64", name=None):
    return _k._place("argmax", input, 0 if axis is None else axis, False, _k._name_of(output_type), "ArgMax")


def argmin(input, axis=None, output_type="int64", name=None):
    return _k._place("argmin", input, 0 if axis is None else axis, False, _k._name_of(output_type), "ArgMin")


def matmul(a, b, transpose_a=False, transpose_b=False, name=None):
    return _k._product(_k._joined(a), _k._joined(b), transpose_a, transpose_b)


def tensordot(a, b, axes, name=None):
    return _k.tensordot(a, b, axes)


def einsum(equation, *inputs):
    return _k.einsum(equation, *inputs)


def transpose(a, perm=None, conjugate=False, name=None):
    a = _k._joined(a)
    if isinstance(perm, (list, tuple)) and len(perm) != len(_dims(a)) and not _is_symbolic(a):
        _k._invalid("Transpose", f"transpose expects a vector of size {len(_dims(a))}. But input(1) is a vector of size {len(perm)}",
                    named=False)
    return _k.transpose(a, perm)


def reshape(tensor, shape, name=None):
    if isinstance(shape, (list, tuple)):
        shape = [i if isinstance(i, (int, _k._Batch)) or i is None else int(i) for i in shape]
    return _k.reshape(_k._joined(tensor), shape)


def expand_dims(input, axis, name=None):
    input = _k._joined(input)
    if isinstance(input, _k._Batch):
        return _k.expand_dims(input, axis)
    rank = len(_dims(input))
    if not -rank - 2 < axis < rank + 1 and not _is_symbolic(input):
        _k._invalid("ExpandDims", f"Tried to expand dim index {int(axis)} for tensor with {rank} dimensions.")
    return _k.expand_dims(input, axis)


def squeeze(input, axis=None, name=None):
    if axis is not None and not _is_symbolic(input):
        known = _dims(_k._joined(input))
        for at in axis if isinstance(axis, (list, tuple)) else [axis]:
            if not -len(known) <= at < len(known):
                _k._invalid("Squeeze", f"Tried to squeeze dim index {at} for tensor with {len(known)} dimensions.")
            if known[at] != 1:
                _k._invalid("Squeeze", f"Can not squeeze dim[{at % len(known)}], expected a dimension of 1, got {known[at]}")
    return _k.squeeze(input, axis)


def concat(values, axis, name="concat"):
    return _k.concatenate([_k._joined(i) for i in values] if isinstance(values, (list, tuple)) else [values], int(axis))


def stack(values, axis=0, name="stack"):
    return _k.stack(list(values), axis)


def unstack(value, num=None, axis=0, name="unstack"):
    return _k.unstack(value, num, axis)


def split(value, num_or_size_splits, axis=0, num=None, name="split"):
    if isinstance(num_or_size_splits, int):
        return _k.split(value, num_or_size_splits, axis)
    sizes = [int(i) for i in num_or_size_splits]
    return _k.split(value, [int(i) for i in np.cumsum(sizes)[:-1]], axis)


def slice(input_, begin, size, name=None):
    begin = [int(i) for i in (_array(begin) if _is_tensor(begin) else begin)]
    size = [int(i) for i in (_array(size) if _is_tensor(size) else size)]
    for axis, (first, length) in enumerate(zip(begin, size)):
        whole = _dims(input_)[axis]
        if first == 0 and (length == -1 or length == whole):
            continue
        input_ = _k._part(input_, axis, first, 1, whole - first if length == -1 else length)
    return input_


def gather(params, indices, validate_indices=None, axis=0, batch_dims=0, name=None):
    if batch_dims:
        raise NotImplementedError("the argument 'batch_dims' is not there yet")
    x = _k._joined(params)
    if not _is_symbolic(indices) and not _is_symbolic(x):
        _k._inside(_array(indices), _dims(x)[axis], 0)
    return _op("gather", [x, indices], ints=(_k._as_axis(axis, len(_dims(x))),), cls="GatherV2", free=2)


def boolean_mask(tensor, mask, axis=None, name="boolean_mask"):
    at = 0 if axis is None else axis
    return _k.take(tensor, np.nonzero(_array(mask))[0], axis=at) if len(_dims(mask)) == 1 else _k._getitem(tensor, mask)


def one_hot(indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None):
    on = 1 if on_value is None else on_value
    off = 0 if off_value is None else off_value
    made = _op("one_hot", [indices], ints=(int(depth),), reals=(float(on), float(off)),
               result=_k._name_of(dtype) or ("float32" if on_value is None else _dtype_of(on)), cls="OneHot")
    return made if axis is None or axis == -1 else _k.moveaxis(made, -1, axis)


def shape(input, out_type="int32", name=None):
    sizes = _dims(input)
    if any(i < 0 for i in sizes):
        return _Shape(sizes, input)
    return _make(np.array(sizes, dtype=_k._name_of(out_type)))


class _Shape:
    """The shape of a symbolic tensor: sizes, and the batch, which can be handed on to reshape."""

    def __init__(self, sizes, source):
        self.sizes = [_k._Batch(-i, source, axis) if i < 0 else i for axis, i in enumerate(sizes)]

    def __getitem__(self, key):
        return self.sizes[key]

    def __iter__(self):
        return iter(self.sizes)

    def __len__(self):
        return len(self.sizes)


def size(input, out_type="int32", name=None):
    return _make(np.array(_k._count(input), dtype=_k._name_of(out_type)))


def rank(input, name=None):
    return _make(np.array(len(_dims(input)), dtype="int32"))


def zeros(shape, dtype="float32", name=None):
    if _k._name_of(dtype) == "string":
        return fill(shape, "")
    return _k.zeros(shape, dtype)


def ones(shape, dtype="float32", name=None):
    return _k.ones(shape, dtype)


def fill(dims, value, name=None):
    if _dtype_of(value) == "string":
        return _k.broadcast_to(constant(value), _k._sizes(dims))
    return _k.full(dims, value, _dtype_of(value))


def zeros_like(input, dtype=None, name=None):
    return _k.zeros_like(input, dtype)


def ones_like(input, dtype=None, name=None):
    return _k.ones_like(input, dtype)


def eye(num_rows, num_columns=None, batch_shape=None, dtype="float32", name=None):
    return _k.eye(num_rows, num_columns, dtype=dtype)


def range(start, limit=None, delta=1, dtype=None, name="range"):
    return _k.arange(start, limit, delta, dtype)


def linspace(start, stop, num, name=None, axis=0):
    return _k.linspace(start, stop, num)


def tile(input, multiples, name=None):
    return _k.tile(_k._joined(input), multiples)


def repeat(input, repeats, axis=None, name=None):
    return _k.repeat(_k._joined(input), repeats, axis)


def pad(tensor, paddings, mode="CONSTANT", constant_values=0, name=None):
    widths = [tuple(int(j) for j in i) for i in (_array(paddings) if _is_tensor(paddings) else paddings)]
    return _k.pad(tensor, widths, mode.lower(), constant_values if mode.lower() == "constant" else None)


def broadcast_to(input, shape, name=None):
    return _k.broadcast_to(input, _k._sizes(shape))


def reverse(tensor, axis, name=None):
    return _k.flip(tensor, list(axis))


def roll(input, shift, axis, name=None):
    return _k.roll(input, shift, axis)


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    return _op("cumsum", [x], ints=(_k._as_axis(axis, len(_dims(x))), int(exclusive), int(reverse)), cls="Cumsum")


def sort(values, axis=-1, direction="ASCENDING", name=None):
    made = _k.sort(values, axis)
    return made if direction == "ASCENDING" else _k.flip(made, axis)


def argsort(values, axis=-1, direction="ASCENDING", stable=False, name=None):
    return _k.argsort(values if direction == "ASCENDING" else negative(values), axis)


def unique(x, out_idx="int32", name=None):
    numbers = _array(x)
    values, first, inverse = np.unique(numbers, return_index=True, return_inverse=True)
    order = np.argsort(first)
    places = np.argsort(order)
    from collections import namedtuple
    return namedtuple("Unique", ["y", "idx"])(_make(values[order]), _make(places[inverse].astype(_k._name_of(out_idx))))


def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None):
    return _k.norm(_k._joined(tensor), ord, axis, bool(keepdims))


def is_tensor(x):
    return _is_tensor(x) or _is_variable(x)


def print(*inputs, output_stream=None, summarize=3, sep=" ", end="\n", name=None):
    import builtins
    import sys
    words = [_printed(i, summarize) for i in inputs]
    builtins.print(*words, sep=sep, end=end, file=output_stream or sys.stderr)


def _printed(x, summarize):
    if _is_variable(x) or (_is_tensor(x) and not _is_symbolic(x)):
        numbers = _array(x)
        return _rows(numbers, summarize, 0) if numbers.ndim else _number(numbers[()])
    return str(x)


def _number(x):
    if isinstance(x, bytes):
        return '"' + x.decode("utf-8", "replace") + '"'
    if x.dtype == bool:
        return "1" if x else "0"
    text = f"{float(x):.9g}" if str(x.dtype) == "float64" else f"{x:.6g}" if str(x.dtype).startswith("float") else str(x)
    return text


def _rows(numbers, summarize, depth):
    length = len(numbers)
    shown = list(np.arange(length))
    if summarize >= 0 and length > 2 * summarize:
        shown = shown[:summarize] + [None] + shown[length - summarize:]
    if numbers.ndim == 1:
        return "[" + " ".join("..." if i is None else _number(numbers[i]) for i in shown) + "]"
    parts = ["..." if i is None else _rows(numbers[i], summarize, depth + 1) for i in shown]
    return "[" + ("\n" * (numbers.ndim - 1) + " " * (depth + 1)).join(parts) + "]"


def function(func=None, input_signature=None, autograph=True, jit_compile=None, reduce_retracing=False):
    """The decorator: calls run at once, op by op."""
    if func is None:
        return lambda func: function(func, input_signature, autograph, jit_compile, reduce_retracing)
    return func


def py_function(func, inp, Tout=None, name=None):
    return convert_to_tensor(func(*[convert_to_tensor(i) for i in inp]))


def numpy_function(func=None, inp=None, Tout=None, stateful=True, name=None):
    """A function of arrays in a pipeline."""
    made = func(*[_array(convert_to_tensor(i)) for i in inp])
    kinds = Tout if isinstance(Tout, (list, tuple)) else [Tout]
    parts = [_make(np.asarray(part), _k._name_of(kind)) for part, kind in zip(made if isinstance(Tout, (list, tuple)) else [made], kinds)]
    return parts if isinstance(Tout, (list, tuple)) else parts[0]


def map_fn(fn, elems, dtype=None, fn_output_signature=None):
    return _k.stack([fn(x) for x in elems])


class _UnconnectedGradients:
    NONE = "none"
    ZERO = "zero"


UnconnectedGradients = _UnconnectedGradients


class GradientTape:
    """Records ops on variables and watched tensors; gradient() then works back over them."""

    def __init__(self, persistent=False, watch_accessed_variables=True):
        self._watches = watch_accessed_variables
        self._tape = _Tape(watch_accessed_variables)
        self._persistent = persistent
        self._used = False

    def __enter__(self):
        if self._tape.is_open():
            raise ValueError("Tape is still recording, This can happen if you try to re-enter an already-active tape.")
        if self._used and not self._persistent:
            self._tape, self._used = _Tape(self._watches), False
        self._tape.start()
        return self

    def __exit__(self, kind, value, traceback):
        self._tape.stop()

    def watch(self, tensor):
        for each in _flat(tensor):
            if _is_tensor(each) and not _k._is_float(each):
                import logging
                logging.getLogger("tensorflow").warning(
                    "The dtype of the watched tensor must be floating (e.g. tf.float32), got tf.%s", _dtype_of(each))
            self._tape.watch(each)

    def stop_recording(self):
        return _Pause(self._tape)

    def reset(self):
        self._tape.reset()

    def gradient(self, target, sources, output_gradients=None, unconnected_gradients="none"):
        if self._used and not self._persistent:
            raise RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)")
        self._used = True
        if not self._persistent:
            self._tape.stop()
        targets, flat = _flat(target), _flat(sources)
        weights = [] if output_gradients is None else [None if i is None else _array(i) for i in _flat(output_gradients)]
        found = self._tape.gradients(targets, flat, weights)
        if unconnected_gradients == "zero":
            found = [_k.zeros_like(s) if g is None else g for g, s in zip(found, flat)]
        return _like_structure(sources, iter(found))

    def jacobian(self, target, sources, unconnected_gradients="none", parallel_iterations=None,
                 experimental_use_pfor=True):
        if self._used and not self._persistent:
            raise RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)")
        self._used = True
        self._tape.stop()
        flat, shape = _flat(sources), _dims(target)
        rows = []
        for i in np.arange(_k._count(target)):
            weight = np.zeros(_k._count(target), dtype="float32")
            weight[i] = 1
            rows.append(self._tape.gradients([target], flat, [weight.reshape(shape)]))
        made = []
        for at, source in enumerate(flat):
            column = [row[at] for row in rows]
            made.append(None if column[0] is None else _k.reshape(_k.stack(column), tuple(shape) + tuple(_dims(source))))
        return _like_structure(sources, iter(made))


class _Pause:
    def __init__(self, tape):
        self.tape = tape

    def __enter__(self):
        self.tape.stop()

    def __exit__(self, kind, value, traceback):
        self.tape.start()


def _flat(structure):
    if isinstance(structure, dict):
        return [leaf for key in structure for leaf in _flat(structure[key])]
    if isinstance(structure, (list, tuple)):
        return [leaf for each in structure for leaf in _flat(each)]
    return [structure]


def _like_structure(structure, leaves):
    if isinstance(structure, dict):
        return {key: _like_structure(structure[key], leaves) for key in structure}
    if isinstance(structure, tuple):
        return tuple(_like_structure(each, leaves) for each in structure)
    if isinstance(structure, list):
        return [_like_structure(each, leaves) for each in structure]
    return next(leaves)


def _make_variable(initial_value, trainable, name, dtype, shape):
    if initial_value is None:
        raise ValueError("The `initial_value` arg to `tf.Variable` must be specified except when you are not "
                         "providing a "
                         "`variable_def`. You provided neither.")
    value = initial_value() if callable(initial_value) and not _is_tensor(initial_value) else initial_value
    if value is None:
        raise ValueError("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.")
    value = _array(_make(_k._joined(value), _k._name_of(dtype)))
    name = name or "Variable"
    return _new_variable(value, name, name, trainable is None or bool(trainable), True)
