"""What the elements of tf.data are made of: their parts, shapes and dtypes, and how they are joined."""
import numpy as _np
import _tensorflow_errors as _errors
from tensorflow import constant as _constant


class TensorSpec:
    """The shape and dtype of a part of an element."""

    def __init__(self, shape, dtype="float32", name=None):
        from tensorflow import TensorShape
        self.shape = None if shape is None else TensorShape(shape)
        self.dtype = _dtype(dtype)
        self.name = name

    def __repr__(self):
        return f"TensorSpec(shape={'<unknown>' if self.shape is None else self.shape}, dtype={self.dtype!r}, name={self.name!r})"

    def __eq__(self, other):
        return isinstance(other, TensorSpec) and (self.shape, self.dtype) == (other.shape, other.dtype)

    def _dims(self):
        return () if self.shape is None else tuple(self.shape)


class DatasetSpec:
    """What a dataset in an element holds."""

    def __init__(self, element_spec, dataset_shape=()):
        self.element_spec = element_spec

    def __repr__(self):
        return f"DatasetSpec({self.element_spec!r}, TensorShape([]))"


def _dtype(dtype):
    """TensorFlow's dtype of a dtype or of a name."""
    import tensorflow as tf
    if isinstance(dtype, tf.DType):
        return dtype
    name = "string" if dtype in (str, object) or getattr(dtype, "kind", "") in ("O", "U", "S") else _np.dtype(dtype).name if dtype != "string" else dtype
    return getattr(tf, name)


def _spec_of(value):
    if hasattr(value, "as_numpy_iterator"):
        return DatasetSpec(value.element_spec)
    return TensorSpec(value.shape, value.dtype)


def _is_whole(value):
    """Datasets and ragged tensors in an element stay as they are."""
    return hasattr(value, "as_numpy_iterator") or hasattr(value, "to_tensor")


def _map(function, value):
    if isinstance(value, dict):
        made = {key: _map(function, item) for key, item in value.items()}
        return made if type(value) is dict else type(value)(made)
    if isinstance(value, tuple):
        return tuple(_map(function, item) for item in value)
    return function(value)


def _first(value):
    while isinstance(value, (dict, tuple)):
        value = next(iter(value.values() if isinstance(value, dict) else value))
    return value


def _array(value):
    if _is_whole(value):
        return value
    if hasattr(value, "dtype") and not hasattr(value, "to_numpy"):
        return _texts(_np.asarray(value))
    if hasattr(value, "to_numpy"):
        return _texts(value.to_numpy())
    if isinstance(value, list) and value and isinstance(value[0], list) and len(set(map(_length, value))) > 1:
        raise ValueError("Can't convert non-rectangular Python sequence to Tensor.")
    return _np.asarray(_constant(value).numpy())


def _length(value):
    return len(value) if hasattr(value, "__len__") else -1


def _texts(array):
    """Texts as TensorFlow keeps them: objects that are bytes."""
    return _np.asarray(_constant(array)) if array.dtype.kind in "USO" else array


def _arrays(value):
    return _map(_array, value)


def _tensors(value):
    return _map(lambda item: item if _is_whole(item) else _constant(item), value)


def _join(items):
    """Elements of one structure as one, with a dimension more."""
    first = items[0]
    if isinstance(first, dict):
        return {key: _join([item[key] for item in items]) for key in first}
    if isinstance(first, tuple):
        return tuple(_join([item[place] for item in items]) for place in range(len(first)))
    if hasattr(first, "to_tensor"):
        raise NotImplementedError("ragged tensors cannot be batched: make tensors of them with to_tensor()")
    for item in items:
        if item.shape != first.shape:
            if item.ndim == first.ndim == 1 and len(items) > 1:
                raise _errors.said_by(
                    _errors.InvalidArgumentError, "IteratorGetNext", "Cannot add tensor to the batch: number of elements does not "
                    f"match. Shapes are: [tensor]: {_sizes(item)}, [batch]: {_sizes(first)}", 1)
            raise _errors.said_by(
                _errors.InvalidArgumentError, "IteratorGetNext", "Cannot batch tensors with different shapes in component 0. "
                f"First element had shape {_sizes(first)} and element {[each.shape == first.shape for each in items].index(False)}"
                f" had shape {_sizes(item)}.", 1)
    return _np.stack(items)


def _sizes(array):
    return "[" + ",".join(str(size) for size in array.shape) + "]"


def _call(function, element):
    if isinstance(element, tuple):
        return function(*_tensors(element))
    return function(_tensors(element))


def _inner(function, element):
    made = _call(function, element)
    if not hasattr(made, "as_numpy_iterator"):
        raise TypeError(f"The `map_func` argument must return a `Dataset` object. Got "
                        f"{tuple if isinstance(made, list) else type(made)}.")
    return made


def _shaped(types, shapes):
    """Specs of from_generator's older arguments."""
    if isinstance(types, (tuple, list)):
        return tuple(_shaped(kind, None if shapes is None else shapes[place]) for place, kind in enumerate(types))
    if isinstance(types, dict):
        return {key: _shaped(types[key], None if shapes is None else shapes[key]) for key in types}
    return TensorSpec(shapes, types)


class _Rows:
    """Elements that are rows of arrays, in an order that is made anew for each pass."""

    def __init__(self, arrays, order):
        self.arrays = arrays
        self.order = order

    def at(self, places):
        return _map(lambda array: array[places] if array.dtype != object else _np.asarray(array[places], dtype=object), self.arrays)


def _shuffled(items, size, random):
    """Each comes from a buffer of `size` of those that are next."""
    buffer = []
    for item in items:
        buffer.append(item)
        if len(buffer) >= size:
            place = int(random.randint(len(buffer)))
            buffer[place], buffer[-1] = buffer[-1], buffer[place]
            yield buffer.pop()
    for place in random.permutation(len(buffer)):
        yield buffer[int(place)]
