"""tensorflow_datasets.load for the sets that keras.datasets has: nothing is downloaded."""
import numpy as _np

_KNOWN = ("mnist", "fashion_mnist", "cifar10", "cifar100")


class _ClassLabel:
    def __init__(self, count):
        self.num_classes = count
        self.names = [str(number) for number in range(count)]

    def int2str(self, number):
        return self.names[int(number)]


class _Split:
    def __init__(self, count):
        self.num_examples = count


class _Info:
    def __init__(self, name, parts):
        self.name = name
        self.features = {"label": _ClassLabel(100 if name == "cifar100" else 10)}
        self.splits = {part: _Split(len(arrays[0])) for part, arrays in parts.items()}


def _part(parts, text):
    """The arrays of 'train', 'train[:80%]', 'test[10:20]', 'train+test'."""
    found = []
    for piece in text.split("+"):
        name, _, bounds = piece.partition("[")
        if name not in parts:
            raise ValueError(f'Unknown split "{name}". Should be one of {list(parts)}.')
        arrays = parts[name]
        if bounds:
            count = len(arrays[0])
            ends = []
            for bound in bounds.rstrip("]").split(":"):
                ends.append(None if not bound else round(int(bound[:-1]) * count / 100) if bound.endswith("%") else int(bound))
            arrays = tuple(array[ends[0]:ends[1]] for array in arrays)
        found.append(arrays)
    return tuple(_np.concatenate([arrays[place] for arrays in found]) for place in (0, 1))


def load(name, split=None, data_dir=None, batch_size=None, shuffle_files=False, download=True, as_supervised=False,
         with_info=False, **options):
    if name.partition(":")[0] not in _KNOWN:
        error = ModuleNotFoundError(f"tensorflow_datasets has no {name!r} here: nnsh downloads nothing; there are "
                                    f"{', '.join(_KNOWN)}, keras.datasets.imdb and keras.datasets.reuters")
        raise error
    if options:
        raise NotImplementedError(f"tensorflow_datasets.load(): {', '.join(options)} is not there")
    import importlib
    import tensorflow as tf
    name = name.partition(":")[0]
    (x_train, y_train), (x_test, y_test) = importlib.import_module("keras.datasets." + name).load_data()
    parts = {}
    for part, x, y in (("train", x_train, y_train), ("test", x_test, y_test)):
        parts[part] = (x[..., None] if x.ndim == 3 else x, y.reshape(-1).astype("int64"))

    def made(text):
        image, label = _part(parts, text)
        data = tf.data.Dataset.from_tensor_slices((image, label) if as_supervised else {"image": image, "label": label})
        return data if batch_size is None else data.batch(batch_size)
    if split is None:
        found = {part: made(part) for part in parts}
    elif isinstance(split, (list, tuple)):
        found = [made(text) for text in split]
    else:
        found = made(split)
    return (found, _Info(name, parts)) if with_info else found


def as_numpy(dataset):
    return dataset.as_numpy_iterator() if hasattr(dataset, "as_numpy_iterator") else dataset.numpy()


def disable_progress_bar():
    """There is none."""
