# Tables with categories: groups, dummies, codes, summaries.
import pandas as pd

df = pd.DataFrame({"k": pd.Categorical(["u", "v", "u"]), "n": [1, 2, 3], "s": ["p", "q", "r"]})
print(df.dtypes)
print(df)
df.info()
print(df.describe(include="all"))
print(df.select_dtypes("category").columns.tolist(), df.select_dtypes(include=["number"]).columns.tolist())
print(pd.get_dummies(df["k"]))
print(df.groupby("k", observed=False)["n"].sum())
print(df.set_index("k").index)
print(pd.concat([df, df])["k"].dtype)
df["code"] = df["k"].cat.codes
names = df.select_dtypes(["str"]).columns
df[names] = df[names].apply(lambda c: c.astype("category").cat.codes)
print(df)
ages = pd.Series([5, 18, 25, 40, 70, 33], name="age")
group = pd.cut(ages, bins=[0, 12, 20, 60, 100], labels=["child", "teen", "adult", "senior"])
print(group)
print(group.value_counts(sort=False))
print(pd.cut(ages, 3).cat.categories)
print(pd.cut([1, 5, 9], 2, labels=["lo", "hi"]))
table = pd.DataFrame({"age": ages, "g": group, "y": [0, 1, 0, 1, 1, 0]})
print(table.pivot_table(index="g", columns="y", values="age", observed=False))
print(table.groupby(["g", "y"], observed=False).size().head(4))
print(pd.qcut(ages, 4).head(3))
