"""The loop of asyncio, and futures: results that are not there yet."""
import sys
import time as _time
from collections import deque as _deque
from contextvars import copy_context as _copy_context
from heapq import heappush as _heappush, heappop as _heappop
from inspect import iscoroutinefunction


class CancelledError(BaseException):
    """The future or task was cancelled."""


class InvalidStateError(Exception):
    """The operation is not allowed in this state."""


class BrokenBarrierError(RuntimeError):
    """Barrier is broken by barrier.abort() call."""


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        super().__init__(f'{len(partial)} bytes read on a total of {expected!r} expected bytes')
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


for _class in (CancelledError, InvalidStateError, IncompleteReadError, LimitOverrunError):
    _class.__module__ = 'asyncio.exceptions'

_coroutine_type = None


def iscoroutine(obj):
    """Whether it is what an async def gives, or acts like it."""
    global _coroutine_type
    if _coroutine_type is None:
        async def nothing():
            pass
        made = nothing()
        _coroutine_type = type(made)
        made.close()
    return isinstance(obj, _coroutine_type) or (hasattr(type(obj), '__await__') and hasattr(type(obj), 'send') and
                                                hasattr(type(obj), 'throw') and hasattr(type(obj), 'close'))


class coroutines:
    iscoroutine = staticmethod(iscoroutine)
    iscoroutinefunction = staticmethod(iscoroutinefunction)


def isfuture(obj):
    """Whether it is a future."""
    return hasattr(type(obj), '_asyncio_future_blocking') and obj._asyncio_future_blocking is not None


class Handle:
    """A call that the loop is to make."""

    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = _copy_context() if context is None else context
        self._cancelled = False

    def cancel(self):
        self._cancelled = True
        self._callback = None
        self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            name = getattr(self._callback, '__qualname__', repr(self._callback))
            self._loop.call_exception_handler({'message': f'Exception in callback {name}()', 'exception': error,
                                               'handle': self})


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when


