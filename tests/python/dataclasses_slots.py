# Data classes with slots, with descriptors, with methods of their own; what they tell of themselves.
import copy
import dataclasses
import inspect
import typing
from dataclasses import dataclass, field


@dataclass(slots=True)
class Point:
    x: int
    y: int = 0
    seen: list = field(default_factory=list, repr=False)

    def norm(self):
        return self.x ** 2 + self.y ** 2


p = Point(3, 4)
print(p, Point.__slots__, hasattr(p, '__dict__'), p.norm(), Point.__qualname__, Point.x.__name__)
try:
    p.z = 5
except AttributeError as e:
    print(e)


@dataclass(slots=True, frozen=True)
class Fixed(Point if False else object):
    name: str
    size: int = field(default=7, init=False)


f = Fixed('a')
print(f, f.size, copy.copy(f) == f, copy.deepcopy(f), f.__getstate__())
try:
    f.name = 'b'
except dataclasses.FrozenInstanceError as e:
    print(e)


@dataclass
class Own:
    x: int

    def __init__(self, x):
        self.x = 2 * x


print(Own(3), dataclasses.replace(Own(3), x=5))


class Positive:
    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, instance, owner):
        return 10 if instance is None else getattr(instance, self.name, 'unset')

    def __set__(self, instance, value):
        setattr(instance, self.name, abs(value))


@dataclass
class Account:
    amount: int = Positive()


print(Account(-5), Account().amount)


@dataclass
class Late:
    a: 'int'
    b: 'typing.ClassVar[int]' = 3
    c: 'dataclasses.InitVar[int]' = 4
    _: 'dataclasses.KW_ONLY' = None
    d: 'int' = 5

    def __post_init__(self, c):
        self.a += c


print(Late(1), [each.name for each in dataclasses.fields(Late)], inspect.signature(Late))


@dataclass
class Full:
    x: int
    y: list = field(default_factory=list)
    z: str = field(default='q', kw_only=True)


print(inspect.signature(Full), inspect.signature(Full.__init__), Full.__init__.__annotations__)
print(Full.__dataclass_params__, Full.__init__.__module__ == __name__, Full.__init__.__qualname__)
print(dataclasses.InitVar[list[int]], dataclasses.is_dataclass(Full), dataclasses.is_dataclass(list[int]))
print(Full.__eq__.__qualname__)
print(repr(dataclasses.fields(Full)[2]).replace(repr(dataclasses.MISSING), 'missing'))


class Base:
    __slots__ = ()


Made = dataclasses.make_dataclass('Made', [('a', int), ('b', int, 2)], slots=True, bases=(Base,))
print(Made(1), Made.__slots__)


@dataclass
class Ring:
    next: 'Ring' = None


ring = Ring()
ring.next = ring
print(ring)


class Bad:
    __slots__ = iter('ab')


for make in (lambda: dataclass(slots=True)(type('A', (), {'__slots__': ('a',), '__annotations__': {}})),
             lambda: dataclass(weakref_slot=True)(type('A', (), {})),
             lambda: dataclass(slots=True)(type('A', (Bad,), {'__annotations__': {'x': int}}))):
    try:
        make()
    except TypeError as e:
        print(e)
