"""How pandas reads a date or time from a text."""
import datetime as _datetime
import re
from _pandas_calendar import MONTHS, month_length

_ISO = re.compile(r'(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$')
_TIME = re.compile(r'(.*?)(?:[T ]\s*|:(?=\d\d:\d\d:\d\d))(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*'
                   r'([AaPp][Mm])?\s*Z?$')
_NUMBERS = re.compile(r'(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$')
_NAMED = re.compile(r'(?:[A-Za-z]{3,9},?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[-\s/]+)?([A-Za-z]{3,9})\.?[-\s/]*'
                    r'(?:(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+))?(\d{4}|\d{2})?$')


class DateParseError(ValueError):
    """A text that is no date."""
    __module__ = 'pandas.errors'


def _month_of(word):
    for k, name in enumerate(MONTHS):
        if word.lower() in (name.lower(), name[:3].lower()) or word.lower() == 'sept' and k == 8:
            return k + 1
    return None


def read_parts(text, dayfirst=False):
    """(year, month or None, day or None, hour, minute, second, micros, whether a time was there, strptime's format or
    None), or None where the text is no date."""
    whole, time, stamp = text.strip(), (0, 0, 0, 0), ''
    found = _TIME.match(whole)
    timed = found is not None and found.group(1).strip() != ''
    if timed:
        between = 'T' if whole[found.end(1)] == 'T' else ' '
        whole = found.group(1).strip().rstrip(',')
        hour = int(found.group(2))
        if found.group(6):
            hour = hour % 12 + (12 if found.group(6).lower() == 'pm' else 0)
        micro = (found.group(5) or '').ljust(6, '0')[:6]
        time = (hour, int(found.group(3)), int(found.group(4) or 0), int(micro or 0))
        stamp = between + ('%I:%M' if found.group(6) else '%H:%M') + (':%S' if found.group(4) else '') + (
            '.%f' if found.group(5) else '') + (' %p' if found.group(6) else '')
    found = _ISO.match(whole)
    if found:
        sep = found.group(2)
        day = found.group(4)
        form = f'%Y{sep}%m' + (f'{sep}%d' if day else '') + stamp
        return (int(found.group(1)), int(found.group(3)), int(day) if day else None) + time + (timed, form)
    if whole.isdigit() and len(whole) in (4, 8):
        if len(whole) == 4:
            return (int(whole), None, None) + time + (timed, '%Y' + stamp)
        return (int(whole[:4]), int(whole[4:6]), int(whole[6:])) + time + (timed, '%Y%m%d' + stamp)
    found = _NUMBERS.match(whole)
    if found:
        a, b, sep, year = int(found.group(1)), int(found.group(3)), found.group(2), found.group(4)
        first = dayfirst and b <= 12 or a > 12
        form = (f'%d{sep}%m{sep}' if first else f'%m{sep}%d{sep}') + ('%Y' if len(year) == 4 else '%y') + stamp
        year = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 69 else 1900 + int(year)
        return (year, b if first else a, a if first else b) + time + (timed, form)
    found = _NAMED.match(whole)
    if found and _month_of(found.group(2)) and found.group(4):
        day = found.group(1) or found.group(3)
        year = int(found.group(4))
        year = year if len(found.group(4)) == 4 else 2000 + year if year < 69 else 1900 + year
        return (year, _month_of(found.group(2)), int(day) if day else None) + time + (timed, None)
    return None


def read_moment(text, dayfirst=False):
    """The moment that a text names; DateParseError, or ValueError where day and month are numbers before the year."""
    clean = text.strip()
    if clean.lower() in ('now', 'today'):
        return _datetime.datetime.now()
    parts = read_parts(clean, dayfirst)
    if parts is None:
        raise DateParseError(f"Unknown datetime string format, unable to parse: {text}")
    year, month, day, hour, minute, second, micros = parts[:7]
    year_last = parts[8] is not None and parts[8][:2] in ('%d', '%m')
    if month is not None and not 1 <= month <= 12:
        if year_last:
            first, second = _NUMBERS.match(clean.split()[0]).group(1, 3)
            raise DateParseError(f"Invalid date specified ({int(first)}/{int(second)})")
        raise DateParseError(f"month must be in 1..12: {text}")
    if day is not None and not 1 <= day <= month_length(year, month):
        if year_last:
            raise ValueError("day is out of range for month")
        raise DateParseError(f"day is out of range for month: {text}")
    for name, value, most in (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59)):
        if value > most:
            raise DateParseError(f"{name} must be in 0..{most}: {text}")
    return _datetime.datetime(year, month or 1, day or 1, hour, minute, second, micros)


def bounds(text):
    """(first moment, last moment, 'year', 'month', 'day' or 'second') of the span that a text names."""
    parts = read_parts(text)
    from _pandas_time import Timestamp
    start = Timestamp(read_moment(text))
    if parts[7]:
        return start, start, 'second'
    if parts[1] is None:
        return start, Timestamp(start.year, 12, 31, 23, 59, 59, 999999), 'year'
    if parts[2] is None:
        return start, Timestamp(start.year, start.month, start.days_in_month, 23, 59, 59, 999999), 'month'
    return start, Timestamp(start.year, start.month, start.day, 23, 59, 59, 999999), 'day'
