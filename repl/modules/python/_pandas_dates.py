"""Columns and labels of dates: DatetimeIndex, s.dt, to_datetime."""
import datetime as _datetime
import numpy as np
import _pandas_data as d
from _pandas_data import NaT, Objects, infer, is_missing, is_numeric, listed, nan
from _pandas_index import Index
from _pandas_read_time import bounds, read_moment, read_parts
from _pandas_time import (DURATION, TIME, DatetimeDtype, Timedelta, Timestamp, durations, is_time, moments, moment_of)

_HINT = """. You might want to try:
    - passing `format` if your strings have a consistent format;
    - passing `format='ISO8601'` if your strings are all ISO8601 but not necessarily in exactly the same format;
    - passing `format='mixed'`, and the format will be inferred for each element individually. You might want to use \
`dayfirst` alongside this."""
_NUMBERS = ('year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond', 'dayofweek', 'day_of_week', 'weekday',
            'dayofyear', 'day_of_year', 'quarter', 'days_in_month', 'daysinmonth')
_TRUTHS = ('is_month_start', 'is_month_end', 'is_quarter_start', 'is_quarter_end', 'is_year_start', 'is_year_end',
           'is_leap_year')
_LENGTHS = ('days', 'seconds', 'microseconds')


class DatetimeIndex(Index):
    """Labels that are moments (or durations)."""
    __module__ = 'pandas'

    def __init__(self, data=(), dtype=None, name=None, copy=False, freq=None):
        super().__init__(data, dtype, name, copy)
        if not is_time(self._data):
            self._data = to_datetime(self)._data
        self.freq = freq

    def _field(self, name):
        values = [getattr(v, name) for v in self._data]
        return np.array([v() if callable(v) else v for v in values])

    def __getattr__(self, name):
        if name in _NUMBERS and self._data.dtype.kind == 'M' or name in _LENGTHS and self._data.dtype.kind == 'm':
            return Index(self._field(name).astype(np.int32), name=self.name)
        if name in _TRUTHS:
            return self._field(name).astype(bool)
        if name in ('date', 'time'):
            return d.object_array([getattr(v, name)() for v in self._data])
        if name == 'is_monotonic_increasing':
            return all(a <= b for a, b in zip(self._data, self._data[1:]))
        if name == 'is_monotonic_decreasing':
            return all(a >= b for a, b in zip(self._data, self._data[1:]))
        raise AttributeError(f"'{self._data.dtype.index_name}' object has no attribute '{name}'")

    @property
    def freqstr(self):
        """The frequency's name."""
        return None if self.freq is None else self.freq.name

    def _like(self, data):
        return DatetimeIndex(data, name=self.name)

    def __getitem__(self, key):
        out = super().__getitem__(key)
        if isinstance(key, slice) and key.step in (None, 1):
            out.freq = self.freq
        elif isinstance(out, DatetimeIndex) and self.freq is not None and isinstance(key, np.ndarray) and len(key):
            places = np.flatnonzero(key) if key.dtype.kind == 'b' else key
            if len(places) and np.all(np.diff(places) == 1):
                out.freq = self.freq
        return out

    def day_name(self, locale=None):
        """Monday, ... of each."""
        return Index([v.day_name() for v in self._data], name=self.name)

    def month_name(self, locale=None):
        """January, ... of each."""
        return Index([v.month_name() for v in self._data], name=self.name)

    def strftime(self, date_format):
        """Each as text."""
        return Index([v.strftime(date_format) for v in self._data], name=self.name)

    def normalize(self):
        """Midnight of each."""
        daily = self.freq is not None and self.freq.name == 'D'
        return DatetimeIndex([v.normalize() for v in self._data], name=self.name, freq=self.freq if daily else None)

    def to_period(self, freq=None):
        """The month, quarter, day, ... that each is in."""
        from _pandas_period import PeriodIndex, to_periods
        return PeriodIndex(to_periods(self._data, self.freq if freq is None else freq), name=self.name)

    def to_pydatetime(self):
        """As datetime.datetime."""
        return d.object_array([v.to_pydatetime() for v in self._data])

    def isocalendar(self):
        """Year, week and day of each, as ISO counts them."""
        return Dates(self.to_series()).isocalendar()

    def total_seconds(self):
        """Seconds of each duration."""
        return Index(np.array([v.total_seconds() for v in self._data]), name=self.name)

    def texts(self):
        """Each label as a table shows it."""
        return self._data.dtype.texts(self._data)

    def _compared(self, other, op):
        from _pandas_time import operate
        known = {(False, True, False): 'eq', (True, False, True): 'ne', (True, False, False): 'lt',
                 (True, True, False): 'le', (False, False, True): 'gt', (False, True, True): 'ge'}
        name = known[(op(0, 1), op(0, 0), op(1, 0))]
        return operate(self._data, getattr(other, '_data', other), op, name, False, tuple(known.values()))

    def _moved(self, other, sign):
        from _pandas_time import operate
        made = operate(self._data, getattr(other, '_data', other), (lambda a, b: a + b) if sign > 0 else
                       (lambda a, b: a - b), 'add' if sign > 0 else 'sub', False, ())
        out = Index(made, name=self.name)
        if out._data.dtype.kind == self._data.dtype.kind and isinstance(other, _datetime.timedelta):
            out.freq = self.freq
        return out

    def __add__(self, other):
        return self._moved(other, 1)

    def __sub__(self, other):
        return self._moved(other, -1)

    def _key(self, label):
        return Timestamp(label) if isinstance(label, _datetime.datetime) and not isinstance(label, Timestamp) else label

    def __contains__(self, label):
        try:
            self.get_loc(label)
        except KeyError:
            return False
        return True

    def get_loc(self, label):
        """The place of a moment; the places of all in a span, if the label is a text such as '2020-03'."""
        if not isinstance(label, str) or self._data.dtype.kind == 'm':
            if isinstance(label, (int, float, tuple)):
                raise KeyError(label)
            return super().get_loc(self._key(label))
        try:
            first, last, level = bounds(label)
        except (ValueError, TypeError):
            raise KeyError(label)
        daily = all(v.hour == v.minute == v.second == v.microsecond == 0 for v in self._data if v is not NaT)
        if level == 'second' or level == 'day' and daily:
            try:
                return super().get_loc(first)
            except KeyError:
                raise KeyError(label)
        found = [i for i, v in enumerate(self._data) if first <= v <= last]
        if not found:
            raise KeyError(label)
        return found

    def slice_places(self, key):
        """The places from one moment (or text) to another, both included."""
        def edge(label, last):
            if isinstance(label, str):
                return bounds(label)[1 if last else 0]
            return Timestamp(label)
        first = None if key.start is None else edge(key.start, False)
        last = None if key.stop is None else edge(key.stop, True)
        return [i for i, v in enumerate(self._data)
                if (first is None or v >= first) and (last is None or v <= last)][::key.step]


