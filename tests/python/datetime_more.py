# datetime: other ways to make dates and times, their parts, and zones of one's own.
from datetime import date, datetime, time, timedelta, timezone, tzinfo

d = date.fromisocalendar(2024, 9, 5)
print(d, d.ctime(), d.replace(day=29), d.replace(year=2023, month=1))
t = datetime.fromordinal(738000)
print(t, t.hour, t.minute, t.second, t.tzinfo, t.fold)
print(datetime.utcfromtimestamp(86400 * 365.5))
print(type(datetime.today()).__name__, abs(datetime.utcnow() - datetime.now(timezone.utc).replace(tzinfo=None)) < timedelta(seconds=5))
aware = datetime(2024, 3, 1, 23, 30, 5, tzinfo=timezone(timedelta(hours=2)))
print(aware.timetz(), aware.tzinfo, tuple(aware.utctimetuple())[:6], aware.utcoffset())
clock = time(7, 8, 9, 10, fold=1)
print(clock.fold, clock.replace(hour=20, fold=0), clock.strftime("%H h %M"), clock.tzname(), clock.dst())


class Zone(tzinfo):
    def utcoffset(self, when):
        return timedelta(hours=1) + self.dst(when)

    def dst(self, when):
        return timedelta(hours=1 if when is not None and 4 <= when.month <= 9 else 0)

    def tzname(self, when):
        return "summer" if self.dst(when) else "winter"


for month in (1, 6):
    moment = datetime(2024, month, 15, 12, tzinfo=Zone())
    print(moment.isoformat(), moment.tzname(), moment.dst(), moment.astimezone(timezone.utc).hour)
print(datetime(2024, 6, 15, 10, tzinfo=timezone.utc).astimezone(Zone()))
for name in ("utcoffset", "tzname", "dst"):
    try:
        getattr(tzinfo(), name)(None)
    except NotImplementedError as error:
        print(error)
span = timedelta(days=1, hours=2, microseconds=2500)
print(span.days, span.seconds, span.microseconds, span.total_seconds())
