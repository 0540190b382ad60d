"""Names for annotations: nothing is checked, but they can be read and shown."""
import collections as _collections
import collections.abc as _abc
import contextlib as _contextlib
import functools as _functools
import re as _re
import sys as _sys
import types as _types
from _instance_check import set_substitution as _set_substitution
from _typing_aliases import (ForwardRef, _AnnotatedAlias, _BaseGenericAlias, _CallableType, _Final, _GenericAlias,
                             _SpecialGenericAlias, _TupleType, _UnionGenericAlias, _copy_with, _eval_type,
                             _is_param_expr, _is_unpacked_variable, _new_args, _type_check, NoneType, Any, ClassVar,
                             Concatenate, Final, Literal, LiteralString, Never, NoReturn, NotRequired, Optional,
                             Required, Self, TypeAlias, TypeGuard, Union, Unpack)
from _typing_variables import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple
from _typing_classes import (Generic, NamedTuple, NewType, Protocol, TypedDict, _TypedDictMeta, runtime_checkable)
from _typing_overload import clear_overloads, dataclass_transform, get_overloads, overload
from types import GenericAlias

TYPE_CHECKING = False

# What list[T][int] and (int | T)[str] are: the interpreter's own aliases ask here.
_set_substitution(lambda alias, item: _copy_with(alias, _new_args(alias, item if isinstance(item, tuple) else (item,))))


class Annotated:
    """A type with more that is known of it: Annotated[int, 'cm']."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
        if _is_unpacked_variable(params[0]):
            raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
        origin = _type_check(params[0], 'Annotated[t, ...]: t must be a type.', allow_special_forms=True)
        return _AnnotatedAlias(origin, tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')


_alias = _SpecialGenericAlias
Callable = _CallableType(_abc.Callable, 2)
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
List = _alias(list, 1, inst=False, name='List')
Dict = _alias(dict, 2, inst=False, name='Dict')
Set = _alias(set, 1, inst=False, name='Set')
FrozenSet = _alias(frozenset, 1, inst=False, name='FrozenSet')
Type = _alias(type, 1, inst=False, name='Type')
Deque = _alias(_collections.deque, 1, name='Deque')
DefaultDict = _alias(_collections.defaultdict, 2, name='DefaultDict')
OrderedDict = _alias(_collections.OrderedDict, 2)
Counter = _alias(_collections.Counter, 1)
ChainMap = _alias(_collections.ChainMap, 2)
AbstractSet = _alias(_abc.Set, 1, name='AbstractSet')
ByteString = _alias(_abc.ByteString, 0)
Hashable = _alias(_abc.Hashable, 0)
Sized = _alias(_abc.Sized, 0)
Awaitable, Iterable, Iterator = (_alias(each, 1) for each in (_abc.Awaitable, _abc.Iterable, _abc.Iterator))
AsyncIterable, AsyncIterator = _alias(_abc.AsyncIterable, 1), _alias(_abc.AsyncIterator, 1)
Reversible, Container, Collection = (_alias(each, 1) for each in (_abc.Reversible, _abc.Container, _abc.Collection))
MutableSet, Sequence, MutableSequence = (_alias(each, 1) for each in (_abc.MutableSet, _abc.Sequence,
                                                                       _abc.MutableSequence))
Mapping, MutableMapping = _alias(_abc.Mapping, 2), _alias(_abc.MutableMapping, 2)
MappingView, KeysView, ValuesView = (_alias(each, 1) for each in (_abc.MappingView, _abc.KeysView, _abc.ValuesView))
ItemsView = _alias(_abc.ItemsView, 2)
Generator, Coroutine = _alias(_abc.Generator, 3), _alias(_abc.Coroutine, 3)
AsyncGenerator = _alias(_abc.AsyncGenerator, 2)
ContextManager = _alias(_contextlib.AbstractContextManager, 1, name='ContextManager')
AsyncContextManager = _alias(_contextlib.AbstractAsyncContextManager, 1, name='AsyncContextManager')
Pattern, Match = _alias(_re.Pattern, 1, name='Pattern'), _alias(_re.Match, 1, name='Match')
Text = str
AnyStr = TypeVar('AnyStr', bytes, str)
T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
T_co, V_co, VT_co = (TypeVar(name, covariant=True) for name in ('T_co', 'V_co', 'VT_co'))
T_contra = TypeVar('T_contra', contravariant=True)
CT_co = TypeVar('CT_co', covariant=True, bound=type)


def _supports(name, method, generic=False):
    """A protocol of one method."""
    bases = (Protocol[T_co],) if generic else (Protocol,)
    made = _types.new_class(name, bases, {}, lambda space: space.update(
        {method.__name__: method, '__module__': 'typing', '__slots__': (), '__doc__': f'What has {method.__name__}.'}))
    return runtime_checkable(made)


def __int__(self) -> int: pass
def __float__(self) -> float: pass
def __complex__(self) -> complex: pass
def __bytes__(self) -> bytes: pass
def __index__(self) -> int: pass
def __abs__(self) -> T_co: pass
def __round__(self, ndigits: int = 0) -> T_co: pass


SupportsInt, SupportsFloat = _supports('SupportsInt', __int__), _supports('SupportsFloat', __float__)
SupportsComplex, SupportsBytes = _supports('SupportsComplex', __complex__), _supports('SupportsBytes', __bytes__)
SupportsIndex = _supports('SupportsIndex', __index__)
SupportsAbs = _supports('SupportsAbs', __abs__, True)
SupportsRound = _supports('SupportsRound', __round__, True)
del __int__, __float__, __complex__, __bytes__, __index__, __abs__, __round__


class IO(Generic[AnyStr]):
    """What open() gives."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """What open() gives for bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """What open() gives for text."""

    __slots__ = ()


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    """Says on standard error which class something is of."""
    print(f'Runtime type is {type(obj).__name__!r}', file=_sys.stderr)
    return obj


