# Annotations read: texts as what they name, of functions, classes and modules; what stands in brackets.
import collections.abc
import functools
import sys
import typing
from typing import Annotated, Callable, ClassVar, Dict, Final, List, Literal, Optional, Tuple, Union


class Node:
    value: 'int'
    left: 'Optional[Node]' = None
    names: ClassVar['List[str]'] = []
    unit: Annotated[float, 'cm'] = 0.0
    size: 'Final[int]' = 3


class Leaf(Node):
    value: 'str'
    other: None


def walk(node: 'Node', depth: int = 0, *rest: 'list[Node]', **more: 'Dict[str, "Node"]') -> 'Union[int, None]':
    """Walks."""


@functools.wraps(walk)
def wrapped(*args):
    pass


print(typing.get_type_hints(Node))
print(typing.get_type_hints(Leaf, include_extras=True))
print(typing.get_type_hints(walk))
print(typing.get_type_hints(wrapped) == typing.get_type_hints(walk), typing.get_type_hints(len))
print(typing.get_type_hints(lambda x: x), typing.get_type_hints(sys.modules[__name__]))


@typing.no_type_check
def unchecked(x: 'no such name'):
    pass


print(typing.get_type_hints(unchecked))
T, K = typing.TypeVar('T'), typing.TypeVar('K', bound='Node')
P, Ts = typing.ParamSpec('P'), typing.TypeVarTuple('Ts')
for each in (List[int], Dict[str, List[T]], Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., T],
             Callable[P, int], Optional[int], Union[int, str, None], Literal['a', 1, True], Annotated[int, 1, 2],
             int | None, list[T], dict[str, list[T]], collections.abc.Callable[[int], str], Union[int, 'Node'],
             typing.Type[Node], typing.Deque[int], typing.Pattern[str], ClassVar[int], typing.Concatenate[int, P],
             Tuple[typing.Unpack[Ts]]):
    print(each, typing.get_origin(each), typing.get_args(each), getattr(each, '__parameters__', '-'))
print(Dict[K, List[T]][str, int], list[T][int], (int | list[T])[str], Callable[P, T][[int, str], bool],
      Callable[[T], K][int, str], Tuple[int, typing.Unpack[Ts]][str, float], Optional[T][int],
      Annotated[List[T], 'row'][int], typing.Generic[T], dict[K, list[T]][int, str])
print(Union[int, Union[str, int]], Union[int] is int, Literal[1, Literal[2, 1]], Literal[0] == Literal[False],
      Union[int, str] == Union[str, int], Union[int, str] == int | str, List[int] == List[int], hash(List[int]) ==
      hash(List[int]), Optional[None])
print(isinstance([], List), isinstance({}, typing.Mapping), issubclass(list, typing.Sequence),
      isinstance(1, Union[int, str]), isinstance('a', typing.Hashable), isinstance(3, typing.Sized))
print(typing.Any, typing.NoReturn, typing.Self, typing.List, T, K.__bound__, P.args, P.kwargs, Ts,
      typing.TypeVar('A', int, str).__constraints__, typing.TypeVar('B', covariant=True), typing.AnyStr)
print(typing.ForwardRef('Node'), typing.ForwardRef('int') == typing.ForwardRef('int'), List['Node'])
print(typing.List.__name__, List[int].__name__, Optional[int].__name__, T.__name__, T.__module__ == __name__)
print(typing.Text, typing.cast(int, 'a'), typing.assert_type(1, int), typing.is_typeddict(dict))
print(int | T, T | None, 'x' if List[int] | None == Optional[List[int]] else '')
