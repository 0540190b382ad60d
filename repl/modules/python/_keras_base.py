"""Base classes that users derive from: losses, metrics, regularizers, initializers, constraints."""
import inspect

import numpy as np

import _keras_ops as _k
from _keras import array as _array, make as _make


def _takes(owner, method, argument):
    parameters = inspect.signature(getattr(owner, method)).parameters
    return argument in parameters or any(p.kind == p.VAR_KEYWORD for p in parameters.values())


def _config(layer, config):
    if any("get_config" in vars(each) for each in type(layer).__mro__ if each.__module__ != "keras.layers" and each is not object
           and each.__name__ not in ("Layer", "Model")):
        return config
    parameters = inspect.signature(type(layer).__init__).parameters
    own = {name: getattr(layer, name) for name in parameters
           if name not in ("self", "name", "trainable", "dtype", "kwargs", "args") and hasattr(layer, name)}
    own.update({key: config[key] for key in config if key != "name"})
    return own


def _snake(name):
    text = ""
    for i, letter in enumerate(name):
        if letter.isupper() and i and (not name[i - 1].isupper() or (i + 1 < len(name) and name[i + 1].islower())):
            text += "_"
        text += letter.lower()
    return text


class Loss:
    """A loss of one's own: define call(y_true, y_pred)."""

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def __init__(self, name=None, reduction="sum_over_batch_size", dtype=None):
        self.name = name or _k._auto_name(_snake(type(self).__name__))
        self.reduction = reduction

    def __call__(self, y_true, y_pred, sample_weight=None):
        y_pred, y_true = _k.cast(y_pred, "float32"), _k.cast(y_true, "float32")
        losses = self.call(y_true, y_pred)
        if sample_weight is not None:
            losses = _k.multiply(losses, sample_weight)
        if self.reduction in (None, "none"):
            return losses
        return _k.sum(losses) if self.reduction == "sum" else _k.mean(losses)

    def call(self, y_true, y_pred):
        raise NotImplementedError

    def get_config(self):
        return {"name": self.name, "reduction": self.reduction}


class Metric:
    """A metric of one's own: define update_state and result over variables of add_weight."""

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def __init__(self, dtype=None, name=None):
        self.name = name or _k._auto_name(_snake(type(self).__name__))
        self.dtype = dtype or "float32"
        self._variables = []

    def add_variable(self, shape, initializer, dtype=None, aggregation="sum", name=None):
        import keras
        variable = keras.Variable(initializer, shape=shape, dtype=dtype or self.dtype, trainable=False, name=name)
        self._variables.append(variable)
        return variable

    def add_weight(self, shape=(), initializer=None, dtype=None, name=None):
        return self.add_variable(shape, initializer or "zeros", dtype, name=name)

    @property
    def variables(self):
        return list(self._variables)

    def update_state(self, *args, **kwargs):
        raise NotImplementedError

    def result(self):
        raise NotImplementedError

    def reset_state(self):
        for variable in self._variables:
            variable.assign(np.zeros(_k.dims(variable), dtype=_k.dtype_of(variable)))

    def __call__(self, *args, **kwargs):
        self.update_state(*args, **kwargs)
        return self.result()

    def __repr__(self):
        return f"<{type(self).__name__} name={self.name}>"

    def get_config(self):
        return {"name": self.name, "dtype": self.dtype}


class Mean(Metric):
    """The mean of the numbers it is given."""

    def __init__(self, name="mean", dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.total = self.add_weight(name="total")
        self.count = self.add_weight(name="count")

    def update_state(self, values, sample_weight=None):
        values = _k.cast(values, self.dtype)
        if sample_weight is not None:
            weight = _k.cast(sample_weight, self.dtype)
            values = _k.multiply(values, weight)
            self.count.assign_add(_k.sum(_k.broadcast_to(weight, _k.dims(values))))
        else:
            self.count.assign_add(float(_k._count(values)))
        self.total.assign_add(_k.sum(values))

    def result(self):
        return _k.divide_no_nan(self.total, self.count)


class Sum(Metric):
    """The sum of the numbers it is given."""

    def __init__(self, name="sum", dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.total = self.add_weight(name="total")

    def update_state(self, values, sample_weight=None):
        values = _k.cast(values, self.dtype)
        self.total.assign_add(_k.sum(values if sample_weight is None else _k.multiply(values, sample_weight)))

    def result(self):
        return self.total.value


class Regularizer:
    """A penalty of one's own: define __call__(x)."""

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def __call__(self, x):
        return 0.0


class Initializer:
    """First values of one's own: define __call__(shape, dtype=None)."""

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def __call__(self, shape, dtype=None):
        raise NotImplementedError("Initializer subclasses must implement the `__call__()` method.")


class Constraint:
    """A bound of one's own: define __call__(w)."""

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def __call__(self, w):
        return w
