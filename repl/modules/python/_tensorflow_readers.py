"""What tf.data reads from files, and batches with padding."""
import csv
import glob
import gzip
import io
import os
import zlib
from collections import OrderedDict

import numpy as np

import _tensorflow_errors as errors
import tensorflow.data as data


# ---- Padding ----

def _leaves(value):
    if isinstance(value, dict):
        return [leaf for key in value for leaf in _leaves(value[key])]
    if isinstance(value, tuple):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def _given(value, rank):
    """A shape that padded_shapes names: a list of sizes with -1 or None for the longest."""
    if hasattr(value, "as_list"):
        value = value.as_list()
    elif hasattr(value, "numpy"):
        value = value.numpy().tolist()
    return [-1] * rank if value is None else [-1 if size is None else int(size) for size in value]


def _is_shape(value):
    return value is None or hasattr(value, "as_list") or hasattr(value, "numpy") or isinstance(value, list) or (
        isinstance(value, tuple) and all(size is None or isinstance(size, int) for size in value))


def _shapes(value, count):
    if value is None:
        return [None] * count
    if count == 1 and _is_shape(value):
        return [value]
    if _is_shape(value) and not isinstance(value, tuple):
        return [value]
    found = []
    for item in value.values() if isinstance(value, dict) else value:
        found += [item] if _is_shape(item) else _shapes(item, 2)
    return found


def check_padding(spec, padded_shapes):
    """ValueError where a shape of padded_shapes cannot hold what the dataset is known to give."""
    if padded_shapes is None:
        return
    specs = _leaves(spec)
    for wanted, part in zip(_shapes(padded_shapes, len(specs)), specs):
        dims = getattr(part, "shape", None)
        if wanted is None or dims is None or getattr(dims, "rank", 0) is None:
            continue
        dims = tuple(dims)
        sizes = [None if size < 0 else size for size in _given(wanted, len(dims))]
        if len(sizes) != len(dims) or any(want is not None and have is not None and want < have
                                          for want, have in zip(sizes, dims)):
            shape = f"({dims[0]},)" if len(dims) == 1 else f"({', '.join([str(size) for size in dims])})"
            raise ValueError(f"The padded shape {tuple(sizes)} is not compatible with the shape {shape} of the "
                             f"corresponding input "
                             "component.")


def padded(elements, padded_shapes, padding_values):
    """Elements of different lengths as one batch."""
    columns = [_leaves(element) for element in elements]
    count = len(columns[0])
    shapes = _shapes(padded_shapes, count)
    values = [None] * count if padding_values is None else (
        [padding_values] * count if not isinstance(padding_values, (tuple, dict)) else _leaves(padding_values))
    made = []
    for place in range(count):
        parts = [column[place] for column in columns]
        rank = parts[0].ndim
        wanted = _given(shapes[place], rank)
        if len(wanted) != rank:
            raise errors.said_by(errors.InvalidArgumentError, "IteratorGetNext", "All elements in a batch must have "
                                                                                 "the same rank as "
                                 f"the padded shape for component{place}: expected rank {len(wanted)} but got element "
                                 f"with rank {rank}",
                                 count)
        sizes = [max(part.shape[axis] for part in parts) if wanted[axis] < 0 else wanted[axis] for axis in range(rank)]
        for part in parts:
            for axis in range(rank):
                if part.shape[axis] > sizes[axis]:
                    raise errors.said_by(errors.DataLossError, "IteratorGetNext",
                                         "Attempted to pad to a smaller size than the input element.", 1)
        value = values[place]
        if value is None:
            value = b"" if parts[0].dtype == object else False if parts[0].dtype == bool else 0
        elif hasattr(value, "numpy"):
            value = value.numpy()
        if isinstance(value, str):
            value = value.encode()
        batch = np.full([len(parts)] + sizes, value, dtype=parts[0].dtype)
        for row, part in enumerate(parts):
            batch[(row,) + tuple(slice(0, size) for size in part.shape)] = part
        made.append(batch)
    return _like(elements[0], iter(made))


def _like(structure, leaves):
    if isinstance(structure, dict):
        return {key: _like(structure[key], leaves) for key in structure}
    if isinstance(structure, tuple):
        return tuple(_like(item, leaves) for item in structure)
    return next(leaves)


# ---- Files ----

def names(value):
    """File names: a text, a path, a tensor, a dataset, or a list of them."""
    if isinstance(value, data.Dataset):
        return [name for item in value._make() for name in names(item)]
    if isinstance(value, bytes):
        return [value.decode()]
    if isinstance(value, (str, os.PathLike)):
        return [os.fspath(value)]
    if hasattr(value, "numpy"):
        value = value.numpy()
    if isinstance(value, bytes):
        return [value.decode()]
    if isinstance(value, np.ndarray):
        value = value.ravel().tolist()
    return [name for item in value for name in names(item)]


