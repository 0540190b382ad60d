from dataclasses import FrozenInstanceError, dataclass


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'q'


f = F(1)
print(f, F(1) < F(2), sorted([F(3), F(1, 'z'), F(1, 'a')]), hash(F(1)) == hash(F(1)), {F(1): 2}, F(1) >= F(1), {F(1), F(1)})
attempt(lambda: setattr(f, 'a', 5))
attempt(lambda: delattr(f, 'a'))
attempt(lambda: setattr(f, 'zz', 1))
attempt(lambda: F(1) < 3)
print(issubclass(FrozenInstanceError, AttributeError), f.__match_args__)


@dataclass(eq=False, repr=False)
class N:
    a: int


@dataclass(unsafe_hash=True)
class H:
    a: int


print(N(1) == N(1), len({H(1), H(1), H(2)}))


def mutable():
    @dataclass
    class M:
        a: list = []


def order():
    @dataclass
    class M:
        a: int = 1
        b: int


attempt(mutable)
attempt(order)
