from datetime import timedelta
a = timedelta(days=1, hours=2, minutes=3)
print(a, repr(a), a.days, a.seconds, a.total_seconds(), timedelta(hours=-1), repr(timedelta(0)), str(timedelta(microseconds=5)))
print(a * 2, a / 2, a // timedelta(hours=5), a % timedelta(hours=5), a / timedelta(hours=1), -a, abs(-a), a + a, a - timedelta(1), 3 * timedelta(seconds=1.5))
print(timedelta(1) == timedelta(hours=24), timedelta(1) < timedelta(2), bool(timedelta(0)), divmod(timedelta(10), timedelta(3)), sum([timedelta(1), timedelta(2)], timedelta()))
print(timedelta(days=1.5), timedelta(weeks=2, milliseconds=5), timedelta.max, timedelta.min, timedelta.resolution, hash(timedelta(1)) == hash(timedelta(hours=24)))
print(timedelta(seconds=3661) // 60, timedelta(minutes=90), str(timedelta(days=-1, seconds=5)), timedelta(1) != 1)
