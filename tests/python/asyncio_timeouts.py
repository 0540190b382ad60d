# wait_for, timeout, TaskGroup.
import asyncio


async def slow():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print('cancelled')
        raise


async def main():
    try:
        await asyncio.wait_for(slow(), .02)
    except asyncio.TimeoutError as error:
        print(repr(error), asyncio.TimeoutError is TimeoutError)
    print(await asyncio.wait_for(asyncio.sleep(0, 'fine'), 10))
    try:
        async with asyncio.timeout(.02) as limit:
            await slow()
    except TimeoutError:
        print('expired', limit.expired())
    async with asyncio.timeout(10) as limit:
        pass
    print(limit.expired())
    async with asyncio.TaskGroup() as group:
        a = group.create_task(asyncio.sleep(.01, 'a'))
        b = group.create_task(asyncio.sleep(.02, 'b'))
    print(a.result(), b.result())

    async def fail(kind):
        await asyncio.sleep(.01)
        raise kind('failed')
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(KeyError))
            group.create_task(fail(ValueError))
            group.create_task(slow())
    except* KeyError as errors:
        print(errors.exceptions)
    except* ValueError as errors:
        print(errors.exceptions, errors.message)
    for task in asyncio.as_completed([asyncio.sleep(.05, 'late'), asyncio.sleep(.01, 'early')]):
        print(await task)
    try:
        asyncio.run(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)

asyncio.run(main())
