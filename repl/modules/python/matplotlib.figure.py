"""matplotlib.figure: figures, which hold axes."""
import sys
import numpy as np
import _pyplot
from matplotlib import colors
from matplotlib.artist import Artist, Transform
from matplotlib.axes import Axes
from matplotlib.colorbar import Colorbar
from matplotlib.gridspec import GridSpec, GridSpecBase, SubplotSpec
from matplotlib.legend import Legend
from matplotlib.text import Text, _plain

_TEXT_FORMATS = ('txt', 'ans')
_FORMATS = ('avif', 'eps', 'gif', 'jpeg', 'jpg', 'pdf', 'pgf', 'png', 'ps', 'raw', 'rgba', 'svg', 'svgz', 'tif', 'tiff',
            'webp')
_told = []


def _make_grid(fig, gs, sharex, sharey, squeeze, subplot_kw, order=None):
    for name, value in (('sharex', sharex), ('sharey', sharey)):
        if value not in ('all', 'row', 'col', 'none', False, True):
            raise ValueError(f"{value!r} is not a valid value for {name}. Supported values are 'all', 'row', 'col', "
                             "'none', False, True")
    made, rows, columns = [], gs.nrows, gs.ncols
    for i in range(rows * columns):
        options = dict(subplot_kw or {})
        for name, value in (('sharex', sharex), ('sharey', sharey)):
            first = {'all': 0, True: 0, 'row': i // columns * columns, 'col': i % columns}.get(value, i)
            if first < i:
                options[name] = made[first]
        made.append(fig.add_subplot(gs[i // columns, i % columns], **options))
    for i, ax in enumerate(made):
        # Of shared axes only the outer ones are written.
        if sharex in (True, 'all', 'col') and i // columns < rows - 1:
            ax.xaxis._labels_shown = False
        if sharey in (True, 'all', 'row') and i % columns:
            ax.yaxis._labels_shown = False
    if squeeze and rows * columns == 1:
        return made[0]
    return _pyplot.axes_grid(made, rows, columns, squeeze and (rows == 1 or columns == 1))


class FigureBase(Artist):
    """What figures do with axes."""
    _tables = ('Artist', 'Figure')

    def suptitle(self, t, **kwargs):
        if self._suptitle is None:
            self._suptitle = Text(0.5, 0.98, '')
        self._suptitle.set_text(t)
        x, y = self._suptitle.get_position()
        self._suptitle.set_position((kwargs.get('x', x), kwargs.get('y', y)))
        self._text_options(self._suptitle, kwargs)
        return self._suptitle

    def _text_options(self, text, kwargs):
        options = {key: value for key, value in kwargs.items() if key not in ('x', 'y', 't')}
        text.update(options)

    def get_suptitle(self):
        return '' if self._suptitle is None else self._suptitle.get_text()

    def supxlabel(self, t, **kwargs):
        return self._around('_supxlabel', 0.5, 0.01, t, kwargs)

    def supylabel(self, t, **kwargs):
        return self._around('_supylabel', 0.02, 0.5, t, kwargs)

    def _around(self, name, x, y, t, kwargs):
        text = Text(x, y, t)
        self._text_options(text, kwargs)
        setattr(self, name, text)
        return text

    def text(self, x, y, s, fontdict=None, **kwargs):
        options = dict(fontdict or {})
        options.update(kwargs)
        text = Text(x, y, s, **options)
        self.texts.append(text)
        return text

    # ---- Axes ----

    def add_subplot(self, *args, **kwargs):
        """Axes at a place of the figure's grid: (2, 2, 1), 221, or cells of a GridSpec."""
        if 'figure' in kwargs:
            raise TypeError("add_subplot() got an unexpected keyword argument 'figure'")
        if len(args) == 1 and isinstance(args[0], Axes):
            return args[0]
        ax = Axes(self, self._spec(args), **kwargs)
        return self._add_axes(ax)

    def _spec(self, args):
        if len(args) == 0:
            args = (1, 1, 1)
        if len(args) == 1:
            arg = args[0]
            if isinstance(arg, SubplotSpec):
                return arg
            if isinstance(arg, GridSpecBase):
                return arg[:, :]
            if not isinstance(arg, (int, np.integer)) or isinstance(arg, bool) or not 100 <= arg <= 999:
                raise ValueError(f"Single argument to subplot must be a three-digit integer, not {arg!r}")
            args = tuple(int(each) for each in str(arg))
        if len(args) != 3:
            raise TypeError(f"subplot() takes 1 or 3 positional arguments but {len(args)} were given")
        rows, columns, num = args
        rows = int(rows) if isinstance(rows, np.integer) else rows
        columns = int(columns) if isinstance(columns, np.integer) else columns
        gs = self._grid_of(rows, columns)
        if isinstance(num, tuple):
            if len(num) != 2:
                raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {num!r}")
            if not all(isinstance(each, (int, np.integer)) for each in num):
                raise ValueError(f"Subplot specifier tuple must contain integers, not {num!r}")
            first, last = num
        else:
            if not isinstance(num, (int, np.integer)) or num < 1 or num > rows * columns:
                raise ValueError(f'num must be an integer with 1 <= num <= {rows * columns}, not {num!r}')
            first = last = int(num)
        return gs[first - 1:last] if first != last else SubplotSpec(gs, first - 1)

    def _grid_of(self, rows, columns):
        key = (rows, columns)
        if key not in self._grids:
            self._grids[key] = GridSpec(rows, columns, figure=self)
        return self._grids[key]

    def _add_axes(self, ax):
        self._axes.append(ax)
        self._current = ax
        return ax

    def add_axes(self, *args, **kwargs):
        """Axes at [left, bottom, width, height], as shares of the figure."""
        if not args and 'rect' not in kwargs:
            raise TypeError("add_axes() missing 1 required positional argument: 'rect'")
        rect = args[0] if args else kwargs.pop('rect')
        if isinstance(rect, Axes):
            return rect
        if not all(np.isfinite(each) for each in rect):
            raise ValueError(f'all entries in rect must be finite not {rect}')
        return self._add_axes(Axes(self, None, tuple(float(each) for each in rect), **kwargs))

    def add_gridspec(self, nrows=1, ncols=1, **kwargs):
        return GridSpec(nrows, ncols, figure=self, **kwargs)

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None,
                 height_ratios=None, subplot_kw=None, gridspec_kw=None):
        options = dict(gridspec_kw or {})
        if width_ratios is not None:
            options['width_ratios'] = width_ratios
        if height_ratios is not None:
            options['height_ratios'] = height_ratios
        gs = self.add_gridspec(nrows, ncols, **options)
        return _make_grid(self, gs, sharex, sharey, squeeze, subplot_kw)

    def subplot_mosaic(self, mosaic, *, sharex=False, sharey=False, width_ratios=None, height_ratios=None,
                       empty_sentinel='.', subplot_kw=None, per_subplot_kw=None, gridspec_kw=None):
        """Axes by name, laid out as the letters of a text or lists of names."""
        if isinstance(mosaic, str):
            lines = [each.strip() for each in mosaic.replace(';', '\n').split('\n')]
            mosaic = [list(each) for each in lines if each]
        rows, columns = len(mosaic), len(mosaic[0])
        for k, row in enumerate(mosaic):
            if len(row) != columns:
                raise ValueError("All of the rows must be the same length, however the first row "
                                 f"({list(mosaic[0])!r}) has length {columns} and row {k} ({list(row)!r}) has length "
                                 f"{len(row)}.")
        options = dict(gridspec_kw or {})
        if width_ratios is not None:
            options['width_ratios'] = width_ratios
        if height_ratios is not None:
            options['height_ratios'] = height_ratios
        gs = self.add_gridspec(rows, columns, **options)
        cells = {}
        for r, row in enumerate(mosaic):
            for c, name in enumerate(row):
                if name != empty_sentinel:
                    cells.setdefault(name, []).append((r, c))
        made = {}
        for name, places in cells.items():
            r, c = [each[0] for each in places], [each[1] for each in places]
            made[name] = self.add_subplot(gs[min(r):max(r) + 1, min(c):max(c) + 1], label=name, **(subplot_kw or {}))
        return made

    def delaxes(self, ax):
        if ax in self._axes:
            self._axes.remove(ax)
        for other in self._axes:
            if ax in other._twins:
                other._twins.remove(ax)
            if other._bar is not None and other._bar.ax is ax:
                other._bar = None
        if self._current is ax:
            self._current = self._axes[-1] if self._axes else None

    def sca(self, a):
        self._current = a
        return a

    def gca(self):
        return self._current if self._current is not None else self.add_subplot()

    def _gci(self):
        ax = self._current
        found = getattr(ax, '_current_image', None) if ax is not None else None
        for ax in reversed(self._axes):
            found = found if found is not None else getattr(ax, '_current_image', None)
        return found

    @property
    def axes(self):
        return list(self._axes)

    def get_axes(self):
        return list(self._axes)

    def clear(self, keep_observers=False):
        self._axes, self._current, self._suptitle, self._legend = [], None, None, None
        self._supxlabel = self._supylabel = None
        self.texts, self._grids = [], {}

    clf = clear

    # ---- Around the axes ----

    def colorbar(self, mappable, cax=None, ax=None, use_gridspec=True, **kwargs):
        """A bar that says which number has which colour, beside the axes."""
        host = ax
        if host is None:
            host = getattr(mappable, 'axes', None)
        if host is None:
            host = self.gca()
        if not isinstance(host, Axes):
            every = list(host.flat) if hasattr(host, 'flat') else list(host)
            host = every[-1]
        options = {}
        for key in ('label', 'ticks', 'format', 'orientation'):
            if key in kwargs:
                options[key] = kwargs.pop(key)
        for key in ('fraction', 'pad', 'shrink', 'aspect', 'anchor', 'panchor', 'extend', 'extendfrac', 'extendrect',
                    'spacing', 'drawedges', 'boundaries', 'values', 'location', 'alpha', 'cmap', 'norm',
                    'ticklocation'):
            kwargs.pop(key, None)
        if kwargs:
            raise TypeError(f"Colorbar.__init__() got an unexpected keyword argument {next(iter(kwargs))!r}")
        current = self._current
        if cax is None:
            x, y, width, height = host._position()
            cax = Axes(self, None, (x + width * 0.86, y, width * 0.05, height), label='<colorbar>')
            self._add_axes(cax)
        cax._colorbar = True
        bar = Colorbar(cax, mappable, **options)
        if options.get('label'):
            cax.yaxis.label.set_text(options['label'])
        cax.yaxis._limits = bar._ends() if bar._ends()[0] < bar._ends()[1] else None
        host._bar = bar
        mappable.colorbar = bar
        self._current = current
        return bar

    def legend(self, *args, **kwargs):
        handles, labels = kwargs.pop('handles', None), kwargs.pop('labels', None)
        if len(args) == 2:
            handles, labels = args
        elif len(args) == 1:
            labels = args[0]
        if handles is None:
            handles, found = [], []
            for ax in self._axes:
                more = ax.get_legend_handles_labels() if labels is None else (ax._legend_candidates(), [])
                handles.extend(more[0])
                found.extend(more[1])
            labels = found if labels is None else labels
        elif labels is None:
            labels = [each.get_label() for each in handles]
        self._legend = Legend(self, list(handles), list(labels), **kwargs)
        return self._legend

    def subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        for name, value in (('left', left), ('bottom', bottom), ('right', right), ('top', top), ('wspace', wspace),
                            ('hspace', hspace)):
            if value is not None:
                self._adjusted[name] = value
        for low, high in (('left', 'right'), ('bottom', 'top')):
            if low in self._adjusted and high in self._adjusted and self._adjusted[low] >= self._adjusted[high]:
                raise ValueError(f"{low} cannot be >= {high}")

    def align_labels(self, axs=None):
        pass

    align_xlabels = align_ylabels = align_labels

    def autofmt_xdate(self, bottom=0.2, rotation=30, ha='right', which='major'):
        pass

    def subfigures(self, nrows=1, ncols=1, **kwargs):
        raise NotImplementedError("subfigures: a GridSpec inside a cell of another (subgridspec) is drawn")


class Figure(FigureBase):
    """A figure."""

    def __init__(self, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, linewidth=0.0, frameon=None,
                 subplotpars=None, tight_layout=None, constrained_layout=None, layout=None, **kwargs):
        from matplotlib import rcParams
        Artist.__init__(self)
        if figsize is not None and len(figsize) not in (2, 3):
            raise ValueError(f'Invalid figsize format, expected (x, y) or (x, y, unit) but got {figsize!r}')
        self._size = [float(each) for each in (rcParams['figure.figsize'] if figsize is None else figsize)[:2]]
        if len(self._size) != 2 or not all(np.isfinite(each) and each >= 0 for each in self._size):
            raise ValueError(f'figure size must be positive finite not {tuple(figsize)}')
        self.dpi = float(rcParams['figure.dpi'] if dpi is None else dpi)
        self._adjusted = {}
        self.transFigure = Transform('figure')
        self.figure = self
        self.number = None
        self.clear()
        self.canvas = _Canvas(self)
        self._apply(kwargs)

    def __repr__(self):
        return f"<Figure size {self._size[0] * self.dpi:g}x{self._size[1] * self.dpi:g} with {len(self._axes)} Axes>"

    __str__ = lambda self: f"Figure({self._size[0] * self.dpi:g}x{self._size[1] * self.dpi:g})"

    def get_size_inches(self):
        return np.array(self._size)

    def set_size_inches(self, w, h=None, forward=True):
        self._size = [float(each) for each in ((w, h) if h is not None else w)]

    def get_figwidth(self):
        return np.float64(self._size[0])

    def get_figheight(self):
        return np.float64(self._size[1])

    def set_figwidth(self, val, forward=True):
        self._size[0] = float(val)

    def set_figheight(self, val, forward=True):
        self._size[1] = float(val)

    def get_dpi(self):
        return self.dpi

    def set_dpi(self, val):
        self.dpi = val

    def tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None):
        pass

    def set_tight_layout(self, tight):
        pass

    def set_constrained_layout(self, constrained):
        pass

    def set_layout_engine(self, layout=None, **kwargs):
        pass

    def set_facecolor(self, color):
        colors.to_rgba(color)
        self._props['facecolor'] = color

    def get_facecolor(self):
        return colors.to_rgba(self._props.get('facecolor', 'white'))

    def draw(self, renderer=None):
        pass

    def draw_without_rendering(self):
        pass

    def waitforbuttonpress(self, timeout=-1):
        return None

    def show(self, warn=True):
        """Prints the figure."""
        self._show()

    def _drawing(self):
        around = [None if each is None or not each.get_text() else _plain(each.get_text().replace('\n', ' '))
                  for each in (self._suptitle, self._supxlabel, self._supylabel)]
        drawing = _pyplot.Drawing(self._size[0] or 6.4, self._size[1] or 4.8, *around)
        last = None
        for ax in self._axes:
            if ax._colorbar is None and ax._twin_of is None:
                ax._draw(drawing)
                last = ax
        if last is None and self.texts:
            drawing.axes(0.0, 0.0, 1.0, 1.0)
            drawing.look(None, False, None, False, False, True, 0.0)
        for text in self.texts:
            # Texts of the figure are written over its last axes, where they are not in the way of its own.
            text.set_transform(self.transFigure)
            if last is not None or self.texts:
                text._draw(drawing, last, False)
        return drawing

    def _show(self):
        if getattr(self, '_animation', None) is not None and _pyplot.shows():
            self._animation._finish()
        if (self._axes or self.texts) and _pyplot.shows():
            self._drawing().show()

    def _as_text(self, columns=80, rows=24, coloured=False, ascii=False):
        """The figure as lines of text."""
        return self._drawing().render(columns, rows, coloured, ascii)

    def savefig(self, fname, *, transparent=None, dpi=None, format=None, metadata=None, bbox_inches=None,
                pad_inches=None,
                facecolor=None, edgecolor=None, backend=None, orientation=None, papertype=None, bbox_extra_artists=None,
                pil_kwargs=None, **kwargs):
        """Writes the figure as text. For a picture's name (.png, .pdf, ...) NAME.txt is written beside it."""
        if kwargs:
            raise TypeError(f"FigureCanvasAgg.print_png() got an unexpected keyword argument {next(iter(kwargs))!r}")
        if hasattr(fname, 'write'):
            raise NotImplementedError("savefig writes text: open a file by its name")
        path = str(fname)
        name = path.replace('\\', '/').split('/')[-1]
        kind = format if format is not None else name.rsplit('.', 1)[1].lower() if '.' in name else 'png'
        if kind not in _FORMATS and kind not in _TEXT_FORMATS:
            raise ValueError(f"Format {kind!r} is not supported (supported formats: {', '.join(_FORMATS)})")
        text = self._drawing().render(100, 40, kind == 'ans')
        target = path if kind in _TEXT_FORMATS else path + '.txt'
        with open(target, 'w') as file:
            file.write(text)
        if target != path and not _told:
            _told.append(True)
            sys.stderr.write(f"nnsh writes figures as text: {target}, not {path}\n")


class _Canvas:
    """What a window would be."""

    def __init__(self, figure):
        self.figure = figure
        self.manager = None

    def draw(self):
        pass

    draw_idle = flush_events = draw

    def get_width_height(self):
        size = self.figure._size
        return int(size[0] * self.figure.dpi), int(size[1] * self.figure.dpi)

    def mpl_connect(self, s, func):
        return 0

    def mpl_disconnect(self, cid):
        pass

    def set_window_title(self, title):
        pass

    def print_figure(self, filename, **kwargs):
        self.figure.savefig(filename, **kwargs)
