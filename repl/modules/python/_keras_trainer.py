"""Training op by op: fit, evaluate and predict of models with steps, metrics, a loss or an optimizer of the user's own,
and what such steps are made of. One call a batch; the engine's own training does whole fits at once."""
import inspect
import warnings

import numpy as np

import keras
import _keras_ops as _k
from _keras import Loop, array, is_tensor, make
from _keras_base import Metric
from _keras_compile import CompileLoss, CompileMetrics, _flat
from _keras_data import class_weights, refuse_split, stream
from _keras_files import is_native

# Events, by the numbers of engine/nn/event.h.
(FIT_BEGIN, EPOCH_BEGIN, BATCH_END, VALIDATION_BEGIN, VALIDATION_BATCH_END, VALIDATION_END, EPOCH_END, FIT_END,
 EVALUATE_BEGIN, EVALUATE_BATCH_END, EVALUATE_END, PREDICT_BEGIN, PREDICT_BATCH_END, PREDICT_END, BATCH_BEGIN,
 VALIDATION_BATCH_BEGIN, EVALUATE_BATCH_BEGIN, PREDICT_BATCH_BEGIN) = range(18)


class _State:
    """What belongs to a compile()."""

    def __init__(self, given, names):
        _, loss, weights, metrics, weighted = given
        self.tracker = keras.metrics.Mean(name="loss")
        self.loss = None if loss is None else CompileLoss(loss, weights, names)
        self.metrics = None if metrics is None and weighted is None else CompileMetrics(metrics, weighted, names)


def _state(model):
    found = getattr(model, "_trainer", None)
    if found is None:
        given = getattr(model, "_compile_arguments", None)
        if given is None:
            return None
        try:
            names = model.output_names
        except AttributeError:
            names = None
        found = model._trainer = _State(given, names or None)
    return found


def _one_metric(given):
    """What Keras 2 took for a list of one: a metric, or the name of one."""
    if not isinstance(given, str):
        return callable(given)
    try:
        keras.metrics.get(given)
    except ValueError:
        return given in ("accuracy", "acc", "crossentropy", "ce")
    return True


def _called_whole(loss):
    """Whether a loss has a __call__ of its own, which gives the loss of a batch: it is no number a sample to be averaged."""
    from _keras_base import Loss
    own = [each for each in type(loss).__mro__ if each not in (Loss, object) and not is_native(each)]
    return isinstance(loss, Loss) and any("__call__" in vars(each) for each in own)


def compile_own(model, optimizer, loss, loss_weights, metrics, weighted_metrics, run_eagerly):
    """Whether compile() was given what only training op by op can use; then the model keeps it."""
    from _keras_optimizer import Optimizer
    if loss_weights and not isinstance(loss_weights, (list, tuple, dict, float)):
        CompileLoss(loss, loss_weights, None)
    for name, given in (("metrics", metrics), ("weighted_metrics", weighted_metrics)):
        if given and not isinstance(given, (list, tuple, dict)) and not _one_metric(given):
            raise ValueError(f"Expected `{name}` argument to be a list, tuple, or dict. Received instead: "
                             f"{name}={given} of type {type(given)}")
    if isinstance(optimizer, str) and optimizer.lower() in ("lamb", "adafactor", "muon"):
        optimizer = getattr(keras.optimizers, optimizer.capitalize())()
    own = bool(run_eagerly) or _steps_alone(model) or getattr(loss, "_whole_batch", False) or _called_whole(loss) or isinstance(optimizer,
            Optimizer) and not _native(optimizer)
    for given in (metrics, weighted_metrics):
        leaves = [leaf for value in given.values() for leaf in _flat(value)] if isinstance(given, dict) else _flat(given)
        own = own or any((isinstance(m, Metric) and not _native(m)) or (isinstance(m, type) and issubclass(m, Metric)
                         and not is_native(m)) for m in leaves if m is not None)
    if not own:
        return False
    if optimizer is not None and not isinstance(optimizer, Optimizer):
        optimizer = keras.optimizers.get(optimizer)
    CompileLoss(loss, loss_weights, None)
    CompileMetrics(metrics, weighted_metrics, None)
    model._own_optimizer = optimizer
    return True


def _changing(model, graphs=False):
    """The layers that change their weights while they are called, which no plan can do; with `graphs` those whose
    calls are ops by now."""
    found = []
    for each in getattr(model, "layers", ()):
        if isinstance(each, keras.Model):
            found += _changing(each, graphs)
        elif getattr(each, "_changes_weights", False) and (not graphs or type(model).__name__ in ("Sequential",
                "Functional")):
            found.append(each)
    return found


