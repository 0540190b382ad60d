"""matplotlib.pyplot: figures, as commands on the current one."""
import numpy as np
import _pyplot
import matplotlib
from matplotlib import cm, colormaps, rcParams, rcParamsDefault, rc, rcdefaults, rc_context, style
from matplotlib._figures import (cla, clf, close, draw, draw_if_interactive, figlegend, fignum_exists, figtext,
                                 figure, gca, gcf, gci, get_backend, get_figlabels, get_fignums, ioff, ion,
                                 isinteractive, pause, savefig, sca, sci, show, subplots_adjust, suptitle,
                                 switch_backend, tight_layout, waitforbuttonpress)
from matplotlib._rc import cycler
from matplotlib.artist import Artist, getp, setp
from matplotlib.axes import Axes
from matplotlib.cm import get_cmap
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec, SubplotSpec
from matplotlib.image import imread, imsave
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.text import Annotation, Text
from matplotlib.ticker import (AutoLocator, FixedFormatter, FixedLocator, FormatStrFormatter, Formatter, FuncFormatter,
                               LinearLocator, Locator, LogFormatter, LogLocator, MaxNLocator, MultipleLocator,
                               NullFormatter, NullLocator, ScalarFormatter)


# ---- Axes ----

def axes(arg=None, **kwargs):
    """Axes at [left, bottom, width, height]."""
    fig = gcf()
    return fig.add_subplot(**kwargs) if arg is None else fig.add_axes(arg, **kwargs)


def delaxes(ax=None):
    """Takes axes out of the figure."""
    gcf().delaxes(gca() if ax is None else ax)


def subplot(*args, **kwargs):
    """Makes axes of the figure's grid the current ones."""
    if 'nrows' in kwargs or 'ncols' in kwargs:
        raise TypeError("subplot() got an unexpected keyword argument 'ncols' and/or 'nrows'.  Did you intend to call "
                        "subplots()?")
    fig = gcf()
    if len(args) == 1 and isinstance(args[0], Axes):
        return fig.sca(args[0])
    spec = fig._spec(args)
    for ax in fig.axes:
        if ax.get_subplotspec() is not None and ax.get_subplotspec() == spec and ax._twin_of is None:
            if not kwargs:
                return fig.sca(ax)
    return fig.add_subplot(spec, **kwargs)


def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
             subplot_kw=None, gridspec_kw=None, **fig_kw):
    """A figure with a grid of axes."""
    fig = figure(**fig_kw)
    axs = fig.subplots(nrows=nrows, ncols=ncols, sharex=sharex, sharey=sharey, squeeze=squeeze, subplot_kw=subplot_kw,
                       gridspec_kw=gridspec_kw, height_ratios=height_ratios, width_ratios=width_ratios)
    return fig, axs


def subplot_mosaic(mosaic, **kwargs):
    """Axes by name, laid out as letters."""
    inner = {}
    for key in ('sharex', 'sharey', 'width_ratios', 'height_ratios', 'empty_sentinel', 'subplot_kw', 'per_subplot_kw',
                'gridspec_kw'):
        if key in kwargs:
            inner[key] = kwargs.pop(key)
    fig = figure(**kwargs)
    return fig, fig.subplot_mosaic(mosaic, **inner)


def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs):
    """Axes over cells of a grid."""
    rows, cols = shape
    fig = gcf() if fig is None else fig
    gs = fig._grid_of(rows, cols)
    return fig.add_subplot(gs[loc[0]:loc[0] + rowspan, loc[1]:loc[1] + colspan], **kwargs)


def twinx(ax=None):
    """Axes with the same x and a y of their own at the right."""
    return (gca() if ax is None else ax).twinx()


def twiny(ax=None):
    return (gca() if ax is None else ax).twiny()


def box(on=None):
    """The frame, on or off."""
    ax = gca()
    ax.set_frame_on(not ax.get_frame_on() if on is None else on)


