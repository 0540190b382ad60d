"""keras.layers.Conv3DTranspose: each slice of depth is spread by the op of pictures, and lies where its place in the
window says.
Sources: keras/src/layers/convolutional/base_conv_transpose.py, keras/src/backend/common/backend_utils.py."""
import _keras_ops as _k
from _keras_arguments import checked
from _keras_layer_base import need_rank, triple
from _keras_volumes import Convolving, _images


def _larger(size, window, stride, dilation, padding, more):
    """How long an axis becomes, and how much of what is spread lies before its begin."""
    covered = (window - 1) * dilation + 1
    if more is None:
        length = size * stride if padding == "same" else (size - 1) * stride + max(covered, stride)
    else:
        length = (size - 1) * stride + (covered % 2 if padding == "same" else covered) + more
    if padding == "same" and -(-length // stride) != size:
        raise ValueError(f"padding='same' with a kernel of {covered} and output_padding={more} does not give "
                         f"{length} places to an input "
                         f"of {size}")
    cut = max((size - 1) * stride + covered - length, 0) if padding == "same" else 0
    return length, cut // 2


@checked("layers")
class Conv3DTranspose(Convolving):
    """Spreads volumes by windows: the other way round than Conv3D."""
    __module__ = "keras.src.layers.convolutional.conv3d_transpose"

    def __init__(self, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format=None, output_padding=None,
                 dilation_rate=(1, 1, 1), activation=None, use_bias=True, kernel_initializer="glorot_uniform",
                 bias_initializer="zeros",
                 kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
                 bias_constraint=None, **kwargs):
        super().__init__(activity_regularizer=activity_regularizer, **kwargs)
        self._keep(filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias,
                   (kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer, kernel_constraint,
                    bias_constraint), activity_regularizer)
        self.output_padding = None if output_padding is None else triple(output_padding, "output_padding", 3, 0)
        for at, (more, stride) in enumerate(zip(self.output_padding or (), self.strides)):
            if more >= stride:
                raise ValueError("`output_padding` must be strictly less than `strides` for all dimensions. At "
                                 "dimension "
                                 f"{at}, `output_padding` is {more} but `strides` is {stride}. Received: "
                                 f"output_padding={self.output_padding}, strides={self.strides}")
        if max(self.strides) > 1 and max(self.dilation_rate) > 1:
            raise ValueError(f"`strides > 1` not supported in conjunction with `dilation_rate > 1`. Received: "
                             f"strides={self.strides} and "
                             f"dilation_rate={self.dilation_rate}")

    def build(self, input_shape):
        need_rank(self, input_shape, 5, True)
        self._add_weights(self.filters, input_shape[-1])

    def _sizes(self, places):
        more = self.output_padding or (None,) * 3
        return [_larger(*each, self.padding, one) for *each, one in
                zip(places, self.kernel_size, self.strides, self.dilation_rate, more)]

    def call(self, inputs):
        need_rank(self, inputs.shape, 5)
        (length, before), *_ = self._sizes(_k.dims(inputs)[1:4])
        more = self.output_padding or (-1,) * 3
        window = (*self.kernel_size[1:], *self.strides[1:], *self.dilation_rate[1:], 1 + more[1], 1 + more[2])
        stride, dilation, depth = self.strides[0], self.dilation_rate[0], _k.dims(inputs)[1]
        full = max((depth - 1) * stride + (self.kernel_size[0] - 1) * dilation + 1, length + before)
        total = None
        for at in range(self.kernel_size[0]):
            kernel = _k._getitem(self._kernel, at)
            made = _images(inputs, lambda x: _k.op("conv_transpose", [x, kernel], ints=(int(self.padding == "same"),
                    1), shape=window,
                                                   cls="ConvTranspose"))
            if stride > 1:
                # Each slice with stride - 1 empty ones behind it.
                shape = _k.dims(made)
                made = _k.pad(_k.expand_dims(made, 2), [(0, 0), (0, 0), (0, stride - 1), (0, 0), (0, 0), (0, 0)])
                made = _k._part(_k._to_shape(made, (-1, depth * stride, *shape[2:]), 0), 1, 0, 1,
                        (depth - 1) * stride + 1)
            behind = full - ((depth - 1) * stride + 1) - at * dilation
            made = _k.pad(made, [(0, 0), (at * dilation, behind), (0, 0), (0, 0), (0, 0)])
            total = made if total is None else _k.add(total, made)
        return self._finished(_k._part(total, 1, before, 1, length))

    def compute_output_shape(self, input_shape):
        return [input_shape[0], *[length for length, _ in self._sizes(input_shape[1:4])], self.filters]

    def get_config(self):
        return self._config("output_padding", "data_format", "dilation_rate")


Convolution3DTranspose = Conv3DTranspose
