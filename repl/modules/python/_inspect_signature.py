"""Signatures: what functions take, and which parameter gets which argument of a call."""
import sys as _sys
import types as _types
from collections import OrderedDict as _OrderedDict
import _frames

# The classes show themselves as inspect's.
__name__ = 'inspect'


class _empty:
    """Stands for what is not given."""


class _ParameterKind(int):
    """How a parameter takes arguments; the kinds are in the order in which a signature may have them."""

    _names = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD')
    _descriptions = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                     'variadic keyword')
    name = property(lambda self: self._names[self])
    value = property(int)
    description = property(lambda self: self._descriptions[self])

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_KINDS = tuple(map(_ParameterKind, range(5)))
_ONLY, _PLAIN, _REST, _KEY, _KEYWORDS = _KINDS
# The words that _frames.parameters has for them.
_WORDS = dict(zip(('only', 'plain', 'rest', 'key', 'keywords'), _KINDS))


def formatannotation(annotation, base_module=None):
    """An annotation as signatures show it."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, _types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a function."""

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(kind, int) or not 0 <= kind < 5:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        kind = _KINDS[kind]
        if default is not _empty and kind in (_REST, _KEYWORDS):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        from keyword import iskeyword
        if not name.isidentifier() or iskeyword(name) and kind is not _ONLY:
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=..., kind=..., annotation=..., default=...):
        """The parameter with other parts."""
        return type(self)(self._name if name is ... else name, self._kind if kind is ... else kind,
                          default=self._default if default is ... else default,
                          annotation=self._annotation if annotation is ... else annotation)

    def __str__(self):
        text = {_REST: '*', _KEYWORDS: '**'}.get(self._kind, '') + self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation)
        if self._default is _empty:
            return text
        return f'{text}={self._default!r}' if self._annotation is _empty else f'{text} = {self._default!r}'

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._parts())


class BoundArguments:
    """What the parameters of a signature get from the arguments of a call."""

    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        out = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind > _REST or name not in self.arguments:
                break
            out.extend(self.arguments[name] if parameter.kind is _REST else (self.arguments[name],))
        return tuple(out)

    @property
    def kwargs(self):
        out, named = {}, False
        for name, parameter in self._signature.parameters.items():
            named = named or parameter.kind > _REST or name not in self.arguments
            if not named or name not in self.arguments:
                continue
            if parameter.kind is _KEYWORDS:
                out.update(self.arguments[name])
            else:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        """Fills in what was not given."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind is _REST:
                filled[name] = ()
            elif parameter.kind is _KEYWORDS:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        return f'<{type(self).__name__} ({", ".join(f"{name}={value!r}" for name, value in self.arguments.items())})>'


class Signature:
    """What a function takes and gives."""

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        known, top, seen_default = {}, _ONLY, False
        for parameter in parameters or ():
            kind = parameter.kind
            if kind < top:
                raise ValueError(f'wrong parameter order: {top.description} parameter before {kind.description} '
                                 'parameter')
            top = kind
            if kind <= _PLAIN:
                if parameter.default is _empty and seen_default:
                    raise ValueError('non-default argument follows default argument')
                seen_default = parameter.default is not _empty
            if parameter.name in known:
                raise ValueError(f'duplicate parameter name: {parameter.name!r}')
            known[parameter.name] = parameter
        self._parameters = _types.MappingProxyType(_OrderedDict(known))
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """What a callable takes."""
        return _Reader(cls, follow_wrapped, globals, locals, eval_str).read(obj)

    def replace(self, *, parameters=..., return_annotation=...):
        """The signature with other parts."""
        return type(self)(self._parameters.values() if parameters is ... else parameters,
                          return_annotation=self._return_annotation if return_annotation is ... else return_annotation)

    def _named(self):
        """What the order of parameters means nothing to, and what it does."""
        values = self._parameters.values()
        return (tuple(each for each in values if each.kind is not _KEY),
                {each.name: each for each in values if each.kind is _KEY}, self._return_annotation)

    def __eq__(self, other):
        return self._named() == other._named() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        plain, named, returned = self._named()
        return hash((plain, frozenset(named.values()), returned))

    def _take(self, args, kwargs, found, partial):
        """Hands out the positional arguments; the parameters that are left."""
        parameters, given = list(self._parameters.values()), list(args)
        while given:
            if not parameters or parameters[0].kind > _REST:
                raise TypeError('too many positional arguments')
            parameter = parameters.pop(0)
            if parameter.kind is _REST:
                found[parameter.name] = tuple(given)
                return parameters
            if parameter.name in kwargs and parameter.kind is not _ONLY:
                raise TypeError(f'multiple values for argument {parameter.name!r}')
            found[parameter.name] = given.pop(0)
        for parameter in parameters:
            # The first one that is missing is told before keywords that nobody takes.
            if parameter.kind >= _REST:
                break
            if parameter.name in kwargs:
                if parameter.kind is _ONLY:
                    raise TypeError(f'{parameter.name!r} parameter is positional only, but was passed as a keyword')
                break
            if parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {parameter.name!r}')
            if parameter.default is not _empty or partial:
                break
        return parameters

    def _bind(self, args, kwargs, partial=False):
        found, kwargs = {}, dict(kwargs)
        extra = None
        for parameter in self._take(args, kwargs, found, partial):
            name, kind = parameter.name, parameter.kind
            if kind is _KEYWORDS:
                extra = name
            elif kind is _REST:
                continue
            elif name in kwargs:
                if kind is _ONLY:
                    raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if kwargs and extra is None:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        if kwargs:
            found[extra] = kwargs
        return self._bound_arguments_cls(self, found)

    def bind(self, /, *args, **kwargs):
        """Which parameter gets which argument; TypeError where they do not fit."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Likewise, where arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def __str__(self):
        out, before = [], None
        for parameter in self._parameters.values():
            kind = parameter.kind
            if before is _ONLY and kind is not _ONLY:
                out.append('/')
            if kind is _KEY and (before is None or before < _REST):
                out.append('*')
            out.append(str(parameter))
            before = kind
        if before is _ONLY:
            out.append('/')
        text = f'({", ".join(out)})'
        if self._return_annotation is not _empty:
            text += ' -> ' + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'


