# seaborn's plots of categories, distributions and grids.
import matplotlib
import numpy as np
import pandas as pd

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import seaborn as sns

sns.set_theme(style="darkgrid")
rng = np.random.RandomState(0)
df = pd.DataFrame({"a": rng.rand(30), "b": rng.rand(30), "c": rng.choice(["x", "y"], 30), "d": rng.randint(0, 3, 30)})
for draw in (lambda: sns.violinplot(x="c", y="a", data=df), lambda: sns.stripplot(x="c", y="a", data=df),
             lambda: sns.swarmplot(x="c", y="a", data=df), lambda: sns.pointplot(x="c", y="a", data=df),
             lambda: sns.residplot(x="a", y="b", data=df), lambda: sns.ecdfplot(df["a"]),
             lambda: sns.violinplot(data=df[["a", "b"]]), lambda: sns.violinplot(y=df["a"]), lambda: sns.countplot(df["c"]),
             lambda: sns.countplot(x="c", data=df)):
    plt.figure()
    ax = draw()
    print(type(ax).__name__, repr(ax.get_xlabel()), repr(ax.get_ylabel()))
for draw in (lambda: sns.catplot(x="c", y="a", data=df, kind="box"), lambda: sns.jointplot(x="a", y="b", data=df),
             lambda: sns.lmplot(x="a", y="b", data=df), lambda: sns.displot(df["a"]), lambda: sns.displot(df, x="a", col="c"),
             lambda: sns.relplot(x="a", y="b", data=df, hue="c")):
    print(type(draw()).__name__)
grid = sns.FacetGrid(df, col="c", hue="d", height=2)
grid.map(plt.hist, "a").add_legend()
grid.set_axis_labels("value", "count").set_titles("{col_name}")
print(grid.axes.shape, [ax.get_title() for ax in grid.axes.flat], len(grid.axes.flat[0].patches) > 0)
grid.map_dataframe(sns.scatterplot, x="a", y="b")
print(grid.set(ylim=(0, 9)) is grid, grid.axes.flat[0].get_ylim(), grid.tight_layout() is grid)
print(sns.FacetGrid(df, row="c").ax is None if False else sns.FacetGrid(df).ax.get_title() == "", grid.col_names)
joint = sns.JointGrid(data=df, x="a", y="b")
print(joint.ax_joint.get_xlabel(), type(joint.figure).__name__)
print(sns.color_palette("husl", 3), sns.husl_palette(2))
for refused in (sns.catplot, sns.displot, sns.relplot):
    try:
        refused(x="c", y="a", data=df, kind="none")
    except ValueError as error:
        print(error)
