# Pickles and copies of dates, times, durations and zones, of classes derived from them, and those of Python 2.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Birthday(date):
    def age(self, today):
        return today.year - self.year


class Stamp(datetime):
    def __new__(cls, *parts, label="", **named):
        made = super().__new__(cls, *parts, **named)
        made.label = label
        return made


class Fixed(tzinfo):
    def __init__(self, hours=0):
        self.hours = hours

    def __getinitargs__(self):
        return (self.hours,)

    def utcoffset(self, when):
        return timedelta(hours=self.hours)

    def dst(self, when):
        return timedelta(0)

    def tzname(self, when):
        return f"F{self.hours}"


values = [date(2024, 2, 29), datetime(1999, 12, 31, 23, 59, 58, 70000), time(1, 2, 3, 4), timedelta(-3, 5, 7),
          timezone.utc, timezone(timedelta(hours=-3), "BRT"), datetime(2020, 1, 1, tzinfo=timezone.utc),
          time(7, tzinfo=timezone(timedelta(minutes=90))), datetime(2020, 10, 25, 2, 30, fold=1), time(2, 30, fold=1)]
for value in values:
    for protocol in (3, 4):
        back = pickle.loads(pickle.dumps(value, protocol))
        print(protocol, repr(back), back == value, type(back) is type(value), getattr(back, "fold", None))
    print(value.__reduce__(), copy.copy(value) == value, copy.deepcopy(value) == value)
print(date(2024, 2, 29).__reduce_ex__(2), time(2, fold=1).__reduce_ex__(4), datetime(2024, 1, 2, fold=1).__reduce_ex__(3))
day = pickle.loads(pickle.dumps(Birthday(1990, 5, 17)))
print(repr(day), day.age(date(2024, 1, 1)), day == date(1990, 5, 17))
stamp = Stamp(2024, 1, 2, 3, label="start")
for again in (pickle.loads(pickle.dumps(stamp)), copy.copy(stamp), copy.deepcopy(stamp)):
    print(repr(again), again.label, again == stamp, type(again).__name__)
zoned = datetime(2024, 5, 6, 7, tzinfo=Fixed(5))
print(zoned.tzinfo.__reduce__()[1:], copy.deepcopy(zoned).isoformat(), zoned.replace(fold=1).fold)
print(timezone.utc.__getinitargs__(), timezone(timedelta(1, -5), "x").__getinitargs__(), copy.copy(timezone.utc) is timezone.utc)
nested = pickle.loads(pickle.dumps({"when": [values[0], values[1]], "types": (date, timedelta)}))
print(nested)
print(date(b"\x07\xe8\x02\x1d"), datetime(b"\x07\xe8\x01\x02\x03\x04\x05\x00\x00\x06", timezone.utc), time(b"\x81\x02\x03\x00\x00\x04").fold)
old = b"cdatetime\ndatetime\n(S'\\x07\\xdf\\x0b\\x1b\\x14;\\x01\\x00\\x10\\x00'\ntR."
print(pickle.loads(old, encoding="latin1"))
for source in ("datetime(b'\\x07\\xe8\\x01\\x02\\x03\\x04\\x05\\x00\\x00\\x06', 5)", "time(b'\\x01\\x02\\x03\\x00\\x00\\x04', 'x')",
               "date(b'\\x07\\xe8\\x7f\\x1d')"):
    try:
        print(eval(source))
    except TypeError as error:
        print(error)
