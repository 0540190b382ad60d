"""matplotlib.colors: colours, and maps of numbers to them."""
import numpy as np
import _pyplot

__all__ = ['to_rgba', 'to_rgb', 'to_hex', 'is_color_like', 'Colormap', 'ListedColormap', 'LinearSegmentedColormap',
           'Normalize', 'LogNorm', 'BoundaryNorm', 'TwoSlopeNorm', 'CenteredNorm', 'same_color', 'to_rgba_array']
TABLEAU_COLORS = {'tab:' + name: code for name, code in [
    ('blue', '#1f77b4'), ('orange', '#ff7f0e'), ('green', '#2ca02c'), ('red', '#d62728'), ('purple', '#9467bd'),
    ('brown', '#8c564b'), ('pink', '#e377c2'), ('gray', '#7f7f7f'), ('olive', '#bcbd22'), ('cyan', '#17becf')]}
BASE_COLORS = {'b': (0.0, 0.0, 1.0), 'g': (0.0, 0.5, 0.0), 'r': (1.0, 0.0, 0.0), 'c': (0.0, 0.75, 0.75),
               'm': (0.75, 0.0, 0.75), 'y': (0.75, 0.75, 0.0), 'k': (0.0, 0.0, 0.0), 'w': (1.0, 1.0, 1.0)}
_INPUTS = ("supported inputs are (r, g, b) and (r, g, b, a) 0-1 float tuples; '#rrggbb', '#rrggbbaa', '#rgb', '#rgba' "
           "strings; named color strings; string reprs of 0-1 floats for grayscale values; 'C0', 'C1', ... strings for "
           "colors of the color cycle; and pairs combining one of the above with an alpha value")


def _cycle_colors():
    from matplotlib import rcParams
    return rcParams['axes.prop_cycle'].by_key().get('color', ['k'])


