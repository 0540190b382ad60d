import functools
import operator


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


p = functools.partial(int, base=2)
print(p('101'), p, p.func, p.args, p.keywords)
q = functools.partial(functools.partial(pow, 2), 5)
print(q(), q.args, functools.partial(print, 'a', sep='-').keywords)
functools.partial(print, 'a', sep='-')('b', 'c', end='!\n')
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(operator.add, [], 7), functools.reduce(max, [3]))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


class Cell:
    def set(self, name, value=0):
        return f'{name}={value}'

    high = functools.partialmethod(set, 'high')


print(Cell().high(value=3))
attempt(lambda: functools.partial(3))
attempt(lambda: functools.reduce(operator.add, []))
attempt(lambda: functools.reduce(operator.add, 3))
