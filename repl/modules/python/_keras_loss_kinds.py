"""keras.losses.CTC and Circle. Sources: keras/src/losses/losses.py; CTC's forward pass is that of Graves et al. 2006,
in logarithms."""
import numpy as np

import _keras_ops as _k
from _keras_arguments import checked
from _keras_base import Loss, _cast_all, _reduce_weighted

_LOW = -1e30  # a probability of none


def _longer(*parts):
    """The logarithm of the sum of what these are the logarithms of."""
    most = parts[0]
    for part in parts[1:]:
        most = _k.maximum(most, part)
    most = _k.stop_gradient(most)
    total = None
    for part in parts:
        one = _k.exp(_k.subtract(part, most))
        total = one if total is None else _k.add(total, one)
    return _k.add(most, _k.log(total))


def _moved(x, by):
    """[B, S] moved to the right, what comes in being impossible."""
    return _k._getitem(_k.pad(x, [(0, 0), (by, 0)], constant_values=_LOW), (slice(None), slice(0, _k.dims(x)[1])))


def ctc(y_true, y_pred):
    """How unlikely the labels are for these logits of steps; label 0 is the blank, and what stands behind the
    labels."""
    if len(y_true.shape) != 2:
        raise ValueError("Targets `y_true` are expected to be a tensor of shape `(batch_size, max_length)` in "
                         "integer format. Received: "
                         f"y_true.shape={tuple(y_true.shape)}")
    if len(y_pred.shape) != 3:
        raise ValueError("Logits `y_pred` are expected to be a tensor of shape `(batch_size, max_length, "
                         "num_classes)`. Received: "
                         f"y_pred.shape={tuple(y_pred.shape)}")
    labels = _k.cast(y_true, "int32")
    length, steps, classes = _k.dims(labels)[1], _k.dims(y_pred)[1], _k.dims(y_pred)[2]
    places = 2 * length + 1
    blank = _k.zeros_like(labels)
    path = _k.reshape(_k.stack([blank, labels], 2), (-1, 2 * length))
    path = _k.concatenate([path, _k._getitem(blank, (slice(None), slice(0, 1)))], axis=1)
    said = _k.matmul(_k.log_softmax(y_pred, axis=-1), _k.transpose(_k.one_hot(path, classes), (0, 2, 1)))
    # A label may follow the one before it without a blank where the two differ.
    before = _k.pad(_k.cast(labels, "float32"), [(0, 0), (1, 0)], constant_values=-1)
    same = _k.cast(_k.equal(_k.cast(labels, "float32"), _k._getitem(before, (slice(None), slice(0, length)))),
            "float32")
    skip = _k.reshape(_k.stack([_k.ones_like(same), same], 2), (-1, 2 * length))
    skip = _k.multiply(_k.pad(skip, [(0, 0), (0, 1)], constant_values=1.0), _LOW)
    start = np.full((1, places), _LOW, dtype="float32")
    start[0, :2] = 0
    alpha = _k.add(_k._getitem(said, (slice(None), 0)), start)
    for step in range(1, steps):
        alpha = _k.add(_longer(alpha, _moved(alpha, 1), _k.maximum(_k.add(_moved(alpha, 2), skip), _LOW)),
                _k._getitem(said, (slice(None), step)))
        alpha = _k.maximum(alpha, _LOW)
    count = _k.sum(_k.cast(_k.not_equal(labels, 0), "int32"), axis=-1)
    last = _k.one_hot(_k.multiply(count, 2), places)
    before_last = _k.one_hot(_k.subtract(_k.multiply(count, 2), 1), places)
    ends = [_k.add(_k.sum(_k.multiply(alpha, here), axis=-1), _k.multiply(_k.subtract(1.0, _k.sum(here, axis=-1)),
            _LOW))
            for here in (last, before_last)]
    return _k.negative(_longer(*ends))


@checked("losses")
class CTC(Loss):
    """How unlikely labels are for the logits of steps that nobody aligned with them."""
    __module__ = "keras.src.losses.losses"

    def __init__(self, reduction="sum_over_batch_size", name="ctc", dtype=None):
        super().__init__(name=name, reduction=reduction, dtype=dtype)

    def call(self, y_true, y_pred):
        return ctc(y_true, y_pred)


@checked("losses")
class Circle(Loss):
    """Brings embeddings of one class together, and keeps those of others apart."""
    __module__ = "keras.src.losses.losses"
    _whole_batch = True  # compares each sample with each: fit() goes step by step

    def __init__(self, gamma=80.0, margin=0.4, remove_diagonal=True, reduction="sum_over_batch_size", name="circle",
            dtype=None):
        super().__init__(name=name, reduction=reduction, dtype=dtype)
        self.gamma = gamma
        self.margin = margin
        self.remove_diagonal = remove_diagonal

    def call(self, y_true, y_pred):
        labels = _k.cast(y_true, "int32")
        labels = _k.reshape(labels, (-1, 1)) if len(labels.shape) == 1 else labels
        distances = _k.maximum(_k.subtract(1.0, _k.matmul(y_pred, _k.transpose(y_pred))), 0.0)
        same = _k.cast(_k.equal(labels, _k.transpose(labels)), "float32")
        other = _k.subtract(1.0, same)
        if self.remove_diagonal:
            same = _k.multiply(same, _k.subtract(1.0, _k.eye(_k.dims(labels)[0])))
        near = _k.maximum(_k.multiply(_k.add(self.margin, distances), same), 0.0)
        far = _k.maximum(_k.multiply(_k.subtract(1 + self.margin, distances), other), 0.0)
        near = _k.multiply(_k.multiply(near, _k.subtract(self.margin, distances)), -1 * self.gamma)
        far = _k.multiply(_k.multiply(far, _k.subtract(1 - self.margin, distances)), self.gamma)
        sums = [_k.logsumexp(_k.where(_k.cast(here, "bool"), each, float("-inf")), axis=1) for each, here in ((near,
                same), (far, other))]
        return _k.softplus(_k.add(*sums))

    def __call__(self, y_true, y_pred, sample_weight=None):
        y_pred, y_true = _cast_all(y_pred, self._dtype), _cast_all(y_true, self._dtype)
        values = self.call(y_true, y_pred)
        return _reduce_weighted(values, sample_weight, _k.greater(values, 0), self.reduction, self._dtype)

    def get_config(self):
        return {**super().get_config(), "gamma": self.gamma, "margin": self.margin,
                "remove_diagonal": self.remove_diagonal}
