"""pandas' Series: a column with labels and a name."""
import numpy as np
import _pandas_data as d
from _pandas_data import Objects, infer, is_numeric, listed, missing, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_levels import Levels
from _pandas_operators import Operators, comparison, of_columns, operate
from _pandas_series_numbers import SeriesNumbers
from _pandas_series_values import SeriesValues
from _pandas_time_rows import TimeRows


class Series(SeriesValues, SeriesNumbers, Levels, TimeRows, Operators):
    """One column."""
    __module__ = 'pandas'
    __array_priority__ = 1000

    def __init__(self, data=None, index=None, dtype=None, name=None, copy=None):
        if isinstance(data, Series):
            name = data.name if name is None else name
            if index is not None:
                data = data.reindex(index)
            index = data._index
            data = data._data
        elif isinstance(data, dict):
            labels = list(data)
            if index is not None:
                index = as_index(index)
                data = [data.get(label, nan) for label in index.tolist()]
            else:
                index, data = as_index(labels, len(labels)), list(data.values())
        elif isinstance(data, Index):
            name = data.name if name is None else name
            data = data._data
        elif data is None:
            data = [nan] * (0 if index is None else len(index))
        elif isinstance(data, str) or not hasattr(data, '__iter__') and not hasattr(data, '__len__'):
            data = [data] * (1 if index is None else len(index))
        elif hasattr(data, 'ndim') and data.ndim == 0:
            data = [data.item()] * (1 if index is None else len(index))
        elif hasattr(data, 'ndim') and data.ndim > 1:
            raise ValueError("Data must be 1-dimensional, got ndarray of shape " f"{data.shape} instead")
        self._data = infer(data, dtype)
        self._index = as_index(index, len(self._data))
        self.name = name
        if len(self._index) != len(self._data):
            raise ValueError(f"Length of values ({len(self._data)}) does not match length of index "
                             f"({len(self._index)})")

    def _with(self, data, name=''):
        """The same labels with other values."""
        out = Series.__new__(Series)
        out._data = data if isinstance(data, (np.ndarray, Objects)) else infer(data)
        out._index = self._index
        out.name = self.name if name == '' else name
        return out

    def _rows(self, places):
        out = self._with(d.take(self._data, places))
        out._index = self._index[np.asarray(places, dtype=np.int64)]
        return out

    # ---- What it is ----

    @property
    def index(self):
        """The labels of the rows."""
        return self._index

    @index.setter
    def index(self, labels):
        """The labels of the rows."""
        labels = as_index(labels, len(self))
        if len(labels) != len(self):
            raise ValueError(f"Length mismatch: Expected axis has {len(self)} elements, new values have {len(labels)} "
                             "elements")
        self._index = labels

    @property
    def values(self):
        """As an array."""
        return d.values_of(self._data)

    array = values

    @property
    def dtype(self):
        """The dtype of the values."""
        return self._data.dtype

    dtypes = dtype

    @property
    def shape(self):
        """Rows, or rows and columns."""
        return (len(self._data),)

    @property
    def size(self):
        """How many values there are."""
        return len(self._data)

    @property
    def ndim(self):
        """How many dimensions there are."""
        return 1

    @property
    def empty(self):
        """Whether nothing is there."""
        return len(self._data) == 0

    @property
    def T(self):
        """Rows as columns."""
        return self

    @property
    def is_unique(self):
        """Whether no value is there twice."""
        return len(d.codes(self._data)[1]) == len(self)

    @property
    def hasnans(self):
        """Whether something is missing."""
        return bool(np.any(missing(self._data)))

    @property
    def str(self):
        """Methods of texts: s.str.upper()."""
        from _pandas_strings import StringMethods
        return StringMethods(self)

    @property
    def dt(self):
        """Methods of dates: s.dt.year."""
        from _pandas_dates import Dates
        return Dates(self)

    @property
    def cat(self):
        """Methods of categories: s.cat.codes."""
        if d.categories_of(self._data) is None:
            raise AttributeError("Can only use .cat accessor with a 'category' dtype")
        from _pandas_categories import CategoricalAccessor
        return CategoricalAccessor(self)

    @property
    def loc(self):
        """Rows and columns by label."""
        from _pandas_locate import SeriesLoc
        return SeriesLoc(self)

    at = loc

    @property
    def iloc(self):
        """Rows and columns by position."""
        from _pandas_locate import SeriesILoc
        return SeriesILoc(self)

    iat = iloc

    @property
    def plot(self):
        """Plots: plot(), plot.bar(), ..."""
        from _pandas_plot import SeriesPlot
        return SeriesPlot(self)

    def hist(self, bins=10, ax=None, **kwargs):
        """A histogram."""
        from _pandas_plot import SeriesPlot
        return SeriesPlot(self)(kind='hist', bins=bins, ax=ax, **kwargs)

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(listed(self._data))

    def __contains__(self, label):
        return label in self._index

    def __array__(self, dtype=None, copy=None):
        return self.to_numpy(dtype)

    def __array_wrap__(self, array, context=None, return_scalar=False):
        return self._with(array)

    def __bool__(self):
        raise ValueError("The truth value of a Series is ambiguous. Use a.empty, a.item(), a.any() or "
                         "a.all().")

    def __float__(self):
        if len(self) != 1:
            raise TypeError("float() argument must be a string or a real number, not 'Series'")
        return float(self._data[0])

    def __int__(self):
        if len(self) != 1:
            raise TypeError("int() argument must be a string, a bytes-like object or a real number, not 'Series'")
        return int(self._data[0])

    def __getattr__(self, name):
        if not name.startswith('_') and name in self.__dict__.get('_index', ()):
            return self[name]
        if name == 'dt':
            raise AttributeError("Can only use .dt accessor with datetimelike values")
        if name == 'cat':
            raise AttributeError("Can only use .cat accessor with a 'category' dtype")
        if name == 'str':
            from _pandas_strings import refusal
            raise AttributeError(refusal(self._data))
        raise AttributeError(f"'Series' object has no attribute '{name}'")

    def __repr__(self):
        from _pandas_text import options, series_text
        return series_text(self, options['display.max_rows'], options['display.min_rows'])

    def to_string(self, buf=None, na_rep='NaN', float_format=None, header=True, index=True, length=False, dtype=False,
                  name=False, max_rows=None, min_rows=None):
        """As text."""
        from _pandas_text import series_text
        return series_text(self, max_rows, min_rows, index, dtype, name, length, na_rep, float_format, header)

    # ---- Elements ----

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._rows(self._sliced(key))
        if isinstance(key, (list, np.ndarray, Series, Index)):
            mask = boolean_mask(key, self._index)
            if mask is not None:
                return self._rows(np.flatnonzero(mask))
            return self._rows(self._index.places_of(list(key)))
        place = self._index.get_loc(key)
        if isinstance(place, list):
            out = self._rows(place)
            if isinstance(self._index, MultiIndex) and not (isinstance(key, tuple) and len(key) == self._index.nlevels):
                used = len(key) if isinstance(key, tuple) else 1
                rest = [t[used:] for t in out._index._data]
                names = self._index.names[used:]
                out._index = MultiIndex(rest, names) if len(names) > 1 else Index([t[0] for t in rest], name=names[0])
            return out
        return self._data[place]

    def _sliced(self, key):
        if any(isinstance(v, str) or hasattr(v, 'isoformat') for v in (key.start, key.stop)):
            return label_slice(self._index, key)
        return list(range(len(self)))[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            places = self._sliced(key)
        elif isinstance(key, (list, np.ndarray, Series, Index)):
            mask = boolean_mask(key, self._index)
            places = np.flatnonzero(mask).tolist() if mask is not None else self._index.places_of(list(key))
            if isinstance(value, Series):
                value = value.reindex(self._index[np.array(places, dtype=np.int64)])
        elif key in self._index:
            place = self._index.get_loc(key)
            places = place if isinstance(place, list) else [place]
        else:
            self._data = d.join([self._data, infer([value])])
            self._index = self._index.append([key])
            return
        self._data = d.set_at(self._data, places, value)

    def get(self, key, default=None):
        """A column or value, or a default."""
        try:
            return self[key]
        except KeyError:
            return default

    def item(self):
        if len(self) != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return listed(self._data)[0]

    def keys(self):
        """The labels."""
        return self._index

    def items(self):
        """Pairs of label and value or column."""
        return zip(self._index.tolist(), listed(self._data))

    def head(self, n=5):
        """The first rows."""
        return self._rows(list(range(len(self)))[:n])

    def tail(self, n=5):
        """The last rows."""
        return self._rows(list(range(len(self)))[-n:] if n else [])

    def take(self, indices):
        """Rows by position."""
        return self._rows(indices)

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, ignore_index=False):
        """Rows by chance."""
        from _pandas_tools import sample_places
        out = self._rows(sample_places(len(self), n, frac, replace, weights, random_state))
        return out.reset_index(drop=True) if ignore_index else out

    def copy(self, deep=True):
        """A copy."""
        return self._with(d.copy(self._data))

    # ---- Other forms ----

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        """As an array."""
        data = d.array_of(self._data)
        return data if dtype is None else data.astype(dtype)

    def tolist(self):
        """As a list."""
        return listed(self._data)

    to_list = tolist

    def to_dict(self):
        """As a dict."""
        return dict(zip(self._index.tolist(), listed(self._data)))

    def to_frame(self, name=None):
        """As a table of one column."""
        from _pandas_frame import DataFrame
        name = (0 if self.name is None else self.name) if name is None else name
        return DataFrame({name: self._data}, index=self._index)

    def to_json(self, path_or_buf=None, *, orient='index', date_format='epoch', double_precision=10, force_ascii=True,
                indent=None):
        """As JSON, written or returned."""
        from _pandas_json import series_json
        text = series_json(self, orient, date_format, double_precision, force_ascii, indent)
        if path_or_buf is None:
            return text
        with open(path_or_buf, 'w') as file:
            file.write(text)

    def to_csv(self, path_or_buf=None, **kwargs):
        """As CSV, written or returned."""
        return self.to_frame().to_csv(path_or_buf, **kwargs)

    def astype(self, dtype, copy=None, errors='raise'):
        """Values of another dtype."""
        try:
            return self._with(d.astype(self._data, dtype))
        except ValueError:
            if errors == 'ignore':
                return self
            raise

    def convert_dtypes(self):
        return self.copy()

    def infer_objects(self, copy=None):
        return self._with(infer(listed(self._data)))

    def rename(self, index=None):
        """Other labels or another name."""
        out = self.copy()
        if callable(index):
            out._index = self._index.map(index)
        elif isinstance(index, dict):
            out._index = self._index.map(lambda label: index.get(label, label))
        else:
            out.name = index
        return out

    def rename_axis(self, name):
        """Another name of the labels."""
        out = self.copy()
        out._index = self._index.rename(name)
        return out

    def reset_index(self, level=None, drop=False, name=None):
        """The labels as a column, and 0, 1, 2, ... as labels."""
        if drop:
            if level is not None:
                return self.droplevel(level)
            out = self.copy()
            out._index = RangeIndex(len(self))
            return out
        frame = self.to_frame(name if name is not None else self.name)
        return frame.reset_index(level)

    def set_axis(self, labels):
        """Other labels."""
        out = self.copy()
        out.index = labels
        return out

    def reindex(self, index):
        """Rows under other labels; missing where there are none."""
        index = as_index(index)
        out = self._with(d.take_or_missing(self._data, self._index.get_indexer(index.tolist())))
        out._index = index
        return out

    def drop(self, labels=None, index=None, errors='raise'):
        """Without some rows or columns."""
        labels = index if labels is None else labels
        kept = self._index.drop(labels)
        return self._rows(self._index.get_indexer(kept.tolist()))

    def append(self, *args, **kwargs):
        """Refused: pandas took it away; concat joins."""
        raise AttributeError("'Series' object has no attribute 'append'")

    # ---- Operators ----

    def _by_ufunc(self, ufunc, inputs, kwargs):
        index, name = self._index, self.name
        others = [x for x in inputs if isinstance(x, Series)]
        if any(not x._index.equals(index) for x in others):
            for x in others:
                index = index.union(x._index)
            inputs = [x.reindex(index) if isinstance(x, Series) else x for x in inputs]
        if any(x.name != name for x in others):
            name = None

        def whole(data):
            out = Series(data, index=index)
            out.name = name
            return out
        made = of_columns(ufunc, [x._data if isinstance(x, Series) else x for x in inputs], kwargs)
        return tuple(whole(m) for m in made) if isinstance(made, tuple) else whole(made)

    def _operated(self, other, op, name, reverse=False):
        if hasattr(other, '_operated') and not isinstance(other, Series):
            return NotImplemented
        left, index, outer = self, self._index, self.name
        if isinstance(other, Series):
            if not self._index.equals(other._index):
                if name in comparison:
                    raise ValueError("Can only compare identically-labeled Series objects")
                union = as_index(sorted(set(self._index.tolist()) | set(other._index.tolist())))
                left, other, index = self.reindex(union), other.reindex(union), union
            outer = self.name if self.name == other.name else None
            other = other._data
        elif isinstance(other, Index):
            other = other._data
        elif isinstance(other, (list, tuple)) or isinstance(other, np.ndarray) and other.ndim > 0:
            other = infer(other)
            if len(other) != len(self):
                if name in comparison:
                    raise ValueError('Lengths must match to compare', (len(self),), (len(other),))
                raise ValueError(f"operands could not be broadcast together with shapes ({len(self)},) "
                                 f"({len(other)},) ")
        out = Series.__new__(Series)
        out._data = operate(left._data, other, op, name, reverse)
        out._index, out.name = index, outer
        return out

    def _inverted(self):
        return self._with(~self._data if is_numeric(self._data) else [not v for v in self._data])

    def _negated(self):
        return self._with(-self._data)