def _parse(c, alpha):
    """(r, g, b, a), or None where c is no colour."""
    if isinstance(c, tuple) and len(c) == 2 and (isinstance(c[0], (str, tuple, list))):
        c, own = c
        if alpha is None:
            alpha = own
        if not 0 <= alpha <= 1:
            raise ValueError("'alpha' must be between 0 and 1, inclusive")
    if isinstance(c, str):
        if c.lower() == 'none':
            return (0.0, 0.0, 0.0, 0.0)
        if len(c) > 1 and c[0] == 'C' and c[1:].isdigit():
            colors = _cycle_colors()
            r, g, b, own = _parse(colors[int(c[1:]) % len(colors)], alpha)
            return (r, g, b, 1 if alpha is None else alpha)
        if c in BASE_COLORS:
            r, g, b = BASE_COLORS[c]
            return (r, g, b, 1 if alpha is None else alpha)
        try:
            grey = float(c)
        except ValueError:
            grey = None
        if grey is not None and c[0] != '#':
            if not 0 <= grey <= 1:
                return None
            return (grey, grey, grey, 1.0 if alpha is None else alpha)
        number = _pyplot.colour(c)
        if number < 0:
            return None
        own = 1.0
        if c[0] == '#' and len(c) in (5, 9):
            own = int(c[4] * 2 if len(c) == 5 else c[7:], 16) / 255
        return (number // 65536 / 255, number // 256 % 256 / 255, number % 256 / 255, own if alpha is None else alpha)
    try:
        parts = [float(each) for each in c]
    except (TypeError, ValueError):
        return None
    if len(parts) not in (3, 4):
        return None
    if any(each < 0 or each > 1 for each in parts):
        raise ValueError("RGBA values should be within 0-1 range")
    own = parts[3] if len(parts) == 4 else 1
    return (parts[0], parts[1], parts[2], own if alpha is None else alpha)


def to_rgba(c, alpha=None):
    """(r, g, b, a) of a colour."""
    if alpha is not None and not 0 <= alpha <= 1:
        raise ValueError("'alpha' must be between 0 and 1, inclusive")
    rgba = _parse(c, alpha)
    if rgba is None:
        raise ValueError(f"Invalid RGBA argument: {c!r}")
    return rgba


def to_rgb(c):
    return to_rgba(c)[:3]


def to_hex(c, keep_alpha=False):
    rgba = to_rgba(c)
    if not keep_alpha:
        rgba = rgba[:3]
    return '#' + ''.join('%02x' % round(each * 255) for each in rgba)


rgb2hex = to_hex


def hex2color(c):
    return to_rgb(c)


def is_color_like(c):
    try:
        to_rgba(c)
    except (TypeError, ValueError):
        return False
    return True


def same_color(c1, c2):
    return to_rgba(c1) == to_rgba(c2)


def to_rgba_array(c, alpha=None):
    if isinstance(c, str) and not is_color_like(c):
        raise ValueError(f"{c!r} is not a valid color value.")
    if isinstance(c, str) or (isinstance(c, tuple) and is_color_like(c)):
        return np.array([to_rgba(c, alpha)])
    if len(c) == 0:
        return np.zeros((0, 4))
    return np.array([to_rgba(each, alpha) for each in c])


def _check(value, name):
    if not is_color_like(value):
        raise ValueError(f"{value!r} is not a valid value for {name}: {_INPUTS}")


def _number(c):
    """0xRRGGBB, or -2 for 'none'."""
    r, g, b, a = to_rgba(c)
    if a == 0:
        return -2
    return round(r * 255) * 65536 + round(g * 255) * 256 + round(b * 255)


class Colormap:
    """Numbers between 0 and 1 (or indices) to colours."""

    def __init__(self, name, N=256):
        self.name = name
        self.N = int(N)
        self._table = None
        self._bad = (0.0, 0.0, 0.0, 0.0)
        self._under = None
        self._over = None

    def _colors(self):
        if self._table is None:
            self._table = self._make()
        return self._table

    def _make(self):
        table = _pyplot.colour_map(self.name)
        if self.N != len(table):
            table = table[np.linspace(0, len(table) - 1, self.N).round().astype(int)]
        return np.concatenate([table, np.ones((len(table), 1))], axis=1)

    def __call__(self, X, alpha=None, bytes=False):
        table = self._colors()
        values = np.asarray(X)
        plain = values.ndim == 0
        values = np.atleast_1d(values)
        if values.dtype.kind == 'f':
            bad = np.isnan(values)
            scaled = np.where(bad, 0, values) * self.N
            under, over = scaled < 0, (scaled > self.N)
            index = np.clip(np.where(scaled == self.N, self.N - 1, scaled), 0, self.N - 1).astype(int)
        else:
            bad = np.zeros(values.shape, dtype=bool)
            values = values.astype(int)
            under, over = values < 0, values >= self.N
            index = np.clip(values, 0, self.N - 1)
        rgba = table[index]
        if self._under is not None:
            rgba[under] = self._under
        if self._over is not None:
            rgba[over] = self._over
        rgba[bad] = self._bad
        if alpha is not None:
            rgba[..., 3] = alpha
        if bytes:
            rgba = (rgba * 255).round().astype(np.uint8)
        if plain:
            row = rgba[0]
            return tuple(row) if bytes else (row[0], row[1], row[2], row[3])
        return rgba

    def copy(self):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        return made

    __copy__ = copy

    def with_extremes(self, *, bad=None, under=None, over=None):
        made = self.copy()
        made.set_extremes(bad=bad, under=under, over=over)
        return made

    def set_extremes(self, *, bad=None, under=None, over=None):
        if bad is not None:
            self.set_bad(bad)
        if under is not None:
            self.set_under(under)
        if over is not None:
            self.set_over(over)

    def set_bad(self, color='k', alpha=None):
        self._bad = to_rgba(color, alpha)

    def set_under(self, color='k', alpha=None):
        self._under = to_rgba(color, alpha)

    def set_over(self, color='k', alpha=None):
        self._over = to_rgba(color, alpha)

    def get_bad(self):
        return np.array(self._bad)

    def get_under(self):
        return np.array(self._under if self._under is not None else self._colors()[0])

    def get_over(self):
        return np.array(self._over if self._over is not None else self._colors()[-1])

    def resampled(self, lutsize):
        made = self.copy()
        made.N = lutsize
        made._table = self(np.linspace(0, 1, lutsize))
        return made

    def reversed(self, name=None):
        made = self.copy()
        made.name = name or (self.name[:-2] if self.name.endswith('_r') else self.name + '_r')
        made._table = self._colors()[::-1].copy()
        return made

    def __eq__(self, other):
        return isinstance(other, Colormap) and self.N == other.N and bool(np.all(self._colors() == other._colors()))

    def __hash__(self):
        return hash((self.name, self.N))


class ListedColormap(Colormap):
    """A map of the colours of a list."""

    def __init__(self, colors, name='unnamed', N=None):
        if isinstance(colors, str):
            colors = [colors] * (N or 1)
        Colormap.__init__(self, name, len(colors) if N is None else N)
        self.colors = colors

    def _make(self):
        if self.colors is None:
            table = Colormap._make(self)
            self.colors = [tuple(row[:3]) for row in table]
            return table
        rows = [to_rgba(each) for each in self.colors]
        return np.array([rows[i % len(rows)] for i in range(self.N)])


class LinearSegmentedColormap(Colormap):
    """A map that joins colours by straight lines."""

    def __init__(self, name, segmentdata=None, N=256, gamma=1.0):
        Colormap.__init__(self, name, N)
        self._segmentdata = segmentdata
        self._gamma = gamma

    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0, **kwargs):
        colors = list(colors)
        if len(colors) and not isinstance(colors[0], str) and len(colors[0]) == 2:
            places, colors = zip(*colors)
        else:
            places = np.linspace(0, 1, len(colors))
        rgba = [to_rgba(each) for each in colors]
        data = {}
        for i, key in enumerate(['red', 'green', 'blue', 'alpha']):
            data[key] = [(p, row[i], row[i]) for p, row in zip(places, rgba)]
        return LinearSegmentedColormap(name, data, N, gamma)

    def _make(self):
        if self._segmentdata is None:
            return Colormap._make(self)
        table = np.ones((self.N, 4))
        for i, key in enumerate(['red', 'green', 'blue', 'alpha']):
            if key in self._segmentdata:
                table[:, i] = self._channel(self._segmentdata[key])
        return table

    def _channel(self, data):
        if callable(data):
            return np.clip(np.array([data(t) for t in np.linspace(0, 1, self.N) ** self._gamma]), 0, 1)
        shape = np.shape(data)
        if len(shape) != 2 or shape[1] != 3:
            raise ValueError(f"'data' must be 2D with shape (N, 3), but your input has shape {shape}")
        rows = [tuple(row) for row in data]
        if rows[0][0] != 0 or rows[-1][0] != 1:
            raise ValueError("data mapping points must start with x=0 and end with x=1")
        if any(after[0] < before[0] for before, after in zip(rows, rows[1:])):
            raise ValueError("data mapping points must have x in increasing order")
        at = (self.N - 1) * np.linspace(0, 1, self.N) ** self._gamma
        out = np.zeros(self.N)
        for i, place in enumerate(at):
            k = 1
            while k < len(rows) - 1 and rows[k][0] * (self.N - 1) < place:
                k += 1
            low, high = rows[k - 1][0] * (self.N - 1), rows[k][0] * (self.N - 1)
            share = (place - low) / (high - low) if high > low else 0
            out[i] = rows[k - 1][2] + share * (rows[k][1] - rows[k - 1][2])
        out[0], out[-1] = rows[0][2], rows[-1][1]
        return np.clip(out, 0, 1)


