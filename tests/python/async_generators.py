# async generators: yield, asend, athrow, aclose, and comprehensions over them.
import asyncio


async def count(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print('got', got)
            await asyncio.sleep(0)
    finally:
        print('closing', n)


async def main():
    async for i in count(3):
        if i == 1:
            continue
        print(i)
    else:
        print('else')
    print([i async for i in count(4) if i % 2], {i async for i in count(2)})
    print({i: j async for i in count(2) for j in (5, 6)})
    print([await asyncio.sleep(0, x) for x in 'ab'], [y for y in [z async for z in count(2)]])
    doubled = (2 * i async for i in count(3))
    print(type(doubled).__name__, [x async for x in doubled])
    g = count(9)
    print(await g.__anext__(), await g.asend('hello'), await anext(g))
    try:
        await g.athrow(KeyError('thrown'))
    except KeyError as error:
        print('out', error)
    try:
        await anext(g)
    except StopAsyncIteration as stop:
        print('stopped', stop.args, await anext(g, 'default'))
    h = count(5)
    await h.__anext__()
    print(h.ag_running, h.ag_await, h.ag_code.co_name, h.__name__)
    await h.aclose()
    await h.aclose()
    print(aiter(h) is h)
    for bad in (lambda: aiter(3), lambda: anext(3)):
        try:
            bad()
        except TypeError as error:
            print(error)

asyncio.run(main())
