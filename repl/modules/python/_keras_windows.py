"""keras.utils.timeseries_dataset_from_array and split_dataset; keras.preprocessing.sequence's windows and word pairs."""
import random

import numpy as np

from keras.utils import PyDataset


def timeseries_dataset_from_array(data, targets, sequence_length, sequence_stride=1, sampling_rate=1, batch_size=128,
                                  shuffle=False, seed=None, start_index=None, end_index=None, format="tf"):
    size = len(data)
    if start_index:
        if start_index < 0:
            raise ValueError(f"`start_index` must be 0 or greater. Received: start_index={start_index}")
        if start_index >= size:
            raise ValueError(f"`start_index` must be lower than the length of the data. Received: start_index={start_index}, "
                             f"for data of length {size}")
    if end_index:
        if start_index and end_index <= start_index:
            raise ValueError(f"`end_index` must be higher than `start_index`. Received: start_index={start_index}, and "
                             f"end_index={end_index} ")
        if end_index >= size:
            raise ValueError(f"`end_index` must be lower than the length of the data. Received: end_index={end_index}, for "
                             f"data of length {size}")
        if end_index <= 0:
            raise ValueError(f"`end_index` must be higher than 0. Received: end_index={end_index}")
    for name, value in (("sampling_rate", sampling_rate), ("sequence_stride", sequence_stride)):
        if value <= 0:
            raise ValueError(f"`{name}` must be higher than 0. Received: {name}={value}")
        if value >= size:
            raise ValueError(f"`{name}` must be lower than the length of the data. Received: {name}={value}, for data of "
                             f"length {size}")
    from _keras_folders import _check_format
    _check_format(format)
    import tensorflow as tf
    start_index = start_index or 0
    end_index = size if end_index is None else end_index
    count = end_index - start_index - (sequence_length - 1) * sampling_rate
    if targets is not None:
        count = min(count, len(targets))
    starts = np.arange(0, count, sequence_stride, dtype="int32")
    if shuffle:
        seed = np.random.randint(1e6) if seed is None else seed
        np.random.RandomState(seed).shuffle(starts)
    rows = _array(data)[start_index:end_index]
    wanted = None if targets is None else _array(targets)[start_index:end_index]
    steps = np.arange(sequence_length) * sampling_rate

    def windows():
        for start in starts:
            window = rows[start + steps]
            yield window if wanted is None else (window, wanted[start])

    def spec():
        shape = tf.TensorSpec((None,) + rows.shape[1:], str(rows.dtype))
        return shape if wanted is None else (shape, tf.TensorSpec(wanted.shape[1:], str(wanted.dtype)))
    made = tf.data.Dataset(windows, len(starts), spec=spec, name="_ZipDataset").prefetch(tf.data.AUTOTUNE)
    if shuffle:
        made = made.shuffle(1024 if batch_size is None else batch_size * 8, seed=seed)
    return made if batch_size is None else made.batch(batch_size)


def _array(values):
    import tensorflow as tf
    return np.asarray(tf.constant(values)) if isinstance(values, (list, tuple)) else np.asarray(values)


# ---- Two parts of a dataset ----

def _samples(dataset):
    if isinstance(dataset, (list, tuple)):
        noun = "list" if isinstance(dataset, list) else "tuple"
        if not dataset:
            raise ValueError("Received an empty list dataset. Please provide a non-empty list of arrays." if noun == "list" else
                             "Received an empty list dataset.Please provide a non-empty tuple of arrays.")
        for place, array in enumerate(dataset):
            if not isinstance(array, np.ndarray):
                raise ValueError(f"Expected a {noun} of `numpy.ndarray` objects,Received: {type(array)} at index {place}.")
            if array.shape[0] != dataset[0].shape[0]:
                raise ValueError(f"Received a {noun} of NumPy arrays with different lengths.Mismatch found at index {place}, "
                                 f"Expected shape={dataset[0].shape} Received shape={array.shape}.Please provide a {noun} of "
                                 "NumPy arrays of the same length.")
        return list(zip(*dataset))
    if isinstance(dataset, np.ndarray):
        return list(dataset)
    if not hasattr(dataset, "as_numpy_iterator"):
        raise TypeError(f"Unsupported dataset type: {type(dataset)}")
    return list((dataset.unbatch() if hasattr(dataset, "_batch_size") else dataset).as_numpy_iterator())


