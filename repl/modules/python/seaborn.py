"""seaborn's plots that lessons use, drawn with matplotlib.pyplot."""
import numpy as np
import matplotlib.pyplot as plt

__version__ = '0.13.2'


def _accepted(*args, **kwargs):
    """Looks are the terminal's; the call is taken and changes nothing."""


despine = reset_defaults = _accepted


def set_style(style=None, rc=None):
    """Accepted: cells have one look."""
    if isinstance(style, str) and style not in ('white', 'dark', 'whitegrid', 'darkgrid', 'ticks'):
        raise ValueError("style must be one of white, dark, whitegrid, darkgrid, ticks")


def set_context(context=None, font_scale=1, rc=None):
    """Accepted: cells have one size."""
    if isinstance(context, str) and context not in ('paper', 'notebook', 'talk', 'poster'):
        raise ValueError("context must be in paper, notebook, talk, poster")


def set_palette(palette, n_colors=None, desat=None, color_codes=False):
    """Accepted, where the palette is known: lines keep their colours."""
    if isinstance(palette, str) and (palette == 'hls' or palette.startswith(('ch:', 'light:', 'dark:', 'blend:'))):
        return
    color_palette(palette, n_colors)


def set_theme(context='notebook', style='darkgrid', palette='deep', font='sans-serif', font_scale=1, color_codes=True,
              rc=None):
    """Accepted: context, style and palette are checked."""
    set_context(context)
    set_style(style)
    set_palette(palette)


set = set_theme
set_color_codes = _accepted
_colors = ['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9']


_palettes = {
    'deep': '4C72B0 DD8452 55A868 C44E52 8172B3 937860 DA8BC3 8C8C8C CCB974 64B5CD',
    'muted': '4878D0 EE854A 6ACC64 D65F5F 956CB4 8C613C DC7EC0 797979 D5BB67 82C6E2',
    'pastel': 'A1C9F4 FFB482 8DE5A1 FF9F9B D0BBFF DEBB9B FAB0E4 CFCFCF FFFEA3 B9F2F0',
    'bright': '023EFF FF7C00 1AC938 E8000B 8B2BE2 9F4800 F14CC1 A3A3A3 FFC400 00D7FF',
    'dark': '001C7F B1400D 12711C 8C0800 591E71 592F0D A23582 3C3C3C B8850A 006374',
    'colorblind': '0173B2 DE8F05 029E73 D55E00 CC78BC CA9161 FBAFE4 949494 ECE133 56B4E9',
}


class _Palette(list):
    """Colours as (red, green, blue) from 0 to 1."""

    def as_hex(self):
        """The same as '#rrggbb'."""
        from matplotlib.colors import to_hex
        return _Palette(to_hex(colour) for colour in self)


def color_palette(palette=None, n_colors=None, as_cmap=False):
    """Colours of a palette: a name of seaborn's or of a colour map, or a list of colours."""
    from matplotlib.colors import to_rgb
    if as_cmap:
        return plt.get_cmap(palette)
    if palette is None:
        colours = [f'C{i}' for i in range(10)]
    elif not isinstance(palette, str):
        colours = list(palette)
    elif palette in _palettes:
        colours = ['#' + code for code in _palettes[palette].split()]
    elif palette == 'husl':
        from _seaborn_husl import husl_palette
        colours = husl_palette(6 if n_colors is None else n_colors)
    elif palette == 'hls' or palette.startswith(('ch:', 'light:', 'dark:', 'blend:')):
        raise NotImplementedError(f"seaborn's palette {palette!r} is not there: name a colour map, or give colours")
    else:
        try:
            chosen = plt.get_cmap(palette)
        except ValueError:
            raise ValueError(f'{palette!r} is not a valid palette name') from None
        count = 6 if n_colors is None else n_colors
        colours = [chosen(float(place))[:3] for place in np.linspace(0, 1, count + 2)[1:-1]]
    count = len(colours) if n_colors is None else n_colors
    return _Palette(to_rgb(colours[i % len(colours)]) for i in range(count))


def _axes(ax):
    return plt.gca() if ax is None else ax


def _column(data, name, role='x'):
    """The values a name (or a sequence) stands for, and its label."""
    if name is None:
        return None, None
    if isinstance(name, str):
        if data is None:
            raise ValueError(f"Could not interpret value `{name}` for `{role}`. Value is a string, but `data` was "
                             "not passed.")
        if name not in data:
            raise ValueError(f"Could not interpret value `{name}` for `{role}`. An entry with this name does not "
                             "appear in `data`.")
        return data[name], name
    return name, getattr(name, 'name', None)


