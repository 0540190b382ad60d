""".plot of tables and columns, through matplotlib.pyplot."""
import numpy as np
from _pandas_data import is_numeric, missing


def _axes(ax, figsize, reuse=False):
    """The axes to draw into: those given; for a column (`reuse`) the current ones, where there is a figure."""
    import matplotlib.pyplot as plt
    if ax is not None:
        return ax
    if reuse and plt.get_fignums():
        if figsize:
            plt.gcf().set_size_inches(figsize)
        return plt.gca()
    return plt.subplots(figsize=figsize)[1] if figsize else plt.subplots()[1]


def _finish(ax, title, xlabel, ylabel, grid, legend, xlim=None, ylim=None):
    if title:
        ax.set_title(title)
    if xlabel is not None:
        ax.set_xlabel(xlabel)
    if ylabel is not None:
        ax.set_ylabel(ylabel)
    if grid:
        ax.grid(True)
    if xlim is not None:
        ax.set_xlim(*xlim) if isinstance(xlim, (tuple, list)) else ax.set_xlim(xlim)
    if ylim is not None:
        ax.set_ylim(*ylim) if isinstance(ylim, (tuple, list)) else ax.set_ylim(ylim)
    if legend:
        ax.legend()
    return ax


def _positions(index):
    """The labels as numbers, and as texts where they are none."""
    if is_numeric(index._data):
        return index._data, None
    if index.dtype.kind == 'M':
        return np.array(index.tolist(), dtype=object), None
    return np.arange(len(index)), [str(label) for label in index.tolist()]


def _draw(ax, kind, positions, texts, columns, bins, options):
    """Columns: (name, numbers) pairs."""
    if kind == 'line':
        style = options.pop('style', None)
        for k, (name, values) in enumerate(columns):
            own = style if isinstance(style, str) else style.get(name) if isinstance(style, dict) else \
                style[k % len(style)] if style else None
            ax.plot(positions, values, *([own] if own else []), label=name, **options)
    elif kind == 'area':
        for name, values in columns:
            ax.fill_between(positions, values, label=name)
    elif kind in ('bar', 'barh'):
        width = 0.5 / len(columns)
        places = np.arange(len(positions))
        draw = ax.bar if kind == 'bar' else ax.barh
        for k, (name, values) in enumerate(columns):
            draw(places - 0.25 + width * (k + 0.5), values, width, label=name)
        names = texts if texts is not None else [str(p) for p in positions.tolist()]
        if kind == 'bar':
            ax.set_xticks(places)
            ax.set_xticklabels(names)
        else:
            ax.set_yticks(places)
            ax.set_yticklabels(names)
        return
    elif kind == 'hist':
        for name, values in columns:
            ax.hist(values[~np.isnan(values.astype(np.float64))], bins=bins, label=name, **options)
        return
    elif kind == 'box':
        ax.boxplot([values[~np.isnan(values.astype(np.float64))] for _, values in columns])
        return
    elif kind == 'pie':
        ax.pie(columns[0][1], labels=texts)
        return
    else:
        if kind in ('kde', 'density', 'hexbin'):
            raise NotImplementedError(f"plot(kind={kind!r}) is not there: 'hist' shows how values lie, 'scatter' "
                                      f"pairs of them")
        raise ValueError(f"{kind} is not a valid plot kind Valid plot kinds: ('line', 'bar', 'barh', 'kde', "
                         f"'density', 'area', "
                         "'hist', 'box', 'pie', 'scatter', 'hexbin')")
    if texts is not None and kind == 'line':
        ax.set_xticks(positions)
        ax.set_xticklabels(texts)


class _Kinds:
    def line(self, x=None, y=None, **kwargs):
        return self(x=x, y=y, kind='line', **kwargs)

    def bar(self, x=None, y=None, **kwargs):
        return self(x=x, y=y, kind='bar', **kwargs)

    def barh(self, x=None, y=None, **kwargs):
        return self(x=x, y=y, kind='barh', **kwargs)

    def hist(self, bins=10, **kwargs):
        """A histogram."""
        return self(kind='hist', bins=bins, **kwargs)

    def box(self, **kwargs):
        return self(kind='box', **kwargs)

    def area(self, **kwargs):
        return self(kind='area', **kwargs)

    def pie(self, y=None, **kwargs):
        return self(y=y, kind='pie', **kwargs)

    def scatter(self, x, y, **kwargs):
        return self(x=x, y=y, kind='scatter', **kwargs)


class SeriesPlot(_Kinds):
    def __init__(self, series):
        self._series = series

    def __call__(self, kind='line', ax=None, figsize=None, title=None, grid=None, legend=False, xlabel=None,
                 ylabel=None, bins=10, x=None, y=None, label=None, xlim=None, ylim=None, rot=None, **options):
        series = self._series
        if not is_numeric(series._data):
            raise TypeError("no numeric data to plot")
        ax = _axes(ax, figsize, reuse=True)
        positions, texts = _positions(series._index)
        name = label if label is not None else series.name
        options.pop('autopct', None)
        _draw(ax, kind, positions, texts, [(None if name is None else str(name), series._data)], bins, options)
        return _finish(ax, title, xlabel, ylabel, grid, legend, xlim, ylim)


