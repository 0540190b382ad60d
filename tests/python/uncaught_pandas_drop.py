# Dropping what is not there.
import pandas as pd

df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
print(df.drop('b', axis=1), df.drop(columns='a').shape, df.drop(0), df.drop(columns=['zz'], errors='ignore').shape)
df.drop('target', axis=1)
