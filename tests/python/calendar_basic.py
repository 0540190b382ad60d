import calendar
print(calendar.month(2024, 2))
print(calendar.monthrange(2024, 2), calendar.isleap(2024), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(2024, 7, 4))
print(list(calendar.day_name), calendar.month_name[5], calendar.day_abbr[0], calendar.month_abbr[12])
print(calendar.monthcalendar(2024, 9), calendar.weekheader(3), calendar.timegm((2024, 1, 1, 0, 0, 0)))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 5))
try: calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as error: print(error)