def _steps_alone(model):
    return bool(_changing(model))


def _native(x):
    """An object of the engine's, which its own training can use."""
    return is_native(type(x))


# ---- What steps are made of: methods of Model ----

def metrics(model):
    found = []
    state = _state(model)
    if state is not None:
        found.append(state.tracker)
        if state.metrics is not None:
            found.append(state.metrics)
        if state.loss is not None:
            found.extend(state.loss.metrics)
    for value in _attributes(model):
        if value not in found:
            found.append(value)
    return found


def metrics_names(model):
    return [metric.name for metric in model.metrics]


def _attributes(model):
    """Metrics that are attributes of the model and of the layers in it, in order."""
    found, seen = [], []

    def walk(owner):
        for name, value in list(getattr(owner, "__dict__", {}).items()):
            if name.startswith("_trainer") or name == "_compile_arguments":
                continue
            for leaf in _flat(value) if isinstance(value, (list, tuple, dict)) else [value]:
                if isinstance(leaf, Metric) and not any(leaf is m for m in found):
                    found.append(leaf)
    walk(model)
    for layer in model.layers:
        if not isinstance(layer, keras.Model):
            walk(layer)
    return found


def reset_metrics(model):
    for metric in model.metrics:
        metric.reset_state()


def get_metrics_result(model):
    results = {}
    for metric in model.metrics:
        result = metric.result()
        if isinstance(result, dict):
            results.update(result)
        else:
            results[metric.name] = result
    return results


def compute_loss(model, x=None, y=None, y_pred=None, sample_weight=None, training=True):
    state = _state(model)
    losses = []
    if state is not None and state.loss is not None:
        loss = state.loss(y, y_pred, sample_weight)
        if loss is not None:
            losses.append(loss)
    losses.extend(_k.sum(_k.cast(loss, "float32")) for loss in model.losses)
    if not losses:
        raise ValueError("No loss to compute. Provide a `loss` argument in `compile()`.")
    total = losses[0]
    for loss in losses[1:]:
        total = _k.add(total, loss)
    return total


def compute_metrics(model, x, y, y_pred, sample_weight=None):
    state = _state(model)
    if state is not None and state.metrics is not None:
        state.metrics.update_state(y, y_pred, sample_weight=sample_weight)
    return model.get_metrics_result()


def _takes(function, name):
    if not hasattr(function, "__func__"):
        return True  # Model's own
    parameters = inspect.signature(function).parameters
    return name in parameters or any(p.kind == p.VAR_KEYWORD for p in parameters.values())


def _forward(model, x, training):
    own = not _native(model) and "call" in dir(model)
    if own and not _takes(model.call, "training"):
        return model(x)
    return model(x, training=training)


def _loss_of(model, x, y, y_pred, sample_weight, training):
    if _takes(model.compute_loss, "training"):
        return model.compute_loss(x, y, y_pred, sample_weight, training=training)
    return model.compute_loss(x, y, y_pred, sample_weight)


def _unpack(data):
    if isinstance(data, list):
        data = tuple(data)
    if not isinstance(data, tuple):
        return data, None, None
    if len(data) > 3:
        raise ValueError("Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, "
                         f"found: {data}")
    return data + (None,) * (3 - len(data))


def _rows(x):
    return next(_k.dims(i)[0] for i in _flat(x) if i is not None)


def _track(model, loss, x):
    state = _state(model)
    if state is not None:
        state.tracker.update_state(loss, sample_weight=_rows(x))


def train_step(model, data):
    from _tensorflow import GradientTape
    x, y, sample_weight = _unpack(data)
    for layer in _changing(model, True):
        layer._before_step()
    with GradientTape() as tape:
        y_pred = _forward(model, x, True)
        loss = _loss_of(model, x, y, y_pred, sample_weight, True)
    _track(model, loss, x)
    weights = model.trainable_weights
    if weights:
        model.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    else:
        warnings.warn("The model does not have any trainable weights.")
    return model.compute_metrics(x, y, y_pred, sample_weight=sample_weight)


def test_step(model, data):
    x, y, sample_weight = _unpack(data)
    y_pred = _forward(model, x, False)
    _track(model, _loss_of(model, x, y, y_pred, sample_weight, False), x)
    return model.compute_metrics(x, y, y_pred, sample_weight=sample_weight)