def polar(*args, **kwargs):
    """A curve of angles and distances in polar axes."""
    ax = gca() if gcf().axes and hasattr(gca(), 'get_rmax') else subplot(projection='polar')
    return ax.plot(*args, **kwargs)


def xlim(*args, **kwargs):
    """The ends of the x axis."""
    ax = gca()
    return ax.get_xlim() if not args and not kwargs else ax.set_xlim(*args, **kwargs)


def ylim(*args, **kwargs):
    """The ends of the y axis."""
    ax = gca()
    return ax.get_ylim() if not args and not kwargs else ax.set_ylim(*args, **kwargs)


def _ticks(axis, ticks, labels, minor, kwargs):
    if ticks is None:
        places = axis.get_ticklocs(minor=minor)
        if labels is not None:
            raise TypeError(f"{axis.axis_name}ticks(): Parameter 'labels' can't be set without setting 'ticks'")
    else:
        places = axis.set_ticks(ticks, minor=minor)
    if labels is None:
        texts = axis.get_ticklabels(minor=minor)
        for text in texts:
            text._apply(kwargs)
    else:
        texts = axis.set_ticklabels(labels, minor=minor, **kwargs)
    return places, texts


def xticks(ticks=None, labels=None, *, minor=False, **kwargs):
    """The ticks of x: where, and how they are called."""
    return _ticks(gca().xaxis, ticks, labels, minor, kwargs)


def yticks(ticks=None, labels=None, *, minor=False, **kwargs):
    """The ticks of y: where, and how they are called."""
    return _ticks(gca().yaxis, ticks, labels, minor, kwargs)


def get_current_fig_manager():
    return None


# ---- Pictures ----

def imshow(X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None,
           colorizer=None,
           origin=None, extent=None, interpolation_stage=None, filternorm=True, filterrad=4.0, resample=None, url=None,
           data=None, **kwargs):
    """A picture: numbers through a colour map, or colours."""
    return gca().imshow(X, cmap=cmap, norm=norm, aspect=aspect, interpolation=interpolation, alpha=alpha, vmin=vmin,
                        vmax=vmax, origin=origin, extent=extent, **kwargs)


def matshow(A, fignum=None, **kwargs):
    """A matrix as a picture, in a figure of its own."""
    A = np.asarray(A)
    if fignum == 0:
        fig = gcf()
    else:
        height = rcParams['figure.figsize'][1]
        width = height * A.shape[1] / A.shape[0]
        share = min(1.0, 16.0 / width, 16.0 / height)
        width, height = width * share, height * share
        grow = max(1.0, 4.0 / width, 2.0 / height)
        fig = figure(fignum, figsize=(min(width * grow, 16.0), min(height * grow, 16.0)))
    return fig.add_subplot().matshow(A, **kwargs)


def spy(Z, **kwargs):
    """Where a matrix is not zero."""
    return gca().spy(Z, **kwargs)


def colorbar(mappable=None, cax=None, ax=None, **kwargs):
    """A bar that says which number has which colour."""
    if mappable is None:
        mappable = gci()
        if mappable is None:
            raise RuntimeError('No mappable was found to use for colorbar creation. First define a mappable such as an '
                               'image (with imshow) or a contour set (with contourf).')
    return gcf().colorbar(mappable, cax=cax, ax=ax, **kwargs)


def clim(vmin=None, vmax=None):
    """The ends of the current picture's colours."""
    im = gci()
    if im is None:
        raise RuntimeError("You must first define an image, e.g., with imshow")
    im.set_clim(vmin, vmax)


def set_cmap(cmap):
    """The colour map of the current picture and those to come."""
    found = cm._find(cmap, 'name')
    rcParams['image.cmap'] = found.name
    if gci() is not None:
        gci().set_cmap(found)


def viridis():
    set_cmap('viridis')


def gray():
    set_cmap('gray')


def hot():
    set_cmap('hot')


def jet():
    set_cmap('jet')


# ---- What axes do, on the current ones ----

