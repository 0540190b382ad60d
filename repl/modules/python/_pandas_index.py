"""pandas' Index: the labels of rows and columns."""
import numpy as np
from _pandas_data import (OBJECT, Objects, codes, cut, infer, is_missing, is_numeric, listed, missing, order_of, take,
                          values_of)


def _label_text(value):
    """A label as text in a table."""
    if is_missing(value):
        return 'NaN' if value is not None else 'None'
    if isinstance(value, str):
        return value.replace('\t', '\\t').replace('\r', '\\r').replace('\n', '\\n')
    if isinstance(value, tuple):
        return '(' + ', '.join(_label_text(v) for v in value) + (',)' if len(value) == 1 else ')')
    return str(value)


class Index:
    """Labels; any position by label."""
    __module__ = 'pandas'
    names_of_levels = None

    def __new__(cls, data=(), *args, **kwargs):
        if cls is Index and isinstance(data, range) and kwargs.get('dtype') is None and not args:
            return RangeIndex(data.start, data.stop, data.step, name=kwargs.get('name'))
        return super().__new__(cls)

    def __init__(self, data=(), dtype=None, name=None, copy=False):
        if isinstance(data, Index):
            name = data.name if name is None else name
            data = data._data
        self._data = infer(data, dtype)
        self.name = name
        self._places = None
        if self._data.dtype.kind in 'Mm' and type(self) is Index:
            from _pandas_dates import DatetimeIndex
            self.__class__ = DatetimeIndex
            self.freq = getattr(data, 'freq', None)
        elif type(self) is Index and getattr(self._data.dtype, 'index_name', None) == 'PeriodIndex':
            from _pandas_period import PeriodIndex
            self.__class__ = PeriodIndex

    @property
    def dtype(self):
        """The dtype of the values."""
        return self._data.dtype

    @property
    def values(self):
        """As an array."""
        return values_of(self._data)

    @property
    def shape(self):
        """Rows, or rows and columns."""
        return (len(self),)

    @property
    def size(self):
        """How many values there are."""
        return len(self)

    @property
    def ndim(self):
        """How many dimensions there are."""
        return 1

    @property
    def names(self):
        return [self.name]

    @property
    def empty(self):
        """Whether nothing is there."""
        return len(self) == 0

    @property
    def nlevels(self):
        """How many levels the labels have."""
        return 1

    @property
    def is_unique(self):
        """Whether no value is there twice."""
        return len(self._map()) == len(self)

    @property
    def str(self):
        """Methods of texts: s.str.upper()."""
        from _pandas_strings import StringMethods
        return StringMethods(self)

    def __array__(self, dtype=None, copy=None):
        return np.asarray(self.to_numpy())

    def to_numpy(self, dtype=None):
        """As an array."""
        from _pandas_data import array_of
        return array_of(self._data)

    def tolist(self):
        """As a list."""
        return listed(self._data)

    to_list = tolist

    def to_series(self):
        from _pandas_series import Series
        return Series(self._data, index=self, name=self.name)

    def to_frame(self, index=True, name=None):
        """As a table of one column."""
        from _pandas_frame import DataFrame
        return DataFrame({self.name if name is None else name: self._data}, index=self if index else None)

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self.tolist())

    def __contains__(self, label):
        return label in self._map()

    def __getitem__(self, key):
        if isinstance(key, (int, np.integer)):
            return self._data[key]
        if isinstance(key, slice):
            return self._like(cut(self._data, key.start, key.stop, key.step))
        key = np.asarray(key)
        return self._like(take(self._data, np.flatnonzero(key) if key.dtype.kind == 'b' else key))

    def _like(self, data):
        return Index(data, name=self.name)

    def __setitem__(self, key, value):
        raise TypeError("Index does not support mutable operations")

    def _map(self):
        if self._places is None:
            places = {}
            for i, label in enumerate(self.tolist()):
                if label in places:
                    known = places[label]
                    if isinstance(known, list):
                        known.append(i)
                    else:
                        places[label] = [known, i]
                else:
                    places[label] = i
            self._places = places
        return self._places

    def get_loc(self, label):
        """The place of a label (a list where it occurs several times); KeyError."""
        try:
            found = self._map().get(label)
        except TypeError:
            found = None
        if found is None:
            raise KeyError(label)
        return found

    def places_of(self, labels, axis=None):
        """The places of several labels; KeyError as pandas writes it."""
        where, gone = [], []
        known = self._map()
        for label in labels:
            found = known.get(label)
            if found is None:
                gone.append(label)
            elif isinstance(found, list):
                where.extend(found)
            else:
                where.append(found)
        if gone:
            if len(gone) == len(labels):
                raise KeyError(f"None of [{Index(list(labels))!r}] are in the [{axis or 'index'}]")
            raise KeyError(f"{gone!r} not in index")
        return where

    def get_indexer(self, labels):
        known = self._map()
        out = []
        for label in labels:
            found = known.get(label, -1)
            out.append(found[0] if isinstance(found, list) else found)
        return np.array(out, dtype=np.int64)

    def equals(self, other):
        if self is other:
            return True
        if not isinstance(other, Index) or len(self) != len(other):
            return False
        if is_numeric(self._data) and is_numeric(other._data):
            return bool(np.all(self._data == other._data))
        return self.tolist() == other.tolist()

    def _compared(self, other, op):
        others = other.tolist() if hasattr(other, 'tolist') else other
        if isinstance(others, (list, tuple)):
            return np.array([op(a, b) for a, b in zip(self.tolist(), others)], dtype=bool)
        return np.array([op(a, others) for a in self.tolist()], dtype=bool)

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._compared(other, lambda a, b: a != b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def _calculated(self, other, op, name, reverse=False):
        from _pandas_operators import operate
        other = other._data if hasattr(other, '_data') else infer(other) if isinstance(other, (list, tuple)) else other
        return Index(operate(self._data, other, op, name, reverse), name=self.name)

    def __add__(self, other):
        return self._calculated(other, lambda a, b: a + b, 'add')

    def __radd__(self, other):
        return self._calculated(other, lambda a, b: a + b, 'add', True)

    def __sub__(self, other):
        return self._calculated(other, lambda a, b: a - b, 'sub')

    def __rsub__(self, other):
        return self._calculated(other, lambda a, b: a - b, 'sub', True)

    def __mul__(self, other):
        return self._calculated(other, lambda a, b: a * b, 'mul')

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._calculated(other, lambda a, b: a / b, 'truediv')

    def __rtruediv__(self, other):
        return self._calculated(other, lambda a, b: a / b, 'truediv', True)

    def __floordiv__(self, other):
        return self._calculated(other, lambda a, b: a // b, 'floordiv')

    def __mod__(self, other):
        return self._calculated(other, lambda a, b: a % b, 'mod')

    def __pow__(self, other):
        return self._calculated(other, lambda a, b: a ** b, 'pow')

    def round(self, decimals=0):
        """Rounded labels."""
        return Index(np.round(self._data, decimals), name=self.name)

    def __neg__(self):
        return Index(-self._data, name=self.name)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        if method != '__call__' or any(hasattr(x, '_by_ufunc') for x in inputs):
            return NotImplemented
        made = ufunc(*[x.to_numpy() if isinstance(x, Index) else x for x in inputs], **kwargs)
        return made if getattr(made, 'dtype', None) == bool else Index(made, name=self.name)

    def map(self, function):
        """A function or a dict of each value."""
        if isinstance(function, dict):
            return Index([function.get(v, float('nan')) for v in self.tolist()], name=self.name)
        return Index([function(v) for v in self.tolist()], name=self.name)

    def astype(self, dtype):
        """Values of another dtype."""
        return Index(self._data, dtype=dtype, name=self.name)

    def get_level_values(self, level):
        """The labels of one level: all of them."""
        return self

    def set_names(self, names, level=None):
        """Other names of the levels."""
        if self.nlevels == 1:
            return self.rename(names[0] if isinstance(names, (list, tuple)) else names)
        if level is None:
            return self.rename(list(names))
        made = list(self.names)
        at = level if isinstance(level, int) else made.index(level)
        made[at] = names
        return self.rename(made)

    def rename(self, name):
        """Other labels or another name."""
        out = self[:]
        out.name = name
        return out

    def copy(self, name=None):
        """A copy."""
        out = self[:]
        out.name = self.name if name is None else name
        return out

    def append(self, other):
        """Refused: pandas took it away; concat joins."""
        return Index(self.tolist() + list(other), name=self.name)

    def insert(self, place, label):
        """Puts a column at a place."""
        labels = self.tolist()
        labels.insert(place, label)
        return Index(labels, name=self.name)

    def drop(self, labels):
        """Without some rows or columns."""
        labels = [labels] if isinstance(labels, str) or not hasattr(labels, '__iter__') else list(labels)
        gone = [label for label in labels if label not in self]
        if gone:
            raise KeyError(f"{gone!r} not found in axis")
        return Index([label for label in self.tolist() if label not in labels], name=self.name)

    def union(self, other):
        """Labels of either."""
        labels = self.tolist() + [label for label in other if label not in self]
        return Index(_sorted(labels), name=self.name)

    def intersection(self, other):
        """Labels of both."""
        other = list(other)
        return Index(list(dict.fromkeys(label for label in self.tolist() if label in other)), name=self.name)

    def difference(self, other):
        """Labels that the other has not."""
        other = list(other)
        return Index(_sorted([label for label in self.tolist() if label not in other]), name=self.name)

    def isin(self, values):
        """Whether each value is among some."""
        values = set(values)
        return np.array([label in values for label in self.tolist()], dtype=bool)

    def unique(self):
        """The different values."""
        return Index(codes(self._data)[1], name=self.name)

    def nunique(self):
        """How many different values there are."""
        return len(self.unique())

    def duplicated(self):
        """Whether each came before."""
        seen, out = set(), []
        for label in self.tolist():
            out.append(label in seen)
            seen.add(label)
        return np.array(out, dtype=bool)

    def isna(self):
        """Whether each value is missing."""
        return missing(self._data)

    def max(self):
        """The greatest value."""
        return max(self.tolist()) if not is_numeric(self._data) else self._data.max()

    def min(self):
        """The least value."""
        return min(self.tolist()) if not is_numeric(self._data) else self._data.min()

    def argsort(self):
        """The places in the order of the values."""
        return order_of(self._data)

    def sort_values(self, ascending=True):
        """In the order of the values."""
        return self[order_of(self._data, ascending)]

    def texts(self):
        """Each label as a table shows it."""
        data = self._data
        if is_numeric(data) and data.dtype.kind == 'f':
            from _pandas_text import float_texts
            made = [t.strip() for t in float_texts(data, leading=False, na='NaN')]
            signed = any(t.startswith('-') for t in made)
            return [' ' + t if signed and not t.startswith('-') else t for t in made]
        return [_label_text(v) for v in listed(data)]

    def _extra(self):
        return '' if self.name is None else f', name={self.name!r}'

    def __repr__(self):
        from _pandas_labels import label_lines
        return label_lines(self)


def _sorted(labels):
    try:
        return sorted(labels)
    except TypeError:
        return labels


class RangeIndex(Index):
    """0, 1, 2, ...: the labels of rows that have none."""
    __module__ = 'pandas'

    def __init__(self, start=0, stop=None, step=1, name=None, dtype=None, copy=False):
        if isinstance(start, range):
            start, stop, step = start.start, start.stop, start.step
        if stop is None:
            start, stop = 0, start
        self.start, self.stop, self.step, self.name = int(start), int(stop), int(step), name
        self._made = None
        self._places = None

    @property
    def _data(self):
        if self._made is None:
            self._made = np.arange(self.start, self.stop, self.step)
        return self._made

    def __len__(self):
        return len(range(self.start, self.stop, self.step))

    def __contains__(self, label):
        return isinstance(label, (int, float, np.integer, np.floating)) and label == int(label) and int(label) in range(
            self.start, self.stop, self.step)

    def get_loc(self, label):
        """Where a label stands."""
        if isinstance(label, (int, np.integer)) and not isinstance(label, bool) and label in self:
            return (int(label) - self.start) // self.step
        raise KeyError(label)

    def __getitem__(self, key):
        if isinstance(key, slice):
            part = range(self.start, self.stop, self.step)[key]
            return RangeIndex(part.start, part.stop, part.step, name=self.name)
        return super().__getitem__(key)

    def texts(self):
        """Each label as a table shows it: all of one width."""
        labels = range(self.start, self.stop, self.step)
        width = max(len(str(labels[0])), len(str(labels[-1]))) if len(labels) else 0
        return [str(v).ljust(width) for v in labels]

    def equals(self, other):
        if isinstance(other, RangeIndex):
            return list(range(self.start, self.stop, self.step)) == list(
                range(other.start, other.stop, other.step)) if len(self) == len(other) else False
        return super().equals(other)

    def __repr__(self):
        return f'RangeIndex(start={self.start}, stop={self.stop}, step={self.step}{self._extra()})'


class MultiIndex(Index):
    """Labels that are tuples, one value a level."""
    __module__ = 'pandas'

    def __init__(self, tuples, names=None, kinds=None):
        """`kinds`: the dtypes of levels that hold categories (None for others)."""
        self._data = Objects([tuple(t) for t in tuples], OBJECT)
        self._kinds = kinds
        self.name = None
        self.level_names = list(names) if names is not None else [None] * (len(self._data[0]) if len(self._data) else 0)
        self._places = None

    @staticmethod
    def from_tuples(tuples, names=None):
        return MultiIndex(tuples, names)

    @staticmethod
    def from_arrays(arrays, names=None):
        """A level for each array."""
        names = [getattr(a, 'name', None) for a in arrays] if names is None else names
        return MultiIndex(list(zip(*[listed(infer(a)) for a in arrays])), names)

    @staticmethod
    def from_frame(df, names=None):
        """A level for each column of a table."""
        return MultiIndex(list(zip(*[listed(c) for c in df._data])), df._columns.tolist() if names is None else names)

    @staticmethod
    def from_product(iterables, names=None):
        out = [()]
        for values in iterables:
            out = [t + (v,) for t in out for v in values]
        return MultiIndex(out, names)

    @property
    def names(self):
        return self.level_names

    @property
    def nlevels(self):
        """How many levels the labels have."""
        return len(self.level_names)

    def _like(self, data):
        return MultiIndex(data, self.level_names, self._kinds)

    def get_level_values(self, level):
        """The labels of one level."""
        at = level if isinstance(level, int) else self.level_names.index(level)
        values = [t[at] for t in self._data]
        kind = self._kinds[at] if self._kinds is not None else None
        if getattr(kind, 'kind', 'O') in 'biuf':
            return Index(np.array(values, dtype=kind), name=self.level_names[at])
        return Index(values if kind is None else Objects(values, kind), name=self.level_names[at])

    @property
    def levels(self):
        """The different labels of each level, sorted."""
        out = []
        for k in range(self.nlevels):
            each = self.get_level_values(k)
            out.append(Index(codes(each._data, sort=True)[1], name=each.name))
        return out

    def to_frame(self, index=True, name=None):
        """As a table, a column a level."""
        from _pandas_frame import DataFrame
        names = [k if n is None else n for k, n in enumerate(self.level_names)] if name is None else name
        return DataFrame({n: self.get_level_values(k)._data for k, n in enumerate(names)},
                         index=self if index else None)

    def map(self, function):
        """A function of each tuple."""
        return as_index([function(t) for t in self._data])

    def places_where(self, key):
        """The places that a tuple of labels, lists and slices means, and the levels of which one label was named."""
        mask, alone = np.ones(len(self), dtype=bool), []
        for k, part in enumerate(key):
            values = [t[k] for t in self._data]
            if isinstance(part, slice):
                if part == slice(None):
                    continue
                mask &= np.array([(part.start is None or v >= part.start) and (part.stop is None or v <= part.stop)
                                  for v in values], dtype=bool)
            elif isinstance(part, (list, np.ndarray, Index)):
                wanted = set(list(part))
                mask &= np.array([v in wanted for v in values], dtype=bool)
            else:
                alone.append(k)
                mask &= np.array([v == part for v in values], dtype=bool)
        places = np.flatnonzero(mask).tolist()
        if not places and alone:
            raise KeyError(key if len(key) > 1 else key[0])
        return places, alone

    def get_loc(self, label):
        """Where a label stands."""
        if isinstance(label, tuple) and len(label) == self.nlevels:
            return super().get_loc(label)
        first = label if isinstance(label, tuple) else (label,)
        found = [i for i, t in enumerate(self._data) if t[:len(first)] == first]
        if not found:
            raise KeyError(label)
        return found

    def rename(self, names):
        """Other labels or another name."""
        return MultiIndex(self._data, names)

    def __repr__(self):
        widths = [max(len(repr(t[k])) for t in self._data) for k in range(self.nlevels)] if len(self._data) else []
        lines = []
        for i, t in enumerate(self._data):
            parts = [repr(v).rjust(w) for v, w in zip(t, widths)]
            lines.append((' ' * 12 if i else '') + '(' + ', '.join(parts) + ')')
        names = '' if all(n is None for n in self.level_names) else f'names={self.level_names!r}'
        return 'MultiIndex([' + ',\n'.join(lines) + f'],\n           {names})'


def as_index(labels, length=None):
    """An Index of anything that can be one."""
    if labels is None:
        return RangeIndex(length)
    if isinstance(labels, Index):
        return labels
    if hasattr(labels, '_data'):
        return Index(labels._data, name=getattr(labels, 'name', None))
    if isinstance(labels, range):
        return RangeIndex(labels.start, labels.stop, labels.step)
    labels = labels if isinstance(labels, np.ndarray) else list(labels)
    if len(labels) and isinstance(labels[0], tuple) and all(
            isinstance(t, tuple) and len(t) == len(labels[0]) for t in labels) and len(labels[0]) > 1:
        return MultiIndex(labels)
    if not isinstance(labels, np.ndarray) and not labels:
        return RangeIndex(0) if length == 0 else Index([])
    return Index(labels)
