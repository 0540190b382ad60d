# Threads: starting, joining, locks, events, timers, what each thread has for itself.
import threading
import time

out = []


def work(n):
    for i in range(3):
        out.append((n, i))
        time.sleep(0.002)

threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
print(threads[0].name, threads[0].is_alive(), threads[0].daemon, threads[0].ident)
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(out), threading.active_count(), threads[0].is_alive())
count, lock = 0, threading.Lock()


def add():
    global count
    for _ in range(2000):
        with lock:
            count += 1

threads = [threading.Thread(target=add) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(count, lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
stop = False


def spin():
    while not stop:
        pass

thread = threading.Thread(target=spin, name='spinner', daemon=True)
thread.start()
time.sleep(0.02)
print(thread.is_alive(), thread.name, thread in threading.enumerate())
stop = True
thread.join()
event = threading.Event()
timer = threading.Timer(0.01, event.set)
timer.start()
print(event.wait(10), event.is_set(), event.wait(0.01), threading.current_thread().name)
local = threading.local()
local.x = 1
thread = threading.Thread(target=lambda: print(hasattr(local, 'x'), setattr(local, 'x', 2)))
thread.start()
thread.join()
print(local.x, vars(local))
for wrong in (lambda: thread.start(), lambda: threading.Thread().join(), lambda: lock.release() or lock.release(),
              lambda: threading.RLock().release(), lambda: threading.current_thread().join()):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
threading.Thread(target=lambda: (time.sleep(0.02), print('late'))).start()
print('end')
