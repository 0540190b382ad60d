class Animal:
    kind = 'animal'
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self): return f'{self.name} makes {self.sound()}'
    def sound(self): return 'noise'
    def __repr__(self): return f'{type(self).__name__}({self.name!r})'
class Dog(Animal):
    def __init__(self, name, age=1):
        super().__init__(name)
        self.age = age
    def sound(self): return 'woof' + super().sound()
    @property
    def double(self): return self.age * 2
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def make(cls, *a): return cls(*a)
d = Dog.make('rex', 4)
print(d, d.speak(), d.double, Dog.s(1), d.s(2), Dog.kind, Animal.count, isinstance(d, Animal))
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __eq__(self, o): return self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __len__(self): return 3
    def __getitem__(self, i): return (self.x, i)
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
    def __contains__(self, v): return v == self.x
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return self.x != 0
    def __iter__(self): return iter([self.x, 'it'])
    def __neg__(self): return V(-self.x)
    def __iadd__(self, o):
        self.x += 100
        return self
    def __str__(self): return f'V<{self.x}>'
    def __hash__(self): return 7
v = V(1)
print(v + V(2), v + 5, 5 + v, v == V(1), v < V(2), len(v), v[3], v[1:2], 1 in v, v(1, a=2), bool(V(0)), list(v), -v)
v[0] = 1
del v[2]
v += 1
print(v, {v: 1}[v], not v, 'yes' if v else 'no')
class Base:
    def hook(self): return 'base'
    def run(self): return self.hook()
class L(Base):
    def hook(self): return 'L' + super().hook()
class R(Base):
    def hook(self): return 'R' + super().hook()
class B(L, R):
    def hook(self): return 'B' + super().hook()
print(B().run())
class P:
    __slots = 1
    def __init__(self): self.__secret = 5
    def get(self): return self.__secret
print(P().get(), P()._P__secret)
def deco(cls):
    cls.added = True
    return cls
@deco
class Q: x: int = 3
print(Q.added, Q.x, Q.__name__)
def outer():
    class Inner:
        def who(self): return __class__.__name__
    return Inner
print(outer()().who())
class Meta:
    a = 1
    b = a + 1
    c = [a for _ in range(0)]
    def f(self, d=b): return d
print(Meta().f(), Meta.b)
class E(Exception): pass
try: raise E('x', 1)
except E as e: print(repr(e), e.args)
