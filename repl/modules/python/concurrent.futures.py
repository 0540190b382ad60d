"""concurrent.futures: functions that threads run, and their results."""
import threading as _threading
import queue as _queue
from time import monotonic as _time

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """Raised when an executor has become non-functional."""


class Future:
    """A result that will be there later."""

    def __init__(self):
        self._condition = _threading.Condition()
        self._state = 'PENDING'
        self._result = self._exception = None
        self._callbacks = []

    def __repr__(self):
        text = f'<{type(self).__name__} at {id(self):#x} state={self._state.lower()}'
        if self._state == 'FINISHED':
            if self._exception is not None:
                text += f' raised {type(self._exception).__name__}'
            else:
                text += f' returned {type(self._result).__name__}'
        return text + '>'

    def _finish(self, state):
        self._state = state
        self._condition.notify_all()

    def _call_back(self):
        for callback in self._callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import sys
            import traceback
            sys.stderr.write(f'exception calling callback for {self!r}\n{traceback.format_exc()}')

    def cancel(self):
        with self._condition:
            if self._state in ('RUNNING', 'FINISHED'):
                return False
            if self._state == 'CANCELLED':
                return True
            self._finish('CANCELLED')
        self._call_back()
        return True

    def cancelled(self):
        return self._state == 'CANCELLED'

    def running(self):
        return self._state == 'RUNNING'

    def done(self):
        return self._state in ('CANCELLED', 'FINISHED')

    def add_done_callback(self, fn):
        with self._condition:
            if not self.done():
                self._callbacks.append(fn)
                return
        self._call(fn)

    def _wait(self, timeout):
        with self._condition:
            if not self._condition.wait_for(self.done, timeout):
                raise TimeoutError()
            if self._state == 'CANCELLED':
                raise CancelledError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == 'CANCELLED':
                return False
            if self._state != 'PENDING':
                raise RuntimeError('Future in unexpected state')
            self._state = 'RUNNING'
            return True

    def set_result(self, result):
        with self._condition:
            if self.done():
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._finish('FINISHED')
        self._call_back()

    def set_exception(self, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._exception = exception
            self._finish('FINISHED')
        self._call_back()


class Executor:
    """What runs functions."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of the calls, in order."""
        end = None if timeout is None else timeout + _time()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    yield futures.pop().result(None if end is None else end - _time())
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.shutdown(wait=True)
        return False


_pools = [0]


class ThreadPoolExecutor(Executor):
    """Some threads that run what is submitted."""

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            import os
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._prefix = thread_name_prefix
        if not thread_name_prefix:
            self._prefix = f'ThreadPoolExecutor-{_pools[0]}'
            _pools[0] += 1
        self._initializer, self._initargs = initializer, initargs
        self._work = _queue.SimpleQueue()
        self._threads = []
        self._idle = 0
        self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = Future()
        self._work.put((future, fn, args, kwargs))
        if self._idle > 0:
            self._idle -= 1
        elif len(self._threads) < self._max_workers:
            thread = _threading.Thread(target=self._run, name=f'{self._prefix}_{len(self._threads)}')
            self._threads.append(thread)
            _open.append(self)
            thread.start()
        return future

    def _run(self):
        if self._initializer is not None:
            self._initializer(*self._initargs)
        while True:
            item = self._work.get()
            if item is None:
                self._work.put(None)
                return
            future, fn, args, kwargs = item
            if future.set_running_or_notify_cancel():
                try:
                    result = fn(*args, **kwargs)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            del item, future
            self._idle += 1

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while not self._work.empty():
                item = self._work.get_nowait()
                if item is not None:
                    item[0].cancel()
        self._work.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


_open = []
_before = _threading._shutdown


def _end():
    """The end of the program lets the pools finish what they were given."""
    for pool in _open:
        pool._work.put(None)
    _before()


_threading._shutdown = _end


class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=()):
        raise PermissionError('ProcessPoolExecutor is refused: nnsh runs no other programs; '
                              'ThreadPoolExecutor is there')


class _Done(tuple):
    """(done, not_done) with these names."""

    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})'


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for some futures."""
    fs = set(fs)
    known = return_when in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)
    if not known and not all(f.done() for f in fs):
        raise ValueError(f'Invalid return condition: {return_when!r}')
    condition = _threading.Condition()

    def satisfied():
        finished = [f for f in fs if f.done()]
        return (len(finished) == len(fs) or (return_when == FIRST_COMPLETED and bool(finished)) or
                (return_when == FIRST_EXCEPTION and any(not f.cancelled() and f._exception for f in finished)))

    def wake(future):
        with condition:
            condition.notify_all()
    for future in fs:
        future.add_done_callback(wake)
    with condition:
        condition.wait_for(satisfied, timeout)
    done = {f for f in fs if f.done()}
    return _Done((done, fs - done))


def as_completed(fs, timeout=None):
    """The futures as they are done."""
    end = None if timeout is None else _time() + timeout
    fs = set(fs)
    total = len(fs)
    finished = _queue.SimpleQueue()
    for future in fs:
        future.add_done_callback(finished.put)
    for count in range(total):
        try:
            yield finished.get(True, None if end is None else max(0, end - _time()))
        except _queue.Empty:
            raise TimeoutError(f'{total - count} (of {total}) futures unfinished') from None
