"""inspect: what functions and classes look like."""
import sys
import _frames
from _inspect_signature import (BoundArguments, Parameter, Signature, _ParameterKind, _empty, formatannotation,
                                get_annotations, signature, unwrap)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 64, 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'


def _place(obj):
    if ismethod(obj):
        obj = obj.__func__
    if isclass(obj):
        for value in vars(obj).values():
            place = _frames.place(getattr(value, '__func__', value))
            if place is not None:
                return place
        return None
    return _frames.place(obj)


def getsourcelines(obj):
    """The lines of a function's or a class's text, and the number of the first."""
    place = _place(obj)
    if place is None:
        home = getattr(obj, '__module__', None)
        if isclass(obj) and (home == '__main__' or getattr(sys.modules.get(home), '__file__', None)):
            raise OSError('could not find class definition')
        if isclass(obj):
            raise TypeError(f'{obj!r} is a built-in class')
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got ' +
                        type(obj).__name__)
    file, first, text, _, base = place
    lines = [line + '\n' for line in text.split('\n')]
    if lines and lines[-1] == '\n':
        lines.pop()
    at = first - base
    if isclass(obj):
        start = 'class ' + obj.__name__
        while at >= 0 and not lines[at].lstrip().startswith(start):
            at -= 1
        if at < 0:
            raise OSError('could not find class definition')
        while at > 0 and lines[at - 1].lstrip().startswith('@'):
            at -= 1
    else:
        while at > 0 and lines[at - 1].lstrip().startswith('@'):
            at -= 1
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at
    while end < len(lines) and lines[end].lstrip().startswith('@'):
        end += 1
    depth = 0
    # The head may go over several lines.
    while end < len(lines):
        code = lines[end].split('#')[0]
        for c in code:
            depth += 1 if c in '([{' else -1 if c in ')]}' else 0
        end += 1
        if depth <= 0 and code.rstrip().endswith(':') or depth <= 0 and ':' in code:
            break
    last = end
    while end < len(lines):
        line = lines[end]
        if line.strip() and len(line) - len(line.lstrip()) <= indent and not line.lstrip().startswith('#'):
            break
        end += 1
        if line.strip() and not (line.lstrip().startswith('#') and len(line) - len(line.lstrip()) <= indent):
            last = end
    return lines[at:last], at + base


def getsource(obj):
    """The text of a function or a class."""
    return ''.join(getsourcelines(obj)[0])


def getfile(obj):
    """The file of a function or a class."""
    place = _place(obj)
    if place is None:
        if isinstance(obj, type):
            raise TypeError('%r is a built-in class' % (obj,))
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got %s'
                        % type(obj).__name__)
    return place[0]


getsourcefile = getfile


def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    out = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while out and not out[-1]:
        out.pop()
    while out and not out[0]:
        out.pop(0)
    return '\n'.join(out)


def getdoc(object):
    """The docstring, cleaned."""
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return type(object).__name__ == 'function'


def ismethod(object):
    return type(object).__name__ == 'method' and hasattr(object.__func__, '__code__')


def isbuiltin(object):
    return type(object).__name__ == 'builtin_function_or_method'


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def ismodule(object):
    return type(object).__name__ == 'module'


def isgenerator(object):
    return type(object).__name__ == 'generator'


def isgeneratorfunction(obj):
    place = _frames.place(getattr(obj, '__func__', obj))
    return place is not None and place[3]


def _flags(obj):
    while hasattr(obj, '__func__') or type(obj).__name__ == 'partial':
        obj = obj.__func__ if hasattr(obj, '__func__') else obj.func
    code = getattr(obj, '__code__', None)
    return getattr(code, 'co_flags', 0)


def iscoroutinefunction(obj):
    return bool(_flags(obj) & CO_COROUTINE)


def isasyncgenfunction(obj):
    return bool(_flags(obj) & CO_ASYNC_GENERATOR)


def iscoroutine(object):
    return type(object).__name__ == 'coroutine'


def isasyncgen(object):
    return type(object).__name__ == 'async_generator'


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), '__await__')


