"""Polar axes: angles and distances are turned into places when the figure is drawn."""
import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.text import Text


class PolarAxes(Axes):
    """Axes of an angle (theta, in radians) and a distance (r)."""
    __module__ = 'matplotlib.projections.polar'
    name = 'polar'

    def __init__(self, fig, spec=None, rect=None, *, projection=None, polar=True, theta_offset=0, theta_direction=1,
                 **kwargs):
        Axes.__init__(self, fig, spec, rect, **kwargs)
        self._zero, self._sense = theta_offset, theta_direction
        self._theta_ticks = self._theta_labels = self._r_ticks = None

    def _clear(self):
        Axes._clear(self)
        self._r_limits = [None, None]

    def _distances(self):
        found = []
        for child in self._children:
            if child._tables[-1] != 'Text':
                y = np.ravel(np.asarray(child._bounds()[1], dtype=float))
                found.append(y[np.isfinite(y)])
        return np.concatenate(found) if found else np.array([])

    def get_rmax(self):
        """The greatest distance that is shown."""
        if self._r_limits[1] is not None:
            return self._r_limits[1]
        values = self._distances()
        if not len(values):
            return np.float64(1.0)
        high, low = values.max(), min(values.min(), 0.0)
        filled = any(child._tables[-1] in ('Rectangle',) for child in self._children)
        return np.float64(high + (high - low if filled else values.max() - values.min()) * 0.05)

    def get_rmin(self):
        """The least distance that is shown: 0 where no distance is negative."""
        if self._r_limits[0] is not None:
            return self._r_limits[0]
        values = self._distances()
        return np.float64(min(values.min(), 0.0)) if len(values) else np.float64(0.0)

    def set_rmax(self, rmax):
        """Another greatest distance."""
        self._r_limits[1] = np.float64(rmax)

    def set_rmin(self, rmin):
        """Another least distance."""
        self._r_limits[0] = np.float64(rmin)

    def set_rlim(self, bottom=None, top=None, **kwargs):
        """Other limits of the distance."""
        bottom, top = kwargs.get('rmin', bottom), kwargs.get('rmax', top)
        if top is None and hasattr(bottom, '__len__'):
            bottom, top = bottom
        if bottom is not None:
            self.set_rmin(bottom)
        if top is not None:
            self.set_rmax(top)
        return float(self.get_rmin()), float(self.get_rmax())

    set_ylim = set_rlim

    def get_ylim(self):
        """The limits of the distance."""
        return self.get_rmin(), self.get_rmax()

    def set_rticks(self, ticks, labels=None, **kwargs):
        """Distances at which circles are drawn."""
        self._r_ticks = [float(t) for t in ticks]

    set_yticks = set_rticks

    def set_rgrids(self, radii, labels=None, angle=None, fmt=None, **kwargs):
        """Distances at which circles are drawn."""
        self.set_rticks(radii)

    def set_thetagrids(self, angles, labels=None, fmt=None, **kwargs):
        """Angles (in degrees) at which spokes are drawn, and their names."""
        self._theta_ticks, self._theta_labels = [float(a) for a in angles], labels

    def set_xticks(self, ticks, labels=None, **kwargs):
        """Angles (in radians) at which spokes are drawn, and their names."""
        self._theta_ticks = [float(np.rad2deg(t)) for t in ticks]
        self._theta_labels = labels if labels is not None else self._theta_labels

    def set_xticklabels(self, labels, **kwargs):
        """Names of the spokes."""
        self._theta_labels = list(labels)

    def set_yticklabels(self, labels, **kwargs):
        """Names of the circles."""
        self._r_labels = list(labels)

    def set_rlabel_position(self, value):
        """At which angle the distances are written."""
        self._r_angle = value

    def set_theta_zero_location(self, loc, offset=0.0):
        """Where the angle 0 is: 'N', 'E', 'SW', ..."""
        places = {'E': 0, 'NE': 45, 'N': 90, 'NW': 135, 'W': 180, 'SW': 225, 'S': 270, 'SE': 315}
        self._zero = np.deg2rad(places[loc] + offset)

    def set_theta_offset(self, offset):
        """Where the angle 0 is, in radians."""
        self._zero = offset

    def get_theta_offset(self):
        """Where the angle 0 is, in radians."""
        return float(self._zero)

    def set_theta_direction(self, direction):
        """1 or 'counterclockwise', -1 or 'clockwise'."""
        names = {'clockwise': -1, -1: -1, 'counterclockwise': 1, 'anticlockwise': 1, 1: 1}
        if direction not in names:
            raise ValueError(f"{direction!r} is not a valid value for direction; supported values are 1, -1, "
                             "'clockwise', 'counterclockwise'")
        self._sense = names[direction]

    def get_theta_direction(self):
        """1.0 or -1.0."""
        return np.float64(self._sense)

    def _turned(self, theta, r):
        """Places on the page."""
        angle = self._zero + self._sense * np.asarray(theta, dtype=float)
        length = np.asarray(r, dtype=float) - self.get_rmin()
        return length * np.cos(angle), length * np.sin(angle)

    def _flat(self, child):
        if isinstance(child, Line2D):
            x, y = self._turned(child.get_xdata(), child.get_ydata())
            out = Line2D(x, y)
            out.__dict__.update(child.__dict__)
            out.set_data(x, y)
            return out
        kind = child._tables[-1]
        if kind == 'Text':
            x, y = child.get_position()
            out = type(child)(*[float(v) for v in self._turned(x, y)], child.get_text())
            out.axes, out.figure, out._props = self, self.figure, child._props
            return out
        if kind == 'Rectangle':
            a, b = child.get_x(), child.get_x() + child.get_width()
            low, high = child.get_y(), child.get_y() + child.get_height()
            there = np.linspace(a, b, 12)
            x, y = self._turned(np.concatenate([there, there[::-1]]),
                                np.concatenate([np.full(12, high), np.full(12, low)]))
            out = Polygon(np.stack([x, y], axis=1))
            out.axes, out.figure, out._props = self, self.figure, child._props
            return out
        for name in ('_offsets', '_xy'):
            points = getattr(child, name, None)
            if isinstance(points, np.ndarray) and points.ndim == 2:
                return self._with_points(child, {name: np.stack(self._turned(points[:, 0], points[:, 1]), axis=1)})
        for name in ('_verts', '_segments'):
            pieces = getattr(child, name, None)
            if pieces is not None:
                return self._with_points(child, {name: [np.stack(self._turned(p[:, 0], p[:, 1]), axis=1)
                                                        for p in pieces]})
        raise NotImplementedError(f"polar axes draw lines, points, bars, filled shapes and words; not a "
                                  f"{type(child).__name__}")

    @staticmethod
    def _with_points(child, places):
        out = type(child).__new__(type(child))
        out.__dict__.update(child.__dict__)
        out.__dict__.update(places)
        return out

    def _frame(self):
        from matplotlib.ticker import MaxNLocator
        low, high = self.get_rmin(), self.get_rmax()
        ticks = self._r_ticks
        if ticks is None:
            ticks = [t for t in MaxNLocator(4).tick_values(low, high) if low < t <= high]
        around = np.linspace(0, 2 * np.pi, 73)
        out = []
        for r in list(ticks) + [high]:
            x, y = self._turned(around, np.full(73, r))
            out.append(Line2D(x, y, color='gray', linestyle='-' if r == high else ':'))
        angles = [0, 90, 180, 270] if self._theta_ticks is None else self._theta_ticks
        names = self._theta_labels
        for k, degrees in enumerate(angles):
            theta = np.deg2rad(degrees)
            x, y = self._turned([theta, theta], [low, high])
            out.append(Line2D(x, y, color='gray', linestyle=':'))
            edge = self._turned(theta, low + (high - low) * 1.1)
            name = names[k] if names is not None and k < len(names) else f'{degrees:g}°'
            out.append(Text(float(edge[0]), float(edge[1]), name))
        for r in ticks:
            at = self._turned(np.deg2rad(22.5), r)
            out.append(Text(float(at[0]), float(at[1]), f'{r:g}'))
        for each in out:
            each.axes, each.figure = self, self.figure
            each._props['label'] = '_frame'
        return out

    def _draw(self, drawing):
        kept, axis_on, axes = self._children, self._axis_on, (self.xaxis, self.yaxis)
        from matplotlib.axis import XAxis, YAxis
        flat = self._frame() if axis_on else []
        flat += [self._flat(child) for child in kept]
        reach = (self.get_rmax() - self.get_rmin()) * 1.2
        self._children, self._axis_on, self._aspect = flat, False, 1.0
        self.xaxis, self.yaxis = XAxis(self, 'x'), YAxis(self, 'y')
        self.xaxis._limits = self.yaxis._limits = (-reach, reach)
        try:
            Axes._draw(self, drawing)
        finally:
            self._children, self._axis_on = kept, axis_on
            self.xaxis, self.yaxis = axes
