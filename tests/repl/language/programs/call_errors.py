def f(a, b=2, *, c=3): pass
def g(x, y): pass
def h(): pass
def k(a, /, b): pass
def kw(*, need, also): pass
def one(a): pass
class A:
    def m(self, x): pass
tests = [lambda: f(), lambda: f(1, 2, 3), lambda: f(1, c=1, d=2), lambda: f(1, a=2), lambda: g(), lambda: g(1),
         lambda: g(1, 2, 3), lambda: h(1), lambda: k(a=1, b=2), lambda: kw(), lambda: kw(need=1), lambda: one(1, 2),
         lambda: A().m(), lambda: A().m(1, 2), lambda: f(1, 2, 3, 4, c=5), lambda: one(), lambda: (lambda x: x)(),
         lambda: f(*5), lambda: f(**5), lambda: f(1, **{'a': 2}), lambda: 5(), lambda: 'x'(1), lambda: g(1, **{'y': 2, 'z': 3}),
         lambda: f(**{1: 2})]
for t in tests:
    try:
        t()
        print('no error')
    except TypeError as e:
        print(e)
def three(a, b, c, d): pass
try: three()
except TypeError as e: print(e)
try: three(1, d=2)
except TypeError as e: print(e)
