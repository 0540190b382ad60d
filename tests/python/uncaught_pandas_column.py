# A column that is not there.
import pandas as pd

df = pd.DataFrame({'loss': [0.5, 0.25], 'epoch': [1, 2]})
print(df, df.columns.tolist(), df['loss'].min(), df.shape, df.loss.sum())
print(df['accuracy'])
