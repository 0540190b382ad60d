"""Labels of several levels: stack, unstack, xs, swaplevel, droplevel, reset_index(level=)."""
import numpy as np
import _pandas_data as d
from _pandas_data import infer, listed
from _pandas_index import Index, MultiIndex, RangeIndex


def level_place(index, level):
    """The number of a level by number or name; KeyError, IndexError."""
    names = list(index.names)
    if level in names:
        return names.index(level)
    if not isinstance(level, (int, np.integer)):
        if index.nlevels == 1:
            raise KeyError(f"Requested level ({level}) does not match index name ({names[0]})")
        raise KeyError(f"Level {level} not found")
    if not -index.nlevels <= level < index.nlevels:
        raise IndexError(f"Too many levels: Index has only {index.nlevels} level{'s' if index.nlevels > 1 else ''}, "
                         + (f"{level} is not a valid level number" if level < 0 else f"not {level + 1}"))
    return int(level) % index.nlevels


def without_levels(index, gone):
    """The labels without some levels; None where none is left."""
    kept = [k for k in range(index.nlevels) if k not in gone]
    if not kept:
        return None
    return with_levels(index, kept)


def with_levels(index, order):
    """The labels of some levels, in the order given."""
    if len(order) == 1:
        return index.get_level_values(order[0])
    kinds = getattr(index, '_kinds', None)
    return MultiIndex([tuple(t[k] for k in order) for t in index.tolist()], [index.names[k] for k in order],
                      None if kinds is None else [kinds[k] for k in order])


class Levels:
    """What Series and DataFrame do with the levels of their labels."""

    def _relabeled(self, index):
        out = self.copy()
        out._index = index
        return out

    def swaplevel(self, i=-2, j=-1, axis=0):
        """Two levels of the labels change places."""
        index = self._columns if axis in (1, 'columns') else self._index
        a, b = level_place(index, i), level_place(index, j)
        order = list(range(index.nlevels))
        order[a], order[b] = b, a
        if axis in (1, 'columns'):
            out = self.copy()
            out._columns = with_levels(index, order)
            return out
        return self._relabeled(with_levels(index, order))

    def droplevel(self, level, axis=0):
        """The labels without a level."""
        index = self._columns if axis in (1, 'columns') else self._index
        gone = [level_place(index, each) for each in (level if isinstance(level, (list, tuple)) else [level])]
        kept = without_levels(index, gone)
        if kept is None:
            raise ValueError(f"Cannot remove {len(gone)} levels from an index with {index.nlevels} levels: at least one "
                             "level must be left.")
        if axis in (1, 'columns'):
            out = self.copy()
            out._columns = kept
            return out
        return self._relabeled(kept)

    def xs(self, key, axis=0, level=None, drop_level=True):
        """The rows (or, with axis=1, columns) of one label, or of one label of a level."""
        if axis in (1, 'columns'):
            return self[key] if level is None else self.T.xs(key, 0, level, drop_level).T
        if level is None:
            if drop_level and isinstance(self._index, MultiIndex) and not (
                    isinstance(key, tuple) and len(key) == self._index.nlevels):
                found = self._index.get_loc(key)
                count = len(key) if isinstance(key, tuple) else 1
                out = self._at(found if isinstance(found, list) else [found])
                return out._relabeled(without_levels(out._index, list(range(count))))
            return self.loc[key]
        levels = [level_place(self._index, each) for each in (level if isinstance(level, (list, tuple)) else [level])]
        keys = list(key) if isinstance(level, (list, tuple)) else [key]
        parts = [self._index.get_level_values(k).tolist() for k in levels]
        found = [i for i, row in enumerate(zip(*parts)) if list(row) == keys]
        if not found:
            raise KeyError(key)
        out = self._at(found)
        kept = without_levels(out._index, levels) if drop_level else None
        return out if kept is None else out._relabeled(kept)

    def _at(self, places):
        return self._part(places) if hasattr(self, '_columns') else self._rows(places)

    def unstack(self, level=-1, fill_value=None):
        """A level of the rows' labels (the last one) as columns."""
        from _pandas_reshape import spread_level
        return spread_level(self, level, fill_value)

    def to_period(self, freq=None):
        """Periods instead of moments as labels."""
        return self._relabeled(self._index.to_period(freq))

    def to_timestamp(self, freq=None, how='start'):
        """Moments instead of periods as labels."""
        return self._relabeled(self._index.to_timestamp(freq, how))

    def reorder_levels(self, order, axis=0):
        """The levels of the labels in another order."""
        return self._relabeled(with_levels(self._index, [level_place(self._index, each) for each in order]))


