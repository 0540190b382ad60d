"""pandas' functions on tables: concat, merge, get_dummies, cut, pivot tables, counts."""
import numpy as np
import _pandas_data as d
import _pandas_numbers as numbers
from _pandas_data import Objects, OBJECT, STR, infer, is_missing, is_numeric, listed, missing, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_series import Series
from _pandas_frame import DataFrame


def sample_places(length, n, frac, replace, weights, random_state):
    """The rows that sample() draws, as numpy's RandomState.choice does."""
    if n is None and frac is None:
        n = 1
    elif n is not None and frac is not None:
        raise ValueError("Please enter a value for `frac` OR `n`, not both")
    elif frac is not None:
        if frac > 1 and not replace:
            raise ValueError("Replace has to be set to `True` when upsampling the population `frac` > 1.")
        n = int(round(frac * length))
    if random_state is None:
        rng = np.random
    elif isinstance(random_state, (int, np.integer)):
        rng = np.random.RandomState(random_state)
    else:
        rng = random_state
    if n > length and not replace:
        raise ValueError("Cannot take a larger sample than population when 'replace=False'")
    p = None
    if weights is not None:
        p = np.asarray(weights, dtype=np.float64)
        p = p / p.sum()
    return rng.choice(length, size=n, replace=replace, p=p)


def duplicated(values, keep='first'):
    values = [None if is_missing(v) else v for v in values]
    if keep is False:
        counts = {}
        for v in values:
            counts[v] = counts.get(v, 0) + 1
        return np.array([counts[v] > 1 for v in values], dtype=bool)
    seen, out = set(), []
    for v in values if keep == 'first' else values[::-1]:
        out.append(v in seen)
        seen.add(v)
    return np.array(out if keep == 'first' else out[::-1], dtype=bool)


