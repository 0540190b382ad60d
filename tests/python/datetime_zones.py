# datetime: what zones say is checked; zones with daylight saving, and times that there are twice.
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Says(tzinfo):
    """A zone that says what it is told."""

    def __init__(self, offset, dst=None, name=None):
        self.said = offset, dst, name

    def utcoffset(self, when):
        return self.said[0]

    def dst(self, when):
        return self.said[1]

    def tzname(self, when):
        return self.said[2]


class Wien(tzinfo):
    def utcoffset(self, when):
        return timedelta(hours=1) + self.dst(when)

    def dst(self, when):
        if when is None:
            return timedelta(0)
        plain = when.replace(tzinfo=None, fold=0)
        summer = datetime(2024, 3, 31, 2) <= plain < datetime(2024, 10, 27, 3)
        twice = datetime(2024, 10, 27, 2) <= plain < datetime(2024, 10, 27, 3)
        return timedelta(hours=1 if summer and not (twice and when.fold) else 0)

    def tzname(self, when):
        return "CEST" if self.dst(when) else "CET"


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


hour = timedelta(hours=1)
base = datetime(2024, 1, 1, 12)
for zone in (Says(5), Says(timedelta(1)), Says(hour, "x", 7), Says(hour, None, "N"), Says(None), Says(hour, timedelta(0), "Z%")):
    moment = base.replace(tzinfo=zone)
    for what in (moment.utcoffset, moment.dst, moment.tzname, moment.isoformat, lambda: moment.strftime("%H %Z|%z"),
                 lambda: zone.fromutc(moment), lambda: moment.astimezone(timezone.utc), lambda: moment == base,
                 lambda: time(3, tzinfo=zone).isoformat()):
        attempt(what)
attempt(lambda: timezone.utc.fromutc(base))
attempt(lambda: timezone.utc.fromutc(5))
attempt(lambda: tzinfo().fromutc(5))
attempt(lambda: Wien().fromutc(base))
attempt(lambda: timezone.utc.utcoffset(5))
attempt(lambda: timezone.utc.tzname(None))
attempt(lambda: timezone.utc.dst("x"))
wien = Wien()
for utc in (datetime(2024, 3, 31, 0, 59), datetime(2024, 3, 31, 1), datetime(2024, 10, 27, 0, 30), datetime(2024, 10, 27, 1, 30)):
    local = utc.replace(tzinfo=timezone.utc).astimezone(wien)
    print(utc, local.isoformat(), local.tzname(), local.fold)
twice = datetime(2024, 10, 27, 2, 30, tzinfo=wien)
print(twice.utcoffset(), twice.replace(fold=1).utcoffset(), twice == twice.replace(fold=1))
print(twice == twice.astimezone(timezone.utc), hash(twice) == hash(twice.replace(fold=1)), twice - base.replace(tzinfo=timezone.utc))
print(timezone(timedelta(0)) is timezone.utc, repr(timezone(timedelta(0), "Z")), {timezone.utc: 1}[timezone(timedelta(0), "a")])
for text in ("2024-W05-3T10", "2024W05", "20240131T101112.5+0130", "2024-01-31 10:11:12,123456789Z", "2024-01-31T10-05:30:15.25", "2024-W05-10:30"):
    print(repr(datetime.fromisoformat(text)))
for text in ("2024-01-31T", "2024-13-01", "2024-01-31T1", "2024-01-31T10:1", "2024-01-31T10:11:", "2024-01-31T10:11:12.", "2024-W54-1", "24-01-31", "2024-01-31T10:11:12+5"):
    attempt(lambda: datetime.fromisoformat(text))
for text in ("10:11", "T1011", "10:11:12.000001+02:00", "24:00", "1:00", "x"):
    attempt(lambda: repr(time.fromisoformat(text)))
for parts in ((2024, 2**40, 1), (10**4, 1, 1), (2024, 53, 1), (2024, 1, 8)):
    attempt(lambda: date.fromisocalendar(*parts))
attempt(lambda: base.isoformat("--"))
attempt(lambda: base.isoformat(timespec="days"))
attempt(lambda: base < date(2024, 1, 1))
attempt(lambda: setattr(base, "year", 3))
print(date.fromtimestamp(86400 * 3), datetime.fromtimestamp(1.0000005, timezone.utc), datetime.fromtimestamp(-0.5, timezone.utc), date.today() <= date.max)
for value in (float("nan"), 1e20, 10**30, "x"):
    attempt(lambda: datetime.fromtimestamp(value))
clock = time(1, 2, 3, 4, timezone.utc)
print(clock.hour, clock.minute, clock.second, clock.microsecond, clock.tzinfo, clock.utcoffset(), date(2024, 2, 29).isoformat())
print(date(2024, 2, 29).timetuple(), base.timetuple().tm_yday)
