"""Groups of exceptions, and what the handlers of `except*` share."""
from _frames import raise_left as _raise


def _matcher(condition):
    """A condition of split() and subgroup() as a function."""
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda e: isinstance(e, condition)
    if isinstance(condition, tuple) and all(isinstance(c, type) and issubclass(c, BaseException) for c in condition):
        return lambda e: isinstance(e, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError('expected a function, exception type or tuple of exception types')


class BaseExceptionGroup(BaseException):
    """A combination of multiple unrelated exceptions."""

    def __new__(cls, *arguments):
        if len(arguments) != 2:
            raise TypeError(f'BaseExceptionGroup.__new__() takes exactly 2 arguments ({len(arguments)} given)')
        message, exceptions = arguments
        if not isinstance(message, str):
            raise TypeError(f'BaseExceptionGroup.__new__() argument 1 must be str, not {type(message).__name__}')
        if not hasattr(type(exceptions), '__getitem__') or isinstance(exceptions, (dict, set)):
            raise TypeError('second argument (exceptions) must be a sequence')
        if not len(exceptions):
            raise ValueError('second argument (exceptions) must be a non-empty sequence')
        for at, item in enumerate(exceptions):
            if not isinstance(item, BaseException):
                raise ValueError(f'Item {at} of second argument (exceptions) is not an exception')
        plain = all(isinstance(item, Exception) for item in exceptions)
        if cls is BaseExceptionGroup and plain:
            cls = ExceptionGroup
        elif not plain and issubclass(cls, Exception):
            name = 'an ExceptionGroup' if cls is ExceptionGroup else f"'{cls.__name__}'"
            raise TypeError(f'Cannot nest BaseExceptions in {name}')
        self = BaseException.__new__(cls, message, exceptions)
        self._message = message
        self._exceptions = tuple(exceptions)
        return self

    def __init__(self, message, exceptions, /, *args, **kwargs):
        BaseException.__init__(self, message, exceptions)

    @property
    def message(self):
        return self._message

    @property
    def exceptions(self):
        return self._exceptions

    def __str__(self):
        count = len(self._exceptions)
        return f'{self._message} ({count} sub-exception{"" if count == 1 else "s"})'

    def derive(self, exceptions, /):
        return BaseExceptionGroup(self._message, exceptions)

    def _made(self, exceptions):
        if not exceptions:
            return None
        made = self.derive(exceptions)
        made.__cause__ = self.__cause__
        made.__context__ = self.__context__
        made.__traceback__ = self.__traceback__
        notes = getattr(self, '__notes__', ())
        if isinstance(notes, (list, tuple)):
            for note in notes:
                made.add_note(note)
        return made

    def split(self, condition, /):
        matches = _matcher(condition)
        if matches(self):
            return self, None
        inside, outside = [], []
        for item in self._exceptions:
            if isinstance(item, BaseExceptionGroup):
                one, other = item.split(condition)
            else:
                one, other = (item, None) if matches(item) else (None, item)
            if one is not None:
                inside.append(one)
            if other is not None:
                outside.append(other)
        return self._made(inside), self._made(outside)

    def subgroup(self, condition, /):
        return self.split(condition)[0]

    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


class ExceptionGroup(BaseExceptionGroup, Exception):
    pass


BaseExceptionGroup.__module__ = ExceptionGroup.__module__ = 'builtins'


def _leaves(group):
    for item in group.exceptions:
        if isinstance(item, BaseExceptionGroup):
            yield from _leaves(item)
        else:
            yield item


class __except_star__:
    def __init__(self, exception):
        self.original = self.rest = exception
        self.grouped = isinstance(exception, BaseExceptionGroup)
        self.match = None
        self.raised = []
        self.again = []

    def take(self, kind):
        """Splits what the handler of a kind is for from the rest; whether there is any."""
        kinds = kind if isinstance(kind, tuple) else (kind,)
        for k in kinds:
            if not (isinstance(k, type) and issubclass(k, BaseException)):
                raise TypeError('catching classes that do not inherit from BaseException is not allowed')
            if issubclass(k, BaseExceptionGroup):
                raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
        self.match = None
        if self.rest is None:
            return False
        if self.grouped:
            self.match, self.rest = self.rest.split(kind)
        elif isinstance(self.rest, kind):
            self.match, self.rest = BaseExceptionGroup('', (self.rest,)), None
        return self.match is not None

    def __enter__(self):
        self.depth = _depth(self.match)
        return self.match

    def __exit__(self, kind, value, trace):
        if value is None:
            return False
        # A bare `raise` leaves the group as it was, `raise e` gives it one more place in its traceback.
        if value is self.match and _depth(value) == self.depth:
            self.again.append(value)
        else:
            self.raised.append(value)
        return True

    def finish(self):
        again = self.again + ([self.rest] if self.rest is not None else [])
        if not self.grouped:
            for exception in self.raised + again:
                _raise(exception)
            return
        raised = self.raised
        if again:
            kept = {id(leaf) for group in again for leaf in _leaves(group)}
            left = self.original.subgroup(lambda e: id(e) in kept)
            if not raised:
                _raise(left)
            raised = raised + [left]
        if len(raised) == 1:
            _raise(raised[0])
        if raised:
            _raise(BaseExceptionGroup('', raised))


def _depth(exception):
    place, depth = exception.__traceback__, 0
    while place is not None:
        place, depth = place.tb_next, depth + 1
    return depth
