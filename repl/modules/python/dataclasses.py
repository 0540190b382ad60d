"""Classes that are mostly fields: __init__, __repr__, comparisons out of annotations."""
from _dataclasses import make_init as _make_init, set_doc as _set_doc
from _instance_check import has_special as _has_special
from copy import deepcopy as _deepcopy
from operator import attrgetter as _attrgetter
import sys as _sys
from types import (new_class as _new_class, GenericAlias as _GenericAlias, MappingProxyType as _MappingProxyType,
                   MemberDescriptorType as _MemberDescriptorType)


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _Factory:
    def __repr__(self):
        return '<factory>'


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _Factory()


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind('_FIELD')
_FIELD_CLASSVAR = _FieldKind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FieldKind('_FIELD_INITVAR')


class InitVar:
    """Marks a parameter of __init__ that is handed to __post_init__ and not kept."""

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        plain = isinstance(self.type, type) and not isinstance(self.type, _GenericAlias)
        return f'dataclasses.InitVar[{self.type.__name__ if plain else repr(self.type)}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field: what fields() gives."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __set_name__(self, owner, name):
        # A default that is a descriptor learns its name as if it stood in the class itself.
        tell = getattr(type(self.default), '__set_name__', None)
        if tell is not None:
            tell(self.default, owner, name)

    def __repr__(self):
        return _repr_of_field(self)

    def _shown(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},'
                f'_field_type={self._field_type})')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more about a field than a default does."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _means(annotation, cls, home, fits):
    """Whether the name that a str annotation begins with is something of the module `home`, in the class's module."""
    from re import match
    found = match(r'^(?:\s*(\w+)\s*\.)?\s*(\w+)', annotation)
    if found is None:
        return False
    prefix, name = found.groups()
    space = getattr(_sys.modules.get(cls.__module__), '__dict__', {})
    if prefix:
        named = space.get(prefix)
        if getattr(named, '__name__', None) != home:
            return False
        space = named.__dict__
    return fits(space.get(name))


def _is_class_variable(annotation, cls):
    typing = _sys.modules.get('typing')
    if typing is None:
        return False

    def fits(item):
        return item is typing.ClassVar or getattr(item, '__origin__', None) is typing.ClassVar
    return _means(annotation, cls, 'typing', fits) if isinstance(annotation, str) else fits(annotation)


def _is_init_variable(annotation, cls):
    def fits(item):
        return item is InitVar or type(item) is InitVar
    return _means(annotation, cls, 'dataclasses', fits) if isinstance(annotation, str) else fits(annotation)


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        return _means(annotation, cls, 'dataclasses', lambda item: item is KW_ONLY)
    return annotation is KW_ONLY


