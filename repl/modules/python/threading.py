"""threading: functions that run beside one another, one of them at a time."""
import sys as _sys
from _thread import LockType as _Lock, TIMEOUT_MAX, get_ident, get_native_id, error as ThreadError
from _threads import start as _start, number as _number
from collections import deque as _deque
from itertools import count as _count
from time import monotonic as _time

Lock = _Lock
_names = _count(1)
_FIRST = 140000000000000
_active = {}
_shutting_down = False


class _RLock:
    """A lock that its owner may take again."""

    def __init__(self):
        self._block = Lock()
        self._owner = None
        self._times = 0

    def __repr__(self):
        state = 'locked' if self._block.locked() else 'unlocked'
        return f'<{state} _thread.RLock object owner={self._owner or 0} count={self._times} at {id(self):#x}>'

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._times += 1
            return True
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._times = 1
        return taken

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._times -= 1
        if not self._times:
            self._owner = None
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _release_save(self):
        state = self._times, self._owner
        self._times, self._owner = 0, None
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._times, self._owner = state

    def _is_owned(self):
        return self._owner == get_ident()


RLock = _RLock


class Condition:
    """Threads wait until another one notifies them."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _is_owned(self):
        if hasattr(self._lock, '_is_owned'):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        nested = hasattr(self._lock, '_release_save')
        state = self._lock._release_save() if nested else self._lock.release()
        woken = False
        try:
            if timeout is None:
                woken = waiter.acquire()
            else:
                woken = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return woken
        finally:
            if nested:
                self._lock._acquire_restore(state)
            else:
                self._lock.acquire()
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _time() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while self._waiters and n > 0:
            self._waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    """A lock that some threads have at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._condition = Condition(Lock())
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None if timeout is None else _time() + timeout
        with self._condition:
            while self._value == 0:
                left = None if end is None else end - _time()
                if not blocking or (left is not None and left <= 0):
                    return False
                self._condition.wait(left)
            self._value -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._condition:
            self._value += n
            self._condition.notify(n)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._condition:
            if self._value + n > self._bound:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._condition.notify(n)


class Event:
    """Something that happens once set."""

    def __init__(self):
        self._condition = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return f'<threading.Event at {id(self):#x}: {"set" if self._flag else "unset"}>'

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._condition:
            self._flag = True
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        with self._condition:
            if not self._flag:
                self._condition.wait_for(self.is_set, timeout)
            return self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Some threads wait until all of them are there."""

    def __init__(self, parties, action=None, timeout=None):
        self._condition = Condition(Lock())
        self._action, self._timeout, self._parties = action, timeout, parties
        self._state = 0  # 0 filling, 1 draining, -1 resetting, -2 broken
        self._count = 0

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._condition:
            while self._state in (-1, 1):
                self._condition.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    try:
                        if self._action:
                            self._action()
                    except BaseException:
                        self._break()
                        raise
                    self._state = 1
                    self._condition.notify_all()
                else:
                    if not self._condition.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._condition.notify_all()

    def _break(self):
        self._state = -2
        self._condition.notify_all()

    def reset(self):
        with self._condition:
            self._state = -1 if self._count > 0 else 0
            self._condition.notify_all()

    def abort(self):
        with self._condition:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


class ExceptHookArgs:
    """What excepthook is called with."""

    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args


def excepthook(args, /):
    """Says on standard error what ended a thread."""
    if args.exc_type is SystemExit or _sys.stderr is None:
        return
    import traceback
    name = args.thread.name if args.thread is not None else get_ident()
    text = ''.join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback))
    _sys.stderr.write(f'Exception in thread {name}:\n{text}')


__excepthook__ = excepthook


class Thread:
    """A function that runs beside the others."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        if name is None:
            name = f'Thread-{next(_names)}'
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._name = str(name)
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._done = Lock()
        self._started = Event()
        self._stopped = False
        self._initialized = True

    def __repr__(self):
        status = 'initial'
        if self._started.is_set():
            status = 'stopped' if self._stopped else 'started'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        if not self.__dict__.get('_initialized'):
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        self._done.acquire()
        _start(self._bootstrap)
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        _active[self._ident] = self
        self._started.set()
        try:
            self.run()
        except BaseException as error:
            try:
                excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
            except BaseException as second:
                __excepthook__(ExceptHookArgs((type(second), second, second.__traceback__, self)))
        finally:
            self._stopped = True
            _active.pop(self._ident, None)
            self._done.release()

    def join(self, timeout=None):
        if not self.__dict__.get('_initialized'):
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        taken = self._done.acquire() if timeout is None else self._done.acquire(True, max(timeout, 0))
        if taken:
            self._done.release()

    def _check_made(self):
        assert '_started' in self.__dict__, 'Thread.__init__() not called'

    @property
    def name(self):
        self._check_made()
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    def is_alive(self):
        self._check_made()
        return self._started.is_set() and not self._stopped

    @property
    def daemon(self):
        self._check_made()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if '_started' not in self.__dict__:
            raise RuntimeError('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    """Calls a function after some seconds."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        self._started._flag = True
        self._ident = _FIRST


def _refuse_dict(self):
    kind = '_thread._local' if type(self) is local else type(self).__name__
    raise AttributeError(f"'{kind}' object attribute '__dict__' is read-only")


def _shown(space):
    return '_thread._local' if type(space) is local else type(space).__name__


class local:
    """Attributes that each thread has for itself."""

    def __init__(self, /, *args, **kwargs):
        if (args or kwargs) and type(self).__init__ is local.__init__:
            raise TypeError('Initialization arguments are not supported')

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, '_local_arguments', (args, kwargs))
        object.__setattr__(self, '_local_spaces', {get_ident(): {}})
        return self

    def __getattribute__(self, name):
        if name == '__dict__' or not name.startswith('_'):
            spaces = object.__getattribute__(self, '_local_spaces')
            me = get_ident()
            if me not in spaces:
                spaces[me] = {}
                cls = type(self)
                if cls.__init__ is not local.__init__:
                    args, kwargs = object.__getattribute__(self, '_local_arguments')
                    cls.__init__(self, *args, **kwargs)
            if name == '__dict__':
                return spaces[me]
            if name in spaces[me]:
                return spaces[me][name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            _refuse_dict(self)
        self.__dict__[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            _refuse_dict(self)
        if name not in self.__dict__:
            raise AttributeError(f'{_shown(self)!r} object has no attribute {name!r}')
        del self.__dict__[name]

    def __getattr__(self, name):
        raise AttributeError(f'{_shown(self)!r} object has no attribute {name!r}')


def current_thread():
    """The thread that runs."""
    thread = _active.get(get_ident())
    return _main if thread is None else thread


currentThread = current_thread


def main_thread():
    """The thread that the program began in."""
    return _main


def enumerate():
    """The threads that are alive."""
    return [_main, *list(_active.values())]


def active_count():
    """How many threads are alive."""
    return 1 + len(_active)


activeCount = active_count


def settrace(func):
    raise NotImplementedError('nnsh traces no threads')


setprofile = settrace


def stack_size(size=0):
    return 0


class _Space:
    daemon = False


_main = _Space()
_main = _MainThread()


def _shutdown():
    """The end of the program waits for the threads that are no daemons."""
    for thread in list(_active.values()):
        if not thread.daemon and thread.ident != get_ident():
            thread.join()
