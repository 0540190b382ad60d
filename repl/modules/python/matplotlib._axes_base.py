"""Axes without the drawing functions: place, children, names, and how they are handed to the renderer."""
from matplotlib import _axes_sides, colors
from matplotlib.artist import Transform
from matplotlib.axis import XAxis, YAxis
from matplotlib.text import Text, _plain


class _Spine:
    """A side of the frame; what is set is kept."""

    def __init__(self):
        self._props = {'visible': True}

    def set_visible(self, b):
        self._props['visible'] = bool(b)

    def get_visible(self):
        return self._props['visible']

    def set(self, **kwargs):
        self._props.update(kwargs)

    def __getattr__(self, name):
        if name[:4] == 'set_':
            return lambda *args, **kwargs: None
        raise AttributeError(f"'Spine' object has no attribute {name!r}")


class Spines:
    """The sides of the frame by name."""

    def __init__(self, spines):
        self._spines = spines

    def __getitem__(self, key):
        if isinstance(key, list):
            return Spines({each: self._spines[each] for each in key})
        if isinstance(key, slice):
            return Spines(self._spines)
        return self._spines[key]

    def __getattr__(self, name):
        if name[:4] == 'set_':
            def each(*args, **kwargs):
                for spine in self._spines.values():
                    getattr(spine, name)(*args, **kwargs)
            return each
        if '_spines' in self.__dict__ and name in self._spines:
            return self._spines[name]
        raise AttributeError(f"'Spines' object does not contain a {name!r} spine")

    def set(self, **kwargs):
        for spine in self._spines.values():
            spine.set(**kwargs)

    def keys(self):
        return self._spines.keys()

    def values(self):
        return self._spines.values()

    def items(self):
        return self._spines.items()

    def __iter__(self):
        return iter(self._spines)

    def __len__(self):
        return len(self._spines)


class ArtistList:
    """Those children of axes that are of one kind."""

    def __init__(self, items, name):
        self._items, self._name = items, name

    def __len__(self):
        return len(self._items)

    def __getitem__(self, key):
        return self._items[key]

    def __iter__(self):
        return iter(self._items)

    def __add__(self, other):
        return list(self._items) + list(other)

    def __eq__(self, other):
        return list(self) == list(other)

    def __repr__(self):
        return f'<Axes.ArtistList of {len(self._items)} {self._name}>'


