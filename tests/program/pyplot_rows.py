"""Each row of matplotlib._keywords that is marked 'drawn', and each function of Axes: two ways to call it whose cells
must differ. Run by test_pyplot_rows.c with the nnsh binary; a drawn row without a pair fails."""
import sys
import numpy as np
import matplotlib
import matplotlib.pyplot as plt
from matplotlib import _keywords
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm, Normalize
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

X, Y = [0, 1, 2, 3], [1, 3, 2, 4]
Z = np.array([[0.0, 1, 2], [3, 4, 5], [6, 7, 9]])


def cells(draw):
    plt.close('all')
    matplotlib.rcdefaults()
    fig, ax = plt.subplots()
    draw(ax)
    return plt.gcf()._as_text(60, 20, coloured=True)


def line(**k):
    return lambda ax: ax.plot(X, Y)[0].set(**k)


def bars(**k):
    def draw(ax):
        for patch in ax.bar(X, Y):
            patch.set(**k)
    return draw


def text(**k):
    return lambda ax: (ax.plot(X, Y), ax.text(1, 2, 'word').set(**k))


def points(**k):
    return lambda ax: ax.scatter(X, Y, c=[0, 1, 2, 3]).set(**k)


def segments(**k):
    return lambda ax: ax.hlines([1, 2], 0, 3).set(**k)


def image(**k):
    return lambda ax: ax.imshow(Z).set(**k)


def axes(**k):
    return lambda ax: (ax.plot(X, Y), ax.set(**k))


def fixed(**k):
    return lambda ax: (ax.set(xlim=(0, 9), ylim=(0, 9)), ax.set(**k), ax.plot(X, Y))


def figure(**k):
    return lambda ax: (ax.plot(X, Y), ax.figure.set(**k))


def legend(**k):
    return lambda ax: (ax.plot(X, Y, label='first'), ax.plot(Y, X, label='second'), ax.legend(**k))


def labelled(kind, label):
    return lambda ax: (kind(ax, label), ax.legend())


