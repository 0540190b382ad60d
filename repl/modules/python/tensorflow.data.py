"""tf.data: pipelines of elements. An element is an array, or a tuple, list or dict of them; it comes out as tensors."""
import numpy as _np
import _tensorflow_errors as _errors
from _tensorflow_element import (TensorSpec, _array, _arrays, _call, _dtype, _first, _inner, _join, _map, _Rows, _shaped,
                                 _shuffled, _spec_of, _tensors)
from _tensorflow_steps import RarerSteps as _RarerSteps
from tensorflow import constant as _constant

AUTOTUNE = -1
INFINITE_CARDINALITY = -1
UNKNOWN_CARDINALITY = -2


def _shown_kinds(kinds):
    """Dtypes in their structure, as errors of generators show them."""
    if isinstance(kinds, dict):
        return "{" + ", ".join([f"{key!r}: {_shown_kinds(kind)}" for key, kind in kinds.items()]) + "}"
    if isinstance(kinds, (tuple, list)):
        return "(" + ", ".join([_shown_kinds(kind) for kind in kinds]) + ("," if len(kinds) == 1 else "") + ")"
    return f"tf.{_dtype(getattr(kinds, 'dtype', kinds)).name}"


class Dataset(_RarerSteps):
    """Elements one after the other: a pipeline that starts anew with each loop over it."""

    _name = "Dataset"

    def __init__(self, make, count, rows=None, spec=None, name="Dataset"):
        self._make = make
        self._count = count
        self._rows = rows
        self._spec = spec
        self._name = name

    # ---- sources

    @staticmethod
    def from_tensor_slices(tensors, name=None):
        arrays = _arrays(tensors)
        if _map(lambda array: array.ndim == 0, arrays) is True:
            raise ValueError("Unbatching a tensor is only supported for rank >= 1")
        length = len(_first(arrays))
        sizes = []
        _map(lambda array: sizes.append(len(array)), arrays)
        if any(size != length for size in sizes):
            raise ValueError(f"Dimensions {sizes[0]} and {[size for size in sizes if size != length][0]} are not compatible")
        rows = _Rows(arrays, lambda: range(length))
        spec = _map(lambda array: TensorSpec(array.shape[1:], array.dtype), arrays)
        return Dataset(lambda: (rows.at(place) for place in range(length)), length, rows, spec, "_TensorSliceDataset")

    @staticmethod
    def from_tensors(tensors, name=None):
        arrays = _arrays(tensors)
        return Dataset(lambda: iter([arrays]), 1, name="_TensorDataset")

    @staticmethod
    def from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None, name=None):
        if not callable(generator):
            raise TypeError("`generator` must be a Python callable.")
        if output_signature is None and output_types is None:
            raise TypeError("To specify the output signature you need to provide either the `output_signature` argument or "
                            "the `output_types` argument.")
        kinds = output_signature if output_signature is not None else output_types
        if output_signature is None:
            output_signature = _shaped(output_types, output_shapes)
            if output_shapes is not None:
                kinds = output_signature

        def convert(value, kind):
            if isinstance(kind, (tuple, list)):
                if not isinstance(value, (tuple, list)) or len(value) != len(kind):
                    raise refused("that did not match the expected structure. The expected structure was "
                                  f"{_shown_kinds(kinds)}, but the yielded element was {value}.")
                return tuple(convert(item, each) for item, each in zip(value, kind))
            if isinstance(kind, dict):
                if not isinstance(value, dict) or set(value) != set(kind):
                    raise refused("that did not match the expected structure. The expected structure was "
                                  f"{_shown_kinds(kinds)}, but the yielded element was {value}.")
                return {key: convert(value[key], kind[key]) for key in kind}
            dtype = _dtype(getattr(kind, "dtype", kind))
            if dtype.name == "string":
                return _array(value)
            try:
                made = _np.asarray(value, dtype=dtype.name)
            except (TypeError, ValueError):
                if hasattr(kind, "shape"):
                    raise refused(f"that could not be converted to the expected type. The expected type was "
                                  f"{dtype.name}, but the yielded "
                                  f"element was {value}.") from None
                made = None
            loses = made is not None and made.dtype.kind in "iu" and _np.asarray(value).dtype.kind == "f"
            if made is None or not hasattr(kind, "shape") and loses:
                raise refused("that did not match the expected structure. The expected structure was "
                              "TensorSpec(shape=<unknown>, "
                              f"dtype=tf.{dtype.name}, name=None), but the yielded element was {value}.")
            wanted = getattr(kind, "shape", None)
            if wanted is not None and (len(wanted) != made.ndim or any(
                    want is not None and want != have for want, have in zip(wanted, made.shape))):
                raise refused(f"of shape {made.shape} where an element of shape {tuple(wanted)} was expected.")
            return made

        def refused(text):
            count = []
            _map(count.append, kinds)
            return _errors.said_by(_errors.InvalidArgumentError, "IteratorGetNext", "TypeError: `generator` yielded "
                                                                                    "an element "
                                   + text + "\n", len(count))

        def make():
            for value in generator(*(args or ())):
                yield convert(value, kinds) if kinds is not None else _arrays(value)
        return Dataset(make, UNKNOWN_CARDINALITY, spec=output_signature, name="_FlatMapDataset")

    @staticmethod
    def range(*args, output_type=None, name=None):
        dtype = getattr(output_type, "name", output_type) or "int64"
        args = [int(value) for value in args]
        return Dataset(lambda: (_np.asarray(number, dtype=dtype) for number in range(*args)),
                       len(range(*args)), spec=TensorSpec((), dtype), name="_RangeDataset")

    @staticmethod
    def list_files(file_pattern, shuffle=None, seed=None, name=None):
        from _tensorflow_readers import list_files
        return list_files(file_pattern, True if shuffle is None else shuffle, seed)

    @staticmethod
    def random(seed=None, rerandomize_each_iteration=None, name=None):
        def make():
            source = _np.random.RandomState(seed) if seed is not None else _np.random
            while True:
                yield _np.asarray(source.randint(0, 2 ** 32 - 1), dtype="int64")
        return Dataset(make, INFINITE_CARDINALITY, spec=TensorSpec((), "int64"), name="_RandomDataset")

    @staticmethod
    def counter(start=0, step=1, dtype="int64", name=None):
        kind = getattr(dtype, "name", dtype)

        def make():
            number = int(start)
            while True:
                yield _np.asarray(number, dtype=kind)
                number += int(step)
        return Dataset(make, INFINITE_CARDINALITY, spec=TensorSpec((), kind), name="_CounterDataset")

    @staticmethod
    def choose_from_datasets(datasets, choice_dataset, stop_on_empty_dataset=True):
        def make():
            parts = [part._make() for part in datasets]
            for choice in choice_dataset._make():
                try:
                    yield next(parts[int(choice)])
                except StopIteration:
                    if stop_on_empty_dataset:
                        return
        return Dataset(make, UNKNOWN_CARDINALITY, spec=datasets[0].element_spec, name="_DirectedInterleaveDataset")

    @staticmethod
    def sample_from_datasets(datasets, weights=None, seed=None, stop_on_empty_dataset=False, rerandomize_each_iteration=None):
        chances = _np.ones(len(datasets)) if weights is None else _np.asarray(weights, dtype="float64")

        def make():
            source = _np.random.RandomState(seed) if seed is not None else _np.random
            parts, left = [part._make() for part in datasets], chances.copy()
            while left.sum() > 0:
                place = int(source.choice(len(parts), p=left / left.sum()))
                try:
                    yield next(parts[place])
                except StopIteration:
                    if stop_on_empty_dataset:
                        return
                    left[place] = 0
        return Dataset(make, UNKNOWN_CARDINALITY, spec=datasets[0].element_spec, name="_DirectedInterleaveDataset")

    @staticmethod
    def zip(*args, datasets=None, name=None):
        if not args and datasets is None:
            raise TypeError("Must pass at least one dataset to `zip`.")
        whole = datasets if datasets is not None else args[0] if len(args) == 1 else args
        parts = []

        def number(part):
            """The place of a dataset of the structure among all of them."""
            if not isinstance(part, Dataset):
                said = " but encountered object of type " + str(type(part)) if not isinstance(part, list) else (
                    ". Python `list` is not supported and you should use `tuple` instead")
                raise TypeError(f"Invalid input to `zip`. Inputs are expected to be (nested) structures of `tf.data.Dataset` "
                                f"objects{said}.")
            parts.append(part)
            return len(parts) - 1
        places = _map(number, whole)
        counts = [part._count for part in parts]
        finite = [count for count in counts if count != INFINITE_CARDINALITY]
        count = UNKNOWN_CARDINALITY if UNKNOWN_CARDINALITY in counts else min(finite) if finite else INFINITE_CARDINALITY

        def filled(items):
            return _map(lambda place: items[place], places)
        return Dataset(lambda: (filled(items) for items in zip(*[part._make() for part in parts])), count,
                       spec=lambda: filled([part.element_spec for part in parts]), name="_ZipDataset")

    # ---- steps

    @staticmethod
    def _new(make, count, name):
        return Dataset(make, count, name=name)

    def _same(self, make, count=None, name="Dataset"):
        return Dataset(make, self._count if count is None else count, spec=lambda: self.element_spec, name=name)

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=True, name=None):
        if isinstance(buffer_size, float):
            raise TypeError(f"Cannot convert {buffer_size!r} to EagerTensor of dtype int64")
        buffer_size = int(buffer_size)
        if buffer_size < 1:
            raise _errors.said_by(_errors.InvalidArgumentError, "ShuffleDatasetV3",
                                  "buffer_size must be greater than zero or UNKNOWN_CARDINALITY")
        fixed = seed if seed is not None else None if reshuffle_each_iteration else int(_np.random.randint(2 ** 31 - 1))
        lasting = _np.random.RandomState(seed) if seed is not None else _np.random

        def source():
            return lasting if reshuffle_each_iteration else _np.random.RandomState(fixed)
        if self._rows is not None:
            rows, order = self._rows, self._rows.order
            mixed = _Rows(rows.arrays, lambda: _shuffled(order(), buffer_size, source()))
            return Dataset(lambda: (rows.at(place) for place in mixed.order()), self._count, mixed, self._spec, "_ShuffleDataset")
        return self._same(lambda: _shuffled(self._make(), buffer_size, source()), name="_ShuffleDataset")

    def batch(self, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None):
        size = int(batch_size)
        if size < 1:
            raise _errors.said_by(_errors.InvalidArgumentError, "BatchDatasetV2", "Batch size must be greater than zero.")
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
            return Batched(lambda: (rows.at(_np.array(places)) for places in chunks(rows.order())), count, self, drop_remainder, size, num_parallel_calls)
        return Batched(lambda: (_join(items) for items in chunks(self._make())), count, self, drop_remainder, size, num_parallel_calls)

    def map(self, map_func, num_parallel_calls=None, deterministic=None, name=None, **options):
        def make():
            for element in self._make():
                made = _call(map_func, element)
                yield _arrays(tuple(made) if isinstance(made, list) else made)
        name = "_MapDataset" if num_parallel_calls is None else "_ParallelMapDataset"
        return Dataset(make, self._count, spec=lambda: self._mapped_spec(make), name=name)

    def _mapped_spec(self, make):
        """The spec of what a function makes: sizes that were those of a batch stay unknown."""
        for element in make():
            open_sizes = set()
            for given in self._make():
                flat = []
                _map(flat.append, _map(lambda item: item.shape[0] if getattr(item, "ndim", 0) else None, given))
                specs = []
                _map(specs.append, self.element_spec)
                for size, spec in zip(flat, specs):
                    dims = getattr(spec, "_dims", tuple)()
                    if size is not None and dims and dims[0] is None:
                        open_sizes.add(size)
                break

            def spec_of(value):
                made = _spec_of(value)
                if isinstance(made, TensorSpec) and made._dims() and made._dims()[0] in open_sizes:
                    return TensorSpec((None,) + made._dims()[1:], made.dtype)
                return made
            return _map(spec_of, element)
        return None

    def filter(self, predicate, name=None):
        return self._same(lambda: (item for item in self._make() if bool(_call(predicate, item))), UNKNOWN_CARDINALITY, "_FilterDataset")

    def take(self, count, name=None):
        count = int(count)

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
        return self._same(make, known, "_TakeDataset")

    def skip(self, count, name=None):
        def make():
            for place, element in enumerate(self._make()):
                if 0 <= count <= place:
                    yield element
        known = self._count if self._count < 0 else 0 if count < 0 else max(self._count - count, 0)
        return self._same(make, known, "_SkipDataset")

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
        return self._same(make, known, "_RepeatDataset")

    def prefetch(self, buffer_size=None, name=None):
        return Dataset(self._make, self._count, self._rows, lambda: self.element_spec, "_PrefetchDataset")

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
        return self._same(make, name="CacheDataset")

    def concatenate(self, dataset, name=None):
        def make():
            yield from self._make()
            yield from dataset._make()
        counts = (self._count, dataset._count)
        known = INFINITE_CARDINALITY if INFINITE_CARDINALITY in counts else UNKNOWN_CARDINALITY if UNKNOWN_CARDINALITY in counts else sum(counts)
        return self._same(make, known, "_ConcatenateDataset")

    def enumerate(self, start=0, name=None):
        return Dataset(lambda: ((_np.asarray(place, dtype="int64"), item) for place, item in enumerate(self._make(), start)),
                       self._count, spec=lambda: (TensorSpec((), "int64"), self.element_spec), name="_ZipDataset")

    def unbatch(self, name=None):
        def make():
            for element in self._make():
                for place in range(len(_first(element))):
                    yield _map(lambda array: _np.asarray(array[place], dtype=array.dtype), element)

        def spec():
            return _map(lambda part: TensorSpec(part._dims()[1:], part.dtype), self.element_spec)
        known = UNKNOWN_CARDINALITY
        if isinstance(self, Batched) and self._size is not None and self._count >= 0:
            known = self._count * self._size
        return Dataset(make, known, spec=spec, name="_UnbatchDataset")

    def shard(self, num_shards, index, name=None):
        if index >= num_shards:
            raise _errors.said_by(_errors.InvalidArgumentError, "ShardDataset",
                                  f"Index must be between 0 and {num_shards - 1} (currently index = {index}).")
        known = self._count if self._count < 0 else len(range(index, self._count, num_shards))
        return self._same(lambda: (item for place, item in enumerate(self._make()) if place % num_shards == index),
                          known, "_ShardDataset")

    def flat_map(self, map_func, name=None):
        def make():
            for element in self._make():
                yield from _inner(map_func, element)._make()
        return Dataset(make, UNKNOWN_CARDINALITY, name="_FlatMapDataset")

    def interleave(self, map_func, cycle_length=None, block_length=None, num_parallel_calls=None, deterministic=None, name=None):
        from os import cpu_count
        width = cycle_length if cycle_length is not None and cycle_length > 0 else min(cpu_count() or 1, 10)
        block = block_length or 1

        def make():
            source = self._make()
            running, ended, place = [None] * width, False, 0
            while True:
                if running[place] is None and not ended:
                    try:
                        running[place] = _inner(map_func, next(source))._make()
                    except StopIteration:
                        ended = True
                if running[place] is not None:
                    given = 0
                    for element in running[place]:
                        yield element
                        given += 1
                        if given == block:
                            break
                    if given < block:
                        running[place] = None
                elif ended and not any(part is not None for part in running):
                    return
                place = (place + 1) % width
        kind = "_InterleaveDataset" if num_parallel_calls is None else "_ParallelInterleaveDataset"
        return Dataset(make, UNKNOWN_CARDINALITY, name=kind)

    def padded_batch(self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False, name=None):
        from _tensorflow_readers import check_padding, padded
        check_padding(self.element_spec, padded_shapes)
        size = int(batch_size)
        count = self._count if self._count < 0 else self._count // size if drop_remainder else -(-self._count // size)

        def make():
            held = []
            for element in self._make():
                held.append(element)
                if len(held) == size:
                    yield padded(held, padded_shapes, padding_values)
                    held = []
            if held and not drop_remainder:
                yield padded(held, padded_shapes, padding_values)

        def spec():
            def open_all(part):
                return TensorSpec((size if drop_remainder else None,) + (None,) * len(part._dims()), part.dtype)
            return _map(open_all, self.element_spec)
        return Dataset(make, count, spec=spec, name="_PaddedBatchDataset")

    def apply(self, transformation_func, name=None):
        return transformation_func(self)

    # ---- reading

    def __iter__(self):
        return _Iterator(self)

    def as_numpy_iterator(self):
        for element in self._make():
            yield _map(_plain, element)

    def get_single_element(self, name=None):
        found = []
        for element in self.take(2):
            found.append(element)
        if len(found) != 1:
            raise _errors.said_by(_errors.InvalidArgumentError, "DatasetToSingleElement", "Dataset was empty." if not found else
                                  "Dataset had more than one element.", 1)
        return found[0]

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
        if callable(self._spec):
            self._spec = self._spec()
        if self._spec is None:
            for element in self._make():
                self._spec = _map(_spec_of, element)
                break
        return self._spec

    def __repr__(self):
        return f"<{self._name} element_spec={self.element_spec}>"

    __str__ = __repr__


