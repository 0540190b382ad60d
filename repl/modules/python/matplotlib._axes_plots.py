"""Axes: curves, points, bars and texts."""
import numpy as np
from matplotlib import colors
from matplotlib._axes_base import _AxesBase
from matplotlib.collections import EventCollection, FillBetweenPolyCollection, LineCollection, PathCollection
from matplotlib.container import ErrorbarContainer, StemContainer
from matplotlib.legend import Legend
from matplotlib.lines import AxLine, Line2D, _check_marker
from matplotlib.patches import FancyArrow, Polygon, Rectangle
from matplotlib.text import Annotation, Text

_FORMAT_MARKERS = '.,ov^<>12348spP*hH+xXDd|_'


def _parse_format(fmt):
    """(linestyle, marker, color) of a format such as 'r--o'; None where it says nothing."""
    try:
        color = colors.to_rgba(fmt)
        if not fmt.isdigit() or fmt != str(int(fmt)):
            return None, None, color
    except ValueError:
        pass
    linestyle = marker = color = None
    i = 0
    error = f"{fmt!r} is not a valid format string ({{}})"
    while i < len(fmt):
        c = fmt[i]
        if fmt[i:i + 2] in ('--', '-.') or c in '-: ':
            if linestyle is not None:
                raise ValueError(error.format('two linestyle symbols'))
            linestyle = fmt[i:i + 2] if fmt[i:i + 2] in ('--', '-.') else c
            i += len(linestyle)
        elif c in _FORMAT_MARKERS:
            if marker is not None:
                raise ValueError(error.format('two marker symbols'))
            marker = c
            i += 1
        elif c in 'bgrcmykw':
            if color is not None:
                raise ValueError(error.format('two color symbols'))
            color = c
            i += 1
        elif c == 'C':
            j = i + 1
            while j < len(fmt) and fmt[j].isdigit():
                j += 1
            if j == i + 1:
                raise ValueError(error.format("'C' must be followed by a number"))
            if color is not None:
                raise ValueError(error.format('two color symbols'))
            color = colors.to_rgba(fmt[i:j])
            i = j
        else:
            raise ValueError(error.format(f"unrecognized character {c!r}"))
    if linestyle is None and marker is None:
        return None, None, color
    return linestyle or 'None', marker or 'None', color



