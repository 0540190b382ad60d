"""datetime: dates, times, durations."""
import time as _time
from _strptime import MONTHS, DAYS, is_leap, ordinal, from_ordinal, parse

MINYEAR = 1
MAXYEAR = 9999
_DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def _days_in(year, month):
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month - 1]


def _index(value):
    if isinstance(value, int):
        return value
    if isinstance(value, float) or not hasattr(value, '__index__'):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return value.__index__()


def _check_date(year, month, day):
    for place, (name, value) in enumerate((('year', year), ('month', month), ('day', day)), 1):
        if value is None:
            raise TypeError("function missing required argument '%s' (pos %d)" % (name, place))
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('year %d is out of range' % year)
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _round(x):
    """To the nearest integer, halves to even."""
    return int(round(x))


_PLAIN = (int, float, str, bytes, list, tuple, dict, set, type(None))


def _named(value):
    """The name of a value's type as CPython's C classes give it in errors: datetime.date, int."""
    kind = type(value)
    return 'datetime.' + kind.__name__ if kind in (timedelta, date, _time_class, datetime) else kind.__name__


def _no(sign, a, b, other):
    """The answer of an operator to what it cannot take: other classes are asked, plain values are an error."""
    if type(other) not in _PLAIN and type(other) not in (timedelta, date, _time_class, datetime):
        return NotImplemented
    if sign in ('<', '<=', '>', '>='):
        raise TypeError("'%s' not supported between instances of '%s' and '%s'" % (sign, _named(a), _named(b)))
    raise TypeError("unsupported operand type(s) for %s: '%s' and '%s'" % (sign, _named(a), _named(b)))


