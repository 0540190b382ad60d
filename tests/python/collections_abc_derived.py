from collections.abc import MutableMapping, MutableSequence, Sequence, Set, Sized


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Tens(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10


class Box(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


class Letters(Set):
    def __init__(self, text):
        self.text = ''.join(dict.fromkeys(text))

    def __contains__(self, x):
        return x in self.text

    def __iter__(self):
        return iter(self.text)

    def __len__(self):
        return len(self.text)


class Bad(Sequence):
    pass


s = Tens(3)
print(list(s), 20 in s, s.index(10), s.count(0), list(reversed(s)), isinstance(s, Sized), issubclass(Tens, Sequence))
m = Box()
m.update(a=1, b=2)
print(dict(m), m.pop('a'), m.setdefault('z', 5), list(m.keys()), list(m.items()), list(m.values()), m == {'b': 2, 'z': 5})
print(''.join(Letters('hello') & Letters('low')), ''.join(Letters('ab') | Letters('bc')), Letters('ab') <= Letters('abc'))
attempt(lambda: Bad())
attempt(lambda: m.pop('q'))
attempt(lambda: s.index(7))
