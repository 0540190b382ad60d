"""Names for annotations: nothing is checked, but they can be read and shown."""
import collections as _collections
import collections.abc as _abc
from _collections import namedtuple_setup as _setup, tuple_with_names as _tuple_with_names
from _dataclasses import set_doc as _set_doc
from abc import ABCMeta as _ABCMeta

TYPE_CHECKING = False


def _show(part):
    if isinstance(part, type) and not hasattr(part, '_alias_parts_'):
        if part.__module__ == 'builtins':
            return part.__qualname__
        return f'{part.__module__}.{part.__qualname__}'
    if part is ...:
        return '...'
    if isinstance(part, list):
        return '[' + ', '.join(map(_show, part)) + ']'
    if callable(part) and hasattr(part, '__qualname__') and not isinstance(part, _Form):
        return part.__name__
    return repr(part)


def _parts(item):
    return item if isinstance(item, tuple) else (item,)


class ForwardRef:
    """A name that is not there yet."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


def _checked(part):
    if part is None:
        return type(None)
    if isinstance(part, str):
        return ForwardRef(part)
    return part


class _Form:
    """What can stand in an annotation: Any, Union, List[int], ..."""

    __iter__ = None

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Special(_Form):
    """A name that stands for itself, or makes something of [...]."""

    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __repr__(self):
        return f'typing.{self._name}'

    def __call__(self, *args, **kwds):
        if self._name == 'Any':
            raise TypeError('Any cannot be instantiated')
        raise TypeError(f'Cannot instantiate {self!r}')

    def __getitem__(self, item):
        if self._make is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._make(self, item)

    def __instancecheck__(self, instance):
        raise TypeError(f'{self!r} cannot be used with isinstance()')


class _Alias(_Form):
    """List[int] and the like: __origin__ is the class, __args__ what stands in the brackets."""

    def __init__(self, origin, args, name):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name

    @property
    def __parameters__(self):
        found = []
        for each in self.__args__:
            for one in [each] if isinstance(each, TypeVar) else getattr(each, '__parameters__', ()):
                if one not in found:
                    found.append(one)
        return tuple(found)

    def __repr__(self):
        if self._name == 'Callable' and self.__args__[0] is not ...:
            *given, result = self.__args__
            return f'typing.Callable[[{", ".join(map(_show, given))}], {_show(result)}]'
        shown = ', '.join(map(_show, self.__args__)) or '()'
        name = f'typing.{self._name}' if self._name else _show(self.__origin__)
        return f'{name}[{shown}]'

    def __eq__(self, other):
        return (isinstance(other, _Alias) and self.__origin__ == other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwds):
        if self._name in ('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type'):
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwds)

    def __iter__(self):
        if self._name in ('Union', 'Optional', 'Callable', 'Literal', 'Annotated', 'ClassVar', 'Final'):
            raise TypeError(f"'{type(self).__name__}' object is not iterable")
        return iter([Unpack[self]])

    def __getitem__(self, item):
        given = _parts(item)
        names = self.__parameters__
        if not names:
            raise TypeError(f'{self!r} is not a generic class')
        if len(given) != len(names):
            many = 'many' if len(given) > len(names) else 'few'
            raise TypeError(f'Too {many} arguments for {self!r}; actual {len(given)}, expected {len(names)}')
        values = dict(zip(names, map(_checked, given)))
        return self._with(tuple(_replaced(each, values) for each in self.__args__))

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __instancecheck__(self, instance):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)


def _replaced(part, values):
    if part in values if isinstance(part, TypeVar) else False:
        return values[part]
    if isinstance(part, _Alias) and part.__parameters__:
        return part._with(tuple(_replaced(each, values) for each in part.__args__))
    return part


class _Generic(_Form):
    """List, Dict, ...: a class under typing's name."""

    def __init__(self, origin, name, count):
        self.__origin__ = origin
        self._name = name
        self._count = count

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, item):
        if self._name == 'Tuple' and item == ():
            return _Alias(tuple, (), 'Tuple')
        given = tuple(map(_checked, _parts(item)))
        if self._count > 0 and len(given) != self._count:
            many = 'many' if len(given) > self._count else 'few'
            raise TypeError(f'Too {many} arguments for {self!r}; actual {len(given)}, expected {self._count}')
        return _Alias(self.__origin__, given, self._name)

    def __call__(self, *args, **kwds):
        if self.__origin__ in (list, dict, set, frozenset, tuple, type):
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwds)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _CallableForm(_Generic):
    def __getitem__(self, item):
        if not isinstance(item, tuple) or len(item) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        given, result = item
        if given is ...:
            return _Alias(self.__origin__, (..., _checked(result)), 'Callable')
        if not isinstance(given, (list, tuple)):
            given = (given,)
        return _Alias(self.__origin__, tuple(map(_checked, given)) + (_checked(result),), 'Callable')


