from dataclasses import asdict, dataclass, field
from typing import Any, Dict, List
import heapq


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Vector:
    x: float = 0.0
    y: float = 0.0

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    @classmethod
    def unit(cls):
        return cls(1.0, 0.0)


@dataclass(order=True)
class Task:
    priority: int
    item: Any = field(compare=False)


@dataclass
class Checked:
    age: int
    notes: Dict[str, List[int]] = field(default_factory=dict, metadata={'unit': 'none'})

    def __post_init__(self):
        if self.age < 0:
            raise ValueError('age must not be negative')


print(Vector(1, 2) + Vector.unit(), sum([Vector(1, 1), Vector(2, 2)], Vector()), Vector() == Vector(0, 0))
heap = []
for n in (3, 1, 2):
    heapq.heappush(heap, Task(n, str(n)))
print([heapq.heappop(heap).item for _ in range(3)], Task(1, 'a') == Task(1, 'b'))
print(Checked(3), asdict(Checked(3, {'a': [1]})), Checked.__dataclass_fields__['notes'].metadata['unit'], Checked.__match_args__)
attempt(lambda: Checked(-1))
