# An attribute that tables do not have.
import pandas as pd

df = pd.DataFrame({'a': [1, 2, 3]})
print(df.a.tolist(), hasattr(df, 'a'), hasattr(df, 'append'), df.size, df.ndim)
df = df.append({'a': 4}, ignore_index=True)
