from datetime import date, datetime, time, timedelta
d = datetime(2024, 2, 28, 23, 59, 58, 123456)
print(d, repr(d), d.date(), d.time(), d.isoformat(), d.year, d.microsecond, d.weekday())
print(d + timedelta(days=1, seconds=2), d - timedelta(weeks=1), d - datetime(2024, 1, 1), d.replace(year=2023, microsecond=0))
print(date(2024, 3, 1) - date(2024, 2, 1), date(2024, 12, 31).isoweekday(), date(2024, 5, 6).isocalendar(), repr(date(2024, 1, 2)))
print(time(10, 5), repr(time(1, 2, 3)), time(10) < time(11), time.fromisoformat("10:11:12").minute, date.min, datetime.max)
print(date.fromisoformat("2024-01-31"), datetime.fromisoformat("2024-01-31T10:20:30.5"), date.fromordinal(738000), date(2024, 1, 1).toordinal())
print(sorted([date(2024, 2, 1), date(2023, 5, 1)]), max(d, datetime(2025, 1, 1)), d == datetime(2024, 2, 28), {date(2024, 1, 1): "x"}[date(2024, 1, 1)])
print(datetime.combine(date(2024, 1, 1), time(5, 30)), d.timetuple().tm_yday, d.ctime(), isinstance(d, date), type(datetime.now()).__name__, date.today() <= date.today())
