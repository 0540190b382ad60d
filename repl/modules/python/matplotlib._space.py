"""Axes in space: what is drawn in them is projected when the figure is, with the box behind it."""
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text


class Line3D(Line2D):
    """A curve in space."""

    def set_data_3d(self, *args):
        """Other points: x, y and z."""
        self._space = tuple(args[0] if len(args) == 1 else args)

    def get_data_3d(self):
        """x, y and z."""
        return self._space

    def set_3d_properties(self, zs=0, zdir='z'):
        """Other heights."""
        self._space = (np.asarray(self.get_xdata(), dtype=float), np.asarray(self.get_ydata(), dtype=float),
                       np.broadcast_to(np.asarray(zs, dtype=float), np.shape(self.get_xdata())))

    def _flat(self, axes):
        flat, _ = axes._project(*self._space)
        out = Line2D(flat[:, 0], flat[:, 1])
        out._props, out.axes = self._props, axes
        out.__dict__.update({k: v for k, v in self.__dict__.items() if k not in out.__dict__ or k.startswith('_')})
        out.set_data(flat[:, 0], flat[:, 1])
        return [out]


class Path3DCollection(PathCollection):
    """Points in space; nearer ones are drawn later."""

    def _flat(self, axes):
        flat, depth = axes._project(*self._space)
        order = np.argsort(depth, kind='stable')
        self._kept = self._offsets, self._A
        self._offsets = flat[order]
        if self._A is not None and np.size(self._A) == len(order):
            self._A = np.asarray(self._A)[order]
        return [self]

    def _restore(self):
        self._offsets, self._A = self._kept


class Line3DCollection(LineCollection):
    """Pieces of lines in space."""

    def _flat(self, axes):
        self.set_segments([axes._project(*piece.T)[0] for piece in self._space_pieces])
        return [self]


class Poly3DCollection(PolyCollection):
    """A surface: drawn as many small squares, the far ones first."""

    def _flat(self, axes):
        flat, depth = axes._project(*self._space)
        order = np.argsort(depth, kind='stable')
        points = PathCollection(flat[order], 's', np.array([36.0]), cmap=self.cmap if self._A is not None else None)
        points.axes = axes
        if self._A is not None:
            points.set_array(np.asarray(self._A)[order])
            points.set_clim(self.norm.vmin, self.norm.vmax)
        else:
            points.set_facecolor(self._props.get('facecolor'))
        if self._props.get('alpha') is not None:
            points.set_alpha(self._props['alpha'])
        points.set_label(self.get_label())
        return [points]


class Text3D(Text):
    """Words at a point in space."""

    def _flat(self, axes):
        flat, _ = axes._project(*[np.array([v]) for v in self._space])
        self.set_position((flat[0, 0], flat[0, 1]))
        return [self]


class _Third:
    """The third axis: its name, limits and ticks."""

    def __init__(self):
        self.label, self.ticks, self.labels = '', None, None

    def set_label_text(self, label):
        """Another name."""
        self.label = label

    def set_ticks(self, ticks, labels=None):
        """Places of ticks."""
        self.ticks, self.labels = list(ticks), labels


