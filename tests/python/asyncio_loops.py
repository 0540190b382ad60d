# Loops of asyncio by hand: handles, handlers of exceptions, policies, tasks' names.
import asyncio


async def nothing():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_later(50, print)
    print(handle.when() > loop.time(), handle.cancelled(), handle.cancel(), handle.cancelled())
    loop.set_debug(False)
    print(loop.get_debug(), loop.get_exception_handler(), loop.get_task_factory())
    seen = []
    loop.set_exception_handler(lambda loop, context: seen.append(context['message']))
    loop.call_exception_handler({'message': 'said'})
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(seen[0], 'Exception in callback' in seen[1], callable(loop.get_exception_handler()))
    loop.set_exception_handler(None)
    loop.set_task_factory(lambda loop, coroutine, **kw: asyncio.Task(coroutine, loop=loop))
    task = loop.create_task(nothing())
    task.set_name('mine')
    print(task.get_name(), task.get_coro().__name__, await task)
    loop.set_task_factory(None)
    for wrong in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            wrong()
        except RuntimeError as error:
            print(error)
    await loop.shutdown_asyncgens()
    async with asyncio.timeout_at(loop.time() + 50) as limit:
        print(limit.when() > loop.time())
    queue = asyncio.Queue()
    queue.put_nowait(1)
    consumer = asyncio.create_task(queue.get())
    await consumer
    queue.task_done()
    await queue.join()
    barrier = asyncio.Barrier(3)
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.broken)
    await barrier.reset()
    print([type(r).__name__ for r in await asyncio.gather(*waiting, return_exceptions=True)])
    await barrier.abort()
    print(barrier.broken)
    future = asyncio.run_coroutine_threadsafe(nothing(), loop)
    await asyncio.sleep(0.01)
    print(future.result())
    try:
        loop.remove_signal_handler(2)
        loop.add_signal_handler(2, print)
        loop.remove_signal_handler(2)
    except NotImplementedError:
        pass
    loop.default_exception_handler({'message': 'to standard error'})

asyncio.run(main())
policy = asyncio.get_event_loop_policy()
loop = policy.new_event_loop()
policy.set_event_loop(loop)
print(policy.get_event_loop() is loop)
loop.close()
asyncio.set_event_loop_policy(None)
print(asyncio.IncompleteReadError(b'ab', 5), asyncio.LimitOverrunError('too long', 3).consumed)
loop = asyncio.new_event_loop()
try:
    loop.set_default_executor(None)
except TypeError:
    pass
loop.close()


async def agen():
    yield 1

print(agen().__qualname__, type(agen.__code__.co_consts).__name__, agen.__code__.co_stacksize > 0)
