# Errors of matplotlib and its kin that seldom come; each text runs with the names below.
import io

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import cm, colors, gridspec, lines, patches, ticker
from matplotlib.colors import LinearSegmentedColormap, ListedColormap, LogNorm, Normalize, TwoSlopeNorm

ax = plt.figure().add_subplot()
fig = plt.figure()
Z = np.arange(6.0).reshape(2, 3)


def attempt(source):
    global ax, fig
    plt.close("all")
    fig, ax = plt.subplots()
    try:
        result = eval(source) if "\n" not in source and not source.split("(")[0].count(" = ") else exec(source, globals().copy())
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("plt.plot([1, 2], [1])", "plt.plot([1, 2], [1, 2, 3])", "plt.plot(np.zeros((2, 2, 2)))",
               "plt.plot([1], [2], 'qq')", "plt.plot([1], 'rb')", "plt.plot([1], 'ox')", "plt.plot([1], '---')",
               "plt.plot([1], 'C')", "plt.plot([1], color='nothing')", "plt.plot([1], marker='nothing')",
               "plt.plot([1], linestyle='nothing')", "plt.plot([1], nothing=5)", "plt.plot([1], lw=1, linewidth=2)",
               "plt.plot([1], c='r', color='b')", "plt.plot([1], drawstyle='a')", "plt.plot(Z, label=['a'])",
               "plt.plot([1], alpha=2)", "plt.plot([1], alpha='a')", "plt.plot(['a'], [1], linewidth='a')",
               "plt.scatter([1, 2], [1])", "plt.scatter([1, 2], [1, 2], c=[1])", "plt.scatter([1, 2], [1, 2], c='nothing')",
               "plt.scatter([1, 2], [1, 2], s=[1, 2, 3])", "plt.scatter([1, 2], [1, 2], c=[1, 2], color='r')",
               "plt.scatter([1, 2], [1, 2], c=5)", "plt.scatter([1, 2], [1, 2], c=['a', 'b'])",
               "plt.scatter([1, 2], [1, 2], marker='nothing')", "plt.scatter([1, 2], [1, 2], nothing=1)",
               "plt.scatter([1, 2], [1, 2], c=[1, 2], cmap='nothing')", "plt.scatter([1, 2])", "plt.bar([1, 2], [1, 2, 3])",
               "plt.bar([1], [1], color='nothing')", "plt.bar([1], [1], align='q')", "plt.bar([1, 2], [1, 2], label=['a'])",
               "plt.bar([1], [1], nothing=1)", "ax.bar_label(ax.bar([1], [1]), label_type='q')", "plt.hist([1, 2], bins=0)",
               "plt.hist([1, 2], bins=-1)", "plt.hist([1, 2], bins=[2, 1])", "plt.hist([1, 2], bins=[[1, 2]])",
               "plt.hist([1, 2], range=(2, 1))", "plt.hist([1, 2], weights=[1])", "plt.hist([1, np.inf])",
               "plt.hist([1], histtype='q')", "plt.hist([1], nothing=1)", "plt.hist([1, 2], bins='nothing')",
               "plt.hist([1, 2], align='q')", "plt.hist([1], color=['r', 'b'])", "plt.pie([-1])", "plt.pie([0])",
               "plt.pie([1, 2], normalize=False)", "plt.pie([1], labels=['a', 'b'])", "plt.pie([1], explode=[1, 2])",
               "plt.pie([[1, 2], [3, 4]])", "plt.boxplot([1, 2], positions=[1, 2])", "plt.boxplot([1, 2], nothing=1)",
               "plt.boxplot([1, 2], labels=['a', 'b'])", "plt.violinplot([1, 2], nothing=1)", "plt.stem()",
               "plt.stem(1, 2, 3, 4)", "plt.stem([1, 2], [1])", "plt.fill_between([[1, 2]], [1])",
               "plt.fill_between([1, 2], [[1, 2]])", "plt.fill_between([1, 2], [1, 2], where=[True])",
               "plt.errorbar([1], [1], yerr=[-1])", "plt.errorbar([1, 2], [1])", "plt.errorbar([1, 2], [1, 2], yerr=[1, 2, 3])",
               "ax.axline((0, 0))", "ax.axline((0, 0), (1, 1), slope=2)", "plt.axhline(nothing=1)", "plt.axvline([1, 2])",
               "plt.hlines(1, 2)", "plt.step([1, 2], [1])", "plt.step([1, 2], [1, 2], where='q')", "plt.text(1)",
               "plt.text(0, 0, 'a', ha='q')", "plt.text(0, 0, 'a', va='q')", "plt.text(0, 0, 'a', nothing=1)",
               "plt.annotate('a')", "plt.annotate('a', (0, 0), nothing=1)", "plt.title()", "plt.title('a', loc='q')",
               "plt.title('a', nothing=1)", "plt.xlabel('a', loc='q')", "plt.ylabel('a', loc='q')",
               "plt.bar([1, 2], [1, 2], color=['r', 'nothing'])", "plt.hist([1, 2], color='nothing')",
               "plt.barh(['a'], [1], color='nothing')", "plt.pie([1], colors=['nothing'])", "plt.plot([1], [2], ls='nothing')",
               "plt.axhline(0, color='nothing')", "plt.fill_between([1], [1], color='nothing')", "plt.subplot(2, 2, 5)",
               "plt.subplot(0, 1, 1)", "plt.subplot(225)", "plt.subplot(22)", "plt.subplot('a')", "plt.subplot(1, 2)",
               "plt.subplot(2, 2, 0)", "plt.subplot(2, 2, 'a')", "plt.subplot(nrows=1, ncols=2)",
               "plt.subplot(111, projection='nothing')", "plt.subplot(2, 2, 1.5)", "plt.subplots(0, 1)", "plt.subplots(2.5)",
               "plt.subplots(1, 2, nothing=1)", "plt.subplots(1, 2, sharex='q')", "plt.subplots(2, 2)[1][5]",
               "plt.subplots(2, 2)[1][0, 5]", "plt.subplots(2, 2)[1][0, 1, 1]", "plt.subplots(2)[1][0, 1]",
               "plt.subplots(2)[1]['a']", "plt.subplots(2, 2)[1].plot([1])", "plt.subplots(2)[1].plot([1])",
               "plt.subplots(2, 2)[1][0.5]", "plt.subplots(figsize=5)", "plt.figure(figsize='a')",
               "plt.figure(figsize=(-1, 1))", "plt.figure(figsize=(np.inf, 1))", "plt.figure(nothing=1)",
               "plt.subplots(2, height_ratios=[1])", "plt.subplots(1, 2, width_ratios=[1])", "fig.add_subplot(2, 2, 9)",
               "fig.add_subplot(1, 2)", "fig.add_subplot(figure=fig)", "fig.add_axes()", "plt.subplot_mosaic('AB;A')",
               "plt.subplot_mosaic([['a', 'b'], ['c']])", "gridspec.GridSpec(0, 1)", "gridspec.GridSpec(1, 0)",
               "gridspec.GridSpec(2, 2)[5]", "gridspec.GridSpec(2, 2)[0, 0, 0]", "gridspec.GridSpec(2, 2)[1:1, 0]",
               "gridspec.GridSpec(2, 2)[0, 5]", "gridspec.GridSpec(2, 2, height_ratios=[1])",
               "gridspec.GridSpec(2, 2, width_ratios=[1])", "ax.nothing", "ax.nothing()", "plt.nothing", "fig.nothing",
               "ax.spines['nothing']", "ax.spines.nothing", "ax.spines['top'].nothing", "ax.axis('nothing')", "ax.axis(5)",
               "ax.axis([1, 2, 3])", "ax.axis(nothing=1)", "ax.set(nothing=1)", "ax.set_xlim(np.nan, 1)",
               "ax.set_xlim(0, np.inf)", "ax.set_xlim(1, xmin=2)", "ax.set_ylim(1, ymax=2, top=3)", "ax.set_aspect('nothing')",
               "ax.set_xticks([1, 2], ['a'])", "ax.set_xticks(5)", "ax.set_xticks([[1, 2]])", "ax.set_xticks([1], nothing=1)",
               "ax.set_xticks([1], fontsize=5)", "ax.set_xticks([1, 2]); ax.set_xticklabels(['a'])", "plt.xticks(labels=['a'])",
               "plt.xticks([1, 2], ['a'])", "plt.yticks(labels=['a'])", "ax.tick_params(axis='q')", "ax.tick_params(which='q')",
               "ax.grid(axis='q')", "ax.grid(which='q')", "ax.margins(1, 2, 3)", "ax.margins(-1)", "ax.margins(1, x=2)",
               "ax.ticklabel_format(style='q')", "ax.ticklabel_format(axis='q')",
               "ax.set_yscale('log'); ax.ticklabel_format(style='sci')", "ax.xaxis.set_major_formatter(5)",
               "ax.xaxis.set_major_locator(5)", "ax.legend(loc='nothing')", "ax.plot([1], label='a'); ax.legend(loc='nothing')",
               "ax.plot([1], label='a'); ax.legend(loc=99)", "ax.plot([1], label='a'); ax.legend(loc=[1, 2, 3])",
               "ax.legend(nothing=1)", "ax.legend(1, 2, 3)", "ax.legend(title='a', nothing=2)", "plt.figlegend(nothing=1)",
               "ax.invert_xaxis(1)", "plt.sca(5)", "plt.style.use('nothing')", "plt.rcParams['nothing'] = 5",
               "plt.rcParams['nothing']", "plt.rc('lines', nothing=5)", "plt.rc('nothing', a=5)",
               "plt.rcParams.update({'nothing': 5})", "matplotlib.use('nothing')", "plt.savefig()", "plt.savefig('a.nothing')",
               "plt.savefig(io.BytesIO(), nothing=5)", "fig.colorbar()", "plt.colorbar()",
               "plt.colorbar(plt.imshow(Z), nothing=5)", "plt.clim(0, 1)", "plt.set_cmap('nothing')", "fig.suptitle()",
               "fig.suptitle('a', nothing=5)", "plt.tight_layout(nothing=5)", "plt.subplots_adjust(left=2, right=1)",
               "plt.subplots_adjust(nothing=5)", "plt.close(5.5)", "plt.figure('a').nothing", "plt.pause()", "ax.lines[0]",
               "ax.plot([1])[1]", "ax.plot([1])[0].nothing", "ax.plot([1])[0].set_color('nothing')",
               "ax.plot([1])[0].set_data([1])", "ax.plot([1])[0].set_data(1, 2)", "ax.plot([1])[0].set_data([1], 2)",
               "ax.plot([1])[0].set_xdata(5)", "ax.plot([1])[0].set_ydata(5)", "ax.plot([1])[0].set_linestyle('q')",
               "ax.plot([1])[0].set(nothing=5)", "lines.Line2D(1, 2)", "lines.Line2D([1], 2)",
               "lines.Line2D([1], [2], drawstyle='q')", "lines.Line2D([1])", "patches.Rectangle((0, 0))",
               "patches.Rectangle((0, 0), 1, 1, nothing=5)", "patches.Circle()", "patches.Circle((0, 0), 1, color='nothing')",
               "ax.add_patch(5)", "ax.title.set_ha('q')", "plt.imshow()", "plt.imshow([1, 2])",
               "plt.imshow(np.zeros((2, 2, 5)))", "plt.imshow('abc')", "plt.imshow([['a', 'b']])", "plt.imshow(np.array('a'))",
               "plt.imshow(None)", "plt.imshow([[None]])", "plt.imshow(Z, cmap='nothing')", "plt.imshow(Z, origin='q')",
               "plt.imshow(Z, interpolation='q')", "plt.imshow(Z, aspect='q')", "plt.imshow(Z, nothing=5)",
               "plt.imshow(Z, norm=Normalize(0, 1), vmin=1)", "plt.imshow(Z, norm='q')", "plt.imshow(np.zeros((0, 2, 2)))",
               "plt.imshow(np.array([['a']], dtype=object))", "plt.imshow(np.zeros((2, 2), dtype='datetime64[s]'))",
               "plt.imshow(Z.astype(complex))", "plt.imshow(5)", "plt.imread('nothing.png')",
               "plt.imshow(np.zeros((2, 2, 2, 2)))", "plt.contour([1, 2])", "plt.contour([[1]])", "plt.contour([1], [1, 2], Z)",
               "plt.contour([1, 2, 3], [1], Z)", "plt.contour(Z.T, Z.T, Z)", "plt.contour(Z, Z.T, Z)",
               "plt.contour(Z, levels=[2, 1])", "plt.contour()", "plt.contour(1, 2, 3, 4, 5)", "plt.contourf(Z, nothing=5)",
               "plt.contourf(1, 2, 3, 4, 5)", "plt.pcolormesh(5)", "plt.pcolormesh([1, 2], [1, 2], Z)",
               "plt.pcolormesh(Z, nothing=5)", "plt.pcolormesh(1, 2)", "plt.hist2d([1, 2], [1])",
               "plt.stackplot([1, 2], [1, 2], labels='ab', baseline='q')", "plt.polar([1], [1, 2])", "plt.arrow(1, 2)",
               "plt.axhspan(1)", "plt.semilogx([1], [1, 2])", "plt.loglog([1], nothing=5)", "plt.get_cmap('nothing')",
               "plt.cm.nothing", "matplotlib.colormaps['nothing']",
               "matplotlib.colormaps.register(ListedColormap(['r'], name='viridis'))", "matplotlib.colormaps.register(5)",
               "colors.to_rgb('nothing')", "colors.to_rgb((1, 2, 3))", "colors.to_hex('nothing')",
               "colors.to_rgba_array(['nothing'])", "Normalize(2, 1)([1])", "Normalize().inverse(0.5)", "TwoSlopeNorm(0, 1, 2)",
               "TwoSlopeNorm(0, 0, 1)", "TwoSlopeNorm(5, 1, 2)", "ListedColormap(['nothing'])(0.5)", "ListedColormap(5)",
               "ticker.FuncFormatter(5)(1, 2)", "ticker.LogLocator().tick_values(-1, 0)"):
    attempt(source)

for source in ("space.set_zlim('a')", "space.nothing", "space.view_init('a', nothing=5)", "space.plot_surface(Z, Z)"):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, error)
