from enum import Flag, IntFlag, auto


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6


class Bits(IntFlag):
    A = auto()
    B = auto()


print(Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm(0), repr(Perm(0)), ~Perm.R, repr(~Perm.R), list(Perm), list(Perm.RW))
print(Perm.RW, repr(Perm.R | Perm.W), Perm(7), len(Perm.RW), Perm.R in Perm.RW, bool(Perm(0)), Perm.R & Perm.W, Perm.R ^ Perm.RW)
print(Perm.RW.name, (Perm.R | Perm.X).name, Perm['RW'], Perm.RW.value, Perm.__members__)
print(Bits.A | Bits.B, repr(Bits.A | Bits.B), repr(Bits(8)), repr(Bits(9)), Bits.A + 1, repr(Bits.A & 1), repr(~Bits.A))
attempt(lambda: Perm(99))
attempt(lambda: Perm.R | 3)
