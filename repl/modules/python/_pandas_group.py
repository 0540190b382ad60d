"""groupby."""
import numpy as np
import _pandas_data as d
import _pandas_numbers as numbers
from _pandas_data import Objects, OBJECT, infer, is_numeric, listed, missing, nan
from _pandas_group_rows import GroupRows
from _pandas_index import Index, MultiIndex, as_index
from _pandas_series import Series


def _kind_of_level(key):
    """The dtype that a level keeps: of categories, and of whole numbers that are not int64."""
    if d.categories_of(key) is not None or is_numeric(key) and key.dtype.kind in 'iu' and key.dtype != np.int64:
        return key.dtype
    return None


class _Groups:
    """Rows by group: the keys in order and the places of each."""

    def __init__(self, keys, names, sort, observed=True):
        """`keys`: one column, or several."""
        self.names = names
        if len(keys) == 1:
            places, unique = d.codes(keys[0], sort, whole=not observed)
            self.index = Index(unique, name=names[0])
            self.labels = listed(unique)
        else:
            gone = np.zeros(len(keys[0]), dtype=bool)
            for key in keys:
                gone = gone | missing(key)
            rows = Objects([None if g else row for row, g in zip(zip(*[listed(k) for k in keys]), gone.tolist())],
                           OBJECT)
            if sort and any(d.categories_of(key) is not None for key in keys):
                # Categories stand in their own order: rows of ranks are sorted, not rows of names.
                numbered = [d.codes(key, sort=True) for key in keys]
                ranks = Objects([None if g else row for row, g in zip(zip(*[c.tolist() for c, _ in numbered]),
                                                                      gone.tolist())], OBJECT)
                places, unique = d.codes(ranks, sort)
                values = [listed(u) for _, u in numbered]
                self.labels = [tuple(v[rank] for v, rank in zip(values, row)) for row in unique]
            else:
                places, unique = d.codes(rows, sort)
                self.labels = list(unique)
            if not observed and any(d.categories_of(key) is not None for key in keys):
                places = self._all_pairs(keys, places, sort)
            self.index = MultiIndex(self.labels, names, [_kind_of_level(key) for key in keys])
        self.codes = places
        order = np.argsort(places, kind='stable')
        order = order[places[order] >= 0]
        counts = np.bincount(places[places >= 0], minlength=len(self.labels))
        self.places = np.split(order, np.cumsum(counts)[:-1]) if len(self.labels) else []
        self.counts = counts


    def _all_pairs(self, keys, places, sort):
        """Also the groups without rows: every pair of a category and what stands in the other columns."""
        labels = [()]
        for key in keys:
            labels = [row + (value,) for row in labels for value in listed(d.codes(key, sort, whole=True)[1])]
        number = {row: i for i, row in enumerate(labels)}
        moved = np.array([number[row] for row in self.labels] + [-1], dtype=np.int64)
        self.labels = labels
        return moved[places]


