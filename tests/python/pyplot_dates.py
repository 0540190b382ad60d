# Dates on axes.
import datetime

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

s = pd.Series(np.arange(40.0), index=pd.date_range("2020-01-01", periods=40))
fig, ax = plt.subplots()
ax.plot(s.index, s.values)
ax.xaxis.set_major_formatter(mdates.DateFormatter("%Y-%m"))
ax.xaxis.set_major_locator(mdates.MonthLocator())
fig.autofmt_xdate()
print(len(ax.lines), ax.get_xlim(), ax.get_xticks())
plt.figure()
plt.plot([datetime.date(2020, 1, 1), datetime.date(2020, 1, 5)], [1, 2])
plt.axvline(pd.Timestamp("2020-01-03"), color="r")
print(plt.xlim(), mdates.date2num(datetime.datetime(2020, 1, 1, 12)), mdates.num2date(18262).isoformat())
print(mdates.date2num([datetime.date(2020, 1, 1), datetime.date(2020, 1, 2)]), mdates.num2date([0.5])[0].hour)
low, high = datetime.datetime(2020, 1, 3), datetime.datetime(2020, 4, 20)
for locator in (mdates.MonthLocator(), mdates.MonthLocator(interval=2), mdates.WeekdayLocator(byweekday=mdates.MO, interval=4),
                mdates.DayLocator(interval=40), mdates.YearLocator(), mdates.MonthLocator(bymonth=[3])):
    print(type(locator).__name__, locator.tick_values(low, high)[:3] if type(locator).__name__ == "MonthLocator" else "")
print(mdates.DateFormatter("%d %b %H:%M")(18262.25), type(mdates.AutoDateLocator()).__name__)
print(type(s.plot(title="x", figsize=(8, 3))).__name__, plt.gca().get_title())
