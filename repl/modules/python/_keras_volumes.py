"""keras.layers: volumes of five axes (batch, depth, height, width, channels): their depth is worked off in slices by the ops
of images. Sources: keras/src/layers/convolutional and pooling."""
import numpy as np

import keras
import _keras_ops as _k
from _keras import is_symbolic
from _keras_arguments import checked
from _keras_layer_base import WEIGHTS, Written, keep_weights, need_rank, serialized, triple, weights_config


def _last(data_format):
    if data_format not in (None, "channels_last"):
        raise NotImplementedError(f"data_format='{data_format}' is not there yet for volumes")
    return "channels_last"


def _padding(padding):
    text = padding.lower() if isinstance(padding, str) else padding
    if text not in ("valid", "same"):
        raise ValueError("The `padding` argument must be a list/tuple or one of {'valid', 'same'}. "
                         f"Received: {padding}")
    return text


def _length(size, window, stride, dilation, padding):
    if size is None:
        return None
    span = (window - 1) * dilation + 1
    return -(-size // stride) if padding == "same" else (size - span) // stride + 1


def _around(size, window, stride, dilation, padding):
    """Zeros before and behind the depth."""
    if padding == "valid":
        return 0, 0
    more = max((-(-size // stride) - 1) * stride + (window - 1) * dilation + 1 - size, 0)
    return more // 2, more - more // 2


def _slices(x, window, stride, dilation, padding, value):
    """For each place in the window the slices of depth that meet it, as images: [B, D', H, W, C]."""
    before, behind = _around(_k.dims(x)[1], window, stride, dilation, padding)
    if before or behind:
        x = _k.pad(x, [(0, 0), (before, behind), (0, 0), (0, 0), (0, 0)], constant_values=value)
    depth = (_k.dims(x)[1] - (window - 1) * dilation - 1) // stride + 1
    return [_k._part(x, 1, at * dilation, stride, depth) for at in range(window)]


def _images(x, work):
    """work(images) on [B D, H, W, C], and the depth back."""
    shape = _k.dims(x)
    made = work(_k._to_shape(x, (-1, *shape[2:]), 0))
    return _k._to_shape(made, (-1, shape[1], *_k.dims(made)[1:]), 0)


def _window(kernel, stride, dilation=(1, 1)):
    return (*kernel, *stride, *dilation, 0, 0)


class Convolving(Written):
    """What Conv3D and Conv3DTranspose share: windows, weights, and what comes behind the sum."""

    def _keep(self, filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, weights,
              activity_regularizer):
        if not isinstance(filters, int) or filters <= 0:
            raise ValueError("Invalid value for argument `filters`. Expected a strictly positive value. Received "
                             f"filters={filters}.")
        self.filters = filters
        self.kernel_size = triple(kernel_size, "kernel_size")
        self.strides = triple(strides, "strides")
        self.padding = _padding(padding)
        self.data_format = _last(data_format)
        self.dilation_rate = triple(dilation_rate, "dilation_rate")
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.activity_regularizer = keras.regularizers.get(activity_regularizer)
        keep_weights(self, dict(zip(WEIGHTS, weights)))

    def _add_weights(self, *channels):
        self._kernel = self.add_weight(name="kernel", shape=(*self.kernel_size, *channels),
                                       initializer=self.kernel_initializer, regularizer=self.kernel_regularizer,
                                       constraint=self.kernel_constraint)
        self._bias = None
        if self.use_bias:
            self._bias = self.add_weight(name="bias", shape=(self.filters,), initializer=self.bias_initializer,
                                         regularizer=self.bias_regularizer, constraint=self.bias_constraint)

    kernel = property(lambda self: self._kernel)
    bias = property(lambda self: self._bias)

    def _finished(self, total):
        if self._bias is not None:
            total = _k.add(total, self._bias)
        return total if self.activation is None else self.activation(total)

    def _config(self, *names):
        """The config, with these names of the class's own behind its windows."""
        return {**self._base(), "filters": self.filters, "kernel_size": self.kernel_size, "strides": self.strides,
                "padding": self.padding, **{name: getattr(self, name) for name in names},
                "activation": serialized("activation", self.activation), "use_bias": self.use_bias,
                **weights_config(self, WEIGHTS[:4]),
                "activity_regularizer": serialized("regularizer", self.activity_regularizer),
                **weights_config(self, WEIGHTS[4:])}


@checked("layers")
class Conv3D(Convolving):
    """Slides windows through volumes."""
    __module__ = "keras.src.layers.convolutional.conv3d"

    def __init__(self, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format=None, dilation_rate=(1, 1, 1),
                 groups=1, activation=None, use_bias=True, kernel_initializer="glorot_uniform", bias_initializer="zeros",
                 kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
                 bias_constraint=None, **kwargs):
        super().__init__(activity_regularizer=activity_regularizer, **kwargs)
        self._keep(filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias,
                   (kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer, kernel_constraint,
                    bias_constraint), activity_regularizer)
        if groups <= 0:
            raise ValueError(f"The number of groups must be a positive integer. Received: groups={groups}.")
        if filters % groups:
            raise ValueError("The number of filters must be evenly divisible by the number of groups. Received: "
                             f"groups={groups}, filters={filters}.")
        if groups != 1:
            raise NotImplementedError("the argument 'groups' is not there yet for volumes")
        self.groups = groups

    def build(self, input_shape):
        need_rank(self, input_shape, 5)
        self._add_weights(input_shape[-1], self.filters)

    def call(self, inputs):
        sizes = tuple(zip(self.kernel_size, self.strides, self.dilation_rate))
        window = _window(self.kernel_size[1:], self.strides[1:], self.dilation_rate[1:])
        total = None
        for at, part in enumerate(_slices(inputs, *sizes[0], self.padding, 0)):
            kernel = _k._getitem(self._kernel, at)
            made = _images(part, lambda x: _k.op("conv", [x, kernel], ints=(int(self.padding == "same"), 1), shape=window, cls="Conv"))
            total = made if total is None else _k.add(total, made)
        return self._finished(total)

    def compute_output_shape(self, input_shape):
        sizes = [_length(*each, self.padding) for each in zip(input_shape[1:4], self.kernel_size, self.strides, self.dilation_rate)]
        return (input_shape[0], *sizes, self.filters)

    def get_config(self):
        return self._config("data_format", "dilation_rate", "groups")


class _Pooling(Written):
    """What both poolings share."""

    def __init__(self, pool_size, strides=None, padding="valid", data_format=None, name=None, **kwargs):
        super().__init__(name=name, **kwargs)
        self.pool_size = triple(pool_size, "pool_size")
        self.strides = self.pool_size if strides is None else triple(strides, "strides")
        self.padding = _padding(padding)
        self.data_format = _last(data_format)

    def _planes(self, x, op):
        need_rank(self, x.shape, 5)
        window = _window(self.pool_size[1:], self.strides[1:])
        return _images(x, lambda each: _k.op(op, [each], ints=(int(self.padding == "same"),), shape=window, cls="Pool"))

    def compute_output_shape(self, input_shape):
        sizes = [_length(size, pool, stride, 1, self.padding) for size, pool, stride in
                 zip(input_shape[1:4], self.pool_size, self.strides)]
        return (input_shape[0], *sizes, input_shape[-1])

    def get_config(self):
        return {**self._base(), "pool_size": self.pool_size, "padding": self.padding, "strides": self.strides,
                "data_format": self.data_format}


@checked("layers")
class MaxPooling3D(_Pooling):
    """The largest number of each window."""
    __module__ = "keras.src.layers.pooling.max_pooling3d"

    def __init__(self, pool_size=(2, 2, 2), strides=None, **kwargs):
        super().__init__(pool_size, strides, **kwargs)

    def call(self, inputs):
        parts = _slices(self._planes(inputs, "max_pool"), self.pool_size[0], self.strides[0], 1, self.padding, -3e38)
        best = parts[0]
        for part in parts[1:]:
            best = _k.maximum(best, part)
        return best


@checked("layers")
class AveragePooling3D(_Pooling):
    """The mean of each window."""
    __module__ = "keras.src.layers.pooling.average_pooling3d"

    def __init__(self, pool_size, strides=None, **kwargs):
        super().__init__(pool_size, strides, **kwargs)

    def call(self, inputs):
        planes = self._planes(inputs, "average_pool")
        pool, stride = self.pool_size[0], self.strides[0]
        parts = _slices(planes, pool, stride, 1, self.padding, 0)
        total = parts[0]
        for part in parts[1:]:
            total = _k.add(total, part)
        # At the ends fewer slices are in a window.
        depth = _k.dims(planes)[1]
        before, _ = _around(depth, pool, stride, 1, self.padding)
        first = np.arange(_k.dims(total)[1]) * stride - before
        counts = np.minimum(first + pool, depth) - np.maximum(first, 0)
        return _k.divide(total, counts.astype("float32").reshape(1, -1, 1, 1, 1))


class _Global(Written):
    """What both poolings of whole volumes share."""

    def __init__(self, data_format=None, keepdims=False, **kwargs):
        super().__init__(**kwargs)
        self.data_format = _last(data_format)
        self.keepdims = bool(keepdims)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 1, 1, 1, input_shape[-1]) if self.keepdims else (input_shape[0], input_shape[-1])

    def get_config(self):
        return {**self._base(), "data_format": self.data_format, "keepdims": self.keepdims}


@checked("layers")
class GlobalMaxPooling3D(_Global):
    """The largest number of each channel."""
    __module__ = "keras.src.layers.pooling.global_max_pooling3d"

    def call(self, inputs):
        need_rank(self, inputs.shape, 5)
        return _k.max(inputs, axis=[1, 2, 3], keepdims=self.keepdims)


@checked("layers")
class GlobalAveragePooling3D(_Global):
    """The mean of each channel."""
    __module__ = "keras.src.layers.pooling.global_average_pooling3d"

    def call(self, inputs):
        need_rank(self, inputs.shape, 5)
        return _k.mean(inputs, axis=[1, 2, 3], keepdims=self.keepdims)


def _pairs(value, name, short):
    """Three pairs, from a number, three numbers, or three pairs."""
    if isinstance(value, int):
        if value < 0 and name == "cropping":
            raise ValueError(f"`cropping` cannot be negative. Received: cropping={value}.")
        return ((value, value),) * 3
    if not hasattr(value, "__len__"):
        shown = f"padding={value}" if name == "padding" else value
        raise ValueError(f"`{name}` should be either an int, a tuple of 3 ints (symmetric_dim1_{short}, "
                         f"symmetric_dim2_{short}, "
                         f"symmetric_dim3_{short}), or a tuple of 3 tuples of 2 ints ((left_dim1_{short}, "
                         f"right_dim1_{short}), "
                         f"(left_dim2_{short}, right_dim2_{short}), (left_dim3_{short}, right_dim2_{short})). "
                         f"Received: {shown}.")
    if len(value) != 3:
        raise ValueError(f"`{name}` should have 3 elements. Received: {value}.")
    return tuple(triple(pair, f"{place} entry of {name}", 2, 0) for place, pair in zip(("1st", "2nd", "3rd"), value))


@checked("layers")
class ZeroPadding3D(Written):
    """Zeros around volumes."""
    __module__ = "keras.src.layers.reshaping.zero_padding3d"

    def __init__(self, padding=((1, 1), (1, 1), (1, 1)), data_format=None, **kwargs):
        super().__init__(**kwargs)
        self.padding = _pairs(padding, "padding", "pad")
        self.data_format = _last(data_format)

    def call(self, inputs):
        need_rank(self, inputs.shape, 5)
        return _k.pad(inputs, [(0, 0), *self.padding, (0, 0)])

    def get_config(self):
        return {**self._base(), "padding": self.padding, "data_format": self.data_format}


@checked("layers")
class Cropping3D(Written):
    """Volumes without their edges."""
    __module__ = "keras.src.layers.reshaping.cropping3d"

    def __init__(self, cropping=((1, 1), (1, 1), (1, 1)), data_format=None, **kwargs):
        super().__init__(**kwargs)
        self.cropping = _pairs(cropping, "cropping", "crop")
        self.data_format = _last(data_format)

    def call(self, inputs):
        need_rank(self, inputs.shape, 5)
        for axis, (before, behind) in enumerate(self.cropping):
            length = _k.dims(inputs)[axis + 1] - before - behind
            if length <= 0:
                shown = "input_shape" if is_symbolic(inputs) else "inputs.shape"
                raise ValueError("Values in `cropping` argument should be smaller than the corresponding spatial dimension of "
                                 f"the input. Received: {shown}={inputs.shape}, cropping={self.cropping}")
            inputs = _k._part(inputs, axis + 1, before, 1, length)
        return inputs

    def get_config(self):
        return {**self._base(), "cropping": self.cropping, "data_format": self.data_format}


@checked("layers")
class UpSampling3D(Written):
    """Each place of a volume several times."""
    __module__ = "keras.src.layers.reshaping.up_sampling3d"

    def __init__(self, size=(2, 2, 2), data_format=None, **kwargs):
        super().__init__(**kwargs)
        self.size = triple(size, "size")
        self.data_format = _last(data_format)

    def call(self, inputs):
        need_rank(self, inputs.shape, 5)
        for axis, times in enumerate(self.size):
            inputs = _k.repeat(inputs, times, axis=axis + 1)
        return inputs

    def get_config(self):
        return {**self._base(), "size": self.size, "data_format": self.data_format}


@checked("layers")
class SpatialDropout3D(Written):
    """Whole channels of volumes become 0 while training."""
    __module__ = "keras.src.layers.regularization.spatial_dropout"

    def __init__(self, rate, data_format=None, seed=None, name=None, dtype=None):
        super().__init__(name=name, dtype=dtype)
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError(f"Invalid value received for argument `rate`. Expected a float value between 0 and 1. "
                             f"Received: rate={rate}")
        self.data_format = data_format or "channels_last"
        self._drop = keras.layers.SpatialDropout1D(rate, seed=seed)
        self.rate, self.seed = rate, seed

    def call(self, inputs, training=False):
        need_rank(self, inputs.shape, 5)
        first, shape = self.data_format == "channels_first", _k.dims(inputs)
        # The places are one axis: what is dropped is the same at all of them.
        x = _k.transpose(inputs, (0, 2, 3, 4, 1)) if first else inputs
        shape = _k.dims(x)
        made = self._drop(_k._to_shape(x, (-1, shape[1] * shape[2] * shape[3], shape[4]), 0), training=training)
        made = _k._to_shape(made, (-1, *shape[1:]), 0)
        return _k.transpose(made, (0, 4, 1, 2, 3)) if first else made

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {"rate": self.rate, "seed": self.seed, "name": self.name, "dtype": "float32",
                "data_format": self.data_format}


MaxPool3D, AvgPool3D, Convolution3D = MaxPooling3D, AveragePooling3D, Conv3D
GlobalMaxPool3D, GlobalAvgPool3D = GlobalMaxPooling3D, GlobalAveragePooling3D
