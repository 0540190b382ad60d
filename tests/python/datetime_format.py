from datetime import date, datetime, timedelta, timezone
d = datetime(2024, 5, 6, 7, 8, 9)
print(d.strftime("%Y-%m-%d %H:%M:%S"), d.strftime("%a %A %b %B %d %j %p %I %y %f %%"), f"{d:%d.%m.%Y}", format(date(2024, 1, 2), "%d/%m"))
print(datetime.strptime("21/11/06 16:30", "%d/%m/%y %H:%M"), datetime.strptime("Jan 5 2024 3:07PM", "%b %d %Y %I:%M%p"), datetime.strptime("2024-060", "%Y-%j"))
print(datetime.strptime("2024-01-01 10:00:00.25 +0200", "%Y-%m-%d %H:%M:%S.%f %z"), d.isoformat(" ", "minutes"), d.isoformat(timespec="milliseconds"))
u = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
print(u, repr(u), u.timestamp(), u.astimezone(timezone(timedelta(hours=5, minutes=30))), datetime.fromtimestamp(0, timezone.utc), u.tzname(), u.utcoffset())
print(timezone.utc, repr(timezone.utc), timezone(timedelta(hours=-3)), repr(timezone(timedelta(hours=1), "CET")), u.strftime("%z %Z"), datetime.fromisoformat("2024-01-01T00:00:00+01:00"))
for bad in [lambda: date(2024, 2, 30), lambda: datetime(2024, 1, 1, 25), lambda: datetime.strptime("x", "%d"), lambda: datetime.strptime("1 2", "%d"), lambda: date.fromisoformat("no"), lambda: u < d, lambda: u - d, lambda: d + 5, lambda: d < 5, lambda: datetime.strptime("1", "%Q"), lambda: date(2024, 13, 1)]:
    try: bad()
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
