def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
def deep():
    x = 1
    def a():
        def b():
            nonlocal x
            x += 1
            def c(): return x
            return c
        return b
    a()()
    return a()()(), x
print(deep())
def param(x):
    def f():
        nonlocal x
        x *= 2
        return x
    return f
p = param(3)
p()
print(p())
g = 10
def use_global():
    global g
    g += 1
    return g
print(use_global(), g)
def loop():
    fs = []
    for i in range(3):
        def f(j): return i * j
        fs.append(f)
    return [f(10) for f in fs]
print(loop())
def unbound():
    def f(): return later
    try:
        return f()
    except NameError as e:
        print(e)
    later = 1
    return f()
print(unbound())
def local_unbound():
    print(y)
    y = 1
try: local_unbound()
except UnboundLocalError as e: print(e)
def comp(n):
    return [x + n for x in range(3)], {x: n for x in range(2)}, [y for y in range(n) if y % 2 for _ in range(2)]
print(comp(4))
def make(n):
    if n == 0: return lambda: 'base'
    inner = make(n - 1)
    return lambda: inner() + str(n)
print(make(3)())
def deleter():
    v = 1
    def f(): return v
    del v
    try: return f()
    except NameError as e: return str(e)
print(deleter())
class C:
    z = 5
    def m(self): return z
    lst = [z for _ in range(1)] if False else [i for i in range(z)]
z = 'global'
print(C().m(), C.lst)
def scope_in_class():
    x = 'outer'
    class D:
        y = x
        def get(self): return x
    return D.y, D().get()
print(scope_in_class())
