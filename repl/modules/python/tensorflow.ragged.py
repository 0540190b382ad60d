"""tf.ragged and tf.RaggedTensor: rows of different lengths."""
import builtins as _builtins

import numpy as _np
from _keras import array as _array, is_tensor as _is_tensor, make as _make


def _row(items, dtype):
    if dtype == "string":
        made = _np.empty(len(items), dtype=object)
        for place, item in enumerate(items):
            made[place] = item
        return _make(made)
    return _make(_np.array(items, dtype=dtype))


class RaggedTensor:
    """Rows one after the other, and where each begins. Rows may be ragged again."""

    def __init__(self, values, row_splits):
        self.values = values
        self._splits = row_splits

    @staticmethod
    def of_rows(rows, dtype):
        splits = [0]
        for row in rows:
            splits.append(splits[-1] + len(row))
        flat = [item for row in rows for item in row]
        if any(isinstance(item, (list, tuple)) for item in flat):
            return RaggedTensor(RaggedTensor.of_rows(flat, dtype), splits)
        return RaggedTensor(_row(flat, dtype), splits)

    @classmethod
    def from_row_splits(cls, values, row_splits, name=None, validate=True):
        return cls(values if isinstance(values, RaggedTensor) or _is_tensor(values) else _make(values),
                   [int(place) for place in _array(row_splits)])

    @classmethod
    def from_row_lengths(cls, values, row_lengths, name=None, validate=True):
        return cls.from_row_splits(values, _np.concatenate([[0], _np.cumsum(_array(row_lengths))]))

    @classmethod
    def from_tensor(cls, tensor, lengths=None, padding=None, name=None, **other):
        table = _array(tensor)
        kind = "string" if table.dtype == object else str(table.dtype)
        rows = table.tolist()
        if lengths is not None:
            rows = [row[:int(length)] for row, length in zip(rows, _array(lengths))]
        elif padding is not None:
            for row in rows:
                while row and row[-1] == padding:
                    row.pop()
        return cls.of_rows(rows, kind)

    def with_values(self, values):
        return RaggedTensor(values, self._splits)

    def rows(self):
        """The rows as lists of Python's values."""
        inner = self.values.rows() if isinstance(self.values, RaggedTensor) else _array(self.values).tolist()
        return [inner[a:b] for a, b in zip(self._splits, self._splits[1:])]

    to_list = rows

    @property
    def dtype(self):
        return self.values.dtype

    @property
    def flat_values(self):
        return self.values.flat_values if isinstance(self.values, RaggedTensor) else self.values

    @property
    def row_splits(self):
        return _make(_np.array(self._splits, dtype="int64"))

    @property
    def ragged_rank(self):
        return 1 + (self.values.ragged_rank if isinstance(self.values, RaggedTensor) else 0)

    @property
    def shape(self):
        from tensorflow import TensorShape
        inner = list(self.values.shape)[1:]
        return TensorShape([len(self), None] + inner)

    def row_lengths(self, axis=1, name=None):
        return _make(_np.diff(_np.array(self._splits, dtype="int64")))

    def nrows(self, out_type="int64", name=None):
        return _make(_np.array(len(self), dtype="int64"))

    def bounding_shape(self, axis=None, name=None, out_type="int64"):
        return _make(_np.array(self.to_tensor().shape.as_list(), dtype="int64"))

    def to_tensor(self, default_value=None, name=None, shape=None):
        kind = str(getattr(self.dtype, "name", self.dtype))
        if default_value is None:
            default_value = b"" if kind == "string" else 0
        elif isinstance(default_value, str):
            default_value = default_value.encode()
        parts = [part for part in self]
        if isinstance(self.values, RaggedTensor):
            parts = [part.to_tensor(default_value) for part in parts]
        parts = [_array(part) for part in parts]
        inner = tuple(max([part.shape[axis] for part in parts], default=0) for axis in _builtins.range(parts[0].ndim)) if parts else (0,)
        sizes = [len(parts)] + list(inner)
        for axis, size in enumerate(shape or ()):
            if size is not None and size >= 0:
                sizes[axis] = int(size)
        made = _np.full(sizes, default_value, dtype=object if kind == "string" else kind)
        for place, part in enumerate(parts[:sizes[0]]):
            cut = part[tuple(slice(0, size) for size in sizes[1:])]
            made[(place,) + tuple(slice(0, size) for size in cut.shape)] = cut
        return _make(made)

    def numpy(self):
        rows = [part.numpy() for part in self]
        made = _np.empty(len(rows), dtype=object)
        for place, row in enumerate(rows):
            made[place] = row
        return made

    def __len__(self):
        return len(self._splits) - 1

    def __getitem__(self, key):
        if isinstance(key, tuple):
            if isinstance(key[0], slice):
                picked = self[key[0]]
                if len(key) == 2 and isinstance(key[1], slice):
                    return RaggedTensor.of_rows([row[key[1]] for row in picked.rows()], str(getattr(self.dtype, "name", self.dtype)))
                raise NotImplementedError("only slices of the rows and of what is in them are there for ragged tensors")
            return self[key[0]][key[1:] if len(key) > 2 else key[1]]
        if isinstance(key, slice):
            pairs = list(zip(self._splits, self._splits[1:]))[key]
            return RaggedTensor.of_rows([self.values_between(a, b) for a, b in pairs], str(getattr(self.dtype, "name", self.dtype)))
        at = int(key)
        if at >= len(self):
            raise IndexError(f"Row key {at} out of bounds")
        if at < -len(self):
            import _tensorflow_errors
            raise _tensorflow_errors.said_by(_tensorflow_errors.InvalidArgumentError, "StridedSlice",
                                             f"slice index {at + len(self)} of dimension 0 out of "
                                             f"bounds.", named="strided_slice/")
        at %= len(self)
        return self.values[self._splits[at]:self._splits[at + 1]]

    def values_between(self, start, end):
        return self.values.rows()[start:end] if isinstance(self.values, RaggedTensor) else _array(self.values)[start:end].tolist()

    def __iter__(self):
        for place in _builtins.range(len(self)):
            yield self[place]

    def __repr__(self):
        return f"<tf.RaggedTensor {self.rows()}>"

    __str__ = __repr__


