# What typing refuses, and how it says so.
import collections.abc
import typing
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Dict, Final, Generic, List, Literal, NamedTuple,
                    NewType, Optional, ParamSpec, Protocol, Tuple, TypedDict, TypeVar, TypeVarTuple, Union, Unpack)

T, K, P, Ts = TypeVar('T'), TypeVar('K'), ParamSpec('P'), TypeVarTuple('Ts')
Us = TypeVarTuple('Us')


class Box(Generic[T]):
    pass


class Words(Box[str]):
    pass


class Calls(Generic[T, P]):
    pass


class Many(Generic[K, Unpack[Ts]]):
    pass


class Plain(Protocol):
    def go(self): ...


@typing.runtime_checkable
class HasName(Protocol):
    name: str


class Movie(TypedDict):
    title: str


class Starts(NamedTuple):
    a: int


def make(source):
    exec(source, globals())


def shown(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e)


for call in (lambda: Any(), lambda: isinstance(1, Any), lambda: Union[()], lambda: Union[1, 2, (3,)],
             lambda: Optional[int, str], lambda: Union(), lambda: isinstance(1, ClassVar), lambda: typing.Self[int],
             lambda: issubclass(int, Final), lambda: ClassVar[int, str], lambda: List[int, str], lambda: Dict[int],
             lambda: List[ClassVar[int]], lambda: List[Union], lambda: List[Generic], lambda: List[int][str],
             lambda: List(), lambda: isinstance([], List[int]), lambda: Callable[int], lambda: Callable[[int], (1, 2)],
             lambda: Tuple[(1, 2), ...], lambda: Annotated[int], lambda: Annotated(), lambda: Annotated[Unpack[Ts], 1],
             lambda: Concatenate[()], lambda: Concatenate[int, str], lambda: Literal(), lambda: list[int][str],
             lambda: (int | list[str])[int], lambda: collections.abc.Callable[int, str],
             lambda: collections.abc.Callable[int], lambda: typing.Required[int, str], lambda: iter(Union[int, str]),
             lambda: Box[int, str], lambda: Words[int], lambda: Callable[P, T][int, str], lambda: Generic[()], lambda: Generic[int], lambda: Generic[T, T],
             lambda: Generic[T][int], lambda: Calls[int], lambda: Calls[int, str], lambda: Many[()],
             lambda: Tuple[Unpack[Ts], Unpack[Us]][int], lambda: List[T][Unpack[Ts]],
             lambda: Many[int, Unpack[Tuple[int, ...]], Unpack[Tuple[str, ...]]], lambda: Ts.__typing_subst__(int),
             lambda: TypeVar('A', int), lambda: TypeVar('A', int, str, bound=int),
             lambda: TypeVar('A', covariant=True, contravariant=True), lambda: TypeVar('A', bound=(int, str)),
             lambda: typing.ForwardRef(5), lambda: typing.ForwardRef('a b'), lambda: typing.List.nothing,
             lambda: Plain(), lambda: isinstance(1, Plain), lambda: issubclass(int, HasName), lambda: issubclass(1, Plain),
             lambda: typing.runtime_checkable(int), lambda: isinstance({}, Movie),
             lambda: TypedDict('A', {'a': int}, b=int), lambda: TypedDict('A', {'a': (1, 2)}),
             lambda: NamedTuple('A', [('a', int)], b=int), lambda: NamedTuple('A', [('a', (1, 2))]),
             lambda: typing.get_type_hints(5), lambda: typing.assert_never('x' * 200), lambda: typing.Self.nothing):
    shown(call)
for source in ('class A(Union): pass', 'class A(Union[int, str]): pass', 'class A(T): pass', 'class A(type(Union)): pass', 'class A(TypeVar): pass', 'class A(Annotated): pass',
               'class A(Generic): pass', 'class A(Box[T], Generic[K]): pass', 'class A(Generic[T], Generic[K]): pass',
               'class A(Protocol, int): pass', 'class A(Movie, int): pass', 'class A(NewType("U", int)): pass',
               'class A(NamedTuple, Words): pass', 'class A(NamedTuple):\n    a: int = 1\n    b: int',
               'class A(NamedTuple):\n    _a: int', 'class A(NamedTuple):\n    a: int\n    def _replace(self): pass'):
    shown(make, source)


@typing.overload
def one(x: int) -> int: ...


shown(one, 1)
