"""matplotlib: figures, drawn in the terminal's cells."""
from matplotlib._rc import DEFAULTS as _DEFAULTS

__version__ = '3.11.2'
__version_info__ = (3, 11, 2, 'final', 0)


class RcParams(dict):
    """Settings by name; unknown names raise KeyError."""

    def __setitem__(self, key, value):
        if key not in _DEFAULTS:
            raise KeyError(f"{key!r} is not a valid value for rcParam." + matplotlib.cm._suggestion(key, _DEFAULTS))
        if isinstance(value, int) and (isinstance(_DEFAULTS[key], float) or key.endswith('size')):
            value = float(value)
        dict.__setitem__(self, key, value)

    def update(self, *args, **kwargs):
        for each in args:
            for key, value in dict(each).items():
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        made = RcParams()
        for key, value in self.items():
            dict.__setitem__(made, key, value)
        return made

    def find_all(self, pattern):
        return {key: value for key, value in self.items() if pattern in key}


def _fresh():
    made = RcParams()
    for key, value in _DEFAULTS.items():
        dict.__setitem__(made, key, list(value) if isinstance(value, list) else value)
    return made


rcParams = _fresh()
rcParamsDefault = _fresh()
rcParamsOrig = _fresh()
_ALIASES = {'lw': 'linewidth', 'ls': 'linestyle', 'c': 'color', 'fc': 'facecolor', 'ec': 'edgecolor',
            'mew': 'markeredgewidth', 'aa': 'antialiased'}


def rc(group, **kwargs):
    """Sets 'group.name' for each keyword."""
    groups = (group,) if isinstance(group, str) else group
    for g in groups:
        for name, value in kwargs.items():
            key = f"{g}.{_ALIASES.get(name, name)}"
            if key not in rcParams:
                raise KeyError(f'Unrecognized key "{key}" for group "{g}" and name "{name}"')
            rcParams[key] = value


def rcdefaults():
    rcParams.clear()
    rcParams.update(rcParamsDefault)


def rc_file_defaults():
    rcdefaults()


class rc_context:
    """with rc_context({...}): settings that hold inside."""

    def __init__(self, rc=None, fname=None):
        self._before = rcParams.copy()
        if rc:
            rcParams.update(rc)

    def __enter__(self):
        return None

    def __exit__(self, *error):
        rcParams.clear()
        rcParams.update(self._before)
        return False


_BACKENDS = ['gtk3agg', 'gtk3cairo', 'gtk4agg', 'gtk4cairo', 'macosx', 'nbagg', 'notebook', 'qtagg', 'qtcairo',
             'qt5agg',
             'qt5cairo', 'tkagg', 'tkcairo', 'webagg', 'wx', 'wxagg', 'wxcairo', 'agg', 'cairo', 'pdf', 'pgf', 'ps',
             'svg', 'template', 'inline']
_backend = ['agg']


def use(backend, *, force=True):
    """Figures are drawn in cells, whatever the backend is called."""
    name = str(backend).lower()
    if name not in _BACKENDS and not name.startswith('module://'):
        raise ValueError(f"{backend!r} is not a valid value for backend; supported values are {_BACKENDS}")
    _backend[0] = name


def get_backend():
    return _backend[0]


def is_interactive():
    return False


def interactive(b):
    pass


def set_loglevel(level):
    pass


def get_cachedir():
    return ''


import matplotlib.colors
import matplotlib.cm
from matplotlib.cm import _colormaps as colormaps
