# What pivot refuses.
import pandas as pd

df = pd.DataFrame({"city": ["a", "a"], "kind": ["x", "x"], "n": [1, 2]})
for f in (lambda: df.pivot_table(values="q", index="city"), lambda: df.pivot_table(values="n"),
          lambda: pd.factorize(["b", "a"])):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
df.pivot(index="city", columns="kind", values="n")
