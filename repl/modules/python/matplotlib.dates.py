"""matplotlib.dates: days since 1970 as numbers, and ticks for them."""
import datetime as _datetime
import math
import numpy as np
from matplotlib.ticker import Formatter, Locator

_EPOCH = _datetime.datetime(1970, 1, 1)
MO, TU, WE, TH, FR, SA, SU = range(7)


def _one(value):
    if value is None or getattr(value, 'isoformat', None) is None or not hasattr(value, 'toordinal'):
        return float('nan')
    if not isinstance(value, _datetime.datetime):
        return float((value - _EPOCH.date()).days)
    gap = _datetime.datetime(value.year, value.month, value.day, value.hour, value.minute, value.second,
                             value.microsecond) - _EPOCH
    return gap.days + (gap.seconds + gap.microseconds / 1000000) / 86400


def date2num(d):
    """Days since 1970 of a date or of several."""
    if hasattr(d, 'toordinal') or not hasattr(d, '__iter__'):
        return np.float64(_one(d)) if hasattr(d, 'toordinal') else d
    return np.array([_one(v) if hasattr(v, 'toordinal') or not isinstance(v, (int, float)) else float(v) for v in d])


def num2date(x, tz=None):
    """The moments some days after 1970, in UTC."""
    if np.ndim(x) > 0:
        return [num2date(v) for v in x]
    micros = round(float(x) * 86400 * 1000000 / 20) * 20 if abs(float(x)) > 70 * 365 else round(float(x) * 86400 * 1e6)
    return (_EPOCH + _datetime.timedelta(microseconds=micros)).replace(tzinfo=_datetime.timezone.utc)


def _plain(x):
    return num2date(x).replace(tzinfo=None)


class _Calendar(Locator):
    """Ticks at moments of the calendar: self._first(moment) and self._next(moment)."""

    def __init__(self, interval=1, tz=None):
        self.interval = interval

    def tick_values(self, vmin, vmax):
        if hasattr(vmin, 'toordinal'):
            vmin, vmax = date2num(vmin), date2num(vmax)
        if not (vmin == vmin and vmax == vmax) or vmax - vmin > 4000000 or vmin < -719162:
            return np.array([])
        low, high = _plain(min(vmin, vmax)), _plain(max(vmin, vmax))
        at, out = self._first(low), []
        while at <= high and len(out) < 1000:
            if at >= low:
                out.append(_one(at))
            at = self._next(at)
        return np.array(out)


class YearLocator(_Calendar):
    """Years that `base` divides."""

    def __init__(self, base=1, month=1, day=1, tz=None):
        self.interval, self.month, self.day = base, month, day

    def _first(self, low):
        return _datetime.datetime(max(low.year // self.interval * self.interval, 1), self.month, self.day)

    def _next(self, at):
        return at.replace(year=at.year + self.interval)


class MonthLocator(_Calendar):
    """Months, each or some of them."""

    def __init__(self, bymonth=None, bymonthday=1, interval=1, tz=None):
        self.months = list(range(1, 13)) if bymonth is None else \
            [bymonth] if isinstance(bymonth, int) else list(bymonth)
        self.day, self.interval = bymonthday if isinstance(bymonthday, int) else bymonthday[0], interval

    def _first(self, low):
        at = _datetime.datetime(low.year, low.month, self.day)
        return at if at.month in self.months else self._step(at, 1)

    def _step(self, at, many):
        for _ in range(many):
            at = at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)
            while at.month not in self.months:
                at = at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)
        return at

    def _next(self, at):
        return self._step(at, self.interval)


class _Steps(_Calendar):
    _unit = _datetime.timedelta(days=1)

    def _first(self, low):
        start = _datetime.datetime(low.year, low.month, low.day)
        if self._unit.days:
            return start if start >= low else start + self._unit
        step = self._unit * self.interval
        return start + step * math.ceil((low - start) / step)

    def _next(self, at):
        return at + self._unit * self.interval


class DayLocator(_Steps):
    """Days."""

    def __init__(self, bymonthday=None, interval=1, tz=None):
        self.interval = interval


class WeekdayLocator(_Steps):
    """One day of each week."""
    _unit = _datetime.timedelta(days=7)

    def __init__(self, byweekday=0, interval=1, tz=None):
        self.weekday, self.interval = byweekday if isinstance(byweekday, int) else list(byweekday)[0], interval

    def _first(self, low):
        start = _datetime.datetime(low.year, low.month, low.day)
        return start + _datetime.timedelta(days=(self.weekday - start.weekday()) % 7)


class HourLocator(_Steps):
    """Hours."""
    _unit = _datetime.timedelta(hours=1)

    def __init__(self, byhour=None, interval=1, tz=None):
        self.interval = interval


class MinuteLocator(_Steps):
    """Minutes."""
    _unit = _datetime.timedelta(minutes=1)

    def __init__(self, byminute=None, interval=1, tz=None):
        self.interval = interval


class SecondLocator(_Steps):
    """Seconds."""
    _unit = _datetime.timedelta(seconds=1)

    def __init__(self, bysecond=None, interval=1, tz=None):
        self.interval = interval


class AutoDateLocator(_Calendar):
    """Years, months, days, hours or minutes: what gives five to eight ticks."""

    def __init__(self, tz=None, minticks=5, maxticks=None, interval_multiples=True):
        self.minticks, self.maxticks = minticks, maxticks

    def _chosen(self, days):
        for kind, each, counts in ((YearLocator, 365.25, (1, 2, 5, 10, 20, 50, 100)),
                                   (MonthLocator, 30.4, (1, 2, 3, 4, 6)), (DayLocator, 1, (1, 2, 4, 7, 14)),
                                   (HourLocator, 1 / 24, (1, 2, 3, 4, 6, 12)),
                                   (MinuteLocator, 1 / 1440, (1, 2, 5, 10, 15, 30)),
                                   (SecondLocator, 1 / 86400, (1, 2, 5, 10, 15, 30))):
            if days / each >= 4 or kind is SecondLocator:
                for count in counts:
                    if days / each / count <= 8 or count == counts[-1]:
                        return kind(count) if kind is YearLocator else kind(interval=count)

    def tick_values(self, vmin, vmax):
        if hasattr(vmin, 'toordinal'):
            vmin, vmax = date2num(vmin), date2num(vmax)
        return self._chosen(abs(float(vmax) - float(vmin))).tick_values(vmin, vmax)


class DateFormatter(Formatter):
    """Moments by strftime."""

    def __init__(self, fmt, tz=None, *, usetex=None):
        self.fmt = fmt

    def __call__(self, x, pos=0):
        return _plain(x).strftime(self.fmt)


class AutoDateFormatter(Formatter):
    """As much of each moment as tells the ticks apart."""

    def __init__(self, locator=None, tz=None, defaultfmt='%Y-%m-%d', *, usetex=None):
        self.defaultfmt = defaultfmt

    def __call__(self, x, pos=0):
        return _plain(x).strftime(self.defaultfmt)

    def format_ticks(self, values):
        moments = [_plain(v) for v in values]
        if all(m.hour == m.minute == m.second == 0 for m in moments):
            form = '%Y' if all(m.day == m.month == 1 for m in moments) and len(moments) > 1 else \
                '%Y-%m' if all(m.day == 1 for m in moments) and len(moments) > 1 else '%Y-%m-%d'
        else:
            form = '%m-%d %H' if all(m.minute == m.second == 0 for m in moments) else '%d %H:%M' if all(
                m.second == 0 for m in moments) else '%H:%M:%S'
        return [m.strftime(form) for m in moments]


ConciseDateFormatter = AutoDateFormatter
