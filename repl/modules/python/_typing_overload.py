"""typing: functions of several signatures, and what makes data classes."""
_overloads = {}


def _place_of(func):
    func = getattr(func, '__func__', func)
    return getattr(func, '__module__', None), getattr(func, '__qualname__', None)


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    """One of several signatures of a function; the last definition, without it, is what runs."""
    code = getattr(getattr(func, '__func__', func), '__code__', None)
    if code is not None:
        _overloads.setdefault(_place_of(func), {})[code.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    """The signatures that were defined with overload."""
    return list(_overloads.get(_place_of(func), {}).values())


def clear_overloads():
    """Forgets them."""
    _overloads.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    """Says that a decorator or a base class makes data classes."""
    def decorate(made):
        made.__dataclass_transform__ = {'eq_default': eq_default, 'order_default': order_default,
                                        'kw_only_default': kw_only_default, 'field_specifiers': field_specifiers,
                                        'kwargs': kwargs}
        return made
    return decorate
