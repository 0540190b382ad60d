"""pandas' tables in another shape: columns for values, pivot tables, counts of pairs."""
import numpy as np
import _pandas_data as d
import _pandas_numbers as numbers
from _pandas_data import Objects, infer, is_numeric, listed, missing, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_series import Series
from _pandas_frame import DataFrame

from _pandas_join import _named


def get_dummies(data, prefix=None, prefix_sep='_', dummy_na=False, columns=None, sparse=False, drop_first=False,
                dtype=None):
    """A column of booleans for each value."""
    kind = bool if dtype is None else dtype
    if not isinstance(data, DataFrame):
        series = data if isinstance(data, Series) else Series(data)
        names, made = _dummies(series._data, None if prefix is None else prefix, prefix_sep, dummy_na, drop_first, kind)
        labels = as_index(names, len(names))
        if d.categories_of(series._data) is not None and prefix is None:
            labels = Index(Objects(names, series._data.dtype))
        return DataFrame._of(labels, made, series._index)
    if columns is not None:
        if isinstance(columns, str) or not hasattr(columns, '__iter__'):
            raise TypeError("Input must be a list-like for parameter `columns`")
        data._columns.places_of(list(columns), 'columns')
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


def crosstab(index, columns, values=None, rownames=None, colnames=None, aggfunc=None, margins=False, normalize=False):
    """How often values occur together."""
    if isinstance(index, list) and index and hasattr(index[0], '__len__') and not isinstance(index[0], str) or (
            isinstance(columns, list) and columns and hasattr(columns[0], '__len__') and not isinstance(columns[0], str)):
        return _crosstab_of_several(index, columns, rownames, colnames, margins, normalize)
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


def _crosstab_of_several(index, columns, rownames, colnames, margins, normalize):
    """A table of counts whose rows or columns are of several keys."""
    sides, titles = [], []
    for given, names, word in ((index, rownames, 'row'), (columns, colnames, 'col')):
        several = isinstance(given, list) and hasattr(given[0], '__len__') and not isinstance(given[0], str)
        keys = [Series(k) for k in (given if several else [given])]
        sides.append(keys)
        titles.append(names or [f'{word}_{i}' if k.name is None else k.name for i, k in enumerate(keys)])
    keys = sides[0] + sides[1]
    frame = DataFrame({i: key._data for i, key in enumerate(keys)})
    counts = frame.groupby(list(range(len(keys)))).size()
    table = _spread(counts.to_frame('n'), len(sides[1]), False, 0)
    if margins:
        every = ('All',) + ('',) * (len(sides[1]) - 1)
        labels = table._columns.tolist() + [every if len(every) > 1 else 'All']
        data = table._data + [sum(table._data)]
        below = ('All',) + ('',) * (len(sides[0]) - 1)
        rows = table._index.tolist() + [below if len(below) > 1 else 'All']
        data = [np.append(c, c.sum()) for c in data]
        table = DataFrame._of(as_index(labels), data, as_index(rows))
    if normalize in (True, 'all'):
        table = table / table.to_numpy().sum()
    elif normalize == 'index':
        table = table.div(table.sum(axis=1), axis=0)
    elif normalize == 'columns':
        table = table / table.sum()
    table._index = table._index.set_names(titles[0])
    table._columns = table._columns.set_names(titles[1])
    return table


