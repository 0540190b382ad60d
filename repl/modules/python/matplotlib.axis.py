"""matplotlib.axis: one axis of axes: its limits, scale, ticks and name."""
import math
import numpy as np
from matplotlib import ticker
from matplotlib.text import Text

_SCALES = ('linear', 'log', 'symlog', 'asinh', 'logit', 'function', 'functionlog')
_TICK_KEYS = ['size', 'width', 'color', 'tickdir', 'pad', 'labelsize', 'labelcolor', 'labelfontfamily', 'zorder',
              'gridOn',
              'tick1On', 'tick2On', 'label1On', 'label2On', 'length', 'direction', 'left', 'bottom', 'right', 'top',
              'labelleft', 'labelbottom', 'labelright', 'labeltop', 'labelrotation', 'labelrotation_mode']
_GRID_KEYS = ['agg_filter', 'alpha', 'animated', 'antialiased', 'clip_box', 'clip_on', 'clip_path', 'color',
              'dash_capstyle', 'dash_joinstyle', 'dashes', 'data', 'drawstyle', 'figure', 'fillstyle', 'gapcolor',
              'gid',
              'in_layout', 'label', 'linestyle', 'linewidth', 'marker', 'markeredgecolor', 'markeredgewidth',
              'markerfacecolor', 'markerfacecoloralt', 'markersize', 'markevery', 'mouseover', 'path_effects', 'picker',
              'pickradius', 'rasterized', 'sketch_params', 'snap', 'solid_capstyle', 'solid_joinstyle', 'transform',
              'url',
              'visible', 'xdata', 'ydata', 'zorder', 'aa', 'c', 'ds', 'ls', 'lw', 'mec', 'mew', 'mfc', 'mfcalt', 'ms']


def _check_position(position, supported):
    if position not in supported:
        raise ValueError(f"{position!r} is not a valid value for position. Supported values are "
                         + ', '.join(repr(one) for one in supported))


class Tick:
    """A tick and its text."""

    def __init__(self, loc, text):
        self._loc = loc
        self.label1 = text
        self.label2 = Text(0, 0, '')

    def get_loc(self):
        return self._loc

    def set_visible(self, b):
        self.label1.set_visible(b)

    def set_pad(self, val):
        pass


class XTick(Tick):
    pass


class YTick(Tick):
    pass


