# info() and other views of a whole table.
import numpy as np
import pandas as pd

df = pd.DataFrame({'age': [22, 38, 26], 'fare': [7.25, np.nan, 7.92], 'name': ['a', 'b', None], 'ok': [True, False, True]})
df.info()
print(df.select_dtypes(include='number').columns.tolist(), df.select_dtypes('object').shape, df.select_dtypes(exclude=['float64']).columns.tolist())
df[['age']].set_index('age').info()
pd.DataFrame({'x': np.arange(2000)}, index=np.arange(2000) * 2).info()
print(df.memory_usage().sum() > 0, df.axes[1].tolist(), df.T.shape, df.to_dict('split')['columns'])
print(df.isna().mean().round(3), df.isna().sum().sort_values(ascending=False), sep='\n')
print(df.columns[df.isna().any()].tolist(), df.columns[0], df.columns.get_loc('ok'), df.index[-1], df.dtypes['age'], df.dtypes.value_counts().tolist())
print(pd.Index([3, 1]), pd.Index(['a', 'b'], name='n'), df.index.tolist(), df.columns.isin(['age']), pd.RangeIndex(3))
print(pd.Index(list(range(0, 200, 3))), pd.Index([f'col{i}' for i in range(14)]), pd.Index([0.5, 1.5]))
