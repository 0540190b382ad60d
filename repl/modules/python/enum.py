"""Enumerations: classes whose attributes are a fixed set of named values."""
from _class_hooks import del_plainly as _del_plainly, set_plainly as _set_plainly
from types import MappingProxyType as _MappingProxyType

import operator as _operator

EnumType = EnumMeta = type
_property = property
_function = type(lambda: None)
_native_method = type(len)
STRICT, CONFORM, EJECT, KEEP = 'strict', 'conform', 'eject', 'keep'


class auto:
    """Stands for the next value."""


class nonmember:
    """An attribute of the class that is no member."""

    def __init__(self, value):
        self.value = value


class member:
    """A member, whatever its value is."""

    def __init__(self, value):
        self.value = value


def _is_special(name):
    return len(name) > 2 and name[0] == name[-1] == '_'


def _is_descriptor(value):
    return isinstance(value, (_function, _native_method, classmethod, staticmethod, _property)) or hasattr(
        type(value), '__get__')


def _data_type(cls):
    """The class among the bases whose values the members are, or None."""
    for base in cls.__mro__:
        if base in (int, float, str, bytes, tuple) or base.__dict__.get('_is_data_type_'):
            return base
    return None


class Enum:
    """The base of enumerations."""
    _member_map_ = {}
    _value_map_ = {}
    _member_names_ = []
    _new_member_ = None
    _member_init_ = None

    def __init_subclass__(cls, **kwargs):
        body = dict(cls.__dict__)
        for base in cls.__mro__[1:]:
            if base.__dict__.get('_member_names_'):
                raise TypeError(f'<enum {cls.__name__!r}> cannot extend <enum {base.__name__!r}>')
        if '__new__' in body:
            _set_plainly(cls, '_new_member_', body['__new__'])
            _set_plainly(cls, '__new__', Enum.__new__)
        if '__init__' in body:
            _set_plainly(cls, '_member_init_', body['__init__'])
            _del_plainly(cls, '__init__')
        generate = body.get('_generate_next_value_')
        if isinstance(generate, _function):
            _set_plainly(cls, '_generate_next_value_', staticmethod(generate))
        for name in ('_member_map_', '_value_map_'):
            _set_plainly(cls, name, {})
        _set_plainly(cls, '_member_names_', [])
        ignored = body.get('_ignore_', ())
        if isinstance(ignored, str):
            ignored = ignored.replace(',', ' ').split()
        values = []
        for name, value in body.items():
            if name in ignored:
                _del_plainly(cls, name)
            elif isinstance(value, nonmember):
                _set_plainly(cls, name, value.value)
            elif _is_special(name) or name.startswith(f'_{cls.__name__}__') or _is_descriptor(value):
                continue
            else:
                cls._add_member(name, value.value if isinstance(value, member) else value, values)

    @classmethod
    def _add_member(cls, name, value, values):
        if name == 'mro':
            raise ValueError("invalid enum member name(s) 'mro'")
        if isinstance(value, auto):
            value = cls._generate_next_value_(name, 1, len(values), values[:])
        elif type(value) is tuple and any(isinstance(each, auto) for each in value):
            value = tuple(cls._generate_next_value_(name, 1, len(values), values[:]) if isinstance(each, auto)
                          else each for each in value)
        data = _data_type(cls)
        arguments = value if isinstance(value, tuple) and data is not tuple else (value,)
        make = cls._new_member_
        if make is not None:
            made = (make.__func__ if isinstance(make, staticmethod) else make)(cls, *arguments)
        elif data is None or data.__dict__.get('_is_data_type_'):
            made = object.__new__(cls)
        else:
            made = data.__new__(cls, *arguments)
        state = made.__dict__
        if '_value_' not in state:
            if data is None or data.__dict__.get('_is_data_type_'):
                state['_value_'] = value
            else:
                state['_value_'] = data(*arguments)
        value = state['_value_']
        values.append(value)
        state['_name_'] = name
        state['_sort_order_'] = len(cls._member_names_)
        if cls._member_init_ is not None:
            cls._member_init_(made, *arguments)
        try:
            known = cls._value_map_.get(value)
        except TypeError:
            known = next((each for each in cls._member_map_.values() if each._value_ == value), None)
        if known is None:
            known = made
            cls._new_canonical(name, value)
            try:
                cls._value_map_.setdefault(value, made)
            except TypeError:
                pass
        cls._member_map_[name] = known
        _set_plainly(cls, name, known)

    @classmethod
    def _new_canonical(cls, name, value):
        cls._member_names_.append(name)

    def __new__(cls, value, *args, **kwargs):
        if not cls._member_map_ and (args or kwargs or cls in (Enum, IntEnum, Flag, IntFlag, StrEnum)):
            return _functional(cls, value, *args, **kwargs)
        if type(value) is cls:
            return value
        try:
            found = cls._value_map_.get(value)
        except TypeError:
            found = next((each for each in cls._member_map_.values() if each._value_ == value), None)
        if found is not None:
            return found
        found = cls._missing_(value)
        if isinstance(found, cls):
            return found
        if found is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        raise TypeError(f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member')

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @classmethod
    def __class_getitem__(cls, name):
        return cls._member_map_[name]

    @classmethod
    def _class_iter_(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    @classmethod
    def _class_len_(cls):
        return len(cls._member_names_)

    @classmethod
    def _class_contains_(cls, item):
        if not isinstance(item, Enum):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(item).__qualname__}' and 'EnumType'")
        return isinstance(item, cls) and item._name_ in cls._member_map_

    @classmethod
    def _class_repr_(cls):
        kind = 'flag' if issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    @classmethod
    def _class_setattr_(cls, name, value):
        if name in cls._member_map_:
            raise AttributeError(f'cannot reassign member {name!r}')
        _set_plainly(cls, name, value)

    @classmethod
    def _class_getattr_(cls, name):
        raise AttributeError(name)

    @classmethod
    def _class_delattr_(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        _del_plainly(cls, name)

    @classmethod
    def __reversed__(cls):
        return reversed([cls._member_map_[name] for name in cls._member_names_])

    @_property
    def name(self):
        return self._name_

    @name.setter
    def name(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @_property
    def value(self):
        return self._value_

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Members:
    """__members__ of a class of members: names, other names included, and members."""

    def __get__(self, instance, owner):
        return _MappingProxyType(owner._member_map_)


_set_plainly(Enum, '__members__', _Members())


class ReprEnum(Enum):
    """An enumeration whose members look like their values, but for repr."""


class _IntLike:
    """What a member that stands for an integer can do."""
    _is_data_type_ = True

    def __int__(self):
        return self._value_

    __index__ = __trunc__ = __int__

    def __float__(self):
        return float(self._value_)

    def __bool__(self):
        return bool(self._value_)

    def __hash__(self):
        return hash(self._value_)

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __neg__(self):
        return -self._value_

    def __pos__(self):
        return self._value_

    def __abs__(self):
        return abs(self._value_)

    def __invert__(self):
        return ~self._value_

    def __round__(self, ndigits=None):
        return round(self._value_, ndigits)

    def bit_length(self):
        return self._value_.bit_length()


def _plain(value):
    return value._value_ if isinstance(value, _IntLike) else value


def _forward(name):
    method = getattr(_operator, name)

    def apply(self, other):
        other = _plain(other)
        return method(self._value_, other) if isinstance(other, (int, float)) else NotImplemented
    return apply


def _backward(name):
    method = getattr(_operator, name)

    def apply(self, other):
        return method(other, self._value_) if isinstance(other, (int, float)) else NotImplemented
    return apply


for _name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor'):
    _set_plainly(_IntLike, f'__{_name.rstrip("_")}__', _forward(_name))
    _set_plainly(_IntLike, f'__r{_name.rstrip("_")}__', _backward(_name))
for _name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge'):
    _set_plainly(_IntLike, f'__{_name}__', _forward(_name))
_set_plainly(_IntLike, '__hash__', lambda self: hash(self._value_))

try:
    class _Probe(int):
        pass

    class IntEnum(int, ReprEnum):
        """An enumeration whose members are integers."""

        def __str__(self):
            return int.__repr__(self._value_)

        def __format__(self, spec):
            return format(self._value_, spec)

        __hash__ = int.__hash__
    _integer_bases = (int,)
except TypeError:
    class IntEnum(_IntLike, ReprEnum):
        """An enumeration whose members are integers."""
    _integer_bases = (_IntLike,)

try:
    class _Probe(str):
        pass

    class StrEnum(str, ReprEnum):
        """An enumeration whose members are strs."""

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            return name.lower()

        def __str__(self):
            return self._value_

        def __format__(self, spec):
            return format(self._value_, spec)

        __hash__ = str.__hash__
except TypeError:
    class StrEnum(ReprEnum):
        """An enumeration whose members are strs."""

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            return name.lower()

        def __str__(self):
            return self._value_

        def __format__(self, spec):
            return format(self._value_, spec)

        def __eq__(self, other):
            return self._value_ == (other._value_ if isinstance(other, StrEnum) else other)

        def __lt__(self, other):
            return self._value_ < (other._value_ if isinstance(other, StrEnum) else other)

        def __hash__(self):
            return hash(self._value_)

        def __add__(self, other):
            return self._value_ + str(other)

        def __radd__(self, other):
            return str(other) + self._value_

        def __len__(self):
            return len(self._value_)

        def __getitem__(self, index):
            return self._value_[index]

        def __contains__(self, item):
            return item in self._value_

        def __getattr__(self, name):
            return getattr(self._value_, name)


def _bits(value):
    while value:
        low = value & -value
        yield low
        value -= low


class Flag(Enum):
    """An enumeration whose members can be combined by | & ^ ~."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 1 << max(last_values).bit_length()

    @classmethod
    def _new_canonical(cls, name, value):
        if isinstance(value, int) and value > 0 and value & (value - 1) == 0:
            cls._member_names_.append(name)

    @classmethod
    def _mask(cls):
        mask = 0
        for each in cls._member_map_.values():
            mask |= each._value_
        return mask

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask = cls._mask()
        keeps = issubclass(cls, IntFlag)
        if value < 0:
            value = value & mask if not keeps else ((1 << max(mask.bit_length(), 1)) - 1) & value
            known = cls._value_map_.get(value)
            if known is not None:
                return known
        elif value & ~mask and not keeps:
            width = max(value.bit_length(), mask.bit_length())
            raise ValueError(f'<flag {cls.__name__!r}> invalid value {value!r}\n'
                             f'    given {_binary(value, width)}\n  allowed {_binary(mask, width)}')
        if keeps and _integer_bases[0] is int:
            made = int.__new__(cls, value)
        else:
            made = object.__new__(cls)
        made.__dict__['_value_'] = value
        parts = [each for each in cls._canonical() if each._value_ & value]
        rest = value & ~mask
        names = [each._name_ for each in parts] + ([str(rest)] if rest and parts else [])
        made.__dict__['_name_'] = '|'.join(names) if names else None
        cls._value_map_[value] = made
        return made

    @classmethod
    def _canonical(cls):
        return [cls._member_map_[name] for name in cls._member_names_]

    @classmethod
    def _value_of(cls, other):
        if isinstance(other, cls):
            return other._value_
        if issubclass(cls, IntFlag) and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if isinstance(self, IntFlag):
            return self.__class__(~self._value_)
        return self.__class__(self._mask_canonical() & ~self._value_)

    @classmethod
    def _mask_canonical(cls):
        mask = 0
        for each in cls._canonical():
            mask |= each._value_
        return mask

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f'{type(other).__qualname__!r} and {self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([each for each in self._canonical() if each._value_ & self._value_])

    def __len__(self):
        return len(list(_bits(self._value_)))

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'<{name}: {self._value_!r}>'
        return f'<{name}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'{name}({self._value_!r})'
        return f'{name}.{self._name_}'


class IntFlag(*_integer_bases, ReprEnum, Flag):
    """A Flag whose members are integers too."""
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __repr__ = Flag.__repr__
    __bool__ = Flag.__bool__

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)


def _binary(value, width):
    digits = bin(value)[2:].rjust(width, '0')
    return f'0b0 {digits}'


def _functional(cls, name, names=None, *, module=None, qualname=None, type=None, start=1):
    if names is None:
        raise ValueError(f'{name!r} is not a valid {cls.__qualname__}')
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    body, values = {}, []
    if hasattr(names, 'items'):
        pairs = list(names.items())
    else:
        pairs = []
        for count, each in enumerate(names):
            if isinstance(each, str):
                value = cls._generate_next_value_(each, start, count, values[:])
                pairs.append((each, value))
                values.append(value)
            else:
                pairs.append(tuple(each))
    for key, value in pairs:
        body[key] = value
    body['__module__'] = module or '__main__'
    bases = (cls,) if type is None else (type, cls)
    return EnumType(name, bases, body)


def unique(enumeration):
    """A decorator: no value may have two names."""
    found = [f'{alias} -> {each._name_}' for alias, each in enumeration._member_map_.items() if alias != each._name_]
    if found:
        raise ValueError(f'duplicate values found in {enumeration!r}: {", ".join(found)}')
    return enumeration


def global_enum(cls):
    return cls


class property(_property):
    """A property of members."""