def _field_of(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        f = field(default=MISSING if isinstance(default, _MemberDescriptorType) else default)
    f.name, f.type = name, annotation
    f._field_type = _FIELD
    if _is_class_variable(annotation, cls):
        f._field_type = _FIELD_CLASSVAR
    elif _is_init_variable(annotation, cls):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and not _has_special(type(f.default), '__hash__'):
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _text_parameters(parameters):
    """What inspect is told of an __init__: (name, kind, has a default, default) of each parameter."""
    own = '__dataclass_self__' if any(f.name == 'self' for f in parameters) else 'self'
    told = [(own, 'plain', False, None)]
    for f in parameters:
        made = f.default_factory is not MISSING
        told.append((f.name, 'key' if f.kw_only else 'plain', made or f.default is not MISSING,
                     _FACTORY if made else f.default))
    return told


def _add_init(cls, fields, frozen, slots):
    parameters = [f for f in fields if f.init and not f.kw_only] + [f for f in fields if f.init and f.kw_only]
    line, kind, seen_default = [], '', None
    for f in parameters:
        has = f.default is not MISSING or f.default_factory is not MISSING
        if f.kw_only:
            if '*' not in line:
                line.append('*')
        elif has:
            seen_default = f.name
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument')
        line.append(f.name + ('=...' if has else ''))
    places = {f.name: i for i, f in enumerate(parameters)}
    names, kinds, values, where = [], '', [], []
    for f in fields:
        variable = f._field_type is _FIELD_INITVAR
        if not f.init and f.default_factory is MISSING:
            # Its default is the class's attribute; a class with slots has none.
            if not (variable or slots) or f.default is MISSING:
                continue
        names.append(f.name)
        where.append(places.get(f.name, -1))
        if variable:
            kinds += 'v' if f.default is MISSING else 'w'
            values.append(None if f.default is MISSING else f.default)
        elif f.default_factory is not MISSING:
            kinds += 'f' if f.init else 'o'
            values.append(f.default_factory)
        else:
            kinds += 'p' if f.default is MISSING else 'd'
            values.append(None if f.default is MISSING else f.default)
    made = _make_init(', '.join(line), f'{cls.__qualname__}.__init__', tuple(names), kinds, tuple(values),
                      tuple(where), frozen, hasattr(cls, '__post_init__'))
    made.__module__ = cls.__module__
    made.__annotations__ = {**{f.name: f.type for f in parameters}, 'return': None}
    made.__text_parameters__ = _text_parameters(parameters)
    cls.__init__ = made


def _once(function):
    """A __repr__ that is '...' inside of itself."""
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            return function(self)
        finally:
            running.discard(key)
    return __repr__


def _repr_method(fields):
    names = [f.name for f in fields if f.repr]
    return _once(lambda self: self.__class__.__qualname__ + '('
                 + ', '.join([f'{name}={getattr(self, name)!r}' for name in names]) + ')')


_repr_of_field = _once(Field._shown)


def _values_of(names):
    if len(names) > 1:
        return _attrgetter(*names)

    def values(self):
        return tuple([getattr(self, name) for name in names])
    return values


def _comparisons(values):
    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return values(self) < values(other)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return values(self) <= values(other)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return values(self) > values(other)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return values(self) >= values(other)
        return NotImplemented
    return __lt__, __le__, __gt__, __ge__


def _equality(values):
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented
    return __eq__


def _frozen_set(names, cls):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)
    return __setattr__


def _frozen_delete(names, cls):
    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)
    return __delattr__


def _set_new(cls, name, function):
    if name in cls.__dict__:
        return True
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, function)
    return False


def _shown(annotation):
    if isinstance(annotation, str):
        return repr(annotation)
    if isinstance(annotation, type):
        name = annotation.__qualname__
        return name if annotation.__module__ == 'builtins' else f'{annotation.__module__}.{name}'
    return repr(annotation).replace('typing.', '')


def _signature(name, fields):
    parameters = [f for f in fields if f.init and f._field_type is not _FIELD_CLASSVAR]
    first, last = [f for f in parameters if not f.kw_only], [f for f in parameters if f.kw_only]
    parts = []
    for f in first + last:
        if f.kw_only and '*' not in parts:
            parts.append('*')
        part = f'{f.name}: {_shown(f.type)}'
        if f.default is not MISSING:
            part += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            part += ' = <factory>'
        parts.append(part)
    return f'{name}({", ".join(parts)})'


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen

    def __repr__(self):
        return '_DataclassParams(' + ','.join([f'{name}={value!r}' for name, value in vars(self).items()]) + ')'