class IndexingError(Exception):
    """What loc, iloc and [] cannot read."""
    __module__ = 'pandas.errors'


def boolean_mask(key, index):
    """Booleans that pick rows, as an array; None where the key is no mask."""
    if isinstance(key, Series):
        data = key._data
        if is_numeric(data) and data.dtype.kind == 'b':
            if not key._index.equals(index):
                if len(key) and any(label not in key._index for label in index.tolist()):
                    raise IndexingError("Unalignable boolean Series provided as indexer (index of the boolean "
                                        "Series and of the indexed object do not match).")
                return d.take(data, key._index.get_indexer(index.tolist()))
            return data
        if not is_numeric(data) and len(data) and all(isinstance(v, bool) for v in data):
            return np.array(list(data), dtype=bool)
        return None
    if isinstance(key, np.ndarray):
        mask = key if key.dtype.kind == 'b' else None
    elif isinstance(key, list) and key and all(isinstance(v, (bool, np.bool_)) for v in key):
        mask = np.array(key, dtype=bool)
    else:
        return None
    if mask is not None and len(mask) != len(index):
        raise ValueError(f"Item wrong length {len(mask)} instead of {len(index)}.")
    return mask


def label_slice(index, key):
    """The places from one label to another, both included."""
    if hasattr(index, 'slice_places'):
        return index.slice_places(key)
    labels = index.tolist()
    if is_numeric(index._data) and labels == sorted(labels):
        start = 0 if key.start is None else int(np.searchsorted(index._data, key.start, side='left'))
        stop = len(labels) if key.stop is None else int(np.searchsorted(index._data, key.stop, side='right'))
        return list(range(start, stop))[::key.step]
    start = 0 if key.start is None else index.get_loc(key.start)
    stop = len(labels) - 1 if key.stop is None else index.get_loc(key.stop)
    start = start[0] if isinstance(start, list) else start
    stop = stop[-1] if isinstance(stop, list) else stop
    return list(range(start, stop + 1))[::key.step]
