"""Timeouts, groups of tasks, and the running of a whole program of asyncio."""
import _asyncio_base as base
from _asyncio_base import CancelledError, get_running_loop, iscoroutine, new_event_loop, set_event_loop
from contextvars import copy_context
from _asyncio_tasks import current_task, gather


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
            self._state = 'finished'
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
        self._loop = get_running_loop()
        self._parent = current_task(self._loop)
        if self._parent is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        self._entered = True
        return self

    def __repr__(self):
        state = 'cancelling' if self._aborting else 'entered' if self._entered else ''
        parts = [self._tasks and f'tasks={len(self._tasks)}', self._errors and f'errors={len(self._errors)}', state]
        return ' '.join(['<TaskGroup', *(part for part in parts if part)]) + '>'

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
        task = self._loop.create_task(coro, name=name, context=context)
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
        self._context = copy_context()
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
            set_event_loop(self._loop)
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
        return loop.run_until_complete(loop.create_task(coro, context=context or self._context))

    def close(self):
        if self._closed or self._loop is None:
            return
        self._closed = True
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
