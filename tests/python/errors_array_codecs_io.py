# Errors that arrays, codecs, io and contextlib raise seldom.
import asyncio
import codecs
import contextlib
import io
from array import _array_reconstructor as make, array
from collections.abc import AsyncGenerator


class Shrinks:
    def __init__(self, items):
        self.items = items

    def __index__(self):
        del self.items[:]
        return 1


class Reads:
    def read(self, size):
        return 'text'


numbers = array('b', [1, 2, 3])
for action in (lambda: numbers.__setitem__(2, Shrinks(numbers)), lambda: numbers.fromfile(Reads(), 1),
               lambda: array('b', [1], key=2), lambda: array('b', [1]).pop('x'), lambda: make(1, 'b', 1, b''),
               lambda: make(int, 'b', 1, b''), lambda: make(array, 'xy', 1, b''), lambda: make(array, 'Z', 1, b''),
               lambda: make(array, 'b', 'x', b''), lambda: make(array, 'b', 99, b''), lambda: make(array, 'b', 1, 'x'),
               lambda: make(array, 'h', 4, b'abc'), lambda: make(array, 'h', 5, b'\1\2'), lambda: make(array, 'u', 20, b'a\0\0\0'),
               lambda: array('u').fromunicode(5), lambda: codecs.charmap_decode(b'a', 'strict', {97: 1.5}),
               lambda: codecs.charmap_encode('a', 'strict', {97: 1.5}), lambda: codecs.strict_errors(5),
               lambda: contextlib.nothing_such, lambda: io.nothing_such):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@contextlib.asynccontextmanager
async def stubborn():
    try:
        yield
    except ValueError:
        yield


class Ignores(AsyncGenerator):
    async def asend(self, value):
        return 1

    async def athrow(self, typ, val=None, tb=None):
        return 2


async def main():
    try:
        async with stubborn():
            raise ValueError
    except RuntimeError as error:
        print(error)
    try:
        await Ignores().aclose()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
