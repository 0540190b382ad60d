# Errors of seaborn and scipy that seldom come; each text runs with the names below.
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from scipy import ndimage, stats

df = pd.DataFrame({"a": [1, 2, 3], "b": [4.0, 5.0, 6.0], "c": ["x", "y", "z"]})
X = np.arange(6.0).reshape(3, 2)
sns.despine()


def attempt(source):
    plt.close("all")
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("sns.lineplot(data=df, x='q', y='a')", "sns.scatterplot(data=df, x='a', y='q')",
               "sns.scatterplot(data=df, x='a', y='b', hue='q')", "sns.barplot(data=df, x='q', y='a')",
               "sns.boxplot(data=df, x='c', y='q')", "sns.histplot(data=df, x='q')", "sns.countplot(data=df, x='q')",
               "sns.kdeplot(data=df, x='q')", "sns.scatterplot(x='a', y='b')", "sns.histplot(x='a')",
               "sns.lineplot(x='a', y=[1])", "sns.barplot(x='a', y=[1])", "sns.heatmap(df)", "sns.pairplot(5)",
               "sns.pairplot(df, hue='q')", "sns.pairplot(df, vars=['q'])", "sns.set_theme(style='nothing')",
               "sns.set_style('nothing')", "sns.set_context('nothing')", "sns.set_palette('nothing')",
               "sns.color_palette('nothing')", "sns.nothing", "sns.jointplot(data=df, x='q', y='a')",
               "sns.catplot(data=df, x='c', y='a', kind='nothing')", "sns.displot(data=df, x='a', kind='nothing')",
               "sns.relplot(data=df, x='a', y='b', kind='nothing')", "sns.violinplot(data=df, x='q')",
               "sns.countplot(data=df, x='a', y='b')", "stats.pearsonr([1, 2], ['a', 'b'])", "stats.pearsonr([1], [1])",
               "stats.pearsonr([1, 2], [1, 2, 3])", "stats.norm.rvs(size=-1)", "ndimage.gaussian_filter(X, 1, mode='nothing')",
               "ndimage.uniform_filter(X, 3, mode='nothing')", "ndimage.convolve(X, np.ones((3, 3)), mode='nothing')",
               "ndimage.convolve(X, np.ones(3))", "ndimage.shift(X, 1, mode='nothing', order=1)",
               "ndimage.shift(X, [1, 2, 3], order=1)", "ndimage.zoom(X, [1, 2, 3], order=1)", "ndimage.nothing"):
    attempt(source)
