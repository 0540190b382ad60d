"""typing: the special forms, and what each makes of what stands in its brackets."""
import types as _types
from _typing_aliases import (_ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias, _SpecialForm,
                             _UnionGenericAlias, _UnpackGenericAlias, _tuple_of, _type_check, NoneType)

__name__ = 'typing'


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else type.__repr__(self)


class Any(metaclass=_AnyMeta):
    """Any type; a class may derive from it where a checker should not ask."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _make_union(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    flat = []
    for each in _tuple_of(parameters):
        each = _type_check(each, 'Union[arg, ...]: each arg must be a type.')
        for one in each.__args__ if isinstance(each, (_UnionGenericAlias, _types.UnionType)) else (each,):
            if one not in flat:
                flat.append(one)
    if len(flat) == 1:
        return flat[0]
    return _UnionGenericAlias(form, tuple(flat), name='Optional' if len(flat) == 2 and NoneType in flat else 'Union')


def _make_optional(form, parameters):
    return Union[_type_check(parameters, f'{form} requires a single type.'), NoneType]


def _make_literal(form, parameters):
    values = []
    for each in _tuple_of(parameters):
        values += each.__args__ if isinstance(each, _LiteralGenericAlias) else (each,)
    try:
        values = [value for value, _ in dict.fromkeys((value, type(value)) for value in values)]
    except TypeError:
        pass  # What cannot be hashed is kept as often as it stands there.
    return _LiteralGenericAlias(form, tuple(values), name='Literal')


def _make_concatenate(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    parameters = _tuple_of(parameters)
    if not (parameters[-1] is ... or hasattr(parameters[-1], '_is_param_spec')):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    msg = 'Concatenate[arg, ...]: each arg must be a type.'
    return _ConcatenateGenericAlias(form, (*(_type_check(each, msg) for each in parameters[:-1]), parameters[-1]),
                                    name='Concatenate')


def _single(words, allow_special_forms=False, alias=_GenericAlias):
    """Makes a form of one type."""
    def make(form, parameters):
        item = _type_check(parameters, f'{form} {words}.', allow_special_forms=allow_special_forms)
        return alias(form, (item,), name=form._name)
    return make


def _required(form, parameters):
    item = _type_check(parameters, f'{form._name} accepts only a single type.', allow_special_forms=True)
    return _GenericAlias(form, (item,), name=form._name)


NoReturn = _SpecialForm('NoReturn', 'What a function that never returns gives.', bare=True)
Never = _SpecialForm('Never', 'The type of no value.', bare=True)
Self = _SpecialForm('Self', 'The class around.', bare=True)
LiteralString = _SpecialForm('LiteralString', 'Any text that is written in the program.', bare=True)
TypeAlias = _SpecialForm('TypeAlias', 'Marks a name as standing for a type.', bare=True)
Union = _SpecialForm('Union', 'One of several types.', _make_union)
Optional = _SpecialForm('Optional', 'A type or None.', _make_optional)
Literal = _SpecialForm('Literal', 'One of these values.', _make_literal)
Concatenate = _SpecialForm('Concatenate', 'Parameters before those of a ParamSpec.', _make_concatenate)
ClassVar = _SpecialForm('ClassVar', 'A variable of the class, not of its instances.',
                        _single('accepts only single type'))
Final = _SpecialForm('Final', 'A name that is not bound again.', _single('accepts only single type'))
TypeGuard = _SpecialForm('TypeGuard', 'What a function that tells types apart gives.',
                         _single('accepts only single type'))
Unpack = _SpecialForm('Unpack', 'The items of a tuple of types.',
                      _single('accepts only single type', alias=_UnpackGenericAlias))
Required = _SpecialForm('Required', 'A key that a TypedDict must have.', _required)
NotRequired = _SpecialForm('NotRequired', 'A key that a TypedDict may have.', _required)