class Axis:
    """One axis. Those that share limits are in one group."""

    def __init__(self, axes, name):
        self.axes, self.axis_name = axes, name
        self.label = Text(0.5, 0, '') if name == 'x' else Text(0, 0.5, '')
        self._limits = None
        self._auto = True
        self._inverted = False
        self._scale = 'linear'
        self._ticks = None
        self._labels = None
        self._categories = None
        self._grid = False
        self._locator = None
        self._formatter = None
        self._shown = True
        self._labels_shown = True
        self._group = [self]

    def __repr__(self):
        x, y = self.axes._pixels()
        return f"{type(self).__name__}({x},{y})"

    # ---- Data ----

    def _names(self, values):
        if self._categories is None:
            self._categories = {}
        for each in values:
            if str(each) not in self._categories:
                self._categories[str(each)] = len(self._categories)
        for other in self._group:
            other._categories = self._categories
        return [self._categories[str(each)] for each in values]

    def _one(self, value):
        if isinstance(value, str):
            return self._names([value])[0]
        return float(self._values(value)) if hasattr(value, 'toordinal') else value

    def _moments(self, data):
        """Dates as days since 1970; the ticks are dates from now on."""
        from matplotlib import dates
        if self._locator is None:
            self._locator = dates.AutoDateLocator()
            self._locator.axis = self
        if self._formatter is None:
            self._formatter = dates.AutoDateFormatter(self._locator)
        return dates.date2num(data)

    def _values(self, data):
        """Data as an array of numbers; names become 0, 1, 2, ..."""
        if isinstance(data, str):
            return np.asarray(float(self._names([data])[0]))
        if hasattr(data, 'toordinal'):
            return np.asarray(self._moments([data])[0])
        if isinstance(data, (dict, set)):
            raise TypeError(f"float() argument must be a string or a real number, not {type(data).__name__!r}")
        if hasattr(data, 'tolist') and not isinstance(data, (np.ndarray, np.generic)):
            data = data.tolist()  # a table's column
        if not hasattr(data, 'dtype') and hasattr(data, '__iter__'):
            data = list(data)
            if data and all(isinstance(each, str) for each in data):
                return np.array(self._names(data), dtype=float)
            if any(hasattr(each, 'toordinal') for each in data):
                return self._moments(data)
            if any(each is None for each in data):
                data = [float('nan') if each is None else each for each in data]
        values = np.asarray(data)
        if values.dtype.kind == 'O' and any(hasattr(each, 'toordinal') for each in values.ravel().tolist()):
            return self._moments(values.ravel().tolist()).reshape(values.shape)
        if values.dtype.kind not in 'buif':
            flat = [str(each) for each in values.ravel().tolist()]
            return np.array(self._names(flat), dtype=float).reshape(values.shape)
        return values

    # ---- Limits ----

    def _index(self):
        return 0 if self.axis_name == 'x' else 1

    def _children(self):
        for axis in self._group:
            for child in axis.axes._children:
                if child.get_visible():
                    yield child
            if self.axis_name == 'x':
                for twin in axis.axes._twins:
                    for child in twin._children:
                        yield child

    def _data(self):
        """The least and greatest finite values, the least above zero, and what margins do not cross."""
        low, high, least, sticky, found = math.inf, -math.inf, math.inf, set(), False
        for child in self._children():
            bounds = child._bounds()
            values = bounds[self._index()]
            if len(values) == 0:
                continue
            values = np.asarray(values, dtype=float).ravel()
            values = values[np.isfinite(values)]
            if values.size == 0:
                continue
            found = True
            low, high = min(low, float(values.min())), max(high, float(values.max()))
            above = values[values > 0]
            if above.size:
                least = min(least, float(above.min()))
            sticky.update(float(each) for each in bounds[2 + self._index()])
        return (low, high, least, sorted(sticky)) if found else None

    def _auto_limits(self):
        data = self._data()
        log = self._scale == 'log'
        if data is None:
            return (1.0, 10.0) if log else (0.0, 1.0)
        low, high, least, sticky = data
        if log:
            if not math.isfinite(least):
                return 1.0, 10.0
            low = least if low <= 0 else low
            high = max(high, low)
            if low == high:
                low, high = 10 ** (math.ceil(math.log10(low)) - 1), 10 ** (math.floor(math.log10(high)) + 1)
        else:
            low, high = ticker._nonsingular(low, high, expander=0.05)
        margin = self.axes._margins[self._index()]
        slack = 1e-5 * abs(high - low)
        below = [each for each in sticky if each < low + slack]
        above = [each for each in sticky if each > high - slack]
        if log:
            a, b = math.log10(low), math.log10(high)
            new_low, new_high = 10 ** (a - (b - a) * margin), 10 ** (b + (b - a) * margin)
        else:
            delta = (high - low) * margin
            new_low, new_high = low - delta, high + delta
        if below and (not log or below[-1] > 0):
            new_low = max(new_low, below[-1])
        if above:
            new_high = min(new_high, above[0])
        return new_low, new_high

    def _view(self):
        low, high = self._limits if self._limits is not None else self._auto_limits()
        low, high = np.float64(low), np.float64(high)
        return (high, low) if self._inverted else (low, high)

    get_view_interval = _view

    def _set_view(self, first, last):
        for axis in self._group:
            axis._inverted = bool(first > last)
            axis._limits = (min(first, last), max(first, last))

    def _freeze(self):
        view = self._view()
        self._set_view(*view)

    def set_inverted(self, inverted):
        for axis in self._group:
            axis._inverted = bool(inverted)

    def get_inverted(self):
        return self._inverted

    def set_scale(self, value, **kwargs):
        if value not in _SCALES:
            from matplotlib.cm import _suggestion
            raise ValueError(f"{value!r} is not a valid value for scale."
                             + (_suggestion(value, _SCALES) if isinstance(value, str) else ''))
        if value not in ('linear', 'log', 'symlog'):
            raise NotImplementedError(f"scale {value!r}: axes in cells are 'linear', 'log' or 'symlog'")
        for axis in self._group:
            axis._scale = value

    def get_scale(self):
        return self._scale

    # ---- Ticks ----

    def get_tick_space(self):
        x, y, width, height = self.axes._position()
        inches = self.axes.figure.get_size_inches()
        if self.axis_name == 'x':
            return int(math.floor(width * inches[0] * 72 / 30))
        return int(math.floor(height * inches[1] * 72 / 20))

    def get_major_locator(self):
        locator = self._locator
        if locator is None:
            if self._ticks is not None:
                locator = ticker.FixedLocator(self._ticks)
            elif self._categories is not None:
                locator = ticker.CategoryLocator(list(range(len(self._categories))))
            else:
                locator = ticker.LogLocator() if self._scale == 'log' else ticker.AutoLocator()
        locator.set_axis(self)
        return locator

    def get_major_formatter(self):
        formatter = self._formatter
        if formatter is None:
            if self._labels is not None:
                formatter = ticker.FixedFormatter(self._labels)
            elif self._categories is not None and self._ticks is None:
                formatter = ticker.FixedFormatter(list(self._categories))
            else:
                formatter = ticker.LogFormatter() if self._scale == 'log' else ticker.ScalarFormatter()
        formatter.set_axis(self)
        return formatter

    def set_major_locator(self, locator):
        if not isinstance(locator, ticker.Locator):
            raise TypeError("'locator' must be an instance of matplotlib.ticker.Locator, not a "
                            f"{type(locator).__name__}")
        self._locator, self._ticks, self._labels = locator, None, None
        locator.set_axis(self)

    def set_major_formatter(self, formatter):
        if isinstance(formatter, str):
            formatter = ticker.StrMethodFormatter(formatter)
        elif not isinstance(formatter, ticker.Formatter):
            if not callable(formatter):
                raise TypeError("'formatter' must be an instance of matplotlib.ticker.Formatter, not a "
                                f"{type(formatter).__name__}")
            formatter = ticker.FuncFormatter(formatter)
        self._formatter = formatter
        self._labels = None
        formatter.set_axis(self)

    def set_minor_locator(self, locator):
        pass

    def set_minor_formatter(self, formatter):
        pass

    def _places(self):
        return np.asarray(self.get_major_locator()())

    def get_ticklocs(self, *, minor=False):
        return np.array([]) if minor else self.get_major_locator()()

    get_majorticklocs = get_ticklocs

    def get_ticklabels(self, minor=False, which=None):
        if minor:
            return []
        places = self._places()
        texts = self.get_major_formatter().format_ticks(places.tolist())
        if self._ticks is None and self._locator is None and self._categories is None:
            low, high = sorted(self._view())
        out = []
        for place, text in zip(places.tolist(), texts):
            out.append(Text(place, 0, text) if self.axis_name == 'x' else Text(0, place, text))
        return out

    get_majorticklabels = get_ticklabels

    def get_major_ticks(self, numticks=None):
        kind = XTick if self.axis_name == 'x' else YTick
        return [kind(place, text) for place, text in zip(self._places().tolist(), self.get_ticklabels())]

    def set_ticks(self, ticks, labels=None, *, minor=False, **kwargs):
        if labels is None and kwargs:
            first = next(iter(kwargs))
            raise ValueError(f"Incorrect use of keyword argument {first!r}. Keyword arguments other than 'minor' "
                             f"modify "
                             "the text labels and can only be used if 'labels' are passed as well.")
        if minor:
            return []
        values = np.asarray(self._values(ticks))
        if values.ndim != 1:
            raise ValueError(f"'locs' must be 1D with shape (N,), but your input has shape {values.shape}")
        for axis in self._group:
            axis._ticks, axis._locator = values, None
            axis._labels = None
        if len(values) and self._limits is not None:
            low, high = self._limits
            self._set_view_sorted(min(low, float(values.min())), max(high, float(values.max())))
        elif len(values):
            low, high = sorted(self._view())
            if values.min() < low or values.max() > high:
                self._set_view_sorted(min(low, float(values.min())), max(high, float(values.max())))
        if labels is not None:
            self.set_ticklabels(labels, **kwargs)
        return self.get_major_ticks()

    def _set_view_sorted(self, low, high):
        inverted = self._inverted
        self._set_view(low, high)
        for axis in self._group:
            axis._inverted = inverted

    def set_ticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        Text(0, 0, '')._apply(kwargs)
        labels = [each.get_text() if hasattr(each, 'get_text') else str(each) for each in labels]
        if self._ticks is not None and len(labels) != len(self._ticks) and labels:
            raise ValueError(f"The number of FixedLocator locations ({len(self._ticks)}), usually from a call to "
                             f"set_ticks,"
                             f" does not match the number of labels ({len(labels)}).")
        for axis in self._group:
            axis._labels, axis._formatter = labels, None
        return self.get_ticklabels()

    def set_tick_params(self, which='major', reset=False, **kwargs):
        for key in kwargs:
            known = key in _TICK_KEYS or key in ('rotation', 'rotation_mode', 'colors')
            if not known and not (key.startswith('grid_') and key[5:] in _GRID_KEYS):
                valid = _TICK_KEYS + ['grid_' + each for each in _GRID_KEYS]
                raise ValueError(f"keyword {key} is not recognized; valid keywords are {valid}")
        mine = ('labelbottom', 'labeltop') if self.axis_name == 'x' else ('labelleft', 'labelright')
        given = [bool(kwargs[key]) for key in mine if key in kwargs]
        if given:
            self._labels_shown = any(given)

    def grid(self, visible=None, which='major', **kwargs):
        for key in kwargs:
            if key not in _GRID_KEYS:
                valid = _TICK_KEYS + ['grid_' + each for each in _GRID_KEYS]
                raise ValueError(f"keyword grid_{key} is not recognized; valid keywords are {valid}")
        if visible is None:
            visible = True if kwargs else not self._grid
        self._grid = bool(visible)

    # ---- Name ----

    def set_label_text(self, label, fontdict=None, **kwargs):
        self.label.set_text(label)
        if fontdict:
            self.label.update(fontdict)
        self.label.update(kwargs)
        return self.label

    def get_label(self):
        return self.label

    def get_label_text(self):
        return self.label.get_text()

    def set_visible(self, b):
        self._shown = bool(b)

    def get_visible(self):
        return self._shown

    def set_label_position(self, position):
        """Which side the label stands on: nnsh has one place for it."""
        _check_position(position, ('top', 'bottom') if self.axis_name == 'x' else ('left', 'right'))

    def set_label_coords(self, x, y, transform=None):
        pass

    def set_ticks_position(self, position):
        """Which sides have ticks: nnsh draws them below and on the left, or not at all."""
        sides = ('top', 'bottom') if self.axis_name == 'x' else ('left', 'right')
        _check_position(position, (*sides, 'both', 'default', 'none'))
        if position == 'none':
            self._labels_shown = False

    def tick_top(self):
        pass

    def tick_bottom(self):
        pass

    def tick_left(self):
        pass

    def tick_right(self):
        pass

    def get_offset_text(self):
        return Text(0, 0, '')

    def get_gridlines(self):
        return []

    def get_ticklines(self, minor=False):
        return []

    # ---- Drawing ----

    def _has_images(self):
        return any(type(child).__name__ in ('AxesImage', 'QuadMesh') or getattr(child, 'filled', False)
                   for child in self._children())

    def _shown_limits(self):
        """Limits for the renderer: None where it may take the data's own."""
        if self._limits is not None:
            return float(self._limits[0]), float(self._limits[1])
        if len(self._group) > 1 or self._has_images():
            data = self._data()
            if data is not None and (self._scale != 'log' or data[0] > 0) and data[0] < data[1]:
                return data[0], data[1]
        return None, None

    def _shown_ticks(self):
        if not (self._shown and self._labels_shown):
            return [], None
        if self._ticks is None and self._categories is None and self._locator is None and self._formatter is None:
            return None, None
        places = self._places()
        labels = None
        if self._labels is not None or self._formatter is not None or (self._categories is not None and
                                                                       self._ticks is None):
            labels = self.get_major_formatter().format_ticks(places.tolist())
            from matplotlib.text import _plain
            labels = [_plain(str(each)) for each in labels]
        return places.astype(float), labels

    def _draw(self, drawing, which):
        from matplotlib.text import _plain
        low, high = self._shown_limits()
        ticks, labels = self._shown_ticks()
        name = self.label.get_text() if self._shown and self.label.get_visible() else ''
        drawing.side(which, _plain(name) if name else None, self._scale in ('log', 'symlog'), self._inverted, low, high,
                     ticks, labels)


class XAxis(Axis):
    pass


class YAxis(Axis):
    pass