def value_counts(series, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
    if bins is not None:
        series = cut(series, bins, include_lowest=True)
    # Categories stand in their order, those that do not occur too.
    places, unique = d.codes(series._data, sort=d.categories_of(series._data) is not None, whole=True)
    counts = np.bincount(places[places >= 0], minlength=len(unique)) if len(unique) else np.array([], dtype=np.int64)
    labels = listed(unique)
    gone = int((places < 0).sum())
    if gone and not dropna:
        labels = labels + [nan]
        counts = np.append(counts, gone)
    if sort:
        order = np.argsort(counts if ascending else -counts, kind='stable')
        counts, labels = counts[order], [labels[i] for i in order.tolist()]
    if normalize:
        counts = counts / counts.sum()
    data = np.array(labels, dtype=series.dtype) if is_numeric(series._data) and labels else \
        Objects(labels, series.dtype if not is_numeric(series._data) else OBJECT)
    out = Series(counts, name='proportion' if normalize else 'count')
    out._index = Index(data, name=series.name)
    return out


_rows = {}


def row_type(name, fields):
    """The class of itertuples' rows."""
    fields = [f if isinstance(f, str) and f.isidentifier() and not f.startswith('_') else f'_{i}'
              for i, f in enumerate(fields)]
    key = (name,) + tuple(fields)
    if key in _rows:
        return _rows[key]

    class Row:
        _fields = tuple(fields)

        def __init__(self, values):
            self._values = tuple(values)
            for f, v in zip(fields, self._values):
                setattr(self, f, v)

        def __getitem__(self, at):
            return self._values[at]

        def __iter__(self):
            return iter(self._values)

        def __len__(self):
            return len(self._values)

        def __eq__(self, other):
            return self._values == tuple(other)

        def __repr__(self):
            return name + '(' + ', '.join(f'{f}={v!r}' for f, v in zip(fields, self._values)) + ')'

        def _asdict(self):
            return dict(zip(fields, self._values))
    _rows[key] = Row
    return Row


def query_mask(text, names):
    """A condition such as 'a > 3 & b == "x"'; names are columns."""
    parts = text.split(' & ') if ' & ' in text else text.split(' | ')
    whole = None
    for part in parts:
        mask = eval(part.strip().strip('()').replace('@', ''), {}, names)
        whole = mask if whole is None else (whole & mask if ' & ' in text else whole | mask)
    return whole


def is_of_kind(data, kind):
    if kind in ('number', np.number):
        return is_numeric(data) and data.dtype.kind != 'b'
    name = kind if isinstance(kind, str) else d._dtype_name(kind) if kind is not np.number else 'number'
    if name in ('object', 'str', 'string', 'O'):
        return not is_numeric(data)
    if not is_numeric(data):
        return False
    if name in ('float', 'floating'):
        return data.dtype.kind == 'f'
    if name in ('int', 'integer'):
        return data.dtype.kind in 'iu'
    return data.dtype == np.dtype(name) if name not in ('category', 'datetime') else False


# ---- Joining ----

def concat(objs, *, axis=0, join='outer', ignore_index=False, keys=None, names=None, sort=False, copy=None):
    """Tables one below the other, or side by side."""
    if isinstance(objs, dict):
        keys = list(objs)
        objs = list(objs.values())
    objs = [o for o in objs if o is not None]
    if not objs:
        raise ValueError("No objects to concatenate")
    if axis in (1, 'columns'):
        return _side_by_side(objs, join, ignore_index, keys)
    if all(isinstance(o, Series) for o in objs):
        out = Series(d.join([o._data for o in objs]),
                     name=objs[0].name if all(o.name == objs[0].name for o in objs) else None)
        out._index = _labels_below(objs, ignore_index, keys, names)
        return out
    objs = [o.to_frame() if isinstance(o, Series) else o for o in objs]
    columns = objs[0]._columns.tolist()
    for o in objs[1:]:
        own = o._columns.tolist()
        if join == 'inner':
            columns = [c for c in columns if c in own]
        else:
            columns = columns + [c for c in own if c not in columns]
    data = []
    for c in columns:
        parts = []
        for o in objs:
            if c in o._columns:
                parts.append(o._column(c)._data)
            elif len(o):
                parts.append(np.full(len(o), nan))
        data.append(d.join(parts))
    names_of = objs[0]._columns if columns == objs[0]._columns.tolist() else Index(columns)
    return DataFrame._of(names_of, data, _labels_below(objs, ignore_index, keys, names))


def _labels_below(objs, ignore_index, keys, names):
    if ignore_index:
        return RangeIndex(sum(len(o) for o in objs))
    if keys is not None:
        tuples = [(k if isinstance(k, tuple) else (k,)) + (label,) for k, o in zip(keys, objs)
                  for label in o._index.tolist()]
        names = list(names) if names else [None] * (len(tuples[0]) - 1)
        return MultiIndex(tuples, names + [objs[0]._index.name] * (len(tuples[0]) - len(names)))
    if all(isinstance(o._index, RangeIndex) for o in objs):
        at, chained = objs[0]._index.start, True
        for o in objs:
            chained = chained and o._index.step == 1 and o._index.start == at
            at = o._index.stop
        if chained:
            return RangeIndex(objs[0]._index.start, at)
    name = objs[0]._index.name if all(o._index.name == objs[0]._index.name for o in objs) else None
    if isinstance(objs[0]._index, MultiIndex):
        return MultiIndex([t for o in objs for t in o._index.tolist()], objs[0]._index.names)
    return Index(d.join([o._index._data for o in objs]), name=name)


def _side_by_side(objs, join, ignore_index, keys):
    index = objs[0]._index
    for o in objs[1:]:
        if not index.equals(o._index):
            own = o._index.tolist()
            if join == 'inner':
                index = Index([label for label in index.tolist() if label in own])
            else:
                merged = index.tolist() + [label for label in own if label not in index]
                ordered = all(isinstance(m, (int, float)) for m in merged) and isinstance(index, RangeIndex)
                index = Index(sorted(merged) if ordered else merged)
    names, data, unnamed = [], [], 0
    for k, o in enumerate(objs):
        part = o if o._index.equals(index) else o.reindex(index)
        if isinstance(o, Series):
            if keys is not None:
                names.append(keys[k])
            elif o.name is None:
                names.append(unnamed)
                unnamed += 1
            else:
                names.append(o.name)
            data.append(d.copy(part._data))
        else:
            own = o._columns.tolist()
            names.extend(own if keys is None else [(keys[k], n) for n in own])
            data.extend(d.copy(c) for c in part._data)
    columns = RangeIndex(len(names)) if ignore_index else as_index(names)
    return DataFrame._of(columns, data, index)


def merge(left, right, how='inner', on=None, left_on=None, right_on=None, left_index=False, right_index=False,
          suffixes=('_x', '_y'), sort=False):
    """Rows of two tables with the same keys."""
    if isinstance(right, Series):
        right = right.to_frame()
    if how == 'cross':
        pairs = [(i, j) for i in range(len(left)) for j in range(len(right))]
        return _merged(left, right, pairs, [], [], suffixes, RangeIndex(len(pairs)))
    if on is None and left_on is None and right_on is None and not left_index and not right_index:
        on = [c for c in left._columns.tolist() if c in right._columns]
        if not on:
            raise MergeError("No common columns to perform merge on. Merge options: left_on=None, right_on=None, "
                             "left_index=False, right_index=False")
    lefts = _named(on if left_on is None else left_on) if not left_index else None
    rights = _named(on if right_on is None else right_on) if not right_index else None
    for frame, names in ((left, lefts), (right, rights)):
        for name in names or []:
            if name not in frame._columns and name != frame._index.name:
                raise KeyError(name)
    left_keys, right_keys = _row_keys(left, lefts), _row_keys(right, rights)
    where = {}
    for j, key in enumerate(right_keys):
        where.setdefault(key, []).append(j)
    pairs, used = [], set()
    if how == 'right':
        back = {}
        for i, key in enumerate(left_keys):
            back.setdefault(key, []).append(i)
        for j, key in enumerate(right_keys):
            pairs.extend((i, j) for i in back.get(key, [-1]))
    else:
        for i, key in enumerate(left_keys):
            found = where.get(key)
            if found:
                pairs.extend((i, j) for j in found)
                used.update(found)
            elif how in ('left', 'outer'):
                pairs.append((i, -1))
        if how == 'outer':
            pairs.extend((-1, j) for j in range(len(right_keys)) if j not in used)
            order = [left_keys[i] if i >= 0 else right_keys[j] for i, j in pairs]
            try:
                pairs = [pairs[k] for k in sorted(range(len(pairs)), key=lambda k: order[k])]
            except TypeError:
                pass
        elif sort:
            pairs = sorted(pairs, key=lambda p: left_keys[p[0]])
    index = RangeIndex(len(pairs))
    if left_index and right_index:
        index = Index([left._index[i] if i >= 0 else right._index[j] for i, j in pairs], name=left._index.name)
    elif right_index:
        index = Index([left._index[i] if i >= 0 else right._index[j] for i, j in pairs], name=left._index.name)
        if isinstance(left._index, RangeIndex) and index.tolist() == left._index.tolist():
            index = left._index
    elif left_index:
        index = Index([right._index[j] if j >= 0 else left._index[i] for i, j in pairs])
    shared = [a for a, b in zip(lefts or [], rights or []) if a == b]
    return _merged(left, right, pairs, shared, (lefts, rights), suffixes, index)


class MergeError(ValueError):
    __module__ = 'pandas.errors'


def _named(names):
    return [names] if isinstance(names, str) or not isinstance(names, (list, tuple)) else list(names)


def _row_keys(frame, names):
    if names is None:
        return frame._index.tolist()
    columns = [listed(frame._column(n)._data) if n in frame._columns else frame._index.tolist() for n in names]
    return columns[0] if len(columns) == 1 else list(zip(*columns))


def _merged(left, right, pairs, shared, names, suffixes, index):
    a = np.array([p[0] for p in pairs], dtype=np.int64)
    b = np.array([p[1] for p in pairs], dtype=np.int64)
    columns, data = [], []
    both = [c for c in left._columns.tolist() if c in right._columns and c not in shared]
    for k, name in enumerate(left._columns.tolist()):
        column = d.take_or_missing(left._data[k], a)
        if name in shared and np.any(a < 0):
            other = right._column(name)._data
            values = [right_v if i < 0 else left_v for i, left_v, right_v in
                      zip(a.tolist(), listed(column), listed(d.take_or_missing(other, b)))]
            column = infer(values)
            if is_numeric(column) and is_numeric(left._data[k]) and left._data[k].dtype.kind == 'i' and np.all(
                    column == np.floor(column)):
                column = column.astype(left._data[k].dtype)
        columns.append(name + suffixes[0] if name in both else name)
        data.append(column)
    for k, name in enumerate(right._columns.tolist()):
        if name in shared:
            continue
        columns.append(name + suffixes[1] if name in both else name)
        data.append(d.take_or_missing(right._data[k], b))
    return DataFrame._of(Index(columns), data, index)


# ---- Categories as columns ----

def get_dummies(data, prefix=None, prefix_sep='_', dummy_na=False, columns=None, sparse=False, drop_first=False,
                dtype=None):
    """A column of booleans for each value."""
    kind = bool if dtype is None else dtype
    if not isinstance(data, DataFrame):
        series = data if isinstance(data, Series) else Series(data)
        names, made = _dummies(series._data, None if prefix is None else prefix, prefix_sep, dummy_na, drop_first, kind)
        return DataFrame._of(as_index(names, len(names)), made, series._index)
    chosen = [c for c, column in zip(data._columns.tolist(), data._data) if not is_numeric(column)] \
        if columns is None else _named(columns)
    prefixes = dict(zip(chosen, [prefix] * len(chosen) if isinstance(prefix, str) else prefix or chosen)) \
        if not isinstance(prefix, dict) else {c: prefix.get(c, c) for c in chosen}
    out, parts = [], []
    for c, column in zip(data._columns.tolist(), data._data):
        if c not in chosen:
            out.append(c)
            parts.append(d.copy(column))
    for c in chosen:
        names, made = _dummies(data._column(c)._data, prefixes[c], prefix_sep, dummy_na, drop_first, kind)
        out.extend(names)
        parts.extend(made)
    return DataFrame._of(Index(out), parts, data._index)


def _dummies(data, prefix, sep, dummy_na, drop_first, kind):
    places, unique = d.codes(data, sort=True, whole=True)
    labels = listed(unique)
    made = [(places == k).astype(kind) for k in range(len(labels))]
    if dummy_na:
        labels = labels + [nan]
        made.append((places < 0).astype(kind))
    if drop_first:
        labels, made = labels[1:], made[1:]
    return [label if prefix is None else f'{prefix}{sep}{label}' for label in labels], made


def factorize(values, sort=False):
    data = infer(values)
    places, unique = d.codes(data, sort)
    if isinstance(values, Series):
        return places, Index(unique)
    return places, d.array_of(unique)


def unique(values):
    return Series(values).unique()


# ---- Bins ----

class Interval:
    """(left, right]"""
    __module__ = 'pandas'

    def __init__(self, left, right, closed='right'):
        self.left, self.right, self.closed = left, right, closed
        self.mid = (left + right) / 2
        self.length = right - left

    def __contains__(self, value):
        if self.closed == 'right':
            return self.left < value <= self.right
        return self.left <= value < self.right

    def __eq__(self, other):
        return isinstance(other, Interval) and (self.left, self.right) == (other.left, other.right)

    def __lt__(self, other):
        return (self.left, self.right) < (other.left, other.right)

    def __hash__(self):
        return hash((self.left, self.right))

    def __str__(self):
        left, right = _edge(self.left), _edge(self.right)
        return f'({left}, {right}]' if self.closed == 'right' else f'[{left}, {right})'

    def __repr__(self):
        return f"Interval({_edge(self.left)}, {_edge(self.right)}, closed='{self.closed}')"


def _edge(value):
    return str(value.item() if hasattr(value, 'item') else value)


def _rounded(value, precision):
    """As many digits as tell it, at least `precision` after the first that is not zero."""
    if value == 0 or not np.isfinite(value):
        return value
    whole = int(np.trunc(value))
    if whole == 0:
        digits = -int(np.floor(np.log10(abs(value - whole)))) - 1 + precision
    else:
        digits = precision
    return float(np.round(value, digits))


class CategoricalDtype:
    """The dtype of what cut() gives."""
    name = 'category'
    kind = 'O'

    def __init__(self, categories, ordered):
        self.categories, self.ordered = categories, ordered

    def footer(self):
        """What stands below a column of this dtype."""
        parts = [repr(c) if isinstance(c, str) else str(c) for c in self.categories]
        first = self.categories[0] if self.categories else ''
        if isinstance(first, Interval):
            kind = 'interval[' + ('float64' if isinstance(first.left, float) else 'int64') + f', {first.closed}]'
        else:
            kind = str(infer(list(self.categories)).dtype)
        return f'Categories ({len(parts)}, {kind}): [' + ' < '.join(parts) + ']'

    def __repr__(self):
        return f'CategoricalDtype(ordered={self.ordered})'

    def __str__(self):
        return 'category'

    def __eq__(self, other):
        return isinstance(other, str) and other == 'category' or isinstance(other, CategoricalDtype)

    def __hash__(self):
        return hash('category')


def _binned(x, edges, labels, right, include_lowest, precision):
    values = np.asarray(x).astype(np.float64)
    edges = np.asarray(edges)
    if len(edges) > 1 and np.any(np.diff(edges.astype(np.float64)) < 0):
        raise ValueError("bins must increase monotonically.")
    places = np.searchsorted(edges, values, side='left' if right else 'right')
    if include_lowest:
        places[values == edges[0]] = 1
    places = places - 1
    places[np.isnan(values) | (places < 0) | (places >= len(edges) - 1)] = -1
    if labels is False:
        out = places.astype(np.float64)
        if np.all(places >= 0):
            out = places
        else:
            out[places < 0] = nan
    else:
        if labels is None:
            for digits in range(precision, 20):
                shown = [_rounded(e, digits) if edges.dtype.kind == 'f' else e for e in edges.tolist()]
                if len(set(shown)) == len(set(edges.tolist())):
                    break
            if right and include_lowest:
                shown[0] = shown[0] - 10 ** (-digits)
                shown = [float(v) for v in shown]
            labels = [Interval(a, b, 'right' if right else 'left') for a, b in zip(shown[:-1], shown[1:])]
        elif len(labels) != len(edges) - 1:
            raise ValueError("Bin labels must be one fewer than the number of bin edges")
        labels = list(labels)
        out = Objects([nan if p < 0 else labels[p] for p in places.tolist()], OBJECT)
        out = Objects(out, CategoricalDtype(labels, True))
    return x._with(out) if isinstance(x, Series) else out


def cut(x, bins, right=True, labels=None, retbins=False, precision=3, include_lowest=False, duplicates='raise'):
    """Which of several bins each value falls in."""
    values = np.asarray(x)
    if isinstance(bins, (int, np.integer)):
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        if low == high:
            low, high = low - (0.001 * abs(low) if low else 0.001), high + (0.001 * abs(high) if high else 0.001)
            edges = np.linspace(low, high, bins + 1)
        else:
            edges = np.linspace(low, high, bins + 1)
            wider = (high - low) * 0.001
            if right:
                edges[0] -= wider
            else:
                edges[-1] += wider
    else:
        edges = np.asarray(bins)
    out = _binned(x, edges, labels, right, include_lowest, precision)
    return (out, edges) if retbins else out


def qcut(x, q, labels=None, retbins=False, precision=3, duplicates='raise'):
    """Bins that hold equally many values."""
    values = np.asarray(x).astype(np.float64)
    shares = np.linspace(0, 1, q + 1) if isinstance(q, (int, np.integer)) else np.asarray(q)
    edges = np.percentile(values[~np.isnan(values)], shares * 100)
    if len(np.unique(edges)) < len(edges):
        if duplicates == 'raise':
            raise ValueError(f"Bin edges must be unique: {Index(edges)!r}.\nYou can drop duplicate edges by setting "
                             "the 'duplicates' kwarg")
        edges = np.unique(edges)
    out = _binned(x, edges, labels, True, True, precision)
    return (out, edges) if retbins else out


# ---- Reshaping ----

def crosstab(index, columns, values=None, rownames=None, colnames=None, aggfunc=None, margins=False, normalize=False):
    """How often values occur together."""
    rows, across = Series(index), Series(columns)
    row_places, row_labels = d.codes(rows._data, sort=True)
    column_places, column_labels = d.codes(across._data, sort=True)
    n, m = len(row_labels), len(column_labels)
    if values is not None:
        function = aggfunc if isinstance(aggfunc, str) else aggfunc.__name__
        given = Series(values)._data
        table = np.full((n, m), nan)
        for i in range(n):
            for j in range(m):
                part = np.flatnonzero((row_places == i) & (column_places == j))
                if len(part):
                    table[i, j] = numbers.functions[function](d.take(given, part))
    else:
        table = np.bincount(row_places * m + column_places, minlength=n * m).reshape(n, m)
    row_labels, column_labels = listed(row_labels), listed(column_labels)
    if normalize in (True, 'all'):
        table = table / table.sum()
    elif normalize == 'index':
        table = table / table.sum(axis=1, keepdims=True)
    elif normalize == 'columns':
        table = table / table.sum(axis=0, keepdims=True)
    elif margins:
        table = np.concatenate([table, table.sum(axis=1, keepdims=True)], axis=1)
        table = np.concatenate([table, table.sum(axis=0, keepdims=True)], axis=0)
        row_labels, column_labels = row_labels + ['All'], column_labels + ['All']
    names = (rownames or [rows.name if rows.name is not None else 'row_0'],
             colnames or [across.name if across.name is not None else 'col_0'])
    return DataFrame._of(Index(column_labels, name=names[1][0]), [infer(table[:, j]) for j in range(table.shape[1])],
                         Index(row_labels, name=names[0][0]))


def pivot_table(data, values=None, index=None, columns=None, aggfunc='mean', fill_value=None, margins=False):
    """A table of a column's numbers by two others."""
    rows = _named(index)
    if columns is None:
        chosen = _named(values) if values is not None else [c for c in data._columns.tolist() if c not in rows and
                                                            is_numeric(data._column(c)._data)]
        out = data.groupby(rows if len(rows) > 1 else rows[0])[chosen].agg(aggfunc)
        return out[sorted(chosen)] if isinstance(aggfunc, str) else out
    if len(rows) > 1 or isinstance(columns, (list, tuple)) and len(columns) > 1 or isinstance(values, (list, tuple)):
        raise NotImplementedError("pivot tables have one index, one columns and one values here")
    columns = _named(columns)[0]
    if values is None:
        values = [c for c in data._columns.tolist() if c not in rows and c != columns][0]
    row_places, row_labels = d.codes(data._column(rows[0])._data, sort=True)
    column_places, column_labels = d.codes(data._column(columns)._data, sort=True)
    given = data._column(values)._data
    cells = {}
    for i, (r, c) in enumerate(zip(row_places.tolist(), column_places.tolist())):
        cells.setdefault((r, c), []).append(i)
    name = aggfunc if isinstance(aggfunc, str) else aggfunc.__name__
    out = []
    for c in range(len(column_labels)):
        column = []
        for r in range(len(row_labels)):
            places = cells.get((r, c))
            if places is None:
                column.append(nan if fill_value is None else fill_value)
            elif name == 'first':
                column.append(listed(given)[places[0]])
            elif name in numbers.functions:
                column.append(numbers.functions[name](d.take(given, places)))
            else:
                column.append(aggfunc(Series(d.take(given, places))))
        out.append(infer(column))
    if len(cells) < len(row_labels) * len(column_labels) and fill_value is None:
        out = [c.astype(np.float64) if is_numeric(c) and c.dtype.kind in 'iu' else c for c in out]
    return DataFrame._of(Index(column_labels, name=columns), out, Index(row_labels, name=rows[0]))


def unstack(series, fill_value=None):
    """The last level of the labels as columns."""
    if not isinstance(series._index, MultiIndex):
        raise ValueError(f"index must be a MultiIndex to unstack, {type(series._index)} was passed")
    rows, columns = [], []
    for t in series._index.tolist():
        if t[:-1] not in rows:
            rows.append(t[:-1])
        if t[-1] not in columns:
            columns.append(t[-1])
    rows, columns = sorted(rows), sorted(columns)
    cells = dict(zip(series._index.tolist(), listed(series._data)))
    names = series._index.names
    empty = nan if fill_value is None else fill_value
    index = Index([r[0] for r in rows], name=names[0]) if len(rows[0]) == 1 else MultiIndex(rows, names[:-1])
    return DataFrame._of(Index(columns, name=names[-1]), [infer([cells.get(r + (c,), empty) for r in rows])
                                                          for c in columns], index)


def melt(frame, id_vars=None, value_vars=None, var_name=None, value_name='value'):
    """Columns as rows."""
    ids = _named(id_vars) if id_vars is not None else []
    chosen = _named(value_vars) if value_vars is not None else [c for c in frame._columns.tolist() if c not in ids]
    n = len(frame)
    names = ids + [var_name or 'variable', value_name]
    data = [d.join([frame._column(c)._data] * len(chosen)) for c in ids]
    data.append(infer([c for c in chosen for _ in range(n)]))
    data.append(d.join([frame._column(c)._data for c in chosen]))
    return DataFrame._of(Index(names), data, RangeIndex(n * len(chosen)))


# ---- Small functions ----

def isna(value):
    if isinstance(value, (Series, DataFrame, Index)):
        return value.isna()
    if isinstance(value, (list, np.ndarray)):
        return missing(infer(value))
    return is_missing(value)


def notna(value):
    out = isna(value)
    return not out if isinstance(out, bool) else ~out


def to_numeric(arg, errors='raise', downcast=None):
    """Texts as numbers; errors='coerce' gives NaN for what is none."""
    series = arg if isinstance(arg, Series) else Series(arg)
    if is_numeric(series._data):
        out = series
    else:
        values = []
        for i, v in enumerate(series._data):
            if is_missing(v):
                values.append(nan)
                continue
            try:
                values.append(int(v) if isinstance(v, str) and v.strip().lstrip('+-').isdigit() else float(v))
            except (ValueError, TypeError):
                if errors != 'coerce':
                    raise ValueError(f'Unable to parse string {v!r} at position {i}')
                values.append(nan)
        out = series._with(infer(values))
    return out if isinstance(arg, Series) else out.to_numpy()


def to_datetime(*args, **kwargs):
    raise NotImplementedError("nnsh's pandas has no dates: keep them as texts, or as numbers (year, month, day)")


def date_range(*args, **kwargs):
    to_datetime()
