"""What layers add to the loss beside compile()'s: add_loss, activity regularizers and regularizers of weights, on numbers."""
import keras

import _keras_ops as _k


def total(loss):
    """The sum of a tensor, or of several."""
    parts = [_k.sum(_k.cast(i, "float32")) for i in (loss if isinstance(loss, (list, tuple)) else [loss])]
    whole = parts[0]
    for part in parts[1:]:
        whole = _k.add(whole, part)
    return whole


def add_loss(layer, loss):
    losses = list(loss) if isinstance(loss, (list, tuple)) else [loss]
    for each in losses:
        if not _k.is_tensor(each) or _k.is_symbolic(each):
            raise ValueError("`add_loss()` can only be called from inside `build()` or `call()`, on a tensor input. Received "
                             f"invalid value: {each}")
    note(layer, losses)


_noted = []


def note(layer, losses):
    """Losses of a call on numbers; they stay until the outermost layer is called again."""
    kept = layer.__dict__.get("_losses")
    if kept is None:
        kept = layer._losses = []
    kept.extend(losses)
    if not any(layer is other for other in _noted):
        _noted.append(layer)


def _inside(layer, found=None):
    """The layer and all layers in it, each once."""
    found = [] if found is None else found
    if any(layer is other for other in found):
        return found
    found.append(layer)
    for inner in _parts(layer):
        _inside(inner, found)
    return found


def _parts(layer):
    if isinstance(layer, keras.Model):
        return layer.layers
    return [leaf for value in getattr(layer, "__dict__", {}).values() for leaf in _leaves(value)]


def _leaves(value):
    if isinstance(value, keras.layers.Layer):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [leaf for item in value for leaf in _leaves(item)] if isinstance(value, (list, tuple)) else []


def clear(layer):
    if not _noted:
        return
    for each in _inside(layer):
        if each.__dict__.get("_losses"):
            each._losses = []
    _noted[:] = [each for each in _noted if each.__dict__.get("_losses")]


def losses(layer):
    found = []
    if _noted:
        for each in _inside(layer):
            found.extend(each.__dict__.get("_losses") or [])
    for weight in layer.trainable_weights:
        regularizer = weight.regularizer
        if regularizer is not None:
            found.append(_penalty(regularizer, weight))
    return found


def _penalty(regularizer, weight):
    """As a sum of ops, so that a tape follows it."""
    if not isinstance(regularizer, (keras.regularizers.L1, keras.regularizers.L2, keras.regularizers.L1L2)):
        return regularizer(weight)
    config = regularizer.get_config()
    parts = []
    if config.get("l1"):
        parts.append(_k.multiply(config["l1"], _k.sum(_k.absolute(weight))))
    if config.get("l2"):
        parts.append(_k.multiply(config["l2"], _k.sum(_k.square(weight))))
    if not parts:
        return _k.convert_to_tensor(0.0)
    return parts[0] if len(parts) == 1 else _k.add(parts[0], parts[1])
