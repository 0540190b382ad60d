# Conditions, semaphores, barriers, queues between threads, pools.
import queue
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, Future, CancelledError

jobs, results = queue.Queue(maxsize=2), []


def worker():
    while True:
        job = jobs.get()
        if job is None:
            break
        results.append(job * job)
        jobs.task_done()

thread = threading.Thread(target=worker)
thread.start()
for job in range(6):
    jobs.put(job)
jobs.join()
jobs.put(None)
thread.join()
print(results, jobs.empty(), jobs.qsize(), jobs.full())
for call in (lambda: jobs.get(timeout=0.01), lambda: jobs.get_nowait(), lambda: [jobs.put_nowait(1) for _ in range(3)]):
    try:
        call()
    except (queue.Empty, queue.Full) as error:
        print(type(error).__name__)
heap, stack, simple = queue.PriorityQueue(), queue.LifoQueue(), queue.SimpleQueue()
for i in (2, 3, 1):
    heap.put(i), stack.put(i), simple.put(i)
print([heap.get() for _ in range(3)], [stack.get() for _ in range(3)], [simple.get() for _ in range(3)])
condition, seen = threading.Condition(), []


def waiter():
    with condition:
        condition.wait_for(lambda: seen)
        seen.append('woken')

thread = threading.Thread(target=waiter)
thread.start()
with condition:
    seen.append('set')
    condition.notify_all()
thread.join()
barrier, limit = threading.Barrier(2), threading.BoundedSemaphore(1)
thread = threading.Thread(target=barrier.wait)
thread.start()
print(seen, barrier.wait() in (0, 1), limit.acquire(), limit.acquire(blocking=False), barrier.broken)
limit.release()
try:
    limit.release()
except ValueError as error:
    print(error)
with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(pow, [2, 3], [5, 2])), pool.submit(divmod, 7, 2).result())
    failing = pool.submit(int, 'x')
    print(type(failing.exception()).__name__, failing.done(), failing.running())
    print(sorted(f.result() for f in as_completed([pool.submit(abs, -i) for i in range(4)])))
    done, left = wait([pool.submit(len, 'abc')])
    print(len(done), len(left))
future = Future()
print(future.cancel(), future.cancelled())
try:
    future.result()
except CancelledError as error:
    print('cancelled')