def pivot_table(data, values=None, index=None, columns=None, aggfunc='mean', fill_value=None, margins=False,
                dropna=True, margins_name='All', observed=True, sort=True):
    """A table of summaries: a row for each value of `index`, a column for each of `columns`."""
    rows = _named(index) if index is not None else []
    across = _named(columns) if columns is not None else []
    if not rows and not across:
        raise ValueError("No group keys passed!")
    if isinstance(aggfunc, list):
        parts = [pivot_table(data, values, index, columns, f, fill_value, margins, dropna, margins_name, observed, sort)
                 for f in aggfunc]
        names = [f if isinstance(f, str) else f.__name__ for f in aggfunc]
        tuples = [(name,) + (c if isinstance(c, tuple) else (c,)) for name, part in zip(names, parts)
                  for c in part._columns.tolist()]
        return DataFrame._of(MultiIndex(tuples, [None] + parts[0]._columns.names), [c for p in parts for c in p._data],
                             parts[0]._index)
    if values is not None:
        chosen = _named(values)
        for name in chosen:
            if name not in data._columns:
                raise KeyError(name)
    elif isinstance(aggfunc, dict):
        chosen = list(aggfunc)
    else:
        chosen = [c for c in data._columns.tolist() if c not in rows + across]
    keys = rows + across
    table = data.groupby(keys if len(keys) > 1 else keys[0], observed=observed, sort=sort)[chosen].agg(aggfunc)
    if dropna:
        table = table.dropna(how='all')
    if across:
        table = _spread(table, len(across) if rows else len(across) - 1, values is None or isinstance(values, list),
                        fill_value)
        if not rows:
            table = table.T
    elif not isinstance(aggfunc, dict) or values is None:
        table = table[sorted(table._columns.tolist())] if all(isinstance(c, str) for c in table._columns.tolist()) \
            else table
    if fill_value is not None:
        table = table.fillna(fill_value)
    return _with_margins(data, table, chosen, rows, across, aggfunc, margins_name) if margins else table


def _spread(table, levels, several, fill_value=None, ordered=True):
    """The last levels of the rows' labels as columns. `ordered`: the columns of several are sorted by name."""
    index = table._index
    if not isinstance(index, MultiIndex) or levels == 0:
        return table
    depth = index.nlevels - levels
    parts = [d.codes(index.get_level_values(k)._data, sort=True) for k in range(index.nlevels)]
    ranks = list(zip(*[codes.tolist() for codes, _ in parts]))
    rows, columns = sorted(set(r[:depth] for r in ranks)), sorted(set(r[depth:] for r in ranks))
    where = {rank: place for place, rank in enumerate(ranks)}
    values = [listed(unique) for _, unique in parts]
    kinds = [unique.dtype if d.categories_of(unique) is not None else None for _, unique in parts]

    def labels(ranks, start, stop, names):
        made = [tuple(values[start + k][r] for k, r in enumerate(rank)) for rank in ranks]
        if stop - start > 1:
            return MultiIndex(made, names, kinds[start:stop])
        flat = [t[0] for t in made]
        whole = index.get_level_values(start).dtype if start < index.nlevels else None
        if getattr(whole, 'kind', 'O') in 'iuf':
            return Index(np.array(flat, dtype=whole), name=names[0])
        return Index(flat if kinds[start] is None else Objects(flat, kinds[start]), name=names[0])

    data, names = [], []
    for name, column in (
            sorted(table.items(), key=lambda p: p[0]) if several and ordered else table.items()):
        places = [[where.get(r + c, -1) for r in rows] for c in columns]
        holes = any(-1 in each for each in places)
        for c, each in zip(columns, places):
            part = d.take_or_missing(column._data, each)
            if holes and fill_value is not None:
                part = _filled(column._data, part, fill_value)
            elif holes and is_numeric(part) and part.dtype.kind in 'iu':
                part = part.astype(np.float64)
            data.append(part)
            names.append((name, c))
    heads = labels([c for _, c in names], depth, index.nlevels, index.names[depth:])
    if several:
        tuples = [(name,) + (label if isinstance(label, tuple) else (label,))
                  for (name, _), label in zip(names, heads.tolist())]
        heads = MultiIndex(tuples, [None] + index.names[depth:], [None] + kinds[depth:])
    return DataFrame._of(heads, data, labels(rows, 0, depth, index.names[:depth]))


def _filled(before, part, value):
    """What is missing, replaced; whole numbers stay whole."""
    gone = missing(part)
    filled = d.set_at(part, gone, value) if np.any(gone) else part
    if is_numeric(before) and is_numeric(filled):
        return filled.astype(np.result_type(before.dtype, np.array(value).dtype))
    return filled


