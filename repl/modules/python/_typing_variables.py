"""typing: type variables, and what they take when they are replaced."""
import types as _types
from _typing_aliases import (_Either, _Final, _GenericAlias, _caller, _is_param_expr, _type_check, Unpack)

__name__ = 'typing'


class _Variable(_Final, _Either, _root=True):
    """What type variables share: a name, a bound, a module."""

    def __init__(self, name, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__bound__ = None if bound is None else _type_check(bound, 'Bound must be a type.')
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __repr__(self):
        return f'{"+" if self.__covariant__ else "-" if self.__contravariant__ else "~"}{self.__name__}'

    def __reduce__(self):
        return self.__name__


class TypeVar(_Variable, _root=True):
    """A name for a type that is not known."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        super().__init__(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        msg = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple(_type_check(each, msg) for each in constraints)

    def __typing_subst__(self, arg):
        arg = _type_check(arg, 'Parameters to generic types must be types.')
        if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack
                or isinstance(arg, _types.GenericAlias) and arg.__unpacked__):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg


class TypeVarTuple(_Variable, _root=True):
    """A name for any number of types."""

    _is_type_var_tuple = True

    def __init__(self, name):
        super().__init__(name)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        """The arguments with those that this variable takes as one tuple."""
        params = alias.__parameters__
        index, given, wanted = params.index(self), len(args), len(params)
        if any(isinstance(each, TypeVarTuple) for each in params[index + 1:]):
            raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
        left, right = index, wanted - index - 1
        place = fill = None
        for k, arg in enumerate(args):
            inner = None if isinstance(arg, type) and not isinstance(arg, _types.GenericAlias) else \
                getattr(arg, '__typing_unpacked_tuple_args__', None)
            if inner and len(inner) == 2 and inner[-1] is ...:
                if place is not None:
                    raise TypeError('More than one unpacked arbitrary-length tuple argument')
                place, fill = k, inner[0]
        if place is not None:
            left, right = min(left, place), min(right, given - place - 1)
        elif left + right > given:
            raise TypeError(f'Too few arguments for {alias}; actual {given}, expected at least {wanted - 1}')
        return (*args[:left], *[fill] * (index - left), tuple(args[left:given - right]),
                *[fill] * (wanted - right - left - (index - left) - 1), *args[given - right:])


class ParamSpecArgs(_Either):
    """The positional arguments of a ParamSpec."""

    _shown = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._shown}'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self._shown, self.__origin__))


class ParamSpecKwargs(ParamSpecArgs):
    """The keyword arguments of a ParamSpec."""

    _shown = 'kwargs'


class ParamSpec(_Variable, _root=True):
    """A name for the parameters of a function."""

    _is_param_spec = _is_param_expr = True

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        super().__init__(name, bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(each, 'Expected a type.') for each in arg)
        if not _is_param_expr(arg):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        index = params.index(self)
        if index >= len(args):
            raise TypeError(f'Too few arguments for {alias}')
        # Where it is the only variable, its types may stand there without brackets of their own.
        if len(params) == 1 and not _is_param_expr(args[0]):
            return (args,)
        return (*args[:index], tuple(args[index]), *args[index + 1:]) if isinstance(args[index], list) else args
