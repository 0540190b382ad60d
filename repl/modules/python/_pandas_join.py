"""pandas' tables one below the other, side by side, or by their keys."""
import numpy as np
import _pandas_data as d
from _pandas_data import infer, is_numeric, listed, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index
from _pandas_series import Series
from _pandas_frame import DataFrame


def concat(objs, *, axis=0, join='outer', ignore_index=False, keys=None, names=None, sort=False, copy=None):
    """Tables one below the other, or side by side."""
    if isinstance(objs, dict):
        keys = list(objs)
        objs = list(objs.values())
    if isinstance(objs, (Series, DataFrame, str)):
        raise TypeError("first argument must be an iterable of pandas objects, you passed an object of type "
                        f'"{type(objs).__name__}"')
    if join not in ('inner', 'outer'):
        raise ValueError("Only can inner (intersect) or outer (union) join the other axis")
    given = list(objs)
    objs = [o for o in given if o is not None]
    if not objs:
        raise ValueError("All objects passed were None" if given else "No objects to concatenate")
    for o in objs:
        if not isinstance(o, (Series, DataFrame)):
            raise TypeError(f"cannot concatenate object of type '{type(o)}'; only Series and DataFrame objs are valid")
    if axis not in (0, 1, 'index', 'rows', 'columns'):
        raise ValueError(f"No axis named {axis} for object type DataFrame")
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
        tuples = [(k if isinstance(k, tuple) else (k,)) + (label if isinstance(label, tuple) else (label,))
                  for k, o in zip(keys, objs) for label in o._index.tolist()]
        inner = list(objs[0]._index.names)
        count = len(tuples[0]) - len(inner)
        names = list(names) if names else [None] * count
        return MultiIndex(tuples, (names + inner)[:len(tuples[0])])
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
          sort=False, suffixes=('_x', '_y'), indicator=False, validate=None):
    """Rows of two tables with the same keys."""
    if isinstance(right, Series):
        right = right.to_frame()
    _check_merge(right, how, on, left_on, right_on, left_index, right_index)
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
    for a, b in zip(lefts or [], rights or []):
        if a in left._columns and b in right._columns:
            _check_kinds(left, right, a, b)
    left_keys, right_keys = _row_keys(left, lefts), _row_keys(right, rights)
    if validate is not None:
        _check_pairs(left_keys, right_keys, validate, (lefts, rights))
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
    out = _merged(left, right, pairs, shared, (lefts, rights), suffixes, index)
    if indicator:
        from _pandas_categories import Categorical
        out['_merge' if indicator is True else indicator] = Categorical(
            ['both' if i >= 0 and j >= 0 else 'left_only' if j < 0 else 'right_only' for i, j in pairs],
            categories=['left_only', 'right_only', 'both'])
    return out


def _twice(keys, names):
    """Up to five keys that are there several times, as a table."""
    seen, found = set(), []
    for key in keys:
        if key in seen:
            found.append(key if isinstance(key, tuple) else (key,))
        seen.add(key)
    table = DataFrame(found[:5], columns=names if names is not None else [0])
    return table.to_string(index=False)


def _check_pairs(left_keys, right_keys, validate, names):
    """Raises where a key is there several times on a side that should have it once."""
    short = {'1:1': 'one_to_one', '1:m': 'one_to_many', 'm:1': 'many_to_one', 'm:m': 'many_to_many'}
    kind = short.get(validate, validate)
    if kind not in short.values():
        raise ValueError(f'"{validate}" is not a valid argument. Valid arguments are:\n- "1:1"\n- "1:m"\n- "m:1"\n'
                         '- "m:m"\n- "one_to_one"\n- "one_to_many"\n- "many_to_one"\n- "many_to_many"')
    twice = [len(set(keys)) < len(keys) for keys in (left_keys, right_keys)]
    wanted = [kind.startswith('one'), kind.endswith('one')]
    name = kind.replace('_', '-')
    if wanted == [True, True] and twice == [True, True]:
        raise MergeError("Merge keys are not unique in either left or right dataset; not a one-to-one merge."
                         f"\nDuplicates in left:\n {_twice(left_keys, names[0])} ..."
                         f"\nDuplicates in right:\n {_twice(right_keys, names[1])} ...")
    for side, many, alone, keys, titles in zip(('left', 'right'), twice, wanted, (left_keys, right_keys), names):
        if many and alone:
            raise MergeError(f"Merge keys are not unique in {side} dataset; not a {name} merge"
                             + ('\n' if kind == 'many_to_one' else '') + f"\nDuplicates in {side}:\n {_twice(keys, titles)} ...")