class _UnionAlias(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_show(args[0] if args[1] is type(None) else args[1])}]'
        return f'typing.Union[{", ".join(map(_show, args))}]'

    def __eq__(self, other):
        return isinstance(other, _UnionAlias) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def _with(self, args):
        return Union[args]

    def __instancecheck__(self, instance):
        return any(isinstance(instance, each) for each in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, each) for each in self.__args__)


def _make_union(form, item):
    if item == ():
        raise TypeError('Cannot take a Union of no types.')
    flat = []
    for each in _parts(item):
        each = _checked(each)
        flat.extend(each.__args__ if isinstance(each, _UnionAlias) else [each])
    unique = list(dict.fromkeys(flat))
    return unique[0] if len(unique) == 1 else _UnionAlias(Union, tuple(unique), 'Union')


def _one(name):
    def make(form, item):
        if isinstance(item, tuple):
            raise TypeError(f'{form!r} accepts only single type. Got {item!r}.')
        return _Alias(form, (_checked(item),), name)
    return make


class _LiteralAlias(_Alias):
    def __repr__(self):
        return f'typing.Literal[{", ".join(map(repr, self.__args__))}]'


Any = _Special('Any')
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
TypeAlias = _Special('TypeAlias')
Union = _Special('Union', _make_union)


def _make_optional(form, item):
    if isinstance(item, tuple):
        raise TypeError(f'{form!r} requires a single type. Got {item!r}.')
    return Union[item, None]


Optional = _Special('Optional', _make_optional)
Literal = _Special('Literal', lambda form, item: _LiteralAlias(form, tuple(dict.fromkeys(_parts(item))), 'Literal'))
ClassVar = _Special('ClassVar', _one('ClassVar'))
Final = _Special('Final', _one('Final'))
Required = _Special('Required', _one('Required'))
NotRequired = _Special('NotRequired', _one('NotRequired'))
TypeGuard = _Special('TypeGuard', _one('TypeGuard'))
Unpack = _Special('Unpack', _one('Unpack'))
Concatenate = _Special('Concatenate', lambda form, item: _Alias(form, _parts(item), 'Concatenate'))


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, args, name, metadata=()):
        super().__init__(origin, args, name)
        self.__metadata__ = metadata

    def __repr__(self):
        shown = ', '.join([_show(self.__origin__), *map(repr, self.__metadata__)])
        return f'typing.Annotated[{shown}]'


def _make_annotated(form, item):
    if not isinstance(item, tuple) or len(item) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    return _AnnotatedAlias(item[0], (item[0],), 'Annotated', item[1:])


Annotated = _Special('Annotated', _make_annotated)

