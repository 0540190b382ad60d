# Boxes for groups and for columns.
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns

df = pd.DataFrame({'x': [1, 2, 3, 4], 'y': [2.0, 4.0, 5.0, 9.0], 'kind': ['a', 'b', 'a', 'b']})
sns.boxplot(x='kind', y='y', data=df)
plt.show()
sns.boxplot(data=df[['x', 'y']])
df.plot(kind='box')
plt.show()
print(df.groupby('kind')['y'].median(), df['y'].quantile([0.25, 0.75]).tolist(), df.shape, len(df), sep='\n')
