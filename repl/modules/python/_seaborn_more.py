"""More of seaborn's plots: points and violins by category, joint plots, and grids of axes."""
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns


def _split(data, x, y, order):
    """(values of each category, the categories, the two labels)."""
    if x is None and y is None:
        if hasattr(data, 'select_dtypes'):
            table = data.select_dtypes('number')
            names = table.columns.tolist()
            return [np.asarray(table[n], dtype=float) for n in names], names, None, None
        parts = data if isinstance(data, list) and hasattr(data[0], '__len__') else [data]
        return [np.asarray(p, dtype=float) for p in parts], list(range(len(parts))), None, None
    if x is None or y is None:
        values, name = sns._column(data, x if y is None else y)
        return [np.asarray(values, dtype=float)], [''], None, name
    xs, xname = sns._column(data, x)
    ys, yname = sns._column(data, y)
    names = list(order) if order is not None else sns._groups(xs)
    rows = list(zip(sns._listed(xs), sns._listed(ys)))
    return [np.array([b for a, b in rows if a == n], dtype=float) for n in names], names, xname, yname


def _whole(part):
    return part[~np.isnan(part)]


def violinplot(data=None, *, x=None, y=None, hue=None, order=None, inner='box', palette=None, ax=None, **kwargs):
    """How values are spread in each category, as shapes."""
    parts, names, xname, yname = _split(data, x, y, order)
    ax = sns._axes(ax)
    ax.violinplot([_whole(p) for p in parts], positions=list(range(len(parts))), widths=0.8)
    sns._ticks(ax, names)
    return sns._label(ax, xname, yname)


def stripplot(data=None, *, x=None, y=None, hue=None, order=None, jitter=True, palette=None, ax=None, **kwargs):
    """A point for each value, by category, moved a little sideways."""
    parts, names, xname, yname = _split(data, x, y, order)
    ax = sns._axes(ax)
    wide = 0.1 if jitter is True else float(jitter)
    for place, part in enumerate(parts):
        part = _whole(part)
        ax.scatter(place + wide * (np.arange(len(part)) * 0.618 % 1 * 2 - 1), part)
    sns._ticks(ax, names)
    return sns._label(ax, xname, yname)