class Axes3D(Axes):
    """Three axes seen from somewhere."""
    __module__ = 'mpl_toolkits.mplot3d.axes3d'
    name = '3d'

    def __init__(self, fig, spec=None, rect=None, *, elev=30, azim=-60, roll=0, projection=None, **kwargs):
        for name in ('proj_type', 'computed_zorder', 'auto_add_to_figure', 'box_aspect', 'focal_length'):
            kwargs.pop(name, None)
        Axes.__init__(self, fig, spec, rect, **kwargs)
        self.elev, self.azim, self.roll = elev, azim, roll

    def _clear(self):
        Axes._clear(self)
        self._bounds3, self._sizes, self.zaxis = [None, None, None], (4.0, 4.0, 3.0), _Third()
        self._names3, self._ticks3 = ['', '', ''], [True, True, True]

    # ---- Where things are ----

    def view_init(self, elev=None, azim=None, roll=None, vertical_axis='z', share=False):
        """From where the box is seen: degrees above the ground and around it."""
        self.elev = 30 if elev is None else elev
        self.azim = -60 if azim is None else azim
        self.roll = 0 if roll is None else roll

    def set_box_aspect(self, aspect, *, zoom=1):
        """How long the sides of the box are."""
        self._sizes = (4.0, 4.0, 3.0) if aspect is None else tuple(float(v) for v in aspect)

    def set_proj_type(self, proj_type, focal_length=None):
        """'persp' or 'ortho'."""
        self._ortho = proj_type == 'ortho'

    def _extent(self, k):
        found = []
        for child in self._children:
            space = getattr(child, '_space', None)
            if isinstance(child, Text3D):
                continue
            if space is not None and np.size(space[k]):
                found.append(np.ravel(np.asarray(space[k], dtype=float)))
            for piece in getattr(child, '_space_pieces', ()):
                found.append(piece[:, k])
        values = np.concatenate(found) if found else np.array([])
        values = values[np.isfinite(values)]
        if not len(values):
            return (np.float64(0.0), np.float64(1.0))
        low, high = values.min(), values.max()
        if low == high:
            wider = abs(low) * 0.05 if low else 0.05
            low, high = low - wider, high + wider
        margin = (high - low) * 0.05
        low, high = low - margin, high + margin
        more = (high - low) / 48
        return (low - more, high + more)

    def _limits_of(self, k):
        return self._bounds3[k] if self._bounds3[k] is not None else self._extent(k)

    def _set_bounds(self, k, low, high):
        if high is None and hasattr(low, '__len__'):
            low, high = low
        now = self._limits_of(k)
        self._bounds3[k] = (np.float64(now[0] if low is None else low), np.float64(now[1] if high is None else high))
        return tuple(float(v) for v in self._bounds3[k])

    def get_xlim(self):
        """The limits of x."""
        return self._limits_of(0)

    def get_ylim(self):
        """The limits of y."""
        return self._limits_of(1)

    def get_zlim(self):
        """The limits of z."""
        return self._limits_of(2)

    get_xlim3d, get_ylim3d, get_zlim3d = get_xlim, get_ylim, get_zlim

    def set_xlim(self, left=None, right=None, **kwargs):
        """Other limits of x."""
        return self._set_bounds(0, kwargs.get('xmin', left), kwargs.get('xmax', right))

    def set_ylim(self, bottom=None, top=None, **kwargs):
        """Other limits of y."""
        return self._set_bounds(1, kwargs.get('ymin', bottom), kwargs.get('ymax', top))

    def set_zlim(self, bottom=None, top=None, **kwargs):
        """Other limits of z."""
        return self._set_bounds(2, kwargs.get('zmin', bottom), kwargs.get('zmax', top))

    set_xlim3d, set_ylim3d, set_zlim3d = set_xlim, set_ylim, set_zlim

    def set_zlabel(self, zlabel, fontdict=None, labelpad=None, **kwargs):
        """The name of the z axis."""
        self.zaxis.label = zlabel

    def get_zlabel(self):
        """The name of the z axis."""
        return self.zaxis.label

    def set_zticks(self, ticks, labels=None, **kwargs):
        """Places of ticks on the z axis."""
        self.zaxis.set_ticks(ticks, labels)

    def set_zticklabels(self, labels, **kwargs):
        """Names of the ticks on the z axis."""
        self.zaxis.labels = list(labels)

    def _project(self, x, y, z):
        """(points on the page, how near each is)."""
        sizes = np.array(self._sizes) / np.linalg.norm(self._sizes) * 2
        parts = []
        for k, values in enumerate((x, y, z)):
            low, high = self._limits_of(k)
            parts.append(((np.ravel(np.asarray(values, dtype=float)) - low) / (high - low) - 0.5) * sizes[k])
        count = max(len(p) for p in parts)
        space = np.stack([np.broadcast_to(p, (count,)) for p in parts], axis=1)
        elev, azim, roll = (np.deg2rad(v) for v in (self.elev, self.azim, self.roll))
        toward = np.array([np.cos(elev) * np.cos(azim), np.cos(elev) * np.sin(azim), np.sin(elev)])
        across = np.array([-np.sin(azim), np.cos(azim), 0.0])
        up = np.cross(toward, across)
        across, up = np.cos(roll) * across + np.sin(roll) * up, np.cos(roll) * up - np.sin(roll) * across
        near = np.dot(space, toward)
        scale = 1.0 if getattr(self, '_ortho', False) else 10.0 / (10.0 - near)
        return np.stack([np.dot(space, across) * scale, np.dot(space, up) * scale], axis=1), near

    # ---- What can be drawn ----

    def plot(self, xs, ys, *args, zdir='z', **kwargs):
        """A curve through points in space."""
        args = list(args)
        zs = kwargs.pop('zs', 0) if not args or isinstance(args[0], str) else args.pop(0)
        made = Axes.plot(self, np.ravel(np.asarray(xs)), np.ravel(np.asarray(ys)), *args, **kwargs)
        for line in made:
            line.__class__ = Line3D
            line._space = (np.asarray(line.get_xdata()), np.asarray(line.get_ydata()),
                           np.broadcast_to(np.ravel(np.asarray(zs, dtype=float)), np.shape(line.get_xdata())))
        return made

    plot3D = plot

    def scatter(self, xs, ys, zs=0, zdir='z', s=20, c=None, depthshade=True, *args, **kwargs):
        """Points in space."""
        xs, ys = np.ravel(np.asarray(xs, dtype=float)), np.ravel(np.asarray(ys, dtype=float))
        zs = np.broadcast_to(np.ravel(np.asarray(zs, dtype=float)), xs.shape)
        made = Axes.scatter(self, xs, ys, s, c, *args, **kwargs)
        made.__class__ = Path3DCollection
        made._space = (xs, ys, zs)
        return made

    scatter3D = scatter

    def _grid_points(self, X, Y, Z):
        """A grid of numbers, finer where it is coarse."""
        if Z.ndim != 2:
            raise ValueError("Argument Z must be 2-dimensional.")
        X, Y, Z = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (X, Y, Z)])
        out = []
        for grid in (X, Y, Z):
            for axis in (0, 1):
                n = grid.shape[axis]
                if n < 2 or n >= 60:
                    continue
                places = np.linspace(0, n - 1, (n - 1) * max(2, 60 // n) + 1)
                at = np.minimum(places.astype(np.int64), n - 2)
                share = places - at
                share = share[:, None] if axis == 0 else share[None, :]
                grid = np.take(grid, at, axis=axis) * (1 - share) + np.take(grid, at + 1, axis=axis) * share
            out.append(grid)
        return out

    def plot_surface(self, X, Y, Z, *, norm=None, vmin=None, vmax=None, lightsource=None, cmap=None, color=None,
                     alpha=None, **kwargs):
        """A surface over a grid, coloured by height where a colour map is named."""
        for name in ('rstride', 'cstride', 'rcount', 'ccount', 'linewidth', 'lw', 'antialiased', 'shade', 'edgecolor',
                     'edgecolors', 'facecolors', 'linewidths'):
            kwargs.pop(name, None)
        x, y, z = self._grid_points(X, Y, Z)
        made = Poly3DCollection([], norm=norm, cmap=cmap, **kwargs)
        made._space = (x.ravel(), y.ravel(), z.ravel())
        if cmap is not None:
            made.set_array(z.ravel())
            made.set_clim(vmin, vmax)
            made.autoscale_None()
        else:
            made.set_facecolor(self._next_patch_color() if color is None else color)
        if alpha is not None:
            made.set_alpha(alpha)
        self._current_image = made if cmap is not None else getattr(self, '_current_image', None)
        return self._add(made)

    def plot_wireframe(self, X, Y, Z, **kwargs):
        """The lines of a grid."""
        for name in ('rstride', 'cstride', 'rcount', 'ccount', 'linewidth', 'lw'):
            kwargs.pop(name, None)
        if Z.ndim != 2:
            raise ValueError("Argument Z must be 2-dimensional.")
        X, Y, Z = np.broadcast_arrays(*[np.asarray(v, dtype=float) for v in (X, Y, Z)])
        grid = np.stack([X, Y, Z], axis=2)
        pieces = [grid[i] for i in range(grid.shape[0])] + [grid[:, j] for j in range(grid.shape[1])]
        return self._pieces3(pieces, kwargs)

    def _pieces3(self, pieces, kwargs):
        colour = kwargs.pop('color', kwargs.pop('colors', None))
        made = Line3DCollection([], **kwargs)
        made._space_pieces = pieces
        made.set_color(self._next_color() if colour is None else colour)
        return self._add(made)

    def bar3d(self, x, y, z, dx, dy, dz, color=None, **kwargs):
        """Bars that stand in space, as their edges."""
        made = Line3DCollection([], label=kwargs.get('label'))
        made._space_pieces = []
        for bx, by, bz, wx, wy, wz in zip(*np.broadcast_arrays(*[np.atleast_1d(v) for v in (x, y, z, dx, dy, dz)])):
            floor = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 0.0]])
            sizes, at = np.array([wx, wy, wz]), np.array([bx, by, bz])
            roof = floor + np.array([0, 0, 1])
            made._space_pieces += [floor * sizes + at, roof * sizes + at]
            made._space_pieces += [np.stack([floor[k], roof[k]]) * sizes + at for k in range(4)]
        made.set_color(self._next_patch_color() if color is None or not isinstance(color, (str, tuple)) else color)
        return self._add(made)

    def quiver(self, X, Y, Z, U, V, W, *, length=1, normalize=False, **kwargs):
        """Arrows in space, as lines."""
        starts = np.stack([np.ravel(v) for v in np.broadcast_arrays(X, Y, Z)], axis=1).astype(float)
        moves = np.stack([np.ravel(v) for v in np.broadcast_arrays(U, V, W)], axis=1).astype(float)
        if normalize:
            moves = moves / np.maximum(np.linalg.norm(moves, axis=1, keepdims=True), 1e-300)
        kwargs.pop('arrow_length_ratio', None)
        return self._pieces3([np.stack([a, a + length * m]) for a, m in zip(starts, moves)], kwargs)

    def text(self, x, y, z, s, zdir=None, **kwargs):
        """Words at a point."""
        made = Axes.text(self, x, y, s, **kwargs)
        made.__class__ = Text3D
        made._space = (x, y, z)
        return made

    text3D = text

    def text2D(self, x, y, s, fontdict=None, **kwargs):
        """Words on the page."""
        return Axes.text(self, x, y, s, **kwargs)

    def _refused(self, *args, **kwargs):
        """Refused: heights are drawn by plot_surface."""
        raise NotImplementedError("no contours, triangles or voxels in space: plot_surface, plot_wireframe, plot, "
                                  "scatter and bar3d are there")

    contour = contourf = contour3D = contourf3D = plot_trisurf = tricontour = tricontourf = voxels = _refused

    # ---- Drawing ----

    def _frame(self):
        """The three edges on the floor and at the side that are seen best, with the ends of the axes."""
        (x0, x1), (y0, y1), (z0, z1) = (self._limits_of(k) for k in range(3))
        corners = np.array([[x, y, z] for x in (x0, x1) for y in (y0, y1) for z in (z0, z1)])
        flat, near = self._project(*corners.T)
        floor = [0, 2, 6, 4]
        closest = max(floor, key=lambda k: near[k])
        x_end, y_end = closest ^ 4, closest ^ 2
        side = max((x_end, y_end), key=lambda k: flat[k, 0])
        out = []
        for a, b, k in ((closest, x_end, 0), (closest, y_end, 1), (side, side | 1, 2)):
            line = Line2D(flat[[a, b], 0], flat[[a, b], 1], color='gray')
            out.append(line)
            name = (self.get_xlabel(), self.get_ylabel(), self.zaxis.label)[k]
            for corner, share in ((a, 0.1), (b, 0.9)):
                at = flat[a] * (1 - share) + flat[b] * share
                out.append(Text(at[0], at[1], f'{corners[corner, k]:.3g}'))
            if name:
                out.append(Text(flat[[a, b], 0].mean(), flat[[a, b], 1].mean(), str(name)))
        far = closest ^ 6
        for k in (x_end, y_end, far | 1):
            out.append(Line2D(flat[[far, k], 0], flat[[far, k], 1], color='gray', linestyle=':'))
        for each in out:
            each.axes, each.figure = self, self.figure
            each._props['label'] = '_frame'
        return out

    def _draw(self, drawing):
        kept, axis_on, labels = self._children, self._axis_on, (self.xaxis, self.yaxis)
        flat = self._frame() if axis_on else []
        for child in kept:
            flat.extend(child._flat(self) if hasattr(child, '_flat') else [child])
        self._children = flat
        self._axis_on = False
        points = self._project(*np.array([[x, y, z] for x in self.get_xlim() for y in self.get_ylim()
                                          for z in self.get_zlim()]).T)[0]
        low, high = points.min(axis=0), points.max(axis=0)
        wider = (high - low) * 0.06
        from matplotlib.axis import XAxis, YAxis
        self.xaxis, self.yaxis = XAxis(self, 'x'), YAxis(self, 'y')
        self.xaxis._limits, self.yaxis._limits = (low[0] - wider[0], high[0] + wider[0]), (low[1] - wider[1],
                                                                                            high[1] + wider[1])
        try:
            Axes._draw(self, drawing)
        finally:
            self._children, self._axis_on = kept, axis_on
            self.xaxis, self.yaxis = labels
            for child in kept:
                if hasattr(child, '_restore') and hasattr(child, '_kept'):
                    child._restore()
