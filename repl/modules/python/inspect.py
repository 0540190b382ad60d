"""inspect: what functions and classes look like."""
import sys
import _frames

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 64, 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'


class _Empty:
    """Stands for what is not given."""


_Empty.__name__ = '_empty'
_KINDS = {'only': 0, 'plain': 1, 'rest': 2, 'key': 3, 'keywords': 4}
_NAMES = ['POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD']


class _Kind:
    def __init__(self, value):
        self.value = value
        self.name = _NAMES[value]

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, _Kind) else other)

    def __hash__(self):
        return hash(self.value)

    def __str__(self):
        return self.name

    def __repr__(self):
        return '<_ParameterKind.%s: %d>' % (self.name, self.value)


_ALL = [_Kind(at) for at in range(5)]


class Parameter:
    """One parameter of a function."""

    __module__ = 'inspect'
    empty = _Empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ALL

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def __str__(self):
        text = {2: '*', 4: '**'}.get(self.kind.value, '') + self.name
        if self.annotation is not _Empty:
            text += ': ' + formatannotation(self.annotation)
            return text if self.default is _Empty else '%s = %r' % (text, self.default)
        return text if self.default is _Empty else '%s=%r' % (text, self.default)

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default,
                                                                         other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))

    def replace(self, **changes):
        """The parameter with other values."""
        given = {'name': self.name, 'kind': self.kind, 'default': self.default, 'annotation': self.annotation, **changes}
        return Parameter(given.pop('name'), given.pop('kind'), **given)


def formatannotation(annotation, base_module=None):
    """An annotation as signatures show it."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and not hasattr(annotation, '__origin__'):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class BoundArguments:
    """What the parameters of a signature get from the arguments of a call."""

    __module__ = 'inspect'

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        out = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind.value > 2 or name not in self.arguments:
                break
            out.extend(self.arguments[name] if parameter.kind.value == 2 else (self.arguments[name],))
        return tuple(out)

    @property
    def kwargs(self):
        out, named = {}, False
        for name, parameter in self.signature.parameters.items():
            kind = parameter.kind.value
            named = named or kind > 2 or name not in self.arguments
            if not named or name not in self.arguments:
                continue
            if kind == 4:
                out.update(self.arguments[name])
            else:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        """Fills in what was not given."""
        filled = {}
        for name, parameter in self.signature.parameters.items():
            kind = parameter.kind.value
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _Empty:
                filled[name] = parameter.default
            elif kind == 2:
                filled[name] = ()
            elif kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return '<BoundArguments (%s)>' % ', '.join('%s=%r' % item for item in self.arguments.items())


class Signature:
    """What a function takes."""

    __module__ = 'inspect'
    empty = _Empty

    def __init__(self, parameters=None, *, return_annotation=_Empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    def __str__(self):
        out = []
        only = star = False
        for parameter in self.parameters.values():
            kind = parameter.kind.value
            if only and kind != 0:
                out.append('/')
                only = False
            if kind == 0:
                only = True
            if kind == 2:
                star = True
            if kind == 3 and not star:
                out.append('*')
                star = True
            out.append(str(parameter))
        if only:
            out.append('/')
        text = '(' + ', '.join(out) + ')'
        if self.return_annotation is not _Empty:
            text += ' -> ' + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return '<Signature %s>' % self

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values()) == list(other.parameters.values())
                and self.return_annotation == other.return_annotation)

    def __hash__(self):
        return hash(tuple(self.parameters))

    def replace(self, *, parameters=None, return_annotation=...):
        """The signature with other parts."""
        return Signature(list(self.parameters.values()) if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is ... else return_annotation)

    def _bind(self, args, kwargs, partial):
        left, kwargs = list(args), dict(kwargs)
        found, extra = {}, None
        for name, parameter in self.parameters.items():
            kind = parameter.kind.value
            if kind == 2:
                if left:
                    found[name] = tuple(left)
                    left = []
            elif kind == 4:
                extra = name
            elif kind < 2 and left:
                if kind == 1 and name in kwargs:
                    raise TypeError('multiple values for argument %r' % name)
                found[name] = left.pop(0)
            elif kind != 0 and name in kwargs:
                found[name] = kwargs.pop(name)
            elif parameter.default is _Empty and not partial:
                raise TypeError('missing a required argument: %r' % name)
        if left:
            raise TypeError('too many positional arguments')
        if extra is not None:
            if kwargs:
                found[extra] = kwargs
        elif kwargs:
            raise TypeError('got an unexpected keyword argument %r' % next(iter(kwargs)))
        return BoundArguments(self, found)

    def bind(self, /, *args, **kwargs):
        """Which parameter gets which argument; TypeError where they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """Likewise, where arguments may be missing."""
        return self._bind(args, kwargs, True)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """What a function takes."""
    if not callable(obj):
        raise TypeError('%r is not a callable object' % (obj,))
    bound = False
    if isclass(obj):
        obj = getattr(obj, '__init__', obj)
        bound = True
    elif ismethod(obj):
        obj = obj.__func__
        bound = True
    while follow_wrapped and hasattr(obj, '__wrapped__') and not isclass(obj):
        obj = obj.__wrapped__
    items = _frames.parameters(obj)
    if items is None:
        raise ValueError('no signature found for %r' % (obj,))
    if bound:
        items = items[1:]
    notes = getattr(obj, '__annotations__', None) or {}
    return Signature([Parameter(name, _ALL[_KINDS[kind]], default=default if given else _Empty,
                                annotation=notes.get(name, _Empty)) for name, kind, given, default in items],
                     return_annotation=notes.get('return', _Empty) if not bound or obj.__name__ != '__init__' else _Empty)


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


class FullArgSpec:
    """What a function takes, the old way."""

    def __init__(self, args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations):
        self.args = args
        self.varargs = varargs
        self.varkw = varkw
        self.defaults = defaults
        self.kwonlyargs = kwonlyargs
        self.kwonlydefaults = kwonlydefaults
        self.annotations = annotations

    def _items(self):
        return (self.args, self.varargs, self.varkw, self.defaults, self.kwonlyargs, self.kwonlydefaults,
                self.annotations)

    def __iter__(self):
        return iter(self._items())

    def __getitem__(self, index):
        return self._items()[index]

    def __repr__(self):
        return ('FullArgSpec(args=%r, varargs=%r, varkw=%r, defaults=%r, kwonlyargs=%r, kwonlydefaults=%r, '
                'annotations=%r)' % self._items())


def getfullargspec(func):
    """What a function takes, the old way."""
    target = getattr(func, '__func__', func)
    items = _frames.parameters(target)
    if items is None:
        raise TypeError('unsupported callable')
    plain = [item for item in items if item[1] in ('only', 'plain')]
    rest = [item[0] for item in items if item[1] == 'rest']
    words = [item[0] for item in items if item[1] == 'keywords']
    keys = [item for item in items if item[1] == 'key']
    defaults = tuple([item[3] for item in plain if item[2]])
    return FullArgSpec([item[0] for item in plain], rest[0] if rest else None, words[0] if words else None,
                       defaults or None, [item[0] for item in keys],
                       {item[0]: item[3] for item in keys if item[2]} or None, {})
