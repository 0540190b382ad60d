# Where tables and columns draw: into which axes, how many, with which titles.
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
import pandas as pd

df = pd.DataFrame({'x': [1.0, 2, 3, 4, 5, 6], 'y': [2, 1, 4, 3, 6, 5], 'z': [1, 1, 2, 3, 5, 8], 'kind': list('abcabc')})
first = df['x'].plot()
second = df['y'].plot.hist(bins=3, alpha=0.5)
print(first is second, len(first.lines), len(first.patches), len(plt.get_fignums()))
other = df.plot(y='x')
print(other is first, len(plt.get_fignums()))
plt.close('all')

axes = df.hist(figsize=(8, 6), bins=4)
print(axes.shape, [ax.get_title() for ax in axes.ravel()])
print(df.hist(column='y').shape, df.hist(column=['x', 'z']).shape, df.hist(layout=(3, 1)).shape)
try:
    df.hist(layout=(1, 2))
except ValueError as problem:
    print(problem)
plt.close('all')

ax = df.boxplot(column='y', by='kind')
print(ax.get_title(), ax.get_xlabel(), [label.get_text() for label in ax.get_xticklabels()])
both = df.boxplot(by='kind', column=['x', 'y'])
print(len(both.ravel()), plt.gcf().get_suptitle())
