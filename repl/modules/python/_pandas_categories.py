"""Categories of pandas: the dtype of a column whose values are among a few, the array, and the methods of s.cat."""
import numpy as np
import _pandas_data as d
from _pandas_data import Objects, infer, is_missing, is_numeric, listed, nan


class CategoricalDtype:
    """Which values a column can have, and whether they have an order."""
    __module__ = 'pandas'
    name = 'category'
    kind = 'O'

    def __init__(self, categories=None, ordered=False):
        self._labels = None
        if categories is not None:
            self._labels = listed(infer(categories))
            if len(set(self._labels)) < len(self._labels):
                raise ValueError("Categorical categories must be unique")
            if any(is_missing(label) for label in self._labels):
                raise ValueError("Categorical categories cannot be null")
        self.ordered = bool(ordered)
        self._ranks = None

    @property
    def labels(self):
        """The categories as a list; None where the dtype leaves them open."""
        return self._labels

    @property
    def categories(self):
        """The categories as an Index."""
        if self._labels is None:
            return None
        from _pandas_index import Index
        return Index(self._labels)

    @property
    def ranks(self):
        """The number of each category."""
        if self._ranks is None:
            self._ranks = {label: rank for rank, label in enumerate(self._labels)}
        return self._ranks

    def footer(self):
        """What stands below a column of this dtype: the categories, broken where the line is full."""
        first = self._labels[0] if self._labels else None
        if hasattr(first, 'closed'):
            kind, texts = first.kind(), [str(label) for label in self._labels]
        else:
            data = infer(self._labels)
            kind, texts = str(data.dtype), [repr(label) if isinstance(label, str) else
                                            t for label, t in zip(self._labels, _texts(data))]
        if len(texts) > 10:
            texts = texts[:5] + ['...'] + texts[-5:]
        head = f'Categories ({len(self._labels)}, {kind}): ['
        between = ' < ' if self.ordered else ', '
        lines, line = [], head
        for i, text in enumerate(texts):
            last = i + 1 == len(texts)
            sign = between
            if '...' in (text, texts[i + 1] if not last else ''):
                sign = ' ... ' if self.ordered else ', '
            if text == '...' and self.ordered:
                continue
            piece = text + (']' if last else sign)
            if len(line) + len(piece.rstrip()) > 80 and line != head and line.strip():
                lines.append(line.rstrip())
                line = ' ' * len(head)
            line += piece
        return '\n'.join(lines + [line if texts else head + ']'])

    def __repr__(self):
        if self._labels is None:
            return f'CategoricalDtype(categories=None, ordered={self.ordered}, categories_dtype=None)'
        parts = ', '.join(repr(label) if isinstance(label, str) else str(label) for label in self._labels)
        return (f'CategoricalDtype(categories=[{parts}], ordered={self.ordered}, '
                f'categories_dtype={self.categories.dtype})')

    def __str__(self):
        return 'category'

    def __eq__(self, other):
        if isinstance(other, str):
            return other == 'category'
        if not isinstance(other, CategoricalDtype):
            return False
        if self._labels is None or other._labels is None:
            return self._labels is other._labels
        if self.ordered != other.ordered:
            return False
        return self._labels == other._labels if self.ordered else set(self._labels) == set(other._labels)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash('category')


def _texts(data):
    from _pandas_text import column_texts
    return [t.strip() for t in column_texts(data, False)]


def of_values(values, dtype):
    """The column of any values with categories; what is in none of them is missing."""
    data = infer(values)
    ordered = getattr(dtype, 'ordered', False)
    labels = getattr(dtype, 'labels', None)
    if labels is None:
        known = d.categories_of(data)
        if known is not None:
            return Objects(data, data.dtype if dtype == 'category' else CategoricalDtype(known, ordered))
        try:
            labels = listed(d.codes(data, sort=True)[1])
        except TypeError:
            labels = listed(d.codes(data)[1])
        dtype = CategoricalDtype(labels, ordered)
    elif not isinstance(dtype, CategoricalDtype):
        dtype = CategoricalDtype(labels, ordered)
    ranks = dtype.ranks
    return Objects([v if not is_missing(v) and v in ranks else nan for v in listed(data)], dtype)


def plain(data):
    """The same values as a column without categories."""
    if d.categories_of(data) is None:
        return data
    labels = infer(d.categories_of(data))
    if is_numeric(labels) and len(labels):
        values = [nan if is_missing(v) else v for v in data]
        return np.array(values, dtype=labels.dtype if not any(is_missing(v) for v in data) else np.float64)
    return Objects(data, labels.dtype)