def merge_asof(left, right, on=None, left_on=None, right_on=None, by=None, direction='backward',
               allow_exact_matches=True, suffixes=('_x', '_y')):
    """To each row the last row of the other table up to it (both sorted by the key)."""
    first, second = on if left_on is None else left_on, on if right_on is None else right_on
    if by is not None:
        groups = {key: part for key, part in right.groupby(by)}
        parts = []
        for key, part in left.groupby(by, sort=False):
            other = groups.get(key, right.iloc[:0]).drop(columns=[by])
            parts.append(merge_asof(part, other, on, left_on, right_on, None, direction, allow_exact_matches, suffixes))
        order = np.argsort(np.concatenate([p for p in left.groupby(by, sort=False)._groups.places]), kind='stable')
        return concat(parts, ignore_index=True).iloc[order].reset_index(drop=True)
    keys, others = left._column(first).tolist(), right._column(second).tolist()
    for name, values in (('left', keys), ('right', others)):
        if any(b < a for a, b in zip(values, values[1:])):
            raise ValueError(f"{name} keys must be sorted")
    pairs = []
    for i, key in enumerate(keys):
        before = [j for j, v in enumerate(others) if v < key or allow_exact_matches and v == key]
        after = [j for j, v in enumerate(others) if v > key or allow_exact_matches and v == key]
        back, ahead = before[-1] if before else -1, after[0] if after else -1
        if direction == 'nearest':
            place = ahead if back < 0 or ahead >= 0 and others[ahead] - key < key - others[back] else back
        else:
            place = back if direction == 'backward' else ahead
        pairs.append((i, place))
    return _merged(left, right, pairs, [first] if first == second else [], None, suffixes, RangeIndex(len(pairs)))


class MergeError(ValueError):
    __module__ = 'pandas.errors'


_KINDS = ('left', 'right', 'inner', 'outer', 'left_anti', 'right_anti', 'cross', 'asof')


def _check_merge(right, how, on, left_on, right_on, left_index, right_index):
    """Raises where the keys that are named do not make pairs."""
    if not isinstance(right, DataFrame):
        raise TypeError(f"Can only merge Series or DataFrame objects, a {type(right)} was passed")
    if how not in _KINDS:
        raise ValueError(f"'{how}' is not a valid Merge type: {', '.join(_KINDS)}")
    if on is not None:
        if left_on is not None or right_on is not None:
            raise MergeError('Can only pass argument "on" OR "left_on" and "right_on", not a combination of both.')
        if left_index or right_index:
            raise MergeError('Can only pass argument "on" OR "left_index" and "right_index", not a combination of '
                             'both.')
    elif left_on is not None and right_on is None and not right_index:
        raise MergeError('Must pass "right_on" OR "right_index".')
    elif right_on is not None and left_on is None and not left_index:
        raise MergeError('Must pass "left_on" OR "left_index".')
    elif left_on is not None and right_on is not None and len(_named(left_on)) != len(_named(right_on)):
        raise ValueError("len(right_on) must equal len(left_on)")


def _check_kinds(left, right, a, b):
    """Raises where one key holds numbers and the other one text: no pair could be found."""
    first, second = left._column(a), right._column(b)
    if not hasattr(first, 'dtype') or not hasattr(second, 'dtype') or not len(first) or not len(second):
        return
    kinds = [is_numeric(s._data) and s._data.dtype.kind in 'iuf' for s in (first, second)]
    texts = [not is_numeric(s._data) and s._data.dtype == d.STR for s in (first, second)]
    if kinds[0] and texts[1] or texts[0] and kinds[1]:
        raise ValueError(f"You are trying to merge on {first.dtype} and {second.dtype} columns for key '{a}'. If you "
                         "wish to proceed you should use pd.concat")


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
    if both and not any(suffixes):
        raise ValueError(f"columns overlap but no suffix specified: {Index(both)!r}")
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