class _GroupBy(GroupRows):
    def __len__(self):
        return len(self._groups.labels)

    @property
    def ngroups(self):
        """How many groups there are."""
        return len(self)

    @property
    def groups(self):
        index = self._object._index
        return {label: index[places] for label, places in zip(self._groups.labels, self._groups.places)}

    @property
    def indices(self):
        return {label: places for label, places in zip(self._groups.labels, self._groups.places)}

    def get_group(self, name):
        """The rows of one group."""
        labels = self._groups.labels
        if name not in labels:
            if isinstance(name, tuple) and len(name) == 1 and name[0] in labels:
                name = name[0]
            else:
                raise KeyError(name)
        return self._rows(self._groups.places[labels.index(name)])

    def __iter__(self):
        tuples = self._tuples
        for label, places in zip(self._groups.labels, self._groups.places):
            yield ((label,) if tuples and not isinstance(label, tuple) else label), self._rows(places)

    def sum(self, numeric_only=False):
        """The sum."""
        return self._reduce('sum', numeric_only)

    def mean(self, numeric_only=False):
        """The mean."""
        return self._reduce('mean', numeric_only)

    def median(self, numeric_only=False):
        """The middle value."""
        return self._reduce('median', numeric_only)

    def std(self, ddof=1, numeric_only=False):
        """The standard deviation."""
        return self._reduce('std', numeric_only)

    def var(self, ddof=1, numeric_only=False):
        """The variance."""
        return self._reduce('var', numeric_only)

    def min(self, numeric_only=False):
        """The least value."""
        return self._reduce('min', numeric_only)

    def max(self, numeric_only=False):
        """The greatest value."""
        return self._reduce('max', numeric_only)

    def prod(self, numeric_only=False):
        """The product."""
        return self._reduce('prod', numeric_only)

    def count(self):
        """How many values are there, without missing ones."""
        return self._reduce('count')

    def nunique(self):
        """How many different values there are."""
        return self._reduce('nunique')

    def any(self):
        """Whether some are true."""
        return self._reduce('any')

    def all(self):
        """Whether all are true."""
        return self._reduce('all')

    def skew(self, numeric_only=False):
        """How lopsided the values are."""
        return self._reduce('skew', numeric_only)

    def sem(self, ddof=1, numeric_only=False):
        """The standard error of the mean."""
        return self._reduce('sem', numeric_only)

    def first(self):
        """The first value of each group."""
        return self._reduce(lambda c: _first(numbers.there(c)))

    def last(self):
        """The last value of each group."""
        return self._reduce(lambda c: _first(numbers.there(c)[::-1]))

    def quantile(self, q=0.5):
        """The value below which a part lies."""
        return self._reduce(lambda c: numbers.quantile(c, q))

    def idxmax(self):
        """The label of the greatest value."""
        return self._reduce_places(lambda s: s.idxmax())

    def idxmin(self):
        """The label of the least value."""
        return self._reduce_places(lambda s: s.idxmin())

    def _column(self, data, function, places):
        if isinstance(function, str):
            if function == 'size':
                return len(places)
            if function == 'first':
                return _first(numbers.there(d.take(data, places)))
            if function == 'last':
                return _first(numbers.there(d.take(data, places))[::-1])
            return numbers.functions[function](d.take(data, places))
        return function(d.take(data, places))

    def _aggregated(self, data, function):
        from _pandas_frame_values import _method
        function = _method(function)
        if callable(function) and not isinstance(function, str):
            out = [function(self._small(data, places)) for places in self._groups.places]
        else:
            if function not in numbers.functions and function not in ('size', 'first', 'last'):
                if function in ('idxmax', 'idxmin', 'unique', 'quantile', 'mode', 'describe'):
                    made = [getattr(self._small(data, places), function)() for places in self._groups.places]
                    return Objects(made, OBJECT) if function == 'unique' else infer(made)
                raise AttributeError(f"'SeriesGroupBy' object has no attribute '{function}'")
            if function in ('mean', 'median', 'std', 'var') and not is_numeric(data) and data.dtype == d.STR:
                raise TypeError(f"dtype 'str' does not support operation '{function}'")
            out = [self._column(data, function, places) for places in self._groups.places]
        return infer(out) if out else data[:0]

    def _small(self, data, places):
        out = Series(d.take(data, places), name=getattr(self._object, 'name', None))
        out._index = self._object._index[places]
        return out

    def _spread(self, data, function):
        """A value a row: of a function's result for its group (one value, or one a row)."""
        parts, order = [], []
        for places in self._groups.places:
            small = self._small(data, places)
            if isinstance(function, str):
                made = getattr(small, function)()
            else:
                made = function(small)
            if isinstance(made, Series):
                parts.extend(made.tolist())
            else:
                parts.extend([made] * len(places))
            order.extend(places.tolist())
        out = [nan] * len(data)
        for place, value in zip(order, parts):
            out[place] = value
        return infer(out)


def _first(values):
    return values[0] if len(values) else nan


