"""Times read from text by a format, for time.strptime and datetime.strptime."""
import re
import time
from _moments import ordinal, from_ordinal

MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
          'December']
DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']


def _names(words):
    return '(?P<%s>' + '|'.join(sorted(words, key=len, reverse=True)) + ')'


_FIELDS = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])', 'f': r'(?P<f>[0-9]{1,6})', 'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])', 'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])',
    'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])', 'M': r'(?P<M>[0-5]\d|\d)', 'S': r'(?P<S>6[0-1]|[0-5]\d|\d)',
    'U': r'(?P<U>5[0-3]|[0-4]\d|\d)', 'W': r'(?P<W>5[0-3]|[0-4]\d|\d)', 'w': r'(?P<w>[0-6])', 'u': r'(?P<u>[1-7])',
    'y': r'(?P<y>\d\d)', 'Y': r'(?P<Y>\d\d\d\d)', 'G': r'(?P<G>\d\d\d\d)', 'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)',
    'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))', 'p': '(?P<p>am|pm)', 'Z': '(?P<Z>utc|gmt|%s)',
    'A': _names(DAYS) % 'A', 'a': _names([day[:3] for day in DAYS]) % 'a', 'B': _names(MONTHS) % 'B',
    'b': _names([month[:3] for month in MONTHS]) % 'b', '%': '%',
}
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_cache = {}


def _pattern(format):
    made = _cache.get(format)
    if made is not None:
        return made
    text = format
    for letter, whole in _WHOLE.items():
        text = text.replace('%' + letter, whole)
    out = []
    at = 0
    while at < len(text):
        c = text[at]
        at += 1
        if c == '%':
            if at >= len(text):
                raise ValueError("stray %% in format '%s'" % format)
            letter = text[at]
            at += 1
            if letter not in _FIELDS:
                raise ValueError("'%s' is a bad directive in format '%s'" % (letter, format))
            field = _FIELDS[letter]
            if letter == 'Z':
                field = field % '|'.join([re.escape(name.lower()) for name in time.tzname])
            out.append(field)
        elif c.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
            out.append(r'\s+')
        else:
            out.append(re.escape(c))
    made = re.compile(''.join(out), re.IGNORECASE)
    _cache[format] = made
    return made


def _index(names, text):
    text = text.lower()
    return [name.lower() for name in names].index(text)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _is_iso(found, weekday):
    """Whether ISO's year, week and day of the week are there, which go together, and with no other year."""
    days = "and a weekday directive ('%A', '%a', '%w', or '%u')."
    if 'G' in found and not {'Y', 'y'} & set(found):
        if 'V' not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' " + days)
        if 'j' in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        return True
    if 'V' in found and not {'U', 'W'} & set(found):
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' " + days)
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    return False