def predict_step(model, data):
    return _forward(model, _unpack(data)[0], False)


# ---- Data ----

def _tensor(x):
    if x is None or is_tensor(x):
        return x
    x = np.asarray(array(x)) if not isinstance(x, np.ndarray) else x
    return make(x.astype("float32") if x.dtype == np.float64 else x)


def _tensors(x):
    if isinstance(x, dict):
        return {key: _tensors(value) for key, value in x.items()}
    if isinstance(x, (list, tuple)):
        return type(x)(_tensors(i) for i in x)
    return _tensor(x)


def _leaf(x):
    return isinstance(x, (list, tuple)) and (not x or not hasattr(x[0], "__len__") and not is_tensor(x[0]))


def _arrays(x):
    """The leaves as arrays; a list of numbers is one of them."""
    if x is None:
        return None
    if isinstance(x, dict):
        return {key: _arrays(value) for key, value in x.items()}
    if isinstance(x, (list, tuple)) and not _leaf(x):
        return type(x)(_arrays(i) for i in x)
    x = np.asarray(array(x)) if is_tensor(x) else np.asarray(x)
    return x


def _part(x, rows):
    if x is None:
        return None
    if isinstance(x, dict):
        return {key: _part(value, rows) for key, value in x.items()}
    return type(x)(_part(i, rows) for i in x) if isinstance(x, (list, tuple)) else x[rows]


