"""Shallow and deep copies of any object."""
import copyreg as _copyreg


class Error(Exception):
    pass


error = Error
_atomic = {type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented),
           type(len), type(lambda: 0), property}


def copy(x):
    """A copy whose parts are those of the original."""
    cls = type(x)
    if cls in _atomic or cls is slice or cls is tuple or cls is frozenset or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    own = getattr(cls, '__copy__', None)
    if own is not None:
        return own(x)
    parts = _parts(x, cls)
    return x if isinstance(parts, str) else _rebuild(x, None, *parts)


def deepcopy(x, memo=None, _nil=[]):
    """A copy whose parts are copies too; what is met twice is copied once."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
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
    elif cls is _method:
        y = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        own = getattr(x, '__deepcopy__', None)
        if own is not None:
            y = own(memo)
        else:
            parts = _parts(x, cls)
            y = x if isinstance(parts, str) else _rebuild(x, memo, *parts)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y


class _Any:
    def method(self):
        pass


_method = type(_Any().method)


def _parts(x, cls):
    """What the object is made of: the tuple (or the name) that its __reduce_ex__ gives."""
    how = _copyreg.dispatch_table.get(cls)
    if how is not None:
        return how(x)
    if hasattr(x, 'dtype') and hasattr(x, 'copy'):
        return x.copy, ()
    try:
        return x.__reduce_ex__(4)
    except TypeError:
        # Models, layers and whatever else of nnsh has no parts is its own copy.
        if cls.__flags__ & 512 or cls.__module__ in ('builtins', 'itertools', 'collections', '_thread', '_io'):
            raise
        return ''


def _rebuild(x, memo, make, arguments, state=None, items=None, pairs=None, *, deepcopy=deepcopy):
    """An object of the parts that __reduce_ex__ gave; with a memo, of copies of them."""
    deep = memo is not None
    if deep and arguments:
        arguments = tuple([deepcopy(each, memo) for each in arguments])
    y = make(*arguments)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for each in items:
            y.append(deepcopy(each, memo) if deep else each)
    if pairs is not None:
        for k, v in pairs:
            if deep:
                k, v = deepcopy(k, memo), deepcopy(v, memo)
            y[k] = v
    return y