def _slots_of(cls):
    """The names of slots that a class itself has."""
    slots = cls.__dict__.get('__slots__', ())
    if isinstance(slots, str):
        return (slots,)
    if not hasattr(slots, '__iter__') or hasattr(slots, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return tuple(slots)


def _slot_values(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_slot_values(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _with_slots(cls, frozen, weakref_slot):
    """A class like `cls` whose fields are slots: a class that is there cannot get them."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    names = tuple([f.name for f in fields(cls)])
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    slots = [name for name in names if name not in inherited]
    if weakref_slot and '__weakref__' not in inherited:
        slots.append('__weakref__')
    body = {name: value for name, value in cls.__dict__.items()
            if name not in names and name not in ('__dict__', '__weakref__')}
    body['__slots__'] = tuple(slots)
    if frozen:
        # Without a dict, what is frozen can be copied and pickled only by its fields.
        body.setdefault('__getstate__', _slot_values)
        body.setdefault('__setstate__', _set_slot_values)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    known = {}
    frozen_bases, any_frozen = [], False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get('__dataclass_fields__')
        if inherited is not None:
            frozen_bases.append(base.__dataclass_params__.frozen)
            known.update(inherited)
    annotations = cls.__dict__.get('__annotations__', {})
    own, keywords_from_here = [], False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if keywords_from_here:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            keywords_from_here = kw_only = True
        else:
            own.append(_field_of(cls, name, annotation, kw_only))
    for f in own:
        known[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if frozen_bases:
        if any(not each for each in frozen_bases) and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
        if any(frozen_bases) and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    cls.__dataclass_fields__ = known
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
    has_hash = cls.__dict__.get('__hash__', MISSING)
    explicit_hash = not (has_hash is MISSING or has_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    kept = [f for f in known.values() if f._field_type is _FIELD]
    if init and '__init__' not in cls.__dict__:
        _add_init(cls, [f for f in known.values() if f._field_type is not _FIELD_CLASSVAR], frozen, slots)
    if repr:
        _set_new(cls, '__repr__', _repr_method(kept))
    compared = _values_of([f.name for f in kept if f.compare])
    if eq:
        _set_new(cls, '__eq__', _equality(compared))
    if order:
        for compare in _comparisons(compared):
            name = compare.__name__
            if _set_new(cls, name, compare):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
    if frozen:
        names = {f.name for f in kept}
        for name, function in (('__setattr__', _frozen_set(names, cls)), ('__delattr__', _frozen_delete(names, cls))):
            if _set_new(cls, name, function):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    hashed = _values_of([f.name for f in kept if (f.compare if f.hash is None else f.hash)])
    if unsafe_hash or (eq and frozen and not explicit_hash):
        if unsafe_hash and explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        def __hash__(self):
            return hash(hashed(self))
        __hash__.__qualname__ = f'{cls.__qualname__}.__hash__'
        cls.__hash__ = __hash__
    elif eq and not explicit_hash:
        cls.__hash__ = None
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in kept if f.init and not f.kw_only])
    if not cls.__doc__:
        _set_doc(cls, _signature(cls.__name__, known.values()))
    if '__abstractmethods__' in cls.__dict__:
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A decorator: adds special methods to a class by its annotations."""
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')

    def wrap(cls):
        made = _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
        return _with_slots(made, frozen, weakref_slot) if slots else made
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass."""
    try:
        known = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in known.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) and not isinstance(obj, _GenericAlias) else type(obj)
    return hasattr(cls, '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    """A dataclass as a dict, dataclasses inside it too."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _as(obj, lambda pairs: dict_factory(pairs), True)


def astuple(obj, *, tuple_factory=tuple):
    """A dataclass as a tuple, dataclasses inside it too."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _as(obj, lambda values: tuple_factory(values), False)


def _as(obj, factory, named):
    if _is_instance(obj):
        parts = [(f.name, _as(getattr(obj, f.name), factory, named)) for f in fields(obj)]
        return factory(parts if named else [value for _, value in parts])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_as(v, factory, named) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_as(v, factory, named) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_as(k, factory, named), _as(v, factory, named)) for k, v in obj.items()]
        if hasattr(type(obj), 'default_factory'):
            made = type(obj)(obj.default_factory)
            made.update(pairs)
            return made
        return type(obj)(pairs)
    return _deepcopy(obj)


def replace(obj, /, **changes):
    """A copy with other values for some fields."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A dataclass out of a list of names, (name, type) and (name, type, field)."""
    from keyword import iskeyword
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, body[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = kind
    body['__annotations__'] = annotations
    body.setdefault('__module__', 'types')
    made = _new_class(cls_name, tuple(bases), {}, lambda space: space.update(body))
    return dataclass(made, init=init, repr=repr, eq=eq, order=order,
                     unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