def list_files(file_pattern, shuffle, seed):
    patterns = names(file_pattern)
    found = [path for pattern in patterns for path in glob.glob(pattern)]
    if not found:
        raise errors.InvalidArgumentError(
            None, None, "Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: b'No files matched "
            f"pattern: {', '.join(patterns)}'")
    files = data.Dataset.from_tensor_slices(sorted(found))
    return files.shuffle(len(found), seed=seed) if shuffle else files


def opened(path, compression_type=None, newline=None):
    if not os.path.exists(path):
        raise errors.said_by(errors.NotFoundError, "IteratorGetNext", f"{path}; No such file or directory", 1)
    if compression_type == "GZIP":
        with open(path, "rb") as file:
            return io.BytesIO(_inflated(gzip.decompress, file.read()))
    if compression_type == "ZLIB":
        with open(path, "rb") as file:
            return io.BytesIO(_inflated(zlib.decompress, file.read()))
    if compression_type not in (None, ""):
        raise errors.said_by(errors.InvalidArgumentError, "IteratorGetNext", "Unsupported compression_type.", 1)
    return open(path, "rb")


def _inflated(function, data):
    try:
        return function(data)
    except (OSError, EOFError, zlib.error):
        raise errors.said_by(errors.DataLossError, "IteratorGetNext", "inflate() failed with error -3: incorrect "
                                                                      "header check", 1) from None


def _text(line):
    made = np.empty((), dtype=object)
    made[()] = line
    return made


def lines(filenames, compression_type):
    for path in names(filenames):
        with opened(path, compression_type) as file:
            text = file.read()
            for line in (text[:-1] if text.endswith(b"\n") else text).split(b"\n") if text else []:
                yield _text(line[:-1] if line.endswith(b"\r") else line)


def _lines_of(path, compression_type):
    return list(lines([path], compression_type))


# ---- Comma-separated values ----

def _fields(path, delim, quotes, compression_type=None):
    text = "\n".join(line[()].decode() for line in _lines_of(path, compression_type))
    if not quotes:
        return [line.split(delim) for line in text.split("\n")]
    return list(csv.reader(text.split("\n"), delimiter=delim))


def _is_int(text, bits):
    try:
        return -2 ** (bits - 1) <= int(text) < 2 ** (bits - 1)
    except ValueError:
        return False


def _is_float(text):
    try:
        return abs(float(text)) <= 3.4e38 or float(text) in (float("inf"), float("-inf")) or float(text) != float(text)
    except ValueError:
        return False


def _inferred(values, na_value):
    """The first dtype that all values of a column have, as TensorFlow tries them."""
    known = [value for value in values if value not in ("", na_value)]
    if all(_is_int(value, 32) for value in known):
        return "int32"
    if all(_is_int(value, 64) for value in known):
        return "int64"
    return "float32" if all(_is_float(value) for value in known) else "string"


def _default(value):
    """(dtype, default or None) of a record_defaults entry."""
    if hasattr(value, "as_numpy_dtype"):
        return value.name, None
    if hasattr(value, "numpy"):
        value = value.numpy()
    if isinstance(value, (list, tuple, np.ndarray)):
        if len(value) == 0:
            return getattr(getattr(value, "dtype", None), "name", "float32"), None
        value = value[0]
    if isinstance(value, (str, bytes)):
        return "string", value.encode() if isinstance(value, str) else value
    return ("float32" if isinstance(value, (float, np.floating)) else "int32"), value


def _refused(op, count, text):
    if op == "IteratorGetNext":
        return errors.said_by(errors.InvalidArgumentError, op, text, count)
    return errors.said_by(errors.InvalidArgumentError, op, text, f"_OUT_TYPE_{count}", named=False)


def _read(text, kind, default, na_value, place, count, op="IteratorGetNext", record=""):
    """A field of a line with `count` of them, as the op that asks for it reads it."""
    if text in ("", na_value):
        if default is None:
            raise _refused(op, count, f"Field {place} is required but missing in record{record}!")
        return default
    if kind == "string":
        return text.encode()
    try:
        return float(text) if kind.startswith("float") else int(text)
    except ValueError:
        raise _refused(op, count, f"Field {place} in record{record} is not a valid "
                                  f"{kind.replace('float32', 'float')}: {text}") from None


def _column(items, kind):
    if kind != "string":
        return np.array(items, dtype=kind)
    made = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        made[place] = item
    return made


def csv_dataset(filenames, record_defaults, compression_type=None, buffer_size=None, header=False, field_delim=",",
                use_quote_delim=True, na_value="", select_cols=None, exclude_cols=None):
    kinds = [_default(value) for value in record_defaults]

    def make():
        for path in names(filenames):
            rows = _fields(path, field_delim, use_quote_delim, compression_type)
            for row in rows[1:] if header else rows:
                places = list(range(len(row))) if select_cols is None else list(select_cols)
                places = [place for place in places if place not in (exclude_cols or ())]
                if len(places) != len(kinds):
                    raise _refused("IteratorGetNext", len(kinds), f"Expect {len(kinds)} fields but have {len(places)} "
                                                                  f"in record")
                yield tuple(_column([_read(row[place], kind, default, na_value, at, len(kinds))], kind).reshape(())
                            for at, (place, (kind, default)) in enumerate(zip(places, kinds)))
    spec = tuple(data.TensorSpec((), kind) for kind, _ in kinds)
    return data.Dataset(make, data.UNKNOWN_CARDINALITY, spec=spec, name="CsvDatasetV2")


