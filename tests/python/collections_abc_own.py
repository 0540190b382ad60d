# Containers of one's own on top of collections.abc: what the base classes add.
from collections import UserDict, UserList, defaultdict
from collections.abc import Coroutine, Generator, MutableMapping, MutableSequence, MutableSet, Set


class Row(MutableSequence):
    def __init__(self, items):
        self.items = list(items)

    def __getitem__(self, at):
        return self.items[at]

    def __setitem__(self, at, value):
        self.items[at] = value

    def __delitem__(self, at):
        del self.items[at]

    def __len__(self):
        return len(self.items)

    def insert(self, at, value):
        self.items.insert(at, value)


row = Row([3, 1])
row.append(2)
row.extend([9, 9])
row += [7]
print(row.items, row.pop(), row.pop(0), row.count(9), row.index(2))
row.remove(9)
row.reverse()
print(row.items)
row.clear()
print(row.items, len(row))


class Table(MutableMapping):
    def __init__(self):
        self.data = {}

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


table = Table()
table.update(a=1, b=2)
table.setdefault("c", 3)
print(table.popitem(), dict(table), table.pop("b"), table.get("z"))
table.clear()
print(dict(table))


class Bag(MutableSet):
    def __init__(self, items=()):
        self.data = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def add(self, item):
        if item not in self.data:
            self.data.append(item)

    def discard(self, item):
        if item in self.data:
            self.data.remove(item)


bag = Bag([1, 2, 3])
bag.add(4)
bag.discard(9)
bag.remove(2)
print(list(bag), bag.isdisjoint([7, 8]), list(bag & [1, 3]), list(bag | [5]), bag.pop())
bag |= [8]
bag -= [1]
print(sorted(bag))
try:
    bag.remove(100)
except KeyError as error:
    print("KeyError", error)
bag.clear()
print(len(bag), issubclass(Bag, Set))
print(UserDict.fromkeys("ab", 0), defaultdict(list).__missing__("k"))
users = UserList([1, 2])
users.clear()
print(users)


class Countdown(Generator):
    def __init__(self, n):
        self.n = n

    def send(self, value):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n

    def throw(self, kind, value=None, traceback=None):
        raise kind


down = Countdown(3)
print(list(down), down.close(), issubclass(Countdown, Generator), issubclass(Countdown, Coroutine))