class SeriesGroupBy(_GroupBy):
    """A column in groups."""
    __module__ = 'pandas.api.typing'
    _tuples = False

    def __init__(self, series, by, sort=True, groups=None, as_index=True):
        self._object = series
        self._as_index = as_index
        if groups is None:
            groups = _groups_of(by, series._index, None, sort)
        self._groups = groups

    def _rows(self, places):
        return self._object._rows(places)

    _inner = _rows

    def _result(self, data, name=''):
        out = Series(data, index=self._groups.index, name=self._object.name if name == '' else name)
        return out if self._as_index else out.reset_index()

    def _reduce(self, function, numeric_only=False):
        data = self._object._data
        if not isinstance(function, str):
            return self._result(infer([function(d.take(data, places)) for places in self._groups.places]))
        return self._result(self._aggregated(data, function))

    def _reduce_places(self, function):
        return self._result(infer([function(self._small(self._object._data, p)) for p in self._groups.places]))

    def size(self):
        """How many values there are."""
        return self._result(np.array([len(p) for p in self._groups.places], dtype=np.int64))

    def agg(self, func=None, **kwargs):
        """One or several summaries, by name or as functions."""
        from _pandas_frame import DataFrame
        if func is None and not kwargs:
            raise TypeError("Must provide 'func' or named aggregation **kwargs.")
        for each in kwargs.values():
            if isinstance(each, tuple):
                raise TypeError("func is expected but received tuple in **kwargs.")
        if kwargs:
            return DataFrame({name: self._aggregated(self._object._data, f) for name, f in kwargs.items()},
                             index=self._groups.index)
        if isinstance(func, (list, tuple)):
            names = [f if isinstance(f, str) else f.__name__ for f in func]
            return DataFrame({n: self._aggregated(self._object._data, f) for n, f in zip(names, func)},
                             index=self._groups.index)
        return self._result(self._aggregated(self._object._data, func))

    aggregate = agg

    def apply(self, func, *args, **kwargs):
        """A function of each value, row or column."""
        out = [func(self._small(self._object._data, places), *args, **kwargs) for places in self._groups.places]
        return self._result(infer(out))

    def transform(self, func):
        """A function of each group or column, as long as before."""
        return Series(self._spread(self._object._data, func), index=self._object._index, name=self._object.name)

    def describe(self):
        """Count, mean, deviation, least, quartiles and greatest."""
        from _pandas_frame import DataFrame
        rows = [numbers.description(d.take(self._object._data, p)) for p in self._groups.places]
        return DataFrame([listed(values) for _, values in rows], index=self._groups.index, columns=rows[0][0])

    def value_counts(self, normalize=False, sort=True):
        """How often each value is there."""
        labels, values = [], []
        for label, places in zip(self._groups.labels, self._groups.places):
            counts = self._small(self._object._data, places).value_counts(normalize)
            for key, value in zip(counts._index.tolist(), listed(counts._data)):
                labels.append((label if isinstance(label, tuple) else (label,)) + (key,))
                values.append(value)
        return Series(values, index=MultiIndex(labels, self._groups.names + [self._object.name]),
                      name='proportion' if normalize else 'count')

    def unique(self):
        """The different values."""
        return self._result(Objects([self._small(self._object._data, p).unique() for p in self._groups.places], OBJECT))

    def nlargest(self, n=5):
        """The rows with the greatest values."""
        labels, values = [], []
        for label, places in zip(self._groups.labels, self._groups.places):
            best = self._small(self._object._data, places).nlargest(n)
            labels.extend((label, key) for key in best._index.tolist())
            values.extend(best.tolist())
        return Series(values, index=MultiIndex(labels, self._groups.names + [self._object._index.name]),
                      name=self._object.name)


def level_keys(index, level):
    """The labels of one level or several, to group by."""
    if isinstance(level, (list, tuple)):
        return [index.get_level_values(each) for each in level]
    return index.get_level_values(level)


class Grouper:
    """A key of groupby: a column, or spans of time of a column or of the labels."""
    __module__ = 'pandas'

    def __init__(self, key=None, level=None, freq=None, sort=True, label=None):
        self.key, self.level, self.freq, self.label = key, level, freq, label

    def times(self, index, frame):
        """The moments that are put into spans."""
        if self.key is not None:
            return Index(frame._column(self.key)._data, name=self.key)
        return index if self.level is None else index.get_level_values(self.level)


def _groups_of(by, index, frame, sort, observed=True):
    """The groups of keys; spans of time also where no row is in them."""
    if isinstance(by, list) and len(by) == 1 and isinstance(by[0], Grouper):
        by = by[0]
    if isinstance(by, Grouper) and by.freq is not None:
        from _pandas_resample import groups_of_time
        return groups_of_time(by.times(index, frame), by.freq, by.label)
    columns, names = _keys(by, index, frame)
    return _Groups(columns, names, sort, observed)