class _Iterator:
    """One pass over a dataset."""

    def __init__(self, dataset):
        self._items = dataset._make()
        self.element_spec = None

    def __iter__(self):
        return self

    def __next__(self):
        return _tensors(next(self._items))

    def get_next(self):
        try:
            return self.__next__()
        except StopIteration:
            raise _errors.said_by(_errors.OutOfRangeError, "IteratorGetNext", "End of sequence", 1) from None


def _plain(value):
    if isinstance(value, Dataset) or hasattr(value, "to_tensor"):
        return value
    return value if value.ndim else value[()]


class Batched(Dataset):
    """Elements put together; the last one may be shorter, which its spec shows as None."""

    def __init__(self, make, count, source, drop_remainder, size, parallel=None):
        Dataset.__init__(self, make, count, spec=self._batch_spec,
                         name="_BatchDataset" if parallel is None else "_ParallelBatchDataset")
        self._source = source
        self._size = size if drop_remainder else None
        self._batch_size = size

    def _batch_spec(self):
        return _map(lambda spec: TensorSpec((self._size,) + spec._dims(), spec.dtype), self._source.element_spec)


class Options:
    """Settings of a pipeline, which change nothing here."""

    def __init__(self):
        self.deterministic = None
        self.experimental_deterministic = None
        self.autotune = _Settings()
        self.threading = _Settings()
        self.experimental_optimization = _Settings()
        self.experimental_distribute = _Settings()


