"""Times of day, and how they are read and written, for datetime."""
import time as _time
from _duration_core import is_time as _is_time
from _duration import timedelta, timezone, _check_zone, _no, _offset_text


def _index(value):
    if isinstance(value, int):
        return value
    if isinstance(value, float) or not hasattr(value, '__index__'):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return value.__index__()


def _check_time(hour, minute, second, microsecond, fold):
    if _is_time(hour, minute, second, microsecond) and fold in (0, 1):
        return hour, minute, second, microsecond
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
