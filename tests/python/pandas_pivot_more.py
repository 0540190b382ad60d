# Pivot tables by several columns, with several summaries and margins; unstack; pivot.
import pandas as pd

df = pd.DataFrame({"city": ["a", "a", "b", "b", "a", "c"], "kind": ["x", "y", "x", "y", "x", "x"],
                   "n": [1, 2, 3, 4, 5, 6], "v": [.5, 1.5, 2.5, 3.5, 4.5, 5.5]})
print(df.pivot_table(values="n", index="city", columns="kind", aggfunc="sum", fill_value=0))
print(df.pivot_table(values=["n", "v"], index="city", columns="kind", aggfunc="mean"))
print(df.pivot_table(index=["city", "kind"], values="v"))
print(df.pivot_table(values="n", index="city", columns="kind", aggfunc="sum", margins=True))
print(df.pivot_table(values="n", index="city", columns="kind", aggfunc=["mean", "count"]))
print(pd.pivot_table(df, values="n", index="city", columns="kind", aggfunc=len))
print(df.drop_duplicates(["city", "kind"]).pivot(index="city", columns="kind", values="n"))
print(df.groupby(["city", "kind"])["n"].sum().unstack(fill_value=0))
