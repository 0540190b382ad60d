# pandas: operators as methods.
import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [4, 5, 6]})
print(df.add(1).values.tolist(), df.mul(2).values.tolist(), df.div(2).values.tolist())
print(df.pow(2).values.tolist(), df.mod(2).values.tolist())
print(df.gt(2).values.tolist(), df.ge(2).values.tolist(), df.lt(2).values.tolist(), df.le(2).values.tolist())
print(df.eq(2).values.tolist(), df.ne(2).values.tolist())
s, t = pd.Series([1, 2, 3], index=list("abc")), pd.Series([10, 20], index=list("bc"))
print(s.add(t, fill_value=0))
print(s.mul(t).tolist(), s.sub(1).tolist(), s.pow(2).tolist(), s.mod(2).tolist(), s.div(4).tolist())
print(s.eq(2).tolist(), s.ne(2).tolist(), s.lt(2).tolist(), s.ge(2).tolist(), s.gt(1).tolist())
print(df.isin([1, 6]).values.tolist(), df.where(df > 2, 0).values.tolist(), df.mask(df > 2, -1).values.tolist())
print(df.map(lambda x: x * 10).values.tolist(), df.pipe(lambda d: d.sum().sum()))
print(df.eval("a + b").tolist())
df = df.eval("c = a * b")
print(df)
print(df.T.shape, s.T.tolist(), s.dot(s), s.abs().tolist())
