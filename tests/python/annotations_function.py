def f(a: int, b: "str" = 2, /, c: float = 1.0, *args: int, d: list[int] = None, **kw: dict) -> None:
    z: not_evaluated = 3
    (q): neither = 4
    return z + q
def g(x, y): pass
print(f.__annotations__)
print(f(1), g.__annotations__)
g.__annotations__['x'] = int
print(g.__annotations__)
f.__annotations__ = {'only': 1}
print(f.__annotations__)
try:
    def h(x: nothing): pass
except NameError as error:
    print(error)
try:
    f.__annotations__ = 3
except TypeError as error:
    print(error)
