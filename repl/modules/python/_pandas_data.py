"""What stands in a column of pandas: an array of numbers or booleans, or Objects, a list of anything with a dtype."""
import numpy as np

nan = float('nan')


class StringDtype:
    """Texts; nan where one is missing."""
    name = 'str'
    kind = 'O'
    na_value = nan

    def __repr__(self):
        return "<StringDtype(storage='python', na_value=nan)>"

    def __str__(self):
        return 'str'

    def __eq__(self, other):
        return isinstance(other, StringDtype) or other is str or isinstance(other, str) and other in ('str', 'string')

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash('str')


class ObjectDtype:
    """Anything."""
    name = 'object'
    kind = 'O'
    char = 'O'

    def __repr__(self):
        return "dtype('O')"

    def __str__(self):
        return 'object'

    def __eq__(self, other):
        return (isinstance(other, ObjectDtype) or other is object or
                isinstance(other, str) and other in ('object', 'O') or
                getattr(other, 'kind', None) == 'O' and not isinstance(other, StringDtype))

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash('object')


STR, OBJECT = StringDtype(), ObjectDtype()


class Objects(list):
    """Values that are no numbers. A list, so that it is as cheap as one."""

    def __init__(self, values=(), dtype=OBJECT):
        super().__init__(values)
        self.dtype = dtype


# What a moment or a duration has; of none each is NaN.
_PARTS_OF_MOMENTS = ('year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond', 'nanosecond', 'quarter', 'week',
                     'weekofyear', 'dayofweek', 'day_of_week', 'dayofyear', 'day_of_year', 'days_in_month',
                     'daysinmonth', 'days', 'seconds', 'microseconds', 'nanoseconds', 'millisecond')


def check_function(table, name):
    """Raises where no method has this name."""
    if not hasattr(table, name):
        raise AttributeError(f"'{name}' is not a valid function for '{type(table).__name__}' object")


class NaTType:
    """No moment, no duration."""
    __module__ = 'pandas'

    def __repr__(self):
        return 'NaT'

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __lt__(self, other):
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def __hash__(self):
        return hash('NaT')

    def __add__(self, other):
        return self

    __radd__ = __sub__ = __rsub__ = __add__

    def __bool__(self):
        return True

    def __getattr__(self, name):
        if name in _PARTS_OF_MOMENTS:
            return nan
        raise AttributeError(f"'NaTType' object has no attribute '{name}'")


NaT = NaTType()


def is_missing(value):
    return value is None or value is NaT or (isinstance(value, (float, np.floating)) and value != value)


def is_numeric(data):
    return not isinstance(data, Objects)


def infer(values, dtype=None):
    """The column of any sequence."""
    if hasattr(values, '_data'):
        values = values._data
    elif hasattr(values, 'numpy') and not isinstance(values, (list, np.ndarray)):
        values = values.numpy()
    if isinstance(values, np.ndarray):
        if values.dtype.kind in 'biuf':
            data = values.copy()
            return data if dtype is None else astype(data, dtype)
        values = values.tolist()
    elif isinstance(values, Objects):
        data = Objects(values, values.dtype)
        return data if dtype is None else astype(data, dtype)
    values = list(values)
    if dtype is object or isinstance(dtype, (str, ObjectDtype)) and dtype == 'object':
        return Objects(values, OBJECT)
    kinds = set(type(v) for v in values)
    if not kinds:
        data = Objects([], OBJECT)
    elif kinds == {bool} or kinds == {np.bool_}:
        data = np.array(values, dtype=bool)
    elif kinds == {int}:
        data = np.array(values, dtype=np.int64)
    elif kinds == {float}:
        data = np.array(values, dtype=np.float64)
    elif all(_numeric_type(k) for k in kinds) and not (kinds <= {type(None)}):
        if type(None) in kinds:
            values = [nan if v is None else v for v in values]
            data = np.array(values, dtype=np.float64)
        else:
            data = np.array(values)
    elif str in kinds and all(isinstance(v, str) or is_missing(v) for v in values):
        data = Objects([nan if is_missing(v) else v for v in values], STR)
    else:
        data = _times(values, kinds)
    return data if dtype is None else astype(data, dtype)


def _times(values, kinds):
    """Moments or durations, where all are; anything else."""
    names = set(k.__name__ for k in kinds) - {'NaTType', 'NoneType', 'float'}
    if names <= {'Timestamp', 'datetime'} and all(
            is_missing(v) or hasattr(v, 'isoformat') for v in values) and (names or any(v is NaT for v in values)):
        from _pandas_time import moments
        return moments(values)
    if names and names <= {'Timedelta', 'timedelta'} and all(is_missing(v) or hasattr(v, 'days') for v in values):
        from _pandas_time import durations
        return durations(values)
    if names == {'Period'}:
        from _pandas_period import periods
        return periods(values)
    return Objects(values, OBJECT)


