# pandas: labels and their methods.
import pandas as pd

i, j = pd.Index(["b", "a", "c", "a"], name="k"), pd.Index(["a", "z"])
print(i.union(j).tolist(), i.intersection(j).tolist(), i.difference(j).tolist(), i.unique().tolist(), i.nunique())
print(i.argsort().tolist(), i.sort_values().tolist(), i.duplicated().tolist(), i.is_unique, i.empty, i.size, i.ndim, i.shape)
print(i.isin(["a"]).tolist(), i.isna().tolist(), i.map(str.upper).tolist(), i.str.upper().tolist(), i.rename("q").name)
n = pd.Index([3, 1, 2])
print(n.max(), n.min(), n.to_numpy().tolist(), n.values.tolist(), n.astype(float).tolist(), n.copy().equals(n))
print(n.to_series().tolist(), n.to_frame(name="x")["x"].tolist(), n.nlevels)
