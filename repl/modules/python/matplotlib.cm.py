"""matplotlib.cm: colour maps by name."""
import numpy as np
import _pyplot
from matplotlib import colors

_LISTED = ('okabe_ito', 'tab10', 'tab20', 'tab20b', 'tab20c', 'Set1', 'Set2', 'Set3', 'Paired', 'Accent', 'Dark2',
           'Pastel1', 'Pastel2')
_TABLES = ('viridis', 'plasma', 'inferno', 'magma', 'cividis', 'turbo', 'twilight', 'twilight_shifted', 'berlin',
           'managua', 'vanimo')


def _known(name):
    base = name[:-2] if name.endswith('_r') else name
    if base in _LISTED:
        table = _pyplot.colour_map(name)
        return colors.ListedColormap([tuple(row) for row in table], name)
    if base in _TABLES:
        made = colors.ListedColormap([0] * 256, name)
        made.colors = None
        return made
    return colors.LinearSegmentedColormap(name)


class ColormapRegistry:
    """Colour maps by name: colormaps['viridis']."""

    def __init__(self):
        self._maps = {}
        for name in _pyplot.colour_map_names():
            self._maps[name] = None
            self._maps[name + '_r'] = None

    def __getitem__(self, item):
        if item not in self._maps:
            raise KeyError(f"{item!r} is not a valid value for colormap." + _suggestion(str(item), self._maps))
        if self._maps[item] is None:
            self._maps[item] = _known(item)
        return self._maps[item].copy()

    def __iter__(self):
        return iter(self._maps)

    def __len__(self):
        return len(self._maps)

    def __contains__(self, name):
        return name in self._maps

    def __call__(self):
        return list(self._maps)

    def keys(self):
        return self._maps.keys()

    def register(self, cmap, *, name=None, force=False):
        if not isinstance(cmap, colors.Colormap):
            raise TypeError(f"'cmap' must be an instance of matplotlib.colors.Colormap, not a {type(cmap).__name__}")
        name = name or cmap.name
        if name in self._maps and not force:
            raise ValueError(f'A colormap named "{name}" is already registered.')
        self._maps[name] = cmap.copy()

    def unregister(self, name):
        self._maps.pop(name, None)

    def get_cmap(self, cmap):
        if cmap is not None and not isinstance(cmap, (str, colors.Colormap)):
            raise TypeError(f"get_cmap expects None or an instance of a str or Colormap . you passed {cmap!r} of type "
                            f"{type(cmap)}")
        return _find(cmap, 'cmap')


_colormaps = ColormapRegistry()
for _name in _colormaps:
    globals()[_name] = _known(_name)


def _matching(a, b):
    """How many characters two names share: the longest common piece, and so on at both sides of it."""
    if not a or not b:
        return 0
    best, at_a, at_b, before = 0, 0, 0, {}
    for i, c in enumerate(a):
        now = {}
        for j, d in enumerate(b):
            if c == d:
                now[j + 1] = before.get(j, 0) + 1
                if now[j + 1] > best:
                    best, at_a, at_b = now[j + 1], i + 1 - now[j + 1], j + 1 - now[j + 1]
        before = now
    if best == 0:
        return 0
    return best + _matching(a[:at_a], b[:at_b]) + _matching(a[at_a + best:], b[at_b + best:])


def _suggestion(name, values):
    """The names most like one that is not known."""
    likely = []
    for each in values:
        share = 2.0 * _matching(each, name) / (len(each) + len(name))
        if share >= 0.5:
            likely.append((share, each))
    best = [each for _, each in sorted(likely, reverse=True)[:3]]
    if not best:
        return ''
    if len(best) == 1:
        return f" Did you mean: {best[0]!r}?"
    return f" Did you mean one of: {', '.join([repr(each) for each in best])}?"


def _find(cmap, keyword):
    """A Colormap of a name, of a Colormap, or of None (the default)."""
    if isinstance(cmap, colors.Colormap):
        return cmap
    if cmap is None:
        from matplotlib import rcParams
        cmap = rcParams['image.cmap']
    hash(cmap)
    if cmap not in _colormaps:
        text = f"{cmap!r} is not a valid value for {keyword}."
        if isinstance(cmap, str):
            text += _suggestion(cmap, _colormaps)
        else:
            names = sorted(_colormaps) if keyword == 'name' else list(_colormaps)
            text += f" Supported values are {', '.join([repr(each) for each in names])}"
        if keyword == 'cmap':
            text += ("\nSee `matplotlib.bivar_colormaps()` and `matplotlib.multivar_colormaps()` for bivariate and "
                     "multivariate colormaps")
        raise ValueError(text)
    return _colormaps[cmap]


def get_cmap(name=None, lut=None):
    cmap = _find(name, 'name')
    return cmap if lut is None else cmap.resampled(lut)


class ScalarMappable:
    """Numbers with a norm and a colour map."""

    def __init__(self, norm=None, cmap=None):
        self._A = None
        self.norm = norm if norm is not None else colors.Normalize()
        self.cmap = _find(cmap, 'cmap')
        self.colorbar = None

    def set_array(self, A):
        self._A = None if A is None else np.asarray(A)

    def get_array(self):
        return self._A

    def to_rgba(self, x, alpha=None, bytes=False, norm=True):
        return self.cmap(self.norm(x) if norm else x, alpha=alpha, bytes=bytes)

    def set_clim(self, vmin=None, vmax=None):
        if vmax is None and vmin is not None and hasattr(vmin, '__len__'):
            vmin, vmax = vmin
        if vmin is not None:
            self.norm.vmin = vmin
        if vmax is not None:
            self.norm.vmax = vmax

    def get_clim(self):
        return self.norm.vmin, self.norm.vmax

    def set_cmap(self, cmap):
        self.cmap = _find(cmap, 'cmap')

    def get_cmap(self):
        return self.cmap

    def set_norm(self, norm):
        self.norm = norm if norm is not None else colors.Normalize()

    def autoscale(self):
        self.norm.autoscale(self._A)

    def autoscale_None(self):
        if self._A is not None:
            self.norm.autoscale_None(self._A)

    def _numbers(self):
        """Its 256 colours as numbers."""
        table = self.cmap(np.linspace(0, 1, 256))
        rgb = (table[:, :3] * 255).round().astype(np.int64)
        return rgb[:, 0] * 65536 + rgb[:, 1] * 256 + rgb[:, 2]