PAIRS = {
    'Artist.label': (labelled(lambda ax, n: ax.plot(X, Y, label=n), 'a'), labelled(lambda ax, n: ax.plot(X, Y,
                                                                                                         label=n), 'b')),
    'Artist.visible': (line(visible=True), line(visible=False)),
    'Line2D.color': (line(color='r'), line(color='b')),
    'Line2D.dashes': (line(dashes=(None, None)), line(dashes=[2, 2])),
    'Line2D.data': (line(data=(X, Y)), line(data=(X, X))),
    'Line2D.drawstyle': (line(drawstyle='default'), line(drawstyle='steps-mid')),
    'Line2D.linestyle': (line(linestyle='-'), line(linestyle=':')),
    'Line2D.marker': (line(marker='o'), line(marker='s')),
    'Line2D.markerfacecolor': (line(marker='o', markerfacecolor='r'), line(marker='o', markerfacecolor='g')),
    'Line2D.markersize': (line(marker='o', markersize=9), line(marker='o', markersize=1)),
    'Line2D.markevery': (line(marker='o', markevery=1), line(marker='o', markevery=2)),
    'Line2D.transform': (line(), lambda ax: ax.plot([0.2, 0.4], [0.2, 0.4])[0].set(transform=ax.transAxes)),
    'Line2D.xdata': (line(xdata=X), line(xdata=[0, 1, 1, 3])),
    'Line2D.ydata': (line(ydata=Y), line(ydata=X)),
    'Patch.alpha': (bars(alpha=1.0), bars(alpha=0.2)),
    'Patch.color': (bars(color='r'), bars(color='b')),
    'Patch.edgecolor': (bars(fill=False, edgecolor='r'), bars(fill=False, edgecolor='b')),
    'Patch.facecolor': (bars(facecolor='r'), bars(facecolor='b')),
    'Patch.fill': (bars(fill=True), bars(fill=False)),
    'Rectangle.bounds': (bars(bounds=(0, 0, 1, 1)), bars(bounds=(0, 0, 1, 3))),
    'Rectangle.height': (lambda ax: ax.bar(X, Y)[0].set(height=1), lambda ax: ax.bar(X, Y)[0].set(height=3)),
    'Rectangle.width': (lambda ax: ax.bar(X, Y)[0].set(width=0.8), lambda ax: ax.bar(X, Y)[0].set(width=0.2)),
    'Rectangle.x': (lambda ax: ax.bar(X, Y)[0].set(x=0), lambda ax: ax.bar(X, Y)[0].set(x=5)),
    'Rectangle.xy': (lambda ax: ax.bar(X, Y)[0].set(xy=(0, 0)), lambda ax: ax.bar(X, Y)[0].set(xy=(0, 2))),
    'Rectangle.y': (lambda ax: ax.bar(X, Y)[0].set(y=0), lambda ax: ax.bar(X, Y)[0].set(y=2)),
    'Text.color': (text(color='r'), text(color='b')),
    'Text.horizontalalignment': (text(horizontalalignment='left'), text(horizontalalignment='right')),
    'Text.position': (text(position=(1, 2)), text(position=(2, 3))),
    'Text.text': (text(text='one'), text(text='two')),
    'Text.transform': (text(), lambda ax: (ax.plot(X, Y), ax.text(0.1, 0.9, 'word', transform=ax.transAxes))),
    'Text.verticalalignment': (text(verticalalignment='center'), text(verticalalignment='bottom')),
    'Text.x': (text(x=1), text(x=2)),
    'Text.y': (text(y=2), text(y=3)),
    'Collection.alpha': (lambda ax: ax.fill_between(X, Y).set(alpha=1), lambda ax: ax.fill_between(X,
                                                                                                   Y).set(alpha=0.2)),
    'Collection.array': (points(array=[0, 1, 2, 3]), points(array=[3, 2, 1, 0])),
    'Collection.clim': (points(clim=(0, 3)), points(clim=(0, 30))),
    'Collection.cmap': (points(cmap='gray'), points(cmap='jet')),
    'Collection.color': (segments(color='r'), segments(color='b')),
    'Collection.colors': (segments(colors='r'), segments(colors='b')),
    'Collection.facecolor': (segments(facecolor='r'), segments(facecolor='g')),
    'Collection.norm': (points(norm=Normalize(0, 3)), points(norm=Normalize(-5, 9))),
    'Collection.offsets': (points(offsets=[[0, 0], [1, 1], [2, 2], [3, 3]]), points(offsets=[[0, 0], [1, 2], [2, 1],
                                                                                             [3, 3]])),
    'Collection.segments': (segments(segments=[[(0, 0), (1, 1)]]), segments(segments=[[(0, 0), (1, 1)], [(0, 1), (1,
                                                                                                                  0)]])),
    'Collection.sizes': (points(sizes=[40]), points(sizes=[1])),
    'Collection.verts': (lambda ax: ax.fill_between(X, Y).set(verts=[[(0, 0), (1, 0), (1, 1)]]),
                         lambda ax: ax.fill_between(X, Y).set(verts=[[(0, 0), (1, 0), (0, 1)]])),
    'AxesImage.alpha': (image(alpha=1), image(alpha=0.3)),
    'AxesImage.array': (image(array=Z), image(array=Z.T)),
    'AxesImage.clim': (image(clim=(0, 9)), image(clim=(0, 90))),
    'AxesImage.cmap': (image(cmap='gray'), image(cmap='hot')),
    'AxesImage.data': (image(data=Z), image(data=Z[::-1])),
    'AxesImage.extent': (image(extent=(0, 3, 3, 0)), image(extent=(0, 6, 3, 0))),
    'AxesImage.norm': (image(norm=Normalize(0, 9)), image(norm=LogNorm(1, 9))),
    'Axes.aspect': (axes(aspect='auto'), axes(aspect='equal', xlim=(0, 3), ylim=(0, 5))),
    'Axes.autoscale_on': (fixed(), fixed(autoscale_on=True)),
    'Axes.autoscalex_on': (fixed(), fixed(autoscalex_on=True)),
    'Axes.autoscaley_on': (fixed(), fixed(autoscaley_on=True)),
    'Axes.position': (axes(position=[0, 0, 1, 1]), axes(position=[0, 0, 0.5, 0.5])),
    'Axes.prop_cycle': (lambda ax: (ax.set(prop_cycle=matplotlib._rc.cycler(color=['r'])), ax.plot(X, Y)),
                        lambda ax: (ax.set(prop_cycle=matplotlib._rc.cycler(color=['b'])), ax.plot(X, Y))),
    'Axes.subplotspec': (axes(), lambda ax: (ax.plot(X, Y), ax.set(subplotspec=ax.figure.add_gridspec(1, 2)[0, 1]))),
    'Axes.title': (axes(title='a'), axes(title='b')),
    'Axes.xbound': (axes(xbound=(0, 3)), axes(xbound=(0, 9))),
    'Axes.xinverted': (axes(xinverted=False), axes(xinverted=True)),
    'Axes.xlabel': (axes(xlabel='a'), axes(xlabel='b')),
    'Axes.xlim': (axes(xlim=(0, 3)), axes(xlim=(0, 9))),
    'Axes.xscale': (axes(xscale='linear'), axes(xscale='log')),
    'Axes.xticklabels': (axes(xticks=X, xticklabels=list('abcd')), axes(xticks=X, xticklabels=list('efgh'))),
    'Axes.xticks': (axes(xticks=[0, 1]), axes(xticks=[0, 2])),
    'Axes.ybound': (axes(ybound=(0, 3)), axes(ybound=(0, 9))),
    'Axes.yinverted': (axes(yinverted=False), axes(yinverted=True)),
    'Axes.ylabel': (axes(ylabel='a'), axes(ylabel='b')),
    'Axes.ylim': (axes(ylim=(0, 3)), axes(ylim=(0, 9))),
    'Axes.yscale': (axes(yscale='linear'), axes(yscale='log')),
    'Axes.yticklabels': (axes(yticks=X, yticklabels=list('abcd')), axes(yticks=X, yticklabels=list('efgh'))),
    'Axes.yticks': (axes(yticks=[1, 2]), axes(yticks=[1, 4])),
    'Figure.figheight': (figure(figheight=4), figure(figheight=2)),
    'Figure.figwidth': (figure(figwidth=6), figure(figwidth=12)),
    'Figure.size_inches': (figure(size_inches=(6, 4)), figure(size_inches=(12, 4))),
    'Legend.reverse': (legend(), lambda ax: (legend()(ax), ax.legend(title='r', reverse=True))),
    'Legend.title': (legend(title='a'), legend(title='b')),
    'Legend.handles': (legend(), legend(handles=[Line2D([], [], color='r', label='x')])),
    'Legend.labels': (legend(labels=['a', 'b']), legend(labels=['c', 'd'])),
}
NOTHING = lambda ax: None
# Functions of Axes that draw or change what is drawn: against axes without the call.
CALLS = {
    'plot': lambda ax: ax.plot(X, Y), 'semilogx': lambda ax: ax.semilogx([1, 10], Y[:2]),
    'semilogy': lambda ax: ax.semilogy(X, Y), 'loglog': lambda ax: ax.loglog([1, 10], [1, 10]),
    'step': lambda ax: ax.step(X, Y), 'axhline': lambda ax: ax.axhline(0.5), 'axvline': lambda ax: ax.axvline(0.5),
    'axline': lambda ax: ax.axline((0, 0), slope=1), 'axhspan': lambda ax: ax.axhspan(0.2, 0.4),
    'axvspan': lambda ax: ax.axvspan(0.2, 0.4), 'hlines': lambda ax: ax.hlines([1], 0, 2),
    'vlines': lambda ax: ax.vlines([1], 0, 2), 'eventplot': lambda ax: ax.eventplot([1, 2, 4]),
    'scatter': lambda ax: ax.scatter(X, Y), 'errorbar': lambda ax: ax.errorbar(X, Y, yerr=1),
    'stem': lambda ax: ax.stem(X, Y), 'fill': lambda ax: ax.fill([0, 1, 1], [0, 0, 1]),
    'fill_between': lambda ax: ax.fill_between(X, Y), 'fill_betweenx': lambda ax: ax.fill_betweenx(X, Y),
    'stackplot': lambda ax: ax.stackplot(X, Y, Y), 'text': lambda ax: ax.text(0.5, 0.5, 'here'),
    'annotate': lambda ax: ax.annotate('here', (0.2, 0.2), (0.8, 0.8), arrowprops={}),
    'arrow': lambda ax: ax.arrow(0, 0, 1, 1), 'bar': lambda ax: ax.bar(X, Y), 'barh': lambda ax: ax.barh(X, Y),
    'bar_label': lambda ax: ax.bar_label(ax.bar(X, Y)), 'broken_barh': lambda ax: ax.broken_barh([(0, 1)], (0, 1)),
    'hist': lambda ax: ax.hist(Y), 'boxplot': lambda ax: ax.boxplot([Y,
                                                                     X]), 'violinplot': lambda ax: ax.violinplot([Y]),
    'pie': lambda ax: ax.pie([1, 2]), 'imshow': lambda ax: ax.imshow(Z), 'matshow': lambda ax: ax.matshow(Z),
    'spy': lambda ax: ax.spy(Z), 'pcolormesh': lambda ax: ax.pcolormesh(Z), 'pcolor': lambda ax: ax.pcolor(Z),
    'contour': lambda ax: ax.contour(Z), 'contourf': lambda ax: ax.contourf(Z),
    'clabel': lambda ax: ax.clabel(ax.contour(Z)), 'hist2d': lambda ax: ax.hist2d(X,
                                                                                  Y), 'quiver': lambda ax: ax.quiver(Z,
                                                                                                                     Z),
    'legend': lambda ax: (ax.plot(X, Y, label='a'), ax.legend()), 'grid': lambda ax: ax.grid(True),
    'hexbin': lambda ax: ax.hexbin([0, 1, 1, 2], [0, 1, 1, 0], gridsize=5),
    'twinx': lambda ax: ax.twinx().plot(X, Y), 'invert_xaxis': lambda ax: ax.invert_xaxis(),
    'invert_yaxis': lambda ax: ax.invert_yaxis(), 'set_axis_off': lambda ax: ax.set_axis_off(),
    'axis': lambda ax: ax.axis('off'), 'tick_params': lambda ax: ax.tick_params(labelbottom=False),
    'locator_params': lambda ax: ax.locator_params(nbins=2),
}
WITHOUT_CELLS = {'axes', 'cla', 'figure', 'twiny', 'table', 'tricontourf', 'margins', 'autoscale',
                 'ticklabel_format', 'minorticks_on',
                 'minorticks_off'}

