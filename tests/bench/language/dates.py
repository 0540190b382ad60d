"""Dates and durations."""
from datetime import date, datetime, timedelta
day, start = date(2024, 1, 1), datetime(2024, 1, 1, 12, 30)
week = timedelta(days=7)
total = timedelta()
for i in range(15000):
    step = timedelta(days=i % 9, seconds=i)
    total += step
    later = day + timedelta(days=i)
    moment = start + step
    total += (moment - start) - step
    if later - day > week and later > day:
        total += timedelta(minutes=later.weekday() + moment.hour)
print(total, later, moment, later.isoformat(), moment.strftime("%Y-%m-%d %H:%M"))