def _is_read(row, places, kinds, na_value):
    """Whether all fields of a row are what they have to be."""
    try:
        for place, (kind, default) in zip(places, kinds):
            _read(row[place], kind, default, na_value, place, 1)
    except errors.InvalidArgumentError:
        return False
    return True


def make_csv_dataset(file_pattern, batch_size, column_names=None, column_defaults=None, label_name=None, select_columns=None,
                     field_delim=",", use_quote_delim=True, na_value="", header=True, num_epochs=None, shuffle=True,
                     shuffle_buffer_size=10000, shuffle_seed=None, prefetch_buffer_size=None, num_parallel_reads=None,
                     sloppy=False, num_rows_for_inference=100, compression_type=None, ignore_errors=False, encoding="utf-8"):
    paths = sorted(path for pattern in names(file_pattern) for path in glob.glob(pattern))
    if not paths:
        raise ValueError(f"No files match `file_pattern` {file_pattern}.")
    rows = []
    for path in paths:
        table = _fields(path, field_delim, use_quote_delim, compression_type)
        if column_names is None:
            if not header:
                raise ValueError("Expected `column_names` or `header` arguments. Neither is provided.")
            column_names = table[0]
        rows += table[1:] if header else table
    if len(set(column_names)) != len(column_names):
        seen = sorted({name for name in column_names if list(column_names).count(name) > 1})
        raise ValueError("Either `column_names` argument or CSV header row contains duplicate column names: "
                         f"{{{', '.join([repr(name) for name in seen])}}}.")
    for number, row in enumerate(rows):
        if len(row) != len(column_names):
            raise ValueError(f"Problem inferring types: CSV row {number + 1 + header} has {len(row)} number of "
                             f"fields. Expected: "
                             f"{len(column_names)}.")
    wanted = list(column_names) if select_columns is None else [
        column_names[each] if isinstance(each, int) else each for each in select_columns]
    for name in wanted:
        if name not in column_names:
            raise ValueError(f"Column {name} specified in `select_columns` must be of one of the columns: "
                             f"dict_keys({list(column_names)}).")
    if label_name is not None and label_name not in wanted:
        raise ValueError(f"`label_name` provided must be one of the columns: {wanted}. Received: {label_name}.")
    places = [list(column_names).index(name) for name in wanted]
    if column_defaults is None:
        kinds = []
        for place in places:
            kind = _inferred([row[place] for row in rows[:num_rows_for_inference]], na_value)
            kinds.append((kind, b"" if kind == "string" else 0))
    else:
        kinds = [_default(value) for value in column_defaults]
    if ignore_errors:
        rows = [row for row in rows if _is_read(row, places, kinds, na_value)]
    count = len(places)
    columns = OrderedDict((name, _column([_read(row[place], kind, default, na_value, place, count) for row in rows], kind))
                          for name, place, (kind, default) in zip(wanted, places, kinds))
    features = columns if label_name is None else (columns, columns.pop(label_name))
    made = data.Dataset.from_tensor_slices(features)
    if shuffle:
        made = made.shuffle(shuffle_buffer_size, seed=shuffle_seed)
    return made.repeat(num_epochs).batch(batch_size, drop_remainder=num_epochs is None).prefetch(prefetch_buffer_size or 1)


def decode_csv(records, record_defaults, field_delim=",", use_quote_delim=True, na_value="", select_cols=None, name=None):
    """A tensor a column of lines of comma-separated values."""
    from _keras import make
    from _tensorflow_text import bytes_of
    kinds = [_default(value) for value in record_defaults]
    shape, items = bytes_of(records, "DecodeCSV")
    columns = [[] for _ in kinds]
    for record, item in enumerate(items):
        text = item.decode()
        row = next(csv.reader([text], delimiter=field_delim)) if use_quote_delim else text.split(field_delim)
        if select_cols is not None:
            row = [row[place] for place in select_cols]
        if len(row) != len(kinds):
            raise errors.said_by(errors.InvalidArgumentError, "DecodeCSV",
                                 f"Expect {len(kinds)} fields but have {len(row)} in record {record}",
                                 f"_OUT_TYPE_{len(kinds)}", named=False)
        for place, (kind, default) in enumerate(kinds):
            columns[place].append(_read(row[place], kind, default, na_value, place, len(kinds), "DecodeCSV",
                                        f" {record}"))
    return [make(_column(column, kind).reshape(shape)) for column, (kind, _) in zip(columns, kinds)]
