class T:
    def __init__(self): self._c = 25
    @property
    def c(self): return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @property
    def f(self): return self._c * 9 / 5 + 32
    @staticmethod
    def helper(x): return x * 2
    @classmethod
    def make(cls, v):
        t = cls(); t.c = v; return t
t = T()
print(t.c, t.f)
t.c = 30
print(t.c, t.f, T.helper(4), t.helper(5), T.make(7).c)
for bad in (lambda: setattr(t, "c", -300), lambda: setattr(t, "f", 1)):
    try:
        bad()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
class S(T): pass
print(type(S.make(1)).__name__)
class Count:
    n = 0
    def __new__(cls):
        cls.n += 1
        return super().__new__(cls)
Count()
Count()
print(Count.n)
class Dyn:
    def __getattr__(self, name): return "dyn_" + name
    def __setitem__(self, k, v): self.__dict__[k] = v
d = Dyn()
d["z"] = 3
print(d.anything, d.z)
