"""keras.layers.Wrapper and SpectralNormalization: a layer around another one. Sources:
keras/src/layers/core/wrapper.py,
keras/src/layers/normalization/spectral_normalization.py."""
import keras
import _keras_ops as _k
from _keras_arguments import checked
from _keras_layer_base import Written


@checked("layers")
class Wrapper(Written):
    """A base class for layers that hold one layer."""
    __module__ = "keras.src.layers.core.wrapper"

    def __init__(self, layer, **kwargs):
        if not isinstance(layer, keras.layers.Layer):
            raise ValueError(f"Layer {layer} supplied to Wrapper isn't a supported layer type. Please ensure "
                             f"wrapped layer is a valid "
                             "Keras layer.")
        super().__init__(**kwargs)
        self.layer = layer

    def build(self, input_shape=None):
        if not self.layer.built:
            self.layer.build(input_shape)

    def get_config(self):
        from _keras_saving import serialize_keras_object
        return {**self._base(), "layer": serialize_keras_object(self.layer)}


def _unit(x):
    norm = _k.sqrt(_k.maximum(_k.sum(_k.square(x)), 1e-12))
    return _k.divide(x, norm)


@checked("layers")
class SpectralNormalization(Wrapper):
    """Keeps the largest singular value of a layer's kernel at 1 while it trains."""
    __module__ = "keras.src.layers.normalization.spectral_normalization"
    _changes_weights = True  # fit() goes step by step

    def __init__(self, layer, power_iterations=1, **kwargs):
        super().__init__(layer, **kwargs)
        if power_iterations <= 0:
            raise ValueError("`power_iterations` should be greater than zero. Received: "
                             f"`power_iterations={power_iterations}`")
        self.power_iterations = power_iterations

    def build(self, input_shape):
        super().build(input_shape)
        self._weight = getattr(self.layer, "kernel", None)
        if self._weight is None:
            self._weight = getattr(self.layer, "embeddings", None)
        if self._weight is None:
            raise ValueError(f"{type(self.layer).__name__} object has no attribute 'kernel' nor 'embeddings'")
        self.vector_u = self.add_weight(name="vector_u", shape=(1, self._weight.shape[-1]), trainable=False,
                                        initializer=keras.initializers.TruncatedNormal(stddev=0.02))

    kernel = property(lambda self: self._weight)

    def call(self, inputs, training=False):
        if training and not _k.is_symbolic(inputs):
            self._before_step()
        return self.layer(inputs)

    def _before_step(self):
        if bool(_k.any(_k.not_equal(self._weight, 0))):
            u, kernel = self.normalized_weights()
            self.vector_u.assign(u)
            self._weight.assign(kernel)

    def normalized_weights(self):
        """The vector of the largest singular value, and the kernel divided by that value."""
        weights = _k.reshape(self._weight, (-1, self._weight.shape[-1]))
        u = _k.convert_to_tensor(self.vector_u)
        for _ in range(self.power_iterations):
            v = _unit(_k.matmul(u, _k.transpose(weights)))
            u = _unit(_k.matmul(v, weights))
        u, v = _k.stop_gradient(u), _k.stop_gradient(v)
        sigma = _k.matmul(_k.matmul(v, weights), _k.transpose(u))
        return u, _k.reshape(_k.divide(self._weight, sigma), tuple(self._weight.shape))

    def compute_output_shape(self, input_shape):
        return self.layer.compute_output_shape(input_shape)

    def get_config(self):
        return {**super().get_config(), "power_iterations": self.power_iterations}
