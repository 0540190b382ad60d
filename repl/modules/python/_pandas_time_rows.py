"""Rows by moments: between_time, at_time, shift(freq=), windows of a duration."""
import datetime as _datetime
import numpy as np
from _pandas_dates import DatetimeIndex
from _pandas_frequency import frequency


def _time(value):
    if isinstance(value, _datetime.time):
        return value
    parts = [int(p) for p in value.split(':')]
    return _datetime.time(*parts)


class TimeRows:
    """What Series and DataFrame do with rows whose labels are moments."""

    def _moments(self):
        if not isinstance(self._index, DatetimeIndex):
            raise TypeError('Index must be DatetimeIndex')
        return self._index._data

    def between_time(self, start_time, end_time, inclusive='both'):
        """The rows between two times of day."""
        low, high = _time(start_time), _time(end_time)
        first = inclusive in ('both', 'left')
        last = inclusive in ('both', 'right')
        found = []
        for i, moment in enumerate(self._moments()):
            at = moment.time()
            after, before = at >= low if first else at > low, at <= high if last else at < high
            if (after and before) if low <= high else (after or before):
                found.append(i)
        return self._at(found)

    def at_time(self, time):
        """The rows at one time of day."""
        wanted = _time(time)
        return self._at([i for i, moment in enumerate(self._moments()) if moment.time() == wanted])

    def first_valid_index(self):
        """The label of the first row where something is there."""
        return self._valid(0)

    def last_valid_index(self):
        """The label of the last row where something is there."""
        return self._valid(-1)

    def _valid(self, at):
        there = self.notna()
        mask = np.asarray(there.any(axis=1)) if hasattr(self, '_columns') else np.asarray(there)
        found = np.flatnonzero(mask)
        return self._index[int(found[at])] if len(found) else None

    def _moved_labels(self, periods, freq):
        each = frequency(freq)
        labels = []
        for moment in self._moments():
            for _ in range(abs(periods)):
                moment = each.step(moment, 1 if periods > 0 else -1)
            labels.append(moment)
        index = DatetimeIndex(labels, name=self._index.name)
        index.freq = self._index.freq
        return self._relabeled(index)

    def truncate(self, before=None, after=None):
        """The rows from one label to another."""
        return self.loc[before:after]


def starts_of_windows(index, window):
    """The place of the first row of each row's window of a duration that ends there."""
    if not isinstance(index, DatetimeIndex):
        raise ValueError("window must be an integer 0 or greater")
    width = frequency(window).micros
    if width is None:
        raise ValueError(f"{frequency(window)!r} is a non-fixed frequency")
    moments, starts, start = [v._micros for v in index._data], [], 0
    for now in moments:
        while moments[start] <= now - width:
            start += 1
        starts.append(start)
    return starts
