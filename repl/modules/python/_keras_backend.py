"""keras.backend: the functions of Keras's first years, as tf.keras.backend has them."""
import _keras_ops as _k
from _keras import array as _array, dims as _dims, dtype_of as _dtype_of, make as _make

abs, exp, log, sqrt, square, sign, round = _k.absolute, _k.exp, _k.log, _k.sqrt, _k.square, _k.sign, _k.round
sin, cos, tanh, sigmoid, softplus, softsign = (_k.sin, _k.cos, _k.tanh, _k.sigmoid, _k.softplus, _k.softsign)
elu, softmax, maximum, minimum, equal, not_equal = _k.elu, _k.softmax, _k.maximum, _k.minimum, _k.equal, _k.not_equal
greater, greater_equal, less, less_equal = _k.greater, _k.greater_equal, _k.less, _k.less_equal
pow, dot, cast, squeeze, concatenate = _k.power, _k.dot, _k.cast, _k.squeeze, _k.concatenate
sum, mean, max, min, prod, all, any = _k.sum, _k.mean, _k.max, _k.min, _k.prod, _k.all, _k.any
ndim, stop_gradient, cumsum = _k.ndim, _k.stop_gradient, _k.cumsum


def std(x, axis=None, keepdims=False):
    return _k.std(x, axis, keepdims)


def var(x, axis=None, keepdims=False):
    return _k.var(x, axis, keepdims)


def relu(x, alpha=0.0, max_value=None, threshold=0.0):
    return _k.op("relu", [x], reals=(alpha, max_value or 0, threshold), ints=(int(max_value is not None),), cls="Relu")


def clip(x, min_value, max_value):
    return _k.clip(x, float(min_value), float(max_value))


def hard_sigmoid(x):
    return _k.clip(_k.add(_k.multiply(x, 0.2), 0.5), 0.0, 1.0)


def flatten(x):
    return _k.ravel(x)


def batch_flatten(x):
    return _k.reshape(x, (-1, _k.math.prod(_dims(x)[1:])))


def reshape(x, shape):
    return _k.reshape(x, shape)


def expand_dims(x, axis=-1):
    return _k.expand_dims(x, axis)


def permute_dimensions(x, pattern):
    return _k.transpose(x, pattern)


def transpose(x):
    return _k.transpose(x)


def stack(x, axis=0):
    return _k.stack(x, axis)


def repeat_elements(x, rep, axis):
    return _k.repeat(x, rep, axis)


def tile(x, n):
    return _k.tile(x, n)


def argmax(x, axis=-1):
    return _k._place("argmax", x, axis, False, "int64", "Argmax")


def argmin(x, axis=-1):
    return _k._place("argmin", x, axis, False, "int64", "Argmin")


def l2_normalize(x, axis=None):
    from _tensorflow_math import l2_normalize as normalize
    return normalize(x, axis)


def one_hot(indices, num_classes):
    return _k.one_hot(indices, num_classes)


def switch(condition, then_expression, else_expression):
    then = then_expression() if callable(then_expression) else then_expression
    other = else_expression() if callable(else_expression) else else_expression
    return _k.where(condition, then, other)


def shape(x):
    from _tensorflow import shape as tf_shape
    return tf_shape(x)


def int_shape(x):
    return _k.shape(x)


def dtype(x):
    return _dtype_of(x)


def constant(value, dtype=None, shape=None, name=None):
    from _tensorflow import constant as tf_constant
    return tf_constant(value, dtype or "float32", shape)


def variable(value, dtype=None, name=None, constraint=None):
    from _tensorflow import _make_variable
    return _make_variable(value, True, name, dtype or "float32", None)


def zeros(shape, dtype=None, name=None):
    return variable(_k.zeros(shape, dtype))


def ones(shape, dtype=None, name=None):
    return variable(_k.ones(shape, dtype))


def zeros_like(x, dtype=None, name=None):
    return _k.zeros_like(x, dtype)


def ones_like(x, dtype=None, name=None):
    return _k.ones_like(x, dtype)


def get_value(x):
    return x.numpy() if hasattr(x, 'numpy') else x


def set_value(x, value):
    x.assign(value)


def eval(x):
    return _k.convert_to_numpy(x)


def random_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    from _tensorflow_random import normal
    return normal(shape, mean, stddev, dtype or "float32", seed)


def random_uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    from _tensorflow_random import uniform
    return uniform(shape, minval, maxval, dtype or "float32", seed)


def binary_crossentropy(target, output, from_logits=False):
    if from_logits:
        from _tensorflow_nn import sigmoid_cross_entropy_with_logits
        return sigmoid_cross_entropy_with_logits(labels=target, logits=output)
    output = clip(output, 1e-7, 1.0 - 1e-7)
    one = _k.multiply(target, _k.log(output))
    return _k.negative(_k.add(one, _k.multiply(_k.subtract(1.0, target), _k.log(_k.subtract(1.0, output)))))


def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    if from_logits:
        return _k.negative(_k.sum(_k.multiply(target, _k.log_softmax(output, axis)), axis=axis))
    output = clip(_k.divide(output, _k.sum(output, axis=axis, keepdims=True)), 1e-7, 1.0 - 1e-7)
    return _k.negative(_k.sum(_k.multiply(target, _k.log(output)), axis=axis))
