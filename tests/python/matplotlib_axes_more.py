# matplotlib: artists added by hand and further methods of Axes.
import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import Rectangle

fig, ax = plt.subplots()
patches = PatchCollection([Rectangle((0, 0), 1, 1), Rectangle((1, 1), 2, 1)], alpha=0.5)
print(ax.add_collection(patches) is patches, len(ax.collections))
lines = LineCollection([[(0, 0), (1, 1)], [(1, 0), (0, 1)]])
lines.set_linestyle("--")
ax.add_collection(lines)
print(len(ax.collections), type(ax.add_artist(Rectangle((0, 0), 1, 2))).__name__)
points = ax.scatter([1, 2], [3, 4], s=[10, 20])
points.set_sizes([30, 40])
print([float(v) for v in points.get_sizes()])
points.set_facecolors("red")
ax.broken_barh([(0, 1)], (0, 1))
print(sorted(ax.violinplot([[1, 2, 3]])))
print(type(ax.arrow(0, 0, 1, 1)).__name__, type(ax.axline((0, 0), slope=2)).__name__, len(ax.eventplot([1, 2, 3])))
band = ax.fill_betweenx([0, 1], [0, 0], [1, 2])
print(type(band).__name__)
ax.semilogx([1, 10], [1, 2])
print(ax.get_xscale(), [t.get_text() for t in ax.pie([1, 3], labels=["a", "b"])[1]])
fig, ax = plt.subplots()
cs = ax.contour(np.arange(16).reshape(4, 4) / 3.0, levels=[1, 2])
print(type(cs.clabel()).__name__ in ("list", "silent_list"), ax.clabel(cs) is not None)
ax.set_position([0.1, 0.1, 0.5, 0.5])
ax.spy(np.eye(4))
ax.remove()
print(len(fig.axes))
plt.close("all")
print(isinstance(matplotlib.get_cachedir(), str), len(matplotlib.rcParams.find_all("figure.figsize")), matplotlib.set_loglevel("warning"))
matplotlib.rc_file_defaults()
