from dataclasses import KW_ONLY, InitVar, dataclass, field, fields, make_dataclass, asdict
from typing import ClassVar, List, Optional


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    a: int = 0


@dataclass
class Derived(Base):
    b: int = 1

    def __post_init__(self):
        self.c = self.a + self.b

    @property
    def total(self):
        return self.c * 2


@dataclass
class Keywords:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int


@dataclass
class Scaled:
    a: int
    scale: InitVar[int] = 2
    n: ClassVar[int] = 10
    out: int = field(init=False)

    def __post_init__(self, scale):
        self.out = self.a * scale


@dataclass
class Tree:
    value: int
    kids: List['Tree'] = field(default_factory=list)
    label: Optional[str] = None


print(Derived(), Derived(2, 3).total, Derived(b=7), isinstance(Derived(), Base), Keywords(1, c=2))
print(Scaled(3), Scaled(3, 5), Scaled.n, [f.name for f in fields(Scaled)])
tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(tree, asdict(tree))
print(make_dataclass('Q', [('x', int), ('y', int, field(default=5))])(1))
attempt(lambda: Keywords(1, 2))
attempt(lambda: Keywords(1))
attempt(lambda: Scaled(1, out=3))