List = _Generic(list, 'List', 1)
Dict = _Generic(dict, 'Dict', 2)
Set = _Generic(set, 'Set', 1)
FrozenSet = _Generic(frozenset, 'FrozenSet', 1)
Tuple = _Generic(tuple, 'Tuple', -1)
Type = _Generic(type, 'Type', 1)
DefaultDict = _Generic(_collections.defaultdict, 'DefaultDict', 2)
OrderedDict = _Generic(_collections.OrderedDict, 'OrderedDict', 2)
Counter = _Generic(_collections.Counter, 'Counter', 1)
ChainMap = _Generic(_collections.ChainMap, 'ChainMap', 2)
Deque = _Generic(_collections.deque, 'Deque', 1)
Callable = _CallableForm(_abc.Callable, 'Callable', 2)
Iterable = _Generic(_abc.Iterable, 'Iterable', 1)
Iterator = _Generic(_abc.Iterator, 'Iterator', 1)
Generator = _Generic(_abc.Generator, 'Generator', 3)
Sequence = _Generic(_abc.Sequence, 'Sequence', 1)
MutableSequence = _Generic(_abc.MutableSequence, 'MutableSequence', 1)
Mapping = _Generic(_abc.Mapping, 'Mapping', 2)
MutableMapping = _Generic(_abc.MutableMapping, 'MutableMapping', 2)
AbstractSet = _Generic(_abc.Set, 'AbstractSet', 1)
MutableSet = _Generic(_abc.MutableSet, 'MutableSet', 1)
Collection = _Generic(_abc.Collection, 'Collection', 1)
Container = _Generic(_abc.Container, 'Container', 1)
Reversible = _Generic(_abc.Reversible, 'Reversible', 1)
Hashable = _Generic(_abc.Hashable, 'Hashable', 0)
Sized = _Generic(_abc.Sized, 'Sized', 0)
KeysView = _Generic(_abc.KeysView, 'KeysView', 1)
ItemsView = _Generic(_abc.ItemsView, 'ItemsView', 2)
ValuesView = _Generic(_abc.ValuesView, 'ValuesView', 1)
Awaitable = _Generic(_abc.Awaitable, 'Awaitable', 1)
Text = str


def _several(name):
    return lambda form, item: _Alias(form, tuple(map(_checked, _parts(item))), name)


Pattern = _Special('Pattern', _one('Pattern'))
Match = _Special('Match', _one('Match'))
ContextManager = _Special('ContextManager', _one('ContextManager'))
AsyncContextManager = _Special('AsyncContextManager', _one('AsyncContextManager'))
AsyncIterable = _Generic(_abc.AsyncIterable, 'AsyncIterable', 1)
AsyncIterator = _Generic(_abc.AsyncIterator, 'AsyncIterator', 1)
AsyncGenerator = _Generic(_abc.AsyncGenerator, 'AsyncGenerator', 2)
Coroutine = _Special('Coroutine', _several('Coroutine'))


def _alias_of_class(cls, item):
    return _Alias(cls, tuple(map(_checked, _parts(item))), None)


class TypeVar(_Form):
    """A name for a type that is not known."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        return f'{"+" if self.__covariant__ else "-" if self.__contravariant__ else "~"}{self.__name__}'


class ParamSpecArgs:
    """The positional arguments of a ParamSpec."""

    _shown = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._shown}'

    def __eq__(self, other):
        return type(other) is type(self) and self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((self._shown, self.__origin__))


class ParamSpecKwargs(ParamSpecArgs):
    """The keyword arguments of a ParamSpec."""

    _shown = 'kwargs'


class ParamSpec(TypeVar):
    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar('AnyStr', bytes, str)
T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')


class _GenericBase:
    """What Generic[T] is while a class is made of it."""


class Generic:
    """A base: the class can stand before [...]."""

    def __class_getitem__(cls, item):
        if cls is Generic:
            return Generic
        return _alias_of_class(cls, item)


class _ProtocolMeta(_ABCMeta):
    """Classes of methods: what has them counts as derived, once runtime_checkable says so."""

    def _wanted(cls):
        names = set()
        for base in cls.__mro__:
            if base not in (Protocol, Generic, object):
                names.update(base.__dict__.get('__annotations__', {}))
                names.update(name for name in base.__dict__ if name not in _no_members)
        return names

    def __call__(cls, *args, **kwargs):
        if Protocol in cls.__bases__:
            raise TypeError('Protocols cannot be instantiated')
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if cls in type(instance).__mro__:
            return True
        if Protocol not in cls.__bases__:
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime_protocol'):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return all(hasattr(instance, name) for name in cls._wanted())

    def __subclasscheck__(cls, other):
        if cls in other.__mro__:
            return True
        if Protocol not in cls.__bases__:
            return super().__subclasscheck__(other)
        if not cls.__dict__.get('_is_runtime_protocol'):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return all(hasattr(other, name) for name in cls._wanted())


_no_members = {'__module__', '__qualname__', '__doc__', '__dict__', '__annotations__', '__init__', '__hash__',
               '__abstractmethods__', '_is_runtime_protocol', '__weakref__', '__slots__', '__parameters__'}


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base: whatever has its methods counts as derived, once runtime_checkable says so."""

    def __class_getitem__(cls, item):
        if cls is Protocol:
            return Protocol
        return _alias_of_class(cls, item)


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self): pass


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self): pass


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self): pass