def plot(*args, scalex=True, scaley=True, data=None, **kwargs):
    """Curves: y, or x and y, with a format such as 'r--o'."""
    return gca().plot(*args, scalex=scalex, scaley=scaley, data=data, **kwargs)


def semilogx(*args, **kwargs):
    """Curves over a logarithmic x."""
    return gca().semilogx(*args, **kwargs)


def semilogy(*args, **kwargs):
    """Curves with a logarithmic y."""
    return gca().semilogy(*args, **kwargs)


def loglog(*args, **kwargs):
    """Curves on two logarithmic axes."""
    return gca().loglog(*args, **kwargs)


def step(x, y, *args, where='pre', data=None, **kwargs):
    """Curves in steps."""
    return gca().step(x, y, *args, where=where, data=data, **kwargs)


def axhline(y=0, xmin=0, xmax=1, **kwargs):
    """A level line across the axes."""
    return gca().axhline(y=y, xmin=xmin, xmax=xmax, **kwargs)


def axvline(x=0, ymin=0, ymax=1, **kwargs):
    """An upright line across the axes."""
    return gca().axvline(x=x, ymin=ymin, ymax=ymax, **kwargs)


def axline(xy1, xy2=None, *, slope=None, **kwargs):
    """A line through two points, or a point and a slope, to the edges."""
    return gca().axline(xy1, xy2=xy2, slope=slope, **kwargs)


def axhspan(ymin, ymax, xmin=0, xmax=1, **kwargs):
    """A level band across the axes."""
    return gca().axhspan(ymin, ymax, xmin=xmin, xmax=xmax, **kwargs)


def axvspan(xmin, xmax, ymin=0, ymax=1, **kwargs):
    """An upright band across the axes."""
    return gca().axvspan(xmin, xmax, ymin=ymin, ymax=ymax, **kwargs)


def hlines(y, xmin, xmax, colors=None, linestyles='solid', *, label='', data=None, **kwargs):
    """Level lines between two ends."""
    return gca().hlines(y, xmin, xmax, colors=colors, linestyles=linestyles, label=label, data=data, **kwargs)


def vlines(x, ymin, ymax, colors=None, linestyles='solid', *, label='', data=None, **kwargs):
    """Upright lines between two ends."""
    return gca().vlines(x, ymin, ymax, colors=colors, linestyles=linestyles, label=label, data=data, **kwargs)


def eventplot(positions, *, orientation='horizontal', lineoffsets=1, linelengths=1, linewidths=None, colors=None,
              alpha=None, linestyles='solid', data=None, **kwargs):
    """Marks at places, a row for each list."""
    return gca().eventplot(positions, orientation=orientation, lineoffsets=lineoffsets, linelengths=linelengths,
                           linewidths=linewidths, colors=colors, alpha=alpha, linestyles=linestyles, data=data,
                           **kwargs)


def scatter(x, y, s=None, c=None, *, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None,
            linewidths=None, edgecolors=None, colorizer=None, plotnonfinite=False, data=None, **kwargs):
    """Points, whose colours c may give as colours or as numbers for a colour map."""
    return gca().scatter(x, y, s=s, c=c, marker=marker, cmap=cmap, norm=norm, vmin=vmin, vmax=vmax, alpha=alpha,
                         linewidths=linewidths, edgecolors=edgecolors, colorizer=colorizer,
                         plotnonfinite=plotnonfinite, data=data, **kwargs)


def errorbar(x, y, yerr=None, xerr=None, fmt='', *, ecolor=None, elinewidth=None, capsize=None, barsabove=False,
             lolims=False, uplims=False, xlolims=False, xuplims=False, errorevery=1, capthick=None, elinestyle=None,
             data=None, **kwargs):
    """Points or a curve with bars that say how far off each may be."""
    return gca().errorbar(x, y, yerr=yerr, xerr=xerr, fmt=fmt, ecolor=ecolor, elinewidth=elinewidth, capsize=capsize,
                          barsabove=barsabove, lolims=lolims, uplims=uplims, xlolims=xlolims, xuplims=xuplims,
                          errorevery=errorevery, capthick=capthick, elinestyle=elinestyle, data=data, **kwargs)


