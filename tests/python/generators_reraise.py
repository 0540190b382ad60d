# What a generator or a coroutine is handling when it yields is still there when it goes on.
import asyncio
import sys


def keeps():
    try:
        yield 1
    except ValueError:
        yield sys.exc_info()[0].__name__
        try:
            raise
        finally:
            print('left')


for outside in (False, True):
    it = keeps()
    next(it)
    if outside:
        try:
            raise ValueError('outside')
        except ValueError as e:
            print(it.throw(e))
    else:
        print(it.throw(ValueError('plain')))
    print(sys.exc_info()[0])
    try:
        next(it)
    except ValueError as e:
        print('again', e)


async def worker(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, 'tidies up')
        await asyncio.sleep(0)
        raise
    finally:
        await asyncio.sleep(0)
        print(name, 'ends')


async def main():
    tasks = [asyncio.create_task(worker(name)) for name in 'ab']
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    try:
        await asyncio.wait_for(worker('c'), 0.001)
    except asyncio.TimeoutError:
        print('too slow')


asyncio.run(main())
