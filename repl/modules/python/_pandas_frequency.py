"""How often: 'D', '2h', 'W-SUN', 'ME' and the other frequencies of date_range and resample."""
import datetime as _datetime
import re
from _pandas_calendar import month_length
from _pandas_time import Timedelta, Timestamp, moment_of

_FIXED = {'D': 86400000000, 'h': 3600000000, 'min': 60000000, 's': 1000000, 'ms': 1000, 'us': 1}
_NAMES = {'D': 'Day', 'h': 'Hour', 'min': 'Minute', 's': 'Second', 'ms': 'Milli', 'us': 'Micro', 'ME': 'MonthEnd',
          'MS': 'MonthBegin', 'QE': 'QuarterEnd', 'QS': 'QuarterBegin', 'YE': 'YearEnd', 'YS': 'YearBegin',
          'B': 'BusinessDay', 'W': 'Week'}
_WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']
_MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
_SPELLED = {'d': 'D', 'w': 'W', 'Min': 'min', 'MIN': 'min'}
_RENAMED = {'H': 'h', 'T': 'min', 'S': 's', 'L': 'ms', 'U': 'us', 'A': 'Y'}
_GONE = {'M': 'ME', 'Q': 'QE', 'Y': 'YE', 'BM': 'BME'}
_REFUSED = 'Invalid frequency: {}. Failed to parse with error message: {}'


class Frequency:
    """`count` times a base; weeks, quarters and years have an anchor, a weekday or a month."""

    def __init__(self, base, count=1, anchor=None):
        self.base, self.n, self.anchor = base, count, anchor
        self.micros = _FIXED[base] * count if base in _FIXED else None

    @property
    def name(self):
        """As date_range takes it: '2W-SUN'."""
        anchors = {'W': _WEEKDAYS, 'QE': _MONTHS, 'QS': _MONTHS, 'YE': _MONTHS, 'YS': _MONTHS}
        text = self.base + ('-' + anchors[self.base][self.anchor] if self.base in anchors else '')
        return text if self.n == 1 else f'{self.n}{text}'

    freqstr = name

    def __eq__(self, other):
        return self.name == (other if isinstance(other, str) else getattr(other, 'name', None))

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        name = _NAMES[self.base]
        more = {'W': f': weekday={self.anchor}', 'QE': f': startingMonth={(self.anchor or 0) + 1}',
                'QS': f': startingMonth={(self.anchor or 0) + 1}', 'YE': f': month={(self.anchor or 0) + 1}',
                'YS': f': month={(self.anchor or 0) + 1}'}.get(self.base, '')
        return f'<{name}{more}>' if self.n == 1 else f'<{self.n} * {name}s{more}>'

    @property
    def ends(self):
        """Whether its moments stand at the end of what they name."""
        return self.base in ('W', 'ME', 'QE', 'YE')

    def is_on(self, t):
        """Whether a moment's day is one of the frequency's."""
        base = self.base
        if base == 'W':
            return t.weekday() == self.anchor
        if base == 'B':
            return t.weekday() < 5
        last = t.day == month_length(t.year, t.month)
        if base == 'ME':
            return last
        if base == 'MS':
            return t.day == 1
        if base in ('QE', 'QS'):
            return (t.month - 1 - self.anchor) % 3 == 0 and (last if base == 'QE' else t.day == 1)
        if base in ('YE', 'YS'):
            return t.month - 1 == self.anchor and (last if base == 'YE' else t.day == 1)
        return True

    def forward(self, t):
        """The first of its moments from t on."""
        return t if self.is_on(t) else self._one(t, 1)

    def back(self, t):
        """The last of its moments up to t."""
        return t if self.is_on(t) else self._one(t, -1)

    def step(self, t, sign=1):
        """The moment `n` later (or earlier)."""
        if self.micros is not None:
            return t + Timedelta(_datetime.timedelta(microseconds=sign * self.micros))
        for _ in range(self.n):
            t = self._one(t, sign)
        return t

    def _one(self, t, sign):
        """The next (or last) of its moments after (before) t."""
        day = Timedelta(1, 'D')
        if self.base in ('W', 'B'):
            t = t + day if sign > 0 else t - day
            while not self.is_on(t):
                t = t + day if sign > 0 else t - day
            return t
        year, month = t.year, t.month
        ends = self.base in ('ME', 'QE', 'YE')
        while True:
            day_of = month_length(year, month) if ends else 1
            at = Timestamp(year, month, day_of, t.hour, t.minute, t.second, t.microsecond)
            if (at > t if sign > 0 else at < t) and self.is_on(at):
                return at
            year, month = (year, month + sign) if 1 <= month + sign <= 12 else (year + sign, 1 if sign > 0 else 12)


