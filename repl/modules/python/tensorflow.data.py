"""tf.data: pipelines of elements. An element is an array, or a tuple, list or dict of them; it comes out as tensors."""
import numpy as _np
from tensorflow import constant as _constant

AUTOTUNE = -1
INFINITE_CARDINALITY = -1
UNKNOWN_CARDINALITY = -2


class TensorSpec:
    """The shape and dtype of a part of an element."""

    def __init__(self, shape, dtype="float32", name=None):
        self.shape = tuple(shape)
        self.dtype = dtype
        self.name = name

    def __repr__(self):
        dtype = getattr(self.dtype, "name", self.dtype)
        return f"TensorSpec(shape={self.shape}, dtype=tf.{dtype}, name={self.name!r})"


def _map(function, value):
    if isinstance(value, dict):
        return {key: _map(function, item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_map(function, item) for item in value)
    return function(value)


def _first(value):
    while isinstance(value, (dict, tuple)):
        value = next(iter(value.values() if isinstance(value, dict) else value))
    return value


def _array(value):
    if isinstance(value, Dataset):
        return value
    if hasattr(value, "dtype"):
        return _np.asarray(value)
    if hasattr(value, "to_numpy"):
        return value.to_numpy()
    return _constant(value).numpy()


def _arrays(value):
    return _map(_array, value)


def _tensors(value):
    return _map(lambda item: item if isinstance(item, Dataset) else _constant(item), value)


def _join(items):
    """Elements of one structure as one, with a dimension more."""
    first = items[0]
    if isinstance(first, dict):
        return {key: _join([item[key] for item in items]) for key in first}
    if isinstance(first, tuple):
        return tuple(_join([item[place] for item in items]) for place in range(len(first)))
    return _np.stack(items)


def _call(function, element):
    if isinstance(element, tuple):
        return function(*_tensors(element))
    return function(_tensors(element))


class _Rows:
    """Elements that are rows of arrays, in an order that is made anew for each pass."""

    def __init__(self, arrays, order):
        self.arrays = arrays
        self.order = order

    def at(self, places):
        return _map(lambda array: array[places], self.arrays)


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


class Dataset:
    """Elements one after the other: a pipeline that starts anew with each loop over it."""

    def __init__(self, make, count, rows=None, spec=None):
        self._make = make
        self._count = count
        self._rows = rows
        self._spec = spec

    # ---- sources

    @staticmethod
    def from_tensor_slices(tensors, name=None):
        arrays = _arrays(tensors)
        length = len(_first(arrays))
        sizes = []
        _map(lambda array: sizes.append(len(array)), arrays)
        if any(size != length for size in sizes):
            raise ValueError(f"Dimensions {sizes[0]} and {[size for size in sizes if size != length][0]} are not compatible")
        rows = _Rows(arrays, lambda: range(length))
        return Dataset(lambda: (rows.at(place) for place in range(length)), length, rows)

    @staticmethod
    def from_tensors(tensors, name=None):
        arrays = _arrays(tensors)
        return Dataset(lambda: iter([arrays]), 1)

    @staticmethod
    def from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None, name=None):
        kinds = output_signature if output_signature is not None else output_types

        def convert(value, kind):
            if isinstance(kind, (tuple, list)):
                return tuple(convert(item, each) for item, each in zip(value, kind))
            if isinstance(kind, dict):
                return {key: convert(value[key], kind[key]) for key in kind}
            dtype = getattr(kind, "dtype", kind)
            return _np.asarray(value, dtype=getattr(dtype, "name", dtype))

        def make():
            for value in generator(*(args or ())):
                yield convert(value, kinds) if kinds is not None else _arrays(value)
        return Dataset(make, UNKNOWN_CARDINALITY, spec=output_signature)

    @staticmethod
    def range(*args, output_type=None, name=None):
        dtype = getattr(output_type, "name", output_type) or "int64"
        return Dataset(lambda: (_np.asarray(number, dtype=dtype) for number in range(*args)), len(range(*args)))

    @staticmethod
    def zip(*args, datasets=None, name=None):
        parts = datasets if datasets is not None else args[0] if len(args) == 1 and not isinstance(args[0], Dataset) else args
        counts = [part._count for part in parts]
        finite = [count for count in counts if count != INFINITE_CARDINALITY]
        count = UNKNOWN_CARDINALITY if UNKNOWN_CARDINALITY in counts else min(finite) if finite else INFINITE_CARDINALITY
        return Dataset(lambda: zip(*[part._make() for part in parts]), count)

    # ---- steps

    def _same(self, make, count=None):
        return Dataset(make, self._count if count is None else count, spec=self._spec)

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=True, name=None):
        if buffer_size < 1:
            raise ValueError(f"buffer_size must be greater than zero, but got {buffer_size}")
        fixed = seed if seed is not None else None if reshuffle_each_iteration else int(_np.random.randint(2 ** 31 - 1))
        lasting = _np.random.RandomState(seed) if seed is not None else _np.random

        def source():
            return lasting if reshuffle_each_iteration else _np.random.RandomState(fixed)
        if self._rows is not None:
            rows, order = self._rows, self._rows.order
            mixed = _Rows(rows.arrays, lambda: _shuffled(order(), buffer_size, source()))
            return Dataset(lambda: (rows.at(place) for place in mixed.order()), self._count, mixed, self._spec)
        return self._same(lambda: _shuffled(self._make(), buffer_size, source()))

    def batch(self, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None):
        size = int(batch_size)
        if size < 1:
            raise ValueError(f"Batch size must be greater than zero, but got {size}.")
        count = self._count
        if count >= 0:
            count = count // size if drop_remainder else -(-count // size)

        def chunks(items):
            held = []
            for item in items:
                held.append(item)
                if len(held) == size:
                    yield held
                    held = []
            if held and not drop_remainder:
                yield held
        if self._rows is not None:
            rows = self._rows
            return Batched(lambda: (rows.at(_np.array(places)) for places in chunks(rows.order())), count, self, drop_remainder, size)
        return Batched(lambda: (_join(items) for items in chunks(self._make())), count, self, drop_remainder, size)

    def map(self, map_func, num_parallel_calls=None, deterministic=None, name=None, **options):
        def make():
            for element in self._make():
                made = _call(map_func, element)
                yield _arrays(tuple(made) if isinstance(made, list) else made)
        return Dataset(make, self._count)

    def filter(self, predicate, name=None):
        return self._same(lambda: (item for item in self._make() if bool(_call(predicate, item))), UNKNOWN_CARDINALITY)

    def take(self, count, name=None):
        def make():
            left = count
            if left == 0:
                return
            for element in self._make():
                yield element
                left -= 1
                if left == 0:
                    return
        if count < 0 or self._count == UNKNOWN_CARDINALITY:
            known = self._count
        else:
            known = count if self._count == INFINITE_CARDINALITY else min(count, self._count)
        return self._same(make, known)

    def skip(self, count, name=None):
        def make():
            for place, element in enumerate(self._make()):
                if 0 <= count <= place:
                    yield element
        known = self._count if self._count < 0 else 0 if count < 0 else max(self._count - count, 0)
        return self._same(make, known)

    def repeat(self, count=None, name=None):
        endless = count is None or count < 0

        def make():
            done = 0
            while endless or done < count:
                empty = True
                for element in self._make():
                    empty = False
                    yield element
                done += 1
                if empty:
                    return
        if self._count == UNKNOWN_CARDINALITY:
            known = self._count
        else:
            known = INFINITE_CARDINALITY if endless and self._count else self._count * (count or 0) if self._count > 0 else self._count
        return self._same(make, known)

    def prefetch(self, buffer_size=None, name=None):
        return self

    def with_options(self, options, name=None):
        return self

    def cache(self, filename="", name=None):
        if filename:
            raise NotImplementedError("cache() to a file is not implemented")
        kept = []

        def make():
            if kept:
                yield from kept[0]
                return
            items = []
            for element in self._make():
                items.append(element)
                yield element
            kept.append(items)
        return self._same(make)

    def concatenate(self, dataset, name=None):
        def make():
            yield from self._make()
            yield from dataset._make()
        counts = (self._count, dataset._count)
        known = INFINITE_CARDINALITY if INFINITE_CARDINALITY in counts else UNKNOWN_CARDINALITY if UNKNOWN_CARDINALITY in counts else sum(counts)
        return self._same(make, known)

    def enumerate(self, start=0, name=None):
        return Dataset(lambda: ((_np.asarray(place, dtype="int64"), item) for place, item in enumerate(self._make(), start)), self._count)

    def unbatch(self, name=None):
        def make():
            for element in self._make():
                for place in range(len(_first(element))):
                    yield _map(lambda array: array[place], element)
        return Dataset(make, UNKNOWN_CARDINALITY)

    def shard(self, num_shards, index, name=None):
        known = self._count if self._count < 0 else len(range(index, self._count, num_shards))
        return self._same(lambda: (item for place, item in enumerate(self._make()) if place % num_shards == index), known)

    def flat_map(self, map_func, name=None):
        def make():
            for element in self._make():
                yield from _call(map_func, element)._make()
        return Dataset(make, UNKNOWN_CARDINALITY)

    def interleave(self, map_func, cycle_length=None, block_length=None, num_parallel_calls=None, deterministic=None, name=None):
        raise NotImplementedError("Dataset.interleave() is not implemented")

    def padded_batch(self, *args, **kwargs):
        raise NotImplementedError("Dataset.padded_batch() is not implemented")

    def window(self, size, shift=None, stride=1, drop_remainder=False, name=None):
        step = size if shift is None else shift

        def part(items):
            return Dataset(lambda: iter(items), len(items))

        def make():
            held = []
            reach = (size - 1) * stride + 1
            skip = 0
            for element in self._make():
                if skip:
                    skip -= 1
                    continue
                held.append(element)
                if len(held) == max(reach, step):
                    yield self._window(held[:reach:stride], part)
                    held = held[step:]
                elif len(held) > reach and len(held) >= step:
                    held = held[step:]
            while held and not drop_remainder:
                yield self._window(held[:reach:stride], part)
                held = held[step:]
        return Dataset(make, UNKNOWN_CARDINALITY if self._count < 0 else self._windows(size, step, stride, drop_remainder))

    def _windows(self, size, step, stride, drop_remainder):
        reach = (size - 1) * stride + 1
        if drop_remainder:
            return max((self._count - reach) // step + 1, 0) if self._count >= reach else 0
        return -(-self._count // step)

    @staticmethod
    def _window(items, part):
        first = items[0]
        if isinstance(first, tuple):
            return tuple(part([item[place] for item in items]) for place in range(len(first)))
        if isinstance(first, dict):
            return {key: part([item[key] for item in items]) for key in first}
        return part(items)

    def apply(self, transformation_func, name=None):
        return transformation_func(self)

    def reduce(self, initial_state, reduce_func, name=None):
        state = _tensors(_arrays(initial_state))
        for element in self:
            state = reduce_func(state, element)
        return state

    # ---- reading

    def __iter__(self):
        for element in self._make():
            yield _tensors(element)

    def as_numpy_iterator(self):
        for element in self._make():
            yield _map(lambda array: array if array.ndim else array[()], _map(_np.asarray, element))

    def get_single_element(self, name=None):
        return next(iter(self))

    def cardinality(self, name=None):
        return _constant(_np.asarray(self._count, dtype="int64"))

    def __len__(self):
        if self._count == INFINITE_CARDINALITY:
            raise TypeError("The dataset is infinite.")
        if self._count == UNKNOWN_CARDINALITY:
            raise TypeError("The dataset length is unknown.")
        return self._count

    def __bool__(self):
        return True

    @property
    def element_spec(self):
        if self._spec is None:
            for element in self._make():
                self._spec = _map(lambda array: TensorSpec(array.shape, array.dtype), element)
                break
        return self._spec

    def __repr__(self):
        return f"<_{type(self).__name__}Dataset element_spec={self.element_spec}>"


class Batched(Dataset):
    """Elements put together; the last one may be shorter, which its spec shows as None."""

    def __init__(self, make, count, source, drop_remainder, size):
        Dataset.__init__(self, make, count)
        self._source = source
        self._size = size if drop_remainder else None

    @property
    def element_spec(self):
        return _map(lambda spec: TensorSpec((self._size,) + spec.shape, spec.dtype), self._source.element_spec)


class Options:
    """Settings of a pipeline, which change nothing here."""


class _Experimental:
    AUTOTUNE = AUTOTUNE
    INFINITE_CARDINALITY = INFINITE_CARDINALITY
    UNKNOWN_CARDINALITY = UNKNOWN_CARDINALITY

    @staticmethod
    def cardinality(dataset):
        return dataset.cardinality()


experimental = _Experimental
