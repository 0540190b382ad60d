def add(a, b=2, *args, c=3, **kw):
    "Adds."
    return a + b + c + sum(args), kw
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
f = outer()
f()
total = 0
def bump():
    global total
    total += 5
bump()
bump()
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
def mutable(x, acc=[]):
    acc.append(x); return acc
mutable(1)
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