def _keys(by, index, frame):
    """The columns to group by and their names."""
    if isinstance(by, Grouper):
        if by.freq is None:
            return _keys(by.key, index, frame)
        from _pandas_resample import groups_of_time
        times = by.times(index, frame)
        groups = groups_of_time(times, by.freq, by.label)
        return [d.take(groups.index._data, groups.codes)], [times.name]
    if isinstance(by, MultiIndex):
        return [by.get_level_values(k)._data for k in range(by.nlevels)], list(by.names)
    if isinstance(by, (list, tuple)) and not (frame is None and len(by) == len(index) and not any(
            isinstance(b, (Series, np.ndarray)) for b in by)):
        columns, names = [], []
        for each in by:
            c, n = _keys(each, index, frame)
            columns.extend(c)
            names.extend(n)
        return columns, names
    if isinstance(by, Series):
        return [by._data if by._index.equals(index) else by.reindex(index)._data], [by.name]
    if isinstance(by, Index):
        return [by._data], [by.name]
    if callable(by):
        return [infer([by(label) for label in index.tolist()])], [None]
    if isinstance(by, dict):
        return [infer([by.get(label, nan) for label in index.tolist()])], [None]
    if isinstance(by, (np.ndarray, list)):
        return [infer(by)], [None]
    if frame is not None:
        if by in frame._columns:
            return [frame._column(by)._data], [by]
        if by is not None and by == index.name:
            return [index._data], [by]
    if isinstance(index, MultiIndex) and by is not None and by in index.names:
        return [index.get_level_values(by)._data], [by]
    if frame is None and by is not None and not isinstance(by, (list, tuple)) and by == index.name:
        return [index._data], [by]
    raise KeyError(by)


