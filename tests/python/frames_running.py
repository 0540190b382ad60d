# Frames: who called, where, with which names.
import inspect
import sys
import types


def who(depth=1):
    frame = sys._getframe(depth)
    return frame.f_code.co_name, frame.f_lineno, "c" in frame.f_locals


def outer(a, b=2):
    c = 3
    return who(), who(2)

print(outer(1))
frame = inspect.currentframe()
print(frame.f_code.co_name, frame.f_back, frame.f_globals is globals(), type(frame).__name__)


def stack_names():
    return [info.function for info in inspect.stack()], inspect.stack()[1].code_context


def middle():
    return stack_names()

print(middle())
print(inspect.currentframe().f_builtins['len'] is len, isinstance(frame, types.FrameType), inspect.isframe(frame))


def gen():
    x = 1
    yield x
    yield 2

g = gen()
print(g.gi_frame.f_lineno, g.gi_frame.f_locals, g.gi_code.co_name, g.gi_yieldfrom)
next(g)
print(g.gi_frame.f_lineno, g.gi_frame.f_locals, inspect.getgeneratorstate(g))
list(g)
print(g.gi_frame, inspect.getgeneratorstate(g))


async def coroutine():
    pass

c = coroutine()
print(c.cr_frame.f_code.co_name, inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c))
c.close()
print(c.cr_frame, inspect.getcoroutinestate(c), inspect.iscoroutinefunction(coroutine), inspect.isgeneratorfunction(gen))


async def agen():
    yield 1

print(inspect.isasyncgenfunction(agen), inspect.isasyncgen(agen()), agen().ag_frame is None, types.coroutine(gen)() is not None)
try:
    sys._getframe(1000)
except ValueError as error:
    print(error)
print(inspect.getframeinfo(frame).function, inspect.getouterframes(frame)[0].function)
