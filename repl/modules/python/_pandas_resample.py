"""Rows by spans of time: s.resample('ME').mean(), asfreq."""
import numpy as np
from _pandas_dates import DatetimeIndex
from _pandas_frequency import frequency, spans
from _pandas_group import FrameGroupBy, SeriesGroupBy, _Groups
from _pandas_series import Series


def groups_of_time(index, rule, label):
    """The groups of the moments of an index by spans of time."""
    if not isinstance(index, DatetimeIndex):
        kind = type(index).__name__
        raise TypeError("Only valid with DatetimeIndex, TimedeltaIndex or PeriodIndex, but got an instance of "
                        f"'{kind}'")
    each = frequency(rule)
    out = _Groups.__new__(_Groups)
    labels, numbers = spans(list(index._data), each) if len(index) else ([], [])
    if label == 'right' and not each.ends:
        labels = [each.step(at) for at in labels]
    out.names = [index.name]
    out.index = DatetimeIndex(labels, name=index.name)
    out.index.freq = each
    out.labels = labels
    out.codes = np.array(numbers, dtype=np.int64)
    order = np.argsort(out.codes, kind='stable')
    out.counts = np.bincount(out.codes, minlength=len(labels)) if len(labels) else np.array([], dtype=np.int64)
    out.places = np.split(order, np.cumsum(out.counts)[:-1]) if len(labels) else []
    return out


class _Filled:
    """What resampling has beyond groups: the spans' rows without a summary."""

    def _whole(self, method):
        table = self._object if isinstance(self._object, Series) else self._object
        labels = self._groups.index
        known = table._index
        places, last = [], -1
        for at in labels._data:
            if method is None:
                places.append(known._map().get(at, -1))
                continue
            while last + 1 < len(known) and known._data[last + 1] <= at:
                last += 1
            places.append(last if method == 'ffill' or last >= 0 and known._data[last] == at else
                          last + 1 if last + 1 < len(known) else -1)
        found = table.reindex(labels) if method is None else _taken(table, places, labels)
        return found

    def asfreq(self, fill_value=None):
        """The rows at the spans' own moments."""
        return self._whole(None)

    def ffill(self):
        """The last row before each moment."""
        return self._whole('ffill')

    def bfill(self):
        """The next row from each moment on."""
        return self._whole('bfill')

    def interpolate(self, method='linear'):
        """The rows at the spans' own moments, with what is missing on lines."""
        return self._whole(None).interpolate(method)


def _taken(table, places, labels):
    import _pandas_data as d
    if isinstance(table, Series):
        out = table._with(d.take_or_missing(table._data, places))
        out._index = labels
        return out
    return table._new(table._columns, [d.take_or_missing(c, places) for c in table._data], labels)


class SeriesResampler(_Filled, SeriesGroupBy):
    """A column by spans of time."""
    __module__ = 'pandas.api.typing'


class FrameResampler(_Filled, FrameGroupBy):
    """A table by spans of time."""
    __module__ = 'pandas.api.typing'


def resample(table, rule, label=None, on=None):
    """Groups of the rows of a column or table by spans of time."""
    if isinstance(table, Series):
        return SeriesResampler(table, None, groups=groups_of_time(table._index, rule, label))
    if on is not None:
        table = table.set_index(on)
    return FrameResampler(table, [], groups=groups_of_time(table._index, rule, label))


def asfreq(table, freq, method=None, fill_value=None):
    """The rows at moments a frequency apart."""
    from _pandas_frequency import date_range
    labels = date_range(table._index.min(), table._index.max(), freq=freq, name=table._index.name)
    out = table.reindex(labels)
    out._index = labels
    return out if fill_value is None else out.fillna(fill_value)
