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


def _reduction(x, cls):
    """What a class of its own accord says its objects are made of: __reduce_ex__, __reduce__ or copyreg; else None."""
    import copyreg
    if cls in copyreg.dispatch_table:
        return copyreg.dispatch_table[cls](x)
    for name, arguments in (('__reduce_ex__', (4,)), ('__reduce__', ())):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            return method(x, *arguments)
    return None


def _reconstruct(x, part, memo, function, arguments, state=None, items=None, pairs=None):
    deep = memo is not None
    y = function(*map(part, arguments))
    if deep:
        memo[id(x)] = y
    if state is not None:
        state = part(state) if deep else state
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            for name, value in (slots or {}).items():
                setattr(y, name, value)
    for each in items or ():
        y.append(part(each))
    for key, value in pairs or ():
        y[part(key)] = part(value)
    return y


def _rebuild(x, cls, part, memo):
    """A new instance without __init__, filled with what `part` makes of each of the old one's parts."""
    deep = memo is not None
    reduced = _reduction(x, cls)
    if reduced is not None:
        return x if isinstance(reduced, str) else _reconstruct(x, part, memo, *reduced)
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