class Dates:
    """The methods of s.dt."""

    def __new__(cls, series):
        if getattr(series._data.dtype, 'index_name', None) == 'PeriodIndex':
            from _pandas_period import PeriodFields
            return PeriodFields(series)
        return super().__new__(cls)

    def __init__(self, series):
        if not is_time(series._data):
            raise AttributeError("Can only use .dt accessor with datetimelike values")
        self._series = series

    def _each(self, function, kind=None):
        data = self._series._data
        if any(v is NaT for v in data):
            return self._series._with(infer([nan if v is NaT else function(v) for v in data]))
        values = [function(v) for v in data]
        return self._series._with(infer(values) if kind is None else np.array(values, dtype=kind))

    def __getattr__(self, name):
        durations_there = self._series._data.dtype.kind == 'm'
        if name in _NUMBERS and not durations_there:
            return self._each(lambda v: v.weekday() if name == 'weekday' else getattr(v, name), np.int32)
        if name in _LENGTHS and durations_there:
            return self._each(lambda v: getattr(v, name), np.int64 if name == 'days' else np.int32)
        if name in _TRUTHS and not durations_there:
            return self._series._with(np.array([v is not NaT and getattr(v, name) for v in self._series._data],
                                               dtype=bool))
        if name in ('date', 'time') and not durations_there:
            return self._series._with(Objects([NaT if v is NaT else getattr(v, name)() for v in self._series._data]))
        if name in ('tz', 'freq'):
            return None
        raise AttributeError(f"'{'TimedeltaProperties' if durations_there else 'DatetimeProperties'}' object has no "
                             f"attribute '{name}'")

    def day_name(self, locale=None):
        """Monday, ... of each."""
        return self._each(lambda v: v.day_name())

    def month_name(self, locale=None):
        """January, ... of each."""
        return self._each(lambda v: v.month_name())

    def strftime(self, date_format):
        """Each as text."""
        return self._each(lambda v: v.strftime(date_format))

    def normalize(self):
        """Midnight of each."""
        return self._series._with(moments([NaT if v is NaT else v.normalize() for v in self._series._data]))

    def floor(self, freq):
        """The last moment of a frequency up to each."""
        return self._series._with(moments([NaT if v is NaT else v.floor(freq) for v in self._series._data]))

    def ceil(self, freq):
        """The first moment of a frequency from each on."""
        return self._series._with(moments([NaT if v is NaT else v.ceil(freq) for v in self._series._data]))

    def round(self, freq):
        """The nearest moment of a frequency."""
        return self._series._with(moments([NaT if v is NaT else v.round(freq) for v in self._series._data]))

    def total_seconds(self):
        """Seconds of each duration."""
        return self._each(lambda v: v.total_seconds(), np.float64)

    def isocalendar(self):
        """Year, week and day of each, as ISO counts them."""
        from _pandas_frame import DataFrame
        rows = [v.isocalendar() for v in self._series._data]
        return DataFrame({name: np.array([r[k] for r in rows], dtype=np.int64)
                          for k, name in enumerate(('year', 'week', 'day'))}, index=self._series._index)

    def to_period(self, freq=None):
        """The month, quarter, day, ... that each is in."""
        from _pandas_period import to_periods
        return self._series._with(to_periods(self._series._data, freq))

    def tz_localize(self, tz):
        """Refused: there are no time zones."""
        raise NotImplementedError("nnsh's pandas has no time zones: all moments are without one")