def _numeric_type(kind):
    return kind in (int, float, type(None)) or (kind is not bool and issubclass(kind, (np.integer, np.floating)))


def astype(data, dtype):
    """The column in another dtype."""
    name = _dtype_name(dtype)
    if name == 'category':
        from _pandas_categories import of_values
        return of_values(data, dtype)
    if categories_of(data) is not None:
        from _pandas_categories import plain
        data = plain(data)
    if name.startswith('period['):
        from _pandas_period import to_periods
        return to_periods(astype(data, 'datetime64[us]') if data.dtype.kind != 'M' else data, name[7:-1])
    if name.startswith(('datetime64', 'timedelta64')):
        from _pandas_dates import as_dtype
        return as_dtype(data, name)
    if data.dtype.kind in 'Mm':
        if name in ('str', 'string'):
            return Objects([nan if v is NaT else t for v, t in zip(data, data.dtype.texts(data))], STR)
        if name not in ('object', 'O'):
            return np.array([v._micros for v in data], dtype=np.int64).astype(np.dtype(name))
    if name in ('str', 'string'):
        return Objects([nan if is_missing(v) else (v if isinstance(v, str) else str(v)) for v in data.tolist()]
                       if is_numeric(data) else
                       [nan if is_missing(v) else v if isinstance(v, str) else str(v) for v in data], STR)
    if name in ('object', 'O'):
        return Objects(data.tolist() if is_numeric(data) else data, OBJECT)
    target = np.dtype({'Int64': 'int64', 'Float64': 'float64', 'boolean': 'bool', 'int': 'int64',
                       'float': 'float64'}.get(name, name))
    if is_numeric(data):
        if target.kind in 'iu' and data.dtype.kind == 'f' and not np.all(np.isfinite(data)):
            raise _cast_error()
        return data.astype(target)
    if target.kind == 'b':
        return np.array([bool(v) for v in data], dtype=bool)
    if target.kind in 'iu':
        if any(is_missing(v) for v in data):
            raise _cast_error()
        return np.array([_to_int(v) for v in data], dtype=target)
    return np.array([nan if is_missing(v) else _to_float(v) for v in data], dtype=target)


class IntCastingNaNError(ValueError):
    """A missing value among what shall be integers."""
    __module__ = 'pandas.errors'


def _cast_error():
    return IntCastingNaNError("Cannot convert non-finite values (NA or inf) to integer. Replace or remove non-finite "
                              "values or cast to an integer type that supports these values (e.g. 'Int64')")


def _to_int(value):
    return int(value)


def _to_float(value):
    return float(value)


def _dtype_name(dtype):
    if isinstance(dtype, str):
        return dtype
    if dtype is str:
        return 'str'
    if dtype is object:
        return 'object'
    if isinstance(dtype, (StringDtype, ObjectDtype)) or hasattr(dtype, 'labels') or hasattr(dtype, 'index_name'):
        return dtype.name
    return np.dtype(dtype).name


def take(data, places):
    """Rows by number: a list or an array of integers."""
    if is_numeric(data):
        return data[np.asarray(places, dtype=np.int64)]
    if hasattr(places, 'tolist'):
        places = places.tolist()
    return Objects([data[i] for i in places], data.dtype)


def take_or_missing(data, places):
    """The same, where -1 gives a missing value."""
    places = np.asarray(places, dtype=np.int64)
    if not np.any(places < 0):
        return take(data, places)
    if is_numeric(data):
        if len(data) == 0:
            return np.full(len(places), nan)
        if data.dtype.kind == 'b':
            return Objects([nan if i < 0 else bool(data[i]) for i in places.tolist()], OBJECT)
        out = data[np.maximum(places, 0)]
        out = out.astype(np.float64) if out.dtype.kind != 'f' else out.copy()
        out[places < 0] = nan
        return out
    gone = NaT if data.dtype.kind in 'Mm' else nan
    return Objects([gone if i < 0 else data[i] for i in places.tolist()], data.dtype)


def cut(data, start, stop, step=None):
    """A slice of rows."""
    part = data[slice(start, stop, step)]
    return part if is_numeric(data) else Objects(part, data.dtype)


def copy(data):
    return data.copy() if is_numeric(data) else Objects(data, data.dtype)


def missing(data):
    """Where values are missing, as an array of booleans."""
    if is_numeric(data):
        return np.isnan(data) if data.dtype.kind == 'f' else np.zeros(len(data), dtype=bool)
    return np.array([is_missing(v) for v in data], dtype=bool)


