# Lists as rows, columns by pattern, conditions of one column for a whole table, numbers about all columns.
import numpy as np
import pandas as pd

df = pd.DataFrame({"text": ["Good movie!", "Bad, bad film", "fun"], "n": [1, 2, 3], "name": list("abc")})
df["words"] = df["text"].str.lower().str.findall(r"\w+")
print(df["words"].explode(), df["words"].explode(ignore_index=True).value_counts())
print(df.explode("words"), df.explode("words", ignore_index=True).shape)
print(pd.Series([[1, 2], [], 3]).explode().tolist())
print(df.filter(like="n").columns.tolist(), df.filter(regex="^t").columns.tolist(), df.filter(items=["n", "q"]).columns.tolist(),
      df.filter(items=[0, 2], axis=0).index.tolist(), df.filter(like="1", axis=0).index.tolist())
print(df[["n", "name"]].where(df.n > 1), df[["n"]].mask(df.n > 1, other=0), df[["n"]].where(lambda t: t > 2).n.tolist())
print(df[["n"]].idxmax(), df.idxmin(numeric_only=True), df[["n"]].sum(skipna=False))
print(df.set_index(["name", "n"], append=True).index.tolist(), df.set_index("name", append=True).index.names)
print(pd.Series([5, 1, None]).describe(), pd.Index(range(3)), pd.Index(np.arange(30) * 1000))
for f in (lambda: df.filter(), lambda: df.filter(like="a", regex="b")):
    try:
        print(f())
    except TypeError as error:
        print(error)
