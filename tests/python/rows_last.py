# Names of several libraries that are called seldom.
import numpy as np
import pandas as pd

np.testing.assert_(True)
df = pd.DataFrame({"a": [1, 2, 4], "b": [2.0, 4.0, 9.0]})
print(df.var().round(6).to_dict(), df["a"].var(), df.std().round(6).tolist())
import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
from matplotlib.gridspec import GridSpec
from matplotlib.ticker import FixedLocator, NullLocator

fig, ax = plt.subplots()
axes = df.hist()
print(axes.shape)
print(type(df["a"].hist()).__name__)
print(list(NullLocator().tick_values(0, 1)), [float(v) for v in FixedLocator([1, 2]).tick_values(0, 1)])
grid = GridSpec(2, 2, figure=fig)
ax.set_subplotspec(grid[0, 0])
print(ax.get_subplotspec().is_first_row())
df.boxplot()
try:
    from matplotlib.ticker import Locator
    Locator().tick_values(0, 1)
except NotImplementedError as error:
    print(error)
from sklearn.compose import make_column_selector
from sklearn.preprocessing import StandardScaler

print(make_column_selector(dtype_include=np.number)(pd.DataFrame({"x": [1], "t": ["a"], "y": [2.0]})))
print(StandardScaler().set_output(transform="default").fit_transform([[1.0], [3.0]]).tolist())
plt.close("all")