def codes_of(data):
    """Each value's number among the categories; -1 where it is missing."""
    ranks = data.dtype.ranks
    count = len(ranks)
    kind = np.int8 if count < 128 else np.int16 if count < 32768 else np.int32
    return np.array([-1 if is_missing(v) else ranks[v] for v in data], dtype=kind)


def refuse(data, name):
    """The TypeError of a sum, mean or the like of categories."""
    raise TypeError(f"'Categorical' with dtype category does not support operation '{name}'")


def extreme(data, name):
    """The least or greatest of ordered categories."""
    if not data.dtype.ordered:
        raise TypeError(f"Categorical is not ordered for operation {name}\nyou can use .as_ordered() to change the "
                        "Categorical to an ordered one\n")
    found = [data.dtype.ranks[v] for v in data if not is_missing(v)]
    return data.dtype.labels[min(found) if name == 'min' else max(found)] if found else nan


def check_put(data, values):
    """TypeError where a value that shall be put into a column is none of its categories."""
    for value in values:
        if not is_missing(value) and value not in data.dtype.ranks:
            raise TypeError(f"Cannot setitem on a Categorical with a new category ({value}), set the categories first")


def compare(data, other, op, name):
    """Comparison with a value or a column."""
    ranks = data.dtype.ranks
    if isinstance(other, (Objects, np.ndarray)):
        right = listed(other)
        if d.categories_of(other) is not None and not other.dtype == data.dtype:
            raise TypeError("Categoricals can only be compared if 'categories' are the same.")
    else:
        right = [other] * len(data)
    if name in ('eq', 'ne'):
        return np.array([name == 'ne' if is_missing(a) or is_missing(b) else bool(op(a, b))
                         for a, b in zip(data, right)], dtype=bool)
    if not data.dtype.ordered:
        raise TypeError("Unordered Categoricals can only compare equality or not")
    if not isinstance(other, (Objects, np.ndarray)) and other not in ranks:
        raise TypeError(f"Invalid comparison between dtype=category and {type(other).__name__}")
    return np.array([False if is_missing(a) or is_missing(b) else bool(op(ranks[a], ranks[b]))
                     for a, b in zip(data, right)], dtype=bool)


class _Changes:
    """What Categorical and s.cat have in common; _changed(data) makes the result."""

    @property
    def categories(self):
        """The values that can be there, as an Index."""
        return self._data.dtype.categories

    @property
    def ordered(self):
        """Whether the categories have an order."""
        return self._data.dtype.ordered

    def _relabelled(self, labels, ordered=None):
        """The same values under other categories; those that are in none are missing."""
        kind = CategoricalDtype(labels, self.ordered if ordered is None else ordered)
        return self._changed(Objects([v if not is_missing(v) and v in kind.ranks else nan for v in self._data], kind))

    def as_ordered(self):
        """The same with an order."""
        return self._relabelled(self._data.dtype.labels, True)

    def as_unordered(self):
        """The same without an order."""
        return self._relabelled(self._data.dtype.labels, False)

    def rename_categories(self, new_categories):
        """Other names for the categories: a list, a dict or a function."""
        old = self._data.dtype.labels
        if isinstance(new_categories, dict):
            new = [new_categories.get(label, label) for label in old]
        elif callable(new_categories):
            new = [new_categories(label) for label in old]
        else:
            new = list(new_categories)
        if len(new) != len(old):
            raise ValueError("new categories need to have the same number of items as the old categories!")
        names = dict(zip(old, new))
        return self._changed(Objects([nan if is_missing(v) else names[v] for v in self._data],
                                     CategoricalDtype(new, self.ordered)))

    def reorder_categories(self, new_categories, ordered=None):
        """The same categories in another order."""
        new = list(new_categories)
        if len(new) != len(self._data.dtype.labels) or set(new) != set(self._data.dtype.labels):
            raise ValueError("items in new_categories are not the same as in old categories")
        return self._relabelled(new, ordered)

    def add_categories(self, new_categories):
        """More categories, behind the others."""
        new = [new_categories] if isinstance(new_categories, str) or not hasattr(new_categories, '__iter__') else \
            list(new_categories)
        twice = set(label for label in new if label in self._data.dtype.ranks)
        if twice:
            raise ValueError(f"new categories must not include old categories: {twice!r}")
        return self._relabelled(self._data.dtype.labels + new)

    def remove_categories(self, removals):
        """Without some categories; their values are missing."""
        gone = [removals] if isinstance(removals, str) or not hasattr(removals, '__iter__') else list(removals)
        unknown = set(label for label in gone if label not in self._data.dtype.ranks)
        if unknown:
            raise ValueError(f"removals must all be in old categories: {unknown!r}")
        return self._relabelled([label for label in self._data.dtype.labels if label not in gone])

    def remove_unused_categories(self):
        """Without the categories that do not occur."""
        there = set(v for v in self._data if not is_missing(v))
        return self._relabelled([label for label in self._data.dtype.labels if label in there])

    def set_categories(self, new_categories, ordered=None):
        """Exactly these categories; values of others are missing."""
        return self._relabelled(list(new_categories), ordered)


