# calendar: Calendar objects, the first day of the week, whole years.
import calendar

c = calendar.Calendar(firstweekday=6)
print(c.getfirstweekday(), list(c.iterweekdays()), c.firstweekday)
c.setfirstweekday(0)
days = list(c.itermonthdates(2024, 2))
print(len(days), days[0], days[-1])
weeks = c.monthdatescalendar(2023, 5)
print(len(weeks), weeks[0][0], weeks[-1][-1])
print(calendar.firstweekday())
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.monthcalendar(2024, 2)[0])
print(calendar.month(2024, 2))
calendar.setfirstweekday(0)
try:
    calendar.setfirstweekday(9)
except calendar.IllegalWeekdayError as error:
    print(type(error).__name__, error, error.args)
text = calendar.TextCalendar(0)
text.prmonth(2025, 1)
print(text.formatyear(2025, m=4)[:340])
text.pryear(2023, w=2, l=1, c=2, m=6)
