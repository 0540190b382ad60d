# asyncio's queues and locks.
import asyncio


async def main():
    queue = asyncio.Queue(2)

    async def produce():
        for i in range(4):
            await queue.put(i)
            print('put', i)
        await queue.put(None)

    async def consume():
        while (item := await queue.get()) is not None:
            print('got', item)
            queue.task_done()
    await asyncio.gather(produce(), consume())
    print(queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    for call in (lambda: queue.get_nowait(), lambda: [queue.put_nowait(i) for i in range(5)]):
        try:
            call()
        except (asyncio.QueueEmpty, asyncio.QueueFull) as error:
            print(type(error).__name__)
    heap, stack = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for i in (3, 1, 2):
        await heap.put(i)
        stack.put_nowait(i)
    print([await heap.get() for _ in range(3)], [stack.get_nowait() for _ in range(3)])
    lock = asyncio.Lock()

    async def critical(i):
        async with lock:
            print('in', i, lock.locked())
            await asyncio.sleep(0)
            print('out', i)
    await asyncio.gather(*(critical(i) for i in range(3)))
    event, limit, condition = asyncio.Event(), asyncio.Semaphore(2), asyncio.Condition()

    async def wait():
        await event.wait()
        print('event', event.is_set())

    async def limited(i):
        async with limit:
            print('limited', i)
            await asyncio.sleep(0)

    async def notified(i):
        async with condition:
            await condition.wait()
            print('notified', i)
    tasks = [asyncio.create_task(wait())] + [asyncio.create_task(notified(i)) for i in range(2)]
    await asyncio.sleep(0)
    event.set()
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks, *map(limited, range(4)))
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())), barrier.parties)
    try:
        asyncio.BoundedSemaphore(1).release()
    except ValueError as error:
        print(error)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
