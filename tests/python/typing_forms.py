from typing import (Annotated, Any, Callable, ClassVar, DefaultDict, Deque, Dict, Final, Generator, Generic, Iterable, List,
                    Literal, Mapping, NewType, NoReturn, Optional, Sequence, Set, TYPE_CHECKING, Tuple, Type, TypeVar,
                    Union, cast, get_args, get_origin, get_type_hints)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Union[int], Callable[[int, str], bool])
print(Callable[..., int], Tuple[int, ...], Tuple[()], Any, Literal['a', 1], Type[int], ClassVar[int], Iterable[str])
print(Union[int, int, str], Set[int], Sequence[float], Optional[List[int]], Mapping[str, Any], List, TypeVar('T'), Final[int])
print(List['Foo'], Generator[int, None, str], DefaultDict[str, int], Deque[int], NoReturn, Annotated[int, 'x'])
T = TypeVar('T')


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int]()
s.push(3)
print(s.items, Stack[int], List[T][int], get_origin(List[int]), get_args(Dict[str, int]), Union[int, str] == Union[str, int])


def f(a: int, b: Optional[str] = None) -> List[int]:
    return []


print(get_type_hints(f), TYPE_CHECKING, cast(int, 'a'), NewType('UserId', int)(5), isinstance([], List), isinstance(3, Union[int, str]))
attempt(lambda: isinstance([], List[int]))
attempt(lambda: Any())
attempt(lambda: List[int, str])
attempt(lambda: Optional[int, str])
attempt(lambda: List())
