"""The tasks of asyncio: coroutines that the loop runs, and what waits for them."""
import _asyncio_base as base
from _asyncio_base import (CancelledError, Future, InvalidStateError, get_event_loop, get_running_loop, iscoroutine,
                           isfuture, new_event_loop, set_event_loop)

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'
_names = [0]


class Task(Future):
    """A coroutine that the loop runs."""

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        if name is None:
            _names[0] += 1
            name = f'Task-{_names[0]}'
        self._name = str(name)
        self._coro = coro
        self._waiter = None
        self._must_cancel = False
        self._requests = 0
        self._log_destroy_pending = True
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step)

    def _info(self):
        info = super()._info()
        if self._must_cancel:
            info[0] = 'cancelling'
        info.insert(1, f'name={self._name!r}')
        code = getattr(self._coro, 'cr_code', None)
        state = 'done' if self.done() else 'running'
        where = f' {state}, defined at {code.co_filename}:{code.co_firstlineno}' if code else ''
        name = getattr(self._coro, '__qualname__', type(self._coro).__name__)
        if self._waiter is not None:
            info.insert(2, f'wait_for={self._waiter!r}')
        info.insert(2, f'coro=<{name}(){where}>')
        return info

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def cancelling(self):
        return self._requests

    def uncancel(self):
        if self._requests > 0:
            self._requests -= 1
        return self._requests

    def cancel(self, msg=None):
        self._log_traceback = False
        if self.done():
            return False
        self._requests += 1
        if self._waiter is not None and self._waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def _step(self, error=None):
        if self.done():
            raise InvalidStateError(f'_step(): already done: {self!r}, {error!r}')
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waiter = None
        before, self._loop._current = self._loop._current, self
        try:
            result = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except CancelledError as cancelled:
            self._cancelled_by = cancelled
            super().cancel(msg=cancelled.args[0] if cancelled.args else None)
        except (KeyboardInterrupt, SystemExit) as leaving:
            super().set_exception(leaving)
            raise
        except BaseException as raised:
            super().set_exception(raised)
        else:
            self._wait_for(result)
        finally:
            self._loop._current = before
        if self.done() and self in self._loop._tasks:
            self._loop._tasks.remove(self)

    def _wait_for(self, result):
        if result is None:
            self._loop.call_soon(self._step)
        elif isfuture(result):
            if not result._asyncio_future_blocking:
                problem = RuntimeError(f'yield was used instead of yield from in task {self!r} with {result!r}')
                self._loop.call_soon(self._step, problem)
                return
            if result is self:
                self._loop.call_soon(self._step, RuntimeError(f'Task cannot await on itself: {self!r}'))
                return
            if result._loop is not self._loop:
                problem = RuntimeError(f'Task {self!r} got Future {result!r} attached to a different loop')
                self._loop.call_soon(self._step, problem)
                return
            result._asyncio_future_blocking = False
            result.add_done_callback(self._wake_up)
            self._waiter = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False
        else:
            self._loop.call_soon(self._step, RuntimeError(f'Task got bad yield: {result!r}'))

    def _wake_up(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()


for _class in (Future, Task):
    _class.__module__ = 'asyncio'


def current_task(loop=None):
    """The task that runs now."""
    return (loop or get_running_loop())._current


def all_tasks(loop=None):
    """The tasks that are not done."""
    return {task for task in (loop or get_running_loop())._tasks if not task.done()}


def create_task(coro, *, name=None, context=None):
    """Has the running loop run a coroutine."""
    return get_running_loop().create_task(coro, name=name)


async def _wrap(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is, a coroutine as a task."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro_or_future = _wrap(coro_or_future)
    return (loop or get_event_loop()).create_task(coro_or_future)


class _Bare:
    """Lets the others run once."""

    def __await__(self):
        yield


async def sleep(delay, result=None):
    """Waits some seconds."""
    if delay <= 0:
        await _Bare()
        return result
    loop = get_running_loop()
    future = loop.create_future()

    def wake(finished):
        if not finished.cancelled():
            finished.set_result(result)
    handle = loop.call_later(delay, wake, future)
    try:
        return await future
    finally:
        handle.cancel()


class _Gathering(Future):
    """What gather() gives: cancelling it cancels all parts."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


_Gathering.__name__ = _Gathering.__qualname__ = '_GatheringFuture'


def gather(*coros_or_futures, return_exceptions=False):
    """Waits for all and gives their results in order."""
    if not coros_or_futures:
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer
    made = {}
    children = []
    loop = None
    for item in coros_or_futures:
        key = id(item)
        if key not in made:
            future = ensure_future(item, loop=loop)
            loop = loop or future.get_loop()
            made[key] = future, item
        children.append(made[key][0])
    left = len(made)
    outer = None

    def done(future):
        nonlocal left
        left -= 1
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if left:
            return
        results = []
        for child in children:
            if child.cancelled():
                results.append(CancelledError('' if child._cancel_message is None else child._cancel_message))
            else:
                error = child.exception()
                results.append(child.result() if error is None else error)
        if outer._cancel_requested:
            outer.set_exception(future._cancelled_error() if future.cancelled() else CancelledError())
        else:
            outer.set_result(results)

    outer = _Gathering(children, loop=loop)
    for future, item in made.values():
        future.add_done_callback(done)
    return outer


def shield(arg):
    """Waits for a future without passing a cancellation on to it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(future):
        if outer.cancelled():
            if not future.cancelled():
                future.exception()
            return
        if future.cancelled():
            outer.cancel()
        elif future.exception() is not None:
            outer.set_exception(future.exception())
        else:
            outer.set_result(future.result())

    def outer_done(future):
        if not inner.done():
            inner.remove_done_callback(inner_done)
    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for some futures: (done, pending)."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    loop = get_running_loop()

    def satisfied():
        finished = [f for f in fs if f.done()]
        return (len(finished) == len(fs) or (return_when == FIRST_COMPLETED and finished) or
                (return_when == FIRST_EXCEPTION and
                 any(not f.cancelled() and f.exception() is not None for f in finished)))
    if not satisfied():
        waiter = loop.create_future()

        def wake(finished=None):
            if not waiter.done() and (finished is None or satisfied()):
                waiter.set_result(None)
        handle = None if timeout is None else loop.call_later(timeout, wake)
        for f in fs:
            f.add_done_callback(wake)
        try:
            await waiter
        finally:
            if handle is not None:
                handle.cancel()
            for f in fs:
                f.remove_done_callback(wake)
    done = {f for f in fs if f.done()}
    return done, fs - done


async def wait_for(fut, timeout):
    """Waits for a future, at most some seconds."""
    if timeout is None:
        return await fut
    fut = ensure_future(fut)
    if timeout <= 0:
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError() from error
    try:
        await wait([fut], timeout=timeout)
    except CancelledError:
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        raise
    if fut.done():
        return fut.result()
    await _cancel_and_wait(fut)
    try:
        return fut.result()
    except CancelledError as error:
        raise TimeoutError() from error


async def _cancel_and_wait(future):
    waiter = get_running_loop().create_future()

    def wake(finished):
        if not waiter.done():
            waiter.set_result(None)
    future.add_done_callback(wake)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(wake)


def as_completed(fs, *, timeout=None):
    """Awaitables that give the results as they come."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from _asyncio_queues import Queue
    finished = Queue()
    loop = get_event_loop()
    todo = {ensure_future(f, loop=loop) for f in set(fs)}
    handle = None

    def on_timeout():
        for f in todo:
            f.remove_done_callback(on_done)
            finished.put_nowait(None)
        todo.clear()

    def on_done(f):
        if not todo:
            return
        todo.remove(f)
        finished.put_nowait(f)
        if not todo and handle is not None:
            handle.cancel()

    async def next_one():
        f = await finished.get()
        if f is None:
            raise TimeoutError
        return f.result()
    for f in todo:
        f.add_done_callback(on_done)
    if todo and timeout is not None:
        handle = loop.call_later(timeout, on_timeout)
    for _ in range(len(todo)):
        yield next_one()


async def to_thread(func, /, *args, **kwargs):
    """Runs a function in a thread of its own."""
    from functools import partial
    return await get_running_loop().run_in_executor(None, partial(func, *args, **kwargs))


def run_coroutine_threadsafe(coro, loop):
    """Has a loop of another thread run a coroutine: a future of concurrent.futures."""
    from concurrent.futures import Future as Other
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    future = Other()

    def begin():
        task = ensure_future(coro, loop=loop)

        def done(finished):
            if finished.cancelled():
                future.cancel()
            elif finished.exception() is not None:
                future.set_exception(finished.exception())
            else:
                future.set_result(finished.result())
        task.add_done_callback(done)
    loop.call_soon_threadsafe(begin)
    return future


class Timeout:
    """async with timeout(seconds): raises TimeoutError where the body takes longer."""

    def __init__(self, when):
        self._when = when
        self._task = self._handle = None
        self._state = 'created'

    def when(self):
        return self._when

    def expired(self):
        return self._state in ('expiring', 'expired')

    def reschedule(self, when):
        if self._state != 'active':
            if self._state == 'created':
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        self._handle = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._on_timeout)
            else:
                self._handle = loop.call_at(when, self._on_timeout)

    def _on_timeout(self):
        self._task.cancel()
        self._state = 'expiring'
        self._handle = None

    async def __aenter__(self):
        if self._state != 'created':
            raise RuntimeError('Timeout has already been entered')
        self._state = 'active'
        self._task = current_task()
        if self._task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._cancelling = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, value, trace):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == 'expiring':
            self._state = 'expired'
            if self._task.uncancel() <= self._cancelling and kind is not None and issubclass(kind, CancelledError):
                raise TimeoutError from value
        elif self._state == 'active':
            self._state = 'exited'
        return None


def timeout(delay):
    """async with timeout(seconds)."""
    return Timeout(get_running_loop().time() + delay if delay is not None else None)


def timeout_at(when):
    """As timeout, until a time of the loop's."""
    return Timeout(when)


class TaskGroup:
    """async with TaskGroup() as group: waits for the tasks of the group; the first failure cancels the others."""

    def __init__(self):
        self._entered = self._exiting = self._aborting = False
        self._tasks = set()
        self._errors = []
        self._parent = self._waiter = self._base_error = None
        self._cancel_requested = False

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        self._entered = True
        self._loop = get_running_loop()
        self._parent = current_task(self._loop)
        if self._parent is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        return self

    async def __aexit__(self, kind, value, trace):
        self._exiting = True
        if kind is not None and self._is_base_error(value) and self._base_error is None:
            self._base_error = value
        cancelled = value if kind is not None and issubclass(kind, CancelledError) else None
        if self._cancel_requested and self._parent.uncancel() == 0:
            cancelled = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._waiter is None:
                self._waiter = self._loop.create_future()
            try:
                await self._waiter
            except CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort()
            self._waiter = None
        if self._base_error is not None:
            raise self._base_error
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and kind is not CancelledError:
            self._errors.append(value)
        if self._errors:
            errors, self._errors = self._errors, None
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', errors) from None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has not been entered')
        if self._exiting and not self._tasks:
            raise RuntimeError(f'TaskGroup {self!r} is finished')
        if self._aborting:
            raise RuntimeError(f'TaskGroup {self!r} is shutting down')
        task = self._loop.create_task(coro, name=name)
        task.add_done_callback(self._on_done)
        self._tasks.add(task)
        return task

    def _is_base_error(self, error):
        return isinstance(error, (SystemExit, KeyboardInterrupt))

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_done(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if self._is_base_error(error) and self._base_error is None:
            self._base_error = error
        if self._parent.done():
            return
        if not self._aborting and not self._cancel_requested:
            self._abort()
            self._cancel_requested = True
            self._parent.cancel()


TaskGroup.__module__ = 'asyncio.taskgroups'


class Runner:
    """with Runner() as runner: runs coroutines in one loop of its own."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = None
        self._debug = debug
        self._factory = loop_factory or new_event_loop
        self._closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, kind, value, trace):
        self.close()

    def get_loop(self):
        if self._closed:
            raise RuntimeError('Runner is closed')
        if self._loop is None:
            self._loop = self._factory()
            if self._debug is not None:
                self._loop.set_debug(self._debug)
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        if base._get_running_loop() is not None:
            coro.close()
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        loop = self.get_loop()
        set_event_loop(loop)
        return loop.run_until_complete(loop.create_task(coro))

    def close(self):
        if self._closed:
            return
        self._closed = True
        if self._loop is None:
            return
        loop = self._loop
        try:
            left = [task for task in loop._tasks if not task.done()]
            for task in left:
                task.cancel()
            if left:
                loop.run_until_complete(gather(*left, return_exceptions=True))
            for task in left:
                if not task.cancelled() and task.exception() is not None:
                    loop.call_exception_handler({'message': 'unhandled exception during asyncio.run() shutdown',
                                                 'exception': task.exception(), 'task': task})
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            set_event_loop(None)
            loop.close()


def run(main, *, debug=None):
    """Runs a coroutine in a loop of its own, to its end."""
    if base._get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    with Runner(debug=debug) as runner:
        return runner.run(main)
