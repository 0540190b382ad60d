"""What DataFrame(...) makes of its data: labels of columns, columns, labels of rows."""
import numpy as np
import _pandas_data as d
from _pandas_data import Objects, OBJECT, infer, nan
from _pandas_index import RangeIndex, as_index
from _pandas_series import Series


def from_dict(data, index, columns):
    """Columns by name: sequences of one length, Series that are aligned, single values that are repeated."""
    if columns is not None:
        names = [name for name in columns]
        data = {name: data[name] if name in data else None for name in names}
    names, given = list(data), index is not None
    series = [v for v in data.values() if isinstance(v, (Series, dict))]
    if index is None:
        plain = {len(v) for v in data.values() if hasattr(v, '__len__') and not isinstance(v, (Series, dict, str))}
        if len(plain) > 1:
            raise ValueError("All arrays must be of the same length")
        if series:
            labels = None
            for v in series:
                own = v._index if isinstance(v, Series) else as_index(list(v))
                if labels is None or labels.equals(own):
                    labels = own
                else:
                    seen = labels.tolist()
                    merged = seen + [label for label in own.tolist() if label not in seen]
                    labels = as_index(sorted(merged) if all(isinstance(m, (int, float)) for m in merged) or all(
                        isinstance(m, str) for m in merged) else merged)
            index = labels
        else:
            lengths = [len(v) for v in data.values() if hasattr(v, '__len__') and not isinstance(v, str)]
            if not lengths and data:
                if all(v is None for v in data.values()):
                    lengths = [0]
                else:
                    raise ValueError("If using all scalar values, you must pass an index")
            index = RangeIndex(lengths[0] if lengths else 0)
    index = as_index(index, 0)
    out = []
    for name in names:
        value = data[name]
        if isinstance(value, dict):
            value = Series(value)
        if isinstance(value, Series):
            out.append(d.copy(value._data) if value._index.equals(index) else value.reindex(index)._data)
        elif isinstance(value, str) or value is None or not hasattr(value, '__len__') and not hasattr(
                value, '__iter__'):
            out.append(infer([nan if value is None else value] * len(index)) if value is not None or len(index) else
                       Objects([], OBJECT))
        else:
            if hasattr(value, 'ndim') and value.ndim > 1:
                raise ValueError("Per-column arrays must each be 1-dimensional")
            column = infer(value)
            if len(column) != len(index):
                raise ValueError(f"Length of values ({len(column)}) does not match length of index ({len(index)})"
                                 if given else f"array length {len(column)} does not match index length {len(index)}")
            out.append(column)
    return as_index(names, len(names)) if names else as_index([], 0), out, index


def from_rows(data, index, columns):
    """Rows, or arrays of two dimensions."""
    if hasattr(data, 'numpy') and not isinstance(data, np.ndarray):
        data = data.numpy()
    if isinstance(data, np.ndarray):
        if data.ndim == 1:
            data = data.reshape(-1, 1)
        if data.ndim != 2:
            raise ValueError(f"Must pass 2-d input. shape={data.shape}")
        rows, count = data.shape
        cols = [infer(data[:, k]) for k in range(count)]
    else:
        if isinstance(data, (str, bytes)) or not hasattr(data, '__iter__') and not hasattr(data, '__getitem__'):
            raise ValueError("DataFrame constructor not properly called!")
        data = list(data)
        rows = len(data)
        if rows and isinstance(data[0], (dict, Series)):
            if isinstance(data[0], Series) and index is None:
                names = [s.name for s in data]
                index = names if any(n is not None for n in names) else None
            dicts = [v.to_dict() if isinstance(v, Series) else v for v in data]
            names = []
            for each in dicts:
                for name in each:
                    if name not in names:
                        names.append(name)
            if columns is not None:
                names = list(columns)
            cols = [infer([each.get(name, nan) for each in dicts]) for name in names]
            return as_index(names, len(names)), cols, as_index(index, rows)
        if rows and hasattr(data[0], '_fields') and columns is None:
            columns = list(data[0]._fields)
        if rows and (isinstance(data[0], (list, tuple, np.ndarray)) or hasattr(data[0], '_fields')):
            count = max(len(row) for row in data)
            cols = [infer([row[k] if k < len(row) else None for row in data]) for k in range(count)]
        elif rows == 0:
            count, cols = 0, []
            if columns is not None:
                names = as_index(columns)
                return names, [Objects([], OBJECT) for _ in range(len(names))], as_index(index, 0)
        else:
            count, cols = 1, [infer(data)]
    names = as_index(columns, count)
    if len(names) != count:
        if isinstance(data, np.ndarray) or np.ndim(data[0]) == 0:
            raise ValueError(f"Shape of passed values is ({rows}, {count}), indices imply ({rows}, {len(names)})")
        raise ValueError(f"{len(names)} columns passed, passed data had {count} columns")
    index = as_index(index, rows)
    if len(index) != rows:
        raise ValueError(f"Shape of passed values is ({rows}, {count}), indices imply ({len(index)}, {count})")
    return names, cols, index