class _AxesBase(_axes_sides._AxesBase):
    """What axes are before anything is drawn in them."""
    _tables = ('Artist', 'Axes')

    def __new__(cls, fig, *args, projection=None, polar=False, **kwargs):
        if cls.__name__ == 'Axes' and (polar or projection not in (None, 'rectilinear')):
            names = ['3d', 'aitoff', 'hammer', 'lambert', 'mollweide', 'polar', 'rectilinear']
            if projection is not None and projection not in names:
                from matplotlib.cm import _suggestion
                raise ValueError(f"{projection!r} is not a valid value for projection."
                                 + _suggestion(projection, names))
            if polar or projection == 'polar':
                from matplotlib._polar import PolarAxes as kind
            elif projection == '3d':
                from matplotlib._space import Axes3D as kind
            else:
                raise NotImplementedError(f"projection={projection!r}: cells show maps of the world on flat axes only")
            return object.__new__(kind)
        return object.__new__(cls)

    def __init__(self, fig, spec=None, rect=None, *, sharex=None, sharey=None, projection=None, polar=False, **kwargs):
        _axes_sides._AxesBase.__init__(self)
        self.figure = fig
        self._spec, self._rect = spec, rect
        self._twins, self._twin_of = [], None
        self._bar = self._colorbar = None
        self.spines = Spines({name: _Spine() for name in ('left', 'right', 'bottom', 'top')})
        self.transAxes, self.transData = Transform('axes'), Transform('data')
        self.dataLim = None
        self._clear()
        if sharex is not None:
            self.sharex(sharex)
        if sharey is not None:
            self.sharey(sharey)
        self._apply(kwargs)

    def _clear(self):
        from matplotlib import rcParams
        self._children, self.containers = [], []
        self.xaxis, self.yaxis = XAxis(self, 'x'), YAxis(self, 'y')
        self.title = Text(0.5, 1.0, '')
        self._left_title, self._right_title = Text(0.0, 1.0, ''), Text(1.0, 1.0, '')
        self.legend_ = None
        self._axis_on = True
        self._aspect = 'auto'
        self._margins = [rcParams['axes.xmargin'], rcParams['axes.ymargin']]
        self._cycle, self._cycle_at = list(rcParams['axes.prop_cycle']), 0
        self._patch_cycle_at = 0
        if rcParams['axes.grid']:
            self.grid(True)

    def clear(self):
        """Takes out all that was drawn."""
        self._clear()

    def cla(self):
        self._clear()

    def __repr__(self):
        fields = []
        if self.get_label():
            fields.append(f"label={self.get_label()!r}")
        titles = {}
        for key in ('left', 'center', 'right'):
            if self.get_title(loc=key):
                titles[key] = self.get_title(loc=key)
        if titles:
            fields.append(f"title={titles}")
        for name, axis in (('x', self.xaxis), ('y', self.yaxis)):
            if axis.get_label_text():
                fields.append(f"{name}label={axis.get_label_text()!r}")
        return f"<{type(self).__name__}: " + ", ".join(fields) + ">"

    def __str__(self):
        x, y, width, height = self._position()
        return f"{type(self).__name__}({x:g},{y:g};{width:g}x{height:g})"

    # ---- Place ----

    def _position(self):
        if self._spec is not None:
            return self._spec.get_position(self.figure)
        return tuple(self._rect)

    def _pixels(self):
        x, y, _, _ = self._position()
        w, h = self.figure.get_size_inches() * self.figure.dpi
        return x * w, y * h

    def _place(self):
        if self._spec is not None:
            return self._spec._place()
        left, bottom, width, height = self._rect
        # Room for the ticks and names that stand outside of a rectangle.
        near, far = (0.0 if width >= 1 else 0.125), (0.0 if width >= 1 else 0.1)
        return (max(0.0, left - near), max(0.0, 1 - bottom - height - 0.12), min(1.0, left + width + far),
                min(1.0, 1 - bottom + 0.11))

    def get_position(self, original=False):
        from matplotlib.transforms import Bbox
        return Bbox.from_bounds(*self._position())

    def set_position(self, pos, which='both'):
        self._spec, self._rect = None, tuple(getattr(pos, 'bounds', pos))

    def get_subplotspec(self):
        return self._spec

    def set_subplotspec(self, subplotspec):
        self._spec = subplotspec

    def get_gridspec(self):
        return None if self._spec is None else self._spec.get_gridspec()

    def sharex(self, other):
        self._share(other, 'xaxis')

    def sharey(self, other):
        self._share(other, 'yaxis')

    def _share(self, other, name):
        mine, theirs = getattr(self, name), getattr(other, name)
        if mine in theirs._group:
            return
        theirs._group.append(mine)
        mine._group = theirs._group
        mine._limits, mine._inverted, mine._scale = theirs._limits, theirs._inverted, theirs._scale
        mine._ticks, mine._labels, mine._categories = theirs._ticks, theirs._labels, theirs._categories

    # ---- Children ----

    def _add(self, artist):
        artist.axes, artist.figure = self, self.figure
        label = artist.get_label() if hasattr(artist, 'get_label') else None
        if label == '' or label is None:
            artist._props['label'] = f'_child{len(self._children)}'
        self._children.append(artist)
        return artist

    def add_line(self, line):
        return self._add(line)

    def add_patch(self, p):
        from matplotlib.patches import Patch
        if not isinstance(p, Patch):
            raise TypeError(f"'p' must be an instance of matplotlib.patches.Patch, not a {type(p).__name__}")
        return self._add(p)

    def add_collection(self, collection, autolim=True):
        return self._add(collection)

    def add_artist(self, a):
        if type(a).__name__ == 'Legend':
            return a
        return self._add(a)

    def add_image(self, image):
        return self._add(image)

    def add_container(self, container):
        if not container.get_label():
            container.set_label(f'_container{len(self.containers)}')
        self.containers.append(container)
        return container

    def _kind(self, name, *tables):
        return ArtistList([child for child in self._children if child._tables[-1] in tables], name)

    @property
    def lines(self):
        return self._kind('lines', 'Line2D')

    @property
    def patches(self):
        return self._kind('patches', 'Patch', 'Rectangle')

    @property
    def texts(self):
        return self._kind('texts', 'Text')

    @property
    def collections(self):
        return self._kind('collections', 'Collection')

    @property
    def images(self):
        return self._kind('images', 'AxesImage')

    @property
    def artists(self):
        return self._kind('artists', 'Artist')

    def get_lines(self):
        return list(self.lines)

    def get_images(self):
        return list(self.images)

    def get_children(self):
        return list(self._children) + list(self.spines.values()) + [self.xaxis, self.yaxis, self.title]

    def has_data(self):
        return any(child._tables[-1] != 'Text' for child in self._children)

    def remove(self):
        self.figure.delaxes(self)

    def _next_color(self):
        """The next colour of the cycle of lines."""
        if not self._cycle:
            return 'k'
        entry = self._cycle[self._cycle_at % len(self._cycle)]
        self._cycle_at += 1
        return entry.get('color', 'C0')

    def _next_entry(self):
        if not self._cycle:
            return {}
        entry = self._cycle[self._cycle_at % len(self._cycle)]
        self._cycle_at += 1
        return entry

    def _next_patch_color(self):
        if not self._cycle:
            return 'k'
        entry = self._cycle[self._patch_cycle_at % len(self._cycle)]
        self._patch_cycle_at += 1
        return entry.get('color', 'C0')

    def set_prop_cycle(self, *args, **kwargs):
        from matplotlib._rc import cycler
        from matplotlib import rcParams
        cycle = rcParams['axes.prop_cycle'] if args == (None,) else cycler(*args, **kwargs)
        self._cycle, self._cycle_at, self._patch_cycle_at = list(cycle), 0, 0

    # ---- Names ----

    def _title_at(self, loc):
        titles = {'left': self._left_title, 'center': self.title, 'right': self._right_title}
        if str(loc).lower() not in titles:
            raise ValueError(f"{loc!r} is not a valid value for loc. Supported values are 'left', 'center', 'right'")
        return titles[str(loc).lower()]

    def set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
        title = self._title_at(loc or 'center')
        title.set_text(label)
        if fontdict:
            title.update(fontdict)
        title._apply(kwargs)
        return title

    def get_title(self, loc='center'):
        return self._title_at(loc).get_text()

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        if loc not in ('left', 'center', 'right', None):
            raise ValueError(f"{loc!r} is not a valid value for loc. Supported values are 'left', 'center', 'right'")
        return self.xaxis.set_label_text(xlabel, fontdict, **kwargs)

    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        if loc not in ('bottom', 'center', 'top', None):
            raise ValueError(f"{loc!r} is not a valid value for loc. Supported values are 'bottom', 'center', 'top'")
        return self.yaxis.set_label_text(ylabel, fontdict, **kwargs)

    def get_xlabel(self):
        return self.xaxis.get_label_text()

    def get_ylabel(self):
        return self.yaxis.get_label_text()

    # ---- The frame ----

    def set_axis_off(self):
        self._axis_on = False

    def set_axis_on(self):
        self._axis_on = True

    def set_frame_on(self, b):
        self._props['frame_on'] = bool(b)

    def get_frame_on(self):
        return self._props.get('frame_on', True)

    def set_facecolor(self, color):
        colors.to_rgba(color)
        self._props['facecolor'] = color

    def get_facecolor(self):
        return colors.to_rgba(self._props.get('facecolor', 'white'))

    def axis(self, arg=None, *, emit=True, **kwargs):
        if isinstance(arg, (str, bool)):
            if arg is True or arg is False:
                arg = 'on' if arg else 'off'
            if arg not in ('on', 'off', 'equal', 'tight', 'scaled', 'auto', 'image', 'square'):
                raise ValueError(f"Unrecognized string {arg!r} to axis; try 'on' or 'off'")
            if arg in ('on', 'off'):
                self._axis_on = arg == 'on'
            else:
                self._axis_mode(arg)
        elif arg is not None:
            if len(arg) != 4:
                raise TypeError("The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
            self.set_xlim(arg[0], arg[1])
            self.set_ylim(arg[2], arg[3])
        else:
            ends = [kwargs.pop(name, None) for name in ('xmin', 'xmax', 'ymin', 'ymax')]
            if ends[0] is not None or ends[1] is not None:
                self.set_xlim(ends[0], ends[1])
            if ends[2] is not None or ends[3] is not None:
                self.set_ylim(ends[2], ends[3])
        if kwargs:
            raise TypeError(f"axis() got an unexpected keyword argument {next(iter(kwargs))!r}")
        return (*self.get_xlim(), *self.get_ylim())

    def _axis_mode(self, arg):
        if arg in ('equal', 'scaled', 'image', 'square'):
            self._aspect = 1.0
        elif arg == 'auto':
            self._aspect = 'auto'
        if arg in ('tight', 'image', 'auto', 'equal'):
            self.autoscale(True)
        if arg == 'square':
            (left, right), (bottom, top) = self.get_xlim(), self.get_ylim()
            edge = max(abs(right - left), abs(top - bottom))
            self.set_xlim(left, left + edge)
            self.set_ylim(bottom, bottom + edge)

    def label_outer(self, remove_inner_ticks=False):
        spec = self._spec
        if spec is not None and not spec.is_last_row():
            self.xaxis._labels_shown = False
            self.xaxis.label.set_text('')
        if spec is not None and not spec.is_first_col():
            self.yaxis._labels_shown = False
            self.yaxis.label.set_text('')

    def twinx(self):
        """Axes with the same x and a y of their own at the right."""
        twin = type(self)(self.figure, self._spec, self._rect)
        twin._twin_of = self
        twin.xaxis = self.xaxis
        self._twins.append(twin)
        self.figure._add_axes(twin)
        return twin

    def twiny(self):
        raise NotImplementedError("twiny: cells show one x axis; twinx gives a second y axis")

    def secondary_xaxis(self, location, functions=None, **kwargs):
        raise NotImplementedError("secondary_xaxis: cells show one x axis")

    def secondary_yaxis(self, location, functions=None, **kwargs):
        raise NotImplementedError("secondary_yaxis: twinx gives a second y axis")

    def inset_axes(self, bounds, *, transform=None, zorder=5, **kwargs):
        raise NotImplementedError("inset_axes: axes in cells do not overlap")

    # ---- Drawing ----

    def _label_of(self, artist):
        """What the legend calls an artist, or None."""
        owner = self
        legend = owner.legend_ or (self.figure._legend if self.figure.axes and self.figure.axes[0] is owner else None)
        if legend is None and owner._twin_of is not None:
            legend = owner._twin_of.legend_
        if legend is None:
            for twin in owner._twins:
                legend = legend or twin.legend_
        if legend is None:
            return None
        for handle, text in zip(legend.legend_handles, legend.texts):
            if handle is artist or getattr(handle, '_main', None) is artist:
                return _plain(text.get_text())
        return None

    def _legends(self):
        every = [self.legend_] + [twin.legend_ for twin in self._twins]
        if self.figure.axes and self.figure.axes[0] is self:
            every.append(self.figure._legend)
        return [each for each in every if each is not None]

    def _draw_children(self, drawing, right):
        from matplotlib.patches import _draw_rectangles
        grouped = {}
        for container in self.containers:
            for patch in getattr(container, 'patches', ()):
                grouped[id(patch)] = container
        done = set()
        for child in self._children:
            if not child.get_visible():
                continue
            container = grouped.get(id(child))
            if container is None or any(self._label_of(each) for each in container.patches):
                child._draw(drawing, self, right)
            elif id(container) not in done:
                done.add(id(container))
                _draw_rectangles(drawing, self, right, container.patches, self._label_of(container))

    def _draw_proxies(self, drawing):
        """Entries of legends that stand for nothing in the axes."""
        from matplotlib.lines import _LETTERS, _glyph
        mine = []
        for axes in [self] + self._twins:
            mine.extend(axes._children)
            mine.extend(axes.containers)
        every = {id(each) for each in mine}
        for legend in self._legends():
            for handle, text in zip(legend.legend_handles, legend.texts):
                if id(handle) in every:
                    continue
                label = _plain(text.get_text())
                if hasattr(handle, '_look'):
                    look = handle._look()
                    drawing.rectangles([], [], [], [], look[0], label, look[1], look[2])
                elif hasattr(handle, '_letter'):
                    style = _LETTERS[handle.get_linestyle()]
                    drawing.line([], [], style, _glyph(handle._letter), colors._number(handle.get_color()), label,
                                 False,
                                 hasattr(handle, '_class_of'))
                else:
                    color = handle._one_color() if hasattr(handle, '_one_color') else -1
                    drawing.line([], [], ' ', 'o', color, label)

    def _draw(self, drawing):
        left, top, right, bottom = self._place()
        if right - left <= 0 or bottom - top <= 0 or not self.get_visible():
            return
        drawing.axes(left, top, right, bottom)
        self._draw_children(drawing, False)
        for twin in self._twins:
            twin._draw_children(drawing, True)
            twin.yaxis._draw(drawing, 'right')
        self._draw_proxies(drawing)
        if self._axis_on:
            self.xaxis._draw(drawing, 'x')
            self.yaxis._draw(drawing, 'y')
        else:
            for name, axis in (('x', self.xaxis), ('y', self.yaxis)):
                low, high = axis._shown_limits()
                drawing.side(name, None, axis._scale == 'log', axis._inverted, low, high, None, None)
        titles = [each.get_text() for each in (self._left_title, self.title, self._right_title) if each.get_visible()]
        title = '  '.join(each for each in titles if each)
        legends = self._legends()
        legend_title = ' '.join(each.get_title().get_text() for each in legends if each.get_title().get_text())
        drawing.look(_plain(title.replace('\n', ' ')) if title else None, bool(legends), legend_title or None,
                     self.xaxis._grid, self.yaxis._grid, not self._axis_on,
                     0.0 if self._aspect == 'auto' else float(self._aspect))
        if self._bar is not None:
            self._bar._draw(drawing)
