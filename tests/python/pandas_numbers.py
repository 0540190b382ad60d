# Numbers about tables: describe, means, correlations, quantiles, running values.
import numpy as np
import pandas as pd

df = pd.DataFrame({'x': [1, 2, 3, 4, 10], 'y': [2.0, 4.5, 6.0, np.nan, 20.0], 'k': list('abaab')})
print(df.describe())
print(df['x'].describe(), df['k'].describe(), sep='\n')
print(df.describe(include='all'))
print(df[['x', 'y']].mean(), df.std(numeric_only=True), df.max(), df.sum(), df.count(), sep='\n')
print(df['x'].mean(), df['x'].std(), df['x'].var(), df['y'].median(), df['x'].quantile(0.9), df['y'].min(), df['x'].sum())
print(df[['x', 'y']].corr(), round(df['x'].corr(df['y']), 10), df[['x', 'y']].quantile([0.25, 0.5]), sep='\n')
print(df['x'].cumsum().tolist(), df['x'].diff().tolist(), df['y'].cumsum().tolist(), df['x'].shift().tolist(), df.x.pct_change().round(3).tolist())
print(df['x'].rolling(2).mean(), df['x'].rolling(3, min_periods=1).sum().tolist(), df.x.expanding().mean().tolist(), sep='\n')
print(df['k'].value_counts(), df['k'].value_counts(normalize=True), df['k'].nunique(), df['x'].unique(), df['x'].idxmax(), sep='\n')
print(df[['x', 'y']].mean(axis=1), df[['x', 'y']].apply(np.sum), df.apply(lambda row: row['x'] * 2, axis=1).tolist(), sep='\n')
print(df['x'].clip(2, 4).tolist(), df['y'].round().tolist(), df['x'].rank().tolist(), df['k'].mode()[0], df.x.ewm(span=2).mean().round(4).tolist())
print(df.agg({'x': 'sum', 'y': 'mean'}), df['x'].agg(['min', 'max']), df.nunique(), sep='\n')