class Normalize:
    """Numbers between vmin and vmax to 0..1."""

    def __init__(self, vmin=None, vmax=None, clip=False):
        self._ends = [None, None]
        self.vmin, self.vmax = vmin, vmax
        self.clip = clip

    def _set_end(self, i, value):
        if value is not None:
            value = value.item() if hasattr(value, 'item') else float(value)
        if value != self._ends[i]:
            self._ends[i] = value

    @property
    def vmin(self):
        return self._ends[0]

    @vmin.setter
    def vmin(self, value):
        self._set_end(0, value)

    @property
    def vmax(self):
        return self._ends[1]

    @vmax.setter
    def vmax(self, value):
        self._set_end(1, value)

    def _transform(self, value):
        return value

    def _back(self, value):
        return value

    def __call__(self, value, clip=None):
        values = np.asarray(value, dtype=float)
        if self.vmin is None or self.vmax is None:
            self.autoscale_None(values)
        if self.vmin == self.vmax:
            return values * 0.0
        if self.vmin > self.vmax:
            raise ValueError("minvalue must be less than or equal to maxvalue")
        if self.clip if clip is None else clip:
            values = np.clip(values, self.vmin, self.vmax)
        low, high = self._transform(self.vmin), self._transform(self.vmax)
        return (self._transform(values) - low) / (high - low)

    def inverse(self, value):
        if self.vmin is None or self.vmax is None:
            raise ValueError("Not invertible until both vmin and vmax are set")
        low, high = self._transform(self.vmin), self._transform(self.vmax)
        return self._back(low + (value if np.isscalar(value) else np.asarray(value, dtype=float)) * (high - low))

    def autoscale(self, A):
        self.vmin = self.vmax = None
        self.autoscale_None(A)

    def autoscale_None(self, A):
        A = np.asarray(A)
        if A.dtype.kind == 'f':
            A = A[np.isfinite(A)]
        if A.size:
            if self.vmin is None:
                self.vmin = A.min()
            if self.vmax is None:
                self.vmax = A.max()

    def scaled(self):
        return self.vmin is not None and self.vmax is not None


