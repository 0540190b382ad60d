# Long and wide tables are cut when they print.
import numpy as np
import pandas as pd

df = pd.DataFrame({'epoch': np.arange(100), 'loss': 1 / np.arange(1, 101), 'tag': ['t%d' % i for i in range(100)]})
print(df)
print(df['loss'])
print(df.head(3))
print(df.tail(2))
wide = pd.DataFrame(np.arange(60).reshape(2, 30) * 1000, columns=[f'column{i}' for i in range(30)])
print(wide)
print(pd.DataFrame(np.round(np.arange(300).reshape(100, 3) / 7, 3)))
print(pd.DataFrame({'a': range(61)}))
print(pd.Series(range(70), name='n'))
with pd.option_context('display.max_rows', 4):
    print(df)
pd.set_option('display.precision', 2)
print(df.head(2))
pd.reset_option('display.precision')
print(df.head(2).to_string(), pd.get_option('display.max_rows'))