def _listed(values):
    return values.tolist() if hasattr(values, 'tolist') else list(values)


def _groups(values):
    """The different values, numbers in order and texts as they come."""
    out = []
    for v in _listed(values):
        if v == v and v not in out:
            out.append(v)
    return sorted(out) if all(isinstance(v, (int, float)) for v in out) else out


def _label(ax, xlabel, ylabel):
    if xlabel is not None:
        ax.set_xlabel(str(xlabel))
    if ylabel is not None:
        ax.set_ylabel(str(ylabel))
    return ax


def _ticks(ax, names, axis='x'):
    places = list(range(len(names)))
    texts = [str(n) for n in names]
    if axis == 'x':
        ax.set_xticks(places)
        ax.set_xticklabels(texts)
    else:
        ax.set_yticks(places)
        ax.set_yticklabels(texts)


def heatmap(data, *, vmin=None, vmax=None, cmap=None, center=None, robust=False, annot=None, fmt='.2g', annot_kws=None,
            linewidths=0, linecolor='white', cbar=True, cbar_kws=None, cbar_ax=None, square=False, xticklabels='auto',
            yticklabels='auto', mask=None, ax=None, **kwargs):
    """A matrix as coloured cells, with its numbers."""
    matrix = np.asarray(data).astype(np.float64)
    whole = np.asarray(data).dtype.kind in 'iub'
    ax = _axes(ax)
    limits = {}
    if vmin is not None:
        limits['vmin'] = vmin
    if vmax is not None:
        limits['vmax'] = vmax
    shown = matrix if mask is None else np.where(np.asarray(mask).astype(bool), np.nan, matrix)
    ax.imshow(shown, cmap=cmap or 'viridis', **limits)
    rows, columns = matrix.shape
    if annot is not None and annot is not False:
        texts = data if annot is True else annot
        texts = np.asarray(texts).tolist()
        for i in range(rows):
            for j in range(columns):
                if mask is not None and np.asarray(mask)[i, j]:
                    continue
                value = texts[i][j]
                ax.text(j, i, value if isinstance(value, str) else format(int(value) if whole and annot is True else
                                                                          value, fmt), ha='center', va='center')
    for axis, given, own, n in (('x', xticklabels, getattr(data, 'columns', None), columns),
                                ('y', yticklabels, getattr(data, 'index', None), rows)):
        if given is False:
            continue
        names = _listed(given) if not isinstance(given, (str, bool)) else _listed(own) if own is not None else range(n)
        _ticks(ax, list(names), axis)
    return ax


def countplot(data=None, *, x=None, y=None, hue=None, order=None, palette=None, color=None, ax=None, **kwargs):
    """A bar for each value, as high as it is frequent."""
    if data is not None and not hasattr(data, 'columns') and not isinstance(data, dict) and x is None and y is None:
        y, data = data, None
    if x is not None and y is not None:
        raise TypeError("Cannot pass values for both `x` and `y`.")
    values, name = _column(data, x if x is not None else y, 'x' if x is not None else 'y')
    listed = _listed(values)
    names = list(order) if order is not None else _groups(values)
    ax = _axes(ax)
    counts = [sum(1 for v in listed if v == n) for n in names]
    by, _ = _column(data, hue, 'hue')
    places = np.arange(len(names))
    if by is not None and hue != (x if x is not None else y):
        hues = _groups(by)
        pairs = list(zip(listed, _listed(by)))
        width = 0.8 / len(hues)
        for k, h in enumerate(hues):
            heights = [sum(1 for v, w in pairs if v == n and w == h) for n in names]
            ax.bar(places - 0.4 + width * (k + 0.5), heights, width, label=str(h))
        ax.legend()
    elif x is not None:
        ax.bar(places, counts)
    else:
        ax.barh(places, counts)
    _ticks(ax, names, 'x' if x is not None else 'y')
    return _label(ax, name, 'count') if x is not None else _label(ax, 'count', name)