def stem(*args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation='vertical', data=None):
    """Upright lines from a base to each point."""
    return gca().stem(*args, linefmt=linefmt, markerfmt=markerfmt, basefmt=basefmt, bottom=bottom, label=label,
                      orientation=orientation, data=data)


def fill(*args, data=None, **kwargs):
    """Polygons."""
    return gca().fill(*args, data=data, **kwargs)


def fill_between(x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **kwargs):
    """The area between two curves."""
    return gca().fill_between(x, y1, y2=y2, where=where, interpolate=interpolate, step=step, data=data, **kwargs)


def fill_betweenx(y, x1, x2=0, where=None, step=None, interpolate=False, *, data=None, **kwargs):
    """The area between two curves of x over y."""
    return gca().fill_betweenx(y, x1, x2=x2, where=where, step=step, interpolate=interpolate, data=data, **kwargs)


def stackplot(x, *args, labels=(), colors=None, baseline='zero', data=None, **kwargs):
    """Areas on top of one another."""
    return gca().stackplot(x, *args, labels=labels, colors=colors, baseline=baseline, data=data, **kwargs)


def text(x, y, s, fontdict=None, **kwargs):
    """A text at a point."""
    return gca().text(x, y, s, fontdict=fontdict, **kwargs)


def annotate(text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None, annotation_clip=None,
             **kwargs):
    """A text about a point, with an arrow to it."""
    return gca().annotate(text, xy, xytext=xytext, xycoords=xycoords, textcoords=textcoords, arrowprops=arrowprops,
                          annotation_clip=annotation_clip, **kwargs)


def arrow(x, y, dx, dy, **kwargs):
    """An arrow from a point along a vector."""
    return gca().arrow(x, y, dx, dy, **kwargs)


def table(cellText=None, cellColours=None, cellLoc='right', colWidths=None, rowLabels=None, rowColours=None,
          rowLoc='left', colLabels=None, colColours=None, colLoc='center', loc='bottom', bbox=None, edges='closed',
          **kwargs):
    """Not drawn: print() shows tables."""
    return gca().table(cellText=cellText, cellColours=cellColours, cellLoc=cellLoc, colWidths=colWidths,
                       rowLabels=rowLabels, rowColours=rowColours, rowLoc=rowLoc, colLabels=colLabels,
                       colColours=colColours, colLoc=colLoc, loc=loc, bbox=bbox, edges=edges, **kwargs)


def bar(x, height, width=0.8, bottom=None, *, align='center', data=None, **kwargs):
    """Upright bars."""
    return gca().bar(x, height, width=width, bottom=bottom, align=align, data=data, **kwargs)


def barh(y, width, height=0.8, left=None, *, align='center', data=None, **kwargs):
    """Level bars."""
    return gca().barh(y, width, height=height, left=left, align=align, data=data, **kwargs)


def bar_label(container, labels=None, *, fmt='%g', label_type='edge', padding=0, **kwargs):
    """Numbers at the ends or in the middle of bars."""
    return gca().bar_label(container, labels=labels, fmt=fmt, label_type=label_type, padding=padding, **kwargs)


def broken_barh(xranges, yrange, align='bottom', *, data=None, **kwargs):
    """Pieces of a level bar."""
    return gca().broken_barh(xranges, yrange, align=align, data=data, **kwargs)


def hist(x, bins=None, *, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype='bar',
         align='mid', orientation='vertical', rwidth=None, log=False, color=None, label=None, stacked=False,
         data=None, **kwargs):
    """How often values fall between edges: (n, bins, patches)."""
    return gca().hist(x, bins=bins, range=range, density=density, weights=weights, cumulative=cumulative,
                      bottom=bottom, histtype=histtype, align=align, orientation=orientation, rwidth=rwidth, log=log,
                      color=color, label=label, stacked=stacked, data=data, **kwargs)


