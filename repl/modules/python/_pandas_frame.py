"""pandas' DataFrame: columns of one length with labels."""
import numpy as np
import _pandas_data as d
from _pandas_data import Objects, OBJECT, STR, infer, is_numeric, listed, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_levels import Levels
from _pandas_operators import Operators, of_columns, operate
from _pandas_series import Series, boolean_mask, label_slice
from _pandas_frame_make import from_dict, from_rows
from _pandas_frame_methods import FrameMethods
from _pandas_time_rows import TimeRows


class DataFrame(FrameMethods, Levels, TimeRows, Operators):
    """A table."""
    __module__ = 'pandas'
    __array_priority__ = 1000

    def __init__(self, data=None, index=None, columns=None, dtype=None, copy=None):
        if hasattr(data, 'history') and isinstance(data.history, dict):
            data = data.history
        if isinstance(data, DataFrame):
            if columns is not None:
                data = data.reindex(columns=columns)
            if index is not None:
                data = data.reindex(index)
            names, cols, index = data._columns, [d.copy(c) for c in data._data], data._index
        elif data is None:
            names = as_index(columns if columns is not None else [], 0)
            index = as_index(index if index is not None else [], 0)
            cols = [Objects([nan] * len(index), OBJECT) for _ in range(len(names))]
        elif isinstance(data, dict):
            names, cols, index = from_dict(data, index, columns)
        elif isinstance(data, Series):
            names = as_index([data.name if data.name is not None else 0] if columns is None else columns)
            cols, index = [d.copy(data._data)], data._index if index is None else as_index(index)
        else:
            names, cols, index = from_rows(data, index, columns)
        self._columns, self._data, self._index = names, cols, index
        if dtype is not None:
            self._data = [d.astype(c, dtype) for c in self._data]

    @staticmethod
    def _of(columns, data, index):
        out = DataFrame.__new__(DataFrame)
        out._columns, out._data, out._index = columns, data, index
        return out

    @classmethod
    def from_dict(cls, data, orient='columns', dtype=None, columns=None):
        if orient == 'index':
            rows = list(data.values())
            return cls(rows, index=list(data), columns=columns)
        return cls(data, columns=columns, dtype=dtype)

    @classmethod
    def from_records(cls, data, index=None, columns=None):
        return cls(data, index=index, columns=columns)

    # ---- Parts ----

    def _series(self, place):
        out = Series.__new__(Series)
        out._data, out._index, out.name = self._data[place], self._index, self._columns[place]
        return out

    def _part(self, rows, columns=None):
        columns = list(range(len(self._data))) if columns is None else columns
        index = self._index[np.asarray(rows, dtype=np.int64)]
        names = self._columns if len(columns) == len(self._data) and columns == list(range(len(columns))) else \
            self._columns[np.asarray(columns, dtype=np.int64)]
        if isinstance(self._index, RangeIndex) and isinstance(rows, list) and rows:
            step = rows[1] - rows[0] if len(rows) > 1 else 1
            if step and rows == list(range(rows[0], rows[0] + step * len(rows), step)):
                index = self._index[rows[0]:rows[-1] + 1:step] if step > 0 else index
        return DataFrame._of(names, [d.take(self._data[c], rows) for c in columns], index)

    def _select(self, columns):
        names = self._columns[np.asarray(columns, dtype=np.int64)]
        return DataFrame._of(names, [d.copy(self._data[c]) for c in columns], self._index)

    def _row(self, place, columns=None):
        columns = list(range(len(self._data))) if columns is None else columns
        out = Series.__new__(Series)
        out._data = _row_data([self._data[c] for c in columns], place)
        out._index = self._columns[np.asarray(columns, dtype=np.int64)]
        out.name = self._index[place]
        return out

    @property
    def columns(self):
        """The labels of the columns."""
        return self._columns

    @columns.setter
    def columns(self, names):
        """The labels of the columns."""
        names = as_index(names)
        if len(names) != len(self._data):
            raise ValueError(f"Length mismatch: Expected axis has {len(self._data)} elements, new values have "
                             f"{len(names)} elements")
        self._columns = names

    @property
    def index(self):
        """The labels of the rows."""
        return self._index

    @index.setter
    def index(self, labels):
        """The labels of the rows."""
        labels = as_index(labels)
        if len(labels) != len(self):
            raise ValueError(f"Length mismatch: Expected axis has {len(self)} elements, new values have {len(labels)} "
                             "elements")
        self._index = labels

    @property
    def axes(self):
        return [self._index, self._columns]

    @property
    def shape(self):
        """Rows, or rows and columns."""
        return (len(self._index), len(self._data))

    @property
    def size(self):
        """How many values there are."""
        return len(self._index) * len(self._data)

    @property
    def ndim(self):
        """How many dimensions there are."""
        return 2

    @property
    def empty(self):
        """Whether nothing is there."""
        return self.size == 0

    @property
    def dtypes(self):
        """The dtype of each column."""
        return Series(Objects([c.dtype for c in self._data], OBJECT), index=self._columns)

    @property
    def values(self):
        """As an array."""
        return self.to_numpy()

    @property
    def T(self):
        """Rows as columns."""
        return self.transpose()

    @property
    def loc(self):
        """Rows and columns by label."""
        from _pandas_locate import FrameLoc
        return FrameLoc(self)

    at = loc

    @property
    def iloc(self):
        """Rows and columns by position."""
        from _pandas_locate import FrameILoc
        return FrameILoc(self)

    iat = iloc

    @property
    def plot(self):
        """Plots: plot(), plot.bar(), ..."""
        from _pandas_plot import FramePlot
        return FramePlot(self)

    @property
    def style(self):
        raise NotImplementedError("nnsh prints tables as text: there is no .style")

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        """As an array."""
        if not self._data:
            return np.zeros((len(self), 0))
        if all(is_numeric(c) for c in self._data):
            kinds = set(c.dtype.kind == 'b' for c in self._data)
            if len(kinds) == 1:
                out = np.stack(self._data, axis=1)
                return out if dtype is None else out.astype(dtype)
        rows = [list(row) for row in zip(*[listed(c) for c in self._data])]
        if dtype is not None and np.dtype(dtype).kind in 'biuf':
            return np.array(rows).astype(dtype) if not any(isinstance(v, str) for row in rows for v in row) else \
                np.array([[float(v) for v in row] for row in rows], dtype=dtype)
        return np.array(rows, dtype=object)

    def __array__(self, dtype=None, copy=None):
        return self.to_numpy(dtype)

    def __array_wrap__(self, array, context=None, return_scalar=False):
        return DataFrame._of(self._columns, [array[:, i] for i in range(array.shape[1])], self._index)

    def __len__(self):
        return len(self._index)

    def __iter__(self):
        return iter(self._columns.tolist())

    def __contains__(self, name):
        return name in self._columns

    def __bool__(self):
        raise ValueError("The truth value of a DataFrame is ambiguous. Use a.empty, a.item(), a.any() or "
                         "a.all().")

    def __getattr__(self, name):
        columns = self.__dict__.get('_columns')
        if columns is not None and not name.startswith('__') and name in columns:
            return self[name]
        raise AttributeError(f"'DataFrame' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        if not name.startswith('_') and name not in ('columns', 'index') and name in self._columns:
            self[name] = value
        else:
            object.__setattr__(self, name, value)

    def __repr__(self):
        from _pandas_text import FrameText, options
        return FrameText(self, options['display.max_rows'], options['display.min_rows'],
                         _most_columns(len(self._data)), max_colwidth=options['display.max_colwidth']).text()

    def to_string(self, buf=None, columns=None, index=True, header=True, na_rep='NaN', float_format=None,
                  formatters=None, max_rows=None, min_rows=None, max_cols=None, justify=None, show_dimensions=False,
                  line_width=None, col_space=None):
        """As text."""
        from _pandas_text import FrameText
        frame = self if columns is None else self[list(columns)]
        return FrameText(frame, max_rows, min_rows, max_cols, index, header, na_rep, float_format,
                         formatters).text(fit=False, dimensions=show_dimensions)

    def info(self, verbose=None, buf=None, max_cols=None, memory_usage=None, show_counts=None):
        """Prints the columns, their dtypes and how much is there."""
        from _pandas_text import info_text
        text = info_text(self, memory_usage is not False)
        if buf is not None:
            buf.write(text)
        else:
            print(text, end='')

    # ---- Columns ----

    def __getitem__(self, key):
        if isinstance(key, str):
            return self._column(key)
        if isinstance(key, slice):
            if any(isinstance(v, str) or hasattr(v, 'isoformat') for v in (key.start, key.stop)):
                return self._part(label_slice(self._index, key))
            return self._part(list(range(len(self)))[key])
        if isinstance(key, DataFrame):
            return self.where(key)
        if callable(key):
            return self[key(self)]
        if isinstance(key, (list, np.ndarray, Series, Index)):
            mask = boolean_mask(key, self._index)
            if mask is not None:
                return self._part(np.flatnonzero(mask))
            return self._select(self._columns.places_of(list(key), 'columns'))
        return self._column(key)

    def _column(self, name):
        place = self._columns.get_loc(name)
        if isinstance(place, list):
            if isinstance(self._columns, MultiIndex):
                rest = [t[1:] if len(t) > 2 else t[1] for t in self._columns._data if t[0] == name]
                names = self._columns.names[1:]
                labels = MultiIndex(rest, names) if len(names) > 1 else Index(rest, name=names[0])
                return DataFrame._of(labels, [self._data[c] for c in place], self._index)
            return self._select(place)
        return self._series(place)

    def _as_column(self, value):
        if isinstance(value, Series):
            if len(self._data) == 0 and len(self._index) == 0:
                self._index = value._index
                return d.copy(value._data)
            return d.copy(value._data) if value._index.equals(self._index) else value.reindex(self._index)._data
        if isinstance(value, DataFrame):
            return d.copy(value._data[0])
        if isinstance(value, str) or not hasattr(value, '__len__') and not hasattr(value, '__iter__'):
            return infer([value] * len(self._index)) if not isinstance(value, (int, float, np.number)) else \
                np.full(len(self._index), value)
        if isinstance(value, np.ndarray) and value.ndim == 2 and value.shape[1] == 1:
            value = value.reshape(-1)
        if isinstance(value, np.ndarray) and value.ndim > 1 and len(value) == len(self._index):
            raise ValueError(f"Expected a 1D array, got an array with shape {value.shape}")
        data = infer(value)
        if len(self._data) == 0 and len(self._index) == 0:
            self._index = RangeIndex(len(data))
        if len(data) != len(self._index):
            raise ValueError(f"Length of values ({len(data)}) does not match length of index ({len(self._index)})")
        return data

    def __setitem__(self, key, value):
        if isinstance(key, (list, Index)) and boolean_mask(list(key), self._index) is None:
            if isinstance(value, DataFrame):
                parts = [value._series(k) for k in range(len(value._data))]
            elif isinstance(value, np.ndarray) and value.ndim == 2:
                parts = [value[:, k] for k in range(value.shape[1])]
            elif isinstance(value, (list, tuple)) and len(value) == len(key) and not isinstance(value[0],
                                                                                                (list, tuple)):
                parts = list(value)
            elif isinstance(value, (list, tuple)) and value and np.ndim(value[0]) == 0:
                raise ValueError("Columns must be same length as key")
            else:
                parts = [value] * len(key)
            if len(parts) != len(key):
                raise ValueError("Columns must be same length as key")
            for name, part in zip(key, parts):
                self[name] = part
            return
        if isinstance(key, DataFrame):
            made = self.mask(key, value)
            self._data = made._data
            return
        if isinstance(key, (Series, np.ndarray, list)):
            places = np.flatnonzero(boolean_mask(key, self._index)).tolist()
            self._data = [d.set_at(c, places, value) for c in self._data]
            return
        data = self._as_column(value)
        if key in self._columns:
            place = self._columns.get_loc(key)
            for each in place if isinstance(place, list) else [place]:
                self._data[each] = data
        else:
            self._columns = Index(self._columns.tolist() + [key], name=self._columns.name)
            self._data = self._data + [data]

    def __delitem__(self, name):
        place = self._columns.get_loc(name)
        self._columns = self._columns.drop([name])
        self._data = [c for i, c in enumerate(self._data) if i != place]

    def insert(self, loc, column, value, allow_duplicates=False):
        """Puts a column at a place."""
        if column in self._columns and not allow_duplicates:
            raise ValueError(f"cannot insert {column}, already exists")
        if not -len(self._data) <= loc <= len(self._data):
            raise IndexError(f"loc must be an integer between -{len(self._data)} and {len(self._data)}")
        data = self._as_column(value)
        self._columns = self._columns.insert(loc, column)
        self._data = self._data[:loc] + [data] + self._data[loc:]

    def pop(self, item):
        """Takes a column away and returns it."""
        out = self[item]
        del self[item]
        return out

    def get(self, key, default=None):
        """A column or value, or a default."""
        return self[key] if key in self._columns else default

    def keys(self):
        """The labels."""
        return self._columns

    def items(self):
        """Pairs of label and value or column."""
        for i in range(len(self._data)):
            yield self._columns[i], self._series(i)

    def iterrows(self):
        """Pairs of label and row."""
        labels = self._index.tolist()
        for i in range(len(self)):
            yield labels[i], self._row(i)

    def itertuples(self, index=True, name='Pandas'):
        """Rows as named tuples."""
        from _pandas_tools import row_type
        columns = [listed(c) for c in self._data]
        if index:
            columns = [self._index.tolist()] + columns
        if name is None:
            for row in zip(*columns):
                yield row
            return
        make = row_type(name, (['Index'] if index else []) + self._columns.tolist())
        for row in zip(*columns):
            yield make(row)

    def copy(self, deep=True):
        """A copy."""
        return DataFrame._of(self._columns, [d.copy(c) for c in self._data], self._index)

    def _become(self, other, inplace):
        """inplace=True: this table becomes the other one."""
        if not inplace:
            return other
        self._columns, self._data, self._index = other._columns, other._data, other._index
        return None

    # ---- Operators ----

    def _operated(self, other, op, name, reverse=False):
        if isinstance(other, DataFrame):
            if self._columns.equals(other._columns) and self._index.equals(other._index):
                right = other
            elif name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
                raise ValueError("Can only compare identically-labeled (both index and columns) DataFrame objects")
            else:
                names = _union(self._columns, other._columns)
                labels = _union(self._index, other._index)
                return self.reindex(labels, columns=names)._operated(other.reindex(labels, columns=names), op, name,
                                                                     reverse)
            return DataFrame._of(self._columns, [operate(a, b, op, name, reverse)
                                                 for a, b in zip(self._data, right._data)], self._index)
        if isinstance(other, Series):
            names = self._columns if self._columns.equals(other._index) else _union(self._columns, other._index)
            left, right = self.reindex(columns=names), other.reindex(names)
            return DataFrame._of(names, [operate(a, b, op, name, reverse)
                                         for a, b in zip(left._data, right._data)], self._index)
        if isinstance(other, (list, tuple)):
            other = np.array(other)
        if isinstance(other, np.ndarray) and other.ndim:
            if other.ndim == 1:
                if len(other) != len(self._data):
                    raise ValueError(f"Unable to coerce to Series, length must be {len(self._data)}: given "
                                     f"{len(other)}")
                values = [other[i] for i in range(len(other))]
            else:
                values = [other[:, i] if other.shape[1] > 1 else other[:, 0] for i in range(len(self._data))]
            return DataFrame._of(self._columns, [operate(a, b, op, name, reverse)
                                                 for a, b in zip(self._data, values)], self._index)
        return DataFrame._of(self._columns, [operate(a, other, op, name, reverse) for a in self._data], self._index)

    def _by_ufunc(self, ufunc, inputs, kwargs):
        frames = [x for x in inputs if isinstance(x, DataFrame)]
        if any(not (x._columns.equals(self._columns) and x._index.equals(self._index)) for x in frames):
            labels, names = self._index, self._columns
            for x in frames:
                labels, names = _union(labels, x._index), _union(names, x._columns)
            inputs = [x.reindex(labels, columns=names) if isinstance(x, DataFrame) else x for x in inputs]
        first = [x for x in inputs if isinstance(x, DataFrame)][0]
        inputs = [np.asarray(x) if isinstance(x, (list, tuple)) else x for x in inputs]

        def part(x, k):
            if isinstance(x, DataFrame):
                return x._data[k]
            if isinstance(x, Series):
                return x.reindex(first._columns)._data[k]
            if isinstance(x, np.ndarray) and x.ndim:
                return x[k] if x.ndim == 1 else x[:, k]
            return x
        columns = [of_columns(ufunc, [part(x, k) for x in inputs], kwargs) for k in range(len(first._data))]
        if columns and isinstance(columns[0], tuple):
            return tuple(DataFrame._of(first._columns, [c[n] for c in columns], first._index)
                         for n in range(len(columns[0])))
        return DataFrame._of(first._columns, columns, first._index)

    def _by_axis(self, other, op, name, axis):
        if isinstance(other, Series) and axis in (0, 'index'):
            right = other.reindex(self._index)._data
            return DataFrame._of(self._columns, [operate(a, right, op, name) for a in self._data], self._index)
        return self._operated(other, op, name)

    def _inverted(self):
        return DataFrame._of(self._columns, [~c for c in self._data], self._index)

    def _negated(self):
        return DataFrame._of(self._columns, [-c for c in self._data], self._index)


def _most_columns(count):
    from _pandas_text import options, terminal_width
    most = options['display.max_columns']
    if most is None:
        return None
    if most > 0:
        return most
    return terminal_width() if count > terminal_width() else None


def _union(a, b):
    if a.equals(b):
        return a
    return a.union(b)


def _row_data(columns, place):
    if columns and all(is_numeric(c) for c in columns):
        kinds = set(c.dtype.kind == 'b' for c in columns)
        if len(kinds) == 1:
            return np.array([c[place] for c in columns])
    values = [listed(c[place:place + 1])[0] if is_numeric(c) else c[place] for c in columns]
    if columns and all(not is_numeric(c) and c.dtype == STR for c in columns):
        return Objects(values, STR)
    return Objects(values, OBJECT)