def histplot(data=None, *, x=None, y=None, hue=None, bins='auto', kde=False, stat='count', color=None, label=None,
             ax=None, **kwargs):
    """A histogram."""
    values, name = (data, getattr(data, 'name', None)) if x is None else _column(data, x)
    ax = _axes(ax)
    numbers = np.asarray(values).astype(np.float64).reshape(-1)
    numbers = numbers[~np.isnan(numbers)]
    count = bins
    if isinstance(bins, str):
        n = len(numbers)
        spread = float(np.percentile(numbers, 75) - np.percentile(numbers, 25)) if n else 0.0
        extent = float(numbers.max() - numbers.min()) if n else 0.0
        sturges = extent / (np.log2(n) + 1) if n else 0.0
        rule = 2 * spread / n ** (1 / 3) if n else 0.0
        width = min(rule, sturges) if rule else sturges
        count = int(np.ceil(extent / width)) if width else 1
    by, _ = _column(data if x is not None else None, hue, 'hue')
    if by is not None:
        keys = np.array([_groups(by).index(v) for v in _listed(by)])
        edges = np.linspace(numbers.min(), numbers.max(), count + 1) if isinstance(count, int) else count
        for k, h in enumerate(_groups(by)):
            ax.hist(numbers[keys == k], bins=edges, label=str(h))
        ax.legend()
    else:
        ax.hist(numbers, bins=count, label=label)
    return _label(ax, name, 'Count' if stat == 'count' else stat.capitalize())


distplot = histplot


def kdeplot(data=None, *, x=None, hue=None, label=None, fill=False, ax=None, **kwargs):
    """A smooth curve of how values are spread (Scott's rule)."""
    values, name = (data, getattr(data, 'name', None)) if x is None else _column(data, x)
    numbers = np.asarray(values).astype(np.float64).reshape(-1)
    numbers = numbers[~np.isnan(numbers)]
    width = numbers.std(ddof=1) * len(numbers) ** (-1 / 5)
    at = np.linspace(numbers.min() - 3 * width, numbers.max() + 3 * width, 200)
    height = np.exp(-0.5 * ((at.reshape(-1, 1) - numbers) / width) ** 2).sum(axis=1)
    ax = _axes(ax)
    ax.plot(at, height / (len(numbers) * width * np.sqrt(2 * np.pi)), label=label)
    return _label(ax, name, 'Density')


def scatterplot(data=None, *, x=None, y=None, hue=None, size=None, style=None, palette=None, alpha=None, s=None,
                label=None, legend='auto', ax=None, **kwargs):
    """Points."""
    xs, xname = _column(data, x)
    ys, yname = _column(data, y, 'y')
    ax = _axes(ax)
    a, b = np.asarray(xs), np.asarray(ys)
    by, hue_name = _column(data, hue, 'hue')
    if by is None:
        ax.scatter(a, b, label=label)
    else:
        names = _groups(by)
        keys = np.array([names.index(v) for v in _listed(by)])
        for k, n in enumerate(names):
            ax.scatter(a[keys == k], b[keys == k], label=str(n))
        if legend:
            ax.legend()
    return _label(ax, xname, yname)


def _means(xs, ys):
    """y averaged where x is the same, in order of x."""
    sums = {}
    for a, b in zip(_listed(xs), _listed(ys)):
        if b == b:
            sums.setdefault(a, []).append(b)
    keys = _groups(xs)
    keys = sorted(keys) if all(isinstance(k, (int, float)) for k in keys) else keys
    return keys, [sum(sums[k]) / len(sums[k]) if k in sums else float('nan') for k in keys]


def lineplot(data=None, *, x=None, y=None, hue=None, label=None, marker=None, color=None, errorbar=None, ax=None,
             legend='auto', **kwargs):
    """Lines; y is averaged where x occurs several times."""
    ax = _axes(ax)
    if data is not None and x is None and y is None:
        if hasattr(data, 'columns') or isinstance(data, dict):
            for name in list(data.columns if hasattr(data, 'columns') else data):
                ax.plot(np.asarray(data[name]), label=str(name))
            ax.legend()
            return ax
        ax.plot(np.asarray(data), label=label)
        return ax
    ys, yname = _column(data, y, 'y')
    xs, xname = _column(data, x) if x is not None else (np.arange(len(ys)), None)
    by, _ = _column(data, hue, 'hue')
    if by is None:
        keys, means = _means(xs, ys)
        _line(ax, keys, means, label)
    else:
        rows = list(zip(_listed(xs), _listed(ys), _listed(by)))
        for n in _groups(by):
            keys, means = _means([r[0] for r in rows if r[2] == n], [r[1] for r in rows if r[2] == n])
            _line(ax, keys, means, str(n))
    if legend and (label is not None or by is not None):
        ax.legend()
    return _label(ax, xname, yname)


def _line(ax, keys, means, label):
    if all(isinstance(k, (int, float)) for k in keys):
        ax.plot(keys, means, label=label)
    else:
        ax.plot(list(range(len(keys))), means, label=label)
        _ticks(ax, keys)