failed = []
for name, table in _keywords.TABLE.items():
    for key, kind in table.items():
        row = name + '.' + key
        if not kind:
            failed.append(row + ': neither drawn nor a reason')
        elif kind == 'drawn' and row not in PAIRS:
            failed.append(row + ': drawn, but no pair shows it')
for row, (one, other) in PAIRS.items():
    name, key = row.split('.')
    if _keywords.TABLE[name].get(key) != 'drawn':
        failed.append(row + ': not marked as drawn')
    elif cells(one) == cells(other):
        failed.append(row + ': the cells are the same')
    elif cells(one) != cells(one):
        failed.append(row + ': the cells change from run to run')
for name, call in CALLS.items():
    if cells(call) == cells(NOTHING):
        failed.append(name + '(): the cells are the same')
# Axes in space and polar axes: against the same without the call, or seen from elsewhere.
GRID = np.meshgrid(np.linspace(-1, 1, 6), np.linspace(-1, 1, 6))
SPACE = {
    'plot': lambda ax: ax.plot(X, Y, Y), 'scatter': lambda ax: ax.scatter(X, Y, Y, c=Y),
    'plot_surface': lambda ax: ax.plot_surface(*GRID, GRID[0] * GRID[1], cmap='viridis'),
    'plot_surface of one colour': lambda ax: ax.plot_surface(*GRID, GRID[0], color='r', alpha=.5),
    'plot_wireframe': lambda ax: ax.plot_wireframe(*GRID, GRID[0] * GRID[1]),
    'bar3d': lambda ax: ax.bar3d([0, 1], [0, 1], [0, 0], .5, .5, [1, 2]),
    'quiver': lambda ax: ax.quiver(0, 0, 0, 1, 1, 1), 'text': lambda ax: ax.text(0, 0, 0, 'here'),
    'text2D': lambda ax: ax.text2D(0, 0, 'here'), 'set_zlim': lambda ax: ax.set_zlim(0, 5),
    'set_xlim': lambda ax: ax.set_xlim(0, 5), 'set_ylim': lambda ax: ax.set_ylim(0, 5),
    'view_init': lambda ax: ax.view_init(60, 10), 'set_zlabel': lambda ax: ax.set_zlabel('height'),
    'set_xlabel': lambda ax: ax.set_xlabel('width'), 'set_title': lambda ax: ax.set_title('space'),
    'set_box_aspect': lambda ax: ax.set_box_aspect((1, 1, 4)), 'set_axis_off': lambda ax: ax.set_axis_off(),
    'set_proj_type': lambda ax: ax.set_proj_type('ortho'), 'roll': lambda ax: ax.view_init(30, -60, 40),
    'legend': lambda ax: (ax.plot(X, Y, Y, label='a'), ax.legend()),
}
ROUND = {
    'plot': lambda ax: ax.plot(X, Y), 'scatter': lambda ax: ax.scatter(X, Y), 'bar': lambda ax: ax.bar(X, Y),
    'fill': lambda ax: ax.fill(X, Y), 'fill_between': lambda ax: ax.fill_between(X, Y),
    'text': lambda ax: ax.text(1, .5, 'here'), 'set_title': lambda ax: ax.set_title('round'),
    'set_rmax': lambda ax: ax.set_rmax(9), 'set_rticks': lambda ax: ax.set_rticks([.7]),
    'set_thetagrids': lambda ax: ax.set_thetagrids([0, 45]), 'set_xticks': lambda ax: ax.set_xticks([0, 1]),
    'set_xticklabels': lambda ax: ax.set_xticklabels(['a', 'b']), 'vlines': lambda ax: ax.vlines([1], 0, 2),
    'set_theta_zero_location': lambda ax: (ax.plot(X, Y), ax.set_theta_zero_location('N')),
    'set_theta_direction': lambda ax: (ax.plot(X, Y), ax.set_theta_direction(-1)),
    'set_rlim': lambda ax: ax.set_rlim(0, 3), 'set_axis_off': lambda ax: ax.set_axis_off(),
}


def projected(draw, projection):
    plt.close('all')
    matplotlib.rcdefaults()
    draw(plt.figure().add_subplot(projection=projection))
    return plt.gcf()._as_text(60, 20, coloured=True)


for table, projection in ((SPACE, '3d'), (ROUND, 'polar')):
    for name, call in table.items():
        if projected(call, projection) == projected(NOTHING, projection):
            failed.append(f'{projection} {name}(): the cells are the same')
        elif projected(call, projection) != projected(call, projection):
            failed.append(f'{projection} {name}(): the cells change from run to run')
# Every function of pyplot that acts on axes is drawn in CALLS, or said to have no cells of its own.
for name in dir(plt):
    if hasattr(Axes, name) and callable(getattr(plt, name)) and name not in CALLS and name not in WITHOUT_CELLS:
        failed.append(name + '(): not exercised')
for each in failed:
    print(each)
print(len(PAIRS), 'rows,', len(CALLS), 'functions,', len(failed), 'failed')
sys.exit(1 if failed else 0)
