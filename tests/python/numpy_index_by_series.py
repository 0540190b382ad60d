# Columns of pandas pick from arrays, alone and beside other indices.
import numpy as np, pandas as pd
a = np.arange(12).reshape(4, 3)
s = pd.Series([True, False, True, False]); i = pd.Series([2, 0], index=[5, 6])
print(a[s]); print(a[s, 1]); print(a[i]); print(a[i, 0]); print(a[1, pd.Index([0, 2])])
a[s, 0] = -1; print(a); a[s] = 7; print(a)
print(a[s.values, :2], a[~s, 2], a[:, i])
print(np.arange(4)[pd.Series([1, 2])], [1, 2][np.int64(1)])
print(a[range(2)], a[range(2), 0])
for bad in (pd.Series(['a', 'b']), pd.Series([0.5, 1.0])):
    try: a[bad, 0]
    except Exception as e: print(type(e).__name__, e)
