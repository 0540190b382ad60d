# Context managers of `async with`: asynccontextmanager, aclosing, AsyncExitStack, nullcontext.
import asyncio
from contextlib import AbstractAsyncContextManager, AsyncContextDecorator, AsyncExitStack, aclosing, asynccontextmanager, nullcontext, suppress


@asynccontextmanager
async def named(name, wrong=None):
    """Says when."""
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
        if wrong:
            raise KeyError(name)
    finally:
        await asyncio.sleep(0)
        print("leave", name)


class Open(AbstractAsyncContextManager):
    async def __aexit__(self, kind, value, trace):
        print("exit", kind and kind.__name__)
        return kind is ZeroDivisionError


class Around(AsyncContextDecorator):
    async def __aenter__(self):
        print("before")

    async def __aexit__(self, *details):
        print("after")


@Around()
async def within(x):
    return x + 1


@named("decorated")
async def wrapped():
    return "result"


async def counts():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


@asynccontextmanager
async def none():
    return
    yield


@asynccontextmanager
async def twice():
    yield 1
    yield 2


async def late(x):
    print("late", x)


async def main():
    async with named("a") as value:
        print(value)
    async with named("b"):
        raise ValueError("inside")
    try:
        async with named("c", True):
            raise ValueError("inside")
    except KeyError as error:
        print("KeyError", error)
    async with Open() as opened:
        print(type(opened).__name__)
        1 / 0
    print(await within(1), await wrapped(), named.__name__, named.__doc__)
    async with aclosing(counts()) as numbers:
        async for number in numbers:
            print(number)
            break
    async with nullcontext(5) as five:
        print(five)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(named("d")), stack.enter_context(nullcontext(6)))
        stack.callback(print, "called back")
        stack.push_async_callback(late, 7)
        stack.push_async_exit(Open())
        stack.enter_context(suppress(ZeroDivisionError))
        raise LookupError("kept") if False else ZeroDivisionError("gone")
    stack = AsyncExitStack()
    await stack.enter_async_context(named("e"))
    stack.push(lambda *details: print("pushed", details[0]))
    moved = stack.pop_all()
    await stack.aclose()
    await moved.aclose()
    for manager in (none, twice):
        try:
            async with manager():
                pass
        except RuntimeError as error:
            print("RuntimeError", error)
    for wrong in (5, nullcontext):
        try:
            await AsyncExitStack().enter_async_context(wrong)
        except TypeError as error:
            print("TypeError", error)
    try:
        AsyncExitStack().enter_context(5)
    except TypeError as error:
        print("TypeError", error)


asyncio.run(main())
