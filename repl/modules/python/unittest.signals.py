"""Ctrl-C while tests run: the first one ends the run after the current test, the second one at once."""
import signal
import weakref
from functools import wraps as _wraps

_results = weakref.WeakKeyDictionary()
_interrupt_handler = None


class _InterruptHandler:
    def __init__(self, default_handler):
        self.called = False
        self.original_handler = default_handler
        if default_handler == signal.SIG_DFL:
            self.default_handler = signal.default_int_handler
        elif default_handler == signal.SIG_IGN:
            self.default_handler = lambda signum, frame: None
        else:
            self.default_handler = default_handler

    def __call__(self, signum, frame):
        if self is not signal.getsignal(signal.SIGINT) or self.called:
            self.default_handler(signum, frame)
        self.called = True
        for result in list(_results):
            result.stop()


def registerResult(result):
    _results[result] = 1


def removeResult(result):
    return bool(_results.pop(result, None))


def installHandler():
    global _interrupt_handler
    if _interrupt_handler is None:
        _interrupt_handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
    if method is not None:
        @_wraps(method)
        def inner(*args, **kwargs):
            before = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, before)
        return inner
    if _interrupt_handler is not None:
        signal.signal(signal.SIGINT, _interrupt_handler.original_handler)
