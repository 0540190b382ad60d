"""keras.ops: functions of one tensor and of two, and reductions."""
import numpy as np

from _keras import array, dims, dtype_of, is_symbolic, make, op
from _keras_ops_shapes import (
    _Batch, _Sizes, _invalid, _unit, _pair, _is_float, _as_axis, _bits, _errors, _place_of, _joined, _name_of, _to_shape, ravel, expand_dims, squeeze,
    swapaxes, broadcast_to)


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
        _invalid(cls, "logits must have >= 1 dimension, got []")
    if isinstance(axis, (list, tuple)):
        axis = axis[0]
    if not -rank <= axis < rank and not is_symbolic(x):
        raise _errors.InvalidArgumentError(None, None, f"`dim` must be in the range [-{rank}, {rank}) where {rank} is the number "
                                           f"of dimensions in the input. Received: dim={axis}")
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


_dtypes = frozenset("bool string float16 float32 float64 bfloat16 int8 int16 int32 int64 uint8 uint16 uint32 uint64".split())


def cast(x, dtype):
    name = _name_of(dtype)
    if name is None:
        name = "float32"
    if name not in _dtypes:
        raise ValueError(f"Invalid dtype: {name}")
    x = _joined(x)
    if isinstance(x, _Sizes) or isinstance(x, _Batch) and not name.startswith("float"):
        return x
    if isinstance(x, _Batch):
        x = x._number()
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
    if isinstance(x, (_Batch, _Sizes)):
        return x if dtype is None else cast(x, dtype)
    if isinstance(x, str) and dtype is not None and _name_of(dtype) != "string":
        return make(x, _name_of(dtype))
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


# ---- Reductions ----

def _reduce(name, x, axis, keepdims, cls, result=None):
    x = _joined(x)
    return op(name, [x], ints=(_bits(axis, x, cls), int(keepdims)), result=result, cls=cls)


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
    top = where(equal(absolute(top), float("inf")), 0.0, top)
    result = add(log(sum(exp(subtract(x, top)), axis=axis, keepdims=True)), top)
    if keepdims:
        return result
    rank = len(dims(x))
    bits = _bits(axis, x, "Max")
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
        said = "Arg" + name[3:].capitalize()
        axis = _place_of(axis, x, said, named=cls == said)
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
    return op("cumsum", [x], ints=(_place_of(axis, x, "Cumsum", "ScanOp: Expected scan axis in the range [{0}, {1}), but got {2}"),), result=dtype or _summed(x), cls="Cumsum")


def average(x, axis=None, weights=None):
    if weights is None:
        return mean(x, axis=axis)
    return divide(sum(multiply(x, weights), axis=axis), sum(broadcast_to(weights, dims(x)), axis=axis))


def count_nonzero(x, axis=None):
    return _reduce("reduce_sum", cast(x, "bool"), axis, False, "CountNonzero", "int32")
