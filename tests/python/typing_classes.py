from typing import NamedTuple, Protocol, TypedDict, runtime_checkable


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Point(NamedTuple):
    x: int
    y: str = 'd'

    def both(self):
        return f'{self.x}{self.y}'


class Movie(TypedDict):
    title: str
    year: int


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


p = Point(1)
x, y = p
print(p, p.both(), p._replace(x=3), Point._fields, p == (1, 'd'), Point(y='q', x=2), Point._field_defaults, isinstance(p, tuple))
print(x, y, p[0], len(p), p._asdict(), Point.__doc__, NamedTuple('E', [('name', str), ('id', int)])('a', 1))
m: Movie = {'title': 'x', 'year': 1}
print(m, Movie(title='q', year=2), type(Movie(title='q')).__name__)
print(isinstance(File(), Closer), isinstance(3, Closer), issubclass(File, Closer))
attempt(lambda: Point())
attempt(lambda: setattr(p, 'x', 1))
