import functools


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@functools.lru_cache(maxsize=2)
def double(x):
    """Twice x."""
    print('call', x)
    return x * 2


print([double(x) for x in (1, 2, 1, 3, 2)], double.cache_info(), double.__name__, double.__doc__, double.__wrapped__(5))
double.cache_clear()
print(double.cache_info(), double.cache_parameters())


@functools.cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), fibonacci.cache_info())


@functools.lru_cache
def add(a, b=1):
    return a + b


print(add(1), add(1, b=1), add(a=1), add(1), add.cache_info())
typed = functools.lru_cache(maxsize=None, typed=True)(lambda x: type(x).__name__)
print(typed(1), typed(1.0), typed.cache_info(), functools.lru_cache(maxsize=0)(len)('abc'))


class Data:
    def __init__(self):
        self.reads = 0

    @functools.cached_property
    def value(self):
        self.reads += 1
        return 42

    @functools.lru_cache(None)
    def plus(self, x):
        return x + 1


d = Data()
print(d.value, d.value, d.reads, d.plus(1), d.plus(1), Data.plus.cache_info(), d.__dict__)
attempt(lambda: add([1]))
attempt(lambda: functools.lru_cache('a'))
