"""Zones of time, for datetime; durations are in C."""
from _duration_core import timedelta


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
        if name is not None and not isinstance(name, str):
            raise TypeError('timezone() argument 2 must be str, not %s' % type(name).__name__)
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
