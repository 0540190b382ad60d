"""loc and iloc."""
import numpy as np
import _pandas_data as d
from _pandas_data import infer
from _pandas_index import Index, MultiIndex
from _pandas_series import IndexingError, Series, boolean_mask, label_slice


def _places_by_number(key, length, paired=False):
    """(places, whether one alone was asked for); `paired`: the key is one of two, of rows and columns."""
    if isinstance(key, slice):
        return list(range(length))[key], False
    if isinstance(key, (int, np.integer)) and not isinstance(key, bool):
        if not -length <= key < length:
            raise IndexError("single positional indexer is out-of-bounds")
        return [int(key) % length], True
    if isinstance(key, Series):
        key = key._data
    if isinstance(key, (list, tuple, np.ndarray, Index, range)):
        array = np.asarray(list(key) if not isinstance(key, np.ndarray) else key)
        if array.dtype.kind == 'b':
            if len(array) != length:
                raise IndexError(f"Boolean index has wrong length: {len(array)} instead of {length}")
            return np.flatnonzero(array).tolist(), False
        if len(array) == 0:
            return [], False
        if array.dtype.kind not in 'iu':
            if paired and array.dtype.kind != 'f':
                raise IndexError(f".iloc requires numeric indexers, got {array}")
            array = array.astype(np.int64)
        if array.max() >= length or array.min() < -length:
            raise IndexError("positional indexers are out-of-bounds")
        return [int(i) % length for i in array.tolist()], False
    raise TypeError(f"Cannot index by location index with a non-integer key")


def _places_by_label(key, index, axis):
    if isinstance(key, slice):
        return label_slice(index, key), False
    if callable(key):
        return _places_by_label(key(index), index, axis)
    if isinstance(key, (list, np.ndarray, Series, Index)):
        if isinstance(key, list) and key and isinstance(key[0], (bool, np.bool_)) and len(key) != len(index):
            raise IndexError(f"Boolean index has wrong length: {len(key)} instead of {len(index)}")
        mask = boolean_mask(key, index)
        if mask is not None:
            return np.flatnonzero(mask).tolist(), False
        return index.places_of(list(key), axis), False
    found = index.get_loc(key)
    return (found, False) if isinstance(found, list) else ([found], True)


def _of_levels(table, key):
    """The rows that a tuple of labels, lists and slices means, without the levels of which one label was named."""
    from _pandas_levels import without_levels
    places, alone = table._index.places_where(key)
    out = table._at(places)
    sliced = any(isinstance(k, (slice, list, np.ndarray)) for k in key)
    kept = without_levels(out._index, alone) if alone and not (sliced and hasattr(table, '_columns')) else None
    return out if kept is None else out._relabeled(kept)


def _by_levels(index, key):
    """Whether a key names rows by their levels: a tuple with slices or lists, or the first labels of a row."""
    if not isinstance(index, MultiIndex):
        return False
    if not isinstance(key, tuple):
        return not isinstance(key, (slice, list, np.ndarray, Series, Index)) and not callable(key)
    if any(isinstance(k, (slice, list, np.ndarray)) for k in key):
        return True
    return len(key) < index.nlevels


class SeriesLoc:
    def __init__(self, series):
        self._series = series

    def __getitem__(self, key):
        series = self._series
        if callable(key):
            key = key(series)
        if isinstance(series._index, MultiIndex) and isinstance(key, tuple) and any(
                isinstance(k, (slice, list, np.ndarray)) for k in key):
            return _of_levels(series, key)
        places, single = _places_by_label(key, series._index, 'index')
        if single:
            return series._data[places[0]]
        if isinstance(series._index, MultiIndex) and not isinstance(key, (slice, list, np.ndarray, Series)):
            return series[key]
        return series._rows(places)

    def __setitem__(self, key, value):
        series = self._series
        try:
            places, single = _places_by_label(key, series._index, 'index')
        except KeyError:
            if isinstance(key, (list, slice, np.ndarray)):
                raise
            series[key] = value
            return
        if isinstance(value, Series):
            value = value.reindex(series._index[np.array(places, dtype=np.int64)])
        series._data = d.set_at(series._data, places, value)


class SeriesILoc:
    def __init__(self, series):
        self._series = series

    def __getitem__(self, key):
        series = self._series
        places, single = _places_by_number(key, len(series))
        return series._data[places[0]] if single else series._rows(places)

    def __setitem__(self, key, value):
        series = self._series
        places, single = _places_by_number(key, len(series))
        series._data = d.set_at(series._data, places, value)


