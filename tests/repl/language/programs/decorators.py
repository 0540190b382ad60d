def twice(f):
    def wrapper(*a, **k):
        return f(*a, **k), f(*a, **k)
    return wrapper
def times(n):
    def deco(f):
        def w(x): return f(x) * n
        return w
    return deco
@twice
def a(x): return x
@times(3)
@times(2)
def b(x): return x
print(a(1), b(5))
class R:
    items = {}
    def register(self, name):
        def d(f):
            self.items[name] = f
            return f
        return d
r = R()
@r.register('x')
def c(): return 'c'
print(r.items['x'](), c())
@(lambda f: 'replaced')
def d(): pass
print(d)
def memo(f):
    cache = {}
    def g(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    return g
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60))