class Categorical(_Changes):
    """An array of values among a few categories."""
    __module__ = 'pandas'

    def __init__(self, values, categories=None, ordered=None, dtype=None):
        if dtype is None or dtype == 'category' and not isinstance(dtype, CategoricalDtype):
            dtype = CategoricalDtype(categories, bool(ordered))
            if categories is None and ordered is None:
                dtype = getattr(getattr(values, '_data', values), 'dtype', dtype)
                dtype = dtype if isinstance(dtype, CategoricalDtype) else CategoricalDtype()
        self._data = of_values(values, dtype)

    @staticmethod
    def from_codes(codes, categories, ordered=False):
        """Values by their numbers among the categories."""
        kind = CategoricalDtype(categories, ordered)
        return Categorical._of(Objects([nan if i < 0 else kind.labels[i] for i in codes], kind))

    @staticmethod
    def _of(data):
        out = Categorical.__new__(Categorical)
        out._data = data
        return out

    def _changed(self, data):
        return Categorical._of(data)

    @property
    def dtype(self):
        """The categories and their order."""
        return self._data.dtype

    @property
    def codes(self):
        """Each value's number among the categories."""
        return codes_of(self._data)

    @property
    def shape(self):
        """How many values there are, as a tuple."""
        return (len(self._data),)

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def __getitem__(self, key):
        if isinstance(key, (int, np.integer)):
            return self._data[key]
        return Categorical._of(d.take(self._data, np.arange(len(self))[key]))

    def __eq__(self, other):
        other = getattr(other, '_data', other)
        return compare(self._data, infer(other) if isinstance(other, list) else other, lambda a, b: a == b, 'eq')

    def __ne__(self, other):
        return ~(self == other)

    def __array__(self, dtype=None, copy=None):
        return np.asarray(d.array_of(self._data))

    def tolist(self):
        """As a list."""
        return list(self._data)

    def to_numpy(self):
        """As an array."""
        return self.__array__()

    def astype(self, dtype):
        """Values of another dtype."""
        return d.values_of(d.astype(self._data, dtype))

    def isna(self):
        """Where values are missing."""
        return d.missing(self._data)

    def unique(self):
        """The different values, with the same categories."""
        return Categorical._of(d.codes(self._data)[1])

    def value_counts(self):
        """How often each category occurs."""
        from _pandas_series import Series
        return Series(self).value_counts(sort=False)

    def min(self):
        """The first category that occurs."""
        return extreme(self._data, 'min')

    def max(self):
        """The last category that occurs."""
        return extreme(self._data, 'max')

    def __repr__(self):
        texts = ['NaN' if is_missing(v) else repr(v) if isinstance(v, str) else str(v) for v in self._data]
        if len(texts) > 10:
            texts = texts[:5] + ['...'] + texts[-5:]
        lines, line = [], '['
        for i, text in enumerate(texts):
            piece = text + (', ' if i + 1 < len(texts) else ']')
            if len(line) + len(piece.rstrip()) > 80 and line.strip():
                lines.append(line.rstrip())
                line = ' '
            line += piece
        body = '\n'.join(lines + [line if texts else '[]'])
        return body + (f'\nLength: {len(self)}' if len(self) > 10 else '') + '\n' + self._data.dtype.footer()


class CategoricalAccessor(_Changes):
    """The methods of s.cat."""

    def __init__(self, series):
        self._series = series
        self._data = series._data

    def _changed(self, data):
        return self._series._with(data)

    @property
    def codes(self):
        """Each value's number among the categories."""
        return self._series._with(codes_of(self._data), name=None)
