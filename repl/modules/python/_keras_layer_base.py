"""What layers that are written in the language share."""
import numpy as np

import keras

import _keras_ops as _k


def initializer(x):
    return keras.initializers.get(x)


def serialized(kind, x):
    """An object as it stands in a config: None, a function's name, or its own config with its class."""
    if x is None:
        return None
    if kind == "activation":
        return getattr(x, "__name__", None) or x.name
    module = {"initializer": "keras.initializers", "regularizer": "keras.regularizers", "constraint": "keras.constraints"}[kind]
    own = type(x).__module__.startswith("keras")
    return {"module": module if own else None, "class_name": type(x).__name__, "config": x.get_config(),
            "registered_name": None if own else type(x).__name__}


WEIGHTS = ("kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer", "kernel_constraint",
           "bias_constraint")


def keep_weights(layer, given, names=WEIGHTS):
    """Initializers, regularizers and constraints as attributes, from their names or objects."""
    for name in names:
        kind = name.rsplit("_", 1)[1]
        value = given.pop(name, {"initializer": "zeros" if name.startswith("bias") else "glorot_uniform"}.get(kind))
        setattr(layer, name, getattr(keras, kind + "s").get(value))


def weights_config(layer, names=WEIGHTS):
    return {name: serialized(name.rsplit("_", 1)[1], getattr(layer, name)) for name in names}


class Written(keras.layers.Layer):
    """A layer of Keras's that is written in the language: its class counts as Keras's own."""
    _written = True

    def _base(self):
        """name, trainable, dtype: what every layer's config begins with."""
        config = keras.layers.Layer.get_config(self)
        return {name: config[name] for name in ("name", "trainable", "dtype") if name in config}


def triple(value, name, rank=3, least=1):
    """A whole number or `rank` of them as a tuple, none below `least`."""
    said = f"The `{name}` argument must be a tuple of {rank} integers. Received {name}={value}"
    try:
        made = (value,) * rank if isinstance(value, int) else tuple(value)
    except TypeError:
        raise ValueError(said) from None
    if len(made) != rank:
        raise ValueError(said)
    for each in made:
        if not isinstance(each, (int, np.integer)):
            raise ValueError(f"{said}including element {each} of type {type(each)}")
    low = {each for each in made if each < least}
    if low:
        raise ValueError(f"{said}, including values {low} that do not satisfy `value {'> 0' if least else '>= 0'}`")
    return made


def compute_output_shape(layer, input_shape):
    """The shape that the layer would give for inputs of a shape: what another one like it gives."""
    from _keras_configs import from_config
    from _keras_files import is_native
    if not isinstance(layer, keras.Model) and not is_native(type(layer)) and not getattr(layer, "_written", False):
        raise NotImplementedError(f"Layer {type(layer).__name__} does not have a `compute_output_shape` method "
                                  f"implemented. Should implement "
                                  "`def compute_output_shape(self, input_shape)`.")
    several = bool(input_shape) and isinstance(input_shape[0], (list, tuple))
    inputs = [keras.Input(batch_shape=tuple(shape)) for shape in (input_shape if several else [input_shape])]
    twin = layer if isinstance(layer, keras.Model) else from_config(type(layer), layer.get_config())
    made = twin(inputs if several else inputs[0])
    return [tuple(each.shape) for each in made] if isinstance(made, (list, tuple)) else tuple(made.shape)


def need_rank(layer, shape, rank, least=False):
    """Refuses inputs that have not `rank` dimensions (at least so many)."""
    if len(shape) < rank or (len(shape) > rank and not least):
        raise ValueError(f"Input 0 with name 'None' of layer '{layer.name}' is incompatible with the layer: expected "
                         f"{'min_' if least else ''}ndim={rank}, found ndim={len(shape)}. Full shape received: "
                         f"{tuple(shape)}")
