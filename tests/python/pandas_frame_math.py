# pandas: numbers of whole tables.
import numpy as np
import pandas as pd

df = pd.DataFrame({"a": [1, -2, 3, 4], "b": [2.5, 0.5, -1.5, 4.0]})
print(df.abs())
print(df.clip(0, 3).values.tolist())
print(df.cumsum().values.tolist(), df.cumprod().values.tolist())
print(df.cummax().values.tolist(), df.cummin().values.tolist())
print(df.diff().fillna(0).values.tolist(), df.shift(1, fill_value=0).values.tolist())
print(df.round(0).values.tolist())
print(df.prod(), df.median())
print(df.skew().round(6).to_dict(), df.kurt().round(6).to_dict())
print(df.min().to_dict(), df.idxmax().to_dict(), df.idxmin().to_dict())
print(df.rank().values.tolist())
print(df.mode().values.tolist())
print(df.cov().round(4).values.tolist(), round(df["a"].cov(df["b"]), 6))
print(df.pct_change().round(3).values.tolist())
print(df.corrwith(df["a"]).round(6).to_dict())
print(df.dot(np.array([1, 2])).tolist())
