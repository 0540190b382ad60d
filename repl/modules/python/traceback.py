"""traceback: exceptions as text."""
import sys as _sys
import _frames


class FrameSummary:
    """One line of a traceback."""

    __module__ = 'traceback'

    def __init__(self, filename, lineno, name, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = (line or '').strip()

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __repr__(self):
        return '<FrameSummary file %s, line %s in %s>' % (self.filename, self.lineno, self.name)


_absent = object()


def _exception(exc, value, tb):
    """The exception that three arguments, or the first alone, mean; None is none."""
    if (value is _absent) != (tb is _absent):
        raise ValueError('Both or neither of value and tb must be given')
    if value is _absent:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return exc
    return _known(value)


def _known(value):
    if value is not None and not isinstance(value, BaseException):
        raise AttributeError(f"'{type(value).__name__}' object has no attribute '__suppress_context__'")
    return value


def _limited(items, limit):
    """The outermost frames, or with a negative limit the innermost."""
    if limit is None:
        limit = getattr(_sys, 'tracebacklimit', None)
        if limit is None:
            return items
        limit = max(limit, 0)
    return items[:limit] if limit >= 0 else items[limit:]


def _parts(text):
    """A traceback's text: what stands before the frames of the exception itself, the frames, and what comes after."""
    lines = text.rstrip('\n').split('\n')
    first = max([i + 1 for i, line in enumerate(lines) if line == 'Traceback (most recent call last):'], default=0)
    frames, at = [], first
    while first and at < len(lines) and lines[at].startswith('  '):
        if lines[at].startswith('  File "'):
            frames.append('')
        frames[-1] += lines[at] + '\n'
        at += 1
    return [line + '\n' for line in lines[:first]], frames, [line + '\n' for line in lines[at:]]


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True):
    """A traceback as lines."""
    exc = _exception(exc, value, tb)
    if exc is None:
        return ['NoneType: None\n']
    before, frames, after = _parts(_frames.format(exc))
    shown = _limited(frames, limit)
    if frames and not shown:
        before = before[:-1]
    return before + shown + after


def format_exc(limit=None, chain=True):
    """The traceback of the exception that is being handled."""
    exc = _frames.handled()
    return ''.join(format_exception(exc, limit=limit))


def print_exc(limit=None, file=None, chain=True):
    """Prints the traceback of the exception that is being handled."""
    (_sys.stderr if file is None else file).write(format_exc(limit))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True):
    """Prints the traceback of an exception."""
    (_sys.stderr if file is None else file).write(''.join(format_exception(exc, value, tb, limit)))


def format_exception_only(exc, /, value=_absent):
    """The last line of a traceback."""
    exc = _known(exc if value is _absent else value)
    return ['NoneType: None\n'] if exc is None else [_frames.line(exc) + '\n']


def extract_tb(tb, limit=None):
    """The lines of the exception that is being handled."""
    if tb is not None and not hasattr(tb, 'tb_frame'):
        raise AttributeError(f"'{type(tb).__name__}' object has no attribute 'tb_frame'")
    exc = _frames.handled()
    return [] if exc is None or tb is None else _limited([FrameSummary(*item) for item in _frames.trace(exc)], limit)


def format_tb(tb, limit=None):
    """The lines of the exception that is being handled, as texts."""
    if tb is not None and not hasattr(tb, 'tb_frame'):
        raise AttributeError(f"'{type(tb).__name__}' object has no attribute 'tb_frame'")
    exc = _frames.handled()
    return [] if exc is None or tb is None else _limited(_parts(_frames.format(exc))[1], limit)


def print_tb(tb, limit=None, file=None):
    (_sys.stderr if file is None else file).write(''.join(format_tb(tb, limit)))


def extract_stack(f=None, limit=None):
    """The calls that are running."""
    out = []
    level = 1
    while True:
        item = _frames.caller(level)
        if item is None:
            return _limited(out[::-1], limit if limit is None else -limit)
        out.append(FrameSummary(*item))
        level += 1


def format_stack(f=None, limit=None):
    return ['  File "%s", line %d, in %s\n    %s\n' % tuple(item) for item in extract_stack(limit=limit)]


def print_stack(f=None, limit=None, file=None):
    (_sys.stderr if file is None else file).write(''.join(format_stack(limit=limit)))
