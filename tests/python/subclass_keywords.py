# Classes derived from built-in types, with keyword arguments of their own in __init__ or __new__.
from collections import Counter, OrderedDict, defaultdict, deque
import itertools


def by_init(base):
    class Derived(base):
        def __init__(self, items, tag=None):
            super().__init__(items)
            self.tag = tag
    return Derived


def by_late_init(base):
    class Derived(base):
        def __init__(self, *items, tag=None):
            self.tag = tag
    return Derived


def by_new(base):
    class Derived(base):
        def __new__(cls, items, tag=None):
            made = super().__new__(cls, items)
            made.tag = tag
            return made
    return Derived


for base, items in [(list, [1, 2]), (set, {1}), (dict, {1: 2}), (deque, [1, 2]), (bytearray, b'x'), (defaultdict, int),
                    (OrderedDict, {1: 2}), (Counter, 'aab'), (Exception, 'text')]:
    made = by_init(base)(items, tag='t')
    print(base.__name__, made.tag, len(made) if hasattr(made, '__len__') else made)
for base, items in [(tuple, [1, 2]), (frozenset, [1]), (float, 1.5), (itertools.chain, [1]), (itertools.cycle, [1])]:
    made = by_late_init(base)(items, tag='t')
    print(base.__name__, made.tag, isinstance(made, base))
print(list(by_late_init(filter)(None, [0, 1], tag=1)), list(by_late_init(map)(str, [0, 1], tag=1)))
for base, items in [(list, [1, 2]), (tuple, [1, 2]), (frozenset, [1]), (int, 5), (str, 'a'), (float, 1.5), (complex, 1)]:
    made = by_new(base)(items, tag='t')
    print(base.__name__, made.tag, type(made).__mro__[1].__name__)
for base, items in [(set, [1]), (deque, [1]), (int, 1), (str, 'a'), (bytes, b''), (enumerate, []), (zip, [])]:
    make = by_new if base in (set, deque) else by_late_init
    try:
        make(base)(items, tag='t')
    except TypeError as error:
        print(base.__name__, error)


class Plain(list):
    pass


class Problem(Exception):
    pass


for make in (lambda: Plain([1], tag=2), lambda: Problem(tag=2), lambda: deque(x=1), lambda: list(tag=1)):
    try:
        make()
    except TypeError as error:
        print(error)


class Checked(property):
    def __init__(self, getter, unit=None):
        super().__init__(getter)
        self.unit = unit


class Room:
    @Checked
    def width(self):
        'how wide'
        return 3

    def area(self):
        return 12
    area = Checked(area, unit='m2')

    @property
    def height(self):
        return 4
    height.__doc__ = 'how high'


print(Room().width, Room.width.__doc__, Room().area, Room.area.unit, Room.height.__doc__, type(Room.width))


class Slotted:
    __slots__ = ('a',)


class Open(Slotted):
    pass


thing = Open()
thing.a, thing.b = 1, 2
print(thing.__dict__, thing.a, Open.a.__get__(thing))
del thing.a
print(hasattr(thing, 'a'), vars(thing))


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == 3


class Odd(metaclass=Meta):
    pass


print(isinstance(Odd(), Odd), isinstance(3, Odd), isinstance(4, Odd))
