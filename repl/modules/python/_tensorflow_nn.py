"""tf.nn."""
import _keras_ops as _k
import _keras_ops_nn as _more
from _keras import dims as _dims, is_symbolic as _is_symbolic, op as _op
from _tensorflow import _unit, sigmoid, tanh
from _tensorflow_math import (in_top_k, l2_normalize, log_sigmoid, log_softmax, softmax, softplus, zero_fraction)

relu = _unit("relu", "Relu")
selu = _unit("selu", "Selu")
softsign = _unit("softsign", "Softsign")


def relu6(features, name=None):
    return _k.relu6(features)


def leaky_relu(features, alpha=0.2, name=None):
    return _op("leaky_relu", [features], reals=(alpha,), cls="LeakyRelu")


def elu(features, name=None):
    return _op("elu", [features], reals=(1.0,), cls="Elu")


def silu(features, beta=1.0):
    return _k.silu(features) if beta == 1.0 else _k.multiply(features, sigmoid(_k.multiply(features, beta)))


swish = silu


def gelu(features, approximate=False, name=None):
    return _k.gelu(features, approximate)


def softmax_cross_entropy_with_logits(labels, logits, axis=-1, name=None):
    labels = _k.cast(labels, _k.dtype_of(_k._joined(logits)))
    return _k.negative(_k.sum(_k.multiply(labels, _k.log_softmax(_k._joined(logits), axis)), axis=axis))


def sparse_softmax_cross_entropy_with_logits(labels, logits, name=None):
    logits = _k._joined(logits)
    chosen = _k.one_hot(labels, _dims(logits)[-1], dtype=_k.dtype_of(logits))
    return _k.negative(_k.sum(_k.multiply(chosen, _k.log_softmax(logits)), axis=-1))


def sigmoid_cross_entropy_with_logits(labels=None, logits=None, name=None):
    flat = _k.maximum(logits, 0.0)
    return _k.add(_k.subtract(flat, _k.multiply(logits, labels)), _k.log1p(_k.exp(_k.negative(_k.absolute(logits)))))


def l2_loss(t, name=None):
    return _k.multiply(_k.sum(_k.square(t)), 0.5)


def dropout(x, rate, noise_shape=None, seed=None, name=None):
    if noise_shape is not None:
        raise NotImplementedError("the argument 'noise_shape' is not there yet")
    return _op("dropout", [x], ints=(1, seed or 0), reals=(rate,), cls="Dropout")


def bias_add(value, bias, data_format=None, name=None):
    return _k.add(value, bias)


def moments(x, axes, shift=None, keepdims=False, name=None):
    return _k.mean(x, axis=axes, keepdims=keepdims), _k.var(x, axis=axes, keepdims=keepdims)


def embedding_lookup(params, ids, max_norm=None, name=None):
    return _k.take(params, ids, axis=0)


class TopKV2:
    """What top_k gives: values and their places."""

    def __init__(self, values, indices):
        self.values = values
        self.indices = indices

    def __iter__(self):
        return iter((self.values, self.indices))

    def __getitem__(self, at):
        return (self.values, self.indices)[at]

    def __len__(self):
        return 2

    def __repr__(self):
        return f"TopKV2(values={self.values!r}, indices={self.indices!r})"


def top_k(input, k=1, sorted=True, index_type="int32", name=None):
    values, indices = _k.top_k(input, k, sorted)
    return TopKV2(values, indices)


def _two(value):
    if isinstance(value, int):
        return [value, value]
    return list(value)[1:3] if len(value) == 4 else list(value) * (2 // len(value))


def _window(kernel, strides, padding, dilations=(1, 1)):
    return tuple(kernel) + tuple(strides) + tuple(dilations)


def conv2d(input, filters, strides, padding, data_format="NHWC", dilations=None, name=None):
    if data_format != "NHWC":
        raise NotImplementedError("only data_format='NHWC' is there")
    kernel = _dims(filters)[:2]
    shape = _window(kernel, _two(strides), padding, _two(dilations or 1)) + (0, 0)
    return _op("conv", [input, filters], ints=(int(padding.upper() == "SAME"), 1), shape=shape, cls="Conv2D")


def _pool(name, input, ksize, strides, padding):
    shape = _window(_two(ksize), _two(strides), padding) + (0, 0)
    return _op(name, [input], ints=(int(padding.upper() == "SAME"),), shape=shape, cls="Pool")


def max_pool2d(input, ksize, strides, padding, data_format="NHWC", name=None):
    return _pool("max_pool", input, ksize, strides, padding)


def avg_pool2d(input, ksize, strides, padding, data_format="NHWC", name=None):
    return _pool("average_pool", input, ksize, strides, padding)


max_pool = max_pool2d
avg_pool = avg_pool2d


def conv1d(input, filters, stride, padding, data_format="NWC", dilations=None, name=None):
    return _more.conv(input, filters, _first(stride, 1), padding, None if data_format == "NWC" else "channels_first",
                      1 if dilations is None else _first(dilations, 1))


def _first(value, at):
    return value if isinstance(value, int) else tuple(value)[at if len(value) > 1 else 0]


def depthwise_conv2d(input, filter, strides, padding, data_format=None, dilations=None, name=None):
    return _more.depthwise_conv(input, filter, tuple(strides)[1:3], padding, None, 1 if dilations is None else tuple(dilations))


def separable_conv2d(input, depthwise_filter, pointwise_filter, strides, padding, data_format=None, dilations=None, name=None):
    return _more.separable_conv(input, depthwise_filter, pointwise_filter, tuple(strides)[1:3], padding)


def max_pool1d(input, ksize, strides, padding, data_format="NWC", name=None):
    return _more.max_pool(input, _first(ksize, 0), _first(strides, 0), padding)


def avg_pool1d(input, ksize, strides, padding, data_format="NWC", name=None):
    return _more.average_pool(input, _first(ksize, 0), _first(strides, 0), padding)


def batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None):
    factor = _k.rsqrt(_k.add(variance, variance_epsilon))
    factor = factor if scale is None else _k.multiply(factor, scale)
    made = _k.multiply(_k.subtract(x, mean), factor)
    return made if offset is None else _k.add(made, offset)


def weighted_cross_entropy_with_logits(labels=None, logits=None, pos_weight=None, name=None):
    weight = _k.add(1.0, _k.multiply(_k.subtract(pos_weight, 1.0), labels))
    return _k.add(_k.multiply(_k.subtract(1.0, labels), logits), _k.multiply(weight, _k.softplus(_k.negative(logits))))


def log_poisson_loss(targets, log_input, compute_full_loss=False, name=None):
    if compute_full_loss:
        raise NotImplementedError("tf.nn.log_poisson_loss(compute_full_loss=True) is not there")
    return _k.subtract(_k.exp(log_input), _k.multiply(log_input, targets))


def crelu(features, axis=-1, name=None):
    return _k.relu(_k.concatenate([features, _k.negative(features)], axis=axis))


def depth_to_space(input, block_size, data_format="NHWC", name=None):
    return _more.depth_to_space(input, block_size)


def space_to_depth(input, block_size, data_format="NHWC", name=None):
    return _more.space_to_depth(input, block_size)