def getgeneratorstate(generator):
    """Where a generator stands: 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED' or 'GEN_CLOSED'."""
    return 'GEN_' + _frames.state(generator, 'gi_running')


def getcoroutinestate(coroutine):
    """Where a coroutine stands: 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED' or 'CORO_CLOSED'."""
    return 'CORO_' + _frames.state(coroutine, 'cr_running')


def currentframe():
    """The frame of the function that runs."""
    from _frame import running
    return running()


def isframe(object):
    return type(object).__name__ == 'frame'


def istraceback(object):
    return type(object).__name__ == 'traceback'


def iscode(object):
    return type(object).__name__ == 'code'


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


class _FrameInfo(tuple):
    """A frame, its file, line and function, lines around it, and which of these it is."""

    def __new__(cls, frame, context):
        lines, index = None, None
        if context > 0:
            import linecache
            all_lines = linecache.getlines(frame.f_code.co_filename)
            start = max(0, min(frame.f_lineno - 1 - context // 2, len(all_lines) - context))
            if all_lines:
                lines, index = all_lines[start:start + context], frame.f_lineno - 1 - start
        code = frame.f_code
        return tuple.__new__(cls, (frame, code.co_filename, frame.f_lineno, code.co_name, lines, index))

    frame, filename, lineno = property(lambda s: s[0]), property(lambda s: s[1]), property(lambda s: s[2])
    function, code_context, index = property(lambda s: s[3]), property(lambda s: s[4]), property(lambda s: s[5])

    def __repr__(self):
        names = ('frame', 'filename', 'lineno', 'function', 'code_context', 'index')
        return 'FrameInfo(' + ', '.join(f'{n}={v!r}' for n, v in zip(names, self)) + ')'


def getouterframes(frame, context=1):
    """Frames from one on outwards."""
    found = []
    while frame is not None:
        found.append(_FrameInfo(frame, context))
        frame = frame.f_back
    return found


def stack(context=1):
    """The frames that run, innermost first."""
    return getouterframes(currentframe(), context)


def getframeinfo(frame, context=1):
    """(file, line, function, lines, index) of a frame."""
    from collections import namedtuple
    info = _FrameInfo(frame, context)
    return namedtuple('Traceback', 'filename lineno function code_context index')(*info[1:])


def getmembers(object, predicate=None):
    """Names and values of attributes."""
    out = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            out.append((name, value))
    return out


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    return sys.modules.get(getattr(object, '__module__', None))


class FullArgSpec(tuple):
    """What a function takes, the old way."""

    _fields = ('args', 'varargs', 'varkw', 'defaults', 'kwonlyargs', 'kwonlydefaults', 'annotations')
    args, varargs, varkw = property(lambda s: s[0]), property(lambda s: s[1]), property(lambda s: s[2])
    defaults, kwonlyargs = property(lambda s: s[3]), property(lambda s: s[4])
    kwonlydefaults, annotations = property(lambda s: s[5]), property(lambda s: s[6])

    def __repr__(self):
        return 'FullArgSpec(' + ', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self)) + ')'


def getfullargspec(func):
    """What a function takes, the old way; what a method is bound to counts as its first parameter."""
    try:
        told = signature(getattr(func, '__func__', func), follow_wrapped=False)
    except Exception as e:
        raise TypeError('unsupported callable') from e
    names, defaults, keywords, rest, more = [], [], {}, None, None
    notes = {} if told.return_annotation is _empty else {'return': told.return_annotation}
    keys = []
    for name, parameter in told.parameters.items():
        kind, default = parameter.kind, parameter.default
        if kind <= Parameter.POSITIONAL_OR_KEYWORD:
            names.append(name)
            defaults += [] if default is _empty else [default]
        elif kind is Parameter.VAR_POSITIONAL:
            rest = name
        elif kind is Parameter.VAR_KEYWORD:
            more = name
        else:
            keys.append(name)
            if default is not _empty:
                keywords[name] = default
        if parameter.annotation is not _empty:
            notes[name] = parameter.annotation
    return FullArgSpec((names, rest, more, tuple(defaults) or None, keys, keywords or None, notes))