def boxplot(x, *, notch=None, sym=None, vert=None, orientation='vertical', whis=None, positions=None, widths=None,
            patch_artist=None, bootstrap=None, usermedians=None, conf_intervals=None, meanline=None, showmeans=None,
            showcaps=None, showbox=None, showfliers=None, boxprops=None, tick_labels=None, flierprops=None,
            medianprops=None, meanprops=None, capprops=None, whiskerprops=None, manage_ticks=True, autorange=False,
            zorder=None, capwidths=None, label=None, data=None):
    """Boxes from the first to the third quartile, with the median and whiskers."""
    return gca().boxplot(x, notch=notch, sym=sym, vert=vert, orientation=orientation, whis=whis, positions=positions,
                         widths=widths, patch_artist=patch_artist, bootstrap=bootstrap, usermedians=usermedians,
                         conf_intervals=conf_intervals, meanline=meanline, showmeans=showmeans, showcaps=showcaps,
                         showbox=showbox, showfliers=showfliers, boxprops=boxprops, tick_labels=tick_labels,
                         flierprops=flierprops, medianprops=medianprops, meanprops=meanprops, capprops=capprops,
                         whiskerprops=whiskerprops, manage_ticks=manage_ticks, autorange=autorange, zorder=zorder,
                         capwidths=capwidths, label=label, data=data)


def violinplot(dataset, positions=None, *, vert=None, orientation='vertical', widths=0.5, showmeans=False,
               showextrema=True, showmedians=False, quantiles=None, points=100, bw_method=None, side='both',
               facecolor=None, linecolor=None, data=None):
    """Shapes as wide as values are dense."""
    return gca().violinplot(dataset, positions=positions, vert=vert, orientation=orientation, widths=widths,
                            showmeans=showmeans, showextrema=showextrema, showmedians=showmedians,
                            quantiles=quantiles, points=points, bw_method=bw_method, side=side, facecolor=facecolor,
                            linecolor=linecolor, data=data)


def pie(x, *, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False,
        labeldistance=1.1, startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None,
        center=(0, 0), frame=False, rotatelabels=False, normalize=True, hatch=None, data=None):
    """Wedges of a circle, with labels and percentages."""
    return gca().pie(x, explode=explode, labels=labels, colors=colors, autopct=autopct, pctdistance=pctdistance,
                     shadow=shadow, labeldistance=labeldistance, startangle=startangle, radius=radius,
                     counterclock=counterclock, wedgeprops=wedgeprops, textprops=textprops, center=center,
                     frame=frame, rotatelabels=rotatelabels, normalize=normalize, hatch=hatch, data=data)


def pcolormesh(*args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, colorizer=None, shading=None,
               antialiased=False, data=None, **kwargs):
    """Coloured rectangles between the edges of a grid."""
    return gca().pcolormesh(*args, alpha=alpha, norm=norm, cmap=cmap, vmin=vmin, vmax=vmax, colorizer=colorizer,
                            shading=shading, antialiased=antialiased, data=data, **kwargs)


def pcolor(*args, shading=None, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, colorizer=None, data=None,
           **kwargs):
    """Coloured rectangles between the edges of a grid."""
    return gca().pcolor(*args, shading=shading, alpha=alpha, norm=norm, cmap=cmap, vmin=vmin, vmax=vmax,
                        colorizer=colorizer, data=data, **kwargs)


def contour(*args, data=None, **kwargs):
    """Lines of equal height."""
    return gca().contour(*args, data=data, **kwargs)


def contourf(*args, data=None, **kwargs):
    """Bands between heights."""
    return gca().contourf(*args, data=data, **kwargs)


def clabel(CS, levels=None, **kwargs):
    """The levels' numbers on their lines."""
    return gca().clabel(CS, levels=levels, **kwargs)


