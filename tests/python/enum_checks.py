# Enumerations: auto() where it stands, data types mixed in, boundaries of flags, checks, properties of members.
import datetime
import enum
from dataclasses import dataclass
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Colour(Enum):
    RED = auto()
    CRIMSON = RED
    GREEN = auto()
    first = second = auto()
    PAIR = auto(), 'x', auto()


print(list(Colour), Colour.CRIMSON, Colour.second, Colour.PAIR.value)


class Day(datetime.date, Enum):
    NEW_YEAR = 2024, 1, 1
    XMAS = 2024, 12, 25


print(Day.XMAS, Day.XMAS.month, Day.NEW_YEAR < Day.XMAS, repr(Day(datetime.date(2024, 1, 1))))


@dataclass
class Size:
    width: int
    height: int = 1


class Paper(Size, Enum):
    A4 = 210, 297
    STRIP = 100


print(Paper.A4.width, Paper.STRIP.height, Paper.A4.value)


class Period(datetime.timedelta, Enum):
    _ignore_ = 'Period i'
    Period = vars()
    for i in range(3):
        Period['day_%d' % i] = i


print(list(Period.__members__), Period.day_2.days)


class Level(IntEnum):
    _order_ = 'LOW HIGH'
    LOW = 1
    HIGH = 2

    def __str__(self):
        return self.name.lower()


print(f'{Level.LOW} {Level.HIGH:03d} {Level.LOW!r} {Level.HIGH + 1}')


class Word(StrEnum):
    YES = auto()
    NO = b'nope', 'ascii'


print(Word.YES, repr(Word.NO), Word.YES.upper(), [each for each in dir(Colour) if each[0] != '_'])


class Titled(Enum):
    @enum.property
    def title(self):
        return self.name.title()

    @title.setter
    def title(self, value):
        print('title', value)


class Named(Titled):
    title = 1
    other = 2


print(Named.title, Named.other.title)
Named.other.title = 'x'


class Bits(int, Flag):
    A, B = 1, 2


print(repr(Bits.A | Bits.B), Bits.A | 2 if False else Bits(3), ~Bits.A)
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    flags = Flag('F', 'A B D', boundary=boundary)
    for value in (3, 9, -3, -9):
        try:
            print(boundary.name, value, repr(flags(value)))
        except ValueError as e:
            print(boundary.name, e)
print(repr(IntFlag('I', 'A B')(9)), enum.show_flag_values(11), [repr(each) for each in Bits.A | Bits.B])


@enum.verify(UNIQUE, CONTINUOUS, NAMED_FLAGS)
class Fine(Flag):
    A = auto()
    B = auto()
    AB = 3


def bad(source):
    try:
        exec(source, globals())
    except Exception as e:
        print(type(e).__name__, str(e).replace('`', "'"))


bad('@enum.verify(UNIQUE)\nclass A(Enum):\n    a = 1\n    b = 1')
bad('@enum.verify(CONTINUOUS)\nclass A(IntEnum):\n    a = 1\n    b = 4')
bad('@enum.verify(CONTINUOUS)\nclass A(Flag):\n    a = 1\n    b = 8')
bad('@enum.verify(NAMED_FLAGS)\nclass A(Flag):\n    a = 1\n    b = 11')
bad('@enum.verify(NAMED_FLAGS)\nclass A(Flag):\n    a = 1\n    b = 3\n    c = 5')
bad('class A(Enum):\n    _order_ = "b a"\n    a = 1\n    b = 2')
bad('class A(Enum):\n    _odd_ = 1')
bad('class A(Enum):\n    a = 1\n    a = 2')
bad('class A(Enum):\n    mro = 1')
bad('class A(Enum):\n    a = auto()\n    def _generate_next_value_(*args): pass')
bad('class A(Enum):\n    i = 1\n    _ignore_ = "i"')
bad('class A(Enum, int):\n    a = 1')
bad('class A(StrEnum):\n    a = 1')
bad('class A(StrEnum):\n    a = 1, 2, 3, 4')
bad('class A(Day, Enum): pass')
bad('Colour("Foo", ("pink", "black"))')
bad('class A(Flag):\n    a = "x"\n    b = auto()')
bad('Bits("a")')
bad('"A" in Bits.A')
bad('class P(Enum):\n    a = 1\n    only = enum.property()\nP.a.only')
bad('P.a.only = 1')
bad('del P.a.only')
try:
    class A(Size, datetime.date, Enum):
        pass
except TypeError as e:
    print(str(e)[:27])
bad('class A(Flag):\n    a = 1\n    bc = 6\nA(3)')
bad('class T(Size, Enum):\n    a = ()')
