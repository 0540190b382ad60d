# Asynchronous context managers: made of generators, as decorators, in stacks.
import asyncio
import os
from contextlib import (AbstractAsyncContextManager, AsyncContextDecorator, AsyncExitStack, aclosing,
                        asynccontextmanager, chdir)


@asynccontextmanager
async def opened(name):
    print('open', name)
    try:
        yield name.upper()
    except ValueError as error:
        print('handled', error)
    finally:
        print('close', name)


@opened('decorated')
async def worker(n):
    print('working')
    return n + 1


class Manager(AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aexit__(self, *details):
        print('leave', details[0])


@asynccontextmanager
async def twice():
    yield 1
    yield 2


@asynccontextmanager
async def never():
    if False:
        yield


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print('numbers closed')


async def main():
    async with opened('file') as f:
        print('inside', f)
    async with opened('bad'):
        raise ValueError('oops')
    print(await worker(1))
    async with Manager() as m:
        print(type(m).__name__)
    for factory in (twice, never):
        try:
            async with factory():
                pass
        except RuntimeError as error:
            print(error)
    async with aclosing(numbers()) as items:
        async for i in items:
            if i == 1:
                break
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(opened('one')))
        stack.callback(print, 'plain callback')
        stack.push_async_callback(asyncio.sleep, 0)
        stack.push_async_exit(Manager())
        stack.enter_context(chdir('/'))
        print(os.getcwd())
        stack.push(lambda *details: print('pushed', details[0]) or True)
        raise KeyError('swallowed')
    other = AsyncExitStack()
    other.callback(print, 'later')
    moved = other.pop_all()
    await other.aclose()
    await moved.aclose()
    try:
        await other.enter_async_context(5)
    except TypeError as error:
        print(error)
    try:
        async with opened('key'):
            raise KeyError('goes on')
    except KeyError as error:
        print('KeyError', error)


asyncio.run(main())
