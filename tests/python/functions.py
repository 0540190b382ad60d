def add(a, b=2, *args, c=3, **kw):
    "Adds."
    return a + b + c + sum(args), kw
print(add(1), add(1, 1), add(1, 2, 3, 4), add(1, c=0), add(1, z=9, y=8), add(*[1, 2], **{"c": 5}))
print(add.__name__, add.__doc__)
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
f = outer()
f()
print(f(), f())
total = 0
def bump():
    global total
    total += 5
bump()
bump()
print(total)
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
print(fact(10), (lambda x, y=2: x * y)(4), [fact(i) for i in range(6)])
def mutable(x, acc=[]):
    acc.append(x); return acc
mutable(1)
print(mutable(2))
def nothing(): pass
print(nothing(), (lambda *a, **k: (a, k))(1, b=2))
def kwonly(a, /, b, *, c): return a, b, c
print(kwonly(1, b=2, c=3))
def compose(*fs):
    def run(x):
        for g in fs: x = g(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 10)(1))
def deco(fn):
    def inner(*a): return "<" + fn(*a) + ">"
    return inner
@deco
def hi(n): return "hi " + n
print(hi("bob"))
def typed(x: int, y: "str" = "a") -> float: return x
print(typed(3))
