"""A mask that a model gets as an input: layer(x, mask=m) in a functional model."""
import _keras_ops as _k
from _keras_layer_base import Written


class Masked(Written):
    """x, with a mask that is another tensor: the layer behind it takes it as it takes Embedding's."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs):
        return inputs[0]

    def compute_mask(self, inputs, previous_mask=None):
        return _k.cast(inputs[1], "bool")


def masked(x, mask):
    return Masked()([x, mask])
