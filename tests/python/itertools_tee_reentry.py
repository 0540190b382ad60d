# What one of tee's iterators asks for while another is being asked.
from functools import lru_cache
from itertools import tee


class Again:
    first = True

    def __init__(self):
        self.other = None

    def __iter__(self):
        return self

    def __next__(self):
        if self.first:
            self.first = False
            return next(self.other)
        return 'item'


again = Again()
a, b = tee(again)
again.other = b
try:
    print(next(a))
except RuntimeError as error:
    print('RuntimeError', error)
print(next(a), next(b), next(b))


@lru_cache(maxsize=10)
def same(x):
    return x


class Double:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            same(Double(1))
        return self.x == other.x


same(Double(1))
same(Double(2))
print(same(Double(2)).x, same.cache_info().currsize)
