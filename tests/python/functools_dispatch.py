# Functions chosen by the class of an argument: unions, abstract classes, methods; partial methods of all kinds.
import abc
import collections.abc
import functools
import typing


@functools.singledispatch
def show(value):
    """Shows a value."""
    return f'something {value}'


@show.register
def _(value: int | float):
    return f'number {value}'


@show.register
def _(value: typing.Union[list, tuple]):
    return f'row {value}'


@show.register(collections.abc.Mapping)
def _(value):
    return f'mapping {value}'


@show.register(collections.abc.Sized)
def _(value):
    return f'sized {value}'


print(show(1), show(2.5), show([1]), show((1,)), show({}), show('abc'), show(None))
print(show.__doc__, sorted(each.__name__ for each in show.registry), show.dispatch(bool) is show.dispatch(int))


class Bag:
    pass


print(show(Bag())[:9])
collections.abc.Sized.register(Bag)
print(show(Bag())[:5])


class Text:
    def __init__(self, text):
        self.text = text

    @functools.singledispatchmethod
    def add(self, other):
        """Adds to it."""
        raise NotImplementedError(type(other))

    @add.register
    def _(self, other: str):
        return Text(self.text + other)

    @add.register(int)
    def _(self, other):
        return Text(self.text * other)

    def pad(self, before, width, fill=' '):
        return before + self.text.rjust(width, fill)

    dots = functools.partialmethod(pad, '>', fill='.')
    wide = functools.partialmethod(dots, 9)

    @classmethod
    def make(cls, *parts):
        return cls('-'.join(parts))

    dated = functools.partialmethod(make, '2024')
    upper = functools.partialmethod(staticmethod(str.upper), 'static')


t = Text('ab')
print(t.add('c').text, t.add(2).text, Text.add.__doc__, t.add.__name__)
print(t.dots(5), t.wide(), Text.dated('05').text, t.upper(), Text.wide(t))
print(repr(Text.__dict__['wide'])[:25], Text.__dict__['wide'].args)


class One(abc.ABC):
    pass


class Two(abc.ABC):
    pass


class Both:
    pass


One.register(Both)
Two.register(Both)
show.register(One)(lambda value: 'one')
show.register(Two)(lambda value: 'two')


class Slotted:
    __slots__ = ()

    @functools.cached_property
    def slow(self):
        return 1


def shown(function, *args):
    try:
        print(function(*args))
    except (TypeError, RuntimeError, NotImplementedError, AttributeError) as e:
        print(type(e).__name__, e)


shown(show, Both())
shown(show)
shown(t.add, 2.5)
shown(show.register, 'int')
shown(show.register, list[int], print)
try:
    show.register(lambda value: 1)
except TypeError as e:
    print(str(e)[:37], str(e)[-60:])


def wrong(value: list[int]):
    pass


def wrong_union(value: int | list[int]):
    pass


shown(show.register, wrong)
shown(show.register, wrong_union)
shown(functools.partialmethod, 5)
shown(functools.singledispatchmethod, 5)
shown(lambda: Slotted().slow)
shown(lambda: functools.no_such_name)
part = functools.partial(print, 1, sep='-')
shown(part.__setstate__, (1, 2))
part.__setstate__((max, (3,), None, None))
print(part(2), part.__reduce__()[1:])
