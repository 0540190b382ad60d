"""warnings: what a program wants to be told of, but not stopped by."""
import sys as _sys
import re as _re
import _frames

filters = []
_once = {}
_seen = {}
_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')


def _reset():
    del filters[:]
    for name, message, category, module in (('default', None, DeprecationWarning, '__main__'),
                                            ('ignore', None, DeprecationWarning, None)):
        filters.append((name, message, category, module, 0))


_reset()


class WarningMessage:
    """A warning, and where it was given."""

    __module__ = 'warnings'

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text."""
    text = '%s:%s: %s: %s\n' % (filename, lineno, category.__name__, message)
    if line is not None and line.strip():
        text += '  %s\n' % line.strip()
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Shows a warning."""
    file = _sys.stderr if file is None else file
    file.write(formatwarning(message, category, filename, lineno, line))


_shown = showwarning


def _insert(item, append):
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    _seen.clear()


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Says what becomes of some warnings."""
    if action not in _ACTIONS:
        raise AssertionError('invalid action: %r' % (action,))
    if not isinstance(message, str):
        raise AssertionError('message must be a string')
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise AssertionError('category must be a Warning subclass')
    pattern = _re.compile(message, _re.IGNORECASE) if message else None
    where = _re.compile(module) if module else None
    _insert((action, pattern, category, where, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Says what becomes of a class of warnings."""
    if action not in _ACTIONS:
        raise AssertionError('invalid action: %r' % (action,))
    _insert((action, None, category, None, lineno), append)


def resetwarnings():
    """Forgets all filters."""
    del filters[:]
    _seen.clear()


def _action(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if (message is None or message.match(text)) and issubclass(category, kind) and line in (0, lineno):
            if where is None or (module == where if isinstance(where, str) else where.match(module)):
                return action
    return 'default'


_record = None


def _give(message, category, filename, lineno, module, line):
    text = str(message)
    action = _action(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        key = (text, category)
        if key in _once:
            return
        _once[key] = True
    elif action != 'always':
        key = (text, category, filename, 0 if action == 'module' else lineno)
        if key in _seen:
            return
        _seen[key] = True
    if _record is not None:
        _record.append(WarningMessage(message, category, filename, lineno))
    elif showwarning is _shown:
        _sys.stderr.write(formatwarning(message, category, filename, lineno, line))
    else:
        showwarning(message, category, filename, lineno)


def warn(message, category=None, stacklevel=1, source=None):
    """Gives a warning."""
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    if not isinstance(message, Warning):
        message = category(message)
    place = _frames.caller(max(1, stacklevel))
    if place is None:
        filename, lineno, line, module = 'sys', 1, None, 'sys'
    else:
        filename, lineno, _, line = place
        module = '__main__'
    _give(message, category, filename, lineno, module, line)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Gives a warning for a place."""
    if not isinstance(message, Warning):
        message = category(message)
    import linecache
    line = linecache.getline(filename, lineno).strip() or None
    _give(message, type(message), filename, lineno, module or filename, line)


class catch_warnings:
    """Inside `with`, filters may change; they are put back at the end. record=True collects warnings in a list."""

    __module__ = 'warnings'

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._entered = record, False
        self._action = action
        self._rest = (category, lineno, append)

    def __enter__(self):
        global _record
        if self._entered:
            raise RuntimeError('Cannot enter catch_warnings() twice')
        self._entered = True
        self._filters = list(filters)
        self._before = _record
        self._seen = dict(_seen)
        _seen.clear()
        if self._action is not None:
            simplefilter(self._action, *self._rest)
        if self._record:
            _record = []
            return _record
        return None

    def __exit__(self, *args):
        global _record
        if not self._entered:
            raise RuntimeError('Cannot exit catch_warnings() without entering first')
        filters[:] = self._filters
        _record = self._before
        _seen.clear()
        _seen.update(self._seen)
