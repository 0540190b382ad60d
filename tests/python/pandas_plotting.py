# pandas.plotting and the layouts of df.plot.
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

df = pd.DataFrame(np.random.RandomState(0).randn(30, 4).cumsum(axis=0), columns=list('ABCD'))
print(pd.plotting.scatter_matrix(df, figsize=(5, 5)).shape, df.plot(subplots=True, layout=(2, 2), title='all').shape, len(df.plot(subplots=True)))
ax = df[['A', 'B']].plot(secondary_y='B', style=['-', '--'])
print(len(ax.get_lines()), [line.get_linestyle() for line in df.plot(style={'A': ':'}).get_lines()][:1], df['A'].plot(style='r--').get_lines()[0].get_linestyle())
plt.figure()
print(pd.plotting.autocorrelation_plot(df['A']).get_lines()[-1].get_ydata()[:3].round(4))
plt.figure()
print(pd.plotting.lag_plot(df['A'], lag=2).get_xlabel())
plt.close('all')
