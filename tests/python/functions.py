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
