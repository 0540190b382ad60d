"""Which steps of a sequence count: what layers of the user's classes get and give. Source of the rules:
keras/src/layers/layer.py, __call__ and _set_mask_metadata."""
import inspect
import warnings

import _keras_ops as _k


def _map(value):
    """The masks of the tensors in a structure."""
    if isinstance(value, dict):
        return {key: _map(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_map(item) for item in value)
    return _k._mask_of(value)


def _leaves(value):
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in _leaves(item)]
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def _has_tensors(value):
    leaves = _leaves(value)
    return bool(leaves) and all(_k.is_tensor(leaf) for leaf in leaves)


def arguments(layer, positional, keywords):
    """The masks that a call gets by keyword, where it names them and was not given them."""
    names = list(inspect.signature(layer.call).parameters)
    given = dict(zip(names, positional))
    given.update(keywords)
    tensors = {name: value for name, value in given.items() if _has_tensors(value)}
    found = {}
    for name, value in tensors.items():
        wanted = "mask" if len(tensors) == 1 else name + "_mask"
        if wanted in names and given.get(wanted) is None:
            found[wanted] = _map(value)
    return found


def supports(layer):
    """What the layer says of itself (self.supports_masking); else whether it has a compute_mask() of its own."""
    said = getattr(layer, "supports_masking", None)
    return hasattr(layer.compute_mask, "__func__") if said is None else said


def set_outputs(layer, first, outputs):
    previous = _map(first)
    if not supports(layer):
        if not type(layer).__module__.startswith("keras.") and any(mask is not None for mask in _leaves(previous)):
            warnings.warn(f"Layer '{layer.name}' (of type {type(layer).__name__}) was passed an input with a mask attached to it. "
                          "However, this layer does not support masking and will therefore destroy the mask information. "
                          "Downstream layers will not see the mask.")
        return
    made = [output for output in _leaves(outputs) if _k.is_tensor(output)]
    if all(_k._mask_of(output) is not None for output in made):
        return
    masks = layer.compute_mask(first, previous)
    if masks is None:
        return
    for output, mask in zip(made, _leaves(masks)):
        if mask is not None and _k._mask_of(output) is None:
            output._keras_mask = mask


def compute(layer, inputs, previous, mask):
    """compute_mask() of a layer of Keras's own, which call the second argument by one of two names."""
    previous = mask if previous is None else previous
    kind = type(layer).__name__
    if kind == "Embedding":
        return _k.not_equal(inputs, 0) if layer.get_config()["mask_zero"] else None
    if kind == "Masking":
        return _k.any(_k.not_equal(inputs, layer.get_config()["mask_value"]), axis=-1)
    if kind in ("SimpleRNN", "LSTM", "GRU", "RNN", "Bidirectional"):
        config = layer.get_config()
        if kind == "Bidirectional":
            config = config["layer"]["config"]
        mask = previous[0] if isinstance(previous, list) else previous
        mask = mask if config["return_sequences"] else None
        states = [None] * (2 if kind == "LSTM" else 1) * (2 if kind == "Bidirectional" else 1)
        return [mask] + states if config["return_state"] else mask
    return previous