def _check_sizes(left_size, right_size, total):
    kinds = type(left_size), type(right_size)
    bad = [size is not None and kind not in (int, float) for size, kind in zip((left_size, right_size), kinds)]
    if all(bad):
        raise TypeError("Invalid `left_size` and `right_size` Types. Expected: integer or float or None, Received: "
                        f"type(left_size)={kinds[0]} and type(right_size)={kinds[1]}")
    if bad[0]:
        raise TypeError(f"Invalid `left_size` Type. Expected: int or float or None, Received: type(left_size)={kinds[0]}.  ")
    if bad[1]:
        raise TypeError(f"Invalid `right_size` Type. Expected: int or float or None,Received: type(right_size)={kinds[1]}.")
    if left_size == 0 and right_size == 0:
        raise ValueError("Both `left_size` and `right_size` are zero. At least one of the split sizes must be non-zero.")
    for name, size, kind, link in (("left_size", left_size, kinds[0], ""), ("right_size", right_size, kinds[1], "and ")):
        if kind is int and not 0 < size < total or kind is float and not 0 < size < 1:
            comma = ", or" if name == "left_size" else " or"
            raise ValueError(f"`{name}` should be either a positive integer {link}smaller than {total}{comma} a float within the "
                             f"range `[0, 1]`. Received: {name}={size}")
    if kinds == (float, float) and left_size + right_size > 1:
        raise ValueError("The sum of `left_size` and `right_size` is greater than 1. It must be less than or equal to 1.")
    left, right = (round(size * total) if isinstance(size, float) else None if size is None else float(size)
                   for size in (left_size, right_size))
    if left is None:
        left = total - right
    elif right is None:
        right = total - left
    if left + right > total:
        raise ValueError(f"The sum of `left_size` and `right_size` should be smaller than the {total}. Received: left_size + "
                         f"right_size = {left + right}and total_length = {total}")
    for size, side in ((left, "left"), (right, "right")):
        if size == 0:
            raise ValueError(f"With `dataset` of length={total}, `left_size`={left} and `right_size`={right}.Resulting {side} "
                             "side dataset split will be empty. Adjust any of the aforementioned parameters")
    return int(left), int(right)


def _joined(samples):
    """Samples of one structure as arrays."""
    first = samples[0]
    if isinstance(first, dict):
        return {key: _joined([sample[key] for sample in samples]) for key in first}
    if isinstance(first, (tuple, list)):
        return tuple(_joined([sample[place] for sample in samples]) for place in range(len(first)))
    return np.array(samples)


def split_dataset(dataset, left_size=None, right_size=None, shuffle=False, seed=None, preferred_backend=None):
    import tensorflow as tf
    if preferred_backend not in (None, "tensorflow"):
        raise NotImplementedError(f"split_dataset(preferred_backend={preferred_backend!r}) is not there")
    if not isinstance(dataset, (list, tuple, np.ndarray)) and not hasattr(dataset, "as_numpy_iterator"):
        raise TypeError(f"Unsupported dataset type: {type(dataset)}")
    if left_size is None and right_size is None:
        raise ValueError("At least one of the `left_size` or `right_size` must be specified. Received: left_size=None and "
                         "right_size=None")
    samples = _samples(dataset)
    if not samples:
        raise ValueError("Received an empty dataset. Argument `dataset` must be a non-empty list/tuple of `numpy.ndarray` objects "
                         "or `tf.data.Dataset` objects.")
    if shuffle:
        random.seed(random.randint(0, int(1e6)) if seed is None else seed)
        random.shuffle(samples)
    left, right = _check_sizes(left_size, right_size, len(samples))
    made = []
    for part in (samples[:left], samples[-right:]):
        # Numbers of one array are a list of numbers to Keras, whose dtypes are those of Python's.
        plain = isinstance(dataset, np.ndarray) and dataset.ndim == 1
        data = tf.data.Dataset.from_tensor_slices(np.array(part).tolist() if plain else _joined(part))
        if hasattr(dataset, "_batch_size"):
            data = data.batch(dataset._batch_size)
        made.append(data.prefetch(tf.data.AUTOTUNE))
    return tuple(made)


