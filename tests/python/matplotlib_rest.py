# matplotlib: bars, pies, colour bars, fonts and the last of the artists.
import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MultipleLocator, NullFormatter

fig, ax = plt.subplots()
bars = ax.bar([1, 2], [3, 4], bottom=[1, 1])
print([float(p.get_height()) for p in bars.patches], ax.get_figure() is fig)
ax.xaxis.set_minor_locator(MultipleLocator(0.5))
ax.xaxis.set_minor_formatter(NullFormatter())
print(type(ax.yaxis.get_offset_text()).__name__)
ax.plot([1], [2], label="one")
legend = ax.legend()
legend.get_texts()[0].set_fontsize(8)
points = ax.scatter([1, 2], [3, 4])
bar = fig.colorbar(ax.imshow([[1, 2], [3, 4]]))
bar.set_alpha(0.5)
bar.update_ticks()
bar.remove()
print(len(fig.axes))
font = FontProperties(family="serif", size=12)
font.set_size(14)
font.set_family("monospace")
print(font.get_family(), float(font.get_size()), font.get_file())
fig.set_tight_layout(True)
fig.set_constrained_layout(False)
matplotlib.interactive(False)
plt.switch_backend("agg")
print(plt.get_backend().lower(), matplotlib.is_interactive())
plt.close("all")
