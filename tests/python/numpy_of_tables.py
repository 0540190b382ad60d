# numpy's functions of pandas' columns and tables give columns and tables.
import numpy as np
import pandas as pd

s = pd.Series([1, 4, 9], name="q", index=list("abc"))
df = pd.DataFrame({"a": [1.0, 4.0], "b": [9.0, None]})
print(np.sqrt(s), np.log1p(s), np.exp(df), sep="\n")
print(np.round(s / 3, 2), np.maximum(s, 5), np.add(s, s), sep="\n")
print(np.clip(s, 2, 5), np.cumsum(s), np.cumprod(s).tolist(), np.isnan(df), sep="\n")
print(np.sum(s), np.mean(s), np.std(s), np.var(s), np.max(s), np.min(s), np.median(s), np.prod(s), np.argmax(s))
print(np.sum(df["b"]), np.mean(df["b"]), np.any(s > 3), np.all(s > 3))
print(np.sum(df, axis=0), np.mean(df), np.array(s), np.where(s > 3, 1, 0), sep="\n")
print(np.modf(s / 2)[0].tolist(), np.greater(s, 3).tolist(), np.multiply(df, [1, 2]))
print(np.argsort(s).tolist(), np.add(s, pd.Series([1, 1], index=["a", "c"])))
print(df.sum(skipna=False), np.power(df, 2), np.hypot(df, df))


class Own:
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return ufunc.__name__, method, len(inputs), sorted(kwargs)


class Never:
    def __repr__(self):
        return "<never>"

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return NotImplemented


print(np.sqrt(Own()), np.add(1, Own()), np.multiply(Own(), 2, where=True))
try:
    np.sqrt(Never())
except TypeError as error:
    print(error)
try:
    np.add(1, Never())
except TypeError as error:
    print(error)
