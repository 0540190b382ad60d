"""tf.math."""
import math

import numpy as np

import _keras_ops as _k
import _keras_ops_more as _more
import _keras_ops_nn as _nn
import _keras_ops_numbers as _numbers
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


# ---- By way of keras.ops ----

def cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
    if exclusive:
        raise NotImplementedError("tf.math.cumprod(exclusive=True) is not there")
    x = _k.flip(x, axis=axis) if reverse else x
    made = _more.cumprod(x, axis=axis)
    return _k.flip(made, axis=axis) if reverse else made


def erfc(x, name=None):
    return _more.erfc(x)


def real(input, name=None):
    return _more.real(input)


def imag(input, name=None):
    return _more.imag(input)


def conj(x, name=None):
    return _more.conj(x)


def rint(x, name=None):
    return round(x)


def polyval(coeffs, x, name=None):
    made = coeffs[0]
    for each in list(coeffs)[1:]:
        made = add(multiply(made, x), each)
    return made


def multiply_no_nan(x, y, name=None):
    return _k.where(_k.equal(y, 0), 0.0, _k.multiply(x, y))


def reciprocal_no_nan(x, name=None):
    return divide_no_nan(_k.ones_like(x), x)


def _where_zero(x, made):
    return _k.where(_k.equal(x, 0), 0.0, made)


def xlogy(x, y, name=None):
    return _where_zero(x, _k.multiply(x, _k.log(_k.where(_k.equal(x, 0), 1.0, y))))


def xlog1py(x, y, name=None):
    return _where_zero(x, _k.multiply(x, _k.log1p(_k.where(_k.equal(x, 0), 0.0, y))))


def xdivy(x, y, name=None):
    return _where_zero(x, _k.divide(x, _k.where(_k.equal(x, 0), 1.0, y)))


def zero_fraction(value, name=None):
    return reduce_mean(_cast(_k.equal(value, 0), "float32"))


def is_non_decreasing(x, name=None):
    flat = _k.ravel(x)
    return _k.all(_k.greater_equal(_more.diff(flat), 0))


def is_strictly_increasing(x, name=None):
    flat = _k.ravel(x)
    return _k.all(_k.greater(_more.diff(flat), 0))


def invert_permutation(x, name=None):
    return _k.cast(_k.argsort(x), "int32")


def cumulative_logsumexp(x, axis=0, exclusive=False, reverse=False, name=None):
    if exclusive or reverse:
        raise NotImplementedError("tf.math.cumulative_logsumexp(exclusive=, reverse=) is not there")
    largest = _k.stop_gradient(_k.max(x, axis=axis, keepdims=True))
    return _k.add(_k.log(_k.cumsum(_k.exp(_k.subtract(x, largest)), axis=axis)), largest)


def _segments(reduce, sorted_ids):
    if sorted_ids:
        return lambda data, segment_ids, name=None: reduce(data, segment_ids, None)
    return lambda data, segment_ids, num_segments, name=None: reduce(data, segment_ids, int(num_segments))


def _segment_mean(data, segment_ids, count):
    ones = _k.ones(_k.dims(data)[:1], _k.dtype_of(data))
    counts = _k.maximum(_nn.segment_sum(ones, segment_ids, count), 1)
    return _k.divide(_nn.segment_sum(data, segment_ids, count), _k.reshape(counts, (-1,) + (1,) * (len(_k.dims(data)) - 1)))


segment_sum, unsorted_segment_sum = _segments(_nn.segment_sum, True), _segments(_nn.segment_sum, False)
segment_max, unsorted_segment_max = _segments(_nn.segment_max, True), _segments(_nn.segment_max, False)
segment_min, unsorted_segment_min = _segments(_nn.segment_min, True), _segments(_nn.segment_min, False)
segment_prod, unsorted_segment_prod = _segments(_nn.segment_prod, True), _segments(_nn.segment_prod, False)
segment_mean, unsorted_segment_mean = _segments(_segment_mean, True), _segments(_segment_mean, False)


def _each(function, name):
    """A function of one number, on numbers."""
    def call(x):
        known = np.asarray(_numbers._numbers(_k.convert_to_tensor(x) if isinstance(x, (list, float)) else x, name))
        return _numbers._result(np.vectorize(function)(known).astype(known.dtype))
    return call


lgamma = _each(math.lgamma, "lgamma")
bessel_i0 = _each(np.i0, "bessel_i0")
