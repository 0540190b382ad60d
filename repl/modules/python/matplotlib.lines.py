"""matplotlib.lines: lines through points."""
import numpy as np
from matplotlib import colors
from matplotlib.artist import Artist

lineStyles = {'-': '_draw_solid', '--': '_draw_dashed', '-.': '_draw_dash_dot', ':': '_draw_dotted',
              'None': '_draw_nothing', ' ': '_draw_nothing', '': '_draw_nothing'}
_NAMED = {'solid': '-', 'dashed': '--', 'dashdot': '-.', 'dotted': ':', 'none': 'None', ' ': 'None', '': 'None'}
_LETTERS = {'-': 'S', '--': 'd', '-.': '.', ':': ':', 'None': ' '}
_MARKERS = '.,ov^<>12348spP*hH+xXDd|_'


def _check_style(style):
    if style is None:
        return '-'
    if isinstance(style, tuple):
        if len(style) != 2:
            raise ValueError(f"{style!r} is not a valid value for ls.")
        return '--' if style[1] else '-'
    style = _NAMED.get(style, style)
    if style not in _LETTERS:
        raise ValueError(f"{style!r} is not a valid value for ls.")
    return style


def _check_marker(marker):
    """matplotlib's letter, or '' for none."""
    if marker is None or (isinstance(marker, str) and marker in ('None', 'none', ' ', '')):
        return ''
    if isinstance(marker, str):
        if marker in _MARKERS:
            return marker
        if len(marker) > 2 and marker[0] == '$' and marker[-1] == '$':
            return marker.strip('$\\{}')[:1] or 'o'
    elif isinstance(marker, int) and 0 <= marker <= 11:
        return '_|_|<>^v<>^v'[marker]
    elif isinstance(marker, tuple) and len(marker) in (2, 3):
        return {3: '^', 4: 'D', 5: '*'}.get(marker[0], 'o')
    raise ValueError(f"Unrecognized marker style {marker!r}")


def _glyph(marker):
    """The letter that the renderer knows: of a formula's letter, itself."""
    return marker if marker.isascii() else 'o'


