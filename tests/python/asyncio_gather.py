# asyncio: tasks, gather, wait, as_completed, cancellation.
import asyncio


async def work(n, delay):
    print('start', n)
    await asyncio.sleep(delay)
    print('end', n)
    return n * 10


async def fail():
    await asyncio.sleep(0.01)
    raise ValueError('bad')


async def main():
    print(await asyncio.gather(work(1, .06), work(2, .02), work(3, .04)))
    task = asyncio.create_task(work(4, .01), name='four')
    print(task.get_name(), task.done(), await task, task.done(), task.result(), task.exception())
    print(await asyncio.gather(fail(), work(6, .03), return_exceptions=True))
    try:
        await asyncio.gather(fail(), work(7, .03))
    except ValueError as error:
        print('caught', error)
    task = asyncio.create_task(work(8, 5))
    await asyncio.sleep(0.05)
    print(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled(), task.cancel())
    first, second = asyncio.create_task(work(9, .01)), asyncio.create_task(work(10, .2))
    done, pending = await asyncio.wait([first, second], return_when=asyncio.FIRST_COMPLETED)
    print(first in done, second in pending, len(asyncio.all_tasks()), asyncio.current_task().get_name() != '')
    print(await asyncio.shield(second), await asyncio.to_thread(pow, 2, 5))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(.01, future.set_result, 'late')
    loop.call_soon(print, 'soon')
    print(await future, future, asyncio.isfuture(future), asyncio.iscoroutinefunction(work))
    asyncio.create_task(asyncio.sleep(50))
    return 'done'

print(asyncio.run(main()))
for wrong in (3, 'x'):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(error)
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, 'value')), loop.is_running(), loop.is_closed())
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
