"""functools: functions that are chosen by the class of their first argument."""
from functools import update_wrapper

# The class shows itself as functools'.
__name__ = 'functools'


def _c3_merge(sequences):
    """One order of all classes that keeps each sequence's own."""
    result = []
    while True:
        sequences = [each for each in sequences if each]
        if not sequences:
            return result
        first = next(each[0] for each in sequences if not any(each[0] in other[1:] for other in sequences))
        result.append(first)
        for each in sequences:
            if each[0] is first:
                del each[0]


def _c3_mro(cls, abcs=()):
    """The order of bases of a class, with the abstract classes that it counts as derived from where they belong."""
    boundary = 0
    for i, base in enumerate(cls.__bases__):
        if hasattr(base, '__abstractmethods__'):
            boundary = i + 1  # explicit abstract bases go before implicit ones
    explicit, others = list(cls.__bases__[:boundary]), list(cls.__bases__[boundary:])
    implicit = [base for base in abcs
                if issubclass(cls, base) and not any(issubclass(each, base) for each in cls.__bases__)]
    left = [base for base in abcs if base not in implicit]
    return _c3_merge([[cls]] + [_c3_mro(base, left) for base in explicit + implicit + others]
                     + [explicit, implicit, others])


def _compose_mro(cls, types):
    """The order in which the functions of `types` are looked for."""
    bases = set(cls.__mro__)

    def related(kind):
        return kind not in bases and hasattr(kind, '__mro__') and issubclass(cls, kind)
    types = [kind for kind in types if related(kind)]
    types = [kind for kind in types if not any(kind is not other and kind in other.__mro__ for other in types)]
    order = []
    for kind in types:
        # What derives from it and fits too says in which order the abstract ones among its bases go.
        found = [[each for each in sub.__mro__ if each in types] for sub in kind.__subclasses__()
                 if sub not in bases and issubclass(cls, sub)]
        for each in sorted(found, key=len, reverse=True) or [[kind]]:
            order += [one for one in each if one not in order]
    return _c3_mro(cls, order)


def _find_impl(cls, registry):
    match = None
    for kind in _compose_mro(cls, registry):
        if match is not None:
            if (kind in registry and kind not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, kind)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {kind}')
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def _is_union(cls):
    from types import UnionType
    return isinstance(cls, UnionType) or getattr(getattr(cls, '__origin__', None), '_name', None) == 'Union'


def _is_dispatch_class(cls):
    from types import GenericAlias
    if _is_union(cls):
        return all(isinstance(each, type) and not isinstance(each, GenericAlias) for each in cls.__args__)
    return isinstance(cls, type) and not isinstance(cls, GenericAlias)


def singledispatch(func):
    """A decorator: other functions can be registered for classes of the first argument."""
    from types import MappingProxyType
    registry = {object: func}
    kept, counted = {}, [None]
    funcname = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        from abc import get_cache_token
        if counted[0] != get_cache_token():
            # Classes that were registered with abstract ones may fit others now.
            kept.clear()
            counted[0] = get_cache_token()
        try:
            return kept[cls]
        except KeyError:
            pass
        found = registry.get(cls) or _find_impl(cls, registry)
        kept[cls] = found
        return found

    def register(cls, func=None):
        if _is_dispatch_class(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            if not getattr(cls, '__annotations__', {}):
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. '
                                'Use either `@register(some_class)` or plain `@register` on an annotated function.')
            func = cls
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(func).items()))
            if not _is_dispatch_class(cls):
                if _is_union(cls):
                    raise TypeError(f'Invalid annotation for {name!r}. {cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
        for each in cls.__args__ if _is_union(cls) else (cls,):
            registry[each] = func
        kept.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = kept.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods: the argument after self decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return chosen.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
