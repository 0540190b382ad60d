class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __str__(self): return f"<{self.x},{self.y}>"
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __bool__(self): return self.x != 0
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, z): return self.x + z
    def __abs__(self): return 42
    def __iadd__(self, o): self.x += 100; return self
    def __float__(self): return 1.5
    def __format__(self, spec): return "fmt:" + spec
a, b = V(1, 2), V(3, 4)
print(a + b, [a * 2, 3 * a], -a, a == V(1, 2), a != b)
print(a < b, sorted([b, a]))
print(len(a), a[0], list(a), bool(V(0, 0)), 2 in a)
print(a(10), abs(a), {a: 1}[V(1, 2)], float(a), f"{a:zz}")
a += b
print(a, str(a), repr(a), max(a, b))
try:
    a + 1
except AttributeError as e:
    print(e)
