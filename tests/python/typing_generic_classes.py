# Generic classes, protocols, typed dicts, named tuples and new types.
import collections.abc
import typing
import warnings
from typing import Generic, NamedTuple, NewType, Protocol, TypedDict, TypeVar, runtime_checkable

T, K = TypeVar('T'), TypeVar('K')


class Stack(Generic[T]):
    def __init__(self, *items: T):
        self.items = list(items)

    def push(self, item: T) -> 'Stack[T]':
        self.items.append(item)
        return self


class Pairs(Stack[T], Generic[K, T]):
    pass


class Words(Stack[str]):
    pass


class Numbers(typing.List[int]):
    pass


class Table(typing.Mapping[K, T], Generic[K, T]):
    def __getitem__(self, key):
        return key

    def __iter__(self):
        return iter('ab')

    def __len__(self):
        return 2


s = Stack[int](1, 2).push(3)
print(s.items, s.__orig_class__, Stack[int], Stack.__parameters__, Pairs.__parameters__, Pairs[str, int])
print(Words.__parameters__, Words.__orig_bases__, Words.__mro__[1:], Numbers([1]), Numbers.__mro__[1:-1])
print(list(Table().items()), Table[int, str], isinstance(Table(), collections.abc.Mapping), Stack[T][int])


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str


class Shape(Protocol[T]):
    def area(self) -> T:
        return 0


class Door:
    name = 'door'

    def close(self):
        pass


class Square(Shape[int]):
    def __init__(self, side):
        self.side = side


print(isinstance(Door(), Closes), issubclass(Door, Closes), isinstance(3, Closes), isinstance(Door(), Named),
      isinstance(Square(2), Named), Square(3).side, Square(1).area(), Shape.__parameters__)
print(isinstance(3, typing.SupportsInt), isinstance('a', typing.SupportsAbs), isinstance(2.5, typing.SupportsRound))


class Movie(TypedDict):
    title: str
    year: int


class More(Movie, total=False):
    rating: 'float'
    seen: typing.Required[bool]


Point = TypedDict('Point', {'x': int, 'y': typing.NotRequired[int]})
m = More(title='A', year=1999)
print(m, type(m), More.__annotations__, sorted(More.__required_keys__), sorted(More.__optional_keys__), More.__total__)
print(Point.__annotations__, sorted(Point.__required_keys__), Point(x=1), typing.is_typeddict(Point), Movie.__bases__)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    TypedDict('Old', a=int)
print(len(seen), typing.get_type_hints(More))

UserId = NewType('UserId', int)
print(UserId(5) + 1, UserId, UserId.__supertype__, UserId.__name__, UserId | None)


class Employee(NamedTuple):
    """Works."""
    name: str
    age: int = 30

    def older(self):
        return self._replace(age=self.age + 1)


Row = NamedTuple('Row', [('a', int), ('b', 'str')])
print(Employee('Ann').older(), Employee._field_defaults, Employee.__annotations__, Row(1, 'x'), Row.__annotations__)
print(Employee.__doc__, Employee('Bo', 4)[1], Row._fields)


class AnyMock(typing.Any):
    pass


print(AnyMock().__class__.__mro__[1], isinstance(AnyMock(), AnyMock))
