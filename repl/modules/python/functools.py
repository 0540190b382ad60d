"""Functions on functions."""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from collections import namedtuple as _namedtuple

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
           'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)
_GenericAlias = type(list[int])
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


def _derived(how, root, name, cls):
    def compare(self, other):
        return how(root, self, other)
    compare.__name__, compare.__qualname__ = name, f'{cls.__qualname__}.{name}'
    compare.__doc__ = getattr(int, name).__doc__
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
            setattr(cls, name, _derived(how, root, name, cls))
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

    __class_getitem__ = classmethod(_GenericAlias)

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
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f'{self.attrname!r} property.') from None
        if self.attrname not in kept:
            kept[self.attrname] = self.func(instance)
        return kept[self.attrname]


class partialmethod:
    """partial for methods: what it wraps may be a function or any descriptor."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args), *(f'{k}={v!r}' for k, v in self.keywords.items())]
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                # A class method, a static method, a descriptor: what it gives is bound already.
                made = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, '__self__'):
                    made.__self__ = bound.__self__
                return made
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


_dispatching = ('singledispatch', 'singledispatchmethod')


def __getattr__(name):
    # Made when somebody asks: most programs that import functools want something else of it.
    if name in _dispatching or name in ('_c3_mro', '_compose_mro', '_find_impl'):
        import _functools_dispatch
        return getattr(_functools_dispatch, name)
    raise AttributeError(f"module 'functools' has no attribute '{name}'")


def __dir__():
    return sorted([*globals(), *_dispatching])
