"""matplotlib.collections: many points, pieces of lines, or shapes as one thing."""
import numpy as np
import _pyplot
from matplotlib import colors
from matplotlib.artist import Artist
from matplotlib.cm import ScalarMappable


class Collection(Artist, ScalarMappable):
    """What collections share: colours by a map, or given."""
    _tables = ('Artist', 'Collection')

    def __init__(self, *, norm=None, cmap=None, color=None, **kwargs):
        Artist.__init__(self)
        ScalarMappable.__init__(self, norm, cmap)
        self._face = None
        if color is not None:
            self.set_color(color)
        self._apply(kwargs)

    def set_color(self, c):
        self.set_facecolor(c)

    def set_facecolor(self, c):
        self._face = None if c is None else colors.to_rgba_array(c) if not isinstance(c, str) or c != 'none' else 'none'

    def set_facecolors(self, c):
        self.set_facecolor(c)

    def set_colors(self, c):
        self.set_facecolor(c)

    def get_facecolor(self):
        if isinstance(self._face, str):
            return np.zeros((0, 4))
        if self._A is not None:
            return self.to_rgba(self._A, self.get_alpha())
        face = np.array([colors.to_rgba('C0')]) if self._face is None else self._face.copy()
        if self.get_alpha() is not None:
            face[:, 3] = self.get_alpha()
        return face

    get_facecolors = get_facecolor
    get_color = get_facecolor
    get_edgecolor = get_facecolor

    def _one_color(self):
        face = self.get_facecolor()
        return colors._number(tuple(face[0])) if len(face) else -2

    def _sparse(self):
        face = self.get_facecolor()
        return bool(len(face) and face[0][3] < 0.6)


class PathCollection(Collection):
    """Points, as scatter draws them."""

    def __init__(self, offsets, marker, sizes, **kwargs):
        self._offsets = np.asarray(offsets, dtype=float)
        self._marker = marker
        self._default_marker = False
        self._sizes = sizes
        Collection.__init__(self, **kwargs)

    def get_offsets(self):
        return self._offsets

    def set_offsets(self, offsets):
        self._offsets = np.asarray(offsets, dtype=float).reshape(-1, 2)

    def get_sizes(self):
        return self._sizes

    def set_sizes(self, sizes):
        self._sizes = np.atleast_1d(np.asarray(sizes, dtype=float))

    def legend_elements(self, prop='colors', num='auto', fmt=None, **kwargs):
        """Lines and labels that say which number has which colour."""
        from matplotlib.lines import Line2D
        if prop != 'colors' or self._A is None:
            return [], []
        values = np.unique(self._A)
        if len(values) > 9:
            from matplotlib.ticker import MaxNLocator
            low, high = values.min(), values.max()
            ticks = MaxNLocator(nbins=9, steps=[1, 2, 2.5, 3, 5, 6, 8, 10]).tick_values(low, high)
            values = ticks[(ticks >= low) & (ticks <= high)]
        handles, labels = [], []
        for value in values:
            color = self.cmap(self.norm(float(value)))
            handles.append(Line2D([0], [0], linestyle='', marker=self._marker or 'o', color=color))
            handles[-1]._class_of = self, value
            labels.append('$\\mathdefault{%g}$' % value)
        return handles, labels

    def _bounds(self):
        good = np.isfinite(self._offsets).all(axis=1)
        return self._offsets[good, 0], self._offsets[good, 1], (), ()

    def _draw(self, drawing, axes, right):
        x, y = self._offsets[:, 0], self._offsets[:, 1]
        label = axes._label_of(self)
        numbers, classes, one = None, None, self._one_color()
        if one == -2:
            edge = self._props.get('edgecolor')
            one = colors._number(edge) if isinstance(edge, str) and edge not in ('face', 'none') else -1
        elif self._A is not None or len(self.get_facecolor()) > 1:
            face = (self.get_facecolor()[:, :3] * 255).round().astype(np.int64)
            numbers = face[:, 0] * 65536 + face[:, 1] * 256 + face[:, 2]
            if len(numbers) != len(x):
                numbers = numbers[np.arange(len(x)) % len(numbers)]
            kinds, classes = np.unique(self._A if self._A is not None and self._A.size == len(x) else numbers,
                                       return_inverse=True)
            if len(kinds) > 8:
                classes = classes * 8 // len(kinds)
            one = int(numbers[0]) if len(numbers) else -1
        sizes = self._sizes
        small = len(sizes) > 0 and float(np.max(sizes)) < 9
        drawing.line(x, y, ' ', self._marker or 'o', one, label, small, self._default_marker, numbers,
                     classes if classes is not None else None, right)