# ---- keras.preprocessing.sequence ----

class TimeseriesGenerator(PyDataset):
    """Batches of windows of a series, each with the target that follows it."""

    def __init__(self, data, targets, length, sampling_rate=1, stride=1, start_index=0, end_index=None, shuffle=False,
                 reverse=False, batch_size=128, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(targets):
            raise ValueError(f"Data and targets have to be of same length. Data length is {len(data)} while target length is "
                             f"{len(targets)}")
        self.data = data
        self.targets = targets
        self.length = length
        self.sampling_rate = sampling_rate
        self.stride = stride
        self.start_index = start_index + length
        self.end_index = len(data) - 1 if end_index is None else end_index
        self.shuffle = shuffle
        self.reverse = reverse
        self.batch_size = batch_size
        if self.start_index > self.end_index:
            raise ValueError(f"`start_index+length={self.start_index} > end_index={self.end_index}` is disallowed, as no part of "
                             "the sequence would be left to be used as current step.")

    def __len__(self):
        step = self.batch_size * self.stride
        return (self.end_index - self.start_index + step) // step

    def __getitem__(self, index):
        if self.shuffle:
            rows = np.random.randint(self.start_index, self.end_index + 1, size=self.batch_size)
        else:
            first = self.start_index + self.batch_size * self.stride * index
            rows = np.arange(first, min(first + self.batch_size * self.stride, self.end_index + 1), self.stride)
        samples = np.array([self.data[row - self.length:row:self.sampling_rate] for row in rows])
        targets = np.array([self.targets[row] for row in rows])
        return (samples[:, ::-1, ...] if self.reverse else samples), targets

    def get_config(self):
        import json
        config = {}
        for name, shown in (("data", "Data"), ("targets", "Targets")):
            values = getattr(self, name)
            if isinstance(values, np.ndarray):
                values = values.tolist()
            try:
                config[name] = json.dumps(values)
            except TypeError as error:
                raise TypeError(f"{shown} not JSON Serializable: {values}") from error
        for name in ("length", "sampling_rate", "stride", "start_index", "end_index", "shuffle", "reverse", "batch_size"):
            config[name] = getattr(self, name)
        return config

    def to_json(self, **kwargs):
        import json
        return json.dumps({"class_name": type(self).__name__, "config": self.get_config()}, **kwargs)


def make_sampling_table(size, sampling_factor=1e-5):
    """How likely the word of each rank is kept, by Zipf's law (Mikolov et al., word2vec)."""
    rank = np.arange(size)
    rank[0] = 1
    inverse = rank * (np.log(rank) + 0.577) + 0.5 - 1.0 / (12.0 * rank)
    kept = sampling_factor * inverse
    return np.minimum(1.0, kept / np.sqrt(kept))


def skipgrams(sequence, vocabulary_size, window_size=4, negative_samples=1.0, shuffle=True, categorical=False,
              sampling_table=None, seed=None):
    """([word, neighbour or random word], 1 or 0) of a sequence of words' numbers; 0 is no word."""
    yes, no = ([0, 1], [1, 0]) if categorical else (1, 0)
    couples = []
    for place, word in enumerate(sequence):
        if not word:
            continue
        if sampling_table is not None and sampling_table[word] < random.random():
            continue
        for near in range(max(0, place - window_size), min(len(sequence), place + window_size + 1)):
            if near != place and sequence[near]:
                couples.append([word, sequence[near]])
    labels = [yes for _ in couples]
    if negative_samples > 0:
        count = int(len(labels) * negative_samples)
        words = [couple[0] for couple in couples]
        random.shuffle(words)
        couples += [[words[i % len(words)], random.randint(1, vocabulary_size - 1)] for i in range(count)]
        labels += [no] * count
    if shuffle:
        if seed is None:
            seed = random.randint(0, 10000000)
        random.seed(seed)
        random.shuffle(couples)
        random.seed(seed)
        random.shuffle(labels)
    return couples, labels
