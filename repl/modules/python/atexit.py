"""atexit: what the end of the program calls, the last one first."""
_calls = []


def register(func, *args, **kwargs):
    """Calls the function at the end of the program."""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _calls.append((func, args, kwargs))
    return func


def unregister(func):
    """Forgets a function."""
    _calls[:] = [call for call in _calls if call[0] != func]


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)


def _run_exitfuncs():
    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            import sys
            import traceback
            sys.stderr.write(f'Exception ignored in atexit callback: {func!r}\n')
            sys.stderr.write(''.join(traceback.format_exception(error)))