def barplot(data=None, *, x=None, y=None, hue=None, order=None, palette=None, color=None, errorbar=None, ci=None,
            estimator='mean', orient=None, ax=None, **kwargs):
    """A bar for each value of x, as high as y's mean."""
    xs, xname = _column(data, x)
    ys, yname = _column(data, y, 'y')
    ax = _axes(ax)
    flat = _listed(ys)
    if flat and isinstance(flat[0], str):
        keys, means = _means(ys, xs)
        ax.barh(list(range(len(keys))), means)
        _ticks(ax, keys, 'y')
        return _label(ax, xname, yname)
    keys, means = _means(xs, ys)
    if order is not None:
        at = dict(zip(keys, means))
        keys, means = list(order), [at.get(k, float('nan')) for k in order]
    ax.bar(list(range(len(keys))), means)
    _ticks(ax, keys)
    return _label(ax, xname, yname)


def boxplot(data=None, *, x=None, y=None, hue=None, order=None, palette=None, ax=None, **kwargs):
    """A box for each value of x, or for each column."""
    ax = _axes(ax)
    if x is None and y is None:
        if hasattr(data, 'select_dtypes'):
            table = data.select_dtypes('number')
            names = table.columns.tolist()
            parts = [np.asarray(table[n]) for n in names]
        else:
            parts = [np.asarray(data)] if not isinstance(data, list) or not hasattr(data[0], '__len__') else data
            names = list(range(len(parts)))
        xname = yname = None
    elif x is None or y is None:
        values, name = _column(data, x if y is None else y)
        parts, names, xname, yname = [np.asarray(values)], [''], None, name
    else:
        xs, xname = _column(data, x)
        ys, yname = _column(data, y, 'y')
        names = list(order) if order is not None else _groups(xs)
        rows = list(zip(_listed(xs), _listed(ys)))
        parts = [np.array([b for a, b in rows if a == n]) for n in names]
    ax.boxplot([p[~np.isnan(p.astype(np.float64))] for p in parts])
    ax.set_xticks(list(range(1, len(names) + 1)))
    ax.set_xticklabels([str(n) for n in names])
    return _label(ax, xname, yname)


def regplot(data=None, *, x=None, y=None, ax=None, **kwargs):
    """Points and the line that fits them best."""
    xs, xname = _column(data, x)
    ys, yname = _column(data, y, 'y')
    a, b = np.asarray(xs).astype(np.float64), np.asarray(ys).astype(np.float64)
    slope = ((a - a.mean()) * (b - b.mean())).sum() / ((a - a.mean()) ** 2).sum()
    ends = np.array([a.min(), a.max()])
    ax = _axes(ax)
    ax.scatter(a, b)
    ax.plot(ends, b.mean() + slope * (ends - a.mean()))
    return _label(ax, xname, yname)


class PairGrid:
    """What pairplot gives back."""

    def __init__(self, figure, axes):
        self.figure = self.fig = figure
        self.axes = axes

    def savefig(self, *args, **kwargs):
        self.figure.savefig(*args, **kwargs)


def pairplot(data, *, hue=None, vars=None, kind='scatter', diag_kind='auto', palette=None, height=2.5, **kwargs):
    """Every column against every other; histograms on the diagonal."""
    if not hasattr(data, 'select_dtypes'):
        raise TypeError(f"'data' must be pandas DataFrame object, not: {type(data)}")
    table = data.select_dtypes('number')
    names = list(vars) if vars is not None else [n for n in table.columns.tolist() if n != hue]
    n = len(names)
    figure = plt.figure(figsize=(height * n, height * n))
    axes = []
    groups = [None] if hue is None else _groups(data[hue])
    keys = None if hue is None else np.array([groups.index(v) for v in _listed(data[hue])])
    for i, down in enumerate(names):
        for j, across in enumerate(names):
            ax = figure.add_subplot(n, n, i * n + j + 1)
            a, b = np.asarray(data[across]), np.asarray(data[down])
            for k, g in enumerate(groups):
                chosen = slice(None) if keys is None else keys == k
                if i == j:
                    ax.hist(a[chosen])
                else:
                    ax.scatter(a[chosen], b[chosen])
            _label(ax, across if i == n - 1 else None, down if j == 0 else None)
            axes.append(ax)
    return PairGrid(figure, axes)


def load_dataset(name, *args, **kwargs):
    raise OSError(f"seaborn.load_dataset('{name}') downloads its table; nnsh does not have it: pandas.read_csv reads a "
                  "copy of your own")


from _seaborn_husl import husl_palette
from _seaborn_more import (FacetGrid, JointGrid, catplot, displot, ecdfplot, jointplot, lmplot, pointplot, relplot,
                           residplot, stripplot, swarmplot, violinplot)
