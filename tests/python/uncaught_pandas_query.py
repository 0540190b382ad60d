# What query refuses.
import pandas as pd

df = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
for text in ("c > 1", "a > @nothere", "a ? 1", "a . 1"):
    try:
        print(df.query(text))
    except SyntaxError:
        print("SyntaxError")
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)
try:
    df.query(3)
except ValueError as error:
    print(error)
df.query("zz == 1")
