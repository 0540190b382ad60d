"""_thread: what threading is made of."""
from _threads import lock as LockType, start as _start, number as _number, count as _count
from functools import partial as _partial

error = RuntimeError
TIMEOUT_MAX = 9223372036.0
_FIRST = 140000000000000


def get_ident():
    """The number of the running thread."""
    return _FIRST + 4096 * _number()


get_native_id = get_ident


def allocate_lock():
    """A new lock."""
    return LockType()


allocate = allocate_lock


def exit():
    """Ends the thread."""
    raise SystemExit


def _report(function, args, kwargs):
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as problem:
        import sys
        import traceback
        sys.stderr.write(f'Exception ignored in thread started by: {function!r}\n')
        sys.stderr.write(''.join(traceback.format_exception(problem)))


def start_new_thread(function, args, kwargs=None):
    """Calls a function in a thread of its own."""
    if not callable(function):
        raise TypeError('first arg must be callable')
    if not isinstance(args, tuple):
        raise TypeError('2nd arg must be a tuple')
    if not isinstance(kwargs, (dict, type(None))):
        raise TypeError('optional 3rd arg must be a dictionary')
    return _FIRST + 4096 * _start(_partial(_report, function, args, kwargs or {}))


start_new = start_new_thread