class Line2D(Artist):
    """A line, with a marker at each point."""
    _tables = ('Artist', 'Line2D')
    _zorder = 2

    _span = None

    def __init__(self, xdata, ydata, *, linewidth=None, linestyle=None, color=None, marker=None, **kwargs):
        from matplotlib import rcParams
        Artist.__init__(self)
        self._solid = linestyle is not None
        self._props['linewidth'] = rcParams['lines.linewidth'] if linewidth is None else float(linewidth)
        self.set_linestyle(rcParams['lines.linestyle'] if linestyle is None else linestyle)
        self.set_color(rcParams['lines.color'] if color is None else color)
        self.set_marker(rcParams['lines.marker'] if marker is None else marker)
        self._props['markersize'] = rcParams['lines.markersize']
        self._props['drawstyle'] = 'default'
        if not hasattr(xdata, '__len__'):
            raise RuntimeError('xdata must be a sequence')
        if not hasattr(ydata, '__len__'):
            raise RuntimeError('ydata must be a sequence')
        self.set_data(xdata, ydata)
        self._apply(kwargs)

    def __str__(self):
        if self.get_label() != '':
            return f'Line2D({self.get_label()})'
        if len(self._x) > 3:
            return 'Line2D((%g,%g),(%g,%g),...,(%g,%g))' % (self._x[0], self._y[0], self._x[1], self._y[1], self._x[-1],
                                                            self._y[-1])
        return 'Line2D(%s)' % ','.join('(%g,%g)' % pair for pair in zip(self._x, self._y))

    def set_data(self, *args):
        x, y = args if len(args) == 2 else args[0]
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x):
        if not hasattr(x, '__len__'):
            raise RuntimeError('x must be a sequence')
        self._x_given, self._x = x, np.asarray(x)

    def set_ydata(self, y):
        if not hasattr(y, '__len__'):
            raise RuntimeError('y must be a sequence')
        self._y_given, self._y = y, np.asarray(y)

    def get_xdata(self, orig=True):
        return self._x_given if orig else self._x

    def get_ydata(self, orig=True):
        return self._y_given if orig else self._y

    def get_data(self, orig=True):
        return self.get_xdata(orig), self.get_ydata(orig)

    def get_xydata(self):
        return np.column_stack([self._x, self._y])

    def set_linestyle(self, ls):
        self._props['linestyle'] = _check_style(ls)

    def get_linestyle(self):
        return self._props['linestyle']

    def set_dashes(self, seq):
        self._props['linestyle'] = '-' if seq in ((None, None), ()) else '--'

    def set_linewidth(self, w):
        self._props['linewidth'] = float(w)

    def set_color(self, color):
        colors._check(color, 'color')
        self._props['color'] = color

    def get_color(self):
        return self._props['color']

    def set_marker(self, marker):
        self._letter = _check_marker(marker)
        self._props['marker'] = 'None' if marker is None else marker

    def get_marker(self):
        return self._props['marker']

    def set_markersize(self, sz):
        self._props['markersize'] = float(sz)

    def get_markerfacecolor(self):
        color = self._props.get('markerfacecolor', 'auto')
        return self.get_color() if color in ('auto', None) else color

    def get_markeredgecolor(self):
        color = self._props.get('markeredgecolor', 'auto')
        return self.get_color() if color in ('auto', None) else color

    def set_drawstyle(self, drawstyle):
        if drawstyle not in ('default', 'steps', 'steps-pre', 'steps-mid', 'steps-post', None):
            raise ValueError(f"{drawstyle!r} is not a valid value for drawstyle. Supported values are 'default', "
                             "'steps-mid', 'steps-pre', 'steps-post', 'steps'")
        self._props['drawstyle'] = drawstyle or 'default'

    @staticmethod
    def _across(which, at, first, last, **kwargs):
        """A line at a value of one axis, over shares of the other: axhline, axvline."""
        ends, places = [first, last], [at, at]
        line = Line2D(ends if which == 'y' else places, places if which == 'y' else ends, **kwargs)
        line._span = which, first, last
        return line

    def _draw_across(self, drawing, axes, right):
        which, first, last = self._span
        rgb = colors._number(self.get_color())
        if rgb != -2 and self.get_linestyle() != 'None':
            drawing.across(which, float((self._y if which == 'y' else self._x)[0]), float(first), float(last),
                           _LETTERS[self.get_linestyle()], rgb, axes._label_of(self), right)

    def _bounds(self):
        if self._span is not None:
            return ((), self._y, (), ()) if self._span[0] == 'y' else (self._x, (), (), ())
        name = getattr(self.get_transform(), '_name', 'data')
        if name != 'data':
            return (), (), (), ()
        good = np.isfinite(self._x) & np.isfinite(self._y) if len(self._x) == len(self._y) else slice(None)
        return self._x[good], self._y[good], (), ()

    def _stepped(self):
        x, y, style = self._x, self._y, self._props['drawstyle']
        if style == 'default' or len(x) < 2:
            return x, y
        if style == 'steps-mid':
            middle = (x[:-1] + x[1:]) / 2
            ends = np.concatenate([x[:1], np.repeat(middle, 2), x[-1:]])
            return ends, np.repeat(y, 2)
        if style == 'steps-post':
            return np.repeat(x, 2)[1:], np.repeat(y, 2)[:-1]
        return np.repeat(x, 2)[:-1], np.repeat(y, 2)[1:]

    def _every(self):
        every, n = self._props.get('markevery'), len(self._x)
        if every is None:
            return np.arange(n)
        if isinstance(every, int):
            return np.arange(0, n, max(every, 1))
        if isinstance(every, float):
            return np.arange(0, n, max(int(every * n), 1))
        if isinstance(every, tuple) and len(every) == 2 and isinstance(every[0], int):
            return np.arange(every[0], n, max(every[1], 1))
        if isinstance(every, slice):
            return np.arange(n)[every]
        index = np.asarray(every)
        return np.flatnonzero(index) if index.dtype == bool else index.astype(int)

    def _draw(self, drawing, axes, right):
        if self._span is not None:
            self._draw_across(drawing, axes, right)
            return
        rgb = colors._number(self.get_color())
        style = _LETTERS[self.get_linestyle()]
        if style == 'S' and not self._solid:
            style = '-'
        label = axes._label_of(self)
        letter = self._letter
        if rgb == -2:
            style, rgb = ' ', -1
        small = self._props['markersize'] < 3
        of_axes = getattr(self.get_transform(), '_name', 'data') != 'data'
        face = self.get_markerfacecolor()
        marker_rgb = rgb if face in ('none', 'None') else colors._number(face)
        x, y = self._stepped()
        whole = x is self._x and self._props.get('markevery') is None and marker_rgb == rgb
        if letter and not whole and style != ' ':
            drawing.line(x, y, style if style != '-' else 'S', '', rgb, label, on_right=right, of_axes=of_axes)
            at = self._every()
            drawing.line(self._x[at], self._y[at], ' ', _glyph(letter), marker_rgb, None, small, on_right=right,
                         of_axes=of_axes)
        elif letter and style == ' ':
            at = self._every()
            drawing.line(self._x[at], self._y[at], ' ', _glyph(letter), marker_rgb, label, small, on_right=right,
                         of_axes=of_axes)
        elif letter or style != ' ':
            drawing.line(x, y, style, _glyph(letter), rgb, label, small, on_right=right, of_axes=of_axes)


class AxLine(Line2D):
    """A line through two points that goes on to the edges: axline."""

    def __init__(self, xy1, xy2, slope, **kwargs):
        self._xy1, self._xy2, self._slope = xy1, xy2, slope
        Line2D.__init__(self, [xy1[0]], [xy1[1]], **kwargs)

    def _bounds(self):
        x = [self._xy1[0]] + ([] if self._xy2 is None else [self._xy2[0]])
        y = [self._xy1[1]] + ([] if self._xy2 is None else [self._xy2[1]])
        return x, y, (), ()

    def _draw(self, drawing, axes, right):
        (low, high), (bottom, top) = sorted(axes.get_xlim()), sorted(axes.get_ylim())
        x1, y1 = self._xy1
        slope = self._slope
        if slope is None:
            dx = self._xy2[0] - x1
            slope = None if dx == 0 else (self._xy2[1] - y1) / dx
        x, y = ([x1, x1], [bottom, top]) if slope is None else ([low, high], [y1 + slope * (e - x1) for e in (low,
                                                                                                              high)])
        kept = self._x, self._y
        self._x, self._y = np.asarray(x), np.asarray(y)
        Line2D._draw(self, drawing, axes, right)
        self._x, self._y = kept
