# Ranges of dates and labels that are dates.
import pandas as pd

r = pd.date_range("2020-01-01", periods=5, name="when")
print(r, len(r), r[0], r.freq, r.dtype, r.freqstr)
for how in (dict(periods=3, freq="h"), dict(periods=3, freq="W"), dict(periods=3, freq="ME"), dict(periods=2, freq="MS"),
            dict(periods=3, freq="YE"), dict(periods=3, freq="YS"), dict(periods=3, freq="QE"), dict(periods=6, freq="B"),
            dict(periods=3, freq="30min"), dict(periods=3, freq="2D"), dict(end="2020-03-15", freq="MS"),
            dict(periods=3, freq="QS"), dict(periods=2, freq="W-MON"), dict(periods=2, freq="s")):
    made = pd.date_range("2020-01-01", **how)
    print(made.tolist()[-1], made.freq, made.freqstr)
print(pd.date_range("2020-01-01", "2020-01-04", inclusive="left"), pd.date_range(end="2020-01-10", periods=2))
print(pd.date_range("2020-01-01", "2020-01-31", periods=4))
df = pd.DataFrame({"a": range(6), "b": list("xyzxyz")}, index=pd.date_range("2021-04-28", periods=6))
print(df, df.index.month, df.index.day_name(), df.index.is_month_end)
df.info()
print(df.loc["2021-05-02"], df["2021-04-29":"2021-04-30"], df.loc["2021-05"].shape, df.loc["2021-05-02":, "a"].tolist())
print(df.index + pd.Timedelta(days=1), df.index[-1] - df.index[0], df.index.strftime("%d/%m").tolist())
print(df.a["2021-05"], df[df.index >= "2021-05-02"].a.tolist(), df.reset_index().columns.tolist(), df.index.date[0])
print(df.shift(1).head(2), df.groupby(df.index.month)["a"].sum(), df.index.month_name()[0], df.index.normalize()[:1])
print(df.index.is_monotonic_increasing, isinstance(df.index, pd.DatetimeIndex), df.index.isocalendar().week.tolist())
print(df.index.to_pydatetime()[0], (df.index - df.index[0]).total_seconds().tolist())
