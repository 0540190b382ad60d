"""matplotlib.patches: filled shapes."""
import math
import numpy as np
from matplotlib import colors
from matplotlib.artist import Artist


class Patch(Artist):
    """A filled shape; by itself, an entry for a legend."""
    _tables = ('Artist', 'Patch')

    def __init__(self, *, edgecolor=None, facecolor=None, color=None, linewidth=None, linestyle=None, antialiased=None,
                 hatch=None, fill=True, **kwargs):
        Artist.__init__(self)
        self._props.update(facecolor=None, edgecolor=None, fill=fill, hatch=hatch, linewidth=1.0)
        if linewidth is not None:
            self._props['linewidth'] = float(linewidth)
        if color is not None:
            self.set_color(color)
        else:
            self.set_facecolor(facecolor)
            self.set_edgecolor(edgecolor)
        self._apply(kwargs)

    def set_color(self, c):
        self.set_facecolor(c)
        self.set_edgecolor(c)

    def set_facecolor(self, color):
        if color is not None:
            colors.to_rgba(color)
        self._props['facecolor'] = color

    def set_edgecolor(self, color):
        if color is not None:
            colors.to_rgba(color)
        self._props['edgecolor'] = color

    def get_facecolor(self):
        color = self._props['facecolor']
        if not self._props['fill']:
            r, g, b = colors.to_rgb('C0' if color is None else color)
            return (r, g, b, 0)
        return colors.to_rgba('C0' if color is None else color, self.get_alpha())

    def get_edgecolor(self):
        color = self._props['edgecolor']
        return colors.to_rgba((0.0, 0.0, 0.0, 0.0) if color is None else color,
                              None if color is None else self.get_alpha())

    def set_linewidth(self, w):
        self._props['linewidth'] = float(w)

    def get_fill(self):
        return self._props['fill']

    def get_linewidth(self):
        return self._props['linewidth']

    def _look(self):
        """Colour, whether it is sparse, whether only its outline is drawn."""
        face = self.get_facecolor()
        edge = self.get_edgecolor()
        if not self._props['fill'] or face[3] == 0:
            return (colors._number(edge) if edge[3] else (-1 if not self._props['fill'] else -2)), False, True
        return colors._number(face), face[3] < 0.6, False

    def _points(self):
        return (), ()

    def _bounds(self):
        x, y = self._points()
        return x, y, (), ()

    def _draw(self, drawing, axes, right):
        x, y = self._points()
        rgb, sparse, hollow = self._look()
        if len(x) == 0 or rgb == -2:
            return
        label = axes._label_of(self)
        if hollow:
            drawing.line(np.append(x, x[0]), np.append(y, y[0]), 'S', '', rgb, label, on_right=right)
        else:
            drawing.area(x, y, rgb, label, sparse, right)


class Rectangle(Patch):
    """A rectangle: its lower left corner, width and height."""
    _tables = ('Artist', 'Patch', 'Rectangle')
    _sticky = None
    _across = None

    def __init__(self, xy, width, height, *, angle=0.0, rotation_point='xy', **kwargs):
        self._x, self._y = xy
        self._width, self._height = width, height
        self.angle = float(angle)
        Patch.__init__(self, **kwargs)

    def __str__(self):
        return f"Rectangle(xy=({self._x:g}, {self._y:g}), width={self._width:g}, height={self._height:g}, " \
               f"angle={self.angle:g})"

    def get_x(self):
        return self._x

    def get_y(self):
        return self._y

    def get_xy(self):
        return self._x, self._y

    def get_width(self):
        return self._width

    def get_height(self):
        return self._height

    def get_center(self):
        return np.array([self._x + self._width / 2, self._y + self._height / 2])

    def set_x(self, x):
        self._x = x

    def set_y(self, y):
        self._y = y

    def set_xy(self, xy):
        self._x, self._y = xy

    def set_width(self, w):
        self._width = w

    def set_height(self, h):
        self._height = h

    def set_bounds(self, *args):
        self._x, self._y, self._width, self._height = args if len(args) == 4 else args[0]

    def get_bbox(self):
        from matplotlib.transforms import Bbox
        return Bbox.from_extents(self._x, self._y, self._x + self._width, self._y + self._height)

    @staticmethod
    def _band(which, low, high, **kwargs):
        """A band across the axes: axhspan, axvspan."""
        made = Rectangle((0, low), 1, high - low, **kwargs) if which == 'y' else \
            Rectangle((low, 0), high - low, 1, **kwargs)
        made._across = which
        return made

    def _draw_band(self, drawing, axes, right):
        rgb, sparse, hollow = self._look()
        if rgb == -2:
            return
        (x0, x1), (y0, y1), inf = self._points()[0][:2], self._points()[1][1:3], float('inf')
        if self._across == 'y':
            x0, x1 = -inf, inf
        else:
            y0, y1 = -inf, inf
        drawing.rectangles([x0], [y0], [x1], [y1], rgb, axes._label_of(self), sparse, hollow, None, right)

    def _points(self):
        x, y, w, h = float(self._x), float(self._y), float(self._width), float(self._height)
        return np.array([x, x + w, x + w, x]), np.array([y, y, y + h, y + h])

    def _bounds(self):
        x, y = self._points()
        if self._across is not None:
            return ((), y, (), ()) if self._across == 'y' else (x, (), (), ())
        if self._sticky == 'y':
            return x, y, (), (self._y,)
        if self._sticky == 'x':
            return x, y, (self._x,), ()
        return x, y, (), ()

    def _draw(self, drawing, axes, right):
        if self._across is not None:
            self._draw_band(drawing, axes, right)
            return
        _draw_rectangles(drawing, axes, right, [self], axes._label_of(self))