class Future:
    """A result that will be there later."""
    _asyncio_future_blocking = False

    def __init__(self, *, loop=None):
        self._loop = loop if loop is not None else get_event_loop()
        self._state = 'PENDING'
        self._result = None
        self._exception = None
        self._callbacks = []
        self._cancel_message = None
        self._log_traceback = False

    def _info(self):
        parts = [self._state.lower()]
        if self._state == 'FINISHED':
            if self._exception is not None:
                parts.append(f'exception={self._exception!r}')
            else:
                parts.append(f'result={self._result!r}')
        return parts

    def __repr__(self):
        return f'<{type(self).__name__} {" ".join(self._info())}>'

    def get_loop(self):
        return self._loop

    def cancelled(self):
        return self._state == 'CANCELLED'

    def done(self):
        return self._state != 'PENDING'

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state != 'PENDING':
            return False
        self._state = 'CANCELLED'
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def _cancelled_error(self):
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def result(self):
        if self._state == 'CANCELLED':
            raise self._cancelled_error()
        if self._state != 'FINISHED':
            raise InvalidStateError('Result is not set.')
        self._log_traceback = False
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == 'CANCELLED':
            raise self._cancelled_error()
        if self._state != 'FINISHED':
            raise InvalidStateError('Exception is not set.')
        self._log_traceback = False
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if context is None:
            context = _copy_context()
        if self._state != 'PENDING':
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [(each, context) for each, context in self._callbacks if each != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state != 'PENDING':
            raise InvalidStateError('invalid state')
        self._result = result
        self._state = 'FINISHED'
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != 'PENDING':
            raise InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError('StopIteration interacts badly with generators and cannot be raised into a Future')
        self._exception = exception
        self._state = 'FINISHED'
        self._log_traceback = True
        self._schedule_callbacks()

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    def __del__(self):
        if not self._log_traceback or self._exception is None:
            return
        self._loop.call_exception_handler({'message': f'{type(self).__name__} exception was never retrieved',
                                           'exception': self._exception, 'future': self})


def wrap_future(future, *, loop=None):
    """A future of concurrent.futures as one of asyncio."""
    if isfuture(future):
        return future
    made = Future(loop=loop)

    def finished(source):
        def deliver():
            if made.done():
                return
            if source.cancelled():
                made.cancel()
            elif source.exception() is not None:
                made.set_exception(source.exception())
            else:
                made.set_result(source.result())
        made._loop.call_soon_threadsafe(deliver)
    future.add_done_callback(finished)
    return made


class AbstractEventLoop:
    """What loops can do."""


class BaseEventLoop(AbstractEventLoop):
    """Runs what is ready, then what is due, then sleeps."""

    def __init__(self):
        self._ready = _deque()
        self._scheduled = []
        self._count = 0
        self._running = self._closed = self._stopping = False
        self._debug = False
        self._tasks = []
        self._handler = None
        self._task_factory = None
        self._current = None

    def __repr__(self):
        kind = '_UnixSelectorEventLoop' if type(self) is SelectorEventLoop else type(self).__name__
        return f'<{kind} running={self._running} closed={self._closed} debug={self._debug}>'

    def time(self):
        return _time.monotonic()

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._task_factory is not None:
            task = self._task_factory(self, coro)
            if name is not None:
                task.set_name(name)
            return task
        from _asyncio_tasks import Task
        return Task(coro, loop=self, name=name, context=context)

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        handle = TimerHandle(when, callback, args, self, context)
        self._count += 1
        _heappush(self._scheduled, (when, self._count, handle))
        return handle

    async def _call(self, func, args):
        return func(*args)

    def run_in_executor(self, executor, func, *args):
        """Runs the function in the executor, or in a thread of its own."""
        if executor is None:
            from concurrent.futures import ThreadPoolExecutor
            executor = self.__dict__.get('_executor')
            if executor is None:
                executor = self._executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        self._executor = executor

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        import traceback
        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key not in ('message', 'exception'):
                lines.append(f'{key}: {context[key]!r}')
        error = context.get('exception')
        if error is not None:
            lines.append(''.join(traceback.format_exception(error)).rstrip('\n'))
        sys.stderr.write('\n'.join(lines) + '\n')

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)

    def _run_once(self):
        if not self._ready and not self._stopping:
            while self._scheduled and self._scheduled[0][2]._cancelled:
                _heappop(self._scheduled)
            if self._scheduled:
                wait = self._scheduled[0][0] - self.time()
                if wait > 0:
                    self._sleep(wait)
            elif not self._other_threads():
                raise RuntimeError('the event loop waits for ever: nothing is ready and nothing is due')
            else:
                self._sleep(0.002)
        now = self.time()
        while self._scheduled and self._scheduled[0][0] <= now:
            handle = _heappop(self._scheduled)[2]
            if not handle._cancelled:
                self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()

    def _other_threads(self):
        threading = sys.modules.get('threading')
        return threading is not None and threading.active_count() > 1

    def _sleep(self, wait):
        """Sleeps, in pieces where other threads may make something ready meanwhile."""
        if not self._other_threads():
            _time.sleep(wait)
            return
        end = self.time() + wait
        while not self._ready and self.time() < end:
            _time.sleep(min(0.002, max(0, end - self.time())))

    def run_forever(self):
        global _running_loop
        self._check_closed()
        if self._running:
            raise RuntimeError('This event loop is already running')
        if _running_loop is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')
        self._running = True
        _running_loop = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = self._running = False
            _running_loop = None

    def run_until_complete(self, future):
        from _asyncio_tasks import ensure_future
        self._check_closed()
        if self._running:
            raise RuntimeError('This event loop is already running')
        if _running_loop is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')
        made = not isfuture(future)
        future = ensure_future(future, loop=self)

        def done(finished):
            self.stop()
        future.add_done_callback(done)
        try:
            self.run_forever()
        except BaseException:
            if made and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(done)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def stop(self):
        self._stopping = True

    def close(self):
        if self._running:
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        executor = self.__dict__.get('_executor')
        if executor is not None:
            executor.shutdown(wait=False)

    async def shutdown_asyncgens(self):
        """Asynchronous generators end when nobody holds them any more: there is nothing to do."""

    async def shutdown_default_executor(self):
        executor = self.__dict__.get('_executor')
        if executor is not None:
            executor.shutdown(wait=True)

    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError('nnsh handles signals itself')

    def remove_signal_handler(self, sig):
        return False


class SelectorEventLoop(BaseEventLoop):
    pass


EventLoop = SelectorEventLoop
_running_loop = None
_current_loop = None
_set_called = False


def get_running_loop():
    """The loop that runs now."""
    if _running_loop is None:
        raise RuntimeError('no running event loop')
    return _running_loop


def _get_running_loop():
    return _running_loop


def new_event_loop():
    """A new loop."""
    return SelectorEventLoop()


def set_event_loop(loop):
    """Makes a loop the current one."""
    global _current_loop, _set_called
    _current_loop = loop
    _set_called = True


def get_event_loop():
    """The loop that runs, or the current one."""
    global _current_loop
    if _running_loop is not None:
        return _running_loop
    if _current_loop is None:
        if _set_called:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        _current_loop = new_event_loop()
    return _current_loop


class DefaultEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    """What makes loops."""
    return _policy


def set_event_loop_policy(policy):
    """There is one kind of loop: the policy is kept and not asked."""
    global _policy
    _policy = policy or DefaultEventLoopPolicy()
