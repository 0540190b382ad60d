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


def _exception(exc, value):
    if isinstance(exc, BaseException):
        return exc
    return value if isinstance(value, BaseException) else _frames.handled()


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    """A traceback as lines."""
    exc = _exception(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    return [line + '\n' for line in _frames.format(exc).rstrip('\n').split('\n')]


def format_exc(limit=None, chain=True):
    """The traceback of the exception that is being handled."""
    exc = _frames.handled()
    return 'NoneType: None\n' if exc is None else _frames.format(exc)


def print_exc(limit=None, file=None, chain=True):
    """Prints the traceback of the exception that is being handled."""
    (_sys.stderr if file is None else file).write(format_exc())


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    """Prints the traceback of an exception."""
    (_sys.stderr if file is None else file).write(''.join(format_exception(exc, value)))


def format_exception_only(exc, /, value=None):
    """The last line of a traceback."""
    exc = _exception(exc, value)
    return ['NoneType: None\n'] if exc is None else [_frames.line(exc) + '\n']


def extract_tb(tb, limit=None):
    """The lines of the exception that is being handled."""
    exc = _frames.handled()
    return [] if exc is None else [FrameSummary(*item) for item in _frames.trace(exc)]


def format_tb(tb, limit=None):
    out = []
    for item in extract_tb(tb):
        out.append('  File "%s", line %d, in %s\n    %s\n' % tuple(item))
    return out


def print_tb(tb, limit=None, file=None):
    (_sys.stderr if file is None else file).write(''.join(format_tb(tb)))


def extract_stack(f=None, limit=None):
    """The calls that are running."""
    out = []
    level = 1
    while True:
        item = _frames.caller(level)
        if item is None:
            return out[::-1]
        out.append(FrameSummary(*item))
        level += 1


def format_stack(f=None, limit=None):
    return ['  File "%s", line %d, in %s\n    %s\n' % tuple(item) for item in extract_stack()]


def print_stack(f=None, limit=None, file=None):
    (_sys.stderr if file is None else file).write(''.join(format_stack()))
