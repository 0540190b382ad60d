from enum import Enum, auto, unique
import copy


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    BLUE = 2
    CRIMSON = 1


print(repr(Color), Color.RED, repr(Color.RED), list(Color), len(Color), Color.RED.name, Color.RED.value)
print(Color['BLUE'], Color(2), Color.RED in Color, Color.CRIMSON, Color.RED is Color.CRIMSON, Color.__members__)
print(isinstance(Color.RED, Color), type(Color), {Color.RED: 1}, Color.RED == 1, Color.RED != Color.BLUE, bool(Color))
print(copy.deepcopy(Color.RED) is Color.RED, f'{Color.RED:>12}|', '%s' % Color.BLUE, list(reversed(Color)), hash(Color.RED) == hash('RED'))


class Step(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == 'x' else None


print([s.value for s in Step], Step('x'), Enum('Animal', 'CAT DOG').DOG, list(Enum('Z', {'A': 5})))
for wrong in (lambda: Color.X, lambda: Color(9), lambda: Color['Q'], lambda: setattr(Color, 'RED', 4),
              lambda: delattr(Color, 'RED'), lambda: Color.RED < Color.BLUE, lambda: Step('y'),
              lambda: setattr(Color.RED, 'value', 3), lambda: unique(Color)):
    attempt(wrong)
