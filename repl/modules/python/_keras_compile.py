"""What compile() was given, for training op by op: the loss over all outputs, and the metrics."""
import keras

import _keras_ops as _k
from _keras_base import Loss, MeanMetricWrapper, Metric, _same_rank, _snake


def _flat(x):
    if isinstance(x, dict):
        return [leaf for key in sorted(x) for leaf in _flat(x[key])]
    if isinstance(x, (list, tuple)):
        return [leaf for item in x for leaf in _flat(item)]
    return [x]


def _nested(x):
    return isinstance(x, (list, tuple, dict))


def _outputs(values, names):
    """One value an output: of a dict by its name."""
    if isinstance(values, dict):
        return [values.get(name) for name in names] if names and set(values) <= set(names) else [values[key] for key in sorted(values)]
    return list(values) if isinstance(values, (list, tuple)) else [values]


def _kind(y_true, y_pred):
    """What 'accuracy' and 'crossentropy' mean for these: binary, sparse, or neither."""
    truth, output = _k.dims(y_true), _k.dims(y_pred)
    if output[-1] == 1:
        return "binary"
    return "sparse" if len(truth) < len(output) or truth[-1] == 1 and output[-1] > 1 else "categorical"


def _is_metric(x):
    return isinstance(x, Metric)


def _metric(identifier, y_true, y_pred):
    if identifier is None:
        raise ValueError("Expected metric, received `None`")
    if isinstance(identifier, str):
        if identifier.lower() in ("accuracy", "acc"):
            kinds = {"binary": keras.metrics.BinaryAccuracy, "sparse": keras.metrics.SparseCategoricalAccuracy,
                     "categorical": keras.metrics.CategoricalAccuracy}
            return kinds[_kind(y_true, y_pred)](name=identifier)
        if identifier.lower() in ("crossentropy", "ce"):
            kinds = {"binary": keras.metrics.BinaryCrossentropy, "sparse": keras.metrics.SparseCategoricalCrossentropy,
                     "categorical": keras.metrics.CategoricalCrossentropy}
            return kinds[_kind(y_true, y_pred)](name=identifier)
        return type(keras.metrics.get(identifier))(name=identifier)
    if isinstance(identifier, type):
        return identifier()
    if _is_metric(identifier):
        return identifier
    return MeanMetricWrapper(identifier, name=getattr(identifier, "__name__", None) or _snake(type(identifier).__name__))


class _LossFunction(Loss):
    """A function as a loss."""

    def __init__(self, function, name):
        super().__init__(name=name)
        self._function = function

    def call(self, y_true, y_pred):
        return self._function(*_same_rank(y_true, y_pred))


def _loss(identifier, y_true, y_pred):
    if isinstance(identifier, str):
        if identifier.lower() in ("crossentropy", "ce"):
            identifier = {"binary": "binary", "sparse": "sparse_categorical", "categorical": "categorical"}[
                _kind(y_true, y_pred)] + "_crossentropy"
        return _LossFunction(keras.losses.get(identifier), identifier)
    if isinstance(identifier, type):
        identifier = identifier()
    if isinstance(identifier, Loss):
        return identifier
    if not callable(identifier):
        keras.losses.get(identifier)  # which refuses what is no loss at all
    return _LossFunction(identifier, getattr(identifier, "__name__", None) or _snake(type(identifier).__name__))


class CompileLoss:
    """The loss of compile() over all outputs, weighted and added."""

    def __init__(self, loss, weights, names):
        if weights and not isinstance(weights, (list, tuple, dict, float)):
            raise ValueError("Expected `loss_weights` argument to be a float (single output case) or a list, tuple, or dict "
                             f"(multiple output case). Received instead: loss_weights={weights} of type {type(weights)}")
        self._given = loss
        self._weights = weights
        self._names = names
        self._parts = None
        self.metrics = []

    def _build(self, truths, outputs):
        count = len(outputs)
        given = self._given
        if isinstance(given, dict):
            if self._names and not set(given) <= set(self._names):
                raise ValueError(f"Expected keys {self._names} in loss dict, but found loss.keys()={list(given)}")
            losses = _outputs(given, self._names)
        elif isinstance(given, (list, tuple)):
            losses = list(given)
            if len(losses) > count > 1:
                raise KeyError(f"The path: ({count},) in the `loss` argument, can't be found in either the model's output (`y_pred`) "
                               "or in the labels (`y_true`).")
        else:
            losses = [given] * count
        weights = [None] * len(losses)
        if self._weights is not None:
            weights = _outputs(self._weights, self._names)
            if len([i for i in losses if i is not None]) != len([i for i in weights if i is not None]):
                raise ValueError(f"`loss_weights` must match the number of losses, got {1 if given is losses[0] else len(losses)} losses and "
                                 f"{len(weights)} weights.")
        # Several losses for one output are added.
        places = list(range(count)) if count > 1 else [0] * len(losses)
        names = self._names or [None] * count
        parts = []
        for place, loss, weight in zip(places, losses, weights):
            if loss is not None:
                made = _loss(loss, truths[place], outputs[place])
                parts.append((place, made, weight, names[place] or made.name))
        self._parts = parts
        if len(parts) > 1:
            self.metrics = [keras.metrics.Mean(name=f"{name}_loss") for _, _, _, name in parts]

    def __call__(self, y_true, y_pred, sample_weight=None):
        outputs = _outputs(y_pred, self._names)
        truths = _outputs(y_true, self._names)
        if len(truths) != len(outputs) and self._parts is None and isinstance(self._given, (list, tuple, dict)):
            wanted = [i for i, loss in enumerate(_outputs(self._given, self._names)) if loss is not None]
            if len(wanted) == len(truths):
                spread = [None] * len(outputs)
                for place, truth in zip(wanted, truths):
                    spread[place] = truth
                truths = spread
        if len(truths) != len(outputs):
            raise ValueError("y_true and y_pred have different structures.\n"
                             f"y_true: {_stars(y_true)}\ny_pred: {_stars(y_pred)}\n")
        if self._parts is None:
            self._build(truths, outputs)
        weights = _outputs(sample_weight, self._names) if _nested(sample_weight) else [sample_weight] * len(outputs)
        values = []
        for at, (place, loss, weight, _) in enumerate(self._parts):
            value = _k.cast(loss(truths[place], outputs[place], weights[place]), "float32")
            if self.metrics:
                self.metrics[at].update_state(value, sample_weight=_k.dims(outputs[place])[0])
            values.append(value if weight is None else _k.multiply(value, weight))
        if not values:
            return None
        total = values[0]
        for value in values[1:]:
            total = _k.add(total, value)
        return total


