def f(pairs):
    out = []
    for a, b in pairs:
        out.append((a, b))
    return out
d = {"x": 1, "y": 2, 3: None}
print(f(d.items()), f(enumerate("ab", 5)), f(zip([1, 2, 3], "xy")), f([(1, 2), [3, 4], "ab"]), f(((i, i * i) for i in range(3))))
print(f(zip([1], [2], strict=True)), f(reversed(d.items())), f([]), f({}.items()), f(zip()), f(map(lambda v: (v, -v), [1, 2])))
print([k for k, v in d.items() if v], {v: k for k, v in zip("ab", range(2))}, [(i, x) for i, x in enumerate([None, "q"])])
for bad in ([(1, 2, 3)], [(1,)], [5], zip([1], [2], [3]), ["abc"], range(2)):
    try:
        print(f(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    for k, v in d.items():
        d[k * 2] = v
except RuntimeError as e:
    print(e)
class Pairs:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n, str(self.n)
print(f(Pairs(3)), f(enumerate(Pairs(2))), f(zip(Pairs(2), Pairs(9))))
def broken():
    yield 1
    raise KeyError("no")
for make in (lambda: enumerate(broken()), lambda: zip(broken(), [1, 2, 3]), lambda: zip([1, 2, 3], broken())):
    try:
        f(make())
    except KeyError as e:
        print("KeyError", e)
class Point:
    pass
p = Point()
for p.x, p.y in enumerate("abc"):
    pass
for i, (a, b) in enumerate(zip("ab", "cd")):
    print(i, a, b, end=" ")
for (a, b), c in [((1, 2), 3)]:
    print(a, b, c, p.x, p.y)
def g():
    for i, x in enumerate([10, 20]):
        yield i, x
    for key, value in {"a": 1}.items():
        yield key, value
print(list(g()), [next(iter(zip("a", "b")))], sorted(enumerate("ba"), key=lambda t: t[1]))
x = [1, 2]
x[0] += 5; x[-1] -= 1; i = 1; x[i] *= 10; d = {"a": [1]}; d["a"] += [2]; d["n"] = 0; d["n"] += 2.5
class Count:
    total = 0
    def __init__(self):
        self.n = 0
    def add(self, k):
        self.n += k
        Count.total += 1
        return self
print(x, d, Count().add(3).add(4).n, Count.total)
try:
    d["missing"] += 1
except KeyError as e:
    print("KeyError", e)
try:
    x[9] = None
except IndexError as e:
    print(e)
