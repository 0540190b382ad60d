# pandas: tables from JSON and from columns that tabs part; bounds of intervals.
import io

import pandas as pd

df = pd.read_json(io.StringIO('[{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]'))
print(df, df["a"].dtype)
print(pd.read_json(io.StringIO('{"a": {"0": 1, "1": 2}, "b": {"0": 3.5, "1": 4}}')).values.tolist())
print(pd.read_table(io.StringIO("x\ty\n1\t2\n3\t4\n")))
print(df.to_json(orient="records"), df.to_dict("list"))
interval = pd.Interval(0, 5)
print(interval, 5 in interval, 0 in interval, interval.left, interval.right, interval.closed)
print(pd.cut(pd.Series([1, 7]), [0, 5, 10]).tolist())
