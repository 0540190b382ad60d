"""signal: Ctrl-C is a KeyboardInterrupt; other signals do what they do. Handlers are kept and called by
raise_signal."""
from enum import IntEnum as _IntEnum


class Signals(_IntEnum):
    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL = 1, 2, 3, 4, 5, 6, 7, 8, 9
    SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM = 10, 11, 12, 13, 14, 15
    SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGWINCH = 17, 18, 19, 20, 28


class Handlers(_IntEnum):
    SIG_DFL, SIG_IGN = 0, 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65
_handlers = {}


def default_int_handler(signalnum, frame, /):
    """What Ctrl-C does."""
    raise KeyboardInterrupt


_handlers[Signals.SIGINT] = default_int_handler


def _number(signalnum):
    if not isinstance(signalnum, int):
        raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
    if not 1 <= signalnum < NSIG:
        raise ValueError('signal number out of range')
    return int(signalnum)


def getsignal(signalnum):
    """The handler."""
    return _handlers.get(_number(signalnum), Handlers.SIG_DFL)


def signal(signalnum, handler):
    """Sets a handler and gives the one before."""
    before = getsignal(signalnum)
    if not callable(handler) and handler not in (Handlers.SIG_DFL, Handlers.SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if signalnum in (9, 19):
        raise OSError(22, 'Invalid argument')
    _handlers[_number(signalnum)] = handler
    return before


def raise_signal(signalnum):
    """Calls the handler."""
    handler = getsignal(signalnum)
    if callable(handler):
        handler(int(signalnum), None)
    elif handler == Handlers.SIG_DFL:
        raise NotImplementedError(f'signal {int(signalnum)} would end nnsh: '
                                  'give it a handler by signal.signal() before')


def strsignal(signalnum):
    """What a signal means."""
    words = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 6: 'Aborted',
             8: 'Floating point exception',
             9: 'Killed', 11: 'Segmentation fault', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated'}
    return words.get(_number(signalnum))


def valid_signals():
    """All numbers of signals."""
    return {Signals(n) if n in set(Signals) else n for n in range(1, NSIG) if n not in (32, 33)}


def alarm(seconds, /):
    raise NotImplementedError('nnsh has no alarms: threading.Timer calls a function later')


def pause():
    raise NotImplementedError('nnsh does not wait for signals')
