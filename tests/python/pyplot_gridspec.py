import numpy as np
import matplotlib.pyplot as plt
from matplotlib.gridspec import GridSpec
fig = plt.figure(figsize=(6, 6))
gs = GridSpec(3, 3, figure=fig, width_ratios=[1, 2, 1], height_ratios=[2, 1, 1])
print(gs, gs.get_geometry(), gs[0, 0], gs[1:, :2], gs[-1, -1], gs[4])
a = fig.add_subplot(gs[0, :])
b = fig.add_subplot(gs[1:, 0], sharex=a)
print(a.get_subplotspec().colspan, b.get_subplotspec().rowspan, b.get_subplotspec().is_last_row())
print(np.round(a.get_position().bounds, 3), np.round(b.get_position().bounds, 3))
inner = gs[1:, 1:].subgridspec(2, 2)
c = fig.add_subplot(inner[1, 1])
print(np.round(c.get_position().bounds, 3), len(fig.axes))
a.plot([0, 5], [1, 2])
print(b.get_xlim(), a.get_xlim(), b.get_ylim())
for bad in (lambda: gs[3, 0], lambda: gs[9], lambda: GridSpec(0, 1), lambda: GridSpec(2, 2, width_ratios=[1])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
fig, axs = plt.subplots(2, 2, sharex='col', sharey='row', gridspec_kw={'width_ratios': [3, 1]})
axs[0, 0].plot([0, 10], [0, 1])
axs[0, 1].plot([0, 1], [5, 6])
print(axs[1, 0].get_xlim(), axs[0, 0].get_ylim() == axs[0, 1].get_ylim(), np.round(axs[0, 1].get_position().width, 4))
ax = fig.add_axes([0.1, 0.2, 0.3, 0.4])
print(ax.get_position().bounds, np.round(ax.get_position().x1, 2), ax.get_subplotspec())
mosaic = plt.figure().subplot_mosaic('AB;CC')
print(sorted(mosaic), mosaic['C'].get_subplotspec().colspan)
fig.delaxes(ax)
print(len(fig.axes), plt.subplot2grid((2, 2), (1, 0), rowspan=1, colspan=2).get_subplotspec())
