# SimpleQueue.put is called again while it runs, by an object that goes.
import queue
import threading

q = queue.SimpleQueue()
numbers = iter(range(100))


class Circle:
    def __init__(self):
        self.circle = self

    def __del__(self):
        q.put(next(numbers))


for i in range(10):
    made = Circle()
    q.put(next(numbers))
    made.circle = None
    del made
print(q.qsize(), [q.get() for _ in range(20)], q.empty())
for action in (lambda: q.get(False), lambda: q.get(timeout=0.01), lambda: q.get_nowait(), lambda: q.get(timeout=-1)):
    try:
        action()
    except (queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
thread = threading.Thread(target=lambda: print('got', q.get(), q.get(timeout=5)))
thread.start()
q.put('first')
q.put_nowait('second')
thread.join()
