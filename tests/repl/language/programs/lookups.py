# One instruction meets classes and instances that change under it: nothing that it remembers may show.


class A:
    kind = 'class'

    def who(self):
        return 'A.who'

    @property
    def area(self):
        return self.w * 2


class B(A):
    pass


def read(o):
    return o.kind


def call(o):
    return o.who()


def area(o):
    return o.area


def put(o, v):
    o.kind = v


def shown(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


a, b = A(), B()
print(read(a), read(b), read(a), call(a), call(b), call(a))
a.kind = 'own'
print(read(a), read(b), read(a))
b.who = lambda: 'own who'
print(call(a), call(b), call(a), call(b))
B.who = lambda self: 'B.who'
print(call(b), call(B()), call(a))
del b.who
print(call(b), call(B()))
del B.who
print(call(b), call(B()))
A.who = lambda self: 'new A.who'
print(call(b), call(a))
A.who = staticmethod(lambda: 'static')
print(call(b), call(a))
A.who = classmethod(lambda cls: cls.__name__)
print(call(b), call(a))
A.who = 5
print(shown(call, a))
del A.who
print(shown(call, a), shown(call, b))

a.w = 3
print(area(a), shown(area, b), area(a))
b.w = 4
print(area(b), area(a))
A.area = property(lambda self: 'other')
print(area(a), area(b))
A.area = 7
print(area(a))
a.area = 8
print(area(a), area(b))
A.area = property(lambda self: 'property again')
print(area(a), area(b))
print(shown(put, a, 1), read(a))
A.kind = property(lambda self: 'computed')
print(read(a), shown(put, a, 2), read(b))
del A.kind
print(read(a), shown(read, b))
put(b, 'b')
print(read(b), b.__dict__)


class Setter:
    def __setattr__(self, name, value):
        self.__dict__[name] = [value]


s = Setter()
for o in [a, s, a, s]:
    put(o, 'set')
print(read(a), read(s))
del Setter.__setattr__
put(s, 'plain')
print(read(s))


class Getter:
    def __getattr__(self, name):
        if name == 'kind':
            return 'from __getattr__'
        raise AttributeError(name)

    @property
    def area(self):
        raise AttributeError('in the property')


g = Getter()
print(read(g), read(a), read(g), shown(area, g), shown(area, g), shown(call, g))
put(g, 'own')
print(read(g))
del g.kind
print(read(g))

# Instances whose dicts have other orders, many entries, deleted ones, and keys that are equal but not the same.
many = A()
for i in range(30):
    many.__dict__['n%d' % i] = i
many.kind = 'many'
few = A()
few.kind = 'few'
for o in [few, many, few, many]:
    print(read(o), end=' ')
del many.kind
many.who = lambda: 'in many'
print(shown(read, many), call(many))
odd = A()
odd.__dict__['ki' + 'nd'[:2]] = 'odd'
odd.__dict__[''.join(['w', 'ho'])] = lambda: 'odd who'
odd.__dict__[1] = 2
print(read(odd), call(odd), read(few))
A.who = lambda self: 'back'
print(call(odd), call(few), call(many))
odd.__dict__.clear()
print(call(odd), shown(read, odd))


# Making instances.
class P:
    def __init__(self, x, y=2, *rest, z=5):
        self.v = (x, y, rest, z)


class Q(P):
    def __init__(self, *a):
        super().__init__(*a)
        self.q = True


class Simple:
    def __init__(self, x):
        self.x = x


class Bad:
    def __init__(self, x):
        self.x = x
        return x


class Raises:
    def __init__(self, x):
        raise ValueError(x)


class Gen:
    def __init__(self):
        yield 1


class New:
    def __new__(cls, x):
        return x if x else super().__new__(cls)

    def __init__(self, x):
        self.x = x


class Plain:
    pass


def make(c, *a):
    return c(*a)


def one(c, x):
    return c(x)


print(P(1).v, P(1, 3, 4).v, P(1, z=2).v, Q(1).v, make(Q, 1, 2, 3).v)
for i in range(3):
    print(one(Simple, i).x, shown(one, Bad, i), shown(one, Raises, i), shown(Gen), shown(one, Plain, 1))
print(one(Bad, None).x, one(New, 7), one(New, 0).x, shown(make, Simple), shown(make, Simple, 1, 2), make(Plain) is None)


def other_init(self, x):
    self.x = [x]


Simple.__init__ = other_init
print(one(Simple, 3).x)
del Simple.__init__
print(shown(one, Simple, 3))
Simple.__new__ = lambda cls, x: 'made'
print(one(Simple, 4))


class Deep:
    def __init__(self, n):
        self.inner = Deep(n - 1) if n else None

    def depth(self):
        return 1 + (self.inner.depth() if self.inner else 0)


print(Deep(100).depth())


class Endless:
    def __init__(self):
        Endless()


print(shown(Endless)[:48])


# super() in orders of several bases.
class Base:
    def f(self):
        return ['Base']


class L(Base):
    def f(self):
        return ['L'] + super().f()


class R(Base):
    def f(self):
        return ['R'] + super().f()


class Both(L, R):
    def f(self):
        return ['Both'] + super().f()


print(Both().f(), L().f(), R().f())
R.f = lambda self: ['changed']
print(Both().f(), L().f())


# Dicts with keys of several kinds.
class Same:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return self.v.__hash__()

    def __eq__(self, o):
        return self.v == (o.v if isinstance(o, Same) else o)


d = {}
for k in [1, 'a', Same('a'), Same(1), True, 1.0, 'b', Same('b'), 'b', -1, -2, 2 ** 61 - 1, 0, False, 0.0]:
    d[k] = d[k] + 1 if k in d else 1
print(len(d), [v for v in d.values()])
d[Same('x')] = 'same'
d['x'] += ' again'
print(d['x'], d[Same('x')], len(d))
try:
    d['none'] += 1
except KeyError as e:
    print(repr(e))
try:
    d[[]] = 1
except TypeError as e:
    print(e)
counts = {}
for w in 'the cat and the dog and the bird'.split():
    counts[w] = counts.get(w, 0) + 1
print(counts)