def frequency(text):
    """The Frequency of a text (or of one); ValueError."""
    if isinstance(text, Frequency):
        return text
    if isinstance(text, _datetime.timedelta):
        micros = Timedelta(text)._micros
        for base in ('D', 'h', 'min', 's', 'ms', 'us'):
            if micros % _FIXED[base] == 0:
                return Frequency(base, micros // _FIXED[base])
    found = re.match(r'(\d*\.?\d*)([A-Za-z]+)(?:-([A-Z]{3}))?$', text.strip())
    if found is None:
        raise ValueError(_REFUSED.format(text, "ValueError('last element must be blank')"))
    base = found.group(2)
    if base in _GONE or base == 'm':
        raise ValueError(_REFUSED.format(text, f"ValueError(\"'{base}' is no longer supported for offsets. Please use "
                                               f"'{_GONE[base.upper()]}' instead.\")"))
    if base in _RENAMED:
        hint = f'Did you mean {_RENAMED[base]}?'
        raise ValueError(_REFUSED.format(text, f"ValueError('Invalid frequency: {base}. {hint}') {hint}"))
    if base not in _NAMES and base not in _SPELLED or found.group(3) not in (None, *_WEEKDAYS, *_MONTHS):
        word = base if found.group(3) is None else found.group(3)
        whole = base if found.group(3) is None else f'{base}-{found.group(3)}'
        inner = _REFUSED.format(whole, f"KeyError('{word}')")
        raise ValueError(_REFUSED.format(text, f'ValueError("{inner}.")'))
    base = _SPELLED.get(base, base)
    amount, anchor = float(found.group(1) or 1), found.group(3)
    if amount != int(amount):
        return frequency(_datetime.timedelta(microseconds=_FIXED[base] * amount))
    count = int(amount)
    if base == 'W':
        return Frequency(base, count, _WEEKDAYS.index(anchor or 'SUN'))
    if base in ('QE', 'YE'):
        return Frequency(base, count, _MONTHS.index(anchor or 'DEC'))
    if base in ('QS', 'YS'):
        return Frequency(base, count, _MONTHS.index(anchor or 'JAN'))
    return Frequency(base, count)


def date_range(start=None, end=None, periods=None, freq=None, tz=None, normalize=False, name=None, inclusive='both'):
    """Moments from one to another, or so many of them, a frequency apart."""
    from _pandas_dates import DatetimeIndex
    if tz is not None:
        raise NotImplementedError("nnsh's pandas has no time zones: leave tz away")
    if freq is None and sum(v is None for v in (start, end, periods)) > 0:
        freq = 'D'
    if sum(v is not None for v in (start, end, periods, freq)) != 3:
        raise ValueError("Of the four parameters: start, end, periods, and freq, exactly three must be specified")
    start = None if start is None else Timestamp(start)
    end = None if end is None else Timestamp(end)
    if freq is None:
        first, span = start._micros, end._micros - start._micros
        out = [moment_of(first + (span * i) // max(periods - 1, 1)) for i in range(periods)]
        return DatetimeIndex(out, name=name)
    each = frequency(freq)
    out = []
    if start is not None:
        t = each.forward(start)
        while (end is None or t <= end) and (periods is None or len(out) < periods):
            out.append(t)
            t = each.step(t)
    else:
        t = each.back(end)
        while len(out) < periods:
            out.append(t)
            t = each.step(t, -1)
        out.reverse()
    if inclusive in ('left', 'neither') and out and out[-1] == end:
        out.pop()
    if inclusive in ('right', 'neither') and out and out[0] == start:
        out.pop(0)
    made = DatetimeIndex(out, name=name)
    made.freq = each
    return made


def bdate_range(start=None, end=None, periods=None, freq='B', tz=None, normalize=True, name=None, inclusive='both'):
    """Mondays to Fridays from one to another, or so many of them."""
    return date_range(start, end, periods, freq, tz, normalize, name, inclusive)


class DateOffset:
    """Days, months, years and so on to be added to a moment; months keep the day where they can."""
    __module__ = 'pandas.tseries.offsets'

    def __init__(self, n=1, years=0, months=0, weeks=0, days=0, hours=0, minutes=0, seconds=0):
        self.n, self.months = n, 12 * years + months
        self.rest = _datetime.timedelta(days=days, weeks=weeks, hours=hours, minutes=minutes, seconds=seconds)
        if not self.months and not self.rest:
            self.rest = _datetime.timedelta(days=1)

    def _moved(self, t, sign):
        t = Timestamp(t)
        at = t.year * 12 + t.month - 1 + sign * self.n * self.months
        year, month = at // 12, at % 12 + 1
        day = min(t.day, month_length(year, month))
        return t.replace(year=year, month=month, day=day) + Timedelta(self.rest * (sign * self.n))

    def __radd__(self, t):
        if isinstance(t, _datetime.datetime):
            return self._moved(t, 1)
        return NotImplemented

    __add__ = __radd__

    def __rsub__(self, t):
        return self._moved(t, -1) if isinstance(t, _datetime.datetime) else NotImplemented


def spans(times, each):
    """resample's bins: (the label of each, the number of the bin of each moment)."""
    labels, numbers = [], []
    if each.micros is not None:
        origin = times[0].normalize()._micros if len(times) else 0
        low = min(times)._micros
        origin = min(times).normalize()._micros
        first = origin + (low - origin) // each.micros * each.micros
        numbers = [(t._micros - first) // each.micros for t in times]
        count = max(numbers) + 1
        return [moment_of(first + i * each.micros) for i in range(count)], numbers
    days = [t.normalize() for t in times]
    low, high = min(days), max(days)
    at = each.forward(low) if each.ends else each.back(low)
    labels.append(at)
    while at < high if each.ends else each.step(at) <= high:
        at = each.step(at)
        labels.append(at)
    import bisect
    keys = [label._micros for label in labels]
    for day in days:
        place = bisect.bisect_left(keys, day._micros) if each.ends else bisect.bisect_right(keys, day._micros) - 1
        numbers.append(place)
    return labels, numbers
