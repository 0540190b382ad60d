def f(a, b, c=1): pass
def g(*, k): pass
def attempt(call):
    try:
        call()
        print("fine")
    except TypeError as e:
        print(e)
attempt(lambda: f())
attempt(lambda: f(1))
attempt(lambda: f(1, 2, 3, 4))
attempt(lambda: f(1, 2, d=3))
attempt(lambda: f(1, a=2, b=3))
attempt(lambda: g())
attempt(lambda: g(1))
attempt(lambda: g(k=1))
attempt(lambda: f(*5))
attempt(lambda: f(**5))
def h():
    print(x)
    x = 1
try:
    h()
except UnboundLocalError as e:
    print(e)
def deep(n): return deep(n + 1)
try:
    deep(0)
except RecursionError as e:
    print("RecursionError", str(e)[:32])
