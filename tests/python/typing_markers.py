# typing's functions that say something and change nothing.
import typing
from typing import ParamSpec, TypedDict, assert_never, assert_type, final, is_typeddict, no_type_check, overload, reveal_type


@final
class Leaf:
    pass


class Movie(TypedDict):
    title: str
    year: int


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


@no_type_check
def anything(x: "not a type"):
    return x


print(Leaf.__final__, twice(4), twice("ab"), anything(1), anything.__no_type_check__)
print(is_typeddict(Movie), is_typeddict(dict), assert_type(3, int), assert_type("x", bytes))
P = ParamSpec("P")
print(P.args, P.kwargs, P.__name__)
import contextlib
import io
import sys

with contextlib.redirect_stderr(io.StringIO()) as said:
    value = reveal_type([1, 2])
print(value, said.getvalue().strip())
try:
    assert_never(5)
except AssertionError as error:
    print(error)