def join(parts):
    """Columns one below the other."""
    parts = [p for p in parts if len(p)] or parts[:1]
    if all(is_numeric(p) for p in parts):
        kinds = set('b' if p.dtype.kind == 'b' else 'n' for p in parts)
        if len(kinds) == 1:
            return np.concatenate(parts)
    elif all(categories_of(p) is not None and p.dtype == parts[0].dtype for p in parts):
        return Objects([v for p in parts for v in p], parts[0].dtype)
    elif any(not is_numeric(p) and categories_of(p) is not None for p in parts):
        return infer([v for p in parts for v in listed(p)])
    elif all(p.dtype.kind == parts[0].dtype.kind and p.dtype.kind in 'Mm' for p in parts):
        return Objects([v for p in parts for v in p], parts[0].dtype)
    elif all(p.dtype == STR or (is_numeric(p) and np.all(missing(p))) for p in parts):
        return Objects([v for p in parts for v in listed(p)], STR)
    return Objects([v for p in parts for v in listed(p)], OBJECT)


def listed(data):
    """Python's values."""
    return data.tolist() if is_numeric(data) else list(data)


def set_at(data, where, value):
    """The column with a value (or one a place) put at places (numbers, a mask); its dtype follows."""
    if is_numeric(where) and getattr(where, 'dtype', None) is not None and where.dtype.kind == 'b':
        where = np.flatnonzero(where)
    places = list(where.tolist() if hasattr(where, 'tolist') else where)
    if hasattr(value, '_data'):
        value = value._data
    several = isinstance(value, (list, tuple, np.ndarray)) and not isinstance(value, str)
    values = infer(value) if several else None
    if several and len(values) != len(places):
        raise ValueError("cannot set using a list-like indexer with a different length than the value")
    single = values if several else infer([value])
    if is_numeric(data):
        if not several and value is None:
            single = np.array([nan])
        if is_numeric(single):
            bools = (data.dtype.kind == 'b', single.dtype.kind == 'b')
            if bools[0] == bools[1]:
                if data.dtype.kind in 'iu' and single.dtype.kind == 'f':
                    if several or single[0] != np.floor(single[0]):
                        data = data.astype(np.float64)
                out = data.copy()
                out[np.array(places, dtype=np.int64)] = single if several else single[0]
                return out
        out = Objects(data.tolist(), OBJECT)
    else:
        out = Objects(data, data.dtype)
        if categories_of(data) is not None:
            from _pandas_categories import check_put
            check_put(data, listed(single))
            single = Objects([nan if is_missing(v) else v for v in listed(single)])
        if data.dtype.kind in 'Mm':
            if not several and isinstance(value, str):
                single = astype(single, data.dtype)
            if single.dtype.kind == data.dtype.kind or not several and is_missing(value):
                single = Objects([NaT if is_missing(v) else v for v in single])
            else:
                out.dtype = OBJECT
        if data.dtype == STR and not (isinstance(single, Objects) and single.dtype == STR) and not (
                not several and is_missing(value)):
            out.dtype = OBJECT
        if data.dtype == STR and not several and is_missing(value):
            single = Objects([nan])
    flat = listed(single)
    for i, place in enumerate(places):
        out[place] = flat[i] if several else flat[0]
    return out


def categories_of(data):
    """The values that a column of categories can have, in their order; None for other columns."""
    return getattr(data.dtype, 'labels', None)


def _rank_of(data):
    """What non-numbers are sorted by: categories by their order, the rest by itself."""
    categories = categories_of(data)
    if categories is None:
        return lambda value: value
    ranks = {value: rank for rank, value in enumerate(categories)}
    return lambda value: ranks[value]


def codes(data, sort=False, whole=False):
    """Each value's number among the different ones (-1: missing), and these, in order of appearance or sorted.
    `whole`: also the categories that do not occur."""
    values = listed(data)
    gone = missing(data).tolist()
    at, order, out = {}, [], []
    for value, miss in zip(values, gone):
        if miss:
            out.append(-1)
            continue
        place = at.get(value)
        if place is None:
            place = at[value] = len(order)
            order.append(value)
        out.append(place)
    out = np.array(out, dtype=np.int64)
    if whole and categories_of(data) is not None:
        order.extend(value for value in categories_of(data) if value not in at)
    if sort:
        rank_of = _rank_of(data)
        ranks = sorted(range(len(order)), key=lambda i: rank_of(order[i]))
        order = [order[i] for i in ranks]
        back = np.zeros(len(ranks) + 1, dtype=np.int64)
        for rank, i in enumerate(ranks):
            back[i] = rank
        back[-1] = -1
        out = back[out]
    unique = np.array(order, dtype=data.dtype) if is_numeric(data) else Objects(order, data.dtype)
    return out, unique


