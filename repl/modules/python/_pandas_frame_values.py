"""DataFrame's methods that change its values or say something about them."""
import numpy as np
import _pandas_data as d
import _pandas_numbers as numbers
from _pandas_data import Objects, OBJECT, infer, is_numeric, listed, missing, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_series import Series


def _is_columns(axis):
    if axis not in (0, 1, 'index', 'rows', 'columns', None):
        raise ValueError(f"No axis named {axis} for object type DataFrame")
    return axis in (1, 'columns')


def _listed(labels):
    return [labels] if isinstance(labels, (str, int, tuple)) or not hasattr(labels, '__iter__') else list(labels)


def _method(func):
    """'sum' for numpy's sum, and so on: pandas leaves missing values out where numpy does not."""
    name = getattr(func, '__name__', None)
    if name in ('sum', 'mean', 'std', 'var', 'min', 'max', 'median', 'prod') and func is getattr(np, name):
        return name
    return func



def _kinds(kinds):
    return list(kinds) if isinstance(kinds, (list, tuple)) else [kinds]


class FrameValues:
    """What DataFrame inherits: missing values, functions of columns, sums and descriptions."""

    # ---- Missing values ----

    def isna(self):
        """Whether each value is missing."""
        return self._mapped(missing)

    isnull = isna

    def notna(self):
        """Whether each value is there."""
        return self._mapped(lambda c: ~missing(c))

    notnull = notna

    def fillna(self, value, inplace=False):
        """What is missing, replaced."""
        out = []
        lookup = value.to_dict() if isinstance(value, Series) else value if isinstance(value, dict) else None
        for k in range(len(self._data)):
            name = self._columns[k]
            if lookup is not None:
                out.append(self._series(k).fillna(lookup[name])._data if name in lookup else self._data[k])
            else:
                out.append(self._series(k).fillna(value)._data)
        return self._become(self._new(self._columns, out, self._index), inplace)

    def ffill(self):
        """What is missing, from the value before."""
        return self._by_series(lambda s: s.ffill())

    def bfill(self):
        """What is missing, from the next value."""
        return self._by_series(lambda s: s.bfill())

    def interpolate(self, method='linear'):
        """What is missing, on a line between its neighbours."""
        return self._by_series(lambda s: s.interpolate(method))

    def dropna(self, axis=0, how='any', thresh=None, subset=None, inplace=False, ignore_index=False):
        """Without rows in which something is missing."""
        if how not in ('any', 'all'):
            raise ValueError(f"invalid how option: {how}")
        gone = [name for name in _listed(subset) if name not in self._columns] if subset is not None else []
        if gone and not _is_columns(axis):
            raise KeyError(gone)
        gone = [missing(c) for c in self._data]
        if _is_columns(axis):
            kept = [i for i, g in enumerate(gone) if not (np.any(g) if how == 'any' else np.all(g))]
            return self._become(self._select(kept), inplace)
        if subset is not None:
            gone = [gone[self._columns.get_loc(name)] for name in _listed(subset)]
        counts = np.zeros(len(self), dtype=np.int64)
        for g in gone:
            counts = counts + g
        if thresh is not None:
            kept = len(gone) - counts >= thresh
        else:
            kept = counts == 0 if how == 'any' else counts < len(gone)
        out = self._part(np.flatnonzero(kept)) if not np.all(kept) else self.copy()
        if ignore_index:
            out._index = RangeIndex(len(out))
        return self._become(out, inplace)

    # ---- Values ----

    def astype(self, dtype, copy=None, errors='raise'):
        """Values of another dtype."""
        if isinstance(dtype, dict):
            for name in dtype:
                if name not in self._columns:
                    raise KeyError("Only a column name can be used for the key in a dtype mappings argument. "
                                   f"{name!r} not found in columns.")
            return self._new(self._columns, [d.astype(c, dtype[n]) if n in dtype else d.copy(c)
                                             for n, c in zip(self._columns.tolist(), self._data)], self._index)
        return self._mapped(lambda c: d.astype(c, dtype))

    def select_dtypes(self, include=None, exclude=None):
        """The columns of some dtypes."""
        from _pandas_tools import is_of_kind
        if include is None and exclude is None:
            raise ValueError("at least one of include or exclude must be nonempty")
        kept = []
        for i, c in enumerate(self._data):
            if include is not None and not any(is_of_kind(c, k) for k in _kinds(include)):
                continue
            if exclude is not None and any(is_of_kind(c, k) for k in _kinds(exclude)):
                continue
            kept.append(i)
        return self._select(kept)

    def apply(self, func, axis=0, args=(), result_type=None, **kwargs):
        """A function of each value, row or column."""
        func = _method(func)
        if isinstance(func, (list, dict)):
            return self.agg(func, axis)
        if isinstance(func, str):
            d.check_function(self, func)
            return getattr(self, func)(axis=axis, **kwargs)
        if _is_columns(axis):
            out = [func(self._row(i), *args, **kwargs) for i in range(len(self))]
            index = self._index
        else:
            out = [func(self._series(k), *args, **kwargs) for k in range(len(self._data))]
            index = self._columns
        if out and isinstance(out[0], Series):
            if _is_columns(axis):
                frame = type(self)([s.to_dict() for s in out])
                frame._index = index
                return frame
            return self._new(index, [s._data for s in out], out[0]._index)
        if out and result_type == 'expand':
            return type(self)([list(v) for v in out], index=index)
        if out and isinstance(out[0], np.ndarray) and not _is_columns(axis):
            return self._new(index, out, self._index)
        return Series(infer(out), index=index)

    def map(self, func, na_action=None):
        """A function or a dict of each value."""
        return self._by_series(lambda s: s.map(func))

    applymap = map

    def replace(self, to_replace=None, value=None, regex=False, inplace=False):
        """Some values, replaced by others."""
        if isinstance(to_replace, dict) and value is None and any(isinstance(v, dict) for v in to_replace.values()):
            out = self.copy()
            for name, inner in to_replace.items():
                out[name] = out[name].replace(inner)
            return self._become(out, inplace)
        return self._become(self._by_series(lambda s: s.replace(to_replace, value, regex)), inplace)

    def where(self, cond, other=nan):
        """Values, replaced where a condition does not hold."""
        if callable(cond):
            cond = cond(self)
        if hasattr(cond, '_columns'):
            masks = cond.reindex(self._index, columns=self._columns)._data
        else:
            flags = np.asarray(cond.reindex(self._index) if hasattr(cond, 'reindex') else cond)
            masks = [flags if flags.ndim == 1 else flags[:, i] for i in range(len(self._data))]
        others = [other] * len(self._data)
        if hasattr(other, '_columns'):
            others = [c for c in other.reindex(self._index, columns=self._columns)._data]
        elif isinstance(other, np.ndarray) and other.ndim == 2:
            others = [other[:, k] for k in range(len(self._data))]
        return self._new(self._columns, [self._series(k).where(masks[k], others[k])._data
                                         for k in range(len(self._data))], self._index)

    def mask(self, cond, other=nan):
        """Values, replaced where a condition holds."""
        return self.where(~cond, other)

    def isin(self, values):
        """Whether each value is among some."""
        if isinstance(values, str) or not hasattr(values, '__iter__'):
            raise TypeError("only list-like or dict-like objects are allowed to be passed to DataFrame.isin(), you "
                            f"passed a '{type(values).__name__}'")
        return self._by_series(lambda s: s.isin(values[s.name] if isinstance(values, dict) else values))

    def clip(self, lower=None, upper=None):
        """Values held between two bounds."""
        return self._mapped(lambda c: np.clip(c, lower, upper))

    def round(self, decimals=0):
        """Rounded values."""
        if isinstance(decimals, dict):
            return self._by_series(lambda s: s.round(decimals[s.name]) if s.name in decimals else s)
        return self._mapped(lambda c: np.round(c, decimals) if is_numeric(c) and c.dtype.kind != 'b' else c)

    def abs(self):
        """Without sign."""
        return self._mapped(np.abs)

    def shift(self, periods=1, freq=None, axis=0, fill_value=None):
        """Values some rows later; with freq, labels some steps later."""
        if freq is not None:
            return self._moved_labels(periods, freq)
        if _is_columns(axis):
            gone = np.full(len(self), nan) if fill_value is None else np.full(len(self), fill_value)
            count = len(self._data)
            places = [k - periods for k in range(count)]
            return self._new(self._columns, [d.copy(self._data[p]) if 0 <= p < count else gone.copy() for p in places],
                             self._index)
        return self._by_series(lambda s: s.shift(periods, fill_value=fill_value))

    def diff(self, periods=1):
        """The difference to an earlier row."""
        return self._by_series(lambda s: s.diff(periods))

    def pct_change(self, periods=1):
        """The relative change from an earlier row."""
        return self._by_series(lambda s: s.pct_change(periods))

    def cumsum(self, axis=0):
        """The sum so far."""
        return self._by_series(lambda s: s.cumsum())

    def cumprod(self, axis=0):
        """The product so far."""
        return self._by_series(lambda s: s.cumprod())

    def cummax(self, axis=0):
        """The greatest value so far."""
        return self._by_series(lambda s: s.cummax())

    def cummin(self, axis=0):
        """The least value so far."""
        return self._by_series(lambda s: s.cummin())

    def rank(self, axis=0, method='average', numeric_only=False, na_option='keep', ascending=True, pct=False):
        """The place of each value in order; pct: as a part of the count."""
        if _is_columns(axis):
            return self.T.rank(0, method, numeric_only, na_option, ascending, pct).T
        frame = self.select_dtypes('number') if numeric_only else self
        return frame._by_series(lambda s: s.rank(0, method, False, na_option, ascending, pct))

    def transform(self, func, axis=0):
        """A function of each column, as long as before."""
        if isinstance(func, dict):
            return self[list(func)]._by_series(lambda s: s.transform(func[s.name]))
        return self.apply(func, axis)

    def assign(self, **kwargs):
        """A table with columns more."""
        out = self.copy()
        for name, value in kwargs.items():
            out[name] = value(out) if callable(value) else value
        return out

    def pipe(self, func, *args, **kwargs):
        """A function of the whole."""
        return func(self, *args, **kwargs)

    def equals(self, other):
        return (hasattr(other, '_columns') and self.shape == other.shape and self._columns.equals(other._columns) and
                all(self._series(k).equals(other._series(k)) for k in range(len(self._data))))

    # ---- Numbers about columns ----

    def _reduced(self, name, axis=0, numeric_only=False, **options):
        function = numbers.functions[name]
        if options.get('skipna') is True:
            del options['skipna']
        frame = self
        _is_columns(axis)
        if numeric_only:
            frame = self._select([i for i, c in enumerate(self._data) if is_numeric(c)])
        if axis is None:
            return function(frame.to_numpy().reshape(-1), **options)
        if _is_columns(axis):
            if frame._data and all(is_numeric(c) for c in frame._data):
                array = frame.to_numpy()
                out = [function(array[i], **options) for i in range(len(array))]
            else:
                out = [function(frame._row(i)._data, **options) for i in range(len(frame))]
            return Series(infer(out), index=frame._index)
        return Series(infer([function(c, **options) for c in frame._data]), index=frame._columns)

    def sum(self, axis=0, skipna=True, numeric_only=False, min_count=0):
        """The sum."""
        return self._reduced('sum', axis, numeric_only, skipna=skipna)

    def mean(self, axis=0, skipna=True, numeric_only=False):
        """The mean."""
        return self._reduced('mean', axis, numeric_only, skipna=skipna)

    def std(self, axis=0, skipna=True, ddof=1, numeric_only=False):
        """The standard deviation."""
        return self._reduced('std', axis, numeric_only, ddof=ddof, skipna=skipna)

    def var(self, axis=0, skipna=True, ddof=1, numeric_only=False):
        """The variance."""
        return self._reduced('var', axis, numeric_only, ddof=ddof, skipna=skipna)

    def min(self, axis=0, skipna=True, numeric_only=False):
        """The least value."""
        return self._reduced('min', axis, numeric_only, skipna=skipna)

    def max(self, axis=0, skipna=True, numeric_only=False):
        """The greatest value."""
        return self._reduced('max', axis, numeric_only, skipna=skipna)

    def median(self, axis=0, skipna=True, numeric_only=False):
        """The middle value."""
        return self._reduced('median', axis, numeric_only, skipna=skipna)

    def prod(self, axis=0, skipna=True, numeric_only=False):
        """The product."""
        return self._reduced('prod', axis, numeric_only, skipna=skipna)

    def skew(self, axis=0, numeric_only=False):
        """How lopsided the values are."""
        return self._reduced('skew', axis, numeric_only)

    def kurt(self, axis=0, numeric_only=False):
        """How heavy the tails are (0 for normal ones)."""
        return self._reduced('kurt', axis, numeric_only)

    def count(self, axis=0, numeric_only=False):
        """How many values are there, without missing ones."""
        return self._reduced('count', axis, numeric_only)

    def nunique(self, axis=0, dropna=True):
        """How many different values there are."""
        return self._reduced('nunique', axis)

    def any(self, axis=0, skipna=True):
        """Whether some are true."""
        return np.bool_(any(numbers.any_true(c) for c in self._data)) if axis is None else self._reduced('any', axis)

    def all(self, axis=0, skipna=True):
        """Whether all are true."""
        return np.bool_(all(numbers.all_true(c) for c in self._data)) if axis is None else self._reduced('all', axis)

    def quantile(self, q=0.5, axis=0, numeric_only=False):
        """The value below which a part lies."""
        frame = self if not numeric_only else self._select([i for i, c in enumerate(self._data) if is_numeric(c)])
        if isinstance(q, (list, tuple, np.ndarray)):
            data = [np.array([numbers.quantile(c, p) for p in q]) for c in frame._data]
            return self._new(frame._columns, data, Index([float(p) for p in q]))
        return Series([numbers.quantile(c, q) for c in frame._data], index=frame._columns, name=q)

    def mode(self):
        """The values that are there most often."""
        parts = [self._series(k).mode() for k in range(len(self._data))]
        return type(self)({name: part for name, part in zip(self._columns.tolist(), parts)})

    def idxmax(self, axis=0, skipna=True, numeric_only=False):
        """The label of the greatest value."""
        if _is_columns(axis):
            return Series([self._row(i).idxmax() for i in range(len(self))], index=self._index)
        frame = self.select_dtypes('number') if numeric_only else self
        return frame._labels_of([frame._series(k).idxmax() for k in range(len(frame._data))])

    def _labels_of(self, labels):
        """Labels of rows, one a column, with the dtype that they have as labels."""
        kind = self._index.dtype
        whole = is_numeric(self._index._data) and all(not isinstance(v, float) for v in labels)
        return Series(np.array(labels, dtype=kind) if whole else labels, index=self._columns)

    def idxmin(self, axis=0, skipna=True, numeric_only=False):
        """The label of the least value."""
        if _is_columns(axis):
            return Series([self._row(i).idxmin() for i in range(len(self))], index=self._index)
        frame = self.select_dtypes('number') if numeric_only else self
        return frame._labels_of([frame._series(k).idxmin() for k in range(len(frame._data))])

    def describe(self, percentiles=None, include=None, exclude=None):
        """Count, mean, deviation, least, quartiles and greatest."""
        plain = [i for i, c in enumerate(self._data) if c.dtype.kind in 'Mm' or is_numeric(c) and c.dtype.kind != 'b']
        if include == 'all':
            chosen = list(range(len(self._data)))
        elif include is not None:
            chosen = [self._columns.get_loc(n) for n in self.select_dtypes(include)._columns.tolist()]
        else:
            chosen = plain or list(range(len(self._data)))
        found = [numbers.description(self._data[i], percentiles) for i in chosen]
        labels = []
        for names, _ in sorted(found, key=lambda pair: len(pair[0])):
            labels.extend(name for name in names if name not in labels)
        data = []
        for names, values in found:
            lookup = dict(zip(names, listed(values)))
            column = [lookup.get(label, nan) for label in labels]
            data.append(Objects(column, OBJECT) if not is_numeric(values) else np.array(column, dtype=np.float64))
        return self._new(self._columns[np.array(chosen, dtype=np.int64)], data, Index(labels))

    def _pairs(self, function, numeric_only):
        frame = self
        if numeric_only:
            frame = self._select([i for i, c in enumerate(self._data) if is_numeric(c)])
        for c in frame._data:
            if not is_numeric(c):
                first = next(v for v in c if isinstance(v, str))
                raise ValueError(f"could not convert string to float: {first!r}")
        data = [np.array([function(a, b) for b in frame._data]) for a in frame._data]
        return self._new(frame._columns, data, frame._columns)

    def corr(self, method='pearson', min_periods=1, numeric_only=False):
        """Correlations."""
        return self._pairs(lambda a, b: 1.0 if a is b and numbers.std(a) > 0 else numbers.correlation(a, b, method),
                           numeric_only)

    def cov(self, min_periods=None, ddof=1, numeric_only=False):
        """Covariances."""
        return self._pairs(lambda a, b: numbers.covariance(a, b, ddof), numeric_only)

    def corrwith(self, other):
        """Correlation of each column with another."""
        return Series([numbers.correlation(c, other._data) for c in self._data], index=self._columns)

    def dot(self, other):
        """The product with another, as matrices."""
        right = np.asarray(other)
        out = np.dot(self.to_numpy(), right)
        if out.ndim == 1:
            return Series(out, index=self._index)
        return type(self)(out, index=self._index, columns=getattr(other, '_columns', None))

    def agg(self, func=None, axis=0, **kwargs):
        """One or several summaries, by name or as functions."""
        if isinstance(func, dict):
            if any(isinstance(f, (list, tuple)) for f in func.values()):
                labels = []
                for f in func.values():
                    for each in _listed(f):
                        label = each if isinstance(each, str) else each.__name__
                        if label not in labels:
                            labels.append(label)
                columns = {}
                for name, f in func.items():
                    own = {e if isinstance(e, str) else e.__name__: self[name].agg(e) for e in _listed(f)}
                    columns[name] = [own.get(label, nan) for label in labels]
                return type(self)(columns, index=labels)
            return Series([self[name].agg(f) for name, f in func.items()], index=list(func))
        if isinstance(func, (list, tuple)):
            names = [f if isinstance(f, str) else f.__name__ for f in func]
            return type(self)({name: [self[name].agg(f) for f in func] for name in self._columns.tolist()}, index=names)
        if isinstance(func, str):
            d.check_function(self, func)
            return getattr(self, func)()
        return self.apply(func, axis)

    aggregate = agg

    def value_counts(self, subset=None, normalize=False, sort=True, ascending=False, dropna=True):
        """How often each value is there."""
        frame = self if subset is None else self[_listed(subset)]
        rows = Series(Objects(list(zip(*[listed(c) for c in frame._data])), OBJECT))
        out = rows.value_counts(normalize, False)
        pairs = sorted(zip(out._index.tolist(), listed(out._data)), key=lambda p: p[0])
        if sort:
            pairs = sorted(pairs, key=lambda p: p[1], reverse=not ascending)
        index = MultiIndex([p[0] for p in pairs], frame._columns.tolist())
        return Series([p[1] for p in pairs], index=index, name='proportion' if normalize else 'count')

    def rolling(self, window, min_periods=None, center=False):
        """Windows of rows: rolling(3).mean()."""
        from _pandas_windows import FrameWindows, Rolling
        return FrameWindows(self, Rolling, window, min_periods, center)

    def expanding(self, min_periods=1):
        """All rows up to each one: expanding().mean()."""
        from _pandas_windows import Expanding, FrameWindows
        return FrameWindows(self, Expanding, None, min_periods, False)

    def ewm(self, com=None, span=None, halflife=None, alpha=None, adjust=True):
        """Windows whose weights fade: ewm(span=3).mean()."""
        from _pandas_windows import Ewm, FrameWindows
        return FrameWindows(self, Ewm, com, span, halflife, alpha, adjust)

    def groupby(self, by=None, level=None, as_index=True, sort=True, group_keys=True, observed=True, dropna=True):
        """Groups of rows with the same keys."""
        from _pandas_group import FrameGroupBy, level_keys
        if level is not None:
            by = level_keys(self._index, level)
        return FrameGroupBy(self, by, as_index, sort, observed=observed)

    def pivot_table(self, values=None, index=None, columns=None, aggfunc='mean', fill_value=None, margins=False,
                    dropna=True, margins_name='All', observed=True, sort=True):
        """A table of summaries by several columns."""
        from _pandas_reshape import pivot_table
        return pivot_table(self, values, index, columns, aggfunc, fill_value, margins, dropna, margins_name, observed,
                           sort)

    def pivot(self, *, columns, index=None, values=None):
        """A table of one column by two others."""
        from _pandas_reshape import pivot
        return pivot(self, columns, index, values)

    def melt(self, id_vars=None, value_vars=None, var_name=None, value_name='value'):
        """Columns as rows."""
        from _pandas_reshape import melt
        return melt(self, id_vars, value_vars, var_name, value_name)

    def merge(self, right, how='inner', on=None, left_on=None, right_on=None, left_index=False, right_index=False,
              sort=False, suffixes=('_x', '_y'), indicator=False, validate=None):
        """Rows of two tables with the same keys."""
        from _pandas_join import merge
        return merge(self, right, how, on, left_on, right_on, left_index, right_index, sort, suffixes, indicator, validate)

    def join(self, other, on=None, how='left', lsuffix='', rsuffix=''):
        """Columns of another table by the labels of rows."""
        from _pandas_join import merge
        if isinstance(other, Series):
            other = other.to_frame()
        for name in [] if on is None else _listed(on):
            if name not in self._columns and name != self._index.name:
                raise KeyError(name)
        shared = [name for name in self._columns.tolist() if name in other._columns]
        if shared and not lsuffix and not rsuffix:
            raise ValueError(f"columns overlap but no suffix specified: {Index(shared)!r}")
        return merge(self, other, how, None, on, None, on is None, True, False, (lsuffix, rsuffix))

    def infer_objects(self, copy=None):
        """Columns of objects with the dtype that fits their values."""
        return self._by_series(lambda s: s.infer_objects())

    def squeeze(self, axis=None):
        """One column (or row) as a Series, one value by itself."""
        if axis is None and self.shape == (1, 1):
            return self._data[0][0]
        if len(self._data) == 1 and axis in (None, 1, 'columns'):
            return self._series(0)
        return self._row(0) if len(self) == 1 and axis in (None, 0, 'index', 'rows') else self

    def memory_usage(self, index=True, deep=False):
        """Bytes of each column."""
        labels = (['Index'] if index else []) + self._columns.tolist()
        own = 132 if isinstance(self._index, RangeIndex) else 8 * len(self)
        sizes = ([own] if index else []) + [c.nbytes if is_numeric(c) else 8 * len(c) for c in self._data]
        return Series(sizes, index=labels)
