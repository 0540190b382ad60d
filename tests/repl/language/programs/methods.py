l = [3, 1, 2]
l.sort(reverse=True)
f = l.append
f(9)
print(l, 'a-b'.split('-'), ' x '.strip(), 'abc'.upper().lower(), ','.join(['a', 'b']))
print([].append(1), {'a': 1}.get('a'), 'x'.replace('x', 'y', 1), (1, 2, 1).count(1))
class A:
    def m(self): return 'm', self.v
    v = 1
a = A()
g = a.m
a.v = 2
print(g(), A.m(a), a.m())
a.m = lambda: 'instance'
print(a.m())
class Callable:
    def __call__(self, x=0, *, y=1): return x + y
c = Callable()
print(c(), c(5), c(5, y=2), c(*[1], **{'y': 3}))
m = str.upper
print(m('up'), list.pop([1, 2]), 'a'.join('xyz'), dict.get({'k': 'v'}, 'k'))
class D:
    def __getattr__(self, n): return lambda *a: (n, a)
print(D().anything(1, 2))
class Prop:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v * 2
p = Prop()
p.x = 5
p.x += 1
print(p.x)
