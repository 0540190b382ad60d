"""contextvars: variables that belong to a context. Every thread has its own."""
from _thread import get_ident as _get_ident

_missing = object()
# The context of each thread, by its number, which no later thread gets.
_contexts = {}


def _current():
    me = _get_ident()
    if me not in _contexts:
        _contexts[me] = Context()
    return _contexts[me]


class Token:
    """What set() gives, for reset()."""
    MISSING = _missing

    def __init__(self, context, var, old_value):
        self._context, self._used = context, False
        self.var = var
        self.old_value = old_value

    def __repr__(self):
        return f"<Token{' used' * self._used} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    """A variable."""

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self.name = name
        self._default = default

    def __repr__(self):
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f'<ContextVar name={self.name!r}{default} at {id(self):#x}>'

    def get(self, default=_missing):
        value = _current()._values.get(self, default)
        if value is _missing:
            value = self._default
        if value is _missing:
            raise LookupError(self)
        return value

    def set(self, value):
        context = _current()
        old = context._values.get(self, _missing)
        context._values[self] = value
        return Token(context, self, old)

    def reset(self, token):
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        if token._context is not _current():
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if token.old_value is _missing:
            _current()._values.pop(self, None)
        else:
            _current()._values[self] = token.old_value

    __class_getitem__ = classmethod(lambda cls, item: cls)


class Context:
    """Variables with their values."""

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, *args, **kwargs):
        """Calls a function in this context."""
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        me = _get_ident()
        before = _contexts.get(me)
        if before is None:
            before = Context()
        self._entered = True
        _contexts[me] = self
        try:
            return callable(*args, **kwargs)
        finally:
            _contexts[me] = before
            self._entered = False

    def copy(self):
        made = Context()
        made._values.update(self._values)
        return made

    def _key(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f'a ContextVar key was expected, got {var!r}')
        return var

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def __getitem__(self, var):
        return self._values[self._key(var)]

    def __contains__(self, var):
        return self._key(var) in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def get(self, var, default=None):
        return self._values.get(self._key(var), default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def copy_context():
    """The current context as it is now."""
    return _current().copy()