class NoNorm(Normalize):
    """Indices as they are."""

    def __call__(self, value, clip=None):
        return value


class LogNorm(Normalize):
    """Logarithms between those of vmin and vmax to 0..1."""

    def _transform(self, value):
        with np.errstate(divide='ignore', invalid='ignore'):
            return np.log10(value)

    def _back(self, value):
        return 10 ** value

    def autoscale_None(self, A):
        A = np.asarray(A, dtype=float)
        Normalize.autoscale_None(self, A[A > 0])


class TwoSlopeNorm(Normalize):
    """0.5 at vcenter, and a slope of its own on either side."""

    def __init__(self, vcenter, vmin=None, vmax=None):
        Normalize.__init__(self, vmin, vmax)
        self.vcenter = vcenter
        if vcenter is not None and vmax is not None and vcenter >= vmax:
            raise ValueError('vmin, vcenter, and vmax must be in ascending order')
        if vcenter is not None and vmin is not None and vcenter <= vmin:
            raise ValueError('vmin, vcenter, and vmax must be in ascending order')

    def __call__(self, value, clip=None):
        values = np.asarray(value, dtype=float)
        self.autoscale_None(values)
        below = 0.5 * (values - self.vmin) / (self.vcenter - self.vmin)
        above = 0.5 + 0.5 * (values - self.vcenter) / (self.vmax - self.vcenter)
        return np.where(values < self.vcenter, below, above)


class CenteredNorm(Normalize):
    """0.5 at vcenter, the same slope on both sides."""

    def __init__(self, vcenter=0, halfrange=None, clip=False):
        Normalize.__init__(self, None, None, clip)
        self.vcenter = vcenter
        if halfrange is not None:
            self.vmin, self.vmax = vcenter - halfrange, vcenter + halfrange

    def autoscale_None(self, A):
        half = np.abs(np.asarray(A, dtype=float) - self.vcenter).max()
        if self.vmin is None:
            self.vmin, self.vmax = self.vcenter - half, self.vcenter + half


class BoundaryNorm(Normalize):
    """Intervals between boundaries to indices of colours."""

    def __init__(self, boundaries, ncolors, clip=False, *, extend='neither'):
        Normalize.__init__(self, boundaries[0], boundaries[-1], clip)
        self.boundaries = np.asarray(boundaries)
        self.N = len(self.boundaries)
        self.Ncmap = ncolors

    def __call__(self, value, clip=None):
        values = np.asarray(value, dtype=float)
        index = np.searchsorted(self.boundaries, values, side='right') - 1
        regions = self.N - 1
        if self.Ncmap > regions > 1:
            index = np.where((index >= 0) & (index < regions), index * (self.Ncmap - 1) // (regions - 1), index)
        index = np.where(values < self.vmin, -1, np.where(values >= self.vmax, self.Ncmap, index))
        return index.astype(int)


ColorConverter = to_rgba


class _Converter:
    to_rgb = staticmethod(to_rgb)
    to_rgba = staticmethod(to_rgba)
    to_rgba_array = staticmethod(to_rgba_array)


colorConverter = _Converter()


def get_named_colors_mapping():
    names = dict(TABLEAU_COLORS)
    names.update({name: to_hex(value) for name, value in BASE_COLORS.items()})
    return names
