# matplotlib: what bars and pies give back.
import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import numpy as np

fig, ax = plt.subplots()
bars = ax.bar([1, 2], [3, 4], bottom=[1, 1])
print([float(v) for v in bars.bottoms], [float(v) for v in bars.tops])
pie = ax.pie([1, 3], labels=["a", "b"])
print([float(v) for v in pie.values], [float(v) for v in pie.fracs])
band = ax.fill_between([0, 1], [0, 0], [1, 2])
band.set_color("red")
mesh = ax.contour(np.arange(16).reshape(4, 4) / 3.0, levels=[1, 2])
bar = fig.colorbar(ax.imshow([[1, 2], [3, 4]]))
print(bar.outline is not None, bar.solids is not None)
bar.update_normal(bar.mappable)
legend = ax.legend([bars], ["bars"])
print(len(legend.get_texts()), fig.get_figure() is fig)
f = np.float64(2.5)
print(f.__int__(), f.__float__(), np.int32(7).__int__(), np.int8(3).__float__())
