"""Helpers for the with statement."""
import sys as _sys
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from functools import wraps as _wraps
from types import GenericAlias as _GenericAlias, MethodType as _MethodType
from _instance_check import has_special as _has_special


def _has_methods(cls, *names):
    """What __subclasshook__ says of a class that is to have these methods."""
    return True if all(_has_special(cls, name) for name in names) else NotImplemented


class AbstractContextManager(_ABC):
    """Enters as itself."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        return self

    @_abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__enter__', '__exit__') if cls is AbstractContextManager else NotImplemented


class ContextDecorator:
    """A context manager that can also decorate a function."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class _GeneratorContextManagerBase:
    """What managers made of generators share, be they entered by `with` or by `async with`."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, '__doc__', None) or type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _forget_call(self):
        # The arguments are let go when the block begins: a manager of a generator is entered once.
        del self.args, self.kwds, self.func

    def _answer(self, exc, value, traceback, stop):
        """Whether the block's exception `value` ends here, now that the generator which got it raised `exc`."""
        if isinstance(exc, stop):
            return exc is not value
        if exc is value:
            exc.__traceback__ = traceback
            return False
        # A generator that lets a StopIteration pass raises a RuntimeError of it (PEP 479).
        if isinstance(exc, RuntimeError) and isinstance(value, (StopIteration, stop)) and exc.__cause__ is value:
            value.__traceback__ = traceback
            return False
        raise exc


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        self._forget_call()
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except BaseException as exc:
            return self._answer(exc, value, traceback, StopIteration)
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """A decorator: a generator that yields once becomes a context manager."""
    @_wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """Calls close() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class suppress(AbstractContextManager):
    """Ends the block quietly on some exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(_sys, self._stream))
        setattr(_sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(_sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """What the block prints goes to another file."""
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'


class _Unwinding:
    """The exception on its way through the ends that an exit stack collected, and what became of it."""

    def __init__(self, details):
        self.details = details
        self._received = details[0] is not None
        self._suppressed = self._pending = False
        self._outside = _sys.exc_info()[1]

    def answered(self, answer):
        """An end returned: a true answer swallows the exception."""
        if answer:
            self._suppressed, self._pending, self.details = True, False, (None, None, None)

    def raised(self, exc):
        """An end raised: its exception goes on, in the context of the one before it."""
        before, last = self.details[1], exc
        while last.__context__ is not None and last.__context__ is not before:
            if last.__context__ is self._outside:
                last.__context__ = before
            else:
                last = last.__context__
        self._pending, self.details = True, (type(exc), exc, exc.__traceback__)

    def result(self):
        """Whether the block's exception was swallowed; raises the one that is left."""
        if not self._pending:
            return self._received and self._suppressed
        exc = self.details[1]
        context = exc.__context__
        try:
            raise exc
        finally:
            exc.__context__ = context


class _ExitStackBase:
    """What the two exit stacks share: ends as pairs (is it called as it is, or awaited?, function)."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """A new stack with all ends; this one forgets them."""
        stack = type(self)()
        stack._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return stack

    def _methods(self, cm, enter, leave, protocol):
        cls = type(cm)
        try:
            return getattr(cls, enter), _MethodType(getattr(cls, leave), cm)
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} "
                            'protocol') from None

    def _push(self, exit, leave, is_sync):
        method = getattr(type(exit), leave, None)
        self._exit_callbacks.append((is_sync, exit if method is None else _MethodType(method, exit)))
        return exit

    def _push_call(self, run, callback, is_sync):
        run.__wrapped__ = callback
        self._exit_callbacks.append((is_sync, run))
        return callback

    def enter_context(self, cm):
        """Enters `cm`, whose end comes with the stack's; gives what it gives."""
        enter, leave = self._methods(cm, '__enter__', '__exit__', 'context manager')
        result = enter(cm)
        self._exit_callbacks.append((True, leave))
        return result

    def push(self, exit):
        """A manager that is entered already, or a function that takes what __exit__ takes."""
        return self._push(exit, '__exit__', True)

    def callback(self, callback, /, *args, **kwds):
        """A function to be called at the end; it swallows nothing."""
        def run(*details):
            callback(*args, **kwds)
        return self._push_call(run, callback, True)


class ExitStack(_ExitStackBase, AbstractContextManager):
    """A block's end that is put together while the block runs."""

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        unwinding = _Unwinding(details)
        while self._exit_callbacks:
            _, run = self._exit_callbacks.pop()
            try:
                unwinding.answered(run(*unwinding.details))
            except BaseException as exc:
                unwinding.raised(exc)
        return unwinding.result()


class chdir(AbstractContextManager):
    """Another working directory for a block."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


_asynchronous = ('AbstractAsyncContextManager', 'AsyncContextDecorator', 'AsyncExitStack', 'aclosing',
                 'asynccontextmanager')
__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
           'redirect_stderr', 'suppress', 'aclosing', 'chdir']


def __getattr__(name):
    # Made when somebody asks: few programs have need of them.
    if name in _asynchronous:
        import _contextlib_async
        return getattr(_contextlib_async, name)
    raise AttributeError(f"module 'contextlib' has no attribute '{name}'")


def __dir__():
    return sorted([*globals(), *_asynchronous])
