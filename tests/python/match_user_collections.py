# Sequence and mapping patterns take what derives from collections.abc, or is registered there.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, deque, defaultdict
from collections.abc import Mapping, MutableSequence, Sequence


class Pair(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, at):
        return self.items[at]


class Frozen(Mapping):
    def __init__(self, **items):
        self.items_ = items

    def __getitem__(self, key):
        return self.items_[key]

    def __iter__(self):
        return iter(self.items_)

    def __len__(self):
        return len(self.items_)


class Plain:
    def __len__(self):
        return 2

    def __getitem__(self, at):
        return 'pl'[at]


class Registered(Plain):
    pass


MutableSequence.register(Registered)


class Below(Registered):
    pass


class Loud(dict):
    def get(self, key, default=None):
        return super().get(key, default) or default


def kind(subject):
    match subject:
        case [first, *rest]:
            return 'sequence', first, rest
        case {'A': a, **rest}:
            return 'mapping', a, rest
        case {}:
            return 'other mapping'
        case _:
            return 'something else'


for subject in (Pair(1, 2, 3), Frozen(A=1, b=2), Plain(), Registered(), Below(), UserList([4, 5]), UserDict({'A': 1, 'b': 2}),
                UserString('ab'), deque('xy'), ChainMap({'A': 1}, {'c': 3}), OrderedDict(A=1), Counter('AAb'),
                defaultdict(list, A=2), Loud(A=0), {}, set(), 'text', b'ab', bytearray(b'ab'), range(2), memoryview(b'ab')):
    print(type(subject).__name__, kind(subject))
default = defaultdict(int)
print(kind(default), dict(default))
x = 0
match y := x,:
    case z as v,:
        print(x, y, z, v)
match *[1, 2], 3:
    case a, b, c:
        print(a, b, c)
