# pandas: what is missing, and windows.
import numpy as np
import pandas as pd

df = pd.DataFrame({"a": [1.0, np.nan, 3.0, np.nan], "b": [np.nan, 2.0, np.nan, 4.0]})
print(df.ffill().values.tolist())
print(df.bfill().values.tolist())
print(df.interpolate().values.tolist())
s = df["a"]
print(s.interpolate().tolist(), s.hasnans, s.notna().tolist(), s.dropna().tolist(), s.size, s.is_unique)
print(s.rolling(2, min_periods=1).mean().tolist(), df.rolling(2).sum().values.tolist())
print(pd.to_numeric(pd.Series(["1", "x", "2.5"]), errors="coerce").tolist(), pd.to_numeric(["1", "2"]).tolist())
print(pd.unique(pd.Series([3, 1, 3])).tolist())
try:
    pd.to_numeric(pd.Series(["1", "x"]))
except ValueError as error:
    print(error)
