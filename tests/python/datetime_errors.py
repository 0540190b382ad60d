# datetime: what dates, times, zones and their methods cannot take.
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Half(tzinfo):
    """Tells of daylight saving once only."""
    told = 0

    def utcoffset(self, when):
        return timedelta(hours=2)

    def dst(self, when):
        self.told += 1
        return timedelta(hours=1) if self.told == 1 else None


class Odd(date):
    def timetuple(self):
        return 5


half = Half()
for source in ("date()", "date(2024)", "date(2024, 1)", "date(2024, 'a', 1)", "date(2024, 1, 1.0)", "date(10000, 1, 1)",
               "date(2024, 0, 1)", "date(2023, 2, 29)", "datetime()", "datetime(2024, 1)", "datetime(2024, 1, 1, 24)",
               "datetime(2024, 1, 1, 0, 60)", "datetime(2024, 1, 1, 0, 0, 60)", "datetime(2024, 1, 1, 0, 0, 0, 10**6)",
               "datetime(2024, 1, 1, fold=2)", "datetime(2024, 1, 1, tzinfo=5)", "time(fold=-1)", "time(25)", "time(1, tzinfo='x')",
               "date(2**31, 1, 1)", "date(-2**31 - 1, 1, 1)", "date.fromordinal(0)", "date.fromordinal(4 * 10**6)",
               "date.fromisoformat(5)", "datetime.fromisoformat(5)", "time.fromisoformat(5)", "date.fromisoformat('2024-1-1')",
               "datetime.combine(5, time())", "datetime.combine(date(2024, 1, 1), 5)", "datetime.combine(date(2024, 1, 1), time(), 5)",
               "datetime.strptime(5, '%Y')", "datetime.strptime('2024', 5)", "datetime.strptime('x', '%Y')",
               "date(2024, 1, 1).strftime(5)", "Odd(2024, 1, 1).strftime('%Y')", "date(2024, 1, 1) < 5", "date(2024, 1, 1) + 5",
               "5 - date(2024, 1, 1)", "date(2024, 1, 1) - datetime(2024, 1, 1)", "datetime(2024, 1, 1) - date(2024, 1, 1)",
               "time(1) < time(1, tzinfo=timezone.utc)", "time(1) == time(1, tzinfo=timezone.utc)", "time(1) < 5", "time(1) + timedelta(1)",
               "datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc)",
               "datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc)",
               "datetime(2024, 1, 1) == datetime(2024, 1, 1, tzinfo=timezone.utc)", "date(2024, 1, 1) != datetime(2024, 1, 1)",
               "timezone(5)", "timezone(timedelta(1))", "timezone(timedelta(-1))", "timezone(timedelta(1, -1), 5)", "timezone.utc < timezone.utc",
               "half.fromutc(datetime(2024, 1, 1, tzinfo=half))", "timedelta(1) % timedelta(0)", "timedelta(1) // timedelta(0)",
               "datetime(2024, 1, 1).astimezone(5)", "datetime.now(5)", "datetime.fromtimestamp(0, 5)", "datetime.utcfromtimestamp('a')",
               "date.fromtimestamp('a')", "datetime(9999, 12, 31, 23).astimezone(timezone.max)", "datetime.max + timedelta(0, 0, 1)",
               "datetime.min - timedelta(0, 0, 1)", "date.max + timedelta(1)", "date.fromisocalendar(2024, 1.0, 1)",
               "datetime(2024, 1, 1).replace(day=32)", "time(1).replace(hour='1')", "time(1).isoformat('x')", "datetime(2024, 1, 1).isoformat(5)"):
    try:
        print(source, "gives", repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)
print("%s|" % datetime(2024, 1, 2, 3, 4, 5, 6).strftime("%Y %y %m %d %j %H %I %p %M %S %f %a %A %b %B %U %W %w %u %G %V %% %z%Z" * 9),
      repr(date(2024, 1, 1).strftime("")), date(2024, 1, 1).strftime("%"), time(5).strftime("%Y-%m-%d %H"))
