from enum import Enum, IntEnum, auto, member, nonmember
import json


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Base(Enum):
    def describe(self):
        return f'{self.name}={self.value}'


class Child(Base):
    A = 1
    B = 'two'


class Shape(Enum):
    SQUARE = 'square'
    CIRCLE = 'circle'

    @staticmethod
    def parse(text):
        return Shape(text.lower())

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, Shape) else other)

    def __hash__(self):
        return hash(self.value)


class Extra(Enum):
    X = member(3)
    y = nonmember(4)


class Level(IntEnum):
    A = auto()
    B = auto()
    C = 10


print(Child.A.describe(), list(Child), isinstance(Child.A, Base), issubclass(Child, Enum), list(Extra), Extra.y)
print(Shape.parse('SQUARE'), Shape.SQUARE == 'square', {Shape.SQUARE: 1}, {s.name: s.value for s in Shape})
print(Level.B + Level.C, Level(10), Level.A | 4, json.dumps({'k': Level.B}), Level['C'].value, -Level.A, Level.C / 4, f'{Level.C:04d}')
attempt(lambda: Level('x'))
attempt(lambda: Shape())
attempt(lambda: Level.A.foo)
