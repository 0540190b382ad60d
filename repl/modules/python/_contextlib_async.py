"""The asynchronous half of contextlib: what stands after `async with`."""
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from contextlib import _ExitStackBase, _GeneratorContextManagerBase, _Unwinding, _has_methods
from functools import wraps as _wraps
from types import GenericAlias as _GenericAlias

# The classes show themselves as contextlib's.
__name__ = 'contextlib'


class AbstractAsyncContextManager(_ABC):
    """Enters as itself."""

    __class_getitem__ = classmethod(_GenericAlias)

    async def __aenter__(self):
        return self

    @_abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__aenter__', '__aexit__') if cls is AbstractAsyncContextManager else NotImplemented


class AsyncContextDecorator:
    """An asynchronous context manager that can also decorate a coroutine function."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """Helper for @asynccontextmanager decorator."""

    async def __aenter__(self):
        self._forget_call()
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
        except BaseException as exc:
            return self._answer(exc, value, traceback, StopAsyncIteration)
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    """A decorator: an asynchronous generator that yields once becomes what `async with` takes."""
    @_wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class AsyncExitStack(_ExitStackBase, AbstractAsyncContextManager):
    """An `async with` block's end that is put together while the block runs; plain managers may be in it too."""

    async def enter_async_context(self, cm):
        enter, leave = self._methods(cm, '__aenter__', '__aexit__', 'asynchronous context manager')
        result = await enter(cm)
        self._exit_callbacks.append((False, leave))
        return result

    def push_async_exit(self, exit):
        return self._push(exit, '__aexit__', False)

    def push_async_callback(self, callback, /, *args, **kwds):
        async def run(*details):
            await callback(*args, **kwds)
        return self._push_call(run, callback, False)

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        unwinding = _Unwinding(details)
        while self._exit_callbacks:
            is_sync, run = self._exit_callbacks.pop()
            try:
                answer = run(*unwinding.details)
                unwinding.answered(answer if is_sync else await answer)
            except BaseException as exc:
                unwinding.raised(exc)
        return unwinding.result()