class _Data:
    """Batches of a pass, as steps take them: (x, y, sample_weight), as much of it as there is."""

    def __init__(self, x, y=None, sample_weight=None, batch_size=None, steps=None, shuffle=False, class_weight=None):
        self._limit = steps
        self._given = x
        self._stream = None
        self._shuffle = bool(shuffle)
        self._inside = isinstance(shuffle, str) and shuffle == "batch"
        if not isinstance(x, (list, tuple, dict, np.ndarray)) and not is_tensor(x):
            self._stream = stream(x, self._shuffle, class_weight)
        if self._stream is not None:
            if y is not None or sample_weight is not None:
                what, argument = ("the targets", "y") if y is not None else ("the sample weights", "sample_weights")
                noun = self._stream.noun
                raise ValueError(f"When providing `x` as a {noun}, `{argument}` should not be passed. Instead, {what} should be "
                                 f"included as part of the {noun}.")
            self._stream.continues = steps is not None
            self.steps = steps or self._stream.steps
            return
        self._x, self._y, self._w = _arrays(x), _arrays(y), _arrays(sample_weight)
        if class_weight is not None:
            if sample_weight is not None:
                raise ValueError("You cannot `class_weight` and `sample_weight` at the same time.")
            self._w = class_weights(self._y, class_weight)
        sizes = {len(i) for i in _flat([self._x, self._y, self._w]) if i is not None}
        if len(sizes) > 1:
            shown = ", ".join(str(len(i)) for i in _flat(self._x))
            raise ValueError(f"Data cardinality is ambiguous. Make sure all arrays contain the same number of samples."
                             f"'x' sizes: {shown}\n'y' sizes: {', '.join(str(len(i)) for i in _flat(self._y) if i is not None)}\n")
        self.count = next(iter(sizes))
        self._size = batch_size or 32
        self.steps = -(-self.count // self._size)
        if steps:
            self.steps = min(self.steps, steps)

    def split(self, fraction):
        """The last rows as data of their own."""
        if self._stream is not None:
            refuse_split(self._given)
        at = int(self.count * (1 - fraction))
        if at == 0 or at == self.count:
            raise ValueError(f"Training data contains {self.count} samples, which is not sufficient to split it into a "
                             f"validation and training set as specified by `validation_split={fraction}`. Either provide "
                             "more data, or a different value for the `validation_split` argument.")
        held = tuple(_part(i, slice(at, None)) for i in (self._x, self._y, self._w))
        self._x, self._y, self._w = (_part(i, slice(0, at)) for i in (self._x, self._y, self._w))
        self.count = at
        self.steps = -(-at // self._size)
        return held

    def __iter__(self):
        if self._stream is not None:
            self._stream.restart()
            done = 0
            while self._limit is None or done < self._limit:
                batch = self._stream.take()
                if batch is None:
                    return
                done += 1
                yield _packed(*(_tensors(i) for i in batch))
            return
        order = None
        if self._inside:
            parts = [np.arange(at, min(at + self._size, self.count)) for at in range(0, self.count, self._size)]
            order = np.concatenate([np.asarray(keras.random.shuffle(part)) for part in parts])
        elif self._shuffle:
            order = np.asarray(keras.random.shuffle(np.arange(self.count)))
        for step in range(self.steps):
            at = slice(step * self._size, (step + 1) * self._size)
            rows = at if order is None else order[at]
            yield _packed(*(_tensors(_part(i, rows)) for i in (self._x, self._y, self._w)))


def _packed(x, y, weights):
    if y is None:
        return (x,) if isinstance(x, (list, tuple, dict)) else x
    return (x, y) if weights is None else (x, y, weights)


# ---- fit, evaluate, predict ----

def _numbers(logs):
    result = {}
    for name in sorted(logs):
        value = logs[name]
        if isinstance(value, dict):
            result.update(_numbers(value))
        else:
            try:
                result[name] = float(np.float32(np.asarray(array(value))))
            except (TypeError, ValueError):
                result[name] = value
    return result


def _shown(logs):
    return {name: value for name, value in logs.items() if isinstance(value, float)}


def _results(model, logs):
    """What the metrics say, or the last step's logs where those are other names."""
    found = model.get_metrics_result()
    logs = logs or {}
    if isinstance(logs, dict) and set(logs) == set(found):
        return found
    return logs


def _rate(model):
    rate = getattr(model.optimizer, "learning_rate", 0.0)
    try:
        return float(rate)
    except (TypeError, ValueError):
        return 0.0


def _named(logs):
    return dict(logs) if isinstance(logs, dict) else {} if logs is None else {"loss": logs}


def _pass(model, step, data, loop, begin, end, epoch, epochs, rate):
    """One pass; the logs of its last batch, how many there were, and whether somebody asked to stop."""
    logs, done, samples, stop = {}, 0, 0, False
    steps = data.steps or -1
    for batch in data:
        loop.emit(begin, epoch, epochs, done, steps, samples, rate, {})
        logs = _named(step(batch))
        done += 1
        samples += _rows(_unpack(batch)[0])
        stop = loop.emit(end, epoch, epochs, done, steps, samples, rate, _shown(_numbers(logs)))
        if stop:
            break
    return logs, done, samples, stop


def _validates(epoch, frequency):
    return (epoch + 1) % frequency == 0 if isinstance(frequency, int) else epoch + 1 in list(frequency)


def _begun(model, what):
    if getattr(model, "_compile_arguments", None) is None:
        raise ValueError("You must call `compile()` before using the model.")


def fit(model, x, y, batch_size, epochs, verbose, callbacks, validation_split, validation_data, shuffle, class_weight,
        sample_weight, initial_epoch, steps_per_epoch, validation_steps, validation_batch_size, validation_freq):
    _begun(model, "fit")
    data = _Data(x, y, sample_weight, batch_size, steps_per_epoch, shuffle, class_weight)
    held = None
    if validation_split and validation_data is None:
        validation_data = data.split(validation_split)
    if validation_data is not None:
        parts = _unpack(validation_data) if isinstance(validation_data, (list, tuple)) else (validation_data, None, None)
        held = _Data(*parts, validation_batch_size or batch_size, validation_steps)
    loop = Loop(model, "fit", callbacks, verbose, epochs, data.steps or -1)
    curves, recorded, interrupted, failure = {}, 0, 0, None
    rate, steps = _rate(model), data.steps
    initial_epoch = max(getattr(model, "_initial_epoch", None) or 0, initial_epoch)
    stop = False
    try:
        loop.emit(FIT_BEGIN, initial_epoch, epochs, 0, steps or -1, 0, rate, {})
        for epoch in range(initial_epoch, epochs):
            model.reset_metrics()
            loop.emit(EPOCH_BEGIN, epoch, epochs, 0, steps or -1, 0, rate, {})
            logs, done, samples, stop = _pass(model, model.train_step, data, loop, BATCH_BEGIN, BATCH_END, epoch, epochs, rate)
            steps = steps or done
            rate = _rate(model)
            numbers = dict(_results(model, logs))
            if held is not None and _validates(epoch, validation_freq):
                model.reset_metrics()
                loop.emit(VALIDATION_BEGIN, epoch, epochs, done, steps, samples, rate, {})
                logs, _, _, _ = _pass(model, model.test_step, held, loop, VALIDATION_BATCH_BEGIN, VALIDATION_BATCH_END, epoch,
                                      epochs, rate)
                found = _numbers(_results(model, logs))
                loop.emit(VALIDATION_END, epoch, epochs, done, steps, samples, rate, _shown(found))
                numbers.update({"val_" + name: value for name, value in found.items()})
            # A result that is a variable is read only now, as Keras does.
            numbers = _numbers(numbers)
            for name, value in numbers.items():
                curves.setdefault(name, []).append(value)
            recorded += 1
            stop = loop.emit(EPOCH_END, epoch, epochs, done, steps, samples, rate, _shown(numbers)) or stop
            if stop:
                break
        if recorded and hasattr(model.optimizer, "finalize_variable_values"):
            model.optimizer.finalize_variable_values(model.trainable_weights)
    except KeyboardInterrupt as error:
        interrupted, failure = 1, error
    except BaseException:
        loop.end(recorded > 0)
        raise
    loop.emit(FIT_END, initial_epoch + recorded - 1, epochs, steps or 0, steps or -1, 0, rate,
              {name: values[-1] for name, values in curves.items() if isinstance(values[-1], float)}, interrupted or 2 * stop)
    loop.end(recorded > 0)
    curves = {name: values for name, values in curves.items() if isinstance(values[-1], float)}
    model.history = loop.history(curves, epochs, recorded, data.steps or steps or 0, verbose, initial_epoch)
    if failure is not None:
        raise failure
    return model.history


def evaluate(model, x, y, batch_size, verbose, sample_weight, steps, callbacks, return_dict):
    _begun(model, "evaluate")
    data = _Data(x, y, sample_weight, batch_size, steps)
    loop = Loop(model, "evaluate", callbacks, verbose, 1, data.steps or -1)
    try:
        model.reset_metrics()
        loop.emit(EVALUATE_BEGIN, 0, 1, 0, data.steps or -1, 0, 0.0, {})
        logs, done, samples, _ = _pass(model, model.test_step, data, loop, EVALUATE_BATCH_BEGIN, EVALUATE_BATCH_END, 0, 1, 0.0)
        numbers = _numbers(_results(model, logs))
        loop.emit(EVALUATE_END, 0, 1, done, data.steps or done, samples, 0.0, _shown(numbers))
    finally:
        loop.end(False)
    return numbers if return_dict else _in_order(model, numbers)


def _in_order(model, numbers):
    names = []
    for metric in model.metrics:
        names.extend(metric.result() if isinstance(metric, CompileMetrics) and metric._sets is not None else [metric.name])
    values = [numbers[name] for name in names if name in numbers]
    values += [numbers[name] for name in sorted(numbers) if name not in names]
    return values[0] if len(values) == 1 else values


def predict(model, x, batch_size, verbose, steps, callbacks):
    data = _Data(x, None, None, batch_size, steps)
    loop = Loop(model, "predict", callbacks, verbose, 1, data.steps or -1)
    made, done = [], 0
    try:
        loop.emit(PREDICT_BEGIN, 0, 1, 0, data.steps or -1, 0, 0.0, {})
        for batch in data:
            loop.emit(PREDICT_BATCH_BEGIN, 0, 1, done, data.steps or -1, 0, 0.0, {})
            made.append(model.predict_step(batch))
            done += 1
            loop.emit(PREDICT_BATCH_END, 0, 1, done, data.steps or -1, 0, 0.0, {})
        loop.emit(PREDICT_END, 0, 1, done, data.steps or done, 0, 0.0, {})
    finally:
        loop.end(False)
    return _joined(made)


def _joined(made):
    first = made[0]
    if isinstance(first, dict):
        return {key: _joined([i[key] for i in made]) for key in first}
    if isinstance(first, (list, tuple)):
        return type(first)(_joined([i[at] for i in made]) for at in range(len(first)))
    return np.concatenate([np.asarray(array(i)) for i in made], axis=0)


def on_batch(model, method, x, y, sample_weight, class_weight, return_dict):
    """train_on_batch and test_on_batch; method: the step's name."""
    _begun(model, method)
    data = _Data(x, y, sample_weight, 1 << 60, None, False, class_weight)
    logs = {}
    for batch in data:
        logs = _named(getattr(model, method)(batch))
    numbers = _numbers(logs)
    return numbers if return_dict else _in_order(model, numbers)
