"""tf.custom_gradient and keras.ops.custom_gradient: functions that say themselves what their gradient is. Source:
tensorflow/python/ops/custom_gradient.py."""
import functools
import inspect

import _keras_ops as _k
from _keras import is_symbolic, is_tensor
from _keras_step import hooked, tapes_open


def _leaves(value):
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def custom_gradient(f=None):
    """A function that returns what it computes and the function of its gradient."""
    if f is None:
        return custom_gradient

    @functools.wraps(f)
    def decorated(*args, **kwargs):
        tensors = [_k.convert_to_tensor(each) if not is_tensor(each) and not is_symbolic(each) else each for each in args]
        if any(is_symbolic(each) for each in tensors):
            raise NotImplementedError("custom_gradient inside a model is not there: compile(run_eagerly=True), or call it on numbers")
        if not tapes_open():
            return f(*tensors, **kwargs)[0]
        import tensorflow as tf
        inside = [_k.stop_gradient(each) for each in tensors]
        result, gradient = f(*inside, **kwargs)
        if len(_leaves(result)) != 1:
            raise NotImplementedError("custom_gradient of a function with several results is not there yet")
        if "variables" in inspect.signature(gradient).parameters:
            raise NotImplementedError("custom_gradient of a function that uses variables is not there yet")

        def back(upstream):
            made = gradient(upstream)
            made = list(made) if isinstance(made, (list, tuple)) else [made]
            return [None if each is None else tf.convert_to_tensor(each) for each in made]
        made = _leaves(result)[0]
        return hooked(_k.stop_gradient(_k.convert_to_tensor(made)), tensors, back)
    return decorated