def _with_margins(data, table, chosen, rows, across, aggfunc, name):
    """A row and a column more: the summaries of all."""
    if len(chosen) > 1 or len(rows) != 1 or len(across) > 1 or not isinstance(aggfunc, str):
        raise NotImplementedError("pivot_table(margins=True) is there for one of values, index and columns each")
    data = data.dropna(subset=chosen)
    whole = data[chosen[0]].agg(aggfunc)
    out = table.copy()
    last = []
    if across:
        totals = data.groupby(rows[0])[chosen[0]].agg(aggfunc)
        out._columns = Index(table._columns.tolist() + [name], name=table._columns.name)
        out._data = out._data + [totals.reindex(table._index)._data]
        below = data.groupby(across[0])[chosen[0]].agg(aggfunc)
        last = [below[c] for c in table._columns.tolist()]
    out._data = [d.join([c, infer([v])]) for c, v in zip(out._data, last + [whole])]
    out._index = Index(table._index.tolist() + [name], name=table._index.name)
    return out


def pivot(data, columns, index=None, values=None):
    """A table of one column by two others, each pair once."""
    across = _named(columns)
    rows = _named(index) if index is not None else []
    for part, names in (('columns', across), ('index', rows), ('values', _named(values) if values is not None else [])):
        gone = [name for name in names if name not in data._columns]
        if gone:
            raise KeyError(f"The following {part!r} labels are not columns of the DataFrame: {gone!r}")
    chosen = _named(values) if values is not None else [c for c in data._columns.tolist() if c not in rows + across]
    made = data.set_index(rows + across) if rows else data.set_index(across, append=True)
    if len(set(made._index.tolist())) < len(made):
        raise ValueError("Index contains duplicate entries, cannot reshape")
    return _spread(made[chosen], len(across), values is None or isinstance(values, list))


def spread_level(table, level=-1, fill_value=None):
    """unstack: a level of the rows' labels as columns."""
    from _pandas_levels import level_place, stack, with_levels
    index = table._index
    if not isinstance(index, MultiIndex):
        if isinstance(table, DataFrame):
            return stack(table.T)
        raise ValueError(f"index must be a MultiIndex to unstack, {type(index)} was passed")
    if isinstance(level, list):
        for each in reversed(level):
            table = spread_level(table, each, fill_value)
        return table
    at = level_place(index, level)
    order = [k for k in range(index.nlevels) if k != at] + [at]
    frame = table.copy() if isinstance(table, DataFrame) else table.to_frame()
    frame._index = with_levels(index, order)
    if isinstance(frame._columns, MultiIndex):
        out = _spread(frame, 1, True, fill_value, False)
        names = frame._columns.names + [index.names[at]]
        out._columns = MultiIndex([t[0] + t[1:] for t in out._columns.tolist()], names)
        return out
    out = _spread(frame, 1, isinstance(table, DataFrame), fill_value, False)
    if isinstance(table, DataFrame):
        out._columns.level_names[0] = table._columns.name
    return out


def melt(frame, id_vars=None, value_vars=None, var_name=None, value_name='value'):
    """Columns as rows."""
    ids = _named(id_vars) if id_vars is not None else []
    chosen = _named(value_vars) if value_vars is not None else [c for c in frame._columns.tolist() if c not in ids]
    gone = [c for c in ids + chosen if c not in frame._columns]
    if gone:
        raise KeyError(f"The following id_vars or value_vars are not present in the DataFrame: {gone!r}")
    n = len(frame)
    names = ids + [var_name or 'variable', value_name]
    data = [d.join([frame._column(c)._data] * len(chosen)) for c in ids]
    data.append(infer([c for c in chosen for _ in range(n)]))
    data.append(d.join([frame._column(c)._data for c in chosen]))
    return DataFrame._of(Index(names), data, RangeIndex(n * len(chosen)))