@runtime_checkable
class SupportsAbs(Protocol):
    def __abs__(self): pass


@runtime_checkable
class SupportsRound(Protocol):
    def __round__(self, ndigits=0): pass


@runtime_checkable
class SupportsBytes(Protocol):
    def __bytes__(self): pass


class NamedTuple(_tuple_with_names):
    """A base: the class's annotations become the items of a tuple."""

    def __init_subclass__(cls, **kwargs):
        if NamedTuple not in cls.__bases__:
            return
        annotations = cls.__dict__.get('__annotations__', {})
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
        pairs = list(fields) or list(kwargs.items())
        made = _collections.namedtuple(typename, [name for name, _ in pairs], module='__main__')
        made.__annotations__ = dict(pairs)
        return made


class TypedDict(dict):
    """A base: a dict whose keys are annotated."""

    def __init_subclass__(cls, total=True, **kwargs):
        annotations = {}
        for base in reversed(cls.__mro__):
            annotations.update(base.__dict__.get('__annotations__', {}))
        cls.__annotations__ = annotations
        cls.__total__ = total
        cls.__required_keys__ = frozenset(annotations if total else ())
        cls.__optional_keys__ = frozenset(() if total else annotations)

    def __new__(cls, *args, **kwargs):
        if cls is TypedDict:
            made = type(args[0], (TypedDict,), {'__annotations__': dict(args[1] if len(args) > 1 else kwargs)})
            return made
        return dict(*args, **kwargs)


def NewType(name, tp):
    """A function that gives back its argument, under a name."""
    def new_type(x):
        return x
    new_type.__name__ = new_type.__qualname__ = name
    new_type.__supertype__ = tp
    return new_type


def cast(typ, val):
    return val


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of an object."""
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get('__annotations__', {}))
    else:
        hints.update(getattr(obj, '__annotations__', {}))
    return {name: type(None) if hint is None else hint for name, hint in hints.items()}


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    return getattr(tp, '__origin__', Generic if tp is Generic else None)


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    args = getattr(tp, '__args__', ())
    if isinstance(tp, _Alias) and tp._name == 'Callable' and args[0] is not ...:
        return list(args[:-1]), args[-1]
    return args


from _typing_overload import clear_overloads, dataclass_transform, get_overloads, overload


def no_type_check_decorator(decorator):
    """Gives what another decorator makes no_type_check's effect."""
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


def final(f):
    f.__final__ = True
    return f


def no_type_check(arg):
    """Marks a function, or the functions of a class, as one whose annotations are no types."""
    if isinstance(arg, type):
        for value in arg.__dict__.values():
            if hasattr(value, '__code__'):
                value.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except (TypeError, AttributeError):
        pass
    return arg


def is_typeddict(tp):
    return isinstance(tp, type) and issubclass(tp, TypedDict)


def assert_never(arg):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def assert_type(val, typ):
    return val


def reveal_type(obj):
    """Says on standard error which class something is of."""
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


class IO(Generic):
    pass


class TextIO(IO):
    pass


class BinaryIO(IO):
    pass


