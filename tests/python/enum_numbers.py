from enum import IntEnum, StrEnum, auto, Enum


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Mode(StrEnum):
    FAST = auto()
    SLOW = 'slowly'


class Letter(str, Enum):
    P = 'p'


print(Level.LOW, repr(Level.LOW), f'{Level.LOW}', Level.LOW + 1, Level.LOW == 1, Level.HIGH > 1, [10, 20, 30][Level.LOW])
print('%d' % Level.HIGH, '%s' % Level.HIGH, Level(1), sorted(Level), max(Level), int(Level.HIGH), isinstance(Level.LOW, int))
print({1: 'a'}[Level.LOW], sum(Level), Level.LOW < Level.HIGH, Level.HIGH * 2.5, list(range(Level.HIGH)))
print(Mode.FAST, repr(Mode.SLOW), Mode.FAST == 'fast', Mode.SLOW.upper(), f'{Mode.SLOW:>8}', 'x' + Mode.FAST, Mode('slowly'))
print(Letter.P, repr(Letter.P), Letter.P == 'p', f'{Letter.P}', Letter('p'), Letter.P.upper())
