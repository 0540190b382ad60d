import functools


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return 'logged', function(*args, **kwargs)
    return inner


@logged
def greet(name):
    """Says hello."""
    return 'hello ' + name


print(greet('x'), greet.__name__, greet.__doc__, greet.__wrapped__('y'))


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(1), Version(2) > Version(1), Version(1) >= Version(2), max(Version(1), Version(9)).n)


@functools.singledispatch
def show(x):
    return 'object'


@show.register(int)
def show_int(x):
    return 'int'


@show.register
def show_list(x: list):
    return 'list'


print(show(1), show(True), show('a'), show([]), show.dispatch(bool)(1))


class Shower:
    @functools.singledispatchmethod
    def show(self, x):
        return 'other'

    @show.register(str)
    def _(self, x):
        return 'str ' + x


print(Shower().show(1), Shower().show('a'))
attempt(lambda: functools.total_ordering(type('Nothing', (), {})))
attempt(lambda: show())
