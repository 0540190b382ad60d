# inspect: what kind of thing something is, and its members.
import inspect
import json


class Base:
    x = 1

    def method(self):
        return 1


class Child(Base):
    y = 2


def numbers():
    yield 1


print(inspect.getmro(Child) == (Child, Base, object), inspect.ismodule(json), inspect.ismodule(Base))
print(inspect.isbuiltin(len), inspect.isbuiltin(numbers), inspect.isgenerator(numbers()), inspect.isroutine(len),
      inspect.isroutine(Base.method), inspect.isroutine(3))
print([name for name, value in inspect.getmembers(Child) if not name.startswith("__")])
print([name for name, value in inspect.getmembers(Child(), inspect.ismethod)])
print(inspect.getmodule(Base).__name__, inspect.getfile(Base).endswith("inspect_kinds.py"))
try:
    inspect.getfile(int)
except TypeError as error:
    print(error)
import gc

gc.disable()
print(gc.isenabled(), len(gc.get_count()), gc.get_threshold()[0] > 0)
gc.enable()
print(gc.isenabled())