def unwrap(func, *, stop=None):
    """What the functions that functools.wraps made stand around."""
    first, seen = func, {id(func)}
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= _sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module; with eval_str, texts are read as what they name."""
    if isinstance(obj, type):
        found = obj.__dict__.get('__annotations__')
        home = getattr(_sys.modules.get(obj.__module__), '__dict__', None)
        inside = dict(vars(obj))
    elif isinstance(obj, _types.ModuleType):
        found, home, inside = getattr(obj, '__annotations__', None), obj.__dict__, None
    elif callable(obj):
        found, inside = getattr(obj, '__annotations__', None), None
        home = getattr(unwrap(obj), '__globals__', None)
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not eval_str:
        return dict(found)
    globals, locals = home if globals is None else globals, inside if locals is None else locals
    return {name: eval(value, globals if globals is not None else {}, locals) if isinstance(value, str) else value
            for name, value in found.items()}


class _Reader:
    """Finds out what a callable takes, by the kind of callable that it is."""

    def __init__(self, cls, follow_wrapped, globals, locals, eval_str):
        self.cls, self.follow_wrapped = cls, follow_wrapped
        self.names = dict(globals=globals, locals=locals, eval_str=eval_str)

    def read(self, obj):
        if not callable(obj):
            raise TypeError(f'{obj!r} is not a callable object')
        if isinstance(obj, _types.MethodType):
            return self.bound(self.read(obj.__func__))
        if self.follow_wrapped:
            obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, _types.MethodType))
            if isinstance(obj, _types.MethodType):
                return self.read(obj)
        told = getattr(obj, '__signature__', None)
        if told is not None:
            if not isinstance(told, Signature):
                raise TypeError(f'unexpected object {told!r} in __signature__ attribute')
            return told
        functools = _sys.modules.get('functools')
        method = getattr(obj, '_partialmethod', None)
        if functools and isinstance(method, functools.partialmethod):
            whole = self.read(method.func)
            first, rest = next(iter(whole.parameters.values())), self.of_partial(whole, method, (None,))
            if first.kind is _REST:
                return rest
            return rest.replace(parameters=(first, *rest.parameters.values()))
        items = _frames.parameters(obj)
        if items is None:
            items = getattr(obj, '__text_parameters__', None)
        if items is not None:
            return self.of_function(obj, items)
        if functools and isinstance(obj, functools.partial):
            return self.of_partial(self.read(obj.func), obj)
        if isinstance(obj, type):
            return self.of_class(obj)
        call = self.own(type(obj), '__call__')
        if call is None:
            raise ValueError(f'no signature found for builtin {obj!r}')
        return self.bound(self.read(call))

    def own(self, cls, name):
        """A method that is none of a builtin class."""
        method = getattr(cls, name, None)
        builtin = (_types.WrapperDescriptorType, _types.MethodWrapperType, _types.MethodDescriptorType,
                   _types.BuiltinFunctionType)
        return None if method is None or isinstance(method, builtin) else method

    def of_function(self, obj, items):
        notes = get_annotations(obj, **self.names)
        make = self.cls._parameter_cls
        return self.cls([make(name, _WORDS[kind], default=default if given else _empty,
                              annotation=notes.get(name, _empty)) for name, kind, given, default in items],
                        return_annotation=notes.get('return', _empty))

    def of_class(self, cls):
        call = self.own(type(cls), '__call__')
        if call is not None:
            return self.bound(self.read(call))
        for base in cls.__mro__:
            for name in ('__new__', '__init__'):
                method = self.own(cls, name)
                if method is not None and name in base.__dict__:
                    return self.bound(self.read(method))
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__ and not issubclass(cls, type):
            return self.cls()
        raise ValueError(f'no signature found for builtin type {cls!r}')

    def bound(self, signature):
        """Without the parameter that the object itself is."""
        parameters = list(signature.parameters.values())
        if not parameters or parameters[0].kind in (_KEY, _KEYWORDS):
            raise ValueError('invalid method signature')
        return signature.replace(parameters=parameters[parameters[0].kind is not _REST:])

    def of_partial(self, signature, partial, before=()):
        args, keywords = before + tuple(partial.args or ()), partial.keywords or {}
        try:
            given = signature.bind_partial(*args, **keywords).arguments
        except TypeError as e:
            raise ValueError(f'partial object {partial!r} has incorrect arguments') from e
        parameters, named = [], False
        for name, parameter in signature.parameters.items():
            kind = parameter.kind
            if name in given and kind in (_ONLY, _PLAIN) and not (kind is _PLAIN and name in keywords):
                continue
            if name in given and kind in (_PLAIN, _KEY):
                # A parameter that got its value by name, and those after it, can be given by name only.
                named = named or kind is _PLAIN
                parameter = parameter.replace(default=given[name])
            if named and kind is _REST:
                continue
            parameters.append(parameter.replace(kind=_KEY) if named and kind is _PLAIN else parameter)
        return signature.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """What a callable takes."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)