def _hexagons():
    class PolyCollection(PathCollection):
        """The hexagons of hexbin, as their centres; matplotlib's class of that name holds their shape."""

        def _draw(self, drawing, axes, right):
            shown = self._A > 0
            offsets, numbers = self._offsets, self._A
            self._offsets, self._A = offsets[shown], numbers[shown]
            PathCollection._draw(self, drawing, axes, right)
            self._offsets, self._A = offsets, numbers
    return PolyCollection


HexCollection = _hexagons()


class LineCollection(Collection):
    """Pieces of lines."""

    def __init__(self, segments, *, colors=None, linestyles='solid', **kwargs):
        from matplotlib.lines import _check_style
        self.set_segments(segments)
        self._style = _check_style(linestyles if isinstance(linestyles, (str, tuple)) else linestyles[0])
        Collection.__init__(self, **kwargs)
        if colors is not None:
            self.set_color(colors)

    def set_segments(self, segments):
        self._segments = [np.asarray(each, dtype=float) for each in segments]

    set_verts = set_segments

    def get_segments(self):
        return self._segments

    def set_linestyle(self, ls):
        from matplotlib.lines import _check_style
        self._style = _check_style(ls)

    def _bounds(self):
        if not self._segments:
            return (), (), (), ()
        points = np.concatenate(self._segments)
        return points[:, 0], points[:, 1], (), ()

    def _draw(self, drawing, axes, right):
        from matplotlib.lines import _LETTERS
        if not self._segments or self._one_color() == -2:
            return
        face = self.get_facecolor()
        label = axes._label_of(self)
        groups = {}
        for i, segment in enumerate(self._segments):
            groups.setdefault(colors._number(tuple(face[i % len(face)])), []).append(segment)
        for rgb, segments in groups.items():
            gap = np.full((1, 2), np.nan)
            points = np.concatenate([each for segment in segments for each in (segment, gap)])
            drawing.line(points[:, 0], points[:, 1], _LETTERS[self._style], '', rgb, label, on_right=right)
            label = None


class EventCollection(LineCollection):
    """Marks at places, as eventplot draws them."""


class Quiver(LineCollection):
    """Arrows of a field."""


class PolyCollection(Collection):
    """Filled shapes."""

    def __init__(self, verts, **kwargs):
        self.set_verts(verts)
        Collection.__init__(self, **kwargs)

    def set_verts(self, verts, closed=True):
        self._verts = [np.asarray(each, dtype=float) for each in verts]

    def get_verts(self):
        return self._verts

    def _bounds(self):
        if not self._verts:
            return (), (), (), ()
        points = np.concatenate(self._verts)
        return points[:, 0], points[:, 1], (), ()

    def _draw(self, drawing, axes, right):
        if not self._verts or self._one_color() == -2:
            return
        label = axes._label_of(self)
        gap = np.full((1, 2), np.nan)
        points = np.concatenate([each for verts in self._verts for each in (verts, gap)])
        drawing.area(points[:, 0], points[:, 1], self._one_color(), label, self._sparse(), right)


class FillBetweenPolyCollection(PolyCollection):
    """The area between two curves."""


class PatchCollection(Collection):
    """Patches drawn together."""

    def __init__(self, patches, *, match_original=False, **kwargs):
        self._patches = list(patches)
        Collection.__init__(self, **kwargs)

    def _bounds(self):
        if not self._patches:
            return (), (), (), ()
        points = [each._points() for each in self._patches]
        return np.concatenate([p[0] for p in points]), np.concatenate([p[1] for p in points]), (), ()

    def _draw(self, drawing, axes, right):
        for each in self._patches:
            x, y = each._points()
            drawing.area(x, y, self._one_color(), None, self._sparse(), right)


def _even(edges, values):
    """Pixels over uneven edges: which column each of enough even steps falls into."""
    edges = np.asarray(edges, dtype=float)
    steps = np.diff(edges)
    if len(steps) == 0 or np.allclose(steps, steps[0]):
        return np.arange(len(steps)), edges[0], edges[-1]
    count = int(min(max(len(steps) * 8, 64), 1024))
    order = edges if edges[-1] > edges[0] else edges[::-1]
    middles = np.linspace(order[0], order[-1], count + 1)
    middles = (middles[:-1] + middles[1:]) / 2
    index = np.clip(np.searchsorted(order, middles, side='right') - 1, 0, len(steps) - 1)
    if edges[-1] < edges[0]:
        index = len(steps) - 1 - index
    return index, order[0], order[-1]


