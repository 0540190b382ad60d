import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(0, 2, 5)
lines = plt.plot(x, x ** 2, 'r--o', x, x ** 3, 'g:', label='power', linewidth=3)
print(len(lines), type(lines).__name__, type(lines[0]).__name__)
for line in lines:
    print(line.get_color(), line.get_linestyle(), line.get_marker(), line.get_linewidth(), line.get_label())
(only,) = plt.plot([3, 1, 2])
print(only.get_xdata(), only.get_ydata(), only.get_color(), only.get_label())
more = plt.plot(np.arange(6).reshape(3, 2), label=['a', 'b'])
print([m.get_label() for m in more], [m.get_color() for m in more])
print(more[1].get_data()[1].tolist(), more[1].get_xydata().tolist())
only.set_ydata([5, 6, 7])
only.set(color='C1', ls='-.', marker='s', ms=8, mfc='k')
print(only.get_ydata(), only.get_color(), only.get_ls(), only.get_markersize(), only.get_markerfacecolor())
for fmt in ['b', 'ko', '^k:', '-.', 'C3--', '#00ff00', 'tab:blue', 'sy', '--g', 'o-', '0.5', '1', 'rx']:
    line = plt.plot([1, 2], fmt)[0]
    print(fmt, line.get_color(), line.get_linestyle(), line.get_marker())
print(str(only), str(more[0]))
print(len(plt.gca().lines), plt.gca().get_xlim(), plt.gca().get_ylim())
print(plt.plot(), plt.plot([], []) != [])
plt.setp(lines, color='m', alpha=0.5)
print(plt.getp(lines[0], 'color'), lines[1].get_alpha(), lines[1].get_visible(), lines[1].get_zorder())