class FramePlot(_Kinds):
    def __init__(self, frame):
        self._frame = frame

    def __call__(self, x=None, y=None, kind='line', ax=None, subplots=False, figsize=None, title=None, grid=None,
                 legend=True, xlabel=None, ylabel=None, bins=10, c=None, s=None, color=None, xlim=None, ylim=None,
                 rot=None, label=None, layout=None, sharex=None, sharey=None, secondary_y=False, **options):
        frame = self._frame
        if kind == 'scatter':
            ax = _axes(ax, figsize)
            extra = {}
            if c is not None:
                extra['c'] = frame[c]._data if isinstance(c, str) and c in frame._columns else c
            if s is not None:
                extra['s'] = s
            ax.scatter(frame[x]._data, frame[y]._data, **extra)
            return _finish(ax, title, xlabel or str(x), ylabel or str(y), grid, False, xlim, ylim)
        if color is not None:
            options['color'] = color
        names = frame._columns.tolist()
        chosen = [y] if isinstance(y, str) else list(y) if y is not None else [
            n for n, column in zip(names, frame._data) if is_numeric(column) and n != x]
        columns = [(str(n), frame[n]._data) for n in chosen]
        if not columns:
            raise TypeError("no numeric data to plot")
        positions, texts = _positions(frame._index)
        if x is not None:
            own = frame[x]._data
            positions = own if is_numeric(own) else np.arange(len(own))
            texts = None if is_numeric(own) else [str(v) for v in own]
            xlabel = str(x) if xlabel is None else xlabel
        if subplots:
            import matplotlib.pyplot as plt
            shown = {'figsize': figsize} if figsize else {}
            axes = plt.subplots(len(columns), 1, squeeze=False, **shown)[1][:, 0] if layout is None else _grid(
                len(columns), figsize, layout)
            for one, column in zip(axes.ravel(), columns):
                _draw(one, kind, positions, texts, [column], bins, options)
                one.legend()
            if title is not None and isinstance(title, str):
                plt.suptitle(title)
            return axes
        ax = _axes(ax, figsize)
        if secondary_y:
            second = chosen if secondary_y is True else [secondary_y] if isinstance(secondary_y, str) else list(
                secondary_y)
            right = [(f'{n} (right)', c) for n, c in columns if n in [str(s) for s in second]]
            columns = [(n, c) for n, c in columns if n not in [str(s) for s in second]]
            _draw(ax.twinx(), kind, positions, texts, right, bins, options)
        _draw(ax, kind, positions, texts, columns, bins, options)
        return _finish(ax, title, xlabel, ylabel, grid, legend and kind not in ('box', 'pie'), xlim, ylim)

    def separate(self, column, bins, figsize, grid, layout, options):
        """A histogram for each column."""
        frame = self._frame if column is None else self._frame[[column] if isinstance(column, str) else list(column)]
        columns = [(n, c) for n, c in zip(frame._columns.tolist(), frame._data) if is_numeric(c)]
        if not columns:
            raise ValueError("hist method requires numerical or datetime columns, nothing to plot.")
        axes = _grid(len(columns), figsize, layout)
        for ax, (name, values) in zip(axes.ravel(), columns):
            ax.hist(values[~missing(values)], bins=bins, **options)
            ax.set_title(str(name))
            ax.grid(grid)
        return axes

    def boxes_by(self, column, by, figsize, grid):
        """For each column its boxes, one a group."""
        import matplotlib.pyplot as plt
        groups = self._frame.groupby(by)
        keys = [by] if isinstance(by, str) else list(by)
        frame = self._frame
        names = [n for n, c in zip(frame._columns.tolist(), frame._data) if is_numeric(c) and n not in keys] \
            if column is None else [column] if isinstance(column, str) else list(column)
        axes = _grid(len(names), figsize, None)
        parts = list(groups)
        for ax, name in zip(axes.ravel(), names):
            values = [part[name]._data for _, part in parts]
            ax.boxplot([v[~missing(v)] for v in values], tick_labels=[str(label) for label, _ in parts])
            ax.set_title(str(name))
            ax.set_xlabel(str(keys[0]) if len(keys) == 1 else str(keys))
            ax.grid(grid)
        plt.suptitle(f"Boxplot grouped by {keys[0] if len(keys) == 1 else keys}")
        return axes[0, 0] if len(names) == 1 else axes


def _grid(count, figsize, layout):
    """Axes in rows and columns, as pandas lays them out; those left over are not shown."""
    import matplotlib.pyplot as plt
    if layout is None:
        side = 1
        while side * side < count:
            side += 1
        layout = (1, 2) if count == 2 else (2, 2) if count == 3 else \
            (side, side - 1) if side > 1 and (side - 1) * side >= count else (side, side)
    elif layout[0] * layout[1] < count:
        raise ValueError(f"Layout of {layout[0]}x{layout[1]} must be larger than required size {count}")
    _, axes = plt.subplots(layout[0], layout[1], squeeze=False, **({'figsize': figsize} if figsize else {}))
    for ax in list(axes.ravel())[count:]:
        ax.set_visible(False)
    return axes
