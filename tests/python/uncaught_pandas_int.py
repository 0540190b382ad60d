# Missing values have no place among integers.
import numpy as np
import pandas as pd

s = pd.Series([1.0, 2.0, np.nan])
print(s.fillna(0).astype(int).tolist(), s.dtype, s.isna().sum(), s.sum(), s.count())
s.astype(int)
