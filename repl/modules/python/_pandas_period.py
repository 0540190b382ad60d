"""Spans of the calendar: Period, columns and labels of periods."""
import datetime as _datetime
import re
import numpy as np
from _pandas_calendar import month_length
from _pandas_data import NaT, Objects, infer, is_missing, nan
from _pandas_frequency import _MONTHS, _WEEKDAYS
from _pandas_index import Index
from _pandas_time import Timedelta, Timestamp, moment_of, moments

_DAY = 86400000000
_MICROS = {'D': _DAY, 'h': 3600000000, 'min': 60000000, 's': 1000000}
_SHORT = {'A': 'Y', 'ME': 'M', 'QE': 'Q', 'YE': 'Y', 'd': 'D', 'w': 'W', 'MS': 'M', 'QS': 'Q', 'YS': 'Y'}
_FORMS = {'Y': '%Y', 'M': '%Y-%m', 'D': '%Y-%m-%d', 'h': '%Y-%m-%d %H:00', 'min': '%Y-%m-%d %H:%M',
          's': '%Y-%m-%d %H:%M:%S'}


class IncompatibleFrequency(ValueError):
    """Two periods of different lengths."""


class PeriodFrequency:
    """The length of a period: 'M', 'Q-DEC', 'W-SUN', 'D', ..."""

    def __init__(self, text):
        found = re.match(r'([A-Za-z]+)(?:-([A-Z]{3}))?$', str(text))
        base = None if found is None else _SHORT.get(found.group(1), found.group(1))
        if base not in ('Y', 'Q', 'M', 'W', *_MICROS):
            raise ValueError(f"Invalid frequency: {text}")
        self.base = base
        end = found.group(2) or {'W': 'SUN', 'Q': 'DEC', 'Y': 'DEC'}.get(base)
        self.end = None if end is None else (_WEEKDAYS if base == 'W' else _MONTHS).index(end)

    @property
    def name(self):
        """As it is written: 'Q-DEC'."""
        if self.end is None:
            return self.base
        return f"{self.base}-{(_WEEKDAYS if self.base == 'W' else _MONTHS)[self.end]}"

    def __eq__(self, other):
        return self.name == getattr(other, 'name', other)

    def __hash__(self):
        return hash(self.name)

    def ordinal(self, t):
        """The number of the period that a moment is in, counted from 1970."""
        month = t.year * 12 + t.month - 1 - 1970 * 12
        if self.base == 'M':
            return month
        if self.base == 'Y':
            return (month + 11 - self.end) // 12
        if self.base == 'Q':
            return (month + (11 - self.end) % 3) // 3
        if self.base == 'W':
            return (t._micros // _DAY + 3 - (self.end + 1) % 7) // 7 + 1
        return t._micros // _MICROS[self.base]

    def start(self, ordinal):
        """The first moment of a period."""
        if self.base in ('M', 'Y', 'Q'):
            month = {'M': ordinal, 'Y': ordinal * 12 - (11 - (self.end or 0)),
                     'Q': ordinal * 3 - (11 - (self.end or 0)) % 3}[self.base] + 1970 * 12
            return Timestamp(month // 12, month % 12 + 1, 1)
        if self.base == 'W':
            return moment_of(((ordinal - 1) * 7 - 3 + (self.end + 1) % 7) * _DAY)
        return moment_of(ordinal * _MICROS[self.base])


class Period:
    """A span of the calendar: a month, a quarter, a day, ..."""
    __module__ = 'pandas'

    def __new__(cls, value=None, freq=None, **parts):
        return NaT if value is not None and is_missing(value) else object.__new__(cls)

    def __init__(self, value=None, freq=None, ordinal=None, year=None, month=1, quarter=None, day=1):
        if ordinal is not None:
            self.freq, self.ordinal = PeriodFrequency(getattr(freq, 'name', freq)), ordinal
            return
        if year is not None:
            value = _datetime.datetime(year, month if quarter is None else quarter * 3, day)
        guess = 'D'
        if isinstance(value, int):
            value, guess = str(value), 'Y'
        if isinstance(value, str):
            quarter = re.match(r'(\d{4})-?[Qq](\d)$|[Qq](\d)-?(\d{4})$', value)
            if quarter is not None:
                year = int(quarter.group(1) or quarter.group(4))
                value, guess = _datetime.datetime(year, int(quarter.group(2) or quarter.group(3)) * 3, 1), 'Q'
            elif re.match(r'\d{4}$', value):
                value, guess = _datetime.datetime(int(value), 1, 1), 'Y'
            else:
                guess = 'M' if re.match(r'\d{4}[-/]\d{1,2}$', value) else 'min' if ':' in value else 'D'
        if isinstance(value, Period):
            guess, value = value.freq.name, value.start_time
        self.freq = PeriodFrequency(getattr(freq, 'name', freq) if freq is not None else guess)
        self.ordinal = self.freq.ordinal(Timestamp(value))

    def _later(self, count):
        return Period(freq=self.freq, ordinal=self.ordinal + count)

    @property
    def freqstr(self):
        """The name of the length."""
        return self.freq.name

    @property
    def start_time(self):
        """Its first moment."""
        return self.freq.start(self.ordinal)

    @property
    def end_time(self):
        """Its last moment."""
        return self.freq.start(self.ordinal + 1) - Timedelta(1, 'us')

    def to_timestamp(self, freq=None, how='start'):
        """Its first (or, with how='end', last) moment."""
        return self.start_time if how.lower() in ('s', 'start') else self.end_time

    def asfreq(self, freq, how='E'):
        """The period of another length at its end (or start)."""
        return Period(self.to_timestamp(how='end' if how.upper().startswith('E') else 'start'), freq)

    def strftime(self, form):
        """As text."""
        return self.start_time.strftime(form.replace('%q', str(self.quarter)))

    def __getattr__(self, name):
        if name in ('year', 'month', 'day', 'hour', 'minute', 'second', 'quarter', 'dayofweek', 'weekday', 'dayofyear',
                    'day_of_week', 'day_of_year', 'week', 'days_in_month', 'is_leap_year'):
            at = self.freq.start(self.ordinal + 1) - Timedelta(1, 'us') if self.freq.base in 'QWY' else self.start_time
            value = getattr(at, name)
            return value() if callable(value) else value
        raise AttributeError(f"'Period' object has no attribute '{name}'")

    def __str__(self):
        if self.freq.base == 'Q':
            return f'{self.year}Q{self.quarter}'
        if self.freq.base == 'W':
            return f'{self.start_time:%Y-%m-%d}/{self.end_time:%Y-%m-%d}'
        return self.end_time.strftime(_FORMS[self.freq.base]) if self.freq.base == 'Y' else self.start_time.strftime(
            _FORMS[self.freq.base])

    def __repr__(self):
        return f"Period('{self}', '{self.freqstr}')"

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __hash__(self):
        return hash((self.ordinal, self.freqstr))

    def __eq__(self, other):
        return isinstance(other, Period) and (self.ordinal, self.freq) == (other.ordinal, other.freq)

    def _number(self, other):
        if not isinstance(other, Period):
            return None
        if other.freq != self.freq:
            raise IncompatibleFrequency(f"Input has different freq={other.freqstr} from Period(freq={self.freqstr})")
        return other.ordinal

    def __lt__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.ordinal < number

    def __gt__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.ordinal > number

    def __le__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.ordinal <= number

    def __ge__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.ordinal >= number

    def __add__(self, other):
        return self._later(other) if isinstance(other, int) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, int):
            return self._later(-other)
        return PeriodGap(self._number(other) is None or self.ordinal - other.ordinal, self.freq)


class PeriodGap:
    """The difference of two periods."""

    def __init__(self, n, freq):
        self.n, self.freq = n, freq

    def __repr__(self):
        names = {'M': 'MonthEnd', 'D': 'Day', 'Y': 'YearEnd', 'Q': 'QuarterEnd', 'W': 'Week', 'h': 'Hour',
                 'min': 'Minute', 's': 'Second'}
        name = names[self.freq.base]
        more = {'Y': f": month={(self.freq.end or 0) + 1}", 'Q': f": startingMonth={(self.freq.end or 0) + 1}",
                'W': f": weekday={self.freq.end}"}.get(self.freq.base, '')
        return f'<{name}{more}>' if self.n == 1 else f'<{self.n} * {name}s{more}>'


class PeriodDtype:
    """Periods of one length; NaT where one is missing."""
    kind = 'O'
    index_name = 'PeriodIndex'

    def __init__(self, freq):
        self.freq = freq

    @property
    def name(self):
        """period[M]"""
        return f'period[{self.freq.name}]'

    def __str__(self):
        return self.name

    __repr__ = __str__

    def __eq__(self, other):
        return self.name == getattr(other, 'name', other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)

    def index_texts(self, data):
        """Each period, for the repr of an Index."""
        return [repr(str(v)) for v in data]

    def attributes(self, index):
        """Nothing stands behind the dtype in the repr of an Index."""
        return []


def periods(values):
    """The column of Periods."""
    freq = next((v.freq for v in values if not is_missing(v)), PeriodFrequency('D'))
    return Objects([NaT if is_missing(v) else v for v in values], PeriodDtype(freq))


def to_periods(times, freq):
    """The periods that moments are in."""
    freq = PeriodFrequency(getattr(freq, 'name', freq))
    return Objects([NaT if v is NaT else Period(freq=freq, ordinal=freq.ordinal(v)) for v in times], PeriodDtype(freq))


class PeriodIndex(Index):
    """Labels that are periods."""
    __module__ = 'pandas'

    def __init__(self, data=(), freq=None, name=None, dtype=None):
        if not isinstance(getattr(data, 'dtype', None), PeriodDtype):
            data = periods([Period(v, freq) for v in data])
        super().__init__(data, None, name)

    @property
    def freq(self):
        """The length of the periods."""
        return self._data.dtype.freq

    @property
    def freqstr(self):
        """The name of the length."""
        return self.freq.name

    def _like(self, data):
        return PeriodIndex(data, name=self.name)

    def texts(self):
        """Each label as a table shows it."""
        return [str(v) for v in self._data]

    def to_timestamp(self, freq=None, how='start'):
        """The first (or last) moment of each."""
        from _pandas_dates import DatetimeIndex
        from _pandas_frequency import frequency
        out = DatetimeIndex([v.to_timestamp(how=how) for v in self._data], name=self.name)
        starts = {'M': 'MS', 'Q': 'QS-OCT', 'Y': 'YS', 'D': 'D', 'h': 'h', 'min': 'min', 'W': 'W-MON'}
        values = [v.ordinal for v in self._data]
        if how in ('start', 's') and self.freq.base in starts and len(values) > 2 and all(
                b - a == 1 for a, b in zip(values, values[1:])):
            out.freq = frequency(starts[self.freq.base])
        return out

    def strftime(self, date_format):
        """Each as text."""
        return Index([v.strftime(date_format) for v in self._data], name=self.name)

    def __getattr__(self, name):
        if name in ('year', 'month', 'day', 'quarter', 'hour', 'minute', 'dayofweek', 'weekday', 'dayofyear',
                    'days_in_month'):
            return Index(np.array([getattr(v, name) for v in self._data], dtype=np.int64), name=self.name)
        raise AttributeError(f"'PeriodIndex' object has no attribute '{name}'")

    def _key(self, label):
        return Period(label, self.freq) if isinstance(label, (str, _datetime.date)) else label

    def get_loc(self, label):
        """Where a period stands; a text is read as one."""
        try:
            key = self._key(label)
        except ValueError:
            raise KeyError(label)
        try:
            return super().get_loc(key)
        except KeyError:
            raise KeyError(label) from None

    def __contains__(self, label):
        try:
            return (self._key(label) if isinstance(label, str) else label) in self._map()
        except ValueError:
            return False

    def slice_places(self, key):
        """The places from one period to another, both included."""
        first = None if key.start is None else self._key(key.start)
        last = None if key.stop is None else self._key(key.stop)
        return [i for i, v in enumerate(self._data)
                if (first is None or v >= first) and (last is None or v <= last)][::key.step]


def period_range(start=None, end=None, periods=None, freq=None, name=None):
    """Periods one after the other."""
    if sum(v is not None for v in (start, end, periods)) != 2:
        raise ValueError("Of the three parameters: start, end, and periods, exactly two must be specified")
    first = None if start is None else Period(start, freq)
    last = None if end is None else Period(end, first.freq if freq is None and first is not None else freq)
    count = last.ordinal - first.ordinal + 1 if periods is None else periods
    if first is None:
        first = last - (count - 1)
    return PeriodIndex([first + k for k in range(count)], name=name)


class PeriodFields:
    """The methods of s.dt where s holds periods."""

    def __init__(self, series):
        self._series = series

    def __getattr__(self, name):
        if name == 'freq':
            return self._series._data.dtype.freq
        if name not in ('year', 'month', 'day', 'hour', 'minute', 'second', 'quarter', 'dayofweek', 'weekday',
                        'dayofyear', 'week', 'days_in_month', 'start_time', 'end_time'):
            raise AttributeError(f"'PeriodProperties' object has no attribute '{name}'")
        values = [getattr(v, name) for v in self._series._data]
        if name.endswith('_time'):
            return self._series._with(moments(values))
        return self._series._with(np.array(values, dtype=np.int64))

    def to_timestamp(self, freq=None, how='start'):
        """The first (or last) moment of each."""
        return self._series._with(moments([v if v is NaT else v.to_timestamp(how=how) for v in self._series._data]))

    def strftime(self, date_format):
        """Each as text."""
        return self._series._with(infer([nan if v is NaT else v.strftime(date_format) for v in self._series._data]))