def _read_all(values, form, dayfirst, coerce, exact=True):
    """The moments of texts and of what is missing."""
    if form is None:
        first = next((v for v in values if isinstance(v, str)), None)
        parts = read_parts(first, dayfirst) if first is not None else None
        form = parts[8] if parts is not None else None
        if parts is not None:
            try:
                read_moment(first, dayfirst)
            except ValueError:
                if not coerce:
                    raise
                form = None
    mixed = form in (None, 'mixed', 'ISO8601')
    whole_days = form == '%Y-%m-%d'
    out = []
    for v in values:
        if is_missing(v) or isinstance(v, str) and v.strip() in ('', 'NaT', 'nan', 'NaN', 'None', 'null', 'NULL'):
            out.append(NaT)
            continue
        if isinstance(v, _datetime.date):
            out.append(Timestamp(v))
            continue
        try:
            if not isinstance(v, str):
                v = str(v)
            if mixed:
                out.append(Timestamp(read_moment(v, dayfirst)))
            elif whole_days and len(v) == 10 and v[4] == v[7] == '-' and (v[:4] + v[5:7] + v[8:]).isdigit() and (
                    '01' <= v[5:7] <= '12' and '01' <= v[8:] <= '28'):
                out.append(Timestamp(int(v[:4]), int(v[5:7]), int(v[8:])))
            else:
                out.append(Timestamp(_by_format(v, form)))
        except ValueError:
            if not coerce:
                if form == 'ISO8601':
                    raise ValueError(f"Time data {v} is not ISO8601 format{_HINT}") from None
                raise
            out.append(NaT)
    return moments(out) if any(v is not NaT for v in out) else moments(out, DatetimeDtype('s'))


