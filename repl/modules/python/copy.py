"""Shallow and deep copies of any object."""


class Error(Exception):
    pass


error = Error
_atomic = {type(None), int, float, bool, str, bytes, type, range, type(Ellipsis), type(NotImplemented),
           type(len), type(lambda: 0), property, type(type.mro), slice}


def copy(x):
    """A copy whose parts are those of the original."""
    cls = type(x)
    if cls in _atomic or isinstance(x, type):
        return x
    if cls in (list, dict, set):
        return x.copy()
    if cls in (tuple, frozenset):
        return x
    own = getattr(cls, '__copy__', None)
    if own is not None:
        return own(x)
    return _rebuild(x, cls, lambda part: part, None)


def deepcopy(x, memo=None):
    """A copy whose parts are copies too; what is met twice is copied once."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    if isinstance(x, type):
        return x
    if cls is list:
        y = []
        memo[key] = y
        for each in x:
            y.append(deepcopy(each, memo))
    elif cls is dict:
        y = {}
        memo[key] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        parts = [deepcopy(each, memo) for each in x]
        if key in memo:
            return memo[key]
        y = tuple(parts) if any(a is not b for a, b in zip(parts, x)) else x
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(each, memo) for each in x])
    else:
        own = getattr(cls, '__deepcopy__', None)
        if own is not None:
            y = own(x, memo)
        else:
            y = _rebuild(x, cls, lambda part: deepcopy(part, memo), memo)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def _rebuild(x, cls, part, memo):
    """A new instance without __init__, filled with what `part` makes of each of the old one's parts."""
    deep = memo is not None
    if hasattr(cls, '__reduce_ex__') or hasattr(cls, '__reduce__'):
        return _reduced(x, cls, part, memo)
    if isinstance(x, tuple):
        items = [part(each) for each in x]
        y = cls._make(items) if hasattr(cls, '_make') else cls(items)
    elif isinstance(x, BaseException):
        y = cls.__new__(cls, *part(x.args))
    elif hasattr(x, 'dtype') and hasattr(x, 'copy'):
        return x.copy()
    elif isinstance(x, (int, float, str, bytes, frozenset)):
        y = cls(x)
    elif deep and type(x).__module__ == 'itertools' or not hasattr(x, '__dict__') and not isinstance(
            x, (list, dict, set)) and not hasattr(cls, 'maxlen') and cls is not object:
        if hasattr(cls, '__iter__') or cls.__module__ in ('_thread', '_io'):
            raise TypeError(f"cannot pickle '{cls.__name__}' object")
        return x
    elif hasattr(cls, 'maxlen'):
        y = cls([], x.maxlen) if x.maxlen is not None else cls()
    elif hasattr(cls, 'default_factory'):
        y = cls.__new__(cls)
        y.default_factory = x.default_factory
    else:
        y = cls.__new__(cls)
    if deep:
        memo[id(x)] = y
    state = getattr(x, '__dict__', None)
    if hasattr(cls, '__getstate__'):
        state = x.__getstate__()
    if state:
        state = part(state) if deep else state
        if hasattr(cls, '__setstate__'):
            y.__setstate__(state)
        else:
            y.__dict__.update(state)
    if isinstance(x, dict):
        for k, v in x.items():
            dict.__setitem__(y, part(k), part(v))
    elif isinstance(x, list):
        for each in x:
            list.append(y, part(each))
    elif isinstance(x, set):
        for each in x:
            set.add(y, part(each))
    elif hasattr(cls, 'maxlen'):
        for each in x:
            y.append(part(each))
    return y


def _reduced(x, cls, part, memo):
    """A copy of an object that says by __reduce__ how it is made again."""
    parts = x.__reduce_ex__(4) if hasattr(cls, '__reduce_ex__') else x.__reduce__()
    if isinstance(parts, str):
        return x
    function, arguments, state, items, pairs = (tuple(parts) + (None, None, None))[:5]
    y = function(*[part(each) for each in arguments])
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        state = part(state)
        if hasattr(cls, '__setstate__'):
            y.__setstate__(state)
        else:
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
                for name, value in (slots or {}).items():
                    setattr(y, name, value)
            if state:
                y.__dict__.update(state)
    for each in items or ():
        y.append(part(each))
    for key, value in pairs or ():
        y[part(key)] = part(value)
    return y
