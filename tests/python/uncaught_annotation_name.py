def f(x: int) -> str: return str(x)


print(f(3))
print(f.__annotations__)
print(f.__annotations__['x'])
print(sorted(f.__annotations__))
print(f.__name__)


def g(x: Integer): return x
