"""The methods of a Series that change its values: what is missing, functions, order, windows."""
import numpy as np
import _pandas_data as d
import _pandas_numbers as numbers
from _pandas_data import Objects, infer, is_missing, is_numeric, listed, missing, nan
from _pandas_index import Index, RangeIndex

inf = float('inf')


class SeriesValues:
    """What Series inherits: everything that makes other values of its own."""

    # ---- Missing values ----

    def isna(self):
        """Whether each value is missing."""
        return self._with(missing(self._data))

    isnull = isna

    def notna(self):
        """Whether each value is there."""
        return self._with(~missing(self._data))

    notnull = notna

    def fillna(self, value, inplace=False):
        """What is missing, replaced."""
        gone = missing(self._data)
        if isinstance(value, dict) or hasattr(value, 'to_frame'):
            lookup = value if isinstance(value, dict) else value.to_dict()
            filled = [lookup.get(label, v) if miss else v
                      for label, v, miss in zip(self._index.tolist(), listed(self._data), gone.tolist())]
            data = infer(filled)
        else:
            data = d.set_at(self._data, gone, value) if np.any(gone) else d.copy(self._data)
        return self._given(data, inplace)

    def _given(self, data, inplace):
        if inplace:
            self._data = data
            return None
        return self._with(data)

    def ffill(self):
        """What is missing, from the value before."""
        out, last = [], nan
        for v in listed(self._data):
            last = last if is_missing(v) else v
            out.append(last)
        return self._with(_same_kind(out, self._data))

    def bfill(self):
        """What is missing, from the next value."""
        turned = self._with(_same_kind(listed(self._data)[::-1], self._data)).ffill().tolist()
        return self._with(_same_kind(turned[::-1], self._data))

    def interpolate(self, method='linear'):
        """What is missing, on a line between its neighbours."""
        values = self._data.astype(np.float64).tolist()
        known = [i for i, v in enumerate(values) if v == v]
        for a, b in zip(known, known[1:]):
            for i in range(a + 1, b):
                values[i] = values[a] + (values[b] - values[a]) * (i - a) / (b - a)
        if known:
            for i in range(known[-1] + 1, len(values)):
                values[i] = values[known[-1]]
        return self._with(np.array(values))

    def dropna(self, inplace=False):
        """Without rows in which something is missing."""
        out = self._rows(np.flatnonzero(~missing(self._data)))
        if inplace:
            self._data, self._index = out._data, out._index
            return None
        return out

    # ---- Values ----

    def apply(self, func, args=(), **kwargs):
        """A function of each value, row or column."""
        if isinstance(func, str):
            d.check_function(self, func)
            return getattr(self, func)(*args, **kwargs)
        if d.categories_of(self._data) is not None and not args and not kwargs:
            return self._mapped_categories(func)
        out = [func(v, *args, **kwargs) for v in listed(self._data)]
        if out and hasattr(out[0], 'to_frame'):
            from _pandas_frame import DataFrame
            return DataFrame([s.to_dict() for s in out], index=self._index)
        return self._with(infer(out)) if out else self.copy()

    def _mapped_categories(self, arg):
        """Other categories where the mapping is one to one, plain values where it is not."""
        labels = self._data.dtype.labels
        if callable(arg):
            names = {label: arg(label) for label in labels}
        else:
            names = {label: arg[label] if label in arg else nan for label in labels}
        new = list(names.values())
        if len(set(new)) == len(new) and not any(is_missing(v) for v in new):
            from _pandas_categories import CategoricalDtype
            kind = CategoricalDtype(new, self._data.dtype.ordered)
            return self._with(Objects([nan if is_missing(v) else names[v] for v in self._data], kind))
        return self._with(infer([nan if is_missing(v) else names[v] for v in self._data]))

    def map(self, arg, na_action=None):
        """A function or a dict of each value."""
        if d.categories_of(self._data) is not None:
            return self._mapped_categories(arg)
        if hasattr(arg, 'to_frame'):
            arg = arg.to_dict()
        if isinstance(arg, dict):
            get = arg.get
            return self._with(infer([nan if is_missing(v) and v not in arg else get(v, nan)
                                     for v in listed(self._data)]))
        if na_action == 'ignore':
            return self._with(infer([v if is_missing(v) else arg(v) for v in listed(self._data)]))
        return self._with(infer([arg(v) for v in listed(self._data)]))

    def replace(self, to_replace=None, value=None, regex=False, inplace=False):
        """Some values, replaced by others."""
        if regex:
            import re
            data = infer([re.sub(to_replace, value, v) if isinstance(v, str) else v for v in listed(self._data)])
            return self._given(data, inplace)
        if isinstance(to_replace, dict):
            pairs = list(to_replace.items())
        elif isinstance(to_replace, (list, tuple, np.ndarray)):
            values = list(value) if isinstance(value, (list, tuple)) else [value] * len(to_replace)
            pairs = list(zip(list(to_replace), values))
        else:
            pairs = [(to_replace, value)]
        gone = missing(self._data).tolist()
        out = []
        for v, miss in zip(listed(self._data), gone):
            for old, new in pairs:
                if miss and is_missing(old) or not miss and not is_missing(old) and v == old and isinstance(
                        v, str) == isinstance(old, str):
                    v = new
                    break
            out.append(v)
        data = infer(out)
        if is_numeric(data) and is_numeric(self._data) and data.dtype.kind == self._data.dtype.kind:
            data = data.astype(self._data.dtype)
        return self._given(data, inplace)

    def where(self, cond, other=nan):
        """Values, replaced where a condition does not hold."""
        mask = np.asarray(cond(self) if callable(cond) else cond)
        if hasattr(other, 'to_frame'):
            other = other._data
        if isinstance(other, (np.ndarray, Objects)):
            other = d.take(other, np.flatnonzero(~mask))
        return self._with(d.set_at(self._data, ~mask, other) if not np.all(mask) else d.copy(self._data))

    def mask(self, cond, other=nan):
        """Values, replaced where a condition holds."""
        return self.where(~np.asarray(cond(self) if callable(cond) else cond), other)

    def clip(self, lower=None, upper=None):
        """Values held between two bounds."""
        return self._with(np.clip(self._data, lower, upper))

    def round(self, decimals=0):
        """Rounded values."""
        return self._with(np.round(self._data, decimals))

    def abs(self):
        """Without sign."""
        return self._with(np.abs(self._data))

    def between(self, left, right, inclusive='both'):
        """Whether each value lies between two."""
        low = self >= left if inclusive in ('both', 'left') else self > left
        high = self <= right if inclusive in ('both', 'right') else self < right
        return low & high

    def isin(self, values):
        """Whether each value is among some."""
        if isinstance(values, str) or not hasattr(values, '__iter__'):
            raise TypeError("only list-like objects are allowed to be passed to isin(), you passed a "
                            f"`{type(values).__name__}`")
        values = list(values)
        if is_numeric(self._data) and all(isinstance(v, (int, float, np.number)) for v in values):
            return self._with(np.isin(self._data, np.array(values)) if values else np.zeros(len(self), dtype=bool))
        known = set(values)
        return self._with(np.array([v in known for v in listed(self._data)], dtype=bool))

    def unique(self):
        """The different values."""
        _, unique = d.codes(self._data)
        gone = missing(self._data)
        if np.any(gone):
            first = int(np.flatnonzero(gone)[0])
            place = len(d.codes(d.cut(self._data, 0, first))[1])
            values = listed(unique)
            values.insert(place, listed(self._data)[first])
            unique = np.array(values) if is_numeric(unique) else Objects(values, unique.dtype)
        return d.values_of(unique)

    def nunique(self, dropna=True):
        """How many different values there are."""
        return numbers.distinct(self._data, dropna)

    def factorize(self, sort=False):
        """Values as numbers, and what they stand for."""
        places, unique = d.codes(self._data, sort)
        return places, Index(unique)

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        """How often each value is there."""
        from _pandas_tools import value_counts
        return value_counts(self, normalize, sort, ascending, bins, dropna)

    def duplicated(self, keep='first'):
        """Whether each came before."""
        from _pandas_tools import duplicated
        return self._with(duplicated(listed(self._data), keep), name=None)

    def drop_duplicates(self, keep='first', inplace=False, ignore_index=False):
        """Without rows that came before."""
        from _pandas_tools import duplicated
        out = self._rows(np.flatnonzero(~duplicated(listed(self._data), keep)))
        return out.reset_index(drop=True) if ignore_index else out

    def sort_values(self, ascending=True, inplace=False, na_position='last', ignore_index=False, key=None, axis=0,
                    kind=None):
        """In the order of the values."""
        data = self._data if key is None else key(self)._data
        out = self._rows(d.order_of(data, ascending, na_position))
        if ignore_index:
            out._index = RangeIndex(len(out))
        if inplace:
            self._data, self._index = out._data, out._index
            return None
        return out

    def sort_index(self, axis=0, level=None, ascending=True, inplace=False):
        """In the order of the labels."""
        if level is not None or isinstance(ascending, (list, tuple)):
            from _pandas_levels import order_by_levels
            out = self._rows(order_by_levels(self._index, 0 if level is None else level, ascending))
        else:
            out = self._rows(d.order_of(self._index._data, ascending))
        if inplace:
            self._data, self._index = out._data, out._index
            return None
        return out

    def argsort(self):
        """The places in the order of the values."""
        return self._with(d.order_of(self._data))

    def nlargest(self, n=5):
        """The rows with the greatest values."""
        return self.sort_values(ascending=False).head(n)

    def nsmallest(self, n=5):
        """The rows with the least values."""
        return self.sort_values().head(n)

    def rank(self, axis=0, method='average', numeric_only=False, na_option='keep', ascending=True, pct=False):
        """The place of each value in order; pct: as a part of the count."""
        data = self._data
        if not is_numeric(data):
            places, unique = d.codes(data, sort=True)
            data = np.where(places < 0, nan, places)
        out = numbers.ranks(data.astype(np.float64), method, ascending)
        return self._with(out / (out.max() if method == 'dense' else int((~np.isnan(out)).sum())) if pct else out)

    def shift(self, periods=1, freq=None, axis=0, fill_value=None):
        """Values some rows later; with freq, labels some steps later."""
        if freq is not None:
            return self._moved_labels(periods, freq)
        places = np.arange(len(self)) - periods
        places = np.where((places < 0) | (places >= len(self)), -1, places)
        if fill_value is None:
            return self._with(d.take_or_missing(self._data, places))
        return self._with(d.set_at(d.take(self._data, np.maximum(places, 0)), places < 0, fill_value))

    def diff(self, periods=1):
        """The difference to an earlier row."""
        if not is_numeric(self._data):
            return self - self.shift(periods)
        return self._with(self._data - self.shift(periods)._data)

    def pct_change(self, periods=1):
        """The relative change from an earlier row."""
        return self._with(self._data / self.shift(periods)._data - 1)

    def _running(self, function, empty, step):
        if is_numeric(self._data) and self._data.dtype.kind != 'f':
            return self._with(function(self._data))
        if not is_numeric(self._data) and self._data.dtype.kind not in 'Mm':
            return self._with(_running_objects(self._data, empty, step))
        gone = missing(self._data)
        out = self._data.copy()
        out[~gone] = function(self._data[~gone])
        return self._with(out)

    def cumsum(self):
        """The sum so far."""
        return self._running(np.cumsum, 0.0, lambda a, b: a + b)

    def cumprod(self):
        """The product so far."""
        if self._data.dtype == d.STR:
            raise TypeError("operation 'cumprod' not supported for dtype 'str'")
        return self._running(np.cumprod, 1.0, lambda a, b: a * b)

    def cummax(self):
        """The greatest value so far."""
        return self._running(np.maximum.accumulate, -inf, lambda a, b: a if a >= b else b)

    def cummin(self):
        """The least value so far."""
        return self._running(np.minimum.accumulate, inf, lambda a, b: a if a <= b else b)

    def rolling(self, window, min_periods=None, center=False):
        """Windows of rows: rolling(3).mean()."""
        from _pandas_windows import Rolling
        return Rolling(self, window, min_periods, center)

    def expanding(self, min_periods=1):
        from _pandas_windows import Expanding
        return Expanding(self, None, min_periods, False)

    def ewm(self, com=None, span=None, halflife=None, alpha=None, adjust=True):
        from _pandas_windows import Ewm
        return Ewm(self, com, span, halflife, alpha, adjust)

    def explode(self, ignore_index=False):
        """A row for each item of the lists that are values."""
        values, places = [], []
        for i, v in enumerate(listed(self._data)):
            items = list(v) if isinstance(v, (list, tuple, set, np.ndarray)) else [v]
            for item in items or [nan]:
                values.append(item)
                places.append(i)
        data = infer(values)
        out = self._with(Objects(values) if is_numeric(data) else data)
        out._index = RangeIndex(len(values)) if ignore_index else self._index[np.array(places, dtype=np.int64)]
        return out

    def resample(self, rule, label=None):
        """Groups of rows by spans of time: resample('ME').mean()."""
        from _pandas_resample import resample
        return resample(self, rule, label)

    def asfreq(self, freq, method=None, fill_value=None):
        """Rows at moments a frequency apart."""
        from _pandas_resample import asfreq
        return asfreq(self, freq, method, fill_value)

    def groupby(self, by=None, level=None, as_index=True, sort=True, group_keys=True, observed=True, dropna=True):
        """Groups of rows with the same keys."""
        from _pandas_group import SeriesGroupBy, level_keys
        return SeriesGroupBy(self, by if level is None else level_keys(self._index, level), sort)

    def transform(self, func, *args, **kwargs):
        """A function of each value, or of the whole; as long as before."""
        return self.apply(func, args, **kwargs)


def _running_objects(data, empty, step):
    """The steps from the first value to each; one that is missing counts as `empty` and stays missing."""
    out, so_far = [], None
    for place, v in enumerate(data):
        gone = is_missing(v)
        value = empty if gone else v
        so_far = value if place == 0 else step(so_far, value)
        out.append(nan if gone else so_far)
    return Objects(out, data.dtype)


def _same_kind(values, data):
    return np.array(values, dtype=data.dtype) if is_numeric(data) else Objects(values, data.dtype)
