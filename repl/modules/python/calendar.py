"""calendar: weeks and months."""
import datetime as _datetime
from _strptime import MONTHS, DAYS

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January = 1
February = 2
day_name = list(DAYS)
day_abbr = [day[:3] for day in DAYS]
month_name = [''] + MONTHS
month_abbr = [''] + [month[:3] for month in MONTHS]


class IllegalMonthError(ValueError):
    """A month that there is not."""

    __module__ = 'calendar'

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return 'bad month number %r; must be 1-12' % self.month


class IllegalWeekdayError(ValueError):
    """A day of the week that there is not."""

    __module__ = 'calendar'

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return 'bad weekday number %r; must be 0 (Monday) to 6 (Sunday)' % self.weekday


def isleap(year):
    """Whether a year has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years lie between two years."""
    y1, y2 = y1 - 1, y2 - 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    """The day of the week: Monday is 0."""
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    return _datetime.date(year, month, day).weekday()


def monthrange(year, month):
    """The weekday of the first day of a month, and how many days it has."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    days = [31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return weekday(year, month, 1), days


def timegm(tuple):
    """Seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = _datetime.date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


class Calendar:
    """Weeks of months, from a first day of the week on."""

    __module__ = 'calendar'

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday % 7

    def getfirstweekday(self):
        return self.firstweekday

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday % 7

    def iterweekdays(self):
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdays(self, year, month):
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from [0] * before
        yield from range(1, days + 1)
        yield from [0] * ((self.firstweekday - first - days) % 7)

    def itermonthdays2(self, year, month):
        for at, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, at % 7

    def itermonthdates(self, year, month):
        first, days = monthrange(year, month)
        day = _datetime.date(year, month, 1) - _datetime.timedelta((first - self.firstweekday) % 7)
        for at in range(len(list(self.itermonthdays(year, month)))):
            yield day + _datetime.timedelta(at)

    def monthdayscalendar(self, year, month):
        days = list(self.itermonthdays(year, month))
        return [days[at:at + 7] for at in range(0, len(days), 7)]

    def monthdays2calendar(self, year, month):
        days = list(self.itermonthdays2(year, month))
        return [days[at:at + 7] for at in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        days = list(self.itermonthdates(year, month))
        return [days[at:at + 7] for at in range(0, len(days), 7)]


class TextCalendar(Calendar):
    """Calendars as text."""

    __module__ = 'calendar'

    def formatday(self, day, weekday, width):
        return ('' if day == 0 else '%2i' % day).center(width)

    def formatweek(self, theweek, width):
        return ' '.join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        if withyear:
            name = '%s %r' % (name, theyear)
        return name.center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        text = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip() + '\n' * l
        text += self.formatweekheader(w).rstrip() + '\n' * l
        for week in self.monthdays2calendar(theyear, themonth):
            text += self.formatweek(week, w).rstrip() + '\n' * l
        return text

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1

        def row(texts):
            return (' ' * c).join([text.center(width) for text in texts]).rstrip()

        text = repr(theyear).center(width * m + c * (m - 1)).rstrip() + '\n' * l
        for first in range(1, 13, m):
            months = list(range(first, min(first + m, 13)))
            text += '\n' * l
            text += row([self.formatmonthname(theyear, month, width, False) for month in months]) + '\n' * l
            text += row([self.formatweekheader(w)] * len(months)) + '\n' * l
            weeks = [self.monthdays2calendar(theyear, month) for month in months]
            for at in range(max([len(month) for month in weeks])):
                text += row([self.formatweek(month[at], w) if at < len(month) else '' for month in weeks]) + '\n' * l
        return text

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')


_shared = TextCalendar()
monthcalendar = _shared.monthdayscalendar
month = _shared.formatmonth
prmonth = _shared.prmonth
calendar = _shared.formatyear
prcal = _shared.pryear
weekheader = _shared.formatweekheader


def firstweekday():
    """The first day of the week."""
    return _shared.firstweekday


def setfirstweekday(firstweekday):
    """Sets the first day of the week."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _shared.firstweekday = firstweekday
