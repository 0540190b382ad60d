# pandas: one column and its methods.
import pandas as pd

s = pd.Series([3, 1, 2, 3], index=list("abcd"), name="n")
print(s.argmax(), s.argmin(), s.idxmin(), s.argsort().tolist(), list(s.keys()), s.get("b"), s.get("zz", 0))
print(s.cummax().tolist(), s.cummin().tolist(), s.cumprod().tolist(), s.prod(), round(s.sem(), 6))
print(round(s.skew(), 6), round(s.kurt(), 6), s.nsmallest(2).tolist(), s.tail(1).tolist(), s.take([1, 2]).tolist())
print(s.drop("a").tolist(), s.drop_duplicates().tolist(), s.mask(s > 2, 0).tolist(), s.pipe(len))
print(s.rename_axis("key").index.name, s.set_axis([1, 2, 3, 4]).index.tolist())
print(s.to_string())
print(s.groupby([0, 0, 1, 1]).sum().tolist(), pd.Series([7]).item(), s.infer_objects().dtype)
m = pd.Series([1, 2, 3, 4], index=pd.MultiIndex.from_product([["x", "y"], [0, 1]], names=["k", "i"]))
print(m.unstack())
print(m.index.get_level_values("k").tolist(), m.index.nlevels, m.index.get_loc(("y", 0)))
print(pd.MultiIndex.from_tuples([("a", 1), ("b", 2)]).tolist(), m.index.rename(["p", "q"]).names)
