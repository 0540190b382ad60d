import queue


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


q = queue.Queue(2)
q.put(1)
q.put(2)
print(q.full(), q.qsize(), q.get(), q.get(), q.empty())
stack = queue.LifoQueue()
for x in (1, 2, 3):
    stack.put(x)
print([stack.get() for _ in range(3)])
heap = queue.PriorityQueue()
for x in ((2, 'b'), (1, 'a'), (3, 'c')):
    heap.put(x)
print([heap.get() for _ in range(3)], heap.empty())
q.put_nowait(1)
q.put(1)
q.task_done()
simple = queue.SimpleQueue()
simple.put('x')
print(simple.get(), simple.empty())
attempt(lambda: q.put_nowait(3))
attempt(lambda: heap.get_nowait())
attempt(lambda: queue.Queue().task_done())