def assert_never(arg, /):
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {text}')


def _hints_of_class(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        home = getattr(_sys.modules.get(base.__module__), '__dict__', {}) if globalns is None else globalns
        inside = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # Names of the module go before names of the class, which often are the fields themselves.
            home, inside = inside, home
        found = base.__dict__.get('__annotations__')
        for name, value in found.items() if isinstance(found, dict) else ():
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(NoneType if value is None else value, home, inside)
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of an object, texts read as what they name."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = _hints_of_class(obj, globalns, localns)
        return hints if include_extras else {name: _strip_annotations(hint) for name, hint in hints.items()}
    if globalns is None:
        if isinstance(obj, _types.ModuleType):
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = getattr(inner, '__globals__', {})
    localns = globalns if localns is None else localns
    found = getattr(obj, '__annotations__', None)
    if found is None:
        if not isinstance(obj, (_types.ModuleType, _types.FunctionType, _types.MethodType, _types.BuiltinFunctionType,
                                _types.MethodDescriptorType, _types.WrapperDescriptorType)):
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        return {}
    hints = {}
    for name, value in found.items():
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=not isinstance(obj, _types.ModuleType), is_class=False)
        hints[name] = _eval_type(NoneType if value is None else value, globalns, localns)
    return hints if include_extras else {name: _strip_annotations(hint) for name, hint in hints.items()}


def _strip_annotations(t):
    """A type without what Annotated, Required and NotRequired say of it."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if isinstance(t, _GenericAlias) and t.__origin__ in (Required, NotRequired):
        return _strip_annotations(t.__args__[0])
    if not isinstance(t, (_GenericAlias, _types.GenericAlias, _types.UnionType)):
        return t
    args = tuple(map(_strip_annotations, t.__args__))
    return t if args == t.__args__ else _copy_with(t, args)


def get_origin(tp):
    """The class or form before the brackets, or None."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, _types.GenericAlias, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _types.UnionType if isinstance(tp, _types.UnionType) else None


def get_args(tp):
    """What stands in the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _types.UnionType):
        return tp.__args__
    if not isinstance(tp, (_GenericAlias, _types.GenericAlias)):
        return ()
    args = tp.__args__
    if tp.__origin__ is _abc.Callable and not (len(args) == 2 and _is_param_expr(args[0])):
        return list(args[:-1]), args[-1]
    return args


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def final(f):
    """Says that a class is not derived from, a method not overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Marks a function, or the functions of a class, as one whose annotations are no types."""
    if isinstance(arg, type):
        for name in dir(arg):
            value = getattr(arg, name)
            own = f'{arg.__module__}.{arg.__qualname__}.{name}'
            if f'{getattr(value, "__module__", None)}.{getattr(value, "__qualname__", None)}' != own:
                continue
            if isinstance(value, _types.FunctionType):
                value.__no_type_check__ = True
            elif isinstance(value, _types.MethodType):
                value.__func__.__no_type_check__ = True
            elif isinstance(value, type):
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except (TypeError, AttributeError):
        pass
    return arg


def no_type_check_decorator(decorator):
    """Gives what another decorator makes no_type_check's effect."""
    @_functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


__all__ = [name for name in dir() if not name.startswith('_') and name not in (
    'T', 'KT', 'VT', 'T_co', 'V_co', 'VT_co', 'T_contra', 'CT_co', 'NoneType', 'GenericAlias')]
