# pandas: tables in another shape.
import pandas as pd

df = pd.DataFrame({"city": ["Rome", "Oslo", "Rome"], "year": [2020, 2020, 2021], "sales": [5, 7, 9]})
print(df.pivot(index="city", columns="year", values="sales"))
print(df.add_prefix("x_").columns.tolist(), df.add_suffix("_y").columns.tolist(), list(df.keys()))
print(df.nlargest(2, "sales"))
print(df.nsmallest(1, "sales").index.tolist(), df.take([2, 0])["sales"].tolist())
print(df.set_axis(["r1", "r2", "r3"], axis=0).index.tolist(), df.rename_axis("row").index.name)
print(df.reindex([0, 2, 5]))
print(df.value_counts(["city"]))
print(pd.DataFrame({"k": [1, 2], "v": [[1, 2], []]}).explode("v"))
print(df[["sales"]].squeeze().tolist(), len(df))
print(pd.DataFrame.from_dict({"r": [1, 2], "s": [3, 4]}, orient="index", columns=["x", "y"]))
print(pd.DataFrame.from_records([(1, "a"), (2, "b")], columns=["n", "t"]))
try:
    df.nlargest(1, "nothing")
except KeyError as error:
    print("KeyError", error)
