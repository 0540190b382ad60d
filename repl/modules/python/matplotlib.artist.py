"""matplotlib.artist: what all things in a figure have in common, their properties."""
from matplotlib._keywords import ALIASES, TABLE

_allowed = {}


def _keywords_of(cls):
    if cls not in _allowed:
        _allowed[cls] = {}
        for name in cls._tables:
            _allowed[cls].update(TABLE[name])
    return _allowed[cls]


class Artist:
    """A thing in a figure. Properties are set by set(name=value) or set_name(value) and read by get_name()."""
    _tables = ('Artist',)
    _zorder = 1
    axes = None
    figure = None

    def __init__(self):
        self._props = {}

    def __getattr__(self, name):
        kind, key = name[:4], name[4:]
        if kind in ('set_', 'get_') and '_props' in self.__dict__:
            known = _keywords_of(type(self))
            if key not in known and ALIASES.get(key) in known:
                return getattr(self, kind + ALIASES[key])
            if key in known:
                props = self._props
                if kind == 'get_':
                    return lambda: props.get(key)

                def setter(value):
                    props[key] = value
                return setter
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _apply(self, kwargs, text="{}.set() got an unexpected keyword argument {!r}"):
        known = _keywords_of(type(self))
        seen = {}
        for key, value in kwargs.items():
            name = key if key in known else ALIASES.get(key)
            if name not in known:
                raise AttributeError(text.format(type(self).__name__, key))
            if name in seen:
                raise TypeError(f"Got both {seen[name]!r} and {key!r}, which are aliases of one another")
            seen[name] = key
        for name, key in seen.items():
            getattr(self, 'set_' + name)(kwargs[key])

    def set(self, **kwargs):
        self._apply(kwargs)
        return [None] * len(kwargs)

    def update(self, props):
        self._apply(props, "{!r} object has no property {!r}")

    def properties(self):
        return {name: getattr(self, 'get_' + name)() for name in _keywords_of(type(self))}

    def get_visible(self):
        return self._props.get('visible', True)

    def set_visible(self, b):
        self._props['visible'] = bool(b)

    def get_label(self):
        return self._props.get('label', '')

    def set_label(self, s):
        self._props['label'] = None if s is None else str(s)

    def get_alpha(self):
        return self._props.get('alpha')

    def set_alpha(self, alpha):
        if isinstance(alpha, str):
            raise TypeError(f"alpha must be numeric or None, not {type(alpha)}")
        if alpha is not None and isinstance(alpha, (int, float)) and not 0 <= alpha <= 1:
            raise ValueError(f'alpha ({alpha}) is outside 0-1 range')
        self._props['alpha'] = alpha

    def get_zorder(self):
        return self._props.get('zorder', self._zorder)

    def get_figure(self, root=False):
        return self.figure

    def set_figure(self, fig):
        self.figure = fig

    def remove(self):
        """Takes it out of its axes."""
        if self.axes is None or self not in self.axes._children:
            raise NotImplementedError('cannot remove artist')
        self.axes._children.remove(self)

    def set_transform(self, t):
        self._props['transform'] = t

    def get_transform(self):
        return self._props.get('transform')

    def _bounds(self):
        """Its data for the limits: x, y, and the values that margins do not cross."""
        return (), (), (), ()

    def _legend_label(self):
        label = self.get_label()
        return label if label and not label.startswith('_') else None


def setp(obj, *args, **kwargs):
    """Sets properties of one artist or several."""
    objs = [obj] if isinstance(obj, Artist) else list(obj)
    if not args and not kwargs:
        return None
    pairs = dict(zip(args[::2], args[1::2]))
    pairs.update(kwargs)
    flat = []
    for each in objs:
        if isinstance(each, Artist):
            flat.append(each)
        else:
            flat.extend(each)
    return [done for each in flat for done in each.set(**pairs)]


def getp(obj, property=None):
    if property is not None:
        return getattr(obj, 'get_' + property)()
    return obj.properties()


get = getp


class Transform:
    """Where coordinates count from."""

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f'<Transform {self._name}>'

    def __add__(self, other):
        return self