def order_of(data, ascending=True, na_position='last'):
    """The places in sorted order; missing values come last."""
    gone = missing(data)
    there = np.flatnonzero(~gone)
    if is_numeric(data):
        keys = data[there]
        if ascending:
            order = there[np.argsort(keys, kind='stable')]
        else:
            order = there[::-1][np.argsort(keys[::-1], kind='stable')][::-1]
    else:
        rank_of = _rank_of(data)
        order = np.array(sorted(there.tolist(), key=lambda i: rank_of(data[i]), reverse=not ascending), dtype=np.int64)
    rest = np.flatnonzero(gone)
    return np.concatenate([order, rest]) if na_position == 'last' else np.concatenate([rest, order])


class StringArray:
    """What .values and .unique() of texts give."""
    __module__ = 'pandas.arrays'

    def __init__(self, values):
        self._data = Objects(values, STR)
        self.dtype = STR
        self.shape = (len(values),)
        self.ndim = 1
        self.size = len(values)

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def __getitem__(self, key):
        if isinstance(key, (int, np.integer)):
            return self._data[key]
        if isinstance(key, slice):
            return StringArray(self._data[key])
        return StringArray(take(self._data, np.arange(len(self))[np.asarray(key)]))

    def __contains__(self, value):
        return value in self._data

    def __eq__(self, other):
        if isinstance(other, str):
            return np.array([v == other for v in self._data], dtype=bool)
        return np.array([a == b for a, b in zip(self._data, other)], dtype=bool)

    def __ne__(self, other):
        return ~(self == other)

    def reshape(self, *shape):
        """As an array of objects of another shape."""
        return object_array(self._data).reshape(*shape)

    def ravel(self):
        """The same, in one dimension."""
        return self

    def copy(self):
        """A copy."""
        return StringArray(self._data)

    def unique(self):
        """The different values."""
        return StringArray(codes(self._data)[1])

    def isna(self):
        """Where values are missing."""
        return missing(self._data)

    def tolist(self):
        """As a list."""
        return list(self._data)

    def to_numpy(self, dtype=None):
        """As an array."""
        return object_array(self._data)

    def astype(self, dtype):
        """Values of another dtype."""
        data = astype(self._data, dtype)
        return data if is_numeric(data) else object_array(data)

    def __array__(self, dtype=None, copy=None):
        return object_array(self._data)

    def __repr__(self):
        return _array_text('StringArray', [repr(v) if isinstance(v, str) else 'nan' for v in self._data],
                           f'Length: {len(self)}, dtype: str')

    def __str__(self):
        return repr(self)


class TimeArray(Objects):
    """What .values and .unique() of moments and durations give: no array of numpy's, which has no dates here."""
    __module__ = 'pandas.arrays'

    @property
    def shape(self):
        """How many there are, as a tuple."""
        return (len(self),)

    def __array__(self, dtype=None, copy=None):
        return object_array(self)

    def __getitem__(self, key):
        found = list.__getitem__(self, key) if isinstance(key, (int, slice)) else [
            self[int(i)] for i in np.arange(len(self))[np.asarray(key)]]
        return TimeArray(found, self.dtype) if isinstance(found, list) else found

    def tolist(self):
        """As a list."""
        return list(self)

    def __repr__(self):
        texts = [repr('NaT' if v is NaT else str(v)) for v in self]
        return _array_text(getattr(self.dtype, 'array_name', 'PeriodArray'), texts, f'Length: {len(self)}, dtype: {self.dtype}')

    __str__ = __repr__


def _array_text(name, parts, footer):
    if len(parts) > 100:
        parts = parts[:10] + ['...'] + parts[-10:]
    total = sum(len(p) + 2 for p in parts)
    if total <= 80:
        body = '[' + ', '.join(parts) + ']'
    else:
        width = max(len(p) for p in parts)
        lines, line = [], ''
        for i, part in enumerate(parts):
            text = ' ' * (width - len(part)) + part + (', ' if i + 1 < len(parts) else '')
            if line and len(line) + len(text.rstrip()) > 79:
                lines.append(line.rstrip())
                line = ''
            line += text
        lines.append(line)
        body = '[' + '\n '.join(lines) + ']'
    return f'<{name}>\n{body}\n{footer}'


def object_array(values):
    """numpy's array of any values."""
    return np.array(list(values), dtype=object)


def values_of(data):
    """What .values gives."""
    if is_numeric(data):
        return data
    if categories_of(data) is not None:
        from _pandas_categories import Categorical
        return Categorical._of(data)
    if data.dtype.kind in 'Mm' or hasattr(data.dtype, 'index_name'):
        return TimeArray(data, data.dtype)
    return StringArray(data) if data.dtype == STR else object_array(data)


def array_of(data):
    """numpy's array of a column."""
    if is_numeric(data):
        return data
    if categories_of(data) is not None:
        from _pandas_categories import plain
        data = plain(data)
    return data if is_numeric(data) else object_array(data)
