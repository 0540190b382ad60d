"""pandas' functions on tables: concat, merge, get_dummies, cut, pivot tables, counts."""
import numpy as np
import _pandas_data as d
from _pandas_data import Objects, OBJECT, infer, is_missing, is_numeric, listed, missing, nan
from _pandas_index import Index
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
    if n < 0:
        raise ValueError("A negative number of rows requested. Please provide `n` >= 0.")
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


def is_of_kind(data, kind):
    if kind in ('number', np.number):
        return is_numeric(data) and data.dtype.kind != 'b'
    if kind == 'category' or hasattr(kind, 'labels'):
        return d.categories_of(data) is not None
    if not is_numeric(data) and d.categories_of(data) is not None:
        return False
    times = {'datetime': 'M', 'datetime64': 'M', 'timedelta': 'm', 'timedelta64': 'm'}
    if isinstance(kind, str) and kind.split('[')[0] in times:
        return data.dtype.kind == times[kind.split('[')[0]]
    if data.dtype.kind in 'Mm':
        return False
    name = kind if isinstance(kind, str) else d._dtype_name(kind) if kind is not np.number else 'number'
    if name in ('object', 'str', 'string', 'O'):
        return not is_numeric(data)
    if not is_numeric(data):
        return False
    if name in ('float', 'floating'):
        return data.dtype.kind == 'f'
    if name in ('int', 'integer'):
        return data.dtype.kind in 'iu'
    return data.dtype == np.dtype(name)



def factorize(values, sort=False):
    if isinstance(values, (list, tuple)):
        raise TypeError("factorize requires a Series, Index, ExtensionArray, np.ndarray or NumpyExtensionArray got "
                        f"{type(values).__name__}.")
    data = infer(values)
    places, unique = d.codes(data, sort)
    if isinstance(values, Series):
        return places, Index(unique)
    return places, d.array_of(unique)


def unique(values):
    return Series(values).unique()



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
    if errors not in ('raise', 'coerce'):
        raise ValueError("invalid error value specified")
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