def _draw_rectangles(drawing, axes, right, patches, label):
    """Rectangles of one call as one series, so that they are told from those of another."""
    shown = [each for each in patches if each.get_visible()]
    looks = [each._look() for each in shown]
    shown = [each for each, look in zip(shown, looks) if look[0] != -2]
    looks = [look for look in looks if look[0] != -2]
    if not shown:
        return
    x = np.array([float(each._x) for each in shown])
    y = np.array([float(each._y) for each in shown])
    w = np.array([float(each._width) for each in shown])
    h = np.array([float(each._height) for each in shown])
    same = all(look[0] == looks[0][0] for look in looks)
    numbers = None if same else [max(look[0], 0) for look in looks]
    drawing.rectangles(x, y, x + w, y + h, looks[0][0], label, looks[0][1], looks[0][2], numbers, right)


class Polygon(Patch):
    """The shape through points."""

    def __init__(self, xy, *, closed=True, **kwargs):
        self._xy = np.asarray(xy, dtype=float)
        self._closed = closed
        Patch.__init__(self, **kwargs)

    def get_xy(self):
        if self._closed and len(self._xy) and not np.all(self._xy[0] == self._xy[-1]):
            return np.concatenate([self._xy, self._xy[:1]])
        return self._xy

    def set_xy(self, xy):
        self._xy = np.asarray(xy, dtype=float)

    def _points(self):
        return self._xy[:, 0], self._xy[:, 1]


class Ellipse(Patch):
    """An ellipse by its centre and its two diameters."""

    def __init__(self, xy, width, height, *, angle=0, **kwargs):
        self.center = xy
        self.width, self.height, self.angle = width, height, angle
        Patch.__init__(self, **kwargs)

    def get_center(self):
        return self.center

    def _points(self):
        t = np.linspace(0, 2 * math.pi, 49)[:-1]
        a, b, turn = self.width / 2 * np.cos(t), self.height / 2 * np.sin(t), math.radians(self.angle)
        return (self.center[0] + a * math.cos(turn) - b * math.sin(turn),
                self.center[1] + a * math.sin(turn) + b * math.cos(turn))


class Circle(Ellipse):
    """A circle by its centre and its radius."""

    def __init__(self, xy, radius=5, **kwargs):
        self.radius = radius
        Ellipse.__init__(self, xy, radius * 2, radius * 2, **kwargs)

    def get_radius(self):
        return self.width / 2

    def set_radius(self, radius):
        self.radius = radius
        self.width = self.height = 2 * radius


class Wedge(Patch):
    """A piece of a pie, from one angle to another."""

    def __init__(self, center, r, theta1, theta2, *, width=None, **kwargs):
        self.center, self.r, self.theta1, self.theta2, self.width = center, r, theta1, theta2, width
        Patch.__init__(self, **kwargs)

    def _points(self):
        t = np.radians(np.linspace(self.theta1, self.theta2, max(int(abs(self.theta2 - self.theta1) / 3), 2) + 1))
        x, y = self.center[0] + self.r * np.cos(t), self.center[1] + self.r * np.sin(t)
        if self.width is None:
            return np.append(x, self.center[0]), np.append(y, self.center[1])
        inner = self.r - self.width
        return (np.concatenate([x, (self.center[0] + inner * np.cos(t))[::-1]]),
                np.concatenate([y, (self.center[1] + inner * np.sin(t))[::-1]]))


class FancyArrowPatch(Patch):
    """An arrow between two points."""

    def __init__(self, posA=None, posB=None, *, arrowstyle='simple', mutation_scale=1, connectionstyle=None, **kwargs):
        self._ends = posA, posB
        Patch.__init__(self, **kwargs)

    def _points(self):
        return np.array([self._ends[0][0], self._ends[1][0]]), np.array([self._ends[0][1], self._ends[1][1]])

    def _draw(self, drawing, axes, right):
        x, y = self._points()
        rgb = self._look()[0]
        drawing.line(x, y, 'S', '', max(rgb, -1), None, on_right=right)


class FancyArrow(Polygon):
    """An arrow from a point along a vector: arrow()."""

    def __str__(self):
        return 'FancyArrow()'

    def __init__(self, x, y, dx, dy, *, width=0.001, length_includes_head=False, head_width=None, head_length=None,
                 shape='full', overhang=0, head_starts_at_zero=False, **kwargs):
        self._ends = (x, y), (x + dx, y + dy)
        Polygon.__init__(self, [(x, y), (x + dx, y + dy)], **kwargs)

    def _draw(self, drawing, axes, right):
        x, y = self._points()
        rgb = max(self._look()[0], -1)
        drawing.line(x, y, 'S', '', rgb, None, on_right=right)
        dx, dy = x[1] - x[0], y[1] - y[0]
        head = ('>' if dx > 0 else '<') if abs(dx) > abs(dy) else ('^' if dy > 0 else 'v')
        drawing.line(x[1:], y[1:], ' ', head, rgb, None, on_right=right)
