"""The tasks of asyncio: coroutines that the loop runs, and what waits for them."""
from _asyncio_base import (CancelledError, Future, InvalidStateError, get_event_loop, get_running_loop, iscoroutine,
                           isfuture)
from contextvars import copy_context

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
        self._context = copy_context() if context is None else context
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step, context=self._context)

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
            self._loop.call_soon(self._step, context=self._context)
        elif isfuture(result):
            if not result._asyncio_future_blocking:
                problem = RuntimeError(f'yield was used instead of yield from in task {self!r} with {result!r}')
                self._loop.call_soon(self._step, problem, context=self._context)
                return
            if result is self:
                problem = RuntimeError(f'Task cannot await on itself: {self!r}')
                self._loop.call_soon(self._step, problem, context=self._context)
                return
            if result._loop is not self._loop:
                problem = RuntimeError(f'Task {self!r} got Future {result!r} attached to a different loop')
                self._loop.call_soon(self._step, problem, context=self._context)
                return
            result._asyncio_future_blocking = False
            result.add_done_callback(self._wake_up, context=self._context)
            self._waiter = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False
        else:
            problem = RuntimeError(f'Task got bad yield: {result!r}')
            self._loop.call_soon(self._step, problem, context=self._context)

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
    return get_running_loop().create_task(coro, name=name, context=context)


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
    return await get_running_loop().run_in_executor(None, partial(copy_context().run, func, *args, **kwargs))


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
