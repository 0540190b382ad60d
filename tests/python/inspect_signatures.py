# Signatures of functions, methods, classes, partials and instances; binding of arguments; what cannot be one.
import functools
import inspect
from inspect import Parameter, Signature


def plain(a, /, b: int = 3, *rest, key, other=4, **more) -> str:
    """Takes everything."""


class Point:
    def __init__(self, x, y=0):
        pass

    @classmethod
    def origin(cls, scale=1):
        pass

    @staticmethod
    def distance(p, q):
        pass

    def move(self, *, dx, dy=0):
        pass

    def __call__(self, factor):
        pass

    half = functools.partialmethod(move, dx=1)


class Made:
    def __new__(cls, size, *parts):
        return super().__new__(cls)


class Meta(type):
    def __call__(cls, only):
        return 1


class WithMeta(metaclass=Meta):
    pass


class Nothing:
    pass


@functools.wraps(plain)
def wrapper(*args):
    pass


for each in (plain, Point, Point.origin, Point.distance, Point.move, Point(1).move, Point(1), Made, WithMeta, Nothing,
             wrapper, functools.partial(plain, 1, key=2), functools.partial(plain, 1, b=5), Point.half, Point(1).half,
             functools.partial(Point.distance, 1)):
    print(inspect.signature(each))
print(inspect.signature(wrapper, follow_wrapped=False), inspect.unwrap(wrapper) is plain)
print(inspect.getfullargspec(plain))
print(inspect.getfullargspec(Point(1).move))
told = inspect.signature(plain)
print(repr(told), told.return_annotation, list(told.parameters), told.parameters['key'].kind,
      repr(told.parameters['b'].kind), told.parameters['rest'].kind.description)
bound = told.bind(1, 2, 3, 4, key=5, extra=6)
print(bound, bound.args, bound.kwargs)
bound = told.bind_partial(1)
bound.apply_defaults()
print(bound.arguments, bound == told.bind_partial(1))
print(told == inspect.signature(wrapper), hash(told) == hash(inspect.signature(wrapper)))
print(told.replace(return_annotation=Signature.empty, parameters=[Parameter('z', Parameter.KEYWORD_ONLY)]))
print(told.parameters['b'].replace(name='c', default=Parameter.empty, kind=Parameter.KEYWORD_ONLY),
      repr(Parameter('q', Parameter.VAR_KEYWORD)))
Nothing.__signature__ = Signature([Parameter('told', Parameter.POSITIONAL_ONLY)])
print(inspect.signature(Nothing))


def late(a: 'int', b: 'list[int]' = ()) -> 'Point':
    pass


print(inspect.signature(late), inspect.signature(late, eval_str=True))
print(inspect.get_annotations(late, eval_str=True), inspect.get_annotations(Nothing))


def loop():
    pass


loop.__wrapped__ = loop


def shown(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Wrong:
    __signature__ = 5


class Odd:
    def method():
        pass


P = Parameter
class Notes:
    __annotations__ = 5


shown(inspect.signature, 5)
shown(inspect.signature, Wrong)
shown(inspect.signature, Odd().method)
shown(inspect.signature, int)
try:
    inspect.signature(functools.partial(Point.distance, 1, 2, 3))
except ValueError as e:
    print(str(e)[-23:])
try:
    inspect.unwrap(loop)
except ValueError as e:
    print(str(e)[:27])
try:
    inspect.signature(max)
except ValueError as e:
    print(str(e)[:18])
shown(inspect.get_annotations, 5)
shown(inspect.get_annotations, Notes)
shown(told.bind)
shown(told.bind, 1, 2, b=3, key=1)
shown(told.bind, 1, a=2)
shown(inspect.signature(Point).bind, 1, 2, 3)
shown(inspect.signature(Point).bind, 1, z=3)
shown(Signature([P('a', P.POSITIONAL_ONLY)]).bind, a=1)
shown(Signature([P('b', P.POSITIONAL_ONLY, default=1), P('c', P.POSITIONAL_ONLY, default=1)]).bind, c=1)
shown(Signature([P('a', P.POSITIONAL_ONLY, default=1), P('b', P.KEYWORD_ONLY)]).bind, a=1, b=2)
shown(inspect.signature(Point.move).bind, 1, dy=2)
shown(Signature, [P('a', P.KEYWORD_ONLY), P('b', P.POSITIONAL_ONLY)])
shown(Signature, [P('a', P.POSITIONAL_OR_KEYWORD, default=1), P('b', P.POSITIONAL_OR_KEYWORD)])
shown(Signature, [P('a', P.POSITIONAL_ONLY), P('a', P.POSITIONAL_ONLY)])
shown(P, 'a', 9)
shown(P, 'a', P.VAR_POSITIONAL, default=1)
shown(P, 5, P.KEYWORD_ONLY)
shown(P, 'no name', P.KEYWORD_ONLY)
shown(P, P.empty, P.KEYWORD_ONLY)
shown(inspect.getfullargspec, 5)
