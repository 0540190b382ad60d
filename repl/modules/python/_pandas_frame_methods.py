"""DataFrame's methods that need only its columns."""
import numpy as np
import _pandas_data as d
import _pandas_numbers as numbers
from _pandas_data import Objects, OBJECT, STR, infer, is_missing, is_numeric, listed, missing, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_series import Series


def _is_columns(axis):
    return axis in (1, 'columns')


def _listed(labels):
    return [labels] if isinstance(labels, (str, int, tuple)) or not hasattr(labels, '__iter__') else list(labels)


class FrameMethods:
    def _new(self, columns, data, index):
        return type(self)._of(columns, data, index)

    def _mapped(self, function):
        """Each column through a function of its data."""
        return self._new(self._columns, [function(c) for c in self._data], self._index)

    def _by_series(self, function):
        return self._new(self._columns, [function(self._series(k))._data for k in range(len(self._data))], self._index)

    # ---- Rows ----

    def head(self, n=5):
        """The first rows."""
        return self._part(list(range(len(self)))[:n])

    def tail(self, n=5):
        """The last rows."""
        return self._part(list(range(len(self)))[-n:] if n else [])

    def take(self, indices, axis=0):
        """Rows by position."""
        return self._part(list(indices)) if axis == 0 else self._select(list(indices))

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, axis=None, ignore_index=False):
        """Rows by chance."""
        from _pandas_tools import sample_places
        if isinstance(weights, str):
            weights = self[weights]
        out = self._part(sample_places(len(self), n, frac, replace, weights, random_state))
        return out.reset_index(drop=True) if ignore_index else out

    def query(self, expr):
        """The rows for which a text of conditions holds."""
        names = {name: self[name] for name in self._columns.tolist() if isinstance(name, str)}
        text = expr.replace(' and ', ' & ').replace(' or ', ' | ').replace('not ', '~')
        from _pandas_tools import query_mask
        return self[query_mask(text, names)]

    def eval(self, expr):
        """A formula of columns; 'c = a + b' gives a table with that column more."""
        name, equals, formula = expr.partition('=')
        names = {name: self[name] for name in self._columns.tolist() if isinstance(name, str)}
        if '@' in expr:
            raise NotImplementedError("DataFrame.eval knows columns only: write the expression with df['name']")
        if not equals or not name.strip().isidentifier() or formula.startswith('='):
            return eval(expr.strip(), {}, names)
        return self.assign(**{name.strip(): eval(formula.strip(), {}, names)})

    def drop(self, labels=None, axis=0, index=None, columns=None, inplace=False, errors='raise'):
        """Without some rows or columns."""
        if labels is not None:
            if _is_columns(axis):
                columns = labels
            else:
                index = labels
        out = self
        if columns is not None:
            wanted = _listed(columns)
            gone = [name for name in wanted if name not in self._columns]
            if gone and errors == 'raise':
                raise KeyError(f"{gone!r} not found in axis")
            out = out._select([i for i, name in enumerate(self._columns.tolist()) if name not in wanted])
        if index is not None:
            wanted = _listed(index)
            gone = [label for label in wanted if label not in self._index]
            if gone and errors == 'raise':
                raise KeyError(f"{gone!r} not found in axis")
            wanted = set(wanted)
            out = out._part([i for i, label in enumerate(self._index.tolist()) if label not in wanted])
            if isinstance(out._index, RangeIndex):
                out._index = Index(out._index.tolist(), name=out._index.name) if len(out) else out._index
        return self._become(out.copy() if out is self else out, inplace)

    def rename(self, mapper=None, index=None, columns=None, axis=None, inplace=False):
        """Other labels or another name."""
        if mapper is not None:
            if _is_columns(axis):
                columns = mapper
            else:
                index = mapper
        out = self.copy()
        if columns is not None:
            out._columns = _renamed(self._columns, columns)
        if index is not None:
            out._index = _renamed(self._index, index)
        return self._become(out, inplace)

    def rename_axis(self, mapper=None, axis=0, index=None, columns=None):
        """Another name of the labels."""
        out = self.copy()
        if columns is not None or mapper is not None and _is_columns(axis):
            out._columns = self._columns.rename(columns if columns is not None else mapper)
        else:
            out._index = self._index.rename(index if index is not None else mapper)
        return out

    def add_prefix(self, prefix):
        """Labels with something before them."""
        return self.rename(columns=lambda name: f'{prefix}{name}')

    def add_suffix(self, suffix):
        """Labels with something behind them."""
        return self.rename(columns=lambda name: f'{name}{suffix}')

    def set_axis(self, labels, axis=0):
        """Other labels."""
        out = self.copy()
        if _is_columns(axis):
            out.columns = labels
        else:
            out.index = labels
        return out

    def reset_index(self, level=None, drop=False, inplace=False, names=None):
        """The labels as a column, and 0, 1, 2, ... as labels."""
        out = self.copy()
        if not drop:
            index = self._index
            if isinstance(index, MultiIndex):
                parts = [index.get_level_values(k) for k in range(index.nlevels)]
                labels = [f'level_{k}' if n is None else n for k, n in enumerate(index.names)]
            else:
                parts = [index]
                labels = [names if names is not None else
                          index.name if index.name is not None else 'index' if 'index' not in self._columns else
                          'level_0']
            for label in labels:
                if label in self._columns:
                    raise ValueError(f"cannot insert {label}, already exists")
            out._columns = Index(labels + self._columns.tolist())
            out._data = [d.copy(p._data) for p in parts] + out._data
        out._index = RangeIndex(len(self))
        return self._become(out, inplace)

    def set_index(self, keys, drop=True, append=False, inplace=False):
        """A column as the labels of the rows."""
        names = _listed(keys)
        if isinstance(keys, (Series, Index, np.ndarray)):
            out = self.copy()
            out.index = keys
            return self._become(out, inplace)
        gone = [name for name in names if name not in self._columns]
        if gone:
            raise KeyError(f"None of {gone!r} are in the columns")
        places = [self._columns.get_loc(name) for name in names]
        out = self._select([i for i in range(len(self._data)) if not drop or i not in places])
        if len(names) == 1:
            out._index = Index(self._data[places[0]], name=names[0])
        else:
            out._index = MultiIndex(list(zip(*[listed(self._data[p]) for p in places])), names)
        return self._become(out, inplace)

    def reindex(self, labels=None, index=None, columns=None, axis=None, fill_value=None):
        """Rows under other labels; missing where there are none."""
        if labels is not None:
            if _is_columns(axis):
                columns = labels
            else:
                index = labels
        out = self
        if columns is not None:
            names = as_index(columns)
            places = self._columns.get_indexer(names.tolist()).tolist()
            out = self._new(names, [np.full(len(self), nan) if p < 0 else d.copy(self._data[p]) for p in places],
                            self._index)
        if index is not None:
            rows = as_index(index)
            places = out._index.get_indexer(rows.tolist())
            out = out._new(out._columns, [d.take_or_missing(c, places) for c in out._data], rows)
        return out if fill_value is None else out.fillna(fill_value)

    def sort_values(self, by, ascending=True, inplace=False, na_position='last', ignore_index=False, key=None, axis=0,
                    kind=None):
        """In the order of the values."""
        names = _listed(by)
        ups = list(ascending) if isinstance(ascending, (list, tuple)) else [ascending] * len(names)
        places = np.arange(len(self))
        for name, up in reversed(list(zip(names, ups))):
            if name not in self._columns and name == self._index.name:
                data = self._index._data
            else:
                data = self._column(name)._data
            if key is not None:
                data = key(Series(data))._data
            places = places[d.order_of(d.take(data, places), up, na_position)]
        out = self._part(places)
        if ignore_index:
            out._index = RangeIndex(len(out))
        return self._become(out, inplace)

    def sort_index(self, axis=0, ascending=True, inplace=False):
        """In the order of the labels."""
        if _is_columns(axis):
            return self._become(self._select(d.order_of(self._columns._data, ascending).tolist()), inplace)
        return self._become(self._part(d.order_of(self._index._data, ascending)), inplace)

    def nlargest(self, n, columns):
        """The rows with the greatest values."""
        return self.sort_values(columns, ascending=False).head(n)

    def nsmallest(self, n, columns):
        """The rows with the least values."""
        return self.sort_values(columns).head(n)

    def duplicated(self, subset=None, keep='first'):
        """Whether each came before."""
        from _pandas_tools import duplicated
        frame = self if subset is None else self[_listed(subset)]
        rows = list(zip(*[listed(c) for c in frame._data]))
        return Series(duplicated(rows, keep), index=self._index)

    def drop_duplicates(self, subset=None, keep='first', inplace=False, ignore_index=False):
        """Without rows that came before."""
        out = self._part(np.flatnonzero(~self.duplicated(subset, keep)._data))
        if ignore_index:
            out._index = RangeIndex(len(out))
        return self._become(out, inplace)

    def transpose(self):
        if self._data and all(is_numeric(c) for c in self._data):
            array = self.to_numpy()
            data = [infer(array[i]) for i in range(len(self))]
        elif self._data and all(not is_numeric(c) and c.dtype == STR for c in self._data):
            data = [Objects([c[i] for c in self._data], STR) for i in range(len(self))]
        else:
            rows = zip(*[listed(c) for c in self._data])
            data = [Objects(list(row), OBJECT) for row in rows]
        return self._new(self._index, data, self._columns)

    # ---- Missing values ----

    def isna(self):
        """Whether each value is missing."""
        return self._mapped(missing)

    isnull = isna

    def notna(self):
        """Whether each value is there."""
        return self._mapped(lambda c: ~missing(c))

    notnull = notna

    def fillna(self, value=None, inplace=False):
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
        if isinstance(func, str):
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
        masks = cond._data if hasattr(cond, '_columns') else [np.asarray(cond)[:, i] for i in range(len(self._data))]
        return self._new(self._columns, [self._series(k).where(masks[k], other)._data
                                         for k in range(len(self._data))], self._index)

    def mask(self, cond, other=nan):
        """Values, replaced where a condition holds."""
        return self.where(~cond, other)

    def isin(self, values):
        """Whether each value is among some."""
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

    def shift(self, periods=1, fill_value=None):
        """Values some rows later."""
        return self._by_series(lambda s: s.shift(periods, fill_value))

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

    def rank(self, method='average', ascending=True):
        """The place of each value in order."""
        return self._by_series(lambda s: s.rank(method, ascending))

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
        frame = self
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
        return self._reduced('sum', axis, numeric_only)

    def mean(self, axis=0, skipna=True, numeric_only=False):
        """The mean."""
        return self._reduced('mean', axis, numeric_only)

    def std(self, axis=0, skipna=True, ddof=1, numeric_only=False):
        """The standard deviation."""
        return self._reduced('std', axis, numeric_only, ddof=ddof)

    def var(self, axis=0, skipna=True, ddof=1, numeric_only=False):
        """The variance."""
        return self._reduced('var', axis, numeric_only, ddof=ddof)

    def min(self, axis=0, skipna=True, numeric_only=False):
        """The least value."""
        return self._reduced('min', axis, numeric_only)

    def max(self, axis=0, skipna=True, numeric_only=False):
        """The greatest value."""
        return self._reduced('max', axis, numeric_only)

    def median(self, axis=0, skipna=True, numeric_only=False):
        """The middle value."""
        return self._reduced('median', axis, numeric_only)

    def prod(self, axis=0, skipna=True, numeric_only=False):
        """The product."""
        return self._reduced('prod', axis, numeric_only)

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

    def idxmax(self, axis=0):
        """The label of the greatest value."""
        if _is_columns(axis):
            return Series([self._row(i).idxmax() for i in range(len(self))], index=self._index)
        return Series([self._series(k).idxmax() for k in range(len(self._data))], index=self._columns)

    def idxmin(self, axis=0):
        """The label of the least value."""
        if _is_columns(axis):
            return Series([self._row(i).idxmin() for i in range(len(self))], index=self._index)
        return Series([self._series(k).idxmin() for k in range(len(self._data))], index=self._columns)

    def describe(self, percentiles=None, include=None, exclude=None):
        """Count, mean, deviation, least, quartiles and greatest."""
        plain = [i for i, c in enumerate(self._data) if is_numeric(c) and c.dtype.kind != 'b']
        if include == 'all':
            chosen = list(range(len(self._data)))
        elif include is not None:
            chosen = [self._columns.get_loc(n) for n in self.select_dtypes(include)._columns.tolist()]
        else:
            chosen = plain or list(range(len(self._data)))
        found = [numbers.description(self._data[i], percentiles) for i in chosen]
        labels = []
        for order in (['count', 'unique', 'top', 'freq'], None):
            for names, _ in found:
                for name in names:
                    if (order is None or name in order and 'unique' in names) and name not in labels:
                        labels.append(name)
        if 'unique' in labels and labels[0] != 'count':
            labels.insert(0, labels.pop(labels.index('count')))
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
        from _pandas_group import FrameRolling
        return FrameRolling(self, window, min_periods, center)

    def groupby(self, by=None, level=None, as_index=True, sort=True, dropna=True, observed=True):
        """Groups of rows with the same keys."""
        from _pandas_group import FrameGroupBy
        return FrameGroupBy(self, by, as_index, sort, observed=observed)

    def pivot_table(self, values=None, index=None, columns=None, aggfunc='mean', fill_value=None):
        """A table of summaries by two columns."""
        from _pandas_tools import pivot_table
        return pivot_table(self, values, index, columns, aggfunc, fill_value)

    def pivot(self, *, columns, index=None, values=None):
        """A table of one column by two others."""
        from _pandas_tools import pivot_table
        return pivot_table(self, values, index, columns, 'first', None)

    def melt(self, id_vars=None, value_vars=None, var_name=None, value_name='value'):
        """Columns as rows."""
        from _pandas_tools import melt
        return melt(self, id_vars, value_vars, var_name, value_name)

    def merge(self, right, how='inner', on=None, left_on=None, right_on=None, left_index=False, right_index=False,
              suffixes=('_x', '_y'), sort=False):
        """Rows of two tables with the same keys."""
        from _pandas_tools import merge
        return merge(self, right, how, on, left_on, right_on, left_index, right_index, suffixes, sort)

    def join(self, other, on=None, how='left', lsuffix='', rsuffix=''):
        """Columns of another table by the labels of rows."""
        from _pandas_tools import merge
        if isinstance(other, Series):
            other = other.to_frame()
        shared = [name for name in self._columns.tolist() if name in other._columns]
        if shared and not lsuffix and not rsuffix:
            raise ValueError(f"columns overlap but no suffix specified: {Index(shared)!r}")
        return merge(self, other, how, None, on, None, on is None, True, (lsuffix, rsuffix), False)

    def squeeze(self):
        """One column as a Series, one value by itself."""
        return self._series(0) if len(self._data) == 1 else self

    def explode(self, column):
        """A row for each item of lists."""
        places, values = [], []
        for i, v in enumerate(listed(self._column(column)._data)):
            for each in (v or [nan]) if isinstance(v, (list, tuple)) else [v]:
                places.append(i)
                values.append(each)
        out = self._part(np.array(places, dtype=np.int64))
        out._data[self._columns.get_loc(column)] = Objects(values, OBJECT)
        return out

    def memory_usage(self, index=True, deep=False):
        """Bytes of each column."""
        labels = (['Index'] if index else []) + self._columns.tolist()
        own = 132 if isinstance(self._index, RangeIndex) else 8 * len(self)
        sizes = ([own] if index else []) + [c.nbytes if is_numeric(c) else 8 * len(c) for c in self._data]
        return Series(sizes, index=labels)

    # ---- Other forms ----

    def to_dict(self, orient='dict'):
        """As a dict."""
        names = self._columns.tolist()
        columns = [listed(c) for c in self._data]
        labels = self._index.tolist()
        if orient == 'dict':
            return {n: dict(zip(labels, c)) for n, c in zip(names, columns)}
        if orient == 'list':
            return {n: c for n, c in zip(names, columns)}
        if orient == 'records':
            return [dict(zip(names, row)) for row in zip(*columns)]
        if orient == 'index':
            return {label: dict(zip(names, row)) for label, row in zip(labels, zip(*columns))}
        if orient == 'series':
            return {n: self._series(i) for i, n in enumerate(names)}
        if orient == 'split':
            return {'index': labels, 'columns': names, 'data': [list(row) for row in zip(*columns)]}
        raise ValueError(f"orient '{orient}' not understood")

    def to_records(self, index=True):
        raise NotImplementedError("to_records is not there: to_numpy() or to_dict('records')")

    def to_json(self, path_or_buf=None, orient='columns'):
        """As JSON, written or returned."""
        import json
        orient = 'dict' if orient == 'columns' else orient
        plain = self._mapped(lambda c: Objects([None if is_missing(v) else v for v in listed(c)], OBJECT))
        text = json.dumps(plain.to_dict(orient), separators=(',', ':'))
        if path_or_buf is None:
            return text
        with open(path_or_buf, 'w') as file:
            file.write(text)

    def to_csv(self, path_or_buf=None, sep=',', na_rep='', float_format=None, columns=None, header=True, index=True,
               index_label=None, mode='w', encoding=None, lineterminator=None):
        """As CSV, written or returned."""
        from _pandas_io import csv_text
        text = csv_text(self if columns is None else self[list(columns)], sep, na_rep, float_format, header, index,
                        index_label, lineterminator or '\n')
        if path_or_buf is None:
            return text
        if hasattr(path_or_buf, 'write'):
            path_or_buf.write(text)
            return None
        with open(path_or_buf, mode) as file:
            file.write(text)

    def to_excel(self, *args, **kwargs):
        raise NotImplementedError("nnsh writes no Excel files: to_csv()")

    def to_markdown(self, *args, **kwargs):
        raise ImportError("to_markdown needs tabulate, which nnsh does not have: to_string()")

    def to_html(self, *args, **kwargs):
        raise NotImplementedError("nnsh writes no HTML: to_string()")

    def hist(self, column=None, by=None, grid=True, ax=None, figsize=None, layout=None, bins=10, **kwargs):
        """A histogram."""
        from _pandas_plot import FramePlot
        if by is not None or ax is not None:
            raise NotImplementedError("hist of a table has no by or ax: draw each column with ax.hist")
        return FramePlot(self).separate(column, bins, figsize, grid, layout, kwargs)

    def boxplot(self, column=None, by=None, figsize=None, grid=True, **kwargs):
        """A box plot."""
        from _pandas_plot import FramePlot
        if by is not None:
            if kwargs:
                raise NotImplementedError(f"boxplot(by=...) has no {', '.join(kwargs)}")
            return FramePlot(self).boxes_by(column, by, figsize, grid)
        frame = self if column is None else self[_listed(column)]
        return FramePlot(frame)(kind='box', figsize=figsize, grid=grid, **kwargs)


def _method(func):
    """'sum' for numpy's sum, and so on: pandas leaves missing values out where numpy does not."""
    name = getattr(func, '__name__', None)
    if name in ('sum', 'mean', 'std', 'var', 'min', 'max', 'median', 'prod') and func is getattr(np, name):
        return name
    return func


def _renamed(index, mapper):
    change = mapper if callable(mapper) else lambda label: mapper.get(label, label)
    return Index([change(label) for label in index.tolist()], name=index.name)


def _kinds(kinds):
    return list(kinds) if isinstance(kinds, (list, tuple)) else [kinds]