def _stars(x):
    if isinstance(x, dict):
        return {key: _stars(value) for key, value in x.items()}
    return type(x)(_stars(i) for i in x) if isinstance(x, (list, tuple)) else "*"


class CompileMetrics(Metric):
    """The metrics of compile(), as one metric whose result is a dict."""

    def __init__(self, metrics, weighted, names):
        for what, given in (("metrics", metrics), ("weighted_metrics", weighted)):
            if given and not isinstance(given, (list, tuple, dict)):
                raise ValueError(f"Expected `{what}` argument to be a list, tuple, or dict. Received instead: {what}={given} "
                                 f"of type {type(given)}")
        super().__init__(name="compile_metrics")
        self._given = (metrics, weighted)
        self._names = names
        self._sets = None

    @property
    def metrics(self):
        return [m for sets in self._sets or [] for _, group in sets for m in group]

    @property
    def variables(self):
        return [v for m in self.metrics for v in m.variables]

    def _build(self, truths, outputs):
        self._sets = [self._set(given, truths, outputs) for given in self._given]

    def _set(self, given, truths, outputs):
        if not given:
            return [(None, []) for _ in outputs]
        if len(outputs) == 1:
            flat = _flat(given) if not isinstance(given, dict) else [i for value in given.values() for i in _flat(value)]
            return [(None, [_metric(m, truths[0], outputs[0]) for m in flat])]
        names = self._names or [None] * len(outputs)
        if isinstance(given, dict):
            groups = [given.get(name) for name in names]
        elif len(given) == len(outputs):
            groups = list(given)
        else:
            raise ValueError(f"tuple arity mismatch; expected: {len(outputs)}, got: {len(given)}; tuple: {tuple(given)!r}.\n"
                             "Invalid `metrics`. `metrics` should contain metrics objects and either be a dict or a list "
                             f"matching the output names of the functional model {self._names} or match the output structure "
                             f"of the model: {['X'] * len(outputs)}.\nReceived: metrics={given}")
        made = []
        for name, group, truth, output in zip(names, groups, truths, outputs):
            group = [] if group is None else list(group) if isinstance(group, (list, tuple)) else [group]
            try:
                made.append((name, [_metric(m, truth, output) for m in group]))
            except ValueError as error:
                raise ValueError(f"{error}\nReceived: metrics={given}") from error
        return made

    def update_state(self, y_true, y_pred, sample_weight=None):
        truths, outputs = _outputs(y_true, self._names), _outputs(y_pred, self._names)
        if self._sets is None:
            self._build(truths, outputs)
        weights = _outputs(sample_weight, self._names) if _nested(sample_weight) else [sample_weight]
        if len(weights) < len(outputs):
            weights = [weights[0]] * len(outputs)
        plain, weighted = self._sets
        for (_, group), truth, output in zip(plain, truths, outputs):
            for metric in group:
                metric.update_state(truth, output)
        for (_, group), truth, output, weight in zip(weighted, truths, outputs, weights):
            for metric in group:
                metric.update_state(truth, output, weight)

    def reset_state(self):
        for metric in self.metrics:
            metric.reset_state()

    def result(self):
        if self._sets is None:
            raise ValueError("Cannot get result() since the metric has not yet been built.")
        results, seen = {}, {}
        for which, sets in enumerate(self._sets):
            for output, group in sets:
                for metric in group:
                    name = f"{output}_{metric.name}" if output else metric.name
                    if name in seen and which == 1:
                        name = f"{output}_weighted_{metric.name}" if output else f"weighted_{metric.name}"
                    if name in seen:
                        seen[name] += 1
                        name = f"{name}_{seen[name] - 1}"
                    else:
                        seen[name] = 1
                    results[name] = metric.result()
        return results
