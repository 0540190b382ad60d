"""datetime: dates, times, durations."""
import time as _time
from _strptime import MONTHS, DAYS, is_leap, ordinal, from_ordinal, parse
from _duration_core import is_day as _is_day
from _moments import day_of as _day_of, micro_of as _micro_of, new_date as _new_date, new_datetime as _new_datetime
from _duration import timedelta, tzinfo, timezone, _check_zone, _no, _offset_text, _round
from _clock import time, _check_time, _clock_text, _index, _read_time, _strftime

MINYEAR = 1
MAXYEAR = 9999
UTC = timezone.utc
_DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def _days_in(year, month):
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month - 1]


def _check_date(year, month, day):
    if _is_day(year, month, day):
        return year, month, day
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
            raise ValueError('Invalid day: %d (range is [1, 7])' % day)
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    def toordinal(self):
        """The number of days since the year 1."""
        return _day_of(self)

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
            return _new_date(date, n) if type(self) is date else type(self).fromordinal(n)
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
            return _day_of(self) == _day_of(other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return _day_of(self) < _day_of(other)
        return _no('<', self, other, other)

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return _day_of(self) <= _day_of(other)
        return _no('<=', self, other, other)

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return _day_of(self) > _day_of(other)
        return _no('>', self, other, other)

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return _day_of(self) >= _day_of(other)
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


_time_class = time
_EPOCH = 719163


class datetime(date):
    """A day and a time."""

    __module__ = 'datetime'

    def __init__(self, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                 fold=0):
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
        year, month, day = from_ordinal(n)
        return cls(year, month, day)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time put together."""
        for at, value, kind in ((1, date, _PARTS[0]), (2, time, _PARTS[1])):
            if not isinstance(value, kind):
                raise TypeError('combine() argument %d must be datetime.%s, not %s' %
                                (at, kind.__name__, type(value).__name__))
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
        for at, text in ((1, date_string), (2, format)):
            if not isinstance(text, str):
                raise TypeError('strptime() argument %d must be str, not %s' % (at, type(text).__name__))
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
        return _micro_of(self)

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
        total = _micro_of(self) + other._total()
        if type(self) is datetime:
            return _new_datetime(datetime, total, self._tzinfo)
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
        if self._tzinfo is None and other._tzinfo is None:
            return _micro_of(self), _micro_of(other)
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
_PARTS = date, time