class QuadMesh(Collection):
    """Coloured rectangles between edges, as pcolormesh draws them."""

    def __init__(self, x, y, C, **kwargs):
        self._x, self._y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        Collection.__init__(self, **kwargs)
        self.set_array(C)

    def _bounds(self):
        ends_x, ends_y = (self._x.min(), self._x.max()), (self._y.min(), self._y.max())
        return ends_x, ends_y, ends_x, ends_y

    def _draw(self, drawing, axes, right):
        columns, left, right_end = _even(self._x, self._A)
        rows, bottom, top = _even(self._y, self._A)
        values = np.asarray(self._A, dtype=float).reshape(len(self._y) - 1, len(self._x) - 1)
        values = np.asarray(self.norm(values), dtype=float)[rows][:, columns]
        drawing.image(values[::-1], self._numbers(), 0.0, 1.0, [left, right_end, bottom, top],
                      1.0 if self.get_alpha() is None else float(self.get_alpha()))


class QuadContourSet(Collection):
    """Lines of equal height, or the bands between them."""

    def __init__(self, x, y, z, levels, filled, given, extend='neither', linestyles=None, **kwargs):
        self._x, self._y, self._z = x, y, z
        self.levels = levels
        self.filled = filled
        self.extend = extend
        self._given = given
        self._texts = []
        self._linestyles = linestyles
        Collection.__init__(self, **kwargs)
        middles = (levels[:-1] + levels[1:]) / 2 if filled else levels
        self.layers = middles
        self.set_array(middles)
        self.cvalues = middles

    def _colors(self):
        """A colour for each line or band."""
        if self._given is not None:
            rgba = colors.to_rgba_array(self._given)
            return rgba[np.arange(len(self.layers)) % len(rgba)]
        return self.cmap(self._place(self.layers))

    def _place(self, values):
        norm = self.norm
        if norm.vmin is None or norm.vmax is None:
            norm.autoscale_None(self.levels)
        return np.clip(np.asarray(norm(values), dtype=float), 0, 1)

    def _style_of(self, i, level):
        """As asked for; negative levels in one colour are dashed."""
        from matplotlib.lines import _LETTERS, _check_style
        styles = self._linestyles
        if styles is None:
            return 'S' if level >= 0 or self._given is None else 'd'
        return _LETTERS[_check_style(styles if isinstance(styles, (str, tuple)) else styles[i % len(styles)])]

    def clabel(self, levels=None, *, fmt=None, **kwargs):
        """The levels' numbers on their lines."""
        from matplotlib.text import Text
        self._texts = []
        for level in (self.levels if levels is None else levels):
            points = _pyplot.contour(self._x, self._y, self._z, float(level))
            if points.shape[1] == 0:
                continue
            at = points.shape[1] // 6 * 3
            text = '%g' % level if fmt is None else fmt[level] if isinstance(fmt, dict) else \
                fmt(level) if callable(fmt) else fmt % level
            self._texts.append(Text(points[0, at], points[1, at], text, ha='center', va='center'))
        return self._texts

    def _bounds(self):
        ends_x, ends_y = (self._x.min(), self._x.max()), (self._y.min(), self._y.max())
        return ends_x, ends_y, ends_x, ends_y

    def _draw(self, drawing, axes, right):
        rgba = (self._colors()[:, :3] * 255).round().astype(np.int64)
        numbers = rgba[:, 0] * 65536 + rgba[:, 1] * 256 + rgba[:, 2]
        if self.filled:
            band = np.searchsorted(self.levels, self._z, side='right') - 1
            band = np.where((self._z == self.levels[-1]), len(self.levels) - 2, band)
            inside = (band >= 0) & (band < len(self.levels) - 1)
            if self.extend in ('both', 'min'):
                inside, band = inside | (band < 0), np.maximum(band, 0)
            if self.extend in ('both', 'max'):
                inside, band = inside | (band >= len(numbers)), np.minimum(band, len(numbers) - 1)
            table = np.zeros(256, dtype=np.int64)
            place = np.arange(256) * len(numbers) // 256
            table[:] = numbers[place]
            shade = np.where(inside, (band + 0.5) / len(numbers), np.nan)
            columns, left, right_end = _even(_edges(self._x), shade)
            rows, bottom, top = _even(_edges(self._y), shade)
            drawing.image(shade[rows][:, columns][::-1], table, 0.0, 1.0, [left, right_end, bottom, top],
                          1.0 if self.get_alpha() is None else float(self.get_alpha()))
        else:
            for i, level in enumerate(self.levels):
                points = _pyplot.contour(self._x, self._y, self._z, float(level))
                if points.shape[1]:
                    drawing.line(points[0], points[1], self._style_of(i, level), '', int(numbers[i]), None,
                                 on_right=right)
        for text in self._texts:
            text._draw(drawing, axes, right)


def _edges(middles):
    """Edges around middles of pixels."""
    middles = np.asarray(middles, dtype=float)
    if len(middles) < 2:
        return np.array([middles[0] - 0.5, middles[0] + 0.5])
    half = np.diff(middles) / 2
    return np.concatenate([[middles[0]], middles[:-1] + half, [middles[-1]]])