class _FrameLocator:
    def __init__(self, frame):
        self._frame, self._paired = frame, False

    def _both(self, key):
        """The places of rows and columns, each with whether one alone was meant."""
        frame = self._frame
        tuple_label = isinstance(frame._index, MultiIndex) and isinstance(key, tuple) and not any(
            isinstance(k, (slice, list)) for k in key) and len(key) == frame._index.nlevels and key in frame._index
        if isinstance(key, tuple) and not tuple_label:
            if len(key) > 2:
                raise IndexingError("Too many indexers")
            rows, columns = key[0], key[1]
        else:
            rows, columns = key, slice(None)
        self._paired = isinstance(key, tuple)
        if callable(rows):
            rows = rows(frame)
        return self._rows(rows), self._columns(columns)

    def _levels_of(self, key):
        """(rows by levels, columns) of a key, or None."""
        index = self._frame._index
        if not isinstance(self, FrameLoc) or not isinstance(index, MultiIndex):
            return None
        if isinstance(key, tuple) and len(key) == 2 and _by_levels(index, key[0]) and isinstance(key[0], tuple):
            return key[0], key[1]
        if isinstance(key, tuple) and not any(isinstance(k, (slice, list, np.ndarray, tuple, Series)) for k in key):
            if len(key) < index.nlevels:
                try:
                    index.get_loc(key)
                except KeyError:
                    return None
                return key, slice(None)
            return None
        return ((key,), slice(None)) if not isinstance(key, tuple) and _by_levels(index, key) else None

    def __getitem__(self, key):
        frame = self._frame
        found = self._levels_of(key)
        if found is not None:
            part = _of_levels(frame, found[0])
            return part if isinstance(found[1], slice) and found[1] == slice(None) else part.loc[:, found[1]]
        (rows, one_row), (columns, one_column) = self._both(key)
        if one_row and one_column:
            return frame._data[columns[0]][rows[0]]
        if one_column:
            return frame._series(columns[0])._rows(rows)
        if one_row:
            return frame._row(rows[0], columns)
        return frame._part(rows, columns)

    def _put(self, rows, columns, value, one_row):
        frame = self._frame
        whole = len(rows) == len(frame)
        if hasattr(value, '_columns'):
            for c in columns:
                name = frame._columns[c]
                part = value._series(value._columns.get_loc(name)).reindex(
                    frame._index[np.array(rows, dtype=np.int64)])
                frame._data[c] = d.set_at(frame._data[c], rows, part)
            return
        if isinstance(value, Series):
            if len(columns) > 1 or one_row and len(columns) == len(frame._columns):
                value = [value[name] if name in value._index else d.nan
                         for name in frame._columns[np.array(columns, dtype=np.int64)].tolist()]
            else:
                value = value.reindex(frame._index[np.array(rows, dtype=np.int64)])
        array = None
        if isinstance(value, (list, tuple, np.ndarray)) and len(columns) == 1 and 1 < len(value) != len(rows):
            raise ValueError("Must have equal len keys and value when setting with an iterable")
        if isinstance(value, np.ndarray) and value.ndim == 2:
            array = value
        elif isinstance(value, (list, tuple, np.ndarray)) and not isinstance(value, str) and len(columns) > 1:
            if len(value) == len(columns):
                array = [list(value)] * len(rows) if not isinstance(value[0], (list, tuple, np.ndarray)) else value
            else:
                raise ValueError("Must have equal len keys and value when setting with an iterable")
        for k, c in enumerate(columns):
            mine = [row[k] for row in array] if array is not None else value
            if isinstance(mine, (list, tuple, np.ndarray)) and len(mine) == 1 and len(rows) == 1:
                mine = mine[0]
            frame._data[c] = d.set_at(frame._data[c], rows, mine)


class FrameLoc(_FrameLocator):
    def _rows(self, key):
        return _places_by_label(key, self._frame._index, 'index')

    def _columns(self, key):
        return _places_by_label(key, self._frame._columns, 'columns')

    def __setitem__(self, key, value):
        frame = self._frame
        rows, columns = key if isinstance(key, tuple) and not (
            isinstance(frame._index, MultiIndex) and key in frame._index) else (key, slice(None))
        if callable(rows):
            rows = rows(frame)
        names = [columns] if isinstance(columns, (str, int)) else columns if isinstance(columns, list) else []
        for name in names:
            if name in frame._columns:
                continue
            if isinstance(rows, slice) and rows == slice(None) and len(names) == 1:
                frame[name] = value
                return
            frame[name] = [d.nan] * len(frame)
        column_places, _ = self._columns(columns)
        try:
            places, single = self._rows(rows)
        except KeyError:
            if isinstance(rows, (list, slice, np.ndarray, Series)):
                raise
            self._enlarge(rows, column_places, value)
            return
        self._put(places, column_places, value, single)

    def _enlarge(self, label, columns, value):
        """A row of a label that was not there is added at the end."""
        frame = self._frame
        if isinstance(value, Series):
            value = value.to_dict()
        if isinstance(value, dict):
            values = [value.get(name, d.nan) for name in frame._columns.tolist()]
        elif isinstance(value, (list, tuple, np.ndarray)):
            if len(value) != len(columns):
                raise ValueError("cannot set a row with mismatched columns")
            values = [d.nan] * len(frame._columns)
            for c, v in zip(columns, list(value)):
                values[c] = v
        else:
            values = [value if c in columns else d.nan for c in range(len(frame._columns))]
        empty = len(frame) == 0
        frame._data = [infer([v]) if empty else d.join([data, infer([v])]) for data, v in zip(frame._data, values)]
        frame._index = Index(frame._index.tolist() + [label], name=frame._index.name)


class FrameILoc(_FrameLocator):
    def _rows(self, key):
        return _places_by_number(key, len(self._frame), self._paired)

    def _columns(self, key):
        return _places_by_number(key, len(self._frame._columns), True)

    def __setitem__(self, key, value):
        place = key[0] if isinstance(key, tuple) else key
        if isinstance(place, (int, np.integer)) and place >= len(self._frame):
            raise IndexError("iloc cannot enlarge its target object")
        (rows, one_row), (columns, _) = self._both(key)
        self._put(rows, columns, value, one_row)
