import time
t = time.gmtime(86400 * 365)
print(t, t.tm_year, t[1], tuple(t), t.tm_yday)
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t), time.strftime("%j %a", time.gmtime(0)))
print(time.strptime("2024-03-01 10:20", "%Y-%m-%d %H:%M"), time.strptime("30 Nov 00", "%d %b %y").tm_mon)
print(isinstance(time.time_ns(), int), time.perf_counter_ns() > 0, time.monotonic() > 0, time.process_time() >= 0, len(time.ctime()))
now = time.time()
print(abs(time.mktime(time.localtime(now)) - now) < 1.5, time.localtime().tm_year >= 2024, time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0)).tm_mday)
for bad in [lambda: time.sleep(-1), lambda: time.strptime("x", "%Y"), lambda: time.strftime("%Y", (1, 2)), lambda: time.asctime(5)]:
    try: bad()
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
