"""typing: what stands in annotations: special forms, classes with what they hold, names that are not there yet."""
import collections.abc as _abc
import sys as _sys
import types as _types

# The classes show themselves as typing's.
__name__ = 'typing'

NoneType = type(None)
_GenericTypes = (_types.GenericAlias,)
# Generic and Protocol, which _typing_classes makes: they may not stand alone in an annotation.
_bases = []


class _Final:
    """A class that programs do not derive from."""

    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, **kwds):
        if '_root' not in kwds:
            raise TypeError('Cannot subclass special typing classes')


class _Either:
    """What may stand beside | in an annotation; a copy of it is itself."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _caller():
    """The name of the module that asks."""
    from _frame import running
    try:
        return running(0).f_globals.get('__name__', '__main__')
    except ValueError:
        return None


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """What may stand where a type is wanted, texts as forward references; TypeError for what may not."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    alone = list(_bases)
    if not allow_special_forms:
        alone += [ClassVar, Final] if is_argument else [ClassVar]
    if isinstance(arg, _GenericAlias) and any(arg.__origin__ is each for each in alone):
        raise TypeError(f'{arg} is not valid as type argument')
    if isinstance(arg, _SpecialForm):
        if arg._bare or allow_special_forms and arg in (ClassVar, Final):
            return arg
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if arg in _bases:
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _type_repr(obj):
    if isinstance(obj, _types.GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, tuple):
        return '[' + ', '.join(map(_type_repr, obj)) + ']'
    return obj.__name__ if isinstance(obj, _types.FunctionType) else repr(obj)


def _collect_parameters(args):
    """The type variables in what stands in brackets, each once."""
    found = []
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, _types.GenericAlias):
            continue
        if isinstance(arg, tuple):
            inner = _collect_parameters(arg)
        else:
            inner = (arg,) if hasattr(arg, '__typing_subst__') else getattr(arg, '__parameters__', ())
        found += [each for each in inner if each not in found]
    return tuple(found)


def _check_count(alias, given, expected):
    if not expected:
        raise TypeError(f'{alias} is not a generic class')
    if given != expected:
        raise TypeError(f'Too {"many" if given > expected else "few"} arguments for {alias}; '
                        f'actual {given}, expected {expected}')


def _tuple_of(item):
    return item if isinstance(item, tuple) else (item,)


def _unpack_args(args):
    out = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner is None and isinstance(arg, _types.GenericAlias) and arg.__unpacked__:
            inner = arg.__args__
        out += [arg] if inner is None or inner and inner[-1] is ... else inner
    return tuple(out)


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list)) or hasattr(arg, '_is_param_expr')


class ForwardRef(_Final, _root=True):
    """A text in an annotation: an expression that is read when somebody asks for the type."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            code = compile(f'({arg},)[0]' if arg[:1] == '*' else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}') from None
        self.__forward_arg__, self.__forward_code__ = arg, code
        self.__forward_evaluated__, self.__forward_value__ = False, None
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None and localns is None:
                globalns = localns = {}
            globalns, localns = localns if globalns is None else globalns, globalns if localns is None else localns
            if self.__forward_module__ is not None:
                globalns = getattr(_sys.modules.get(self.__forward_module__), '__dict__', globalns)
            found = _type_check(eval(self.__forward_code__, globalns, localns),
                                'Forward references must evaluate to types.', self.__forward_is_argument__,
                                allow_special_forms=self.__forward_is_class__)
            self.__forward_value__ = _eval_type(found, globalns, localns, recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__ and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    """A type with the forward references in it read."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, recursive_guard)
    if not isinstance(t, (_GenericAlias, _types.GenericAlias, _types.UnionType)):
        return t
    if isinstance(t, _types.GenericAlias):
        unpacked = t.__unpacked__
        t = _types.GenericAlias(t.__origin__, tuple(ForwardRef(arg) if isinstance(arg, str) else arg
                                                    for arg in t.__args__))
        t = Unpack[t] if unpacked else t
    args = tuple(_eval_type(arg, globalns, localns, recursive_guard) for arg in t.__args__)
    return t if args == t.__args__ else _copy_with(t, args)


def _copy_with(t, args):
    """The same form with other arguments."""
    if isinstance(t, _types.UnionType):
        made = args[0]
        for arg in args[1:]:
            made = made | arg
        return made
    if isinstance(t, _types.GenericAlias):
        return _types.GenericAlias(t.__origin__, args)
    return t.copy_with(args)


def _new_args(alias, args):
    """The arguments of an alias with its type variables replaced."""
    args = _unpack_args(tuple(map(_type_convert, args)))
    parameters = alias.__parameters__
    for parameter in parameters:
        prepare = getattr(parameter, '__typing_prepare_subst__', None)
        if prepare:
            args = prepare(alias, args)
    _check_count(alias, len(args), len(parameters))
    return tuple(_substitute(alias, alias.__args__, dict(zip(parameters, args))))


