"""Axes: bars, histograms, boxes and pies."""
import math
import numpy as np
from matplotlib import _axes_plots, colors
from matplotlib.container import BarContainer, PieContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle, Wedge


def _many(value):
    return hasattr(value, '__len__') and not isinstance(value, str)


def _counts(values, edges, weights):
    """How many values (or how much weight) lie between the edges; the last edge belongs to the last bin."""
    index = np.searchsorted(edges, values, side='right') - 1
    index = np.where(values == edges[-1], len(edges) - 2, index)
    inside = (index >= 0) & (index < len(edges) - 1)
    share = None if weights is None else np.asarray(weights, dtype=float).ravel()[inside]
    if share is None:
        return np.bincount(index[inside], minlength=len(edges) - 1).astype(float)
    return np.bincount(index[inside], weights=share, minlength=len(edges) - 1)


class _Patches(list):
    """What hist gives for several sets."""

    def __repr__(self):
        return f"<a list of {len(self)} {type(self[0]).__name__ if type(self[0]) is not list else 'Patch'} objects>"


class Axes(_axes_plots.Axes):
    def bar(self, x, height, width=0.8, bottom=None, *, align='center', data=None, **kwargs):
        """Upright bars."""
        return self._bars(x, height, width, bottom, align, 'vertical', data, kwargs)

    def barh(self, y, width, height=0.8, left=None, *, align='center', data=None, **kwargs):
        """Level bars."""
        return self._bars(y, width, height, left, align, 'horizontal', data, kwargs)

    def _bars(self, at, length, thick, base, align, orientation, data, kwargs):
        upright = orientation == 'vertical'
        if data is not None:
            at, length = [data[each] if isinstance(each, str) else each for each in (at, length)]
        if align not in ('center', 'edge'):
            raise ValueError(f"{align!r} is not a valid value for align. Supported values are 'center', 'edge'")
        color = kwargs.pop('color', None)
        face = kwargs.pop('facecolor', kwargs.pop('fc', None))
        if color is None:
            color = face if face is not None else self._next_patch_color()
        edge = kwargs.pop('edgecolor', kwargs.pop('ec', None))
        linewidth = kwargs.pop('linewidth', kwargs.pop('lw', None))
        xerr, yerr = kwargs.pop('xerr', None), kwargs.pop('yerr', None)
        error_kw, ecolor, capsize = kwargs.pop('error_kw', {}), kwargs.pop('ecolor', 'k'), kwargs.pop('capsize', None)
        tick_label, log = kwargs.pop('tick_label', None), kwargs.pop('log', False)
        label = kwargs.pop('label', '')
        axis, other = (self.xaxis, self.yaxis) if upright else (self.yaxis, self.xaxis)
        if log:
            other.set_scale('log')
        x = np.atleast_1d(axis._values(at))
        h = np.atleast_1d(other._values(length))
        w = np.atleast_1d(np.asarray(thick, dtype=float))
        b = np.atleast_1d(np.asarray(0 if base is None else base))
        names = ('x', 'height', 'width', 'bottom') if upright else ('y', 'width', 'height', 'left')
        sizes = {name: each.shape for name, each in zip(names, (x, h, w, b))}
        count = max(each.size for each in (x, h, w, b)) if min(each.size for each in (x, h, w, b)) else 0
        found = None
        for name, each in zip(names, (x, h, w, b)):
            if each.size not in (1, count):
                other_name = found if found is not None else next(n for n in names if sizes[n] == (count,))
                first, second = (other_name, name) if names.index(other_name) < names.index(name) else (name,
                                                                                                        other_name)
                raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
                                 f"{first!r} with shape {sizes[first]} and {second!r} with shape {sizes[second]}.")
            if each.size == count:
                found = found or name
        x, h, w, b = [np.broadcast_to(each, (count,)) for each in (x, h, w, b)]
        each_color = list(color) if _many(color) and len(color) and (_many(color[0]) or isinstance(color[0], str)) and \
            not colors.is_color_like(color) else [color]
        if not all(colors.is_color_like(each) for each in each_color):
            raise ValueError("'facecolor' or 'color' argument must be a valid color or sequence of colors.")
        each_color = [tuple(float(part) for part in colors.to_rgba(each)) for each in each_color]
        each_edge = list(edge) if _many(edge) and not colors.is_color_like(edge) else [edge]
        if _many(label):
            if len(label) != count:
                raise ValueError(f'number of labels ({len(label)}) does not match number of bars ({count}).')
            labels, label = list(label), '_nolegend_'
        else:
            labels = ['_nolegend_'] * count
        patches = []
        for i in range(count):
            start = x[i] - w[i] / 2 if align == 'center' else x[i]
            if upright:
                patch = Rectangle((start, b[i]), w[i], h[i], facecolor=each_color[i % len(each_color)],
                                  edgecolor=each_edge[i % len(each_edge)], linewidth=linewidth, label=labels[i])
            else:
                patch = Rectangle((b[i], start), h[i], w[i], facecolor=each_color[i % len(each_color)],
                                  edgecolor=each_edge[i % len(each_edge)], linewidth=linewidth, label=labels[i])
            patch._sticky = 'y' if upright else 'x'
            patch._apply(kwargs)
            patches.append(self._add(patch))
        error = None
        if xerr is not None or yerr is not None:
            ends_x, ends_y = (x if align == 'center' else x + w / 2), b + h
            if not upright:
                ends_x, ends_y = ends_y, ends_x
            options = {'ecolor': ecolor, 'capsize': capsize, 'fmt': 'none'}
            options.update(error_kw)
            error = self.errorbar(ends_x, ends_y, yerr=yerr, xerr=xerr, **options)
        made = BarContainer(patches, error, datavalues=h, orientation=orientation, label=label)
        self.add_container(made)
        if tick_label is not None:
            axis.set_ticks(x, [tick_label] * count if isinstance(tick_label, str) else tick_label)
        return made

    def bar_label(self, container, labels=None, *, fmt='%g', label_type='edge', padding=0, **kwargs):
        """Numbers at the ends or in the middle of bars."""
        if label_type not in ('edge', 'center'):
            raise ValueError(f"{label_type!r} is not a valid value for label_type. Supported values are 'edge', "
                             f"'center'")
        made = []
        for i, patch in enumerate(container.patches):
            value = container.datavalues[i]
            if labels is not None and i < len(labels):
                text = labels[i]
            elif callable(fmt):
                text = fmt(value)
            else:
                text = fmt.format(value) if '{' in fmt else fmt % value
            cx, cy = patch.get_center()
            if container.orientation == 'vertical':
                at = (cx, cy) if label_type == 'center' else (cx, patch.get_y() + patch.get_height())
                options = {'ha': 'center',
                           'va': 'center' if label_type == 'center' else 'bottom' if value >= 0 else 'top'}
            else:
                at = (cx, cy) if label_type == 'center' else (patch.get_x() + patch.get_width(), cy)
                options = {'va': 'center',
                           'ha': 'center' if label_type == 'center' else 'left' if value >= 0 else 'right'}
            options.update(kwargs)
            made.append(self.annotate(str(text), at, (0, padding), textcoords='offset points', **options))
        return made

    def broken_barh(self, xranges, yrange, align='bottom', *, data=None, **kwargs):
        for start, width in xranges:
            self._add(Rectangle((start, yrange[0]), width, yrange[1], **kwargs))

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype='bar',
             align='mid', orientation='vertical', rwidth=None, log=False, color=None, label=None, stacked=False, *,
             data=None, **kwargs):
        """How often values fall between edges: (n, bins, patches)."""
        from matplotlib import rcParams
        for name, value, known in (('histtype', histtype, ('bar', 'barstacked', 'step', 'stepfilled')),
                                   ('align', align, ('left', 'mid', 'right')),
                                   ('orientation', orientation, ('vertical', 'horizontal'))):
            if value not in known:
                raise ValueError(f"{value!r} is not a valid value for {name}. Supported values are "
                                 + ', '.join(repr(each) for each in known))
        if data is not None and isinstance(x, str):
            x = data[x]
        if bins is None:
            bins = rcParams['hist.bins']
        stacked = stacked or histtype == 'barstacked'
        sets = self._hist_sets(x)
        axis = self.xaxis if orientation == 'vertical' else self.yaxis
        given = [np.ravel(axis._values(each)) for each in sets]
        sets = [values.astype(float) for values in given]
        shares = [None] * len(sets) if weights is None else self._hist_sets(weights)
        if len(shares) != len(sets) or any(w is not None and len(w) != len(s) for w, s in zip(shares, sets)):
            raise ValueError('weights should have the same shape as x')
        palette = [self._next_color() for _ in sets] if color is None else \
            [color] * len(sets) if isinstance(color, str) or colors.is_color_like(color) else list(color)
        if isinstance(color, str):
            colors.to_rgba_array(color)
        if len(palette) != len(sets):
            raise ValueError(f"The 'color' keyword argument must have one color per dataset, but {len(sets)} "
                             f"datasets and "
                             f"{len(palette)} colors were provided")
        if range is not None and range[0] is None:
            range = None
        every = np.concatenate(sets) if sets else np.array([])
        if range is None and every.size and not np.all(np.isnan(every)):
            range = (float(np.nanmin(every)), float(np.nanmax(every)))
        if len(sets) > 1:
            bins = np.histogram_bin_edges(np.concatenate(given), bins, range,
                                          None if weights is None else np.concatenate(shares))
        tops = []
        for whole, values, share in zip(given, sets, shares):
            bins = np.histogram_bin_edges(whole, bins, range, share)
            counts = _counts(values, bins, share)
            if density and not stacked:
                counts = counts / np.diff(bins) / counts.sum()
            tops.append(counts)
        tops = np.array(tops)
        if stacked:
            tops = tops.cumsum(axis=0)
            if density:
                tops = (tops / np.diff(bins)) / tops[-1].sum()
        if cumulative:
            step = np.diff(bins)
            back = cumulative is not True and cumulative < 0
            if back:
                tops = (tops * step if density else tops)[:, ::-1].cumsum(axis=1)[:, ::-1]
            else:
                tops = (tops * step if density else tops).cumsum(axis=1)
        labels = [label] if label is None or isinstance(label, str) else list(label)
        made = self._hist_patches(tops, bins, histtype, align, orientation, rwidth, log, palette, stacked, bottom,
                                  labels,
                                  kwargs)
        if len(sets) == 1:
            return tops[0], bins, made[0]
        return tops, bins, _Patches(made)

    def _hist_sets(self, x):
        if hasattr(x, 'ndim') and x.ndim == 2:
            return [x[:, i] for i in np.arange(x.shape[1])]
        if hasattr(x, 'dtype') and x.dtype.kind in 'buif':
            return [x]
        values = list(x)
        if values and _many(values[0]):
            return [np.asarray(each) if not any(isinstance(e, str) for e in each) else each for each in values]
        return [values]

    def _hist_patches(self, tops, bins, histtype, align, orientation, rwidth, log, palette, stacked, bottom, labels,
                      kwargs):
        upright = orientation == 'vertical'
        count = len(tops)
        if histtype in ('step', 'stepfilled'):
            return self._hist_steps(tops, bins, histtype, upright, log, palette, stacked, labels, kwargs)
        total = np.diff(bins)
        share = min(max(rwidth, 0), 1) if rwidth is not None else 0.8 if count > 1 and not stacked else 1.0
        if histtype.startswith('bar') and not stacked:
            width = share * total / count
            offset = -0.5 * share * total * (1 - 1 / count)
        else:
            width, offset = share * total, 0.0
        shift = {'mid': 0.5 * total, 'left': 0 * total, 'right': total}[align]
        made = []
        base = np.zeros(len(bins) - 1) if bottom is None else np.broadcast_to(np.asarray(bottom, dtype=float),
                                                                                (len(bins) - 1,))
        step = width if not stacked else 0.0
        first = bins[:-1] + shift + offset
        below = base
        for i, top in enumerate(tops):
            lengths = top - (below - base) if stacked and i else top
            options = {'color': palette[i], 'log': log, 'align': 'center'}
            if i < len(labels) and labels[i] is not None:
                options['label'] = labels[i]
            args = (first + i * step, lengths, width, below)
            bars = self.bar(*args, **options) if upright else self.barh(*args, **options)
            for patch in bars.patches:
                patch._apply(kwargs)
            made.append(bars)
            if stacked:
                below = base + top
        return made

    def _hist_steps(self, tops, bins, histtype, upright, log, palette, stacked, labels, kwargs):
        if log:
            (self.yaxis if upright else self.xaxis).set_scale('log')
        made = []
        below = np.zeros(2 * len(bins) - 2)
        for i, top in enumerate(tops):
            x = np.repeat(bins, 2)
            y = np.concatenate([[0.0], np.repeat(top, 2), [0.0]])
            points = np.column_stack([x, y] if upright else [y, x])
            fill = histtype == 'stepfilled'
            if fill and stacked and i:
                points = np.column_stack([np.concatenate([x[1:-1], x[1:-1][::-1]]),
                                          np.concatenate([y[1:-1], below[::-1]])])
            below = y[1:-1]
            shape = Polygon(points, closed=fill, facecolor=palette[i], edgecolor=palette[i], fill=fill)
            if i < len(labels) and labels[i] is not None:
                shape.set_label(labels[i])
            shape._apply(kwargs)
            made.append([self._add(shape)])
        return made

    def boxplot(self, x, notch=None, sym=None, vert=None, orientation='vertical', whis=None, positions=None,
                widths=None,
                patch_artist=None, bootstrap=None, usermedians=None, conf_intervals=None, meanline=None, showmeans=None,
                showcaps=None, showbox=None, showfliers=None, boxprops=None, tick_labels=None, flierprops=None,
                medianprops=None, meanprops=None, capprops=None, whiskerprops=None, manage_ticks=True, autorange=False,
                zorder=None, capwidths=None, label=None, *, data=None):
        """Boxes from the first to the third quartile, with the median and whiskers."""
        sets = [each[~np.isnan(each)] for each in (np.asarray(e) for e in self._hist_sets(x))]
        places = list(np.arange(1, len(sets) + 1)) if positions is None else list(positions)
        if len(places) != len(sets):
            raise ValueError('List of boxplot statistics and `positions` values must have same the length')
        upright = orientation == 'vertical' and vert is not False
        whis = 1.5 if whis is None else whis
        span = (max(places) - min(places)) if places else 0
        wide = [min(max(0.15 * span, 0.15), 0.5)] * len(sets) if widths is None else \
            list(widths) if _many(widths) else [widths] * len(sets)
        out = {name: [] for name in ('whiskers', 'caps', 'boxes', 'medians', 'fliers', 'means')}

        def line(name, xs, ys, color, options, **more):
            more.setdefault('color', color)
            for key, value in (options or {}).items():
                more[key] = value
            xs, ys = np.asarray(xs), np.asarray(ys)
            made = Line2D(*((xs, ys) if upright else (ys, xs)), linestyle=more.pop('linestyle', '-'), **more)
            out[name].append(self._add(made))

        for values, place, width in zip(sets, places, wide):
            if len(values) == 0:
                continue
            q1, median, q3 = np.percentile(values, [25, 50, 75])
            if _many(whis):
                low_end, high_end = np.percentile(values, whis)
            else:
                low_end, high_end = q1 - whis * (q3 - q1), q3 + whis * (q3 - q1)
            inside_high, inside_low = values[values <= high_end], values[values >= low_end]
            high = q3 if len(inside_high) == 0 or inside_high.max() < q3 else inside_high.max()
            low = q1 if len(inside_low) == 0 or inside_low.min() > q1 else inside_low.min()
            left, right = place - width / 2, place + width / 2
            if showbox is not False:
                if patch_artist:
                    corners = [(left, q1), (right, q1), (right, q3), (left, q3)]
                    shape = Polygon([c if upright else c[::-1] for c in corners], facecolor='C0', edgecolor='k')
                    shape._apply(boxprops or {})
                    out['boxes'].append(self._add(shape))
                else:
                    line('boxes', [left, right, right, left, left], [q1, q1, q3, q3, q1], 'k', boxprops)
            line('whiskers', [place, place], [q1, low], 'k', whiskerprops)
            line('whiskers', [place, place], [q3, high], 'k', whiskerprops)
            if showcaps is not False:
                for end in (low, high):
                    line('caps', [place - width / 4, place + width / 4], [end, end], 'k', capprops)
            line('medians', [left, right], [median, median], 'C1', medianprops)
            if showmeans:
                line('means', [place], [values.mean()], 'C2', meanprops, marker='^', linestyle='None')
            if showfliers is not False and sym != '':
                off = np.concatenate([values[values < low], values[values > high]])
                line('fliers', [float(place)] * len(off), off, 'k', flierprops, marker='o', linestyle='None')
        if manage_ticks:
            names = [str(each) for each in places] if tick_labels is None else list(tick_labels)
            axis = self.xaxis if upright else self.yaxis
            axis.set_ticks(places, names)
            axis._set_view(min(places) - 0.5, max(places) + 0.5)
        return out

    def violinplot(self, dataset, positions=None, *, widths=0.5, showmeans=False, showextrema=True, showmedians=False,
                   **kwargs):
        """Shapes as wide as values are dense."""
        for key in kwargs:
            if key not in ('vert', 'orientation', 'points', 'bw_method', 'quantiles', 'side', 'facecolor', 'linecolor', 'data'):
                raise TypeError(f"Axes.violinplot() got an unexpected keyword argument {key!r}")
        sets = [np.asarray(each, dtype=float) for each in self._hist_sets(dataset)]
        places = list(np.arange(1, len(sets) + 1)) if positions is None else list(positions)
        bodies = []
        for values, place in zip(sets, places):
            at = np.linspace(values.min(), values.max(), 100)
            spread = values.std(ddof=1) * len(values) ** -0.2 if len(values) > 1 else 1.0
            dense = np.exp(-0.5 * ((at[:, None] - values) / spread) ** 2).sum(axis=1)
            dense = 0.5 * widths * dense / dense.max()
            bodies.append(self.fill_betweenx(at, place - dense, place + dense, alpha=0.3))
        out = {'bodies': bodies}
        if showextrema:
            half = 0.25 * widths
            low, high = [v.min() for v in sets], [v.max() for v in sets]
            first, last = [p - half for p in places], [p + half for p in places]
            out['cmaxes'], out['cmins'] = self.hlines(high, first, last), self.hlines(low, first, last)
            out['cbars'] = self.vlines(places, low, high)
        return out

    def pie(self, x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False,
            labeldistance=1.1, startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None, center=(0,
                                                                                                                   0),
            frame=False, rotatelabels=False, *, normalize=True, hatch=None, data=None):
        """Wedges of a circle, with labels and percentages."""
        values = np.asarray(x, dtype=np.float32)
        if values.ndim > 1:
            raise ValueError("x must be 1D")
        if bool(np.any(values < 0)):
            raise ValueError("Wedge sizes 'x' must be non negative values")
        total = float(values.sum())
        if normalize and total == 0:
            raise ValueError('All wedge sizes are zero')
        if not normalize and total > 1:
            raise ValueError('Cannot plot an unnormalized pie with sum(x) > 1')
        shares = values / np.float32(total) if normalize else values
        for name, each in (("labels", labels), ("explode", explode)):
            if each is not None and len(each) != len(values):
                raise ValueError(f"'{name}' must be of length 'x', not {len(each)}")
        wedges, texts, percents, angle = [], [], [], startangle / 360
        for i, share in enumerate(shares.tolist()):
            end = angle + share if counterclock else angle - share
            middle = 2 * math.pi * (angle + end) / 2
            away = 0 if explode is None else explode[i]
            cx, cy = center[0] + away * math.cos(middle), center[1] + away * math.sin(middle)
            color = self._next_patch_color() if colors is None else colors[i % len(colors)]
            look = dict(wedgeprops or {})
            wedge = Wedge((cx, cy), radius, 360 * min(angle, end), 360 * max(angle, end), facecolor=color,
                          width=look.pop('width', None))
            wedge._apply(look)
            if labels is not None:
                wedge.set_label(labels[i])
            wedges.append(self._add(wedge))
            if labeldistance is not None:
                tx, ty = cx + labeldistance * radius * math.cos(middle), cy + labeldistance * radius * math.sin(middle)
                texts.append(self.text(tx, ty, '' if labels is None else labels[i],
                                       ha='left' if tx > 0 else 'right', va='center', **(textprops or {})))
            if autopct is not None:
                tx, ty = cx + pctdistance * radius * math.cos(middle), cy + pctdistance * radius * math.sin(middle)
                text = autopct % (100.0 * share) if isinstance(autopct, str) else autopct(100.0 * share)
                percents.append(self.text(tx, ty, text, ha='center', va='center', **(textprops or {})))
            angle = end
        if not frame:
            self.set_axis_off()
            self._aspect = 1.0
            self.set_xlim(-1.25 + center[0], 1.25 + center[0])
            self.set_ylim(-1.25 + center[1], 1.25 + center[1])
        made = PieContainer(wedges, values, normalize)
        if labeldistance is not None:
            made.add_texts(texts)
        if autopct is not None:
            made.add_texts(percents)
        return made
