"""Base classes that users derive from: losses, metrics, regularizers, initializers, constraints."""
import functools
import inspect
import weakref

import numpy as np

import _keras_ops as _k
from _keras_arguments import checked
from _keras import begin_build as _begin_build, end_build as _end_build
from _keras import NativeLoss as _NativeLoss, NativeMetric as _NativeMetric


_parameters = weakref.WeakKeyDictionary()  # of a function: the names it takes, and whether it takes any


def _takes(owner, method, argument):
    bound = getattr(owner, method)
    function = getattr(bound, "__func__", bound)
    known = _parameters.get(function)
    if known is None:
        parameters = inspect.signature(bound).parameters
        known = set(parameters), any(p.kind == p.VAR_KEYWORD for p in parameters.values())
        _parameters[function] = known
    return known[1] or argument in known[0]


def _shapes_of(x):
    """The shape of a tensor, shapes of several; None for what is none."""
    if isinstance(x, (list, tuple)) and x and hasattr(x[0], "shape"):
        return [_shapes_of(i) for i in x]
    if isinstance(x, dict):
        return {key: _shapes_of(value) for key, value in x.items()}
    return tuple(x.shape) if hasattr(x, "shape") else None


def _build_shapes(layer, positional, keywords):
    """The arguments of layer.build() for a call with these: by name, where build has several (query_shape for query)."""
    wanted = [p for p in inspect.signature(layer.build).parameters.values() if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    if len(wanted) < 2:
        first = positional[0] if positional else next(iter(keywords.values()))
        return (_shapes_of(first),)
    names = list(inspect.signature(layer.call).parameters)
    given = dict(zip(names, positional))
    given.update(keywords)
    shapes = []
    for parameter in wanted:
        name = parameter.name[:-6] if parameter.name.endswith("_shape") else parameter.name
        shapes.append(_shapes_of(given.get(name)))
    return tuple(shapes)


def _wrap_build(cls):
    own = cls.__dict__["build"]

    @functools.wraps(own)
    def build(self, *args, **kwargs):
        _begin_build(self)
        try:
            own(self, *args, **kwargs)
        finally:
            _end_build(self)
        self.built = True
    cls.build = build


def _config(layer, config):
    if any("get_config" in vars(each) for each in type(layer).__mro__ if each.__module__ != "keras.layers" and each is not object
           and each.__name__ not in ("Layer", "Model")):
        return config
    parameters = inspect.signature(type(layer).__init__).parameters
    own = {name: getattr(layer, name) for name in parameters
           if name not in ("self", "name", "trainable", "dtype", "kwargs", "args") and hasattr(layer, name)}
    own.update({key: config[key] for key in config if key != "name"})
    return own


def _lambda_function(function, arguments):
    """A function of the inputs alone: of what Lambda was given, which may be a layer, a class or a function of Keras's."""
    if not callable(function) or inspect.isfunction(function) and not arguments:
        return function

    def call(inputs):
        return function(inputs, **(arguments or {}))
    return call


def _refuse_keywords(kind):
    raise TypeError(f"{kind.__qualname__}.__init_subclass__() takes no keyword arguments")


def _snake(name):
    text = ""
    for i, letter in enumerate(name):
        if letter.isupper() and i and (not name[i - 1].isupper() or (i + 1 < len(name) and name[i + 1].islower())):
            text += "_"
        text += letter.lower()
    return text


def _derived(native):
    """A metaclass under which the engine's own objects count as instances of the class too."""
    class Meta(type):
        def __instancecheck__(cls, instance):
            return type.__instancecheck__(cls, instance) or cls.__dict__.get("_stands") is True and isinstance(instance, native)

        def __subclasscheck__(cls, other):
            return type.__subclasscheck__(cls, other) or cls.__dict__.get("_stands") is True and issubclass(other, native)
    return Meta


def _same_rank(x1, x2, expand_rank_1=True):
    """Where the ranks differ by one and a last dimension is 1, it goes or is added."""
    a, b = _k.dims(x1), _k.dims(x2)
    if len(a) == len(b) + 1 and a[-1] == 1:
        return (x1, _k.expand_dims(x2, -1)) if len(b) == 1 and expand_rank_1 else (_k.squeeze(x1, -1), x2)
    if len(b) == len(a) + 1 and b[-1] == 1:
        return (_k.expand_dims(x1, -1), x2) if len(a) == 1 and expand_rank_1 else (x1, _k.squeeze(x2, -1))
    return x1, x2


_REDUCTIONS = ("sum_over_batch_size", "sum", None, "none", "mean", "mean_with_sample_weight")


def _mask_weights(mask, dtype, reduction):
    """Weights of a mask: with a mean, the steps that count weigh more, so that it is over them alone."""
    if reduction not in ("mean", "sum_over_batch_size"):
        return _k.cast(mask, dtype)
    valid = _k.cast(mask, dtype)
    return _k.multiply(valid, _k.divide_no_nan(float(_k._count(mask)), _k.sum(valid)))


def _reduce_weighted(values, sample_weight, mask, reduction, dtype):
    """keras/src/losses/loss.py, reduce_weighted_values."""
    if mask is not None:
        weights = _mask_weights(mask, dtype, reduction)
        if sample_weight is not None:
            weights, sample_weight = _same_rank(weights, _k.cast(sample_weight, dtype))
            weights = _k.multiply(weights, sample_weight)
        sample_weight = weights
    if sample_weight is not None:
        values, sample_weight = _same_rank(values, _k.cast(sample_weight, dtype))
        values = _k.multiply(values, sample_weight)
    if reduction in (None, "none") or tuple(_k.dims(values)) in ((), (0,)):
        return values
    if reduction == "sum":
        return _k.sum(values)
    if reduction == "mean_with_sample_weight" and sample_weight is not None:
        return _k.divide_no_nan(_k.sum(values), _k.sum(sample_weight))
    return _k.mean(values)


class Loss(metaclass=_derived(_NativeLoss)):
    """A loss of one's own: define call(y_true, y_pred)."""
    _stands = True

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def __init__(self, name=None, reduction="sum_over_batch_size", dtype=None):
        if reduction not in _REDUCTIONS:
            raise ValueError(f"Invalid value for argument `reduction`. Expected one of {set(_REDUCTIONS)}. Received: "
                             f"reduction={reduction}")
        self.name = name or _k._auto_name(_snake(type(self).__name__))
        self.reduction = reduction
        self._dtype = dtype or "float32"

    @property
    def dtype(self):
        return self._dtype

    def __call__(self, y_true, y_pred, sample_weight=None):
        mask = _k._mask_of(y_pred)
        y_pred, y_true = _cast_all(y_pred, self._dtype), _cast_all(y_true, self._dtype)
        return _reduce_weighted(self.call(y_true, y_pred), sample_weight, mask, self.reduction, self._dtype)

    def call(self, y_true, y_pred):
        raise NotImplementedError

    def get_config(self):
        return {"name": self.name, "reduction": self.reduction}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def _cast_all(x, dtype):
    """The leaves as tensors of a dtype; a list of numbers is one."""
    if isinstance(x, dict):
        return {key: _cast_all(value, dtype) for key, value in x.items()}
    if isinstance(x, (list, tuple)) and x and _k.is_tensor(x[0]):
        return type(x)(_cast_all(i, dtype) for i in x)
    return _k.cast(x, dtype)


class Metric(metaclass=_derived(_NativeMetric)):
    """A metric of one's own: define update_state and result over variables of add_weight."""
    _stands = True

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def __init__(self, dtype=None, name=None):
        self.name = name or _k._auto_name(_snake(type(self).__name__))
        self._dtype = dtype or "float32"
        self._own_variables = []
        self._own_metrics = []

    def __setattr__(self, name, value):
        if isinstance(value, Metric) and "_own_metrics" in self.__dict__:
            self._own_metrics.append(value)
        object.__setattr__(self, name, value)

    def _ready(self):
        if "_own_variables" not in self.__dict__:
            raise RuntimeError("You forgot to call `super().__init__()` in the `__init__()` method. Go add it!")

    @property
    def dtype(self):
        return self._dtype

    def add_variable(self, shape, initializer, dtype=None, aggregation="sum", name=None):
        import keras
        self._ready()
        if isinstance(initializer, str):
            initializer = keras.initializers.get(initializer)
        variable = keras.Variable(initializer, shape=tuple(shape), dtype=dtype or self.dtype, trainable=False, name=name)
        self._own_variables.append(variable)
        return variable

    def add_weight(self, shape=(), initializer=None, dtype=None, name=None):
        return self.add_variable(shape, initializer or "zeros", dtype, name=name)

    @property
    def variables(self):
        self._ready()
        return self._own_variables + [v for metric in self._own_metrics for v in metric.variables]

    def update_state(self, *args, **kwargs):
        raise NotImplementedError

    def result(self):
        raise NotImplementedError

    def reset_state(self):
        for variable in self.variables:
            variable.assign(np.zeros(_k.dims(variable), dtype=_k.dtype_of(variable)))

    def reset_states(self):
        self.reset_state()

    def __call__(self, *args, **kwargs):
        self._ready()
        self.update_state(*args, **kwargs)
        return self.result()

    def __repr__(self):
        return f"<{type(self).__name__} name={self.name}>"

    def get_config(self):
        return {"name": self.name, "dtype": self.dtype}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def _samplewise(values, sample_weight, reduce, dtype):
    """keras/src/metrics/reduction_metrics.py, reduce_to_samplewise_values."""
    mask = _k._mask_of(values)
    values = _k.cast(values, dtype)
    if sample_weight is not None:
        sample_weight = _k.cast(sample_weight, dtype)
        if mask is not None:
            both = _same_rank(_k.cast(mask, dtype), sample_weight)
            sample_weight = _k.multiply(both[0], both[1])
        values, sample_weight = _same_rank(values, sample_weight)
        weight_rank, rank = len(_k.dims(sample_weight)), len(_k.dims(values))
        if rank > weight_rank:
            values = reduce(values, axis=list(range(weight_rank, rank)))
        sample_weight = _k.broadcast_to(sample_weight, _k.dims(values))
        values = _k.multiply(values, sample_weight)
        if weight_rank > 1:
            sample_weight = reduce(sample_weight, axis=list(range(1, weight_rank)))
    rank = len(_k.dims(values))
    if rank > 1:
        values = reduce(values, axis=list(range(1, rank)))
    return values, sample_weight


@checked("metrics")
class Mean(Metric):
    """The mean of the numbers it is given."""

    def __init__(self, name="mean", dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.total = self.add_weight(name="total")
        self.count = self.add_weight(name="count")

    def update_state(self, values, sample_weight=None):
        values, sample_weight = _samplewise(values, sample_weight, _k.mean, self.dtype)
        self.total.assign_add(_k.sum(values))
        rank = len(_k.dims(values))
        rows = 1.0 if rank == 0 else float(_k.dims(values)[0])
        self.count.assign_add(rows if sample_weight is None else _k.sum(sample_weight))

    def result(self):
        return _k.divide_no_nan(self.total, self.count)


@checked("metrics")
class MeanMetricWrapper(Mean):
    """The mean of a function of targets and outputs."""

    def __init__(self, fn, name=None, dtype=None, **kwargs):
        super().__init__(name=name or "mean_metric_wrapper", dtype=dtype)
        self._fn = fn
        self._fn_kwargs = kwargs

    def update_state(self, y_true, y_pred, sample_weight=None):
        mask = _k._mask_of(y_pred)
        values = self._fn(_k.cast(y_true, self.dtype) if not _k.is_tensor(y_true) else y_true, y_pred, **self._fn_kwargs)
        if mask is not None:
            sample_weight = mask if sample_weight is None else _k.multiply(*_same_rank(_k.cast(mask, self.dtype),
                                                                                       _k.cast(sample_weight, self.dtype)))
        super().update_state(values, sample_weight=sample_weight)


def _pearson(y_true, y_pred, axis=-1):
    y_true, y_pred = _same_rank(_k.cast(y_true, "float32"), _k.cast(y_pred, "float32"))
    parts = []
    for x in (y_true, y_pred):
        x = _k.subtract(x, _k.mean(x, axis=axis, keepdims=True))
        parts.append(_k.divide(x, _k.std(x, axis=axis, keepdims=True)))
    return _k.mean(_k.multiply(parts[0], parts[1]), axis=axis)


def _concordance(y_true, y_pred, axis=-1):
    y_true, y_pred = _same_rank(_k.cast(y_true, "float32"), _k.cast(y_pred, "float32"))
    means = [_k.mean(x, axis=axis, keepdims=True) for x in (y_true, y_pred)]
    spread = _k.mean(_k.multiply(_k.subtract(y_true, means[0]), _k.subtract(y_pred, means[1])), axis=axis)
    apart = _k.square(_k.squeeze(_k.subtract(means[0], means[1]), axis))
    both = _k.add(_k.add(_k.var(y_true, axis=axis), _k.var(y_pred, axis=axis)), apart)
    return _k.divide(_k.multiply(spread, 2.0), _k.add(both, 1e-7))


@checked("metrics")
class PearsonCorrelation(MeanMetricWrapper):
    """How far targets and outputs rise and fall together, from -1 to 1."""

    def __init__(self, name="pearson_correlation", dtype=None, axis=-1):
        super().__init__(_pearson, name=name, dtype=dtype, axis=axis)
        self.axis = axis

    def get_config(self):
        return {"name": self.name, "dtype": self.dtype, "axis": self.axis}


@checked("metrics")
class ConcordanceCorrelation(MeanMetricWrapper):
    """How close outputs are to the line on which they equal the targets, from -1 to 1."""

    def __init__(self, name="concordance_correlation", dtype=None, axis=-1):
        super().__init__(_concordance, name=name, dtype=dtype, axis=axis)
        self.axis = axis

    def get_config(self):
        return {"name": self.name, "dtype": self.dtype, "axis": self.axis}


@checked("losses")
class CategoricalGeneralizedCrossEntropy(Loss):
    """Between a cross entropy (q near 0) and an absolute error (q near 1): for labels that may be wrong."""

    def __init__(self, q=0.5, reduction="sum_over_batch_size", name="categorical_generalized_cross_entropy", dtype=None):
        if not 0 < q < 1:
            raise ValueError("q must be in the interval (0, 1)")
        super().__init__(name=name, reduction=reduction, dtype=dtype)
        self.q = q

    def call(self, y_true, y_pred):
        rank = len(_k.dims(y_true))
        whole = rank == len(_k.dims(y_pred))
        if whole and _k.dims(y_true)[-1] not in (1, -1):
            from _tensorflow_errors import InvalidArgumentError
            raise InvalidArgumentError(None, None,
                    "CategoricalGeneralizedCrossEntropy takes labels that are whole numbers, one a sample. "
                                       f"Received: y_true of shape {tuple(y_true.shape)} with y_pred of shape "
                                       f"{tuple(y_pred.shape)}")
        labels = _k.squeeze(y_true, -1) if whole else y_true
        p = _k.sum(_k.multiply(y_pred, _k.one_hot(_k.cast(labels, "int32"), _k.dims(y_pred)[-1])), axis=-1)
        return _k.divide(_k.subtract(1.0, _k.power(p, self.q)), self.q)

    def get_config(self):
        return {**super().get_config(), "q": self.q}


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
