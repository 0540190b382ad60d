"""matplotlib.gridspec: rows and columns of axes."""
import math


class SubplotSpec:
    """Cells of a grid, from the first to the last."""

    def __init__(self, gridspec, num1, num2=None):
        self._gridspec, self.num1, self._num2 = gridspec, num1, num2

    def __repr__(self):
        rows, columns = self.rowspan, self.colspan
        return f"{self.get_gridspec()}[{rows.start}:{rows.stop}, {columns.start}:{columns.stop}]"

    @property
    def num2(self):
        return self.num1 if self._num2 is None else self._num2

    @property
    def rowspan(self):
        columns = self._gridspec.ncols
        return range(self.num1 // columns, self.num2 // columns + 1)

    @property
    def colspan(self):
        columns = self._gridspec.ncols
        c1, c2 = sorted((self.num1 % columns, self.num2 % columns))
        return range(c1, c2 + 1)

    def get_gridspec(self):
        return self._gridspec

    def get_geometry(self):
        return self._gridspec.nrows, self._gridspec.ncols, self.num1, self.num2

    def is_first_row(self):
        return self.rowspan.start == 0

    def is_last_row(self):
        return self.rowspan.stop == self._gridspec.nrows

    def is_first_col(self):
        return self.colspan.start == 0

    def is_last_col(self):
        return self.colspan.stop == self._gridspec.ncols

    def subgridspec(self, nrows, ncols, **kwargs):
        return GridSpecFromSubplotSpec(nrows, ncols, self, **kwargs)

    def __eq__(self, other):
        return (isinstance(other, SubplotSpec) and self._gridspec is other._gridspec and self.num1 == other.num1
                and self.num2 == other.num2)

    def __hash__(self):
        return hash((id(self._gridspec), self.num1, self.num2))

    def _place(self):
        """Left, top, right and bottom as shares of the figure, without the space between axes."""
        left, top, right, bottom = self._gridspec._outer()
        rows, columns = self._gridspec._shares()
        r, c = self.rowspan, self.colspan
        return (left + (right - left) * columns[c.start], top + (bottom - top) * rows[r.start],
                left + (right - left) * columns[c.stop], top + (bottom - top) * rows[r.stop])

    def get_position(self, figure=None):
        """Left, bottom, width and height as matplotlib places it, with the space between axes."""
        pars = self._gridspec._pars(figure)
        rows, columns = self._gridspec.nrows, self._gridspec.ncols
        left, right, bottom, top, wspace, hspace = pars
        height = (top - bottom) / (rows + hspace * (rows - 1))
        width = (right - left) / (columns + wspace * (columns - 1))
        hr = self._gridspec._height_ratios or [1] * rows
        wr = self._gridspec._width_ratios or [1] * columns
        heights = [height * rows * r / sum(hr) for r in hr]
        widths = [width * columns * r / sum(wr) for r in wr]
        tops, lefts = top, left
        r, c = self.rowspan, self.colspan
        y1 = top - sum(heights[:r.start]) - hspace * height * r.start
        y0 = top - sum(heights[:r.stop]) - hspace * height * (r.stop - 1)
        x0 = left + sum(widths[:c.start]) + wspace * width * c.start
        x1 = left + sum(widths[:c.stop]) + wspace * width * (c.stop - 1)
        return x0, y0, x1 - x0, y1 - y0


class GridSpecBase:
    """Rows and columns with their shares."""

    def __init__(self, nrows, ncols, height_ratios=None, width_ratios=None):
        if not isinstance(nrows, int) or nrows <= 0:
            raise ValueError(f"Number of rows must be a positive integer, not {nrows!r}")
        if not isinstance(ncols, int) or ncols <= 0:
            raise ValueError(f"Number of columns must be a positive integer, not {ncols!r}")
        self.nrows, self.ncols = nrows, ncols
        if height_ratios is not None and len(height_ratios) != nrows:
            raise ValueError('Expected the given number of height ratios to match the number of rows of the grid')
        if width_ratios is not None and len(width_ratios) != ncols:
            raise ValueError('Expected the given number of width ratios to match the number of columns of the grid')
        self._height_ratios = None if height_ratios is None else list(height_ratios)
        self._width_ratios = None if width_ratios is None else list(width_ratios)

    def __repr__(self):
        extra = ''
        if self._height_ratios:
            extra += f", height_ratios={self._height_ratios!r}"
        if self._width_ratios:
            extra += f", width_ratios={self._width_ratios!r}"
        return f"{type(self).__name__}({self.nrows}, {self.ncols}{extra})"

    def get_geometry(self):
        return self.nrows, self.ncols

    def _shares(self):
        out = []
        for count, ratios in ((self.nrows, self._height_ratios), (self.ncols, self._width_ratios)):
            ratios = ratios or [1] * count
            total, at, ends = sum(ratios), 0, [0.0]
            for each in ratios:
                at += each
                ends.append(at / total)
            out.append(ends)
        return out

    def __getitem__(self, key):
        def normalized(index, size, axis):
            if isinstance(index, slice):
                start, stop, _ = index.indices(size) if hasattr(index, 'indices') else _indices(index, size)
                if stop > start:
                    return start, stop - 1
                raise IndexError("GridSpec slice would result in no space allocated for subplot")
            given, index = index, index + size if index < 0 else index
            if 0 <= index < size:
                return index, index
            raise IndexError(f'index {given} is out of bounds for axis {axis} with size {size}' if axis is not None else
                             f'index {given} is out of bounds for GridSpec with size {size}')
        if isinstance(key, tuple):
            if len(key) != 2:
                raise ValueError("Unrecognized subplot spec")
            r1, r2 = normalized(key[0], self.nrows, 0)
            c1, c2 = normalized(key[1], self.ncols, 1)
            return SubplotSpec(self, r1 * self.ncols + c1, r2 * self.ncols + c2)
        first, last = normalized(key, self.nrows * self.ncols, None)
        return SubplotSpec(self, first, last)

    def subplots(self, *, sharex=False, sharey=False, squeeze=True, subplot_kw=None):
        from matplotlib.figure import _make_grid
        return _make_grid(self.figure, self, sharex, sharey, squeeze, subplot_kw)


def _indices(index, size):
    def end(value, default):
        if value is None:
            return default
        return max(0, min(size, value + size if value < 0 else value))
    return end(index.start, 0), end(index.stop, size), 1


class GridSpec(GridSpecBase):
    """A grid over a whole figure."""

    def __init__(self, nrows, ncols, figure=None, left=None, bottom=None, right=None, top=None, wspace=None,
                 hspace=None,
                 width_ratios=None, height_ratios=None):
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.wspace, self.hspace, self.figure = wspace, hspace, figure
        GridSpecBase.__init__(self, nrows, ncols, height_ratios, width_ratios)

    def update(self, **kwargs):
        for key, value in kwargs.items():
            setattr(self, key, value)

    def tight_layout(self, figure, **kwargs):
        pass

    def _outer(self):
        if self.left is None and self.right is None and self.top is None and self.bottom is None:
            return 0.0, 0.0, 1.0, 1.0
        return (0.0 if self.left is None or self.left < 0.2 else self.left,
                0.0 if self.top is None or self.top > 0.85 else 1 - self.top,
                1.0 if self.right is None or self.right > 0.85 else self.right,
                1.0 if self.bottom is None or self.bottom < 0.2 else 1 - self.bottom)

    def _pars(self, figure):
        from matplotlib import rcParams
        out = []
        for name in ('left', 'right', 'bottom', 'top', 'wspace', 'hspace'):
            value = getattr(self, name)
            if value is None and figure is not None:
                value = figure._adjusted.get(name)
            out.append(rcParams['figure.subplot.' + name] if value is None else value)
        return out


class GridSpecFromSubplotSpec(GridSpecBase):
    """A grid inside a cell of another one."""

    def __init__(self, nrows, ncols, subplot_spec, wspace=None, hspace=None, height_ratios=None, width_ratios=None):
        self._inside = subplot_spec
        self.wspace, self.hspace = wspace, hspace
        self.figure = subplot_spec.get_gridspec().figure
        GridSpecBase.__init__(self, nrows, ncols, height_ratios, width_ratios)

    def _outer(self):
        return self._inside._place()

    def _pars(self, figure):
        from matplotlib import rcParams
        x, y, w, h = self._inside.get_position(figure)
        wspace = rcParams['figure.subplot.wspace'] if self.wspace is None else self.wspace
        hspace = rcParams['figure.subplot.hspace'] if self.hspace is None else self.hspace
        return [x, x + w, y, y + h, wspace, hspace]
