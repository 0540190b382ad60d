"""The asynchronous half of contextlib: what stands after `async with`."""
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from functools import wraps as _wraps


class AbstractAsyncContextManager(_ABC):
    """Enters as itself."""

    __module__ = 'contextlib'

    async def __aenter__(self):
        return self

    @_abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class AsyncContextDecorator:
    """An asynchronous context manager that can also decorate a coroutine function."""

    __module__ = 'contextlib'

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _AsyncGeneratorContextManager(AbstractAsyncContextManager, AsyncContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, '__doc__', None)

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await self.gen.__anext__()
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    """A decorator: an asynchronous generator that yields once becomes what `async with` takes."""
    @_wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() at the end of the block."""

    __module__ = 'contextlib'

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class AsyncExitStack(AbstractAsyncContextManager):
    """An `async with` block's end that is put together while the block runs; plain managers may be in it too."""

    __module__ = 'contextlib'

    def __init__(self):
        self._exit_callbacks = []

    def _methods(self, cm, enter, leave, protocol):
        cls = type(cm)
        try:
            return getattr(cls, enter), getattr(cls, leave)
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} "
                            'protocol') from None

    def enter_context(self, cm):
        enter, leave = self._methods(cm, '__enter__', '__exit__', 'context manager')
        result = enter(cm)
        self._exit_callbacks.append((False, lambda *details: leave(cm, *details)))
        return result

    async def enter_async_context(self, cm):
        enter, leave = self._methods(cm, '__aenter__', '__aexit__', 'asynchronous context manager')
        result = await enter(cm)
        self._exit_callbacks.append((True, lambda *details: leave(cm, *details)))
        return result

    def push(self, exit):
        method = getattr(type(exit), '__exit__', None)
        self._exit_callbacks.append((False, exit if method is None else lambda *details: method(exit, *details)))
        return exit

    def push_async_exit(self, exit):
        method = getattr(type(exit), '__aexit__', None)
        self._exit_callbacks.append((True, exit if method is None else lambda *details: method(exit, *details)))
        return exit

    def callback(self, callback, /, *args, **kwds):
        self._exit_callbacks.append((False, lambda *details: callback(*args, **kwds) and None))
        return callback

    def push_async_callback(self, callback, /, *args, **kwds):
        async def run(*details):
            await callback(*args, **kwds)
        self._exit_callbacks.append((True, run))
        return callback

    def pop_all(self):
        stack = type(self)()
        stack._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return stack

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        received = details[0] is not None
        suppressed = pending = False
        while self._exit_callbacks:
            waits, run = self._exit_callbacks.pop()
            try:
                answer = run(*details)
                if waits:
                    answer = await answer
                if answer:
                    suppressed, pending, details = True, False, (None, None, None)
            except BaseException as exc:
                if exc.__context__ is None and details[1] is not exc:
                    exc.__context__ = details[1]
                pending, details = True, (type(exc), exc, exc.__traceback__)
        if pending:
            raise details[1]
        return received and suppressed
