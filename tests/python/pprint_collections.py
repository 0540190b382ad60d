from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
import pprint


@dataclass
class Point:
    x: int
    name: str


pprint.pprint(Counter('the quick brown fox jumps over the lazy dog and the cat'.split()), width=40)
pprint.pprint(defaultdict(list, {i: list(range(i)) for i in range(7)}), width=50)
pprint.pprint(OrderedDict((chr(97 + i), i * 1000000) for i in range(8)), width=50)
pprint.pprint(deque(range(20)), width=30, compact=True)
pprint.pprint({1: 'a', 'b': 2, None: 3})
pprint.pprint([Point(1, 'a' * 40), Point(2, 'b' * 40)])
pprint.PrettyPrinter(width=20, indent=2).pprint({'k': [1, 2, 3], 'longer key': 'v'})
