"""tf.math."""
import _keras_ops as _k
from _keras import op as _op
from _tensorflow import (abs, acos, acosh, add, add_n, argmax, argmin, asin, asinh, atan, atan2, atanh, cos, cosh, cumsum, divide, equal, exp, floor,
                         greater, greater_equal, less, less_equal, logical_and, logical_not, logical_or, maximum,
                         minimum, multiply, negative, not_equal, pow, reduce_all, reduce_any, reduce_logsumexp, reduce_max,
                         reduce_mean, reduce_min, reduce_prod, reduce_sum, round, sigmoid, sign, sin, sinh, sqrt, square,
                         subtract, tan, tanh, truediv)
from _tensorflow import _pair, _unit, cast as _cast

log = _unit("log", "Log")
log1p = _unit("log1p", "Log1p")
expm1 = _unit("expm1", "Expm1")
rsqrt = _unit("rsqrt", "Rsqrt")
reciprocal = _unit("reciprocal", "Reciprocal")
ceil = _unit("ceil", "Ceil")
erf = _unit("erf", "Erf")
softplus = _unit("softplus", "Softplus")
log_sigmoid = _unit("log_sigmoid", "LogSigmoid")
is_nan = _unit("isnan", "IsNan", result="bool")
is_inf = _unit("isinf", "IsInf", result="bool")
is_finite = _unit("isfinite", "IsFinite", result="bool")
squared_difference = _pair("squared_difference", "SquaredDifference")
divide_no_nan = _pair("divide_no_nan", "DivNoNan")
floordiv = _pair("floor_divide", "FloorDiv")
mod = _pair("mod", "FloorMod")
floormod = mod
logical_xor = _pair("xor", "LogicalXor", "bool")


def softmax(logits, axis=-1, name=None):
    return _k.softmax(_k._joined(logits), -1 if axis is None else axis)


def log_softmax(logits, axis=-1, name=None):
    return _k.log_softmax(_k._joined(logits), -1 if axis is None else axis)


def reduce_std(input_tensor, axis=None, keepdims=False, name=None):
    return _k.std(input_tensor, axis, keepdims)


def reduce_variance(input_tensor, axis=None, keepdims=False, name=None):
    return _k.var(input_tensor, axis, keepdims)


def reduce_euclidean_norm(input_tensor, axis=None, keepdims=False, name=None):
    return _k.norm(input_tensor, None, axis, keepdims)


def l2_normalize(x, axis=None, epsilon=1e-12, name=None):
    return multiply(x, rsqrt(maximum(reduce_sum(square(x), axis, True), epsilon)))


def top_k(input, k=1, sorted=True, index_type="int32", name=None):
    from _tensorflow_nn import top_k as top
    return top(input, k, sorted)


def count_nonzero(input, axis=None, keepdims=None, dtype="int64", name=None):
    return _cast(_k.count_nonzero(input, axis), dtype)


def bincount(arr, minlength=None, maxlength=None, dtype="int32", name=None):
    import numpy as np
    from _keras import array, make
    return make(np.bincount(array(arr).ravel(), minlength=minlength or 0).astype("int32"))


def confusion_matrix(labels, predictions, num_classes=None, weights=None, dtype="int32", name=None):
    import numpy as np
    from _keras import array, make
    rows, columns = array(labels).ravel(), array(predictions).ravel()
    count = num_classes or int(max(rows.max(), columns.max())) + 1
    table = np.zeros((count, count), dtype=_k._name_of(dtype))
    for row, column in zip(rows, columns):
        table[row, column] += 1
    return make(table)


def in_top_k(targets, predictions, k, name=None):
    return _k.in_top_k(targets, predictions, k)


