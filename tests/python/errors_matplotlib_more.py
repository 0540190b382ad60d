# Errors of matplotlib's axes, colours, scales and grids of axes; each text runs with the names below.
import io

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import seaborn
from matplotlib import cm, colors, lines, patches, ticker

fig = ax = None
Z = np.arange(6.0).reshape(2, 3)
ends = {"green": [(0, 0, 0), (1, 1, 1)], "blue": [(0, 0, 0), (1, 1, 1)]}


def attempt(source):
    global ax, fig
    plt.close("all")
    fig, ax = plt.subplots()
    try:
        print(source, "gives", type(eval(source)).__name__)
    except Exception as error:
        text = str(error)
        print(source, type(error).__name__, text if len(text) < 300 else text[:30])


def space():
    return plt.figure().add_subplot(projection="3d")


def map_of(red):
    return colors.LinearSegmentedColormap("a", {"red": red, **ends})(0.5)


for source in ("plt.hist([1, 2, 3, 9], bins='stone')", "plt.hist([1, 2], bins='nothing')", "plt.figure().add_subplot(projection='nothing')",
               "lines.Line2D([1], [1]).remove()", "patches.Circle((0, 0)).remove()", "ax.plot([1])[0].remove()", "ax.title.remove()",
               "ax.set_xscale('nothing')", "ax.set_xscale('mercator')", "plt.imsave('x.nothing', Z)", "plt.imsave('x.png', Z, origin='nothing')",
               "plt.imsave(io.BytesIO(), Z, format='nothing')", "plt.imsave('x.bmp', Z)", "plt.violinplot([1, 2], nothing=1)",
               "ax.violinplot([1, 2], nothing=1)", "ax.violinplot([1, 2], color='r')", "plt.plot([1], [2], [3])",
               "plt.plot([1], [2], 'r', [3], [4], [5])", "ax.plot([1], [2], 5)", "plt.plot([1], [2], None)",
               "plt.scatter([1, 2, 3], [1, 2, 3], c=['r', 'g'])", "plt.scatter([1, 2], [1, 2], c=np.zeros((3, 4)))",
               "plt.scatter([1, 2], [1, 2], c=[])", "plt.scatter([1, 2], [1, 2], c=[(1, 0, 0)] * 3)", "ax.ticklabel_format(style='plain')",
               "(ax.set_xscale('log'), ax.ticklabel_format(style='plain'))",
               "(ax.xaxis.set_major_formatter(ticker.PercentFormatter()), ax.ticklabel_format(style='sci'))",
               "(plt.bar(['a'], [1]), plt.ticklabel_format(style='plain'))", "space().plot_surface(1, 2, np.array([1, 2]))",
               "space().plot_surface([1, 2], [1, 2], [1, 2])", "space().plot_wireframe([1, 2], [1, 2], [1, 2])", "space().plot_surface(Z, Z, Z[0])",
               "ax.set(xlabel='a', nothing=5)", "plt.setp(ax.plot([1]), lw=1, linewidth=2)", "lines.Line2D([1], [1], lw=1, linewidth=2)",
               "ax.plot([1])[0].set(lw=1, linewidth=2)", "ax.plot([1])[0].set(c='r', color='b')", "patches.Circle((0, 0), ec='r', edgecolor='b')",
               "patches.Rectangle((0, 0), 1, 1, fc='r', facecolor='b')", "ax.text(0, 0, 'a').set(size=1, fontsize=2)",
               "plt.text(0, 0, 'a', size=1, fontsize=2)", "ax.scatter([1], [1]).set(lw=1, linewidths=1)", "ax.plot({1: 2}, [1])",
               "ax.plot({1}, [1])", "ax.scatter({1}, [1])", "ax.scatter({1: 2}, {1: 2})", "ax.plot({1: 2})", "ax.plot({1, 2})",
               "ax.plot({1: 2}.keys(), {1: 2}.values())", "ax.grid(nothing=1)", "ax.grid(True, nothing=1)", "plt.grid(nothing=1)",
               "ax.tick_params(nothing=1)", "ax.xaxis.set_tick_params(nothing=1)", "plt.tick_params(axis='x', nothing=1)",
               "ax.tick_params(grid_nothing=1)", "plt.get_cmap(5)", "matplotlib.colormaps.get_cmap(5)", "plt.imshow(Z, cmap=5)",
               "plt.scatter([1], [1], c=[1], cmap=5)", "cm.ScalarMappable(cmap=5)", "plt.pcolormesh(Z, cmap=[1])", "plt.set_cmap(5)",
               "colors.to_rgba(('r', 2))", "colors.to_rgba(('r', -1))", "colors.to_rgba('r', 2)", "colors.to_rgba(((1, 0, 0), 1.5))",
               "plt.plot([1], color=('r', 2))", "colors.to_rgba_array('r', 2)", "map_of([(0.1, 0, 0), (1, 1, 1)])",
               "map_of([(0, 0, 0), (0.9, 1, 1)])", "map_of([(0, 0, 0), (0.9, 1, 1), (0.5, 1, 1), (1, 1, 1)])", "map_of([(0, 0), (1, 1)])",
               "fig.add_subplot(5)", "fig.add_subplot(1000)", "plt.subplot(12)", "plt.subplot(5)", "fig.add_subplot(2, 2, (1, 2, 3))",
               "fig.add_subplot(2, 2, (1.5, 2))", "fig.add_subplot(2, 2, (1, 9))", "fig.add_subplot(2, 2, [1, 2])", "fig.add_subplot(-5)",
               "(ax.plot([1], label='a'), ax.legend(loc=11))", "(ax.plot([1], label='a'), ax.legend(loc=-1))",
               "(ax.plot([1], label='a'), ax.legend(loc=(1, 2, 3)))", "(ax.plot([1], label='a'), ax.legend(loc=1.5))",
               "(ax.plot([1], label='a'), ax.legend(loc='nothing'))", "(ax.plot([1], label='a'), ax.legend(loc=[1, 2]))", "fig.legend(loc=12)",
               "ax.legend(loc=None)", "plt.contour([1, 2, 3], np.zeros((3, 3)), np.zeros((3, 3)))", "plt.contour([1, 2], [1, 2], np.zeros((3, 3)))",
               "seaborn.jointplot(x=[1, 2, 3], y=[2, 1, 4], kind='nothing')"):
    attempt(source)
for form in (5, b'r', ['r'], None, 'qq', 'r--'):
    attempt(f"ax.errorbar([1], [1], yerr=[1], fmt={form!r})")
fig, axes = plt.subplots(2, 2)
for source in ("axes.reshape(3)", "axes.reshape(3, 2)", "axes.reshape((5,))", "axes.reshape(-1, 3)", "axes.reshape(2, 2, 3)",
               "axes.reshape(1, 4).shape", "axes.reshape(-1, -1)", "axes.reshape('a')", "axes.reshape(-1).shape"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
values = [1.0, 2.5, 2.0, 3.5, 9.0, 8.0, 2.25, 7.0, 4.5, 4.0]
counts, edges, _ = plt.hist(values, bins="stone")
print(counts.tolist(), edges.tolist())
print(plt.hist([3.0], bins="stone")[0].tolist(), plt.hist(np.arange(200) ** 2 % 37, bins="stone")[0].tolist())
for name in ("auto", "fd", "doane", "scott", "rice", "sturges", "sqrt"):
    print(name, plt.hist([1, 2, 2, 3, 9, 4, 4, 5], bins=name)[0].tolist(), plt.hist([values, [1.0, 2.0]], bins=name)[1].tolist())
