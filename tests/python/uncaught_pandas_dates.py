# What dates refuse.
import pandas as pd

s = pd.Series(pd.to_datetime(["2020-01-05", "2020-02-10"]))
tries = [lambda: pd.to_datetime("abc"), lambda: pd.to_datetime("2020-13-01"), lambda: pd.to_datetime(["2020-01-01", "abc"]),
         lambda: pd.to_datetime(["2020"], format="%d"), lambda: pd.Series([1]).dt, lambda: pd.Timestamp("zz"),
         lambda: s.sum(), lambda: s + s, lambda: pd.date_range("2020-01-01"), lambda: s > "zz", lambda: s > 3,
         lambda: s.dt.foo, lambda: pd.date_range("2020-01-01", periods=2, freq="FOO"), lambda: pd.date_range("2020", periods=2, freq="H"), lambda: pd.date_range("2020", periods=2, freq="2M"), lambda: s.resample("D").sum(),
         lambda: pd.to_datetime(pd.DataFrame({"year": [2020]})), lambda: pd.Timestamp("2020").floor("ME"),
         lambda: pd.DatetimeIndex(["2020-01-01"]).nothere, lambda: pd.to_datetime([1], unit="q"),
         lambda: pd.read_csv(__import__("io").StringIO("a\n1\n"), parse_dates=["z"]), lambda: pd.to_datetime("2020-02-30"),
         lambda: pd.Timedelta("five"), lambda: pd.Timedelta(1, "parsec")]
for f in tries:
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
pd.DataFrame({"a": [1]}, index=pd.to_datetime(["2020-01-01"])).loc["2021"]
