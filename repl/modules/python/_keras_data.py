"""What fit, evaluate and predict make of data that is no plain array: dicts by name, class weights, and streams of batches."""
import itertools
import random
import warnings

import numpy as np


def by_name(values, names, outputs):
    """The values of a dict in the order of the model's inputs or outputs."""
    missing = [name for name in names if name not in values]
    if missing:
        what = "outputs" if outputs else "inputs"
        raise ValueError(f"Missing data for the model's {what}. Expected keys {names}, got {list(values)}.")
    return [values[name] for name in names]


def by_output(values, names, lists):
    """loss= and metrics= as dicts: one entry an output, None where there is none."""
    unknown = [name for name in values if name not in names]
    if lists and len(names) < 2:
        flat = []
        for value in values.values():
            flat.extend(value if isinstance(value, (list, tuple)) else [value])
        return flat
    if unknown and lists:
        raise ValueError(f"Expected an instance of tuple, got {values}.\nInvalid `metrics`. `metrics` should contain metrics objects "
                         f"and either be a dict or a list matching the output names of the functional model {names} or match the "
                         f"output structure of the model: {['X'] * len(names)}.\nReceived: metrics={values}")
    if unknown or (not lists and len(values) != len(names)):
        raise ValueError(f"Expected keys {names} in loss dict, but found loss.keys()={list(values)}")
    return [values.get(name) for name in names]


def class_weights(y, weights):
    """A weight a sample, by its class."""
    y = np.asarray(y)
    if y.ndim > 1:
        y = np.argmax(y, axis=-1) if y.shape[-1] != 1 else np.squeeze(y, axis=-1)
    return np.array([weights.get(int(label), 1.0) for label in np.round(y)], dtype="float32")


class Stream:
    """Batches for the engine: restart() begins a pass, take() gives (x, y, weights) or None. The batch that the engine
    looks at before its first pass is given again in it. Where `continues` is set (a pass has a number of steps), a pass goes
    on where the one before stopped. A generator's first two batches begin each later pass anew: Keras looks at them to learn
    their shapes and puts them back in front."""

    def __init__(self, data, shuffle, weights):
        self._data = data
        self._shuffle = shuffle
        self._weights = weights
        self._taken = []
        self._begun = False
        self._again = False
        self._iterator = None
        self._source = None
        self._first = []
        self.steps = 0
        self.noun = "generator"
        self.continues = False
        self._kind = "generator"
        if hasattr(data, "as_numpy_iterator"):
            self._kind = "dataset"
            self.noun = "tf.data.Dataset"
            self.steps = max(int(data.cardinality()), 0)
        elif hasattr(data, "__getitem__") and hasattr(data, "__len__"):
            self._kind = "sequence"
            self.noun = "PyDataset"
            self.steps = len(data)
            if self.steps == 0:
                raise ValueError("The PyDataset has length 0")

    def restart(self):
        if not self._begun and len(self._taken) == 1:
            self._begun = self._again = True
            return
        self._begun = bool(self._taken)
        if self.continues and self._iterator is not None:
            return
        self._taken = []
        if self._kind == "sequence":
            self._iterator = self._items()
        elif self._kind == "dataset":
            self._iterator = iter(self._data)
        elif self._source is None:
            self._source = iter(self._data)
            self._iterator = self._seen()
        else:
            self._iterator = itertools.chain(self._first, self._source)

    def _seen(self):
        for item in self._source:
            if len(self._first) < 2:
                self._first.append(item)
            yield item

    def _items(self):
        data = self._data
        count = len(data)
        order = list(range(count))
        if self._shuffle:
            random.shuffle(order)
        if hasattr(data, "on_epoch_begin"):
            data.on_epoch_begin()
        for place, index in enumerate(order):
            item = data[index]
            if place == count - 1 and hasattr(data, "on_epoch_end"):
                data.on_epoch_end()
            yield item

    def take(self):
        if self._again:
            self._again = False
            return self._taken[0]
        try:
            item = next(self._iterator)
        except StopIteration:
            if self._kind == "generator" and not self._first:
                raise ValueError("When passing a Python generator to a Keras model, the generator must yield at least one batch. "
                                 "Received an empty generator.") from None
            self._iterator = None if self._kind != "generator" else self._iterator
            if self.continues:
                warnings.warn("Your input ran out of data; interrupting training. Make sure that your dataset or generator "
                              "can generate at least `steps_per_epoch * epochs` batches. You may need to use the "
                              "`.repeat()` function when building your dataset.", stacklevel=2)
            return None
        batch = self._parts(item)
        if len(self._taken) < 2:
            self._taken.append(batch)
        return batch

    def _parts(self, item):
        if isinstance(item, list):
            item = tuple(item)
        if not isinstance(item, tuple):
            item = (item,)
        if len(item) > 3 and self._kind == "sequence":
            raise ValueError("PyDataset.__getitem__() must return a tuple or a dict. If a tuple, it must be ordered either (input,) "
                             "or (inputs, targets) or (inputs, targets, sample_weights). Received: "
                             f"{str(item)[:100]}... of type {type(item)}")
        if len(item) > 3:
            raise ValueError("Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, "
                             f"found: {item}")
        x, y, weights = item + (None,) * (3 - len(item))
        if self._weights is not None and y is not None:
            if weights is not None:
                raise ValueError("You cannot specify `class_weight` and `sample_weight` at the same time.")
            weights = class_weights(y, self._weights)
        return x, y, weights


def refuse_split(x):
    raise ValueError("Argument `validation_split` is only supported for tensors or NumPy arrays."
                     f"Found incompatible type in the input: [{type(x)}]")


def refuse_batch(model, x):
    raise ValueError(f"Inputs to a layer should be tensors. Got '{x}' (of type {type(x)}) as input for layer '{model.name}'.")


def stream(data, shuffle, weights):
    """A Stream over what gives batches; None for what is an array of some library."""
    if hasattr(data, "as_numpy_iterator") or hasattr(data, "__next__"):
        return Stream(data, shuffle, weights)
    if hasattr(data, "__array__") or hasattr(data, "to_numpy"):
        return None
    if hasattr(data, "__getitem__") and hasattr(data, "__len__"):
        return Stream(data, shuffle, weights)
    if hasattr(data, "__iter__"):
        return Stream(iter(data), shuffle, weights)
    raise ValueError(f"Unrecognized data type: x={data} (of type {type(data)})")
