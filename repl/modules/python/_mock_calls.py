"""The calls that mocks remember, and unique objects."""
from pprint import pformat as _pformat


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    """Unique objects by name."""

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        made = _Sentinel(name)
        setattr(self, name, made)
        return made


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing, _deleted = sentinel.MISSING, sentinel.DELETED


class _ANY:
    """Is equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _words(args, kwargs):
    return ', '.join([*map(repr, args), *(f'{name}={value!r}' for name, value in kwargs.items())])


class _Call(tuple):
    """A call: its name, positional and keyword arguments."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for item in value:
            if isinstance(item, str):
                name = item
            elif isinstance(item, tuple):
                args = item
            elif isinstance(item, dict):
                kwargs = item
        made = tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))
        made._name, made._two, made._parent, made._from_kall = name, two, parent, from_kall
        return made

    def __init__(self, *args, **kwargs):
        pass

    def _parts(self):
        return ('', *tuple(self)) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return NotImplemented
        name, args, kwargs = '', (), {}
        for item in other:
            if isinstance(item, str):
                name = item
            elif isinstance(item, tuple):
                args = item
            elif isinstance(item, dict):
                kwargs = item
        mine = self._parts()
        if (mine[0] or name) and mine[0] != name and not (self._two or getattr(other, '_two', False)):
            return False
        return (args, kwargs) == (mine[1], mine[2])

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = tuple.__hash__

    def __call__(self, /, *args, **kwargs):
        if self._name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._name, args, kwargs), name=self._name + '()', parent=self)

    def __getattr__(self, attr):
        if attr.startswith('__'):
            raise AttributeError(attr)
        name = attr if not self._name else f'{self._name}.{attr}'
        return _Call(name=name, parent=self, from_kall=False)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __repr__(self):
        if not self._from_kall:
            name = self._name or 'call'
            return name if name.startswith('call') else f'call.{name}'
        name, args, kwargs = self._parts()
        if not name:
            name = 'call'
        elif not name.startswith('()'):
            name = f'call.{name}'
        else:
            name = f'call{name}'
        return f'{name}({_words(args, kwargs)})'


call = _Call(from_kall=False)


class _Calls(list):
    """A list of calls; one list of calls is in it where they follow one another."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(list(self[at:at + len(value)]) == value for at in range(len(self) - len(value) + 1))

    def __repr__(self):
        return _pformat(list(self))
