# What is written to files or drawn by a toolkit: asked for, so that nothing is printed.
import os
import tempfile

import matplotlib

matplotlib.use("Agg")
import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from matplotlib.animation import FuncAnimation, PillowWriter
from matplotlib.backends.backend_agg import FigureCanvasAgg
from sklearn.datasets import make_blobs
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier, export_graphviz, plot_tree

X, y = make_blobs(20, centers=2, random_state=0)
tree = DecisionTreeClassifier(max_depth=1).fit(X, y)
fig, ax = plt.subplots()
line, = ax.plot([], [])
made = FuncAnimation(fig, lambda i: line.set_data(range(i), range(i)), frames=2)
df = pd.DataFrame({"a": [1.0, 2, 4, 3], "b": [2.0, 1, 3, 5], "c": list("xyxy")})
space = plt.figure().add_subplot(projection="3d")
canvas = FigureCanvasAgg(fig)
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "made.")
    made.save(name + "gif", writer=PillowWriter(fps=2))
    canvas.print_png(name + "png")
    sns.FacetGrid(df, col="c").map(plt.hist, "a").savefig(name + "facet.png")
    sns.jointplot(x="a", y="b", data=df).savefig(name + "joint.png")
    sns.pairplot(df).savefig(name + "pairs.png")
    print(sum(each.startswith("made.") for each in os.listdir(folder)) == 5)
    for ask in (made.to_jshtml, canvas.buffer_rgba, lambda: plot_tree(tree), lambda: export_graphviz(tree),
                lambda: space.contour3D([[0, 1], [0, 1]], [[0, 0], [1, 1]], [[0, 1], [1, 2]])):
        try:
            ask()
        except NotImplementedError:
            pass
made.pause()
made.resume()
try:
    from sklearn.ensemble import BaggingClassifier
    from sklearn.svm import LinearSVC
except ImportError:
    pass
try:
    from sklearn.svm import LinearSVC
except ImportError:
    pass
try:
    SVC().fit(X, y).predict_proba(X)
except AttributeError as error:
    print(type(error).__name__)
ticks = mdates.AutoDateLocator().tick_values(pd.Timestamp("2020-01-01"), pd.Timestamp("2020-03-01"))
print(len(ticks) > 2, len(mdates.AutoDateFormatter(mdates.AutoDateLocator()).format_ticks([18262.0, 18300.0])))
print(mdates.HourLocator(interval=2) is not None, mdates.MinuteLocator() is not None, mdates.SecondLocator() is not None)
print(pd.Timestamp.now().year > 2000, pd.Timestamp.today().year > 2000, pd.Timestamp.fromtimestamp(0).year in (1969, 1970))
print(pd.Timedelta(days=1).value > 0)
