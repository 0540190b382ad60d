# Rows by spans of time.
import numpy as np
import pandas as pd

s = pd.Series(np.arange(60.0), index=pd.date_range("2020-01-15", periods=60))
print(s.resample("ME").sum(), s.resample("MS").mean(), s.resample("W").mean().head(3))
print(s.resample("20D").max(), s.resample("ME").agg(["min", "max"]), s.resample("2W").count())
print(s.resample("QE").first(), s.resample("YE").last(), s.resample("B").size().head(3), s.resample("YS").median())
df = pd.DataFrame({"v": [1, 2, 3, 4], "w": [.5, 1, 1.5, 2]},
                  index=pd.to_datetime(["2020-01-01 00:30", "2020-01-01 01:15", "2020-01-01 01:45", "2020-01-01 03:00"]))
print(df.resample("h").sum(), df.resample("90min").mean(), df.loc["2020-01-01 01"].shape if False else df.index.hour)
print(df.resample("h")["v"].agg(["sum", "count"]), df.resample("D").agg({"v": "sum", "w": "mean"}))
few = s.iloc[::4].head(3)
print(few.resample("2D").asfreq(), few.resample("2D").ffill(), few.asfreq("2D").tolist(), few.resample("2D").bfill().tolist())
print(few.to_frame("v").asfreq("2D", fill_value=0)["v"].tolist(), df.index.get_level_values(0).tolist() == df.index.tolist())
print(few.resample("D").interpolate().tolist(), s.rolling(7).mean().iloc[6:8])
print(df.reset_index().resample("2h", on="index")["v"].sum(), few.resample("W", label="right").sum())
