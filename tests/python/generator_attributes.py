# What functions and generators know of themselves.
import types


def count(limit):
    for i in range(limit):
        yield i, running.gi_running


running = count(3)
print(running.__name__, running.__qualname__, running.gi_running)
print(next(running), running.gi_running, list(running))
running.__name__ = "renamed"
print(running.__name__, running.__qualname__)


def outer():
    def inner():
        return [y for y in (1, 2)]
    return inner, (z for z in "ab")


inner, letters = outer()
print(inner.__qualname__, letters.__name__, letters.__qualname__)
print(inner.__globals__ is globals(), "len" in inner.__builtins__, sorted(inner.__globals__)[-1] != "")
frozen = types.MappingProxyType({"a": 1, "b": 2})
print(frozen.copy(), list(frozen.keys()), list(frozen.values()), list(frozen.items()), frozen.get("c", 0), "a" in frozen)
try:
    frozen["a"] = 2
except TypeError as error:
    print(error)
Point = types.new_class("Point", (), {}, lambda names: names.update(x=3, double=lambda self: self.x * 2))
print(Point.__name__, Point().double(), Point.__bases__)
