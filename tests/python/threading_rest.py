# The rest of threading, queue and concurrent.futures.
import concurrent.futures
import queue
import sys
import threading
import timeit

thread = threading.Thread(target=print, name='a')
thread.setName('b')
thread.setDaemon(True)
print(thread.getName(), thread.isDaemon(), threading.main_thread().name, threading.stack_size())
barrier, event, limit = threading.Barrier(2), threading.Event(), threading.Semaphore(1)
print(barrier.parties, barrier.n_waiting, barrier.broken)
barrier.reset()
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print('broken', barrier.broken)
event.set()
event.clear()
print(event.is_set(), limit.acquire(), limit.release(), limit.acquire(blocking=False))
timer = threading.Timer(50, print)
timer.start()
timer.cancel()
timer.join()
kept, sys.stderr = sys.stderr, __import__('io').StringIO()
try:
    raise ValueError('shown')
except ValueError as error:
    threading.excepthook(threading.ExceptHookArgs((ValueError, error, error.__traceback__, thread)))
try:
    timeit.Timer('1 / 0').timeit(1)
except ZeroDivisionError:
    timeit.Timer('1').print_exc()
text, sys.stderr = sys.stderr.getvalue(), kept
print(text.split('\n')[0], text.rstrip().split('\n')[-1])
for call in (lambda: threading.settrace(None),):
    try:
        call()
    except NotImplementedError:
        pass
simple = queue.SimpleQueue()
simple.put_nowait(3)
print(simple.qsize(), simple.get_nowait())
base = concurrent.futures.Executor()
base.shutdown()
try:
    base.submit(print)
except NotImplementedError:
    print('abstract')
try:
    concurrent.futures.ProcessPoolExecutor(1).shutdown()
except PermissionError:
    pass
