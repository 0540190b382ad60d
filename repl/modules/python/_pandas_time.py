"""Moments and durations of pandas: Timestamp, Timedelta, the dtypes of columns of them, and how texts are read."""
import datetime as _datetime
import re
from _pandas_calendar import MONTHS as _MONTHS, WEEKDAYS as _DAYS, month_length
from _pandas_data import NaT, Objects, is_missing, nan

_EPOCH = _datetime.datetime(1970, 1, 1)
_MICRO = _datetime.timedelta(microseconds=1)
_UNITS = {'w': 604800000000, 'd': 86400000000, 'day': 86400000000, 'days': 86400000000, 'h': 3600000000,
          'hr': 3600000000, 'hour': 3600000000, 'hours': 3600000000, 'm': 60000000, 'min': 60000000,
          'minute': 60000000, 'minutes': 60000000, 's': 1000000, 'sec': 1000000, 'second': 1000000,
          'seconds': 1000000, 'ms': 1000, 'us': 1, 'ns': 0.001, 'weeks': 604800000000, 'milliseconds': 1000,
          'microseconds': 1}


def _clock(hours, minutes, seconds, micros):
    text = f'{hours:02d}:{minutes:02d}:{seconds:02d}'
    return text + f'.{micros:06d}' if micros else text


class Timedelta(_datetime.timedelta):
    """A duration."""
    __module__ = 'pandas'

    def __new__(cls, value=0, unit=None, **parts):
        if is_missing(value):
            return NaT
        if isinstance(value, str):
            micros = _read_duration(value)
        elif isinstance(value, _datetime.timedelta):
            micros = value // _MICRO
        elif unit is None and parts:
            micros = _datetime.timedelta(**parts) // _MICRO
        else:
            scale = _UNITS.get((unit or 'ns') if unit in ('ms', 'us', 'ns', None) else unit.lower())
            if scale is None:
                raise ValueError(f"invalid unit abbreviation: {unit}")
            micros = int(value * scale)
        return super().__new__(cls, microseconds=micros)

    @property
    def _micros(self):
        return (self.days * 86400 + self.seconds) * 1000000 + self.microseconds

    @property
    def value(self):
        """Microseconds."""
        return self._micros

    @property
    def components(self):
        """Days, hours, minutes, ... as a named tuple."""
        from _pandas_tools import row_type
        names = ['days', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds', 'nanoseconds']
        rest = self.seconds
        return row_type('Components', names)([self.days, rest // 3600, rest // 60 % 60, rest % 60,
                                              self.microseconds // 1000, self.microseconds % 1000, 0])

    def to_pytimedelta(self):
        """The same as a datetime.timedelta."""
        return _datetime.timedelta(microseconds=self._micros)

    def __str__(self):
        rest = self.seconds
        clock = _clock(rest // 3600, rest // 60 % 60, rest % 60, self.microseconds)
        sign = '+' if self.days < 0 else ''
        return f'{self.days} days {sign}{clock}'

    def __repr__(self):
        return f"Timedelta('{self}')"

    def __hash__(self):
        return hash(self.to_pytimedelta())

    def _of(self, micros):
        return Timedelta(_datetime.timedelta(microseconds=micros))

    def __add__(self, other):
        if other is NaT:
            return NaT
        if isinstance(other, _datetime.datetime):
            return Timestamp(other) + self
        if isinstance(other, _datetime.timedelta):
            return self._of(self._micros + other // _MICRO)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if other is NaT:
            return NaT
        if isinstance(other, _datetime.timedelta):
            return self._of(self._micros - other // _MICRO)
        return NotImplemented

    def __rsub__(self, other):
        return Timedelta(other) - self if isinstance(other, _datetime.timedelta) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, (int, float)) or hasattr(other, 'dtype') and getattr(other, 'ndim', 1) == 0:
            return self._of(int(self._micros * other))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, _datetime.timedelta):
            return self._micros / (other // _MICRO)
        if isinstance(other, (int, float)):
            return self._of(int(self._micros / other))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, _datetime.timedelta):
            return self._micros // (other // _MICRO)
        if isinstance(other, (int, float)):
            return self._of(int(self._micros // other))
        return NotImplemented

    def __neg__(self):
        return self._of(-self._micros)

    def __abs__(self):
        return self._of(abs(self._micros))


def _read_duration(text):
    clean = text.strip().lower()
    sign = -1 if clean.startswith('-') else 1
    clean = clean.lstrip('+-').strip()
    total, at = 0, 0
    pattern = re.compile(r'\s*(?:and\s+)?(?:(\d+):(\d+)(?::(\d+(?:\.\d+)?))?|(\d+(?:\.\d+)?)\s*([a-z]+)|\+)\s*,?')
    while at < len(clean):
        found = pattern.match(clean, at)
        if found is None or found.group(5) is not None and found.group(5) not in _UNITS:
            raise ValueError("unit abbreviation w/o a number" if clean.isalpha() else
                             f"only leading negative signs are allowed" if '-' in clean else
                             f"invalid unit abbreviation: {found.group(5)}" if found else "no units specified")
        if found.group(1) is not None:
            total += int(found.group(1)) * 3600000000 + int(found.group(2)) * 60000000
            total += round(float(found.group(3) or 0) * 1000000)
        elif found.group(4) is not None:
            total += round(float(found.group(4)) * _UNITS[found.group(5)])
        at = found.end()
    return sign * total


class Timestamp(_datetime.datetime):
    """A moment."""
    __module__ = 'pandas'

    def __new__(cls, ts_input=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                year=None, unit=None, tz=None, fold=0):
        if ts_input is NaT or year is None and is_missing(ts_input):
            return NaT
        if tz is not None or tzinfo is not None:
            raise NotImplementedError("nnsh's pandas has no time zones: leave tz away")
        if year is not None:
            ts_input = year
        if isinstance(ts_input, str):
            from _pandas_read_time import read_moment
            made = read_moment(ts_input)
        elif isinstance(ts_input, _datetime.datetime):
            made = ts_input
        elif isinstance(ts_input, _datetime.date):
            made = _datetime.datetime(ts_input.year, ts_input.month, ts_input.day)
        elif month is not None:
            made = _datetime.datetime(int(ts_input), int(month), int(day), int(hour), int(minute), int(second),
                                      int(microsecond))
        elif isinstance(ts_input, (int, float)) or hasattr(ts_input, 'dtype'):
            made = _EPOCH + _datetime.timedelta(microseconds=int(ts_input * _UNITS[unit or 'ns']))
        else:
            raise TypeError(f"Cannot convert input [{ts_input}] of type {type(ts_input)} to Timestamp")
        return super().__new__(cls, made.year, made.month, made.day, made.hour, made.minute, made.second,
                               made.microsecond)

    @staticmethod
    def now(tz=None):
        """The moment now."""
        return Timestamp(_datetime.datetime.now())

    @staticmethod
    def today(tz=None):
        """The moment now."""
        return Timestamp(_datetime.datetime.now())

    @staticmethod
    def fromtimestamp(seconds, tz=None):
        """The moment some seconds after 1970."""
        return Timestamp(_datetime.datetime.fromtimestamp(seconds))

    @property
    def _plain(self):
        return _datetime.datetime(self.year, self.month, self.day, self.hour, self.minute, self.second,
                                  self.microsecond)

    @property
    def _micros(self):
        return (self._plain - _EPOCH) // _MICRO

    @property
    def value(self):
        """Nanoseconds since 1970."""
        return self._micros * 1000

    def to_pydatetime(self, warn=True):
        """The same as a datetime.datetime."""
        return self._plain

    def timestamp(self):
        """Seconds since 1970."""
        return self._micros / 1000000

    @property
    def dayofweek(self):
        """0 on Mondays."""
        return self.weekday()

    day_of_week = dayofweek

    @property
    def dayofyear(self):
        """1 on January the first."""
        return self.toordinal() - _datetime.date(self.year, 1, 1).toordinal() + 1

    day_of_year = dayofyear

    @property
    def quarter(self):
        """1 to 4."""
        return (self.month + 2) // 3

    @property
    def week(self):
        """The week of the year, as ISO counts them."""
        return self.isocalendar()[1]

    weekofyear = week

    @property
    def days_in_month(self):
        """How many days the month has."""
        return month_length(self.year, self.month)

    daysinmonth = days_in_month

    @property
    def is_leap_year(self):
        """Whether the year has 366 days."""
        return month_length(self.year, 2) == 29

    @property
    def is_month_start(self):
        """Whether it is the first of a month."""
        return self.day == 1

    @property
    def is_month_end(self):
        """Whether it is the last of a month."""
        return self.day == self.days_in_month

    @property
    def is_quarter_start(self):
        """Whether it is the first day of a quarter."""
        return self.day == 1 and self.month % 3 == 1

    @property
    def is_quarter_end(self):
        """Whether it is the last day of a quarter."""
        return self.is_month_end and self.month % 3 == 0

    @property
    def is_year_start(self):
        """Whether it is the first day of a year."""
        return self.day == 1 and self.month == 1

    @property
    def is_year_end(self):
        """Whether it is the last day of a year."""
        return self.day == 31 and self.month == 12

    def day_name(self, locale=None):
        """Monday, ..."""
        return _DAYS[self.weekday()]

    def month_name(self, locale=None):
        """January, ..."""
        return _MONTHS[self.month - 1]

    def to_period(self, freq='D'):
        """The month, quarter, day, ... that it is in."""
        from _pandas_period import Period
        return Period(self, freq)

    def normalize(self):
        """Midnight of the day."""
        return Timestamp(self.year, self.month, self.day)

    def floor(self, freq):
        """The last moment of a frequency up to here."""
        return self._rounded(freq, lambda whole, rest, step: whole)

    def ceil(self, freq):
        """The first moment of a frequency from here on."""
        return self._rounded(freq, lambda whole, rest, step: whole + (step if rest else 0))

    def round(self, freq):
        """The nearest moment of a frequency."""
        return self._rounded(freq, lambda whole, rest, step: whole + (
            step if rest * 2 > step or rest * 2 == step and whole // step % 2 else 0))

    def _rounded(self, freq, choose):
        from _pandas_frequency import frequency
        step = frequency(freq).micros
        if step is None:
            raise ValueError(f"{frequency(freq)!r} is a non-fixed frequency")
        whole = self._micros // step * step
        return moment_of(choose(whole, self._micros - whole, step))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None):
        """The same with some parts of it others."""
        given = (year, month, day, hour, minute, second, microsecond)
        own = (self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)
        return Timestamp(*[b if a is None else a for a, b in zip(given, own)])

    def __str__(self):
        return (f'{self.year:04d}-{self.month:02d}-{self.day:02d} '
                + _clock(self.hour, self.minute, self.second, self.microsecond))

    def __repr__(self):
        return f"Timestamp('{self}')"

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __hash__(self):
        return hash(self._plain)

    def __add__(self, other):
        if other is NaT:
            return NaT
        if isinstance(other, _datetime.timedelta):
            return Timestamp(self._plain + _datetime.timedelta(days=other.days, seconds=other.seconds,
                                                               microseconds=other.microseconds))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if other is NaT:
            return NaT
        if isinstance(other, _datetime.datetime):
            return Timedelta(self._plain - (other._plain if isinstance(other, Timestamp) else other))
        if isinstance(other, _datetime.timedelta):
            return self + -other
        return NotImplemented

    def __rsub__(self, other):
        return Timestamp(other) - self if isinstance(other, _datetime.datetime) else NotImplemented


def moment_of(micros):
    """The moment some microseconds after 1970."""
    return Timestamp(_EPOCH + _datetime.timedelta(microseconds=micros))


class DatetimeDtype:
    """Moments; NaT where one is missing."""
    kind = 'M'
    index_name = 'DatetimeIndex'
    array_name = 'DatetimeArray'

    def __init__(self, unit='us'):
        self.unit = unit

    @property
    def name(self):
        """datetime64[us]"""
        return f'datetime64[{self.unit}]'

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"dtype('<M8[{self.unit}]')"

    def __eq__(self, other):
        return getattr(other, 'kind', None) == 'M' and getattr(other, 'unit', None) == self.unit or \
            isinstance(other, str) and other in (self.name, f'<M8[{self.unit}]', f'M8[{self.unit}]')

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)

    def texts(self, data):
        """Each moment as a table shows it: without the time where all are at midnight."""
        there = [v for v in data if v is not NaT]
        if all(v.hour == v.minute == v.second == v.microsecond == 0 for v in there):
            return ['NaT' if v is NaT else f'{v.year:04d}-{v.month:02d}-{v.day:02d}' for v in data]
        micros = any(v.microsecond for v in there)
        return ['NaT' if v is NaT else str(v) + ('.000000' if micros and not v.microsecond else '') for v in data]

    def index_texts(self, data):
        """The same, for the repr of an Index."""
        return ['NaT' if v is NaT and self.kind == 'm' else repr(t) for v, t in zip(data, self.texts(data))]

    def attributes(self, index):
        """What stands behind the dtype in the repr of an Index."""
        freq = getattr(index, 'freq', None)
        return [('freq', None if freq is None else repr(freq.name))]


class TimedeltaDtype(DatetimeDtype):
    """Durations; NaT where one is missing."""
    kind = 'm'
    index_name = 'TimedeltaIndex'
    array_name = 'TimedeltaArray'

    @property
    def name(self):
        """timedelta64[us]"""
        return f'timedelta64[{self.unit}]'

    def __repr__(self):
        return f"dtype('<m8[{self.unit}]')"

    def __eq__(self, other):
        return getattr(other, 'kind', None) == 'm' and getattr(other, 'unit', None) == self.unit or \
            isinstance(other, str) and other in (self.name, f'<m8[{self.unit}]', f'm8[{self.unit}]')

    def __hash__(self):
        return hash(self.name)

    def texts(self, data):
        """Each duration as a table shows it: days alone where all are whole days."""
        there = [v for v in data if v is not NaT]
        if all(v.seconds == v.microseconds == 0 for v in there):
            return ['NaT' if v is NaT else f'{v.days} days' for v in data]
        return ['NaT' if v is NaT else str(v) for v in data]


TIME, DURATION = DatetimeDtype(), TimedeltaDtype()


def moments(values, dtype=TIME):
    """The column of moments of datetimes, Timestamps and what is missing."""
    return Objects([NaT if is_missing(v) else v if isinstance(v, Timestamp) else Timestamp(v) for v in values], dtype)


def durations(values, dtype=DURATION):
    """The column of durations."""
    return Objects([NaT if is_missing(v) else v if isinstance(v, Timedelta) else Timedelta(v) for v in values], dtype)


# ---- What operators and numbers make of columns ----

def is_time(data):
    """Whether a column (or value) is one of moments or durations."""
    return getattr(getattr(data, 'dtype', None), 'kind', None) in ('M', 'm')


def operate(a, b, op, name, reverse, comparison):
    """op of columns or values of which one at least is of times."""
    left = a if isinstance(a, list) else a.tolist()
    if isinstance(b, str):
        try:
            b = Timestamp(b) if a.dtype.kind == 'M' else Timedelta(b)
        except ValueError:
            raise TypeError(f"Invalid comparison between dtype={a.dtype} and str")
    elif name in comparison and isinstance(b, (int, float)) and b is not NaT and not is_missing(b):
        if name in ('eq', 'ne'):
            import numpy as np
            return np.full(len(left), name == 'ne')
        raise TypeError(f"Invalid comparison between dtype={a.dtype} and {type(b).__name__}")
    right = b.tolist() if hasattr(b, 'tolist') and not isinstance(b, list) else b if isinstance(b, list) else \
        [b] * len(left)
    if isinstance(b, list) and name in comparison and is_time(a) and not is_time(b):
        right = [v if is_missing(v) else Timestamp(v) for v in right]
    if name in comparison:
        import numpy as np
        return np.array([name == 'ne' if is_missing(x) or is_missing(y) else bool(op(x, y))
                         for x, y in zip(left, right)], dtype=bool)
    kinds = (getattr(getattr(a, 'dtype', None), 'kind', None), getattr(getattr(b, 'dtype', None), 'kind', None))
    if name == 'add' and kinds == ('M', 'M'):
        raise TypeError("cannot add DatetimeArray and DatetimeArray")
    if 'M' in kinds and name not in ('add', 'sub'):
        raise TypeError(f"cannot perform __{name}__ with this index type: DatetimeArray")
    if reverse:
        left, right = right, left
    out = [NaT if is_missing(x) or is_missing(y) else op(x, y) for x, y in zip(left, right)]
    there = [v for v in out if v is not NaT]
    if not there:
        return durations(out) if kinds == ('M', 'M') or 'M' not in kinds else moments(out)
    if isinstance(there[0], _datetime.datetime):
        return moments(out)
    if isinstance(there[0], _datetime.timedelta):
        return durations(out)
    from _pandas_data import infer
    return infer([nan if v is NaT else v for v in out])


def summary(data, name):
    """The sum, mean, median or standard deviation of a column of times."""
    moments_there = data.dtype.kind == 'M'
    values = [v._micros for v in data if v is not NaT]
    if moments_there and name not in ('mean', 'median') or name not in ('sum', 'mean', 'median', 'std'):
        raise TypeError(f"'{data.dtype.array_name}' with dtype {data.dtype} does not support operation '{name}'")
    if not values:
        return Timedelta(0) if name == 'sum' else NaT
    return _from_micros(_summary(values, name), moments_there)


def _summary(values, name):
    if name == 'sum':
        return sum(values)
    if name == 'mean':
        return sum(values) // len(values)
    import numpy as np
    whole = np.array(values, dtype=np.float64)
    return int(np.median(whole) if name == 'median' else whole.std(ddof=1))


def quantile(data, q):
    """The value below which a part lies."""
    import numpy as np
    values = sorted(v._micros for v in data if v is not NaT)
    if not values:
        return NaT
    first = values[0]
    return _from_micros(first + int(np.percentile(np.array([v - first for v in values], dtype=np.float64), q * 100)),
                        data.dtype.kind == 'M')


def _from_micros(micros, moments_there):
    return moment_of(micros) if moments_there else Timedelta(_datetime.timedelta(microseconds=micros))
