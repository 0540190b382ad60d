"""pandas' Series: a column with labels and a name."""
import numpy as np
import _pandas_data as d
import _pandas_numbers as numbers
from _pandas_data import Objects, OBJECT, STR, infer, is_missing, is_numeric, listed, missing, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_operators import Operators, comparison, operate


class Series(Operators):
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
            raise TypeError("cannot convert the series to <class 'float'>")
        return float(self._data[0])

    def __int__(self):
        if len(self) != 1:
            raise TypeError("cannot convert the series to <class 'int'>")
        return int(self._data[0])

    def __getattr__(self, name):
        if not name.startswith('_') and name in self.__dict__.get('_index', ()):
            return self[name]
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
        if any(isinstance(v, str) for v in (key.start, key.stop)):
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
            out = self.copy()
            out._index = RangeIndex(len(self))
            return out
        frame = self.to_frame(name if name is not None else self.name)
        return frame.reset_index()

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

    def unstack(self, level=-1, fill_value=None):
        """The last level of the labels as columns."""
        from _pandas_tools import unstack
        return unstack(self, fill_value)

    # ---- Missing values ----

    def isna(self):
        """Whether each value is missing."""
        return self._with(missing(self._data))

    isnull = isna

    def notna(self):
        """Whether each value is there."""
        return self._with(~missing(self._data))

    notnull = notna

    def fillna(self, value=None, inplace=False):
        """What is missing, replaced."""
        gone = missing(self._data)
        if isinstance(value, (dict, Series)):
            lookup = value if isinstance(value, dict) else value.to_dict()
            filled = [lookup.get(label, v) if miss else v
                      for label, v, miss in zip(self._index.tolist(), listed(self._data), gone.tolist())]
            data = infer(filled)
        else:
            data = d.set_at(self._data, gone, value) if np.any(gone) else d.copy(self._data)
        return self._given(data, inplace)

    def _given(self, data, inplace):
        if inplace:
            self._data = data
            return None
        return self._with(data)

    def ffill(self):
        """What is missing, from the value before."""
        out, last = [], nan
        for v in listed(self._data):
            last = last if is_missing(v) else v
            out.append(last)
        return self._with(_same_kind(out, self._data))

    def bfill(self):
        """What is missing, from the next value."""
        turned = self._with(_same_kind(listed(self._data)[::-1], self._data)).ffill().tolist()
        return self._with(_same_kind(turned[::-1], self._data))

    def interpolate(self, method='linear'):
        """What is missing, on a line between its neighbours."""
        values = self._data.astype(np.float64).tolist()
        known = [i for i, v in enumerate(values) if v == v]
        for a, b in zip(known, known[1:]):
            for i in range(a + 1, b):
                values[i] = values[a] + (values[b] - values[a]) * (i - a) / (b - a)
        if known:
            for i in range(known[-1] + 1, len(values)):
                values[i] = values[known[-1]]
        return self._with(np.array(values))

    def dropna(self, inplace=False):
        """Without rows in which something is missing."""
        out = self._rows(np.flatnonzero(~missing(self._data)))
        if inplace:
            self._data, self._index = out._data, out._index
            return None
        return out

    # ---- Values ----

    def apply(self, func, args=(), **kwargs):
        """A function of each value, row or column."""
        if isinstance(func, str):
            return getattr(self, func)(*args, **kwargs)
        out = [func(v, *args, **kwargs) for v in listed(self._data)]
        if out and isinstance(out[0], Series):
            from _pandas_frame import DataFrame
            return DataFrame([s.to_dict() for s in out], index=self._index)
        return self._with(infer(out)) if out else self.copy()

    def map(self, arg, na_action=None):
        """A function or a dict of each value."""
        if isinstance(arg, Series):
            arg = arg.to_dict()
        if isinstance(arg, dict):
            get = arg.get
            return self._with(infer([nan if is_missing(v) and v not in arg else get(v, nan)
                                     for v in listed(self._data)]))
        if na_action == 'ignore':
            return self._with(infer([v if is_missing(v) else arg(v) for v in listed(self._data)]))
        return self._with(infer([arg(v) for v in listed(self._data)]))

    def replace(self, to_replace=None, value=None, regex=False, inplace=False):
        """Some values, replaced by others."""
        if regex:
            import re
            data = infer([re.sub(to_replace, value, v) if isinstance(v, str) else v for v in listed(self._data)])
            return self._given(data, inplace)
        if isinstance(to_replace, dict):
            pairs = list(to_replace.items())
        elif isinstance(to_replace, (list, tuple, np.ndarray)):
            values = list(value) if isinstance(value, (list, tuple)) else [value] * len(to_replace)
            pairs = list(zip(list(to_replace), values))
        else:
            pairs = [(to_replace, value)]
        gone = missing(self._data).tolist()
        out = []
        for v, miss in zip(listed(self._data), gone):
            for old, new in pairs:
                if miss and is_missing(old) or not miss and not is_missing(old) and v == old and isinstance(
                        v, str) == isinstance(old, str):
                    v = new
                    break
            out.append(v)
        data = infer(out)
        if is_numeric(data) and is_numeric(self._data) and data.dtype.kind == self._data.dtype.kind:
            data = data.astype(self._data.dtype)
        return self._given(data, inplace)

    def where(self, cond, other=nan):
        """Values, replaced where a condition does not hold."""
        mask = np.asarray(cond(self) if callable(cond) else cond)
        if isinstance(other, Series):
            other = other._data
        if isinstance(other, (np.ndarray, Objects)):
            other = d.take(other, np.flatnonzero(~mask))
        return self._with(d.set_at(self._data, ~mask, other) if not np.all(mask) else d.copy(self._data))

    def mask(self, cond, other=nan):
        """Values, replaced where a condition holds."""
        return self.where(~np.asarray(cond(self) if callable(cond) else cond), other)

    def clip(self, lower=None, upper=None):
        """Values held between two bounds."""
        return self._with(np.clip(self._data, lower, upper))

    def round(self, decimals=0):
        """Rounded values."""
        return self._with(np.round(self._data, decimals))

    def abs(self):
        """Without sign."""
        return self._with(np.abs(self._data))

    def between(self, left, right, inclusive='both'):
        """Whether each value lies between two."""
        low = self >= left if inclusive in ('both', 'left') else self > left
        high = self <= right if inclusive in ('both', 'right') else self < right
        return low & high

    def isin(self, values):
        """Whether each value is among some."""
        values = list(values)
        if is_numeric(self._data) and all(isinstance(v, (int, float, np.number)) for v in values):
            return self._with(np.isin(self._data, np.array(values)) if values else np.zeros(len(self), dtype=bool))
        known = set(values)
        return self._with(np.array([v in known for v in listed(self._data)], dtype=bool))

    def unique(self):
        """The different values."""
        _, unique = d.codes(self._data)
        gone = missing(self._data)
        if np.any(gone):
            first = int(np.flatnonzero(gone)[0])
            place = len(d.codes(d.cut(self._data, 0, first))[1])
            values = listed(unique)
            values.insert(place, listed(self._data)[first])
            unique = np.array(values) if is_numeric(unique) else Objects(values, unique.dtype)
        return d.values_of(unique)

    def nunique(self, dropna=True):
        """How many different values there are."""
        return numbers.distinct(self._data, dropna)

    def factorize(self, sort=False):
        """Values as numbers, and what they stand for."""
        places, unique = d.codes(self._data, sort)
        return places, Index(unique)

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        """How often each value is there."""
        from _pandas_tools import value_counts
        return value_counts(self, normalize, sort, ascending, bins, dropna)

    def duplicated(self, keep='first'):
        """Whether each came before."""
        from _pandas_tools import duplicated
        return self._with(duplicated(listed(self._data), keep), name=None)

    def drop_duplicates(self, keep='first', inplace=False, ignore_index=False):
        """Without rows that came before."""
        from _pandas_tools import duplicated
        out = self._rows(np.flatnonzero(~duplicated(listed(self._data), keep)))
        return out.reset_index(drop=True) if ignore_index else out

    def sort_values(self, ascending=True, inplace=False, na_position='last', ignore_index=False, key=None, axis=0,
                    kind=None):
        """In the order of the values."""
        data = self._data if key is None else key(self)._data
        out = self._rows(d.order_of(data, ascending, na_position))
        if ignore_index:
            out._index = RangeIndex(len(out))
        if inplace:
            self._data, self._index = out._data, out._index
            return None
        return out

    def sort_index(self, ascending=True, inplace=False):
        """In the order of the labels."""
        out = self._rows(d.order_of(self._index._data, ascending))
        if inplace:
            self._data, self._index = out._data, out._index
            return None
        return out

    def argsort(self):
        """The places in the order of the values."""
        return self._with(d.order_of(self._data))

    def nlargest(self, n=5):
        """The rows with the greatest values."""
        return self.sort_values(ascending=False).head(n)

    def nsmallest(self, n=5):
        """The rows with the least values."""
        return self.sort_values().head(n)

    def rank(self, method='average', ascending=True):
        """The place of each value in order."""
        return self._with(numbers.ranks(self._data.astype(np.float64), method, ascending))

    def shift(self, periods=1, fill_value=None):
        """Values some rows later."""
        places = np.arange(len(self)) - periods
        places = np.where((places < 0) | (places >= len(self)), -1, places)
        if fill_value is None:
            return self._with(d.take_or_missing(self._data, places))
        return self._with(d.set_at(d.take(self._data, np.maximum(places, 0)), places < 0, fill_value))

    def diff(self, periods=1):
        """The difference to an earlier row."""
        return self._with(self._data - self.shift(periods)._data)

    def pct_change(self, periods=1):
        """The relative change from an earlier row."""
        return self._with(self._data / self.shift(periods)._data - 1)

    def _running(self, function):
        if is_numeric(self._data) and self._data.dtype.kind != 'f':
            return self._with(function(self._data))
        gone = missing(self._data)
        out = self._data.copy()
        out[~gone] = function(self._data[~gone])
        return self._with(out)

    def cumsum(self):
        """The sum so far."""
        return self._running(np.cumsum)

    def cumprod(self):
        """The product so far."""
        return self._running(np.cumprod)

    def cummax(self):
        """The greatest value so far."""
        return self._running(np.maximum.accumulate if hasattr(np.maximum, 'accumulate') else _running_max)

    def cummin(self):
        """The least value so far."""
        return self._running(lambda v: -_running_max(-v))

    def rolling(self, window, min_periods=None, center=False):
        """Windows of rows: rolling(3).mean()."""
        from _pandas_group import Rolling
        return Rolling(self, window, min_periods, center)

    def expanding(self, min_periods=1):
        from _pandas_group import Rolling
        return Rolling(self, None, min_periods, False)

    def ewm(self, com=None, span=None, halflife=None, alpha=None, adjust=True):
        from _pandas_group import Ewm
        return Ewm(self, com, span, halflife, alpha, adjust)

    def groupby(self, by=None, level=None, sort=True, dropna=True):
        """Groups of rows with the same keys."""
        from _pandas_group import SeriesGroupBy
        return SeriesGroupBy(self, by if by is not None else self._index, sort)

    # ---- Numbers about it ----

    def sum(self, axis=None, skipna=True, numeric_only=False, min_count=0):
        """The sum."""
        return numbers.total(self._data, skipna, min_count)

    def mean(self, axis=None, skipna=True, numeric_only=False):
        """The mean."""
        return numbers.mean(self._data, skipna)

    def std(self, axis=None, skipna=True, ddof=1, numeric_only=False):
        """The standard deviation."""
        return numbers.std(self._data, ddof, skipna)

    def var(self, axis=None, skipna=True, ddof=1, numeric_only=False):
        """The variance."""
        return numbers.var(self._data, ddof, skipna)

    def sem(self, ddof=1):
        """The standard error of the mean."""
        return numbers.sem(self._data, ddof)

    def min(self, axis=None, skipna=True, numeric_only=False):
        """The least value."""
        return numbers.least(self._data, skipna)

    def max(self, axis=None, skipna=True, numeric_only=False):
        """The greatest value."""
        return numbers.greatest(self._data, skipna)

    def median(self, axis=None, skipna=True, numeric_only=False):
        """The middle value."""
        return numbers.median(self._data, skipna)

    def prod(self, axis=None, skipna=True):
        """The product."""
        return numbers.product(self._data)

    product = prod

    def skew(self):
        """How lopsided the values are."""
        return numbers.skew(self._data)

    def kurt(self):
        """How heavy the tails are (0 for normal ones)."""
        return numbers.kurt(self._data)

    kurtosis = kurt

    def count(self):
        """How many values are there, without missing ones."""
        return numbers.count(self._data)

    def any(self, axis=None, skipna=True):
        """Whether some are true."""
        return np.bool_(numbers.any_true(self._data))

    def all(self, axis=None, skipna=True):
        """Whether all are true."""
        return np.bool_(numbers.all_true(self._data))

    def quantile(self, q=0.5):
        """The value below which a part lies."""
        if isinstance(q, (list, tuple, np.ndarray)):
            out = Series([numbers.quantile(self._data, p) for p in q], index=[float(p) for p in q], name=self.name)
            return out
        return numbers.quantile(self._data, q)

    def mode(self, dropna=True):
        """The values that are there most often."""
        places, unique = d.codes(self._data, sort=True)
        counts = np.bincount(places[places >= 0])
        return Series(d.take(unique, np.flatnonzero(counts == counts.max())), name=self.name)

    def idxmax(self, axis=0, skipna=True):
        """The label of the greatest value."""
        return self._index[int(np.argmax(np.where(missing(self._data), -np.inf, self._data)))]

    def idxmin(self, axis=0, skipna=True):
        """The label of the least value."""
        return self._index[int(np.argmin(np.where(missing(self._data), np.inf, self._data)))]

    def argmax(self):
        """Where the greatest value stands."""
        return int(np.argmax(self._data))

    def argmin(self):
        """Where the least value stands."""
        return int(np.argmin(self._data))

    def corr(self, other, method='pearson'):
        """Correlations."""
        a, b = self._data.astype(np.float64), other._data.astype(np.float64)
        both = ~(np.isnan(a) | np.isnan(b))
        if method != 'pearson' or both.sum() < 2:
            return numbers.correlation(a, b, method)
        return np.corrcoef(a[both], b[both])[0, 1]

    def cov(self, other, ddof=1):
        """Covariances."""
        return numbers.covariance(self._data, other._data, ddof)

    def dot(self, other):
        """The product with another, as matrices."""
        return np.dot(self._data, np.asarray(other))

    def describe(self, percentiles=None):
        """Count, mean, deviation, least, quartiles and greatest."""
        labels, values = numbers.description(self._data, percentiles)
        return Series(values, index=labels, name=self.name)

    def agg(self, func):
        """One or several summaries, by name or as functions."""
        if isinstance(func, (list, tuple)):
            names = [f if isinstance(f, str) else f.__name__ for f in func]
            return Series([self.agg(f) for f in func], index=names, name=self.name)
        return getattr(self, func)() if isinstance(func, str) else func(self)

    aggregate = agg

    def pipe(self, func, *args, **kwargs):
        """A function of the whole."""
        return func(self, *args, **kwargs)

    def equals(self, other):
        return (isinstance(other, Series) and len(self) == len(other) and self.dtype == other.dtype and
                self._index.equals(other._index) and all(
                    a == b or is_missing(a) and is_missing(b) for a, b in zip(self.tolist(), other.tolist())))

    # ---- Operators ----

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
                raise ValueError("Lengths must match to compare" if name in comparison else
                                 f"operands could not be broadcast together with shapes ({len(self)},) "
                                 f"({len(other)},) ")
        out = Series.__new__(Series)
        out._data = operate(left._data, other, op, name, reverse)
        out._index, out.name = index, outer
        return out

    def _inverted(self):
        return self._with(~self._data if is_numeric(self._data) else [not v for v in self._data])

    def _negated(self):
        return self._with(-self._data)


def _running_max(values):
    out, best = [], None
    for v in values.tolist():
        best = v if best is None or v > best else best
        out.append(best)
    return np.array(out, dtype=values.dtype)


def _same_kind(values, data):
    return np.array(values, dtype=data.dtype) if is_numeric(data) else Objects(values, data.dtype)


def boolean_mask(key, index):
    """Booleans that pick rows, as an array; None where the key is no mask."""
    if isinstance(key, Series):
        data = key._data
        if is_numeric(data) and data.dtype.kind == 'b':
            if not key._index.equals(index):
                if len(key) and any(label not in key._index for label in index.tolist()):
                    raise ValueError("Unalignable boolean Series provided as indexer (index of the boolean Series and "
                                     "of the indexed object do not match).")
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
