# The truth of a whole column.
import pandas as pd

s = pd.Series([1, 2, 3])
print((s > 1).any(), (s > 1).all(), (s > 1).sum(), s.empty, len(s), bool(s.iloc[0]))
if s > 1:
    print('never')