def stack(frame, level=-1):
    """A level of the columns' labels (the last one) as the last level of the rows'."""
    columns, index = frame._columns, frame._index
    at = level_place(columns, level)
    own = [index.get_level_values(k) for k in range(index.nlevels)]
    row_labels = index.tolist() if index.nlevels > 1 else [(label,) for label in index.tolist()]
    names = list(index.names) + [columns.names[at]]
    if columns.nlevels == 1:
        labels = columns.tolist()
        tuples = [row + (label,) for row in row_labels for label in labels]
        data = _woven(frame._data, len(frame))
        from _pandas_series import Series
        kinds = [own[k].dtype if d.categories_of(own[k]._data) is not None else None for k in range(len(own))] + [
            columns.dtype if d.categories_of(columns._data) is not None else None]
        return Series(data, index=MultiIndex(tuples, names, kinds))
    outer = [tuple(t[k] for k in range(columns.nlevels) if k != at) for t in columns.tolist()]
    inner = [t[at] for t in columns.tolist()]
    heads, below = list(dict.fromkeys(outer)), list(dict.fromkeys(inner))
    place = {pair: k for k, pair in enumerate(zip(outer, inner))}
    data = []
    for head in heads:
        parts = [frame._data[place[head, each]] if (head, each) in place else np.full(len(frame), d.nan)
                 for each in below]
        data.append(_woven(parts, len(frame)))
    tuples = [row + (label,) for row in row_labels for label in below]
    rest = [columns.names[k] for k in range(columns.nlevels) if k != at]
    labels = Index([t[0] for t in heads], name=rest[0]) if len(rest) == 1 else MultiIndex(heads, rest)
    return frame._new(labels, data, MultiIndex(tuples, names))


def _woven(columns, count):
    """The values row by row."""
    joined = d.join(columns)
    places = np.arange(len(columns) * count).reshape(len(columns), count).T.reshape(-1)
    return d.take(joined, places)


def reset_levels(frame, levels, drop, names):
    """reset_index of some levels: they become columns, the others stay labels."""
    index = frame._index
    chosen = [level_place(index, each) for each in (levels if isinstance(levels, (list, tuple)) else [levels])]
    out = frame.copy()
    if not drop:
        parts = [index.get_level_values(k) for k in chosen]
        labels = names if isinstance(names, list) else [names] if names is not None else [
            f'level_{k}' if index.names[k] is None else index.names[k] for k in chosen]
        for label in labels:
            if label in frame._columns:
                raise ValueError(f"cannot insert {label}, already exists")
        out._columns = Index(labels + frame._columns.tolist())
        out._data = [d.copy(p._data) for p in parts] + out._data
    kept = without_levels(index, chosen)
    out._index = RangeIndex(len(frame)) if kept is None else kept
    return out


def order_by_levels(index, levels, ascending):
    """The places in the order of some levels, then of the others."""
    chosen = [level_place(index, each) for each in (levels if isinstance(levels, (list, tuple)) else [levels])]
    ups = list(ascending) if isinstance(ascending, (list, tuple)) else [ascending] * len(chosen)
    rest = [k for k in range(index.nlevels) if k not in chosen]
    places = np.arange(len(index))
    for k, up in reversed(list(zip(chosen + rest, ups + [ups[-1]] * len(rest)))):
        data = index.get_level_values(k)._data
        places = places[d.order_of(d.take(data, places), up)]
    return places
