"""fit and evaluate of models whose class has a train_step or test_step of its own: one call a batch, op by op."""
import time

import numpy as np

from _keras import array, make


class History:
    """What fit recorded."""

    def __init__(self, model, params):
        self.model = model
        self.params = params
        self.history = {}
        self.epoch = []


def _refuse(**given):
    for name, value in given.items():
        if value is not None and value is not False:
            raise NotImplementedError(f"the argument '{name}' is not there yet for a model with a train_step of its own")


def _batches(x, y, size, shuffle):
    arrays = [np.asarray(array(i)) for i in (x if isinstance(x, (list, tuple)) else [x])]
    count = len(arrays[0])
    order = np.random.permutation(count) if shuffle else np.arange(count)
    for start in range(0, count, size):
        rows = order[start:start + size]
        made = [make(_float(i[rows])) for i in arrays]
        data = made if isinstance(x, (list, tuple)) else made[0]
        yield len(rows), data if y is None else (data, make(_float(np.asarray(array(y))[rows])))


def _float(x):
    return x.astype("float32") if x.dtype == np.float64 else x


def _numbers(logs):
    return {name: float(value) for name, value in logs.items()}


def _reset(model):
    for metric in getattr(model, "metrics", None) or []:
        metric.reset_state()


def _step_logs(model, method, x, y, batch_size, shuffle):
    """The logs of the last batch, which metrics carry through the epoch, as Keras shows them."""
    _reset(model)
    logs = {}
    for _, data in _batches(x, y, batch_size, shuffle):
        logs = _numbers(method(data))
    return logs


def fit(model, x, y, batch_size, epochs, verbose, callbacks, validation_split, validation_data, shuffle, class_weight,
        sample_weight, initial_epoch, steps_per_epoch, validation_steps, validation_batch_size, validation_freq):
    _refuse(callbacks=callbacks or None, validation_split=validation_split or None, class_weight=class_weight,
            sample_weight=sample_weight, steps_per_epoch=steps_per_epoch, validation_steps=validation_steps,
            initial_epoch=initial_epoch or None)
    if validation_data is not None and getattr(model, "test_step", None) is None:
        raise NotImplementedError("validation_data needs a test_step beside the train_step")
    size = batch_size or 32
    rows = len(x[0]) if isinstance(x, (list, tuple)) else len(x)
    steps = (rows + size - 1) // size
    history = History(model, {"verbose": verbose, "epochs": epochs, "steps": steps})
    for epoch in range(epochs):
        begun = time.time()
        logs = _step_logs(model, model.train_step, x, y, size, shuffle)
        if validation_data is not None:
            test = _step_logs(model, model.test_step, validation_data[0], validation_data[1], validation_batch_size or size, False)
            logs.update({"val_" + name: value for name, value in test.items()})
        for name, value in logs.items():
            history.history.setdefault(name, []).append(value)
        history.epoch.append(epoch)
        if verbose:
            spent = time.time() - begun
            shown = " - ".join(f"{name}: {value:.4f}" if abs(value) > 1e-3 else f"{name}: {value:.4e}" for name, value in logs.items())
            print(f"Epoch {epoch + 1}/{epochs}")
            print(f"{steps}/{steps} - {spent:.0f}s - {spent / steps * 1000:.0f}ms/step - {shown}")
    model.history = history
    return history


def evaluate(model, x, y, batch_size, return_dict):
    logs = _step_logs(model, model.test_step, x, y, batch_size or 32, False)
    if return_dict:
        return logs
    values = list(logs.values())
    return values[0] if len(values) == 1 else values