def parse(string, format):
    """A dict of the parts: year to microsecond, weekday, yearday, offset (seconds or None), zone.

    time.strptime() counts its arguments from 0; datetime.strptime() checks them before."""
    for index, argument in enumerate((string, format)):
        if not isinstance(argument, str):
            raise TypeError('strptime() argument %d must be str, not %s' % (index, type(argument)))
    match = _pattern(format).match(string)
    if match is None:
        raise ValueError('time data %r does not match format %r' % (string, format))
    if match.end() != len(string):
        raise ValueError('unconverted data remains: ' + string[match.end():])
    found = match.groupdict()
    out = {'year': None, 'month': 1, 'day': 1, 'hour': 0, 'minute': 0, 'second': 0, 'microsecond': 0, 'weekday': None,
           'yearday': None, 'offset': None, 'zone': None, 'fraction': 0}
    if 'y' in found:
        year = int(found['y'])
        out['year'] = year + (2000 if year <= 68 else 1900)
    if 'Y' in found:
        out['year'] = int(found['Y'])
    if 'm' in found:
        out['month'] = int(found['m'])
    if 'B' in found:
        out['month'] = _index(MONTHS, found['B']) + 1
    if 'b' in found:
        out['month'] = _index([month[:3] for month in MONTHS], found['b']) + 1
    if 'd' in found:
        out['day'] = int(found['d'])
    if 'H' in found:
        out['hour'] = int(found['H'])
    if 'I' in found:
        hour = int(found['I']) % 12
        if (found.get('p') or '').lower() == 'pm':
            hour += 12
        out['hour'] = hour
    if 'M' in found:
        out['minute'] = int(found['M'])
    if 'S' in found:
        out['second'] = int(found['S'])
    if 'f' in found:
        out['microsecond'] = int(found['f'] + '0' * (6 - len(found['f'])))
    if 'A' in found:
        out['weekday'] = _index(DAYS, found['A'])
    if 'a' in found:
        out['weekday'] = _index([day[:3] for day in DAYS], found['a'])
    if 'w' in found:
        out['weekday'] = (int(found['w']) + 6) % 7
    if 'u' in found:
        out['weekday'] = int(found['u']) - 1
    if 'j' in found:
        out['yearday'] = int(found['j'])
    if found.get('z'):
        text = found['z']
        if text == 'Z':
            out['offset'] = 0
        else:
            digits = text[1:].replace(':', '')
            seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
            out['offset'] = -seconds if text[0] == '-' else seconds
    if found.get('Z'):
        out['zone'] = found['Z']
    has_year = out['year'] is not None
    year = out['year'] if has_year else 1900
    if not has_year and out['month'] == 2 and out['day'] == 29:
        year = 1904
    week = found.get('U') or found.get('W')
    if _is_iso(found, out['weekday']):
        jan_4 = ordinal(int(found['G']), 1, 4)
        number = jan_4 - (jan_4 + 6) % 7 + 7 * (int(found['V']) - 1) + out['weekday']
        out['year'], out['month'], out['day'] = year, _, _ = from_ordinal(number)
        out['yearday'] = number - ordinal(year, 1, 1) + 1
        return out
    if out['yearday'] is None and week is not None and out['weekday'] is not None and has_year:
        first = (ordinal(year, 1, 1) + 6) % 7
        weekday = out['weekday']
        if 'U' in found:
            first, weekday = (first + 1) % 7, (weekday + 1) % 7
        lead = (7 - first) % 7
        number = int(week)
        day = 1 + weekday - first if number == 0 else 1 + lead + 7 * (number - 1) + weekday
        out['yearday'] = day
        if day <= 0:
            year -= 1
            out['yearday'] = day + (366 if is_leap(year) else 365)
    if out['yearday'] is not None and 'm' not in found and 'd' not in found:
        year, out['month'], out['day'] = from_ordinal(ordinal(year, 1, 1) + out['yearday'] - 1)
    out['year'] = year if has_year or year != 1904 else 1900
    if out['yearday'] is None:
        out['yearday'] = ordinal(year, out['month'], out['day']) - ordinal(year, 1, 1) + 1
    if out['weekday'] is None:
        out['weekday'] = (ordinal(year, out['month'], out['day']) + 6) % 7
    return out


def struct_time_of(string, format='%a %b %d %H:%M:%S %Y'):
    """A text as a struct_time, by a format."""
    parts = parse(string, format)
    zone = parts['zone']
    daylight = -1
    if zone is not None:
        lower = zone.lower()
        daylight = 0 if lower in ('utc', 'gmt', time.tzname[0].lower()) else 1
        zone = next((name for name in ('UTC', 'GMT') + time.tzname if name.lower() == lower), zone)
    return time.struct_time((parts['year'], parts['month'], parts['day'], parts['hour'], parts['minute'],
                             parts['second'], parts['weekday'], parts['yearday'], daylight, zone, parts['offset']))


def moment_of(cls, date_string, format):
    """A datetime of a class, by a format."""
    from datetime import timedelta, timezone
    p = parse(date_string, format)
    if p['offset'] is None:
        return cls(p['year'], p['month'], p['day'], p['hour'], p['minute'], p['second'], p['microsecond'])
    delta = timedelta(seconds=p['offset'])
    zone = timezone(delta, p['zone']) if p['zone'] else timezone(delta)
    return cls(p['year'], p['month'], p['day'], p['hour'], p['minute'], p['second'], p['microsecond'], zone)
