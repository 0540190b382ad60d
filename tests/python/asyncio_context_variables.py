# Each task has its own copy of the context variables; callbacks run in the context where they were asked for.
import asyncio
import contextvars

request = contextvars.ContextVar('request', default=0)


async def work(i):
    request.set(i)
    await asyncio.sleep(0.001 * (3 - i))
    return request.get()


async def main():
    request.set(9)
    print(await asyncio.gather(*(work(i) for i in range(3))), request.get())
    print(await asyncio.to_thread(request.get))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print('callback sees', request.get()))
    request.set(10)
    loop.call_soon(lambda: future.set_result(request.get()))
    print(await future)
    await asyncio.sleep(0)
    own = contextvars.copy_context()
    task = asyncio.create_task(work(2), context=own)
    await task
    print(own[request], request.get(), own == contextvars.copy_context())
    async with asyncio.TaskGroup() as group:
        inner = group.create_task(work(1), context=own)
    print(inner.result(), own[request])


asyncio.run(main())
print(request.get())
with asyncio.Runner() as runner:
    runner.run(work(2))
    print(runner.run(asyncio.sleep(0, request)).get())
for wrong in (lambda c: c['request'], lambda c: 'request' in c, lambda c: c.get('request')):
    try:
        wrong(contextvars.copy_context())
    except TypeError as e:
        print(e)
