"""Durations and zones of time, for datetime."""


def _round(x):
    """To the nearest integer, halves to even."""
    return int(round(x))


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


_PLAIN = (int, float, str, bytes, list, tuple, dict, set, type(None))


def _named(value):
    """The name of a value's type as CPython's C classes give it in errors: datetime.date, int."""
    kind = type(value)
    return 'datetime.' + kind.__name__ if kind.__module__ == 'datetime' else kind.__name__


def _no(sign, a, b, other):
    """The answer of an operator to what it cannot take: other classes are asked, plain values are an error."""
    if type(other) not in _PLAIN and type(other).__module__ != 'datetime':
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