class _Settings:
    """Names that may be set."""


class TextLineDataset(Dataset):
    """The lines of text files."""

    def __init__(self, filenames, compression_type=None, buffer_size=None, num_parallel_reads=None, name=None):
        from _tensorflow_readers import lines
        Dataset.__init__(self, lambda: lines(filenames, compression_type), UNKNOWN_CARDINALITY,
                         spec=TensorSpec((), "string"), name="TextLineDatasetV2")


class TFRecordDataset(Dataset):
    """Files of TensorFlow's records, which are not read."""

    def __init__(self, filenames, **options):
        raise NotImplementedError("tf.data.TFRecordDataset is not there: files of TensorFlow's records are not read")


FixedLengthRecordDataset = TFRecordDataset


class experimental:
    """tf.data.experimental."""
    AUTOTUNE = AUTOTUNE
    INFINITE_CARDINALITY = INFINITE_CARDINALITY
    UNKNOWN_CARDINALITY = UNKNOWN_CARDINALITY

    @staticmethod
    def cardinality(dataset):
        return dataset.cardinality()

    @staticmethod
    def assert_cardinality(expected_cardinality):
        return lambda dataset: dataset._same(dataset._make, int(expected_cardinality), "_AssertCardinalityDataset")

    @staticmethod
    def Counter(start=0, step=1, dtype="int64"):
        return Dataset.counter(start, step, dtype)

    @staticmethod
    def get_single_element(dataset):
        return dataset.get_single_element()

    @staticmethod
    def make_csv_dataset(file_pattern, batch_size, **options):
        from _tensorflow_readers import make_csv_dataset
        return make_csv_dataset(file_pattern, batch_size, **options)

    @staticmethod
    def CsvDataset(filenames, record_defaults, **options):
        from _tensorflow_readers import csv_dataset
        return csv_dataset(filenames, record_defaults, **options)
