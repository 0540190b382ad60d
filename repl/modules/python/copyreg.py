"""copyreg: how objects of a class are taken apart for copying and pickling, and made again."""
dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Has objects of a class taken apart by a function."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Checks that something can make objects."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def _complex(number):
    return complex, (number.real, number.imag)


pickle(complex, _complex, complex)


def _slot_names(cls):
    names = []
    for each in cls.__mro__:
        slots = each.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                stripped = each.__name__.lstrip('_')
                name = '_%s%s' % (stripped, name) if stripped else name
            names.append(name)
    return names


def _state_of(value):
    """What object.__getstate__ gives: the __dict__, with the slots that have values; None where there is nothing."""
    state = getattr(value, '__dict__', None) or None
    slots = {name: getattr(value, name) for name in _slot_names(type(value)) if hasattr(value, name)}
    return (state, slots) if slots else state


def _parts_of_native(value, native):
    """How the built-in types that are no plain objects are made: (arguments, state); None for all others."""
    if native is set or native is frozenset:
        return (list(value),), _state_of(value)
    if native is bytearray:
        return (bytes(value),), _state_of(value)
    if native is range:
        return (value.start, value.stop, value.step), None
    if native is slice:
        return (value.start, value.stop, value.step), None
    if issubclass(native, BaseException):
        arguments = value.args
        if isinstance(value, OSError) and len(arguments) == 2 and value.filename is not None:
            arguments += (value.filename,) if value.filename2 is None else (value.filename, None, value.filename2)
        if issubclass(native, BaseExceptionGroup):
            arguments = (value.message, list(value.exceptions))
        return arguments, value.__dict__ or None
    return None


def _arguments_of_new(value, native):
    """What __new__ of a derived number, text or tuple is given; None for all others."""
    for kind in (int, float, str, bytes, tuple):
        if native is kind:
            return (kind(value),)
    if native is complex:
        return (value.real, value.imag)
    return None


def _reduce_object(value, protocol, native):
    """The parts of an object whose class does not say them itself; native is the built-in type under it."""
    cls = type(value)
    if native.__module__ == 'collections' and native.__name__ == 'deque':
        arguments = () if value.maxlen is None else ((), value.maxlen)
        return cls, arguments, _state_of(value), iter(value)
    if native.__module__ == 'collections' and native.__name__ == 'defaultdict':
        factory = value.default_factory
        return cls, () if factory is None else (factory,), None, None, iter(value.items())
    if native.__name__ == 'method':
        return getattr, (value.__self__, value.__func__.__name__)
    known = _parts_of_native(value, native)
    if known is not None:
        arguments, state = known
        plain = native is range or native is slice or isinstance(value, BaseException) and state is None
        return (cls, arguments) if plain else (cls, arguments, state)
    arguments = None
    maker = __newobj__
    if hasattr(cls, '__getnewargs_ex__'):
        arguments = value.__getnewargs_ex__()
        if not isinstance(arguments, tuple):
            raise TypeError('__getnewargs_ex__ should return a tuple, not %r' % type(arguments).__name__)
        if len(arguments) != 2:
            raise ValueError('__getnewargs_ex__ should return a tuple of length 2, not %d' % len(arguments))
        arguments, named = arguments
        if not isinstance(arguments, tuple):
            raise TypeError('first item of the tuple returned by __getnewargs_ex__ must be a tuple, not %r'
                            % type(arguments).__name__)
        if not isinstance(named, dict):
            raise TypeError('second item of the tuple returned by __getnewargs_ex__ must be a dict, not %r'
                            % type(named).__name__)
        if named:
            maker, arguments = __newobj_ex__, (cls, arguments, named)
    elif hasattr(cls, '__getnewargs__'):
        arguments = value.__getnewargs__()
        if not isinstance(arguments, tuple):
            raise TypeError('__getnewargs__ should return a tuple, not %r' % type(arguments).__name__)
    else:
        arguments = _arguments_of_new(value, native)
    if arguments is None and native not in (object, list, dict):
        name = cls.__name__ if cls.__module__ == 'builtins' else '%s.%s' % (cls.__module__, cls.__name__)
        raise TypeError('cannot pickle %r object' % name)
    if protocol < 2 and maker is __newobj__ and not hasattr(cls, '__getnewargs__'):
        base = native(value) if native is not object else None
        state = value.__getstate__()
        parts = (_reconstructor, (cls, native, base))
        return parts + (state,) if state else parts
    if maker is __newobj__:
        arguments = (cls,) + (arguments or ())
    return (maker, arguments, value.__getstate__(), iter(value) if isinstance(value, list) else None,
            iter(value.items()) if isinstance(value, dict) else None)
