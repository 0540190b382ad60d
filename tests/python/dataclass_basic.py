from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, replace


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class P:
    x: int
    y: float = 2.5
    tags: list = field(default_factory=list)
    z: int = field(default=0, repr=False, compare=False)


print(P(1), P(1, 3), P(1) == P(1), P(1) == P(2), P(1) != 3, P.__doc__, P.y, [f.name for f in fields(P)])
print(asdict(P(1, tags=[1])), astuple(P(5)), replace(P(1), x=9), is_dataclass(P), is_dataclass(3), [f.type for f in fields(P)])
a, b = P(1), P(1)
a.tags.append(1)
a.x = 7
print(a, b, P(1, z=1) == P(1, z=2))
for wrong in (lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: P(1, q=2), lambda: hash(P(1)), lambda: P(1) < P(2),
              lambda: replace(P(1), w=1), lambda: P(1, x=1), lambda: fields(3), lambda: asdict(3),
              lambda: field(default=1, default_factory=list)):
    attempt(wrong)
