def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=8, d=9, e=10))
def pos(a, b, /, c, *, d): return a, b, c, d
print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4))
def nothing(): pass
print(nothing())
def doc():
    """A docstring."""
    return 1
print(doc.__doc__, doc.__name__, doc.__defaults__, f.__defaults__, f.__kwdefaults__)
def mutable(x, acc=[]):
    acc.append(x)
    return acc
mutable(1)
print(mutable(2))
print((lambda: 5)(), (lambda x, *y, k=1, **z: (x, y, k, z))(1, 2, 3, k=4, w=5))
def apply(fn, *args, **kw): return fn(*args, **kw)
print(apply(f, 1, 2, 3, c=4, z=5))
print(f(*[1, 2], *(3,), c=4, **{'x': 1}, **{'y': 2}))
def rec(n): return [] if n == 0 else [n] + rec(n - 1)
print(rec(5))
def outer(x):
    def inner(y, z=x): return x + y + z
    return inner
print(outer(1)(2), outer(1)(2, 3))
funcs = [lambda i=i: i for i in range(3)]
print([g() for g in funcs])
late = [lambda: i for i in range(3)]
print([g() for g in late])
def annotated(x: int, *a: str, y: 'q' = 1, **k: dict) -> 'undefined': return x + y
print(annotated(1))
def many(a, b, c, d, e, f): return a + b * c - d * e + f
print(many(1, 2, 3, 4, 5, 6), many(f=1, e=2, d=3, c=4, b=5, a=6))
f2 = f
f2.attr = 'set'
print(f.attr)
def shadow(print): return print
print(shadow(3))
def early(x):
    if x: return
    return 'late'
print(early(1), early(0))
