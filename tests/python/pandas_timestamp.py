# Timestamp, Timedelta and NaT.
import datetime

import pandas as pd

print(pd.Timestamp("2020-05-17"), repr(pd.Timestamp("2020-05-17 10:20:30.5")), pd.Timestamp(2020, 5, 17, 10))
t = pd.Timestamp("2021-03-14 15:09:26")
print(t.year, t.month, t.day, t.hour, t.minute, t.second, t.day_of_week, t.day_name(), t.month_name(), t.day_of_year)
print(t.quarter, t.week, t.is_leap_year, t.days_in_month, t.is_month_end, t.is_month_start, t.is_year_start,
      t.is_year_end, t.is_quarter_start, t.is_quarter_end, t.weekday(), t.date(), t.normalize(), t.isoformat())
print(t.strftime("%d %b %Y"), f"{t:%H:%M}", t.timestamp(), t.to_pydatetime(), t.value // 10 ** 9)
print(t + pd.Timedelta(days=1), t - pd.Timedelta("2h"), t - pd.Timestamp("2021-01-01"), t > pd.Timestamp("2020"))
print(t == datetime.datetime(2021, 3, 14, 15, 9, 26), t + pd.DateOffset(months=1), t - pd.DateOffset(years=1))
print(pd.Timestamp("2021-01-31") + pd.DateOffset(months=1), t.floor("D"), t.ceil("h"), t.round("min"), t.replace(hour=0))
d = pd.Timedelta(days=2, hours=3, minutes=4)
print(d, repr(d), d.days, d.seconds, d.total_seconds(), d * 2, d / 2, d / pd.Timedelta(hours=1), -d, abs(-d))
print(pd.Timedelta("1 days 02:00:00"), pd.Timedelta(5, "h"), pd.Timedelta("30min"), d + d, d - pd.Timedelta(1, "D"))
print(d // pd.Timedelta(hours=1), pd.Timedelta("-1 day"), d.to_pytimedelta(), pd.to_timedelta("3h"), 2 * d)
print(pd.to_timedelta([1, 2], unit="D"), pd.to_timedelta(pd.Series(["1h", "90min"])))
print(pd.NaT, repr(pd.NaT), pd.isna(pd.NaT), pd.NaT == pd.NaT, pd.NaT + d, pd.Timestamp(None))
for text in ("03/04/2020", "2020-03-04 05:06:07", "4 March 2020", "Mar 4, 2020", "20200304", "2020-03", "2020",
             "2020/03/04 5:06 PM", "04-Mar-20"):
    print(pd.to_datetime(text))
print(pd.to_datetime("13/04/2020", dayfirst=True), pd.to_datetime(1600000000, unit="s"))