class timedelta:
    """A duration."""

    __module__ = 'datetime'

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        for name, value in (('days', days), ('seconds', seconds), ('microseconds', microseconds),
                            ('milliseconds', milliseconds), ('minutes', minutes), ('hours', hours), ('weeks', weeks)):
            if not isinstance(value, (int, float)):
                raise TypeError('unsupported type for timedelta %s component: %s' % (name, type(value).__name__))
        if abs(days) > 999999999:
            raise OverflowError('days=%d; must have magnitude <= 999999999' % days)
        whole = 0
        rest = 0.0
        for value, unit in ((weeks, 604800000000), (days, 86400000000), (hours, 3600000000), (minutes, 60000000),
                            (seconds, 1000000), (milliseconds, 1000), (microseconds, 1)):
            if isinstance(value, float):
                if value != value:
                    raise ValueError('cannot convert float NaN to integer')
                if value in (float('inf'), float('-inf')):
                    raise OverflowError('cannot convert float infinity to integer')
                part = int(value)
                whole += part * unit
                rest += (value - part) * unit
            else:
                whole += int(value) * unit
        floor = int(rest // 1)
        whole += floor
        if rest - floor > 0.5 or rest - floor == 0.5 and whole % 2:
            whole += 1
        self._set(whole)

    def _set(self, total):
        days, rest = divmod(total, 86400000000)
        if abs(days) > 999999999:
            raise OverflowError('days=%d; must have magnitude <= 999999999' % days)
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1000000)

    @staticmethod
    def _of(total):
        made = timedelta.__new__(timedelta)
        made._set(total)
        return made

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The duration in seconds."""
        return self._total() / 10**6

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return _no('+', self, other, other)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else _no('+', other, self, other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return _no('-', self, other, other)

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._total() - self._total())
        return _no('-', other, self, other)

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            return timedelta._of(_round(self._total() * other))
        return _no('*', self, other, other)

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            quotient, rest = divmod(self._total(), other)
            twice = 2 * rest
            if (twice > other if other > 0 else twice < other) or twice == other and quotient % 2:
                quotient += 1
            return timedelta._of(quotient)
        if isinstance(other, float):
            return timedelta._of(_round(self._total() / other))
        return _no('/', self, other, other)

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return _no('//', self, other, other)

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return _no('%', self, other, other)

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            return self // other, self % other
        return _no('divmod()', self, other, other)

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else _no('<', self, other, other)

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else _no('<=', self, other, other)

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else _no('>', self, other, other)

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else _no('>=', self, other, other)

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __repr__(self):
        parts = []
        if self._days:
            parts.append('days=%d' % self._days)
        if self._seconds:
            parts.append('seconds=%d' % self._seconds)
        if self._microseconds:
            parts.append('microseconds=%d' % self._microseconds)
        return 'datetime.timedelta(%s)' % (', '.join(parts) or '0')

    def __str__(self):
        minutes, second = divmod(self._seconds, 60)
        hour, minute = divmod(minutes, 60)
        text = '%d:%02d:%02d' % (hour, minute, second)
        if self._days:
            text = '%d day%s, ' % (self._days, '' if abs(self._days) == 1 else 's') + text
        if self._microseconds:
            text += '.%06d' % self._microseconds
        return text


timedelta.min = timedelta()
timedelta.min._days = -999999999
timedelta.max = timedelta()
timedelta.max._days, timedelta.max._seconds, timedelta.max._microseconds = 999999999, 86399, 999999
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """What a zone of time can tell."""

    __module__ = 'datetime'

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


def _offset_text(offset, colon=':'):
    if offset is None:
        return ''
    total = offset._total()
    sign = '-' if total < 0 else '+'
    seconds, micro = divmod(abs(total), 1000000)
    minutes, second = divmod(seconds, 60)
    text = '%s%02d%s%02d' % (sign, minutes // 60, colon, minutes % 60)
    if second or micro:
        text += '%s%02d' % (colon, second)
    if micro:
        text += '.%06d' % micro
    return text


class timezone(tzinfo):
    """A zone that is always as far from UTC."""

    __module__ = 'datetime'

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not %s' % type(offset).__name__)
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             'timedelta(hours=24), not %r.' % offset)
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        if not self._offset:
            return 'UTC'
        return 'UTC' + _offset_text(self._offset)

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return 'datetime.timezone(%r)' % self._offset
        return 'datetime.timezone(%r, %r)' % (self._offset, self._name)

    def __str__(self):
        return self.tzname(None)


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


def _strftime(value, format, parts):
    """strftime, with what C does not know (%f, %z, %Z) filled in before."""
    if not isinstance(format, str):
        raise TypeError('strftime() argument 1 must be str, not ' + type(format).__name__)
    out = []
    at = 0
    while at < len(format):
        c = format[at]
        at += 1
        if c != '%' or at >= len(format):
            out.append(c)
            continue
        c = format[at]
        at += 1
        if c == 'f':
            out.append('%06d' % getattr(value, 'microsecond', 0))
        elif c == 'z':
            offset = value.utcoffset() if hasattr(value, 'utcoffset') else None
            out.append(_offset_text(offset, ''))
        elif c == 'Z':
            name = value.tzname() if hasattr(value, 'tzname') else None
            out.append((name or '').replace('%', '%%'))
        else:
            out.append('%' + c)
    return _time.strftime(''.join(out), parts)


def _read_date(text):
    if len(text) == 10 and text[4] == '-' and text[7] == '-':
        digits = text[:4], text[5:7], text[8:]
    elif len(text) == 8 and text.isdigit():
        digits = text[:4], text[4:6], text[6:]
    elif 'W' in text and len(text) >= 7:
        compact = text.replace('-', '')
        year, week = int(compact[:4]), int(compact[5:7])
        return date.fromisocalendar(year, week, int(compact[7:8] or 1))
    else:
        raise ValueError()
    for part in digits:
        if not (part.isdigit() and part.isascii()):
            raise ValueError()
    return date(int(digits[0]), int(digits[1]), int(digits[2]))


def _read_clock(text):
    """Hour, minute, second, microsecond of hh[:mm[:ss[.ffffff]]]."""
    whole, dot, fraction = text.replace(',', '.').partition('.')
    micro = 0
    if dot:
        if not fraction.isdigit():
            raise ValueError()
        micro = int((fraction + '000000')[:6])
    parts = whole.split(':') if ':' in whole else [whole[at:at + 2] for at in range(0, len(whole), 2)]
    if not 1 <= len(parts) <= 3:
        raise ValueError()
    for part in parts:
        if len(part) != 2 or not (part.isdigit() and part.isascii()):
            raise ValueError()
    numbers = [int(part) for part in parts] + [0, 0]
    return numbers[0], numbers[1], numbers[2], micro


def _read_time(text):
    zone = None
    place = max(text.find('+'), text.find('-'))
    if text.endswith('Z'):
        zone = timezone.utc
        text = text[:-1]
    elif place >= 0:
        hour, minute, second, micro = _read_clock(text[place + 1:])
        offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
        if text[place] == '-':
            offset = -offset
        zone = timezone(offset) if offset else timezone.utc
        text = text[:place]
    return _read_clock(text) + (zone,)


class date:
    """A day."""

    __module__ = 'datetime'

    def __init__(self, year=None, month=None, day=None):
        self._year, self._month, self._day = _check_date(year, month, day)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    @classmethod
    def today(cls):
        """The day today."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        """The day of a number of seconds since 1970."""
        parts = _time.localtime(timestamp)
        return cls(parts[0], parts[1], parts[2])

    @classmethod
    def fromordinal(cls, n):
        """The day of a number of days since the year 1."""
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        year, month, day = from_ordinal(n)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string):
        """The day of a text such as '2024-01-31'."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            found = _read_date(date_string)
        except ValueError as problem:
            if problem.args:
                raise
            raise ValueError('Invalid isoformat string: %r' % date_string) from None
        return cls(found.year, found.month, found.day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of a week of a year."""
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError('Year is out of range: %d' % year)
        first = ordinal(year, 1, 4)
        monday = first - (first + 6) % 7
        last = (date(year, 12, 28).isocalendar())[1]
        if not 1 <= week <= last:
            raise ValueError('Invalid week: %d' % week)
        if not 1 <= day <= 7:
            raise ValueError('Invalid weekday: %d (range is [1, 7])' % day)
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    def toordinal(self):
        """The number of days since the year 1."""
        return ordinal(self._year, self._month, self._day)

    def weekday(self):
        """The day of the week: Monday is 0."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """The day of the week: Monday is 1."""
        return self.weekday() + 1

    def isocalendar(self):
        """Year, week and day of the week."""
        day = self.toordinal()
        thursday = day - (day + 6) % 7 + 3
        year = from_ordinal(thursday)[0]
        return IsoCalendarDate(year, (thursday - ordinal(year, 1, 1)) // 7 + 1, self.weekday() + 1)

    def isoformat(self):
        """The day as '2024-01-31'."""
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    def ctime(self):
        """The day as text."""
        return '%s %s %2d 00:00:00 %04d' % (DAYS[self.weekday()][:3], MONTHS[self._month - 1][:3], self._day,
                                            self._year)

    def timetuple(self):
        """The day as a struct_time."""
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def _yearday(self):
        return self.toordinal() - ordinal(self._year, 1, 1) + 1

    def strftime(self, format):
        """The day by a format such as '%d.%m.%Y'."""
        return _strftime(self, format, tuple(self.timetuple()))

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, year=None, month=None, day=None):
        """The day with some parts replaced."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if not 0 < n <= 3652059:
                raise OverflowError('date value out of range')
            return type(self).fromordinal(n)
        return _no('+', self, other, other)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else _no('+', other, self, other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return _no('-', self, other, other)

    def __rsub__(self, other):
        return _no('-', other, self, other)

    def _key(self):
        return (self._year, self._month, self._day)

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() < other._key()
        return _no('<', self, other, other)

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() <= other._key()
        return _no('<=', self, other, other)

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() > other._key()
        return _no('>', self, other, other)

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() >= other._key()
        return _no('>=', self, other, other)

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return 'datetime.date(%d, %d, %d)' % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class IsoCalendarDate:
    """Year, week and weekday: a tuple whose items have names."""

    __module__ = 'datetime'

    def __init__(self, year, week, weekday):
        self.year = year
        self.week = week
        self.weekday = weekday

    def _items(self):
        return (self.year, self.week, self.weekday)

    def __getitem__(self, index):
        return self._items()[index]

    def __len__(self):
        return 3

    def __iter__(self):
        return iter(self._items())

    def __eq__(self, other):
        return self._items() == tuple(other)

    def __hash__(self):
        return hash(self._items())

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % self._items()


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'hours':
        return '%02d' % hour
    if timespec == 'minutes':
        return '%02d:%02d' % (hour, minute)
    if timespec == 'seconds':
        return '%02d:%02d:%02d' % (hour, minute, second)
    if timespec == 'milliseconds':
        return '%02d:%02d:%02d.%03d' % (hour, minute, second, microsecond // 1000)
    if timespec == 'microseconds':
        return '%02d:%02d:%02d.%06d' % (hour, minute, second, microsecond)
    raise ValueError('Unknown timespec value')


class time:
    """A time of day."""

    __module__ = 'datetime'

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_zone(tzinfo)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond,
                                                                                fold)
        self._tzinfo = tzinfo
        self._fold = fold

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def fromisoformat(cls, time_string):
        """The time of a text such as '12:30:00'."""
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_read_time(time_string[1:] if time_string.startswith('T') else time_string))
        except ValueError as problem:
            if problem.args:
                raise
            raise ValueError('Invalid isoformat string: %r' % time_string) from None

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec='auto'):
        """The time as '12:30:00'."""
        return (_clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) +
                _offset_text(self.utcoffset()))

    def strftime(self, format):
        """The time by a format such as '%H:%M'."""
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The time with some parts replaced."""
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _key(self):
        offset = self.utcoffset()
        micro = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return micro if offset is None else micro - offset._total()

    def _pair(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key(), other._key()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        if not isinstance(other, time):
            return _no('<', self, other, other)
        a, b = self._pair(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, time):
            return _no('<=', self, other, other)
        a, b = self._pair(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, time):
            return _no('>', self, other, other)
        a, b = self._pair(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, time):
            return _no('>=', self, other, other)
        a, b = self._pair(other)
        return a >= b

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        text = '%d, %d' % (self._hour, self._minute)
        if self._second or self._microsecond:
            text += ', %d' % self._second
        if self._microsecond:
            text += ', %d' % self._microsecond
        if self._tzinfo is not None:
            text += ', tzinfo=%r' % self._tzinfo
        if self._fold:
            text += ', fold=1'
        return 'datetime.time(%s)' % text

    def __str__(self):
        return self.isoformat()


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_time_class = time
_EPOCH = 719163


class datetime(date):
    """A day and a time."""

    __module__ = 'datetime'

    def __init__(self, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond,
                                                                                fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def now(cls, tz=None):
        """The moment now."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        """The moment now."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        """The moment now in UTC, without a zone."""
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def _from(cls, timestamp, parts_of, tz):
        whole = timestamp // 1
        micro = _round((timestamp - whole) * 1000000)
        if micro >= 1000000:
            whole += 1
            micro -= 1000000
        p = parts_of(int(whole))
        return cls(p[0], p[1], p[2], p[3], p[4], min(p[5], 59), micro, tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a number of seconds since 1970."""
        _check_zone(tz)
        if tz is None:
            return cls._from(timestamp, _time.localtime, None)
        return tz.fromutc(cls._from(timestamp, _time.gmtime, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        """The moment of a number of seconds since 1970 in UTC, without a zone."""
        return cls._from(timestamp, _time.gmtime, None)

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        year, month, day = from_ordinal(n)
        return cls(year, month, day)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time put together."""
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromisoformat(cls, date_string):
        """The moment of a text such as '2024-01-31T12:30:00'."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            length = 8 if date_string[:8].isdigit() else 10
            day = _read_date(date_string[:length])
            clock = (0, 0, 0, 0, None)
            if len(date_string) > length:
                if len(date_string) == length + 1:
                    raise ValueError()
                clock = _read_time(date_string[length + 1:])
        except ValueError as problem:
            if problem.args:
                raise
            raise ValueError('Invalid isoformat string: %r' % date_string) from None
        return cls(day.year, day.month, day.day, *clock)

    @classmethod
    def strptime(cls, date_string, format):
        """The moment of a text, by a format such as '%d.%m.%Y %H:%M'."""
        p = parse(date_string, format)
        zone = None
        if p['offset'] is not None:
            delta = timedelta(seconds=p['offset'])
            zone = timezone(delta, p['zone']) if p['zone'] else timezone(delta) if delta else timezone.utc
        return cls(p['year'], p['month'], p['day'], p['hour'], p['minute'], p['second'], p['microsecond'], zone)

    def date(self):
        """The day alone."""
        return date(self._year, self._month, self._day)

    def time(self):
        """The time alone, without its zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time alone, with its zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _micro(self):
        """Microseconds since the year 1."""
        return (((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second) * 1000000 + (
            self._microsecond)

    def timestamp(self):
        """Seconds since 1970."""
        offset = self.utcoffset()
        if offset is None:
            parts = (self._year, self._month, self._day, self._hour, self._minute, self._second, 0, 1, -1)
            return _time.mktime(parts) + self._microsecond / 1e6
        return (self._micro() - offset._total() - _EPOCH * 86400000000) / 10**6

    def timetuple(self):
        """The moment as a struct_time."""
        daylight = self.dst()
        daylight = -1 if daylight is None else 1 if daylight else 0
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self._yearday(), daylight))

    def utctimetuple(self):
        """The moment in UTC as a struct_time."""
        offset = self.utcoffset()
        moved = self - offset if offset else self
        return _time.struct_time((moved._year, moved._month, moved._day, moved._hour, moved._minute, moved._second,
                                  moved.weekday(), moved._yearday(), 0))

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        offset = self.utcoffset()
        if offset is None:
            offset = timedelta(seconds=_time.localtime(self.timestamp()).tm_gmtoff)
        if tz is None:
            parts = _time.localtime((self._micro() - offset._total()) // 1000000 - _EPOCH * 86400)
            tz = timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)
        _check_zone(tz)
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """The moment with some parts replaced."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def isoformat(self, sep='T', timespec='auto'):
        """The moment as '2024-01-31T12:30:00'."""
        return ('%04d-%02d-%02d%s' % (self._year, self._month, self._day, sep) +
                _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) +
                _offset_text(self.utcoffset()))

    def ctime(self):
        return '%s %s %2d %02d:%02d:%02d %04d' % (DAYS[self.weekday()][:3], MONTHS[self._month - 1][:3], self._day,
                                                  self._hour, self._minute, self._second, self._year)

    def strftime(self, format):
        return _strftime(self, format, tuple(self.timetuple()))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return _no('+', self, other, other)
        total = self._micro() + other._total()
        days, rest = divmod(total, 86400000000)
        if not 0 < days <= 3652059:
            raise OverflowError('date value out of range')
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        year, month, day = from_ordinal(days)
        return type(self)(year, month, day, minutes // 60, minutes % 60, second, micro, self._tzinfo)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else _no('+', other, self, other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if isinstance(other, datetime):
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            total = self._micro() - other._micro()
            if mine is not None:
                total += others._total() - mine._total()
            return timedelta._of(total)
        return _no('-', self, other, other)

    def __rsub__(self, other):
        return _no('-', other, self, other)

    def _pair(self, other):
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        if mine is None:
            return self._micro(), other._micro()
        return self._micro() - mine._total(), other._micro() - others._total()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        a, b = self._pair(other)
        return a == b

    def _order(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return None
        return self._pair(other)

    def __lt__(self, other):
        pair = self._order(other)
        return _no('<', self, other, other) if pair is None else pair[0] < pair[1]

    def __le__(self, other):
        pair = self._order(other)
        return _no('<=', self, other, other) if pair is None else pair[0] <= pair[1]

    def __gt__(self, other):
        pair = self._order(other)
        return _no('>', self, other, other) if pair is None else pair[0] > pair[1]

    def __ge__(self, other):
        pair = self._order(other)
        return _no('>=', self, other, other) if pair is None else pair[0] >= pair[1]

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._micro() if offset is None else self._micro() - offset._total())

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ', '.join([str(part) for part in parts])
        if self._tzinfo is not None:
            text += ', tzinfo=%r' % self._tzinfo
        if self._fold:
            text += ', fold=1'
        return 'datetime.datetime(%s)' % text

    def __str__(self):
        return self.isoformat(' ')


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