def tricontourf(*args, **kwargs):
    """Not drawn: contourf draws values on a grid."""
    return gca().tricontourf(*args, **kwargs)


def hexbin(x, y, C=None, *, gridsize=100, bins=None, xscale='linear', yscale='linear', extent=None, cmap=None,
           norm=None, vmin=None, vmax=None, alpha=None, linewidths=None, edgecolors='face', reduce_C_function=None,
           mincnt=None, marginals=False, colorizer=None, data=None, **kwargs):
    """Not drawn: hist2d counts in rectangles."""
    return gca().hexbin(x, y, C=C, gridsize=gridsize, bins=bins, xscale=xscale, yscale=yscale, extent=extent,
                        cmap=cmap, norm=norm, vmin=vmin, vmax=vmax, alpha=alpha, linewidths=linewidths,
                        edgecolors=edgecolors, reduce_C_function=reduce_C_function, mincnt=mincnt,
                        marginals=marginals, colorizer=colorizer, data=data, **kwargs)


def hist2d(x, y, bins=10, *, range=None, density=False, weights=None, cmin=None, cmax=None, data=None, **kwargs):
    """How many points fall into each cell of a grid."""
    return gca().hist2d(x, y, bins=bins, range=range, density=density, weights=weights, cmin=cmin, cmax=cmax,
                        data=data, **kwargs)


def quiver(*args, data=None, **kwargs):
    """Arrows of a field."""
    return gca().quiver(*args, data=data, **kwargs)


def legend(*args, **kwargs):
    """Says which curve is which: legend(), legend(labels), legend(handles, labels)."""
    return gca().legend(*args, **kwargs)


def grid(visible=None, which='major', axis='both', **kwargs):
    """Lines at the ticks."""
    return gca().grid(visible=visible, which=which, axis=axis, **kwargs)


def margins(*margins, x=None, y=None, tight=True):
    """The room around the data."""
    return gca().margins(*margins, x=x, y=y, tight=tight)


def tick_params(axis='both', **kwargs):
    """How ticks look; labelbottom=False and labelleft=False hide them."""
    return gca().tick_params(axis=axis, **kwargs)


def ticklabel_format(*, axis='both', style=None, scilimits=None, useOffset=None, useLocale=None, useMathText=None):
    """How numbers at ticks are written."""
    return gca().ticklabel_format(axis=axis, style=style, scilimits=scilimits, useOffset=useOffset,
                                  useLocale=useLocale, useMathText=useMathText)


def locator_params(axis='both', tight=None, **kwargs):
    """How many ticks there are at most: nbins."""
    return gca().locator_params(axis=axis, tight=tight, **kwargs)


def minorticks_on():
    """Ignored: there is no room between ticks."""
    return gca().minorticks_on()


def minorticks_off():
    """Ignored: there is no room between ticks."""
    return gca().minorticks_off()


def autoscale(enable=True, axis='both', tight=None):
    """Limits from the data again."""
    return gca().autoscale(enable=enable, axis=axis, tight=tight)


def axis(arg=None, *, emit=True, **kwargs):
    """Limits, or 'off', 'on', 'equal', 'tight', 'image'."""
    return gca().axis(arg=arg, emit=emit, **kwargs)


def title(label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
    """The title of the axes."""
    return gca().set_title(label, fontdict=fontdict, loc=loc, pad=pad, y=y, **kwargs)


def xlabel(xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
    """What x is."""
    return gca().set_xlabel(xlabel, fontdict=fontdict, labelpad=labelpad, loc=loc, **kwargs)


def ylabel(ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
    """What y is."""
    return gca().set_ylabel(ylabel, fontdict=fontdict, labelpad=labelpad, loc=loc, **kwargs)


def xscale(value, **kwargs):
    """'linear' or 'log'."""
    return gca().set_xscale(value, **kwargs)


def yscale(value, **kwargs):
    """'linear' or 'log'."""
    return gca().set_yscale(value, **kwargs)
