"""typing: the bases that programs derive from: Generic, Protocol, TypedDict, NamedTuple, and NewType."""
import abc as _abc
import sys as _sys
import types as _types
from _collections import namedtuple_setup as _setup, tuple_with_names as _tuple_with_names
from _dataclasses import set_doc as _set_doc
from _typing_aliases import (_AnnotatedAlias, _Either, _GenericAlias, _bases, _caller, _check_count,
                             _collect_parameters, _tuple_of, _type_check, _type_convert, NotRequired, Required)

__name__ = 'typing'


def _generic_class_getitem(cls, params):
    """What a generic class makes of its brackets."""
    params = tuple(map(_type_convert, _tuple_of(params)))
    if cls in _bases:
        if not params:
            raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
        if not all(hasattr(each, '__typing_subst__') or getattr(each, '__typing_is_unpacked_typevartuple__', False)
                   for each in params):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification '
                            'variables.')
        if len(set(params)) != len(params):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        return _GenericAlias(cls, params)
    wanted = cls.__parameters__
    for parameter in wanted:
        prepare = getattr(parameter, '__typing_prepare_subst__', None)
        if prepare is not None:
            params = prepare(cls, params)
    _check_count(cls, len(params), len(wanted))
    args = []
    for parameter, arg in zip(wanted, params):
        args += arg if hasattr(parameter, '_is_type_var_tuple') else [arg]
    return _GenericAlias(cls, tuple(args))


def _find_parameters(cls):
    """Gives a class the type variables that its bases have."""
    written = cls.__dict__.get('__orig_bases__')
    if Generic in (cls.__bases__ if written is None else written) and cls.__name__ != 'Protocol' \
            and not isinstance(cls, _TypedDictMeta):
        raise TypeError('Cannot inherit from plain Generic')
    found = _collect_parameters(written or ())
    listed = [base.__parameters__ for base in written or ()
              if isinstance(base, _GenericAlias) and base.__origin__ is Generic]
    if len(listed) > 1:
        raise TypeError('Cannot inherit from Generic[...] multiple times.')
    if listed:
        missing = [str(each) for each in found if each not in listed[0]]
        if missing:
            raise TypeError(f'Some type variables ({", ".join(missing)}) are not listed in '
                            f'Generic[{", ".join(map(str, listed[0]))}]')
        found = listed[0]
    cls.__parameters__ = found


class Generic:
    """A base: the class can stand before [...]."""

    __slots__ = ()
    _is_protocol = False
    __class_getitem__ = classmethod(_generic_class_getitem)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        _find_parameters(cls)


_bases.append(Generic)
# What is in the dict of every class says nothing of a protocol.
_no_members = {'__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
               '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
               '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__hash__',
               '__qualname__', '__final__'}
_protocols_elsewhere = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'Hashable', 'Sized',
                        'Container', 'Collection', 'Reversible'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager')}
_not_runtime = 'Instance and class checks can only be used with @runtime_checkable protocols'


def _annotations_of(cls):
    found = cls.__dict__.get('__annotations__')
    return found if isinstance(found, dict) else {}


def _protocol_attributes(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ('Protocol', 'Generic'):
            found.update(base.__dict__, _annotations_of(base))
    return found - _no_members


def _has_only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in _protocol_attributes(cls))


