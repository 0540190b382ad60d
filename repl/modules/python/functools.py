"""Functions on functions."""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from collections import namedtuple as _namedtuple

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)
_CacheInfo = _namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a function look like the one that it wraps."""
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            continue
        try:
            setattr(wrapper, attr, value)
        except AttributeError:
            if attr != '__annotations__':
                raise
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a function look like the one that it wraps."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _opposite(name, self, other):
    result = getattr(type(self), name)(self, other)
    return result if result is NotImplemented else not result


def _or_equal(name, self, other):
    result = getattr(type(self), name)(self, other)
    if result is NotImplemented:
        return result
    return result or self == other


def _not_and_unequal(name, self, other):
    result = getattr(type(self), name)(self, other)
    if result is NotImplemented:
        return result
    return not result and self != other


def _not_or_equal(name, self, other):
    result = getattr(type(self), name)(self, other)
    if result is NotImplemented:
        return result
    return not result or self == other


def _and_unequal(name, self, other):
    result = getattr(type(self), name)(self, other)
    if result is NotImplemented:
        return result
    return result and self != other


def _derived(how, root, name):
    def compare(self, other):
        return how(root, self, other)
    compare.__name__ = name
    return compare


_orders = {
    '__lt__': {'__gt__': _not_and_unequal, '__le__': _or_equal, '__ge__': _opposite},
    '__le__': {'__ge__': _not_or_equal, '__lt__': _and_unequal, '__gt__': _opposite},
    '__gt__': {'__lt__': _not_and_unequal, '__ge__': _or_equal, '__le__': _opposite},
    '__ge__': {'__le__': _not_or_equal, '__gt__': _and_unequal, '__lt__': _opposite}}


def total_ordering(cls):
    """Fills in the comparisons that a class does not define."""
    roots = {op for op in _orders if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, how in _orders[root].items():
        if name not in roots:
            setattr(cls, name, _derived(how, root, name))
    return cls


def lru_cache(maxsize=128, typed=False):
    """A decorator: the function remembers its last results."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)
    return decorating_function


def cache(user_function, /):
    """A decorator: the function remembers all its results."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once, then kept in the instance's dict."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        kept = instance.__dict__
        if self.attrname not in kept:
            kept[self.attrname] = self.func(instance)
        return kept[self.attrname]


class partialmethod:
    """partial for methods."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            return self.func(*args[:1], *self.args, *args[1:], **{**self.keywords, **keywords})
        if obj is None:
            return method
        return partial(method, obj)


def _best_implementation(cls, registry):
    found = [each for each in cls.__mro__ if each in registry]
    if found and found[0] is not object:
        return registry[found[0]]
    abstract = [each for each in registry if each not in found and issubclass(cls, each)]
    for each in abstract:
        if not any(other is not each and issubclass(other, each) for other in abstract):
            return registry[each]
    return registry[object]


def singledispatch(func):
    """A decorator: other functions can be registered for classes of the first argument."""
    registry = {object: func}
    funcname = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        return _best_implementation(cls, registry)

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            func = cls
            hints = list(getattr(cls, '__annotations__', {}).items())
            if not hints:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. '
                                'Use either `@register(some_class)` or plain `@register` on an annotated function.')
            cls = hints[0][1]
            if not isinstance(cls, type):
                raise TypeError(f'Invalid annotation for {hints[0][0]!r}. {cls!r} is not a class.')
        registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods: the argument after self decides."""

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return chosen.__get__(obj, cls)(*args, **kwargs)
        method.__name__ = self.func.__name__
        method.register = self.register
        return method