class FrameGroupBy(_GroupBy):
    """A table in groups."""
    __module__ = 'pandas.api.typing'

    def __init__(self, frame, by, as_index=True, sort=True, groups=None, chosen=None, keys=None, observed=True):
        if groups is None and by is None:
            raise TypeError("You have to supply one of 'by' and 'level'")
        self._object = frame
        self._by = by
        self._tuples = isinstance(by, list)
        self._as_index = as_index
        if groups is None:
            groups = _groups_of(by, frame._index, frame, sort, observed)
        self._groups = groups
        self._chosen = chosen

    def _rows(self, places):
        frame = self._object if self._chosen is None else self._object[self._chosen]
        return frame._part(places)

    def _inner(self, places):
        return self._object._part(places, [self._object._columns.get_loc(name) for name in self._value_columns()])

    def _value_columns(self):
        if self._chosen is not None:
            return self._chosen
        return [name for name in self._object._columns.tolist() if name not in self._groups.names]

    def __getitem__(self, key):
        if isinstance(key, list):
            gone = [name for name in key if name not in self._object._columns]
            if gone:
                raise KeyError(f"Columns not found: {', '.join(repr(name) for name in gone)}")
            return FrameGroupBy(self._object, self._by, self._as_index, groups=self._groups, chosen=key)
        if key not in self._object._columns:
            raise KeyError(f"Column not found: {key}")
        return SeriesGroupBy(self._object[key], None, groups=self._groups, as_index=self._as_index)

    def __getattr__(self, name):
        if not name.startswith('_') and name in self._object._columns:
            return self[name]
        raise AttributeError(f"'DataFrameGroupBy' object has no attribute '{name}'")

    def _frame(self, columns, data):
        from _pandas_frame import DataFrame
        names = columns if isinstance(columns, Index) else Index(columns, name=self._object._columns.name) if columns \
            else as_index([], 0)
        out = DataFrame._of(names, data, self._groups.index)
        return out if self._as_index else out.reset_index()

    def _reduce(self, function, numeric_only=False):
        columns, data = [], []
        for name in self._value_columns():
            column = self._object._column(name)._data
            if numeric_only and not is_numeric(column):
                continue
            if isinstance(function, str):
                if function in ('mean', 'median', 'std', 'var') and not is_numeric(column):
                    from _pandas_data import STR
                    kind = 'str' if column.dtype == STR else 'object'
                    if kind == 'str':
                        raise TypeError(f"dtype 'str' does not support operation '{function}'")
                    raise TypeError(f"agg function failed [how->{function},dtype->object]")
                data.append(self._aggregated(column, function))
            else:
                data.append(infer([function(d.take(column, places)) for places in self._groups.places]))
            columns.append(name)
        return self._frame(columns, data)

    def _reduce_places(self, function):
        names = self._value_columns()
        return self._frame(names, [infer([function(self._small(self._object._column(n)._data, p))
                                          for p in self._groups.places]) for n in names])

    def size(self):
        """How many values there are."""
        out = Series(np.array([len(p) for p in self._groups.places], dtype=np.int64), index=self._groups.index)
        return out if self._as_index else out.to_frame('size').reset_index()

    def agg(self, func=None, **kwargs):
        """One or several summaries, by name or as functions."""
        from _pandas_frame import DataFrame
        get = lambda name: self._object._column(name)._data
        if func is None and not all(isinstance(v, tuple) for v in kwargs.values()) or func is None and not kwargs:
            raise TypeError("Must provide 'func' or tuples of '(column, aggfunc).")
        if kwargs:
            for name, _ in kwargs.values():
                if name not in self._object._columns:
                    raise KeyError(f"Label(s) [{name!r}] do not exist")
            return self._frame(list(kwargs), [self._aggregated(get(c), f) for c, f in kwargs.values()])
        if isinstance(func, dict):
            if any(isinstance(f, (list, tuple)) for f in func.values()):
                pairs = [(c, f) for c, fs in func.items() for f in (fs if isinstance(fs, (list, tuple)) else [fs])]
                return self._pairs(pairs)
            for name in func:
                if name not in self._object._columns:
                    raise KeyError(f"Label(s) [{name!r}] do not exist")
            return self._frame(list(func), [self._aggregated(get(c), f) for c, f in func.items()])
        if isinstance(func, (list, tuple)):
            return self._pairs([(c, f) for c in self._value_columns() for f in func])
        if isinstance(func, str):
            if not hasattr(type(self), func):
                raise AttributeError(f"'{func}' is not a valid function for 'DataFrameGroupBy' object")
            return getattr(self, func)()
        names = self._value_columns()
        return self._frame(names, [self._aggregated(get(n), func) for n in names])

    aggregate = agg

    def _pairs(self, pairs):
        from _pandas_frame import DataFrame
        labels = [(c, f if isinstance(f, str) else f.__name__) for c, f in pairs]
        data = [self._aggregated(self._object._column(c)._data, f) for c, f in pairs]
        return DataFrame._of(MultiIndex(labels, [None, None]), data, self._groups.index)

    def apply(self, func, *args, include_groups=False, **kwargs):
        """A function of each value, row or column."""
        from _pandas_frame import DataFrame
        frame = self._object[self._value_columns()]
        out = [func(frame._part(places), *args, **kwargs) for places in self._groups.places]
        if out and isinstance(out[0], Series):
            return DataFrame([s.to_dict() for s in out], index=self._groups.index)
        if out and isinstance(out[0], DataFrame):
            from _pandas_join import concat
            return concat(out, keys=self._groups.labels, names=self._groups.names)
        return Series(infer(out), index=self._groups.index)

    def transform(self, func):
        """A function of each group or column, as long as before."""
        names = self._value_columns()
        from _pandas_frame import DataFrame
        return DataFrame._of(Index(names), [self._spread(self._object._column(n)._data, func) for n in names],
                             self._object._index)

    def filter(self, func):
        kept = sorted(i for places in self._groups.places if func(self._object._part(places)) for i in places.tolist())
        return self._object._part(np.array(kept, dtype=np.int64))

    def describe(self):
        """Count, mean, deviation, least, quartiles and greatest."""
        from _pandas_frame import DataFrame
        labels, data = [], []
        for name in self._value_columns():
            column = self._object._column(name)._data
            if not is_numeric(column):
                continue
            rows = [numbers.description(d.take(column, p)) for p in self._groups.places]
            for k, label in enumerate(rows[0][0]):
                labels.append((name, label))
                data.append(np.array([listed(values)[k] for _, values in rows]))
        return DataFrame._of(MultiIndex(labels, [None, None]), data, self._groups.index)

    def value_counts(self):
        """How often each value is there."""
        raise NotImplementedError("value_counts of a grouped table: choose a column first")
