# Abstract classes of asynchronous iteration and of sets, derived from.
import asyncio
import re
import typing
from collections import UserDict, UserList
from collections.abc import (AsyncGenerator, AsyncIterator, ByteString, Generator, MutableSequence, Sequence, Set)


class Countdown(AsyncGenerator):
    def __init__(self, n):
        self.n = n

    async def asend(self, value):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n

    async def athrow(self, typ, val=None, tb=None):
        self.n = 0
        await super().athrow(typ, val, tb)


class Echo(Generator):
    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)


class Ticks(typing.AsyncIterator[int]):
    async def __anext__(self):
        raise StopAsyncIteration


async def main():
    print([i async for i in Countdown(3)], [i async for i in Ticks()])
    countdown = Countdown(2)
    await countdown.aclose()
    print(countdown.n, isinstance(countdown, AsyncIterator), issubclass(Ticks, AsyncGenerator))

    async def agen():
        yield 1
    print(isinstance(agen(), AsyncGenerator), isinstance(agen(), typing.AsyncGenerator))


asyncio.run(main())
echo = Echo()
print(next(echo), echo.send(3), echo.close())
try:
    echo.throw(ValueError, ValueError('given'))
except ValueError as error:
    print(error)


class Fixed(Set):
    __contains__ = lambda self, item: item in (1, 2)
    __iter__ = lambda self: iter((1, 2))
    __len__ = lambda self: 2
    __hash__ = Set._hash


print(hash(Fixed()) == hash(frozenset([1, 2])), Fixed() == {1, 2}, len({Fixed(), Fixed()}))
print(isinstance(bytearray(), MutableSequence), isinstance(memoryview(b''), Sequence), isinstance(bytearray(), ByteString))
d, u = UserDict(a=1), UserList([1])
d.extra = u.extra = 5
import copy
print(copy.copy(d).extra, hasattr(d.copy(), "extra"), copy.copy(u).extra, copy.copy(u), typing.AsyncGenerator[int, str])
P = typing.ParamSpec('P')
print(P.args, P.kwargs, P.args == P.args, P.args.__origin__ is P, isinstance(P.kwargs, typing.ParamSpecKwargs))
print(re.findall(b'X', bytearray(b'aXbX')), re.sub(b'X', b'-', memoryview(b'aX')), re.split(b'b', bytearray(b'abc')))


class Base(AsyncGenerator):
    async def asend(self, value):
        return await super().asend(value)

    async def athrow(self, typ, val=None, tb=None):
        return await super().athrow(typ, val, tb)


async def at_once():
    for action in (Base().asend(1), Base().athrow(KeyError)):
        try:
            await action
        except (StopAsyncIteration, KeyError) as error:
            print(type(error).__name__)


asyncio.run(at_once())
import contextlib
import io
print('StringIO' in dir(io), 'TextIOWrapper' in dir(io), 'aclosing' in dir(contextlib), 'suppress' in dir(contextlib))
