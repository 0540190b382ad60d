import numpy as np
import matplotlib.pyplot as plt
from matplotlib import colors as mcolors
from matplotlib.colors import ListedColormap, LinearSegmentedColormap, Normalize, to_rgb, to_rgba, to_hex
for c in ['r', 'k', 'C0', 'C3', 'tab:orange', '#ff8800', '#f80', '0.25', 'steelblue', (0.1, 0.2, 0.3), 'none', 'g', 'c']:
    print(c, to_rgba(c), to_hex(c))
print(to_rgb('#12345678'), to_rgba('#12345678'), to_rgba('b', 0.5), to_hex((0.1, 0.5, 1, 0.2), keep_alpha=True))
print(mcolors.is_color_like('red'), mcolors.is_color_like('redd'), mcolors.same_color('r', (1, 0, 0)))
norm = Normalize(vmin=0, vmax=10)
print(norm(5), norm(np.array([0, 2.5, 20])), norm.inverse(0.3), norm.scaled(), Normalize().scaled())
cmap = ListedColormap(['red', '#00ff00', 'blue'])
print(cmap.N, cmap.name, cmap(0), cmap(1), cmap(0.99), cmap([0.0, 0.5, 1.0]))
seg = LinearSegmentedColormap.from_list('mine', ['black', 'white'])
print(seg(0.0), seg(1.0), np.round(seg(0.5), 3), seg.N, seg.name)
seg3 = LinearSegmentedColormap.from_list('m', ['r', 'g', 'b'], N=3)
print(seg3(np.arange(3)))
print(plt.cm.gray(0.5), plt.cm.binary(0.25), plt.cm.gray(128), plt.cm.Blues(0), plt.cm.hot(1.0))
v = plt.get_cmap('viridis')
print(v.N, v.name, np.round(v(0.5), 2), np.round(v(np.linspace(0, 1, 3)), 1), v(0.2).__class__.__name__)
print(np.abs(np.array(plt.cm.tab10(3)) - np.array(plt.cm.tab10.colors[3] + (1.0,))).max(), plt.cm.tab10.N)
print(plt.get_cmap('jet', 4).N, plt.cm.viridis_r.name, np.round(plt.colormaps['plasma'](1.0), 2), 'magma' in plt.colormaps)
print(v(0.3, alpha=0.5)[3], v(0.3, bytes=True).__class__.__name__, plt.cm.gray([0, 1]).shape)
print(plt.rcParams['axes.prop_cycle'].by_key()['color'][:3])
