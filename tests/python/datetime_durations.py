from datetime import timedelta, date, datetime
import copy
def show(name, f):
    try:
        print(name, repr(f()))
    except Exception as e:
        print(name, type(e).__name__, e)
day = timedelta(1)
cases = {"big": lambda: timedelta(10**20), "seconds": lambda: timedelta(seconds=10**30), "magnitude": lambda: timedelta(10**9),
         "product": lambda: day * 10**30, "max": lambda: timedelta.max + day, "by 0": lambda: day / 0, "by none": lambda: day // timedelta(0),
         "by 0.0": lambda: day / 0.0, "mod int": lambda: day % 0, "text": lambda: timedelta("x"), "add": lambda: day + 1, "less": lambda: 1 < day,
         "more": lambda: day < 1, "huge": lambda: day * 1e300, "nan": lambda: day * float("nan"), "inf": lambda: timedelta(seconds=float("inf")),
         "not": lambda: timedelta(seconds=float("nan")), "negative": lambda: -timedelta.max, "None": lambda: day * None, "left": lambda: 2.5 * day,
         "ratio": lambda: day / timedelta(0), "set": lambda: setattr(day, "days", 3), "new": lambda: setattr(day, "x", 3), "floor": lambda: day // 2.0,
         "divmod": lambda: divmod(day, 0), "matmul": lambda: day @ 2, "attribute": lambda: day.foo, "late": lambda: date(2020, 1, 1) + timedelta(10**7),
         "power": lambda: day ** 2, "int": lambda: int(day), "parts": lambda: timedelta(days=2.5, hours=-1.25, weeks=1, minutes=3, milliseconds=7, microseconds=-1),
         "halves": lambda: [timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(microseconds=2.5, seconds=1e-7)],
         "quotients": lambda: [day * 1.5, day / 1.7, day / 7, day // 7, -day // 7, -day / 7, day / -7, day // -7, timedelta.max / 3, timedelta.max // 10**25],
         "counts": lambda: [day // timedelta(hours=7), -day // timedelta(hours=7), timedelta.max // timedelta.resolution, -day % timedelta(hours=7)],
         "shares": lambda: [day / timedelta(hours=7), timedelta.max / timedelta.resolution, timedelta.max.total_seconds(), timedelta(microseconds=1).total_seconds()],
         "copies": lambda: [copy.copy(day) == day, copy.deepcopy([day, day])], "bool": lambda: timedelta(days=True) * True}
for name, f in cases.items():
    show(name, f)
class Own(timedelta):
    def hours(self):
        return self.total_seconds() / 3600
own = Own(hours=3)
print(own.hours(), type(own + day).__name__, own == timedelta(hours=3), own < day, isinstance(own, timedelta), str(own), type(-own).__name__)
print({timedelta(hours=24): "a"}[day], sorted([day, -day, timedelta()]), max(day, own), sum([day, own], timedelta(minutes=1)), abs(timedelta(-1, 5)), +day, bool(timedelta()))
print(str(timedelta(-1)), str(timedelta(1, 1, 1)), str(timedelta(days=-2, microseconds=7)), f"{day}", "%s" % own, day != 1, day == None)
start = date(2023, 12, 30)
print([str(start + day * n) for n in (-365, 0, 1, 2, 60, 62, 427, 36525)], date(2024, 3, 1) - date(2023, 3, 1), date.min.toordinal(), date.max.toordinal())
print([str(date.fromordinal(n)) for n in (1, 365, 366, 146097, 146098, 730179, 730180, 3652059)], (start - day).isocalendar()[:2], date(2000, 2, 29).strftime("%j"))
print(datetime(2024, 2, 28, 23, 59, 59, 999999) + timedelta(microseconds=2), datetime(2024, 3, 1) - datetime(2023, 3, 1, 12, 30, 0, 5), datetime(1, 1, 1) + (datetime.max - datetime.min))