def _substitute(alias, args, values):
    out = []
    for old in args:
        if isinstance(old, type) and not isinstance(old, _types.GenericAlias):
            out.append(old)
            continue
        replace = getattr(old, '__typing_subst__', None)
        if isinstance(old, tuple):
            new = tuple(_substitute(alias, old, values))
        elif replace:
            new = replace(values[old])
        else:
            inner = []
            for each in getattr(old, '__parameters__', ()):
                inner += values[each] if hasattr(each, '_is_type_var_tuple') else [values[each]]
            new = old[tuple(inner)] if getattr(old, '__parameters__', ()) else old
        if isinstance(new, tuple) and not isinstance(old, tuple) and (
                getattr(alias, '__origin__', None) is _abc.Callable or _is_unpacked_variable(old)):
            out += new
        else:
            out.append(new)
    return out


def _is_unpacked_variable(item):
    return not isinstance(item, type) and getattr(item, '__typing_is_unpacked_typevartuple__', False)


class _SpecialForm(_Final, _Either, _root=True):
    """A name that stands for itself, or makes something of what stands in its brackets."""

    __iter__ = None

    def __init__(self, name, doc=None, make=None, bare=False):
        self._name, self._make, self._bare = name, make, bare
        self.__doc__ = doc

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, parameters):
        if self._make is None:
            raise TypeError(f'{self} is not subscriptable')
        return self._make(self, parameters)


_own_names = ('_name', '_inst', '_nparams')


class _BaseGenericAlias(_Final, _root=True):
    """A class under typing's name, with or without what it holds: makes and shows what the class does."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst, self._name, self.__origin__ = inst, name, origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __mro_entries__(self, bases):
        generic = _bases[0]
        found = [] if self.__origin__ in bases else [self.__origin__]
        after = bases[bases.index(self) + 1:]
        if not any(isinstance(base, _BaseGenericAlias) or isinstance(base, type) and issubclass(base, generic)
                   for base in after):
            found.append(generic)
        return tuple(found)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not (name.startswith('__') and name.endswith('__')):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name.startswith('__') and name.endswith('__') or name in _own_names:
            object.__setattr__(self, name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __dir__(self):
        return sorted({*object.__dir__(self), *(name for name in dir(self.__origin__) if not name.startswith('__'))})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """List[int]: __origin__ is the class, __args__ what stands in the brackets."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = _tuple_of(args)
        self.__parameters__ = _collect_parameters(self.__args__)
        self.__module__ = 'typing' if name else origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ in _bases:
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        return self.copy_with(_new_args(self, _tuple_of(args)))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = f'typing.{self._name}' if self._name else _type_repr(self.__origin__)
        return f'{name}[{", ".join(map(_type_repr, self.__args__)) or "()"}]'

    def __mro_entries__(self, bases):
        generic, protocol = _bases
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is generic:
            after = bases[bases.index(self) + 1:]
            if protocol in bases or any(isinstance(base, _BaseGenericAlias) and base is not self for base in after):
                return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """List, Dict, ...: a class under typing's name."""

    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        where = 'typing' if origin.__module__ == 'builtins' else origin.__module__
        self.__doc__ = f'A generic version of {where}.{origin.__qualname__}.'
        self.__module__ = 'typing'

    def __getitem__(self, params):
        params = tuple(_type_check(each, 'Parameters to generic types must be types.') for each in _tuple_of(params))
        _check_count(self, len(params), self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return super().__subclasscheck__(cls) if isinstance(cls, _GenericAlias) else issubclass(cls, self.__origin__)


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return f'typing.Callable[[{", ".join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]'


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        if args is ...:
            return self.copy_with((..., result))
        args = tuple(args) if isinstance(args, list) else _tuple_of(args)
        return self.copy_with(tuple(map(_type_convert, args)) + (result,))


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        params = _tuple_of(params)
        if len(params) >= 2 and params[-1] is ...:
            checked = tuple(_type_check(each, 'Tuple[t, ...]: t must be a type.') for each in params[:-1])
            return self.copy_with((*checked, ...))
        return self.copy_with(tuple(_type_check(each, 'Tuple[t0, t1, ...]: each t must be a type.')
                                    for each in params))


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and NoneType in args:
            return f'typing.Optional[{_type_repr(args[args[0] is NoneType])}]'
        return super().__repr__() if self._name == 'Union' else f'typing.Union[{", ".join(map(_type_repr, args))}]'

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, each) for each in self.__args__)

    def __reduce__(self):
        return _union_of, (self.__args__,)


def _union_of(args):
    return Union[args]


def _typed(values):
    return [(value, type(value)) for value in values]


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        return set(_typed(self.__args__)) == set(_typed(other.__args__)) \
            if isinstance(other, _LiteralGenericAlias) else NotImplemented

    def __hash__(self):
        return hash(frozenset(_typed(self.__args__)))

    def __repr__(self):
        return f'typing.Literal[{", ".join(map(_type_repr, self.__args__))}]'


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    _is_param_expr = True

    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f'*{self.__args__[0]!r}'

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg = self.__args__[0]
        return arg.__args__ if isinstance(arg, (_GenericAlias, _types.GenericAlias)) else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return hasattr(self.__args__[0], '_is_type_var_tuple')


class _AnnotatedAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f'typing.Annotated[{", ".join([_type_repr(self.__origin__), *map(repr, self.__metadata__)])}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


from _typing_forms import (Any, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn, NotRequired,
                           Optional, Required, Self, TypeAlias, TypeGuard, Union, Unpack)