def constant(pylist, dtype=None, ragged_rank=None, inner_shape=None, name=None, row_splits_dtype="int64"):
    if inner_shape is not None:
        raise NotImplementedError("tf.ragged.constant(inner_shape=) is not there")
    flat = _leaves(pylist)
    kind = getattr(dtype, "name", dtype)
    if kind is None:
        kind = ("string" if flat and isinstance(flat[0], (str, bytes)) else
                "float32" if any(isinstance(item, float) for item in flat) or not flat else "int32")
    if not any(isinstance(item, (list, tuple)) for item in pylist):
        return _make(_encoded(list(pylist)))
    return RaggedTensor.of_rows(_encoded(pylist), kind)


def _encoded(items):
    return [_encoded(item) if isinstance(item, (list, tuple)) else item.encode() if isinstance(item, str) else item
            for item in items]


def _leaves(items):
    return [leaf for item in items for leaf in (_leaves(item) if isinstance(item, (list, tuple)) else [item])]


def stack(values, axis=0, name=None):
    if axis != 0:
        raise NotImplementedError("tf.ragged.stack() is there for axis=0")
    kind = str(getattr(values[0].dtype, "name", values[0].dtype))
    return RaggedTensor.of_rows([_array(value).tolist() for value in values], kind)


def range(starts, limits=None, deltas=1, dtype=None, name=None):
    starts, limits = (_array(0), _array(starts)) if limits is None else (_array(starts), _array(limits))
    starts, limits = _np.broadcast_arrays(starts, limits)
    return RaggedTensor.of_rows([_np.arange(int(a), int(b), int(deltas)).tolist() for a, b in zip(starts, limits)], "int32")
