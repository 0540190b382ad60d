"""DataFrame's methods that need only its columns."""
import numpy as np
import _pandas_data as d
from _pandas_data import Objects, OBJECT, STR, infer, is_missing, is_numeric, listed, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_frame_values import FrameValues, _is_columns, _listed
from _pandas_series import Series


class FrameMethods(FrameValues):
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

    def query(self, expr, *, inplace=False):
        """The rows for which a text of conditions holds."""
        if not isinstance(expr, str):
            raise ValueError(f"expr must be a string to be evaluated, {type(expr)} given")
        from _pandas_query import evaluate
        return self._become(self.loc[evaluate(expr, self)], inplace)

    def eval(self, expr, *, inplace=False):
        """A formula of columns; 'c = a + b' gives a table with that column more."""
        from _pandas_query import assignment, evaluate
        out, named = self, False
        for line in expr.strip().split('\n'):
            if not line.strip():
                continue
            name, formula = assignment(line)
            value = evaluate(formula, out)
            if name is None:
                return value
            out, named = out.assign(**{name: value}), True
        return self._become(out, inplace) if named else None

    def filter(self, items=None, like=None, regex=None, axis=None):
        """The columns (or, with axis=0, rows) of some names, with a text in theirs, or that match a pattern."""
        if sum(v is not None for v in (items, like, regex)) != 1:
            raise TypeError("Must pass a positional argument or one of `items`, `cond`, `like`, or `regex`"
                            if items is like is regex is None else "The positional argument and the keyword arguments "
                            "`items`, `cond`, `like`, and `regex` are mutually exclusive")
        labels = self._index if axis in (0, 'index') else self._columns
        if items is not None:
            chosen = [labels.get_loc(name) for name in items if name in labels]
        elif like is not None:
            chosen = [i for i, name in enumerate(labels.tolist()) if like in str(name)]
        else:
            import re
            chosen = [i for i, name in enumerate(labels.tolist()) if re.search(regex, str(name))]
        return self._part(chosen) if axis in (0, 'index') else self._select(chosen)

    def explode(self, column, ignore_index=False):
        """A row for each item of the lists in a column."""
        series = self[column].reset_index(drop=True).explode()
        places = series._index.tolist()
        out = self._part(places)
        out._data[out._columns.get_loc(column)] = series._data
        if ignore_index:
            out._index = RangeIndex(len(out))
        return out

    def resample(self, rule, axis=0, label=None, on=None):
        """Groups of rows by spans of time: resample('ME').mean()."""
        from _pandas_resample import resample
        return resample(self, rule, label, on)

    def asfreq(self, freq, method=None, fill_value=None):
        """Rows at moments a frequency apart."""
        from _pandas_resample import asfreq
        return asfreq(self, freq, method, fill_value)

    def drop(self, labels=None, axis=0, index=None, columns=None, inplace=False, errors='raise'):
        """Without some rows or columns."""
        if labels is None and index is None and columns is None:
            raise ValueError("Need to specify at least one of 'labels', 'index' or 'columns'")
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

    def rename(self, mapper=None, index=None, columns=None, axis=None, inplace=False, errors='ignore'):
        """Other labels or another name."""
        if mapper is None and index is None and columns is None:
            raise TypeError("must pass an index to rename")
        if mapper is not None:
            if _is_columns(axis):
                columns = mapper
            else:
                index = mapper
        out = self.copy()
        if columns is not None:
            out._columns = _renamed(self._columns, columns, errors)
        if index is not None:
            out._index = _renamed(self._index, index, errors)
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
        if level is not None and isinstance(self._index, MultiIndex):
            from _pandas_levels import reset_levels
            return self._become(reset_levels(self, level, drop, names), inplace)
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
        levels = [self._data[p] for p in places]
        if append:
            own = self._index
            levels = [own.get_level_values(k)._data for k in range(own.nlevels)] + levels
            names = own.names + names
        if len(levels) == 1:
            out._index = Index(levels[0], name=names[0])
        else:
            kinds = [level.dtype if d.categories_of(level) is not None else None for level in levels]
            out._index = MultiIndex(list(zip(*[listed(level) for level in levels])), names, kinds)
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
        if len(ups) != len(names):
            raise ValueError(f"Length of ascending ({len(ups)}) != length of by ({len(names)})")
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

    def sort_index(self, axis=0, level=None, ascending=True, inplace=False, na_position='last', ignore_index=False,
                   key=None):
        """In the order of the labels."""
        if level is not None or isinstance(ascending, (list, tuple)):
            from _pandas_levels import order_by_levels
            levels = list(range(self._index.nlevels)) if level is None else level
            return self._become(self._part(order_by_levels(self._index, levels, ascending)), inplace)
        if _is_columns(axis):
            return self._become(self._select(d.order_of(self._columns._data, ascending).tolist()), inplace)
        return self._become(self._part(d.order_of(self._index._data, ascending)), inplace)

    def _check_ordered(self, columns, name):
        for each in _listed(columns):
            data = self._column(each)._data
            if not is_numeric(data) and data.dtype in (STR, OBJECT):
                raise TypeError(f"Column {each!r} has dtype {data.dtype}, cannot use method {name!r} with this dtype")

    def nlargest(self, n, columns):
        """The rows with the greatest values."""
        self._check_ordered(columns, 'nlargest')
        return self.sort_values(columns, ascending=False).head(n)

    def nsmallest(self, n, columns):
        """The rows with the least values."""
        self._check_ordered(columns, 'nsmallest')
        return self.sort_values(columns).head(n)

    def duplicated(self, subset=None, keep='first'):
        """Whether each came before."""
        from _pandas_tools import duplicated
        gone = [] if subset is None else [name for name in _listed(subset) if name not in self._columns]
        if gone:
            raise KeyError(Index(gone))
        frame = self if subset is None else self[_listed(subset)]
        rows = list(zip(*[listed(c) for c in frame._data]))
        return Series(duplicated(rows, keep), index=self._index)

    def drop_duplicates(self, subset=None, keep='first', inplace=False, ignore_index=False):
        """Without rows that came before."""
        out = self._part(np.flatnonzero(~self.duplicated(subset, keep)._data))
        if ignore_index:
            out._index = RangeIndex(len(out))
        return self._become(out, inplace)

    def stack(self, level=-1, future_stack=True):
        """A level of the columns' labels as the last level of the rows'."""
        from _pandas_levels import stack
        return stack(self, level)

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

    def to_json(self, path_or_buf=None, *, orient='columns', date_format='epoch', double_precision=10,
                force_ascii=True, date_unit='ms', lines=False, indent=None):
        """As JSON, written or returned."""
        from _pandas_json import frame_json
        text = frame_json(self, orient, date_format, double_precision, force_ascii, lines, indent)
        if path_or_buf is None:
            return text
        if hasattr(path_or_buf, 'write'):
            path_or_buf.write(text)
            return None
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
        import os
        folder = os.path.dirname(str(path_or_buf))
        if folder and not os.path.isdir(folder):
            raise OSError(f"Cannot save file into a non-existent directory: '{folder}'")
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


def _renamed(index, mapper, errors='ignore'):
    if errors == 'raise' and not callable(mapper):
        gone = [label for label in mapper if label not in index]
        if gone:
            raise KeyError(f"{gone!r} not found in axis")
    change = mapper if callable(mapper) else lambda label: mapper.get(label, label)
    if isinstance(index, MultiIndex):
        return MultiIndex([tuple(change(part) for part in label) for label in index.tolist()], index.names)
    return Index([change(label) for label in index.tolist()], name=index.name)
