# Tables from dicts, lists and arrays, and how they print.
import numpy as np
import pandas as pd

df = pd.DataFrame({'name': ['Ann', 'Bob', 'Cy'], 'age': [31, 25, 47], 'height': [1.71, 1.805, 1.6], 'member': [True, False, True]})
print(df)
print(df.shape, df.columns, df.index, len(df), df.size, df.ndim)
print(df.dtypes)
print(pd.DataFrame([[1, 2.5], [3, 4.0]], columns=['a', 'b'], index=['x', 'y']))
print(pd.DataFrame([{'loss': 0.5, 'accuracy': 0.75}, {'loss': 0.25}]))
print(pd.DataFrame(np.arange(6).reshape(3, 2)))
history = {'loss': [0.91234, 0.51, 0.3333333], 'val_loss': [1.0, 0.75, 0.5]}
print(pd.DataFrame(history))
print(pd.DataFrame({'x': [1e-8, 1.0], 'y': [123456789.123, 2.0], 'z': [1e10, 5], 'n': [np.nan, 1]}))
print(pd.DataFrame({'big': [1234567.891, 0.5], 'neg': [-1, 20], 'long text here': ['a', 'a rather longer text']}))
print(pd.DataFrame(columns=['a', 'b']))
print(pd.DataFrame({'a': range(3)}, index=[10, 20, 30]).T)
print(df.to_string(index=False))
print(df.age.max(), df['name'][1], df[['age', 'height']].values.shape, df[['age', 'height']].to_numpy().tolist())
print(pd.DataFrame(np.zeros((2, 2)), columns=list('ab')).to_numpy(), df.empty, 'age' in df, list(df))
