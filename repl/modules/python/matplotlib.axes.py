"""matplotlib.axes: axes with all that can be drawn in them."""
import numpy as np
from matplotlib import _axes_bars
from matplotlib.collections import HexCollection, QuadContourSet, QuadMesh, Quiver
from matplotlib.image import AxesImage
from matplotlib.ticker import LogLocator, MaxNLocator


class Axes(_axes_bars.Axes):
    """One plot of a figure."""
    __module__ = 'matplotlib.axes._axes'

    # ---- Pictures ----

    def imshow(self, X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None,
               colorizer=None, origin=None, extent=None, interpolation_stage=None, filternorm=True, filterrad=4.0,
               resample=None, url=None, data=None, **kwargs):
        """A picture: numbers through a colour map, or colours."""
        from matplotlib import rcParams
        image = AxesImage(self, cmap=cmap, norm=self._norm_named(norm), interpolation=interpolation, origin=origin,
                          extent=extent, **kwargs)
        if aspect is None:
            aspect = rcParams['image.aspect']
        self.set_aspect(aspect)
        image.set_data(X)
        if alpha is not None and not hasattr(alpha, '__len__'):
            image.set_alpha(alpha)
        if norm is not None and (vmin is not None or vmax is not None):
            raise ValueError("Passing a Normalize instance simultaneously with vmin/vmax is not supported.  Please "
                             "pass vmin/vmax as arguments to the norm object when creating it")
        image.set_clim(vmin, vmax)
        if image._A.ndim == 2:
            image.autoscale_None()
        self._add(image)
        left, right, bottom, top = image.get_extent()
        if self.xaxis._limits is None:
            self.xaxis.set_inverted(left > right)
        if self.yaxis._limits is None:
            self.yaxis.set_inverted(bottom > top)
        self._current_image = image
        return image

    def _norm_named(self, norm):
        from matplotlib import colors
        if isinstance(norm, str):
            if norm not in ('linear', 'log'):
                raise ValueError(f"{norm!r} is not a valid value for norm.")
            return colors.LogNorm() if norm == 'log' else colors.Normalize()
        return norm

    def matshow(self, Z, **kwargs):
        """A matrix as a picture."""
        Z = np.asarray(Z)
        options = {'origin': 'upper', 'interpolation': 'nearest', 'aspect': 'equal'}
        options.update(kwargs)
        image = self.imshow(Z, **options)
        return image

    def spy(self, Z, precision=0, marker=None, markersize=None, aspect='equal', origin='upper', **kwargs):
        Z = np.asarray(Z)
        shown = np.abs(Z) > precision if precision else Z != 0
        return self.imshow(shown, cmap='binary', aspect=aspect, origin=origin, interpolation='nearest', **kwargs)

    # ---- Fields ----

    def pcolormesh(self, *args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, colorizer=None, shading=None,
                   antialiased=False, data=None, **kwargs):
        """Coloured rectangles between the edges of a grid."""
        return self._mesh('pcolormesh', args, alpha, norm, cmap, vmin, vmax, shading, kwargs)

    def pcolor(self, *args, shading=None, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, colorizer=None,
               data=None, **kwargs):
        return self._mesh('pcolor', args, alpha, norm, cmap, vmin, vmax, shading, kwargs)

    def _mesh(self, name, args, alpha, norm, cmap, vmin, vmax, shading, kwargs):
        if len(args) not in (1, 3):
            raise TypeError(f'{name}() takes 1 or 3 positional arguments but {len(args)} were given')
        C = np.asarray(args[-1])
        rows, columns = C.shape[:2]
        if len(args) == 1:
            x, y = np.arange(columns + 1).astype(float), np.arange(rows + 1).astype(float)
        else:
            x, y = self._grid_axes(args[0], args[1])
            if shading in (None, 'auto', 'nearest', 'gouraud') and (len(x), len(y)) == (columns, rows):
                x, y = self._around(x), self._around(y)
            elif shading in (None, 'auto', 'flat') and (len(x), len(y)) != (columns + 1, rows + 1):
                raise TypeError(f"Dimensions of C {C.shape} should be one smaller than X({len(x)}) and Y({len(y)}) "
                                f"while "
                                f"using shading='flat' see help({name})")
        for key in ('edgecolors', 'linewidth', 'linewidths', 'snap', 'rasterized', 'ec', 'lw'):
            kwargs.pop(key, None)
        mesh = QuadMesh(x, y, C, norm=self._norm_named(norm), cmap=cmap, **kwargs)
        mesh.set_alpha(alpha)
        mesh.set_clim(vmin, vmax)
        mesh.autoscale_None()
        self._add(mesh)
        self._current_image = mesh
        return mesh

    def _around(self, middles):
        middles = np.asarray(middles, dtype=float)
        if len(middles) < 2:
            return np.array([middles[0] - 0.5, middles[0] + 0.5])
        step = np.diff(middles) / 2
        return np.concatenate([[middles[0] - step[0]], middles[:-1] + step, [middles[-1] + step[-1]]])

    def _grid_axes(self, X, Y):
        """One row of x and one column of y: what tells the places of a grid."""
        X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
        return (X[0] if X.ndim == 2 else X), (Y[:, 0] if Y.ndim == 2 else Y)

    def contour(self, *args, data=None, **kwargs):
        """Lines of equal height."""
        return self._contours(args, kwargs, False)

    def contourf(self, *args, data=None, **kwargs):
        """Bands between heights."""
        return self._contours(args, kwargs, True)

    def clabel(self, CS, levels=None, **kwargs):
        for key in ('inline', 'fontsize', 'colors', 'inline_spacing', 'use_clabeltext', 'manual', 'rightside_up',
                    'zorder'):
            kwargs.pop(key, None)
        return CS.clabel(levels, **kwargs)

    def _contours(self, args, kwargs, filled):
        levels = kwargs.pop('levels', None)
        if len(args) in (1, 2):
            z, more = np.asarray(args[0], dtype=float), args[1:]
            x = y = None
        elif len(args) in (3, 4):
            z, more = np.asarray(args[2], dtype=float), args[3:]
            x, y = args[0], args[1]
        else:
            raise TypeError(f"{'contourf' if filled else 'contour'}() takes from 1 to 4 positional arguments but "
                            f"{len(args)} were given")
        if more:
            levels = more[0]
        if z.ndim != 2:
            raise TypeError(f"Input z must be 2D, not {z.ndim}D")
        if z.shape[0] < 2 or z.shape[1] < 2:
            raise TypeError(f"Input z must be at least a (2, 2) shaped array, but has shape {z.shape}")
        if x is None:
            x, y = np.arange(z.shape[1]).astype(float), np.arange(z.shape[0]).astype(float)
            extent = kwargs.pop('extent', None)
            if extent is not None:
                x = np.linspace(extent[0], extent[1], z.shape[1])
                y = np.linspace(extent[2], extent[3], z.shape[0])
        else:
            kwargs.pop('extent', None)
            x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
            if x.ndim != y.ndim:
                raise TypeError(f"Number of dimensions of x ({x.ndim}) and y ({y.ndim}) do not match")
            if x.ndim == 1 and len(x) != z.shape[1]:
                raise TypeError(f"Length of x ({len(x)}) must match number of columns in z ({z.shape[1]})")
            if y.ndim == 1 and len(y) != z.shape[0]:
                raise TypeError(f"Length of y ({len(y)}) must match number of rows in z ({z.shape[0]})")
            if x.ndim == 2 and x.shape != z.shape:
                raise TypeError(f"Shapes of x {x.shape} and z {z.shape} do not match")
            if y.ndim == 2 and y.shape != z.shape:
                raise TypeError(f"Shapes of y {y.shape} and z {z.shape} do not match")
            x, y = self._grid_axes(x, y)
        finite = z[np.isfinite(z)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        log = kwargs.get('norm') is not None and type(kwargs['norm']).__name__ == 'LogNorm' or \
            isinstance(kwargs.get('locator'), LogLocator)
        levels = self._levels(levels, low, high, filled, log, kwargs.pop('locator', None))
        vmin, vmax, origin = kwargs.pop('vmin', None), kwargs.pop('vmax', None), kwargs.pop('origin', None)
        given, extend = kwargs.pop('colors', None), kwargs.pop('extend', 'neither')
        for key in ('linewidths', 'antialiased', 'hatches', 'nchunk', 'corner_mask', 'xunits',
                    'yunits', 'negative_linestyles', 'algorithm', 'clip_path', 'colorizer'):
            kwargs.pop(key, None)
        made = QuadContourSet(x, y, z, levels, filled, given, extend, kwargs.pop('linestyles', None), **kwargs)
        made.set_clim(vmin, vmax)
        if not made.norm.scaled():
            made.norm.autoscale_None(made.layers if not filled else levels)
        self._add(made)
        self._current_image = made
        return made

    def _levels(self, levels, low, high, filled, log, locator):
        if levels is None or isinstance(levels, (int, np.integer)):
            if locator is None:
                locator = LogLocator() if log else MaxNLocator((7 if levels is None else int(levels)) + 1,
                                                               min_n_ticks=1)
            found = np.asarray(locator.tick_values(low, high), dtype=float)
            under = np.flatnonzero(found < low)
            first = int(under[-1]) if len(under) else 0
            over = np.flatnonzero(found > high)
            last = int(over[0]) + 1 if len(over) else len(found)
            if last - first < 3:
                first, last = 0, len(found)
            return found[first:last]
        found = np.asarray(levels, dtype=float)
        if filled and len(found) < 2:
            raise ValueError("Filled contours require at least 2 levels.")
        if len(found) > 1 and float(np.min(np.diff(found))) <= 0.0:
            raise ValueError("Contour levels must be increasing")
        return found

    def tricontourf(self, *args, **kwargs):
        raise NotImplementedError("tricontourf: contourf draws values on a grid")

    def hexbin(self, x, y, C=None, *, gridsize=100, bins=None, extent=None, cmap=None, norm=None, vmin=None, vmax=None,
               mincnt=None, reduce_C_function=np.mean, alpha=None, color=None, **kwargs):
        """How many points fall in each of many hexagons, as colours."""
        if bins is not None or C is not None:
            raise NotImplementedError("hexbin counts points: bins and C are not there")
        for name in ('linewidths', 'edgecolors', 'xscale', 'yscale', 'marginals', 'data'):
            kwargs.pop(name, None)
        x, y = np.ravel(self.xaxis._values(x)).astype(float), np.ravel(self.yaxis._values(y)).astype(float)
        across, up = gridsize if isinstance(gridsize, (tuple, list)) else (gridsize, int(gridsize / np.sqrt(3)))
        left, right, low, high = extent if extent is not None else (x.min(), x.max(), y.min(), y.max())
        wider = 1e-9 * (right - left)
        left, right = left - wider, right + wider
        sx, sy = (right - left) / across, (high - low) / up
        ix, iy = (x - left) / sx, (y - low) / sy
        # Two grids of centres, the second between those of the first; a point belongs to the nearer one.
        i1, j1 = np.rint(ix).astype(int), np.rint(iy).astype(int)
        i2, j2 = np.floor(ix).astype(int), np.floor(iy).astype(int)
        first = (ix - i1) ** 2 + 3.0 * (iy - j1) ** 2 < (ix - i2 - 0.5) ** 2 + 3.0 * (iy - j2 - 0.5) ** 2
        counts = {}
        for a, b, c, d, own in zip(i1.tolist(), j1.tolist(), i2.tolist(), j2.tolist(), first.tolist()):
            key = (0, a, b) if own else (1, c, d)
            counts[key] = counts.get(key, 0) + 1
        keys = [(0, i, j) for i in np.arange(across + 1).tolist() for j in np.arange(up + 1).tolist()]
        keys += [(1, i, j) for i in np.arange(across).tolist() for j in np.arange(up).tolist()]
        found = np.array([float(counts.get(key, 0)) for key in keys])
        centres = np.array([[left + (i + 0.5 * k) * sx, low + (j + 0.5 * k) * sy] for k, i, j in keys])
        kept = found >= mincnt if mincnt is not None else np.ones(len(found), dtype=bool)
        made = HexCollection(centres[kept], 'h', np.array([36.0]), cmap=cmap, norm=norm, **kwargs)
        made.set_array(found[kept])
        made.set_clim(vmin, vmax)
        made.autoscale_None()
        self._current_image = made
        return self._add(made)

    def hist2d(self, x, y, bins=10, range=None, density=False, weights=None, cmin=None, cmax=None, *, data=None,
               **kwargs):
        """How many points fall into each cell of a grid."""
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        if len(x) != len(y):
            raise ValueError("x and y must have the same length.")
        each = list(bins) if isinstance(bins, (list, tuple)) and len(bins) == 2 else [bins, bins]
        spans = [None, None] if range is None else range
        xe = np.histogram(x, each[0], spans[0])[1]
        ye = np.histogram(y, each[1], spans[1])[1]
        h = np.zeros((len(xe) - 1, len(ye) - 1))
        i, j = np.searchsorted(xe, x, side='right') - 1, np.searchsorted(ye, y, side='right') - 1
        i, j = np.where(x == xe[-1], len(xe) - 2, i), np.where(y == ye[-1], len(ye) - 2, j)
        share = np.ones(len(x)) if weights is None else np.asarray(weights, dtype=float)
        for a, b, w in zip(i.tolist(), j.tolist(), share.tolist()):
            if 0 <= a < h.shape[0] and 0 <= b < h.shape[1]:
                h[a, b] += w
        if density:
            h = h / h.sum() / np.diff(xe)[:, None] / np.diff(ye)
        mesh = self.pcolormesh(xe, ye, h.T, **kwargs)
        return h, xe, ye, mesh

    def quiver(self, *args, **kwargs):
        """Arrows of a field, as lines with a head."""
        if len(args) >= 4:
            x, y, u, v = [np.asarray(each, dtype=float) for each in args[:4]]
            if x.ndim == 1 and y.ndim == 1 and u.ndim == 2:
                x, y = np.meshgrid(x, y)
        else:
            u, v = [np.asarray(each, dtype=float) for each in args[:2]]
            x, y = np.meshgrid(np.arange(u.shape[-1]), np.arange(u.shape[0] if u.ndim == 2 else 1))
        x, y, u, v = [each.ravel() for each in (x, y, u, v)]
        scale, angles, color = kwargs.pop('scale', None), kwargs.pop('angles', None), kwargs.pop('color', 'k')
        for key in ('units', 'width', 'headwidth', 'headlength', 'headaxislength', 'minshaft', 'minlength', 'pivot',
                    'scale_units', 'data'):
            kwargs.pop(key, None)
        if scale is None or angles != 'xy':
            longest = float(np.sqrt(u ** 2 + v ** 2).max()) or 1.0
            room = max(float(np.ptp(x)), float(np.ptp(y)), 1e-9) / max(np.sqrt(len(x)), 1)
            scale = longest / room if len(x) > 1 else 1.0
        ends = [[(a, b), (a + c / scale, b + d / scale)] for a, b, c, d in zip(x, y, u, v)]
        made = self._add(Quiver(ends, colors=color, **kwargs))
        for a, b, c, d in zip(x, y, u, v):
            head = ('>' if c > 0 else '<') if abs(c) > abs(d) else ('^' if d > 0 else 'v')
            self.plot([a + c / scale], [b + d / scale], marker=head, color=color, linestyle='None')
        return made


class Subplot(Axes):
    pass