def _by_format(text, form):
    try:
        return _datetime.datetime.strptime(text, form)
    except ValueError as error:
        words = str(error)
        if words.startswith('unconverted data remains: '):
            rest = words[len('unconverted data remains: '):]
            raise ValueError(f'unconverted data remains when parsing with format "{form}": "{rest}"{_HINT}')
        if words.startswith('time data'):
            raise ValueError(f'time data "{text}" doesn\'t match format "{form}"{_HINT}')
        raise ValueError(words + _HINT)


def _column(data, errors, dayfirst, form, unit):
    coerce = errors == 'coerce'
    if is_time(data) and data.dtype.kind == 'M':
        return Objects(data, data.dtype)
    if is_numeric(data):
        scale = {'s': 1000000, 'ms': 1000, 'us': 1, 'ns': 0.001, 'D': 86400000000, 'h': 3600000000, 'm': 60000000,
                 'min': 60000000}
        if form is not None:
            return _read_all([str(v) for v in data.tolist()], form, dayfirst, coerce)
        if (unit or 'ns') not in scale:
            raise ValueError(f"Unrecognized unit {unit}")
        return moments([NaT if v != v else moment_of(int(v * scale[unit or 'ns'])) for v in data.tolist()],
                       TIME if unit else DatetimeDtype('ns'))
    return _read_all(data, form, dayfirst, coerce)


def to_datetime(arg, errors='raise', dayfirst=False, yearfirst=False, utc=False, format=None, exact=True, unit=None,
                origin='unix', cache=True):
    """Texts, numbers or a table of years, months and days as moments."""
    from _pandas_frame import DataFrame
    from _pandas_series import Series
    if utc:
        raise NotImplementedError("nnsh's pandas has no time zones: leave utc away")
    if arg is None or arg is NaT:
        return arg
    if isinstance(arg, DataFrame) or isinstance(arg, dict):
        frame = arg if isinstance(arg, DataFrame) else DataFrame(arg)
        names = {str(n).lower().rstrip('s'): n for n in frame._columns.tolist()}
        lacking = [n for n in ('day', 'month', 'year') if n not in names]
        if lacking:
            raise ValueError("to assemble mappings requires at least that [year, month, day] be specified: "
                             f"[{','.join(lacking)}] is missing")
        parts = [listed(frame._column(names[n])._data) if n in names else [0] * len(frame)
                 for n in ('year', 'month', 'day', 'hour', 'minute', 'second')]
        return Series(moments([Timestamp(*[int(v) for v in row]) for row in zip(*parts)]), index=frame._index)
    if isinstance(arg, Series):
        return arg._with(_column(arg._data, errors, dayfirst, format, unit))
    if isinstance(arg, (str, int, float, _datetime.date)) or hasattr(arg, 'dtype') and getattr(arg, 'ndim', 1) == 0:
        if isinstance(arg, str) and format is None:
            try:
                return Timestamp(read_moment(arg, dayfirst))
            except ValueError:
                if errors == 'coerce':
                    return NaT
                raise
        if isinstance(arg, str):
            return _read_all([arg], format, dayfirst, errors == 'coerce')[0]
        return Timestamp(arg, unit=unit) if unit else Timestamp(arg)
    made = _column(infer(arg), errors, dayfirst, format, unit)
    return DatetimeIndex(made, name=getattr(arg, 'name', None))


def to_timedelta(arg, unit=None, errors='raise'):
    """Texts or numbers as durations."""
    from _pandas_series import Series
    if isinstance(arg, (str, int, float, _datetime.timedelta)):
        return Timedelta(arg, unit)
    values = [Timedelta(v, unit) for v in listed(infer(arg))]
    return arg._with(durations(values)) if isinstance(arg, Series) else Index(durations(values))


def as_dtype(data, name):
    """astype to a dtype of moments or durations."""
    unit = name[name.index('[') + 1:-1] if '[' in name else 'us'
    if name.startswith('timedelta'):
        return durations(listed(data), type(DURATION)(unit))
    return Objects(_column(data, 'raise', False, None, None), DatetimeDtype(unit))