def swarmplot(data=None, *, x=None, y=None, hue=None, order=None, palette=None, ax=None, **kwargs):
    """A point for each value, by category; equal ones side by side."""
    parts, names, xname, yname = _split(data, x, y, order)
    ax = sns._axes(ax)
    for place, part in enumerate(parts):
        part = np.sort(_whole(part))
        rows = np.round((part - part.min()) / max(np.ptp(part), 1e-300) * 20) if len(part) else part
        seen, across = {}, []
        for row in rows.tolist():
            k = seen[row] = seen.get(row, -1) + 1
            across.append(place + 0.06 * (k + 1) // 2 * (-1) ** k if k else place)
        ax.scatter(across, part)
    sns._ticks(ax, names)
    return sns._label(ax, xname, yname)


def pointplot(data=None, *, x=None, y=None, hue=None, order=None, errorbar=None, palette=None, ax=None, **kwargs):
    """The mean of each category, joined by a line."""
    parts, names, xname, yname = _split(data, x, y, order)
    ax = sns._axes(ax)
    ax.plot(list(range(len(parts))), [_whole(p).mean() for p in parts], marker='o')
    sns._ticks(ax, names)
    return sns._label(ax, xname, yname)


def ecdfplot(data=None, *, x=None, hue=None, ax=None, **kwargs):
    """The share of values up to each."""
    if x is None and not hasattr(data, 'columns'):
        x, data = data, None
    values, name = sns._column(data, x)
    part = np.sort(_whole(np.asarray(values, dtype=float)))
    ax = sns._axes(ax)
    ax.step(part, np.arange(1, len(part) + 1) / len(part), where='post')
    return sns._label(ax, name, 'Proportion')


def residplot(data=None, *, x=None, y=None, ax=None, **kwargs):
    """What the line that fits best leaves over."""
    xs, xname = sns._column(data, x)
    ys, yname = sns._column(data, y)
    a, b = np.asarray(xs, dtype=float), np.asarray(ys, dtype=float)
    slope = ((a - a.mean()) * (b - b.mean())).sum() / ((a - a.mean()) ** 2).sum()
    ax = sns._axes(ax)
    ax.scatter(a, b - b.mean() - slope * (a - a.mean()))
    ax.axhline(0, ls=':')
    return sns._label(ax, xname, yname)


class FacetGrid:
    """The same plot for each value of one or two columns."""

    def __init__(self, data, *, row=None, col=None, hue=None, col_wrap=None, sharex=True, sharey=True, height=3,
                 aspect=1, palette=None, **kwargs):
        self.data, self._row, self._col, self._hue = data, row, col, hue
        self.row_names = sns._groups(data[row]) if row is not None else [None]
        self.col_names = sns._groups(data[col]) if col is not None else [None]
        down, across = len(self.row_names), len(self.col_names)
        if col_wrap is not None:
            down, across = -(-across // col_wrap), col_wrap
        self.figure = self.fig = plt.figure(figsize=(across * height * aspect, down * height))
        self._cells, flat = [], []
        for i, r in enumerate(self.row_names):
            for j, c in enumerate(self.col_names):
                ax = self.figure.add_subplot(down, across, i * across + j + 1)
                ax.set_title(' | '.join(f'{n} = {v}' for n, v in ((row, r), (col, c)) if n is not None))
                self._cells.append((ax, r, c))
                flat.append(ax)
        self.axes = np.array(flat, dtype=object) if col_wrap is not None else np.array(flat, dtype=object).reshape(
            len(self.row_names), len(self.col_names))

    @property
    def ax(self):
        """The axes, where there is one."""
        return self._cells[0][0]

    def _each(self):
        for ax, r, c in self._cells:
            part = self.data
            if r is not None:
                part = part[part[self._row] == r]
            if c is not None:
                part = part[part[self._col] == c]
            hues = [(None, part)] if self._hue is None else [(h, part[part[self._hue] == h])
                                                             for h in sns._groups(self.data[self._hue])]
            for name, rows in hues:
                yield ax, name, rows

    def map(self, func, *args, **kwargs):
        """A function of columns, drawn into each of the axes."""
        for ax, name, rows in self._each():
            plt.sca(ax)
            more = {} if name is None else {'label': str(name)}
            func(*[rows[a] for a in args], **{**more, **kwargs})
            sns._label(ax, args[0] if args else None, args[1] if len(args) > 1 else None)
        return self

    def map_dataframe(self, func, *args, **kwargs):
        """A function of a table, drawn into each of the axes."""
        for ax, name, rows in self._each():
            plt.sca(ax)
            func(*args, data=rows, **kwargs)
        return self

    def add_legend(self, *args, **kwargs):
        """Names of the colours."""
        for ax, _, _ in self._cells:
            ax.legend()
        return self

    def set_axis_labels(self, x_var=None, y_var=None, **kwargs):
        """Names of the axes."""
        for ax, _, _ in self._cells:
            sns._label(ax, x_var, y_var)
        return self

    def set_titles(self, template=None, row_template=None, col_template=None, **kwargs):
        """Titles by a template with {col_name} and {row_name}."""
        text = template or col_template or row_template or '{col_name}'
        for ax, r, c in self._cells:
            ax.set_title(text.format(col_name=c, row_name=r, col_var=self._col, row_var=self._row))
        return self

    def set(self, **kwargs):
        """Properties of all axes."""
        for ax, _, _ in self._cells:
            ax.set(**kwargs)
        return self

    def tight_layout(self, *args, **kwargs):
        """Nothing overlaps in cells."""
        return self

    def savefig(self, *args, **kwargs):
        """Writes the figure as text."""
        self.figure.savefig(*args, **kwargs)


class JointGrid:
    """Two columns against each other, and each by itself at the sides."""

    def __init__(self, data=None, *, x=None, y=None, hue=None, height=6, **kwargs):
        from matplotlib.gridspec import GridSpec
        self.figure = self.fig = plt.figure(figsize=(height, height))
        gs = GridSpec(4, 4, figure=self.figure)
        self.ax_joint = self.figure.add_subplot(gs[1:, :-1])
        self.ax_marg_x, self.ax_marg_y = self.figure.add_subplot(gs[0, :-1]), self.figure.add_subplot(gs[1:, -1])
        self._x, xname = sns._column(data, x)
        self._y, yname = sns._column(data, y)
        sns._label(self.ax_joint, xname, yname)

    def savefig(self, *args, **kwargs):
        """Writes the figure as text."""
        self.figure.savefig(*args, **kwargs)


def jointplot(data=None, *, x=None, y=None, hue=None, kind='scatter', height=6, **kwargs):
    """Two columns against each other, with their histograms at the sides."""
    grid = JointGrid(data, x=x, y=y, height=height)
    a, b = np.asarray(grid._x, dtype=float), np.asarray(grid._y, dtype=float)
    if kind == 'reg':
        sns.regplot(x=a, y=b, ax=grid.ax_joint)
    elif kind in ('hex', 'hist'):
        grid.ax_joint.hexbin(a, b, gridsize=20) if kind == 'hex' else grid.ax_joint.hist2d(a, b)
    elif kind == 'scatter':
        grid.ax_joint.scatter(a, b)
    elif kind in ('kde', 'resid'):
        raise NotImplementedError(f"jointplot(kind={kind!r}) is not there: 'scatter', 'reg', 'hex' or 'hist'")
    else:
        raise ValueError("The value for `kind` must be one of ['scatter', 'hist', 'hex', 'kde', 'reg', 'resid'], but "
                         f"{kind!r} was passed.")
    grid.ax_marg_x.hist(a)
    grid.ax_marg_y.hist(b, orientation='horizontal')
    return grid


def _figure_of(kinds, default, name, refusal):
    def level(data=None, *, x=None, y=None, hue=None, kind=default, row=None, col=None, col_wrap=None, height=5,
              aspect=1, **kwargs):
        if kind not in kinds:
            raise ValueError(refusal(kind))
        if not hasattr(data, 'columns'):
            import pandas as pd
            data = pd.DataFrame({getattr(data, 'name', None) or 'values': np.asarray(data)}) if x is None else \
                pd.DataFrame({n: v for n, v in (('x', x), ('y', y)) if v is not None})
            x, y = (data.columns[0], None) if x is None else ('x', 'y' if y is not None else None)
        grid = FacetGrid(data, row=row, col=col, col_wrap=col_wrap, height=height, aspect=aspect)
        draw = getattr(sns, kinds[kind])
        given = {k: v for k, v in (('x', x), ('y', y), ('hue', hue)) if v is not None}
        for ax, _, rows in grid._each():
            draw(data=rows, ax=ax, **given, **kwargs)
        return grid
    level.__name__ = level.__qualname__ = name
    return level


catplot = _figure_of({'strip': 'stripplot', 'swarm': 'swarmplot', 'box': 'boxplot', 'violin': 'violinplot',
                      'point': 'pointplot', 'bar': 'barplot', 'count': 'countplot'}, 'strip', 'catplot',
                     lambda kind: f"Invalid `kind`: {kind!r}. Options are 'strip', 'swarm', 'box', 'boxen', 'violin', "
                                  "'bar', 'count', and 'point'.")
displot = _figure_of({'hist': 'histplot', 'kde': 'kdeplot', 'ecdf': 'ecdfplot'}, 'hist', 'displot',
                     lambda kind: "The value for `kind` must be one of ['hist', 'kde', 'ecdf'], but "
                                  f"{kind!r} was passed.")
relplot = _figure_of({'scatter': 'scatterplot', 'line': 'lineplot'}, 'scatter', 'relplot',
                     lambda kind: f'Plot kind {kind} not recognized')


def lmplot(data, *, x=None, y=None, hue=None, col=None, row=None, height=5, aspect=1, **kwargs):
    """Points and the line that fits them best, for each group."""
    grid = FacetGrid(data, row=row, col=col, hue=hue, height=height, aspect=aspect)
    for ax, _, rows in grid._each():
        sns.regplot(data=rows, x=x, y=y, ax=ax)
    return grid
