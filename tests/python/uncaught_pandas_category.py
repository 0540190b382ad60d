# What columns of categories refuse.
import pandas as pd

c = pd.Series(["a", "b"]).astype("category")
o = pd.Series(pd.Categorical(["a", "b"], ordered=True))
tries = [lambda: c < "b", lambda: c.mean(), lambda: c.sum(), lambda: c.fillna("z"), lambda: c + "x", lambda: c.min(),
         lambda: pd.Series([1]).cat, lambda: c.cat.rename_categories(["x"]), lambda: c.cat.remove_categories(["q"]),
         lambda: c.cat.add_categories(["a"]), lambda: c.cat.reorder_categories(["a"]), lambda: o < "q",
         lambda: pd.Categorical(["a"], categories=["a", "a"]), lambda: c == o,
         lambda: pd.Categorical(["a"], categories=["a", None])]
for f in tries:
    try:
        print(f().tolist())
    except Exception as error:
        print(type(error).__name__, error)
c[0] = "b"
print(c.tolist(), c.dtype)
c[1] = "q"