def _has_member(cls, name):
    """Whether a class has what a protocol asks for; None in its place means that it has not."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if name in _annotations_of(base) and getattr(cls, '_is_protocol', False):
            return True
    # Builtin classes have some special methods without an entry in their dicts.
    return any(base.__module__ == 'builtins' and base is not object for base in cls.__mro__) and hasattr(cls, name)


def _proto_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    if not getattr(cls, '_is_runtime_protocol', False):
        if _abc._asking_others:
            return NotImplemented
        raise TypeError(_not_runtime)
    if not _has_only_methods(cls):
        if _abc._asking_others:
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support issubclass()")
    return True if all(_has_member(other, name) for name in _protocol_attributes(cls)) else NotImplemented


class _ProtocolMeta(_abc.ABCMeta):
    """Classes of methods: what has them counts as derived, once runtime_checkable says so."""

    def __instancecheck__(cls, instance):
        is_protocol = getattr(cls, '_is_protocol', False)
        if is_protocol and not getattr(cls, '_is_runtime_protocol', False) and not _abc._asking_others:
            raise TypeError(_not_runtime)
        if (not is_protocol or _has_only_methods(cls)) and issubclass(instance.__class__, cls):
            return True
        if is_protocol and all(hasattr(instance, name) and (not callable(getattr(cls, name, None))
                                                            or getattr(instance, name) is not None)
                               for name in _protocol_attributes(cls)):
            return True
        with _abc._asking():
            return super().__instancecheck__(instance)


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init_or_replace_init:
        return  # its own __init__ asked for that of its bases
    # A class that a protocol is the first base of gets the __init__ of a later one.
    cls.__init__ = next((base.__dict__['__init__'] for base in cls.__mro__
                         if base.__dict__.get('__init__', _no_init_or_replace_init) is not _no_init_or_replace_init),
                        object.__init__)
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base: whatever has its methods counts as derived, once runtime_checkable says so."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = Protocol in cls.__bases__
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_proto_hook)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or base.__name__ in _protocols_elsewhere.get(base.__module__, ())
                    or issubclass(base, Generic) and getattr(base, '_is_protocol', False)):
                raise TypeError('Protocols can only inherit from other protocols, got %r' % (base,))
        if '__init__' not in cls.__dict__ and cls.__init__ in (object.__init__, _no_init_or_replace_init):
            cls.__init__ = _no_init_or_replace_init


_bases.append(Protocol)
Protocol.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Has isinstance ask whether an object has the methods of a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not cls._is_protocol:
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % (cls,))
    cls._is_runtime_protocol = True
    return cls


_fixed = ('__new__', '__init__', '__getnewargs__', '_fields', '_field_defaults', '_field_types', '_make', '_replace',
          '_asdict', '_source')


class NamedTuple(_tuple_with_names):
    """A base: the class's annotations become the items of a tuple."""

    def __init_subclass__(cls, **kwargs):
        if NamedTuple not in cls.__bases__:
            return
        annotations = cls.__dict__.get('__annotations__', {})
        for base in cls.__bases__:
            if base not in (NamedTuple, Generic):
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        if Generic in cls.__bases__:
            _find_parameters(cls)
        for name in _fixed:
            if name in cls.__dict__:
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {name}')
        names, defaults = tuple(annotations), []
        for name in names:
            if name.startswith('_'):
                raise ValueError(f'Field names cannot start with an underscore: {name!r}')
            if name in cls.__dict__:
                defaults.append(cls.__dict__[name])
            elif defaults:
                with_defaults = [each for each in names if each in cls.__dict__]
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default '
                                f'field{"s" if len(with_defaults) > 1 else ""} {", ".join(with_defaults)}')
        _setup(cls, names, tuple(defaults))
        if cls.__doc__ is None:
            _set_doc(cls, f'{cls.__name__}({", ".join(names)})')

    @staticmethod
    def _functional_(typename, fields=(), /, **kwargs):
        from collections import namedtuple
        if fields and kwargs:
            raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
        msg = 'field {} annotation must be a type'
        kinds = {name: _type_check(kind, msg.format(name)) for name, kind in list(fields) or list(kwargs.items())}
        made = namedtuple(typename, list(kinds), module=_caller())
        made.__annotations__ = kinds
        made.__orig_bases__ = (NamedTuple,)
        return made

class _TypedDictMeta(type):
    """Makes classes of dicts: their instances are plain dicts."""

    def __new__(mcls, name, bases, space, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), dict(space))
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(kind, msg, module=made.__module__)
               for key, kind in space.get('__annotations__', {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(_annotations_of(base))
            must, may = (base.__dict__.get(name, set()) for name in ('__required_keys__', '__optional_keys__'))
            required, optional = (required | must) - may, (optional - must) | may
        for key, kind in own.items():
            if isinstance(kind, _AnnotatedAlias):
                kind = kind.__origin__
            origin = getattr(kind, '__origin__', None)
            must = origin is Required or origin is not NotRequired and total
            (required if must else optional).add(key)
            (optional if must else required).discard(key)
        made.__annotations__ = {**annotations, **own}
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, space, total=True):
        super().__init__(name, bases, space)

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict whose keys are annotated: a base, or a function that makes such a class."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
    if kwargs:
        import warnings
        warnings.warn('The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed '
                      'in Python 3.13, and may not be understood by third-party type checkers.', DeprecationWarning)
    space = {'__annotations__': dict(fields), '__module__': _caller() or '__main__'}
    made = _TypedDictMeta(typename, (), space, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class NewType(_Either):
    """A name for a type that a checker tells from it; the program gets its argument back."""

    def __init__(self, name, tp):
        self.__qualname__, self.__name__ = name, name.rpartition('.')[2]
        self.__supertype__ = tp
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        superclass = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                                f'`{cls.__name__} = NewType({cls.__name__!r}, {superclass})`')
        return (Dummy,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__