class Axes(_AxesBase):
    # ---- Lines ----

    def _series(self, given, kwargs, kind='plot'):
        """Lines of one group of x, y and format."""
        given = list(given)
        fmt = None
        if len(given) > 1 and isinstance(given[-1], str):
            fmt = given.pop()
        elif len(given) == 3:
            raise ValueError('third arg must be a format string')
        style = _parse_format(fmt) if fmt is not None else (None, None, None)
        if any(each is None for each in given):
            raise ValueError("x, y, and format string must not be None")
        if len(given) == 2:
            x, y = self.xaxis._values(given[0]), self.yaxis._values(given[1])
            x, y = np.atleast_1d(x), np.atleast_1d(y)
        else:
            y = np.atleast_1d(self.yaxis._values(given[-1]))
            index = getattr(given[-1], 'index', None)
            x = np.arange(y.shape[0]).astype(float) if index is None or callable(index) else \
                np.atleast_1d(self.xaxis._values(index))
        if x.shape[0] != y.shape[0]:
            raise ValueError(f"x and y must have same first dimension, but have shapes {x.shape} and {y.shape}")
        if x.ndim > 2 or y.ndim > 2:
            raise ValueError(f"x and y can be no greater than 2D, but have shapes {x.shape} and {y.shape}")
        x, y = [each[:, np.newaxis] if each.ndim == 1 else each for each in (x, y)]
        nx, ny = x.shape[1], y.shape[1]
        if nx > 1 and ny > 1 and nx != ny:
            raise ValueError(f"x has {nx} columns but y has {ny} columns")
        if nx == 0 or ny == 0:
            return []
        count = max(nx, ny)
        label = kwargs.get('label')
        if label is None or isinstance(label, str) or not hasattr(label, '__len__'):
            labels = [label] * count
        elif len(label) == count:
            labels = list(label)
        else:
            raise ValueError(f'label must be scalar or have the same length as the input data, but found '
                             f'{len(label)} for '
                             f'{count} datasets.')
        made = []
        for i in range(count):
            options = dict(kwargs)
            options.pop('label', None)
            if labels[i] is not None:
                options['label'] = labels[i]
            for name, alias, value in (('linestyle', 'ls', style[0]), ('marker', 'marker', style[1]),
                                       ('color', 'c', style[2])):
                if value is not None and name not in options and alias not in options:
                    options[name] = value
            if 'color' not in options and 'c' not in options:
                entry = self._next_entry()
                options['color'] = entry.get('color', 'k')
                for name in ('linestyle', 'marker'):
                    if name in entry and name not in options:
                        options[name] = entry[name]
            elif options.get('color', 1) is None:
                options['color'] = self._next_color()
            made.append(self._line(x[:, i % nx], y[:, i % ny], options))
        return made

    def _line(self, x, y, options):
        for alias, name in (('ls', 'linestyle'), ('c', 'color'), ('lw', 'linewidth')):
            if alias in options:
                if name in options:
                    first, second = sorted((name, alias), key=list(options).index)
                    raise TypeError(f"Got both {first!r} and {second!r}, which are aliases of one another")
                options[name] = options.pop(alias)
        return Line2D(x, y, **options)

    def plot(self, *args, scalex=True, scaley=True, data=None, **kwargs):
        """Curves: y, or x and y, with a format such as 'r--o'."""
        if data is not None:
            args = [data[each] if isinstance(each, str) and each in data else each for each in args]
        args = list(args)
        lines = []
        while args:
            group, args = args[:2], args[2:]
            if len(group) == 2 and args and isinstance(args[0], str):
                group.append(args.pop(0))
            lines.extend(self._series(group, dict(kwargs)))
        for line in lines:
            self._add(line)
        return lines

    def semilogx(self, *args, **kwargs):
        kwargs.pop('base', None)
        self.set_xscale('log')
        return self.plot(*args, **kwargs)

    def semilogy(self, *args, **kwargs):
        kwargs.pop('base', None)
        self.set_yscale('log')
        return self.plot(*args, **kwargs)

    def loglog(self, *args, **kwargs):
        kwargs.pop('base', None)
        self.set_xscale('log')
        self.set_yscale('log')
        return self.plot(*args, **kwargs)

    def step(self, x, y, *args, where='pre', data=None, **kwargs):
        if where not in ('pre', 'post', 'mid'):
            raise ValueError(f"{where!r} is not a valid value for where. Supported values are 'pre', 'post', 'mid'")
        return self.plot(x, y, *args, data=data, drawstyle='steps-' + where, **kwargs)

    def axhline(self, y=0, xmin=0, xmax=1, **kwargs):
        if hasattr(y, '__len__') and not isinstance(y, str):
            bool(np.asarray(y) > 0)
        return self._across('y', self.yaxis._one(y), xmin, xmax, kwargs)

    def axvline(self, x=0, ymin=0, ymax=1, **kwargs):
        if hasattr(x, '__len__') and not isinstance(x, str):
            bool(np.asarray(x) > 0)
        return self._across('x', self.xaxis._one(x), ymin, ymax, kwargs)

    def _across(self, which, at, first, last, kwargs):
        color = kwargs.pop('color', kwargs.pop('c', None))
        style = kwargs.pop('linestyle', kwargs.pop('ls', None))
        line = Line2D._across(which, at, first, last, color=color, linestyle='-' if style is None else style, **kwargs)
        return self._add(line)

    def axline(self, xy1, xy2=None, *, slope=None, **kwargs):
        if (xy2 is None) == (slope is None):
            raise TypeError("Exactly one of 'xy2' and 'slope' must be given")
        color = kwargs.pop('color', kwargs.pop('c', None))
        style = kwargs.pop('linestyle', kwargs.pop('ls', None))
        if color is None:
            color = self._next_color()
        return self._add(AxLine(xy1, xy2, slope, color=color, linestyle=style, **kwargs))

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **kwargs):
        return self._add(Rectangle._band('y', self.yaxis._one(ymin), self.yaxis._one(ymax), **kwargs))

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **kwargs):
        return self._add(Rectangle._band('x', self.xaxis._one(xmin), self.xaxis._one(xmax), **kwargs))

    def _pieces(self, at, first, last):
        at = np.atleast_1d(np.asarray(at, dtype=float)).ravel()
        first, last = [np.asarray(each, dtype=float).ravel() for each in (first, last)]
        for each in (first, last):
            if each.size not in (1, at.size):
                raise ValueError(f"could not broadcast input array from shape ({each.size},) into shape ({at.size},)")
        return at, np.broadcast_to(first, at.shape), np.broadcast_to(last, at.shape)

    def hlines(self, y, xmin, xmax, colors=None, linestyles='solid', *, label='', data=None, **kwargs):
        at, first, last = self._pieces(self.yaxis._values(y), self.xaxis._values(xmin), self.xaxis._values(xmax))
        return self._segments([[(a, c), (b, c)] for c, a, b in zip(at, first, last)], colors, linestyles, label, kwargs)

    def vlines(self, x, ymin, ymax, colors=None, linestyles='solid', *, label='', data=None, **kwargs):
        at, first, last = self._pieces(self.xaxis._values(x), self.yaxis._values(ymin), self.yaxis._values(ymax))
        return self._segments([[(c, a), (c, b)] for c, a, b in zip(at, first, last)], colors, linestyles, label, kwargs)

    def _segments(self, segments, colors, linestyles, label, kwargs):
        if colors is None:
            colors = kwargs.pop('color', kwargs.pop('c', 'C0'))
        if 'linestyle' in kwargs or 'ls' in kwargs:
            linestyles = kwargs.pop('linestyle', kwargs.pop('ls', linestyles))
        made = LineCollection(segments, colors=colors, linestyles=linestyles, **kwargs)
        if label:
            made.set_label(label)
        return self._add(made)

    def eventplot(self, positions, orientation='horizontal', lineoffsets=1, linelengths=1, colors=None, **kwargs):
        rows = positions if len(positions) and hasattr(positions[0], '__len__') else [positions]
        for key in ('linewidths', 'alpha', 'data', 'linestyles'):
            kwargs.pop(key, None)
        made = []
        for i, row in enumerate(rows):
            middle = lineoffsets + i if not hasattr(lineoffsets, '__len__') else lineoffsets[i]
            low, high = middle - linelengths / 2, middle + linelengths / 2
            color = colors[i] if isinstance(colors, (list, tuple)) else colors
            ends = [[(each, low), (each, high)] for each in np.asarray(row, dtype=float)]
            if orientation != 'horizontal':
                ends = [[(b, a) for a, b in piece] for piece in ends]
            made.append(self._add(EventCollection(ends, colors='C0' if color is None else color, **kwargs)))
        return made

    # ---- Points ----

    def scatter(self, x, y, s=None, c=None, *, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None,
                linewidths=None, edgecolors=None, colorizer=None, plotnonfinite=False, data=None, **kwargs):
        """Points, whose colours c may give as colours or as numbers for a colour map."""
        if data is not None:
            x, y = [data[each] if isinstance(each, str) else each for each in (x, y)]
            c = data[c] if isinstance(c, str) and c in data else c
        x, y = np.ravel(self.xaxis._values(x)), np.ravel(self.yaxis._values(y))
        if x.size != y.size:
            raise ValueError("x and y must be the same size")
        size = np.array([36.0]) if s is None else np.ravel(np.asarray(s))
        if size.size not in (1, x.size):
            raise ValueError(f"s (size {size.size}) cannot be broadcast to match x and y (size {x.size})")
        face, numbers = self._scatter_colors(c, x.size, kwargs)
        letter = _check_marker('o' if marker is None else marker)
        points = PathCollection(np.column_stack([x.astype(float), y.astype(float)]), letter, size, norm=norm,
                                cmap=cmap if numbers is not None else None)
        points._default_marker = marker is None
        if numbers is None:
            points.set_facecolor(face)
        else:
            points.set_array(numbers)
            points.set_clim(vmin, vmax)
            points.autoscale_None()
        if alpha is not None and not hasattr(alpha, '__len__'):
            points.set_alpha(alpha)
        if edgecolors is not None:
            points.set_edgecolor(edgecolors)
        points._apply(kwargs)
        self._add(points)
        self._current_image = points if numbers is not None else getattr(self, '_current_image', None)
        return points

    def _scatter_colors(self, c, count, kwargs):
        """Colours as given, or numbers for a colour map."""
        face = kwargs.pop('facecolors', kwargs.pop('facecolor', None))
        color = kwargs.pop('color', None)
        if color is not None and c is not None:
            raise ValueError("Supply a 'c' argument or a 'color' kwarg but not both; they differ but their "
                             "functionalities "
                             "overlap.")
        if c is None:
            c = color if color is not None else face
        if c is None:
            return [colors.to_rgba(self._next_patch_color())], None
        if isinstance(c, str):
            if c != 'none' and not colors.is_color_like(c):
                raise ValueError(f"'c' argument must be a color, a sequence of colors, or a sequence of numbers, not "
                                 f"{c!r}")
            return c, None
        values = np.atleast_1d(c) if isinstance(c, (int, float)) else list(c) if not hasattr(c, 'dtype') else c
        if len(values) and isinstance(values[0], (str, tuple, list)):
            if any(isinstance(each, str) and not colors.is_color_like(each) for each in values):
                raise ValueError("'c' argument must be a color, a sequence of colors, or a sequence of numbers, not "
                                 f"{c!r}")
            rows = colors.to_rgba_array(list(values))
        else:
            values = np.asarray(values)
            if values.size == 0:
                return [], None
            if values.size == count and values.ndim <= 2 and values.shape not in ((count, 3), (count, 4), (1, 4), (1,
                                                                                                                   3)):
                if not (values.ndim == 1 and values.size in (3, 4) and count not in (3, 4)):
                    return None, values.ravel().astype(float)
            if values.ndim == 1 and values.size in (3, 4) and values.dtype.kind == 'f':
                return [tuple(values)], None
            if values.ndim == 2 and values.shape[1] in (3, 4):
                rows = colors.to_rgba_array([tuple(row) for row in values])
            else:
                raise ValueError(f"'c' argument has {values.size} elements, which is inconsistent with 'x' and 'y' "
                                 f"with "
                                 f"size {count}.")
        if len(rows) not in (0, 1, count):
            raise ValueError(f"'c' argument has {len(rows)} elements, which is inconsistent with 'x' and 'y' with size "
                             f"{count}.")
        return [tuple(row) for row in rows], None

    def errorbar(self, x, y, yerr=None, xerr=None, fmt='', *, ecolor=None, elinewidth=None, capsize=None,
                 barsabove=False,
                 lolims=False, uplims=False, xlolims=False, xuplims=False, errorevery=1, capthick=None, elinestyle=None,
                 data=None, **kwargs):
        """Points or a curve with bars that say how far off each may be."""
        label = kwargs.pop('label', None)
        x, y = np.atleast_1d(self.xaxis._values(x)).astype(float), np.atleast_1d(self.yaxis._values(y)).astype(float)
        if len(x) != len(y):
            raise ValueError("'x' and 'y' must have the same size")
        if lolims or uplims or xlolims or xuplims:
            raise NotImplementedError("errorbar: limits (lolims, uplims) are not drawn")
        start, step = errorevery if isinstance(errorevery, tuple) else (0, errorevery)
        bars, caps, made = [], [], None
        hidden = isinstance(fmt, str) and fmt.lower() == 'none'
        color = kwargs.get('color', kwargs.get('c'))
        if hidden:
            color = color or self._next_color()
        else:
            made = self._series([x, y, fmt] if fmt != '' else [x, y], dict(kwargs))[0]
            self._add(made)
            made.set_label('_nolegend_')
            color = made.get_color()
        bar_color = color if ecolor is None else ecolor
        for which, err in (('x', xerr), ('y', yerr)):
            if err is None:
                continue
            base = x if which == 'x' else y
            err = np.asarray(err, dtype=float)
            if err.shape not in ((), (len(base),), (1,), (2, len(base)), (2, 1)):
                raise ValueError(f"'{which}err' (shape: {err.shape}) must be a scalar or a 1D or (2, n) array-like "
                                 f"whose "
                                 f"shape matches '{which}' (shape: {base.shape})")
            if bool(np.any(err < 0)):
                raise ValueError(f"'{which}err' must not contain negative values")
            low, high = (base - err[0], base + err[1]) if err.ndim == 2 else (base - err, base + err)
            draw = self.hlines if which == 'x' else self.vlines
            every = slice(start, None, step)
            bars.append(draw((y if which == 'x' else x)[every], low[every], high[every], bar_color))
            if capsize:
                for ends in (low, high):
                    cap = Line2D(ends if which == 'x' else x, y if which == 'x' else ends, linestyle='None',
                                 marker='|' if which == 'x' else '_', color=bar_color, label='_nolegend_')
                    caps.append(self._add(cap))
        made = ErrorbarContainer((made, tuple(caps), tuple(bars)), xerr is not None, yerr is not None, label=label)
        return self.add_container(made)

    def stem(self, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation='vertical',
             data=None):
        """Upright lines from a base to each point."""
        if not 1 <= len(args) <= 3:
            raise TypeError(f'stem() takes 1-3 positional arguments but {len(args)} were given')
        if len(args) == 1:
            heads = np.asarray(args[0], dtype=float)
            places = np.arange(len(heads)).astype(float)
        else:
            places, heads = self.xaxis._values(args[0]), self.yaxis._values(args[1])
            if np.shape(places)[:1] != np.shape(heads)[:1]:
                raise ValueError("x and y must have same first dimension, but have shapes "
                                 f"{np.shape(places)} and {np.shape(heads)}")
        style, _, color = _parse_format(linefmt) if linefmt else (None, None, None)
        _, marker, marker_color = _parse_format(markerfmt) if markerfmt else (None, None, None)
        base_style, _, base_color = _parse_format(basefmt) if basefmt else (None, None, None)
        color = color or self._next_color()
        upright = orientation == 'vertical'
        draw = self.vlines if upright else self.hlines
        stems = draw(places, bottom, heads, color, linestyles=style if style and style != 'None' else 'solid')
        stems.set_label('_nolegend_')
        x, y = (places, heads) if upright else (heads, places)
        markers = self._add(Line2D(x, y, linestyle='None', marker=marker or 'o', color=marker_color or color,
                                   label='_nolegend_'))
        ends = [float(np.min(places)), float(np.max(places))] if len(places) else [0, 0]
        base = self._add(Line2D(ends if upright else [bottom] * 2, [bottom] * 2 if upright else ends,
                                color=base_color or 'C3', linestyle=base_style or '-', label='_nolegend_'))
        return self.add_container(StemContainer((markers, stems, base), label=label))

    # ---- Areas ----

    def fill(self, *args, data=None, **kwargs):
        """Polygons."""
        args = list(args)
        made = []
        while args:
            x, y = args[0], args[1]
            args = args[2:]
            options = dict(kwargs)
            if args and isinstance(args[0], str):
                options.setdefault('color', _parse_format(args.pop(0))[2])
            if not any(key in options for key in ('color', 'facecolor', 'fc')):
                options['color'] = self._next_patch_color()
            shape = Polygon(np.column_stack([self.xaxis._values(x), self.yaxis._values(y)]), **options)
            made.append(self._add(shape))
        return made

    def _between(self, names, at, first, last, where, step, kwargs):
        at, first, last = [np.asarray(each, dtype=float) for each in (at, first, last)]
        if at.ndim != 1:
            raise ValueError(f"{names[0]!r} is not 1-dimensional")
        for name, each in zip(names[1:], (first, last)):
            if each.ndim > 1:
                raise ValueError(f"{name!r} is not 1-dimensional")
            if each.size not in (1, at.size):
                raise ValueError(f"{names[0]!r} has size {at.size}, but {name!r} has an unequal size of {each.size}")
        first, last = np.broadcast_to(first, at.shape), np.broadcast_to(last, at.shape)
        good = np.isfinite(at) & np.isfinite(first) & np.isfinite(last)
        if where is not None:
            where = np.asarray(where, dtype=bool)
            if where.size != at.size:
                raise ValueError(f"where size ({where.size}) does not match {names[0]!r} size ({at.size})")
            good = good & where
        shapes, start = [], None
        for i in range(len(at) + 1):
            inside = i < len(at) and bool(good[i])
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                a, f, b = at[start:i], first[start:i], last[start:i]
                if step is not None and len(a) > 1:
                    before = step == 'pre'
                    a = np.repeat(a, 2)[:-1] if before else np.repeat(a, 2)[1:]
                    f, b = [np.repeat(e, 2)[1:] if before else np.repeat(e, 2)[:-1] for e in (f, b)]
                shapes.append((np.concatenate([a, a[::-1]]), np.concatenate([f, b[::-1]])))
                start = None
        if not any(key in kwargs for key in ('color', 'facecolor', 'facecolors', 'fc')):
            kwargs['facecolor'] = self._next_patch_color()
        return shapes

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **kwargs):
        """The area between two curves."""
        x = self.xaxis._values(x)
        x, y1, y2 = self.xaxis._values(x), self.yaxis._values(y1), self.yaxis._values(y2)
        shapes = self._between(('x', 'y1', 'y2'), x, y1, y2, where, step, kwargs)
        return self._add(FillBetweenPolyCollection([np.column_stack(pair) for pair in shapes], **kwargs))

    def fill_betweenx(self, y, x1, x2=0, where=None, step=None, interpolate=False, *, data=None, **kwargs):
        y = self.yaxis._values(y)
        shapes = self._between(('y', 'x1', 'x2'), y, x1, x2, where, step, kwargs)
        return self._add(FillBetweenPolyCollection([np.column_stack(pair[::-1]) for pair in shapes], **kwargs))

    def stackplot(self, x, *args, labels=(), colors=None, hatch=None, baseline='zero', data=None, **kwargs):
        """Areas on top of one another."""
        if baseline not in ('zero', 'sym', 'wiggle', 'weighted_wiggle'):
            raise ValueError(f"{baseline!r} is not a valid value for baseline. Supported values are 'zero', 'sym', "
                             "'wiggle', 'weighted_wiggle'")
        y = np.asarray(args[0] if len(args) == 1 and np.ndim(args[0]) == 2 else list(args), dtype=float)
        tops = np.cumsum(y, axis=0)
        first = np.zeros(y.shape[1])
        if baseline == 'sym':
            first = -np.sum(y, axis=0) * 0.5
        elif baseline != 'zero':
            m = y.shape[0]
            first = -(y * (m - 0.5 - np.arange(m)[:, None])).sum(axis=0) / m
        tops = tops + first
        made = []
        for i in range(len(y)):
            options = dict(kwargs)
            if i < len(labels):
                options['label'] = labels[i]
            options['facecolor'] = self._next_patch_color() if colors is None else colors[i % len(colors)]
            made.append(self.fill_between(x, first if i == 0 else tops[i - 1], tops[i], **options))
        return made

    # ---- Texts ----

    def text(self, x, y, s, fontdict=None, **kwargs):
        options = dict(fontdict or {})
        options.update(kwargs)
        for alias, name in (('ha', 'horizontalalignment'), ('va', 'verticalalignment'), ('c', 'color')):
            if alias in options:
                options[name] = options.pop(alias)
        text = Text(x, y, s, **options)
        text.axes, text.figure = self, self.figure
        self._children.append(text)
        return text

    def annotate(self, text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None, annotation_clip=None,
                 **kwargs):
        for alias, name in (('ha', 'horizontalalignment'), ('va', 'verticalalignment'), ('c', 'color')):
            if alias in kwargs:
                kwargs[name] = kwargs.pop(alias)
        made = Annotation(text, xy, xytext, xycoords, textcoords, arrowprops, annotation_clip, **kwargs)
        made.axes, made.figure = self, self.figure
        self._children.append(made)
        return made

    def arrow(self, x, y, dx, dy, **kwargs):
        return self._add(FancyArrow(x, y, dx, dy, **kwargs))

    def table(self, cellText=None, **kwargs):
        raise NotImplementedError("table: print() shows tables")

    # ---- Legend ----

    def get_legend_handles_labels(self, legend_handler_map=None):
        handles, labels = [], []
        inside = {id(each) for container in self.containers for each in container._flat()}
        for each in list(self._children) + list(self.containers):
            if id(each) in inside or each._tables[-1:] == ('Text',) if hasattr(each, '_tables') else False:
                continue
            label = each.get_label()
            if label and not label.startswith('_'):
                handles.append(each)
                labels.append(label)
        return handles, labels

    def legend(self, *args, **kwargs):
        """Says which curve is which: legend(), legend(labels), legend(handles, labels)."""
        handles, labels = kwargs.pop('handles', None), kwargs.pop('labels', None)
        if len(args) > 2:
            raise TypeError(f'legend() takes 0-2 positional arguments but {len(args)} were given')
        if len(args) == 2:
            handles, labels = args
        elif len(args) == 1:
            labels = args[0]
        if handles is None and labels is None:
            handles, labels = self.get_legend_handles_labels()
        elif labels is None:
            handles = list(handles)
            labels = [each.get_label() for each in handles]
        elif handles is None:
            if isinstance(labels, str):
                labels = list(labels)
            handles = self._legend_candidates()
        self.legend_ = Legend(self, list(handles), list(labels), **kwargs)
        return self.legend_

    def _legend_candidates(self):
        inside = {id(each) for container in self.containers for each in container._flat()}
        lines = [e for e in self._children if e._tables[-1] in ('Line2D', 'Rectangle', 'Patch', 'Collection')
                 and id(e) not in inside]
        return lines + list(self.containers)

    def get_legend(self):
        return self.legend_
