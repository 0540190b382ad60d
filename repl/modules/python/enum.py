"""Enumerations: classes whose attributes are a fixed set of named values."""
from types import MappingProxyType as _MappingProxyType

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
        if base in (int, float, str, bytes, tuple):
            return base
    return None


class _Body(dict):
    """The namespace of a class body: no name of a member is given twice, nor for something else."""

    def __init__(self):
        super().__init__()
        self._members = set()

    def __setitem__(self, key, value):
        if key in self._members:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        if not _is_special(key) and not _is_descriptor(value) and not isinstance(value, nonmember):
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            self._members.add(key)
        super().__setitem__(key, value)


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        return _Body()

    def __new__(metacls, cls, bases, classdict, **kwds):
        body = dict(classdict)
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
        ignored = body.pop('_ignore_', ())
        for name in ignored.replace(',', ' ').split() if isinstance(ignored, str) else ignored:
            body.pop(name, None)
        member_init, member_new = body.pop('__init__', None), body.pop('__new__', None)
        generate = body.get('_generate_next_value_')
        if isinstance(generate, _function):
            body['_generate_next_value_'] = staticmethod(generate)
        members = {}
        for name, value in list(body.items()):
            if isinstance(value, nonmember):
                body[name] = value.value
            elif not _is_special(name) and not name.startswith(f'_{cls}__') and not _is_descriptor(value):
                members[name] = body.pop(name)
        body.setdefault('__doc__', None)
        body['_member_map_'], body['_value_map_'], body['_member_names_'] = {}, {}, []
        if member_init is not None:
            body['_member_init_'] = member_init
        if member_new is not None:
            body['_new_member_'] = staticmethod(getattr(member_new, '__func__', member_new))
        made = super().__new__(metacls, cls, bases, body, **kwds)
        data = _data_type(made)
        for name in ('__repr__', '__str__', '__format__'):
            if name not in body:
                made._take_method(name, data)
        values = []
        for name, value in members.items():
            made._add_member(name, value.value if isinstance(value, member) else value, values, data)
        return made

    def __init__(cls, name, bases, classdict, **kwds):
        super().__init__(name, bases, classdict)

    def _take_method(cls, name, data):
        """A method of the class of the values (or of object) does not go before that of the enumeration."""
        for base in cls.__mro__[1:]:
            if base is data or base is object:
                break
            if name in base.__dict__:
                return
        for base in cls.__mro__[1:]:
            if isinstance(base, EnumType) and name in base.__dict__:
                type.__setattr__(cls, name, base.__dict__[name])
                return

    def _add_member(cls, name, value, values, data):
        if name == 'mro':
            raise ValueError("invalid enum member name(s) 'mro'")
        if isinstance(value, auto):
            value = cls._generate_next_value_(name, 1, len(values), values[:])
        elif type(value) is tuple and any(isinstance(each, auto) for each in value):
            value = tuple(cls._generate_next_value_(name, 1, len(values), values[:]) if isinstance(each, auto)
                          else each for each in value)
        arguments = value if isinstance(value, tuple) and data is not tuple else (value,)
        if cls._new_member_ is not None:
            made = cls._new_member_(cls, *arguments)
        elif data is None:
            made = object.__new__(cls)
        else:
            made = data.__new__(cls, *arguments)
        state = made.__dict__
        if '_value_' not in state:
            state['_value_'] = value if data is None else data(*arguments)
        value = state['_value_']
        values.append(value)
        state['_name_'] = name
        state['_sort_order_'] = len(cls._member_names_)
        if cls._member_init_ is not None:
            cls._member_init_(made, *arguments)
        known = cls._find(value)
        if known is None:
            known = made
            cls._new_canonical(name, value)
            try:
                cls._value_map_.setdefault(value, made)
            except TypeError:
                pass
        cls._member_map_[name] = known
        type.__setattr__(cls, name, known)

    def _find(cls, value):
        try:
            return cls._value_map_.get(value)
        except TypeError:
            return next((each for each in cls._member_map_.values() if each._value_ == value), None)

    def _new_canonical(cls, name, value):
        if not issubclass(cls, Flag) or isinstance(value, int) and value > 0 and value & (value - 1) == 0:
            cls._member_names_.append(name)

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1):
        if names is not None and not cls._member_map_:
            return _functional(cls, value, names, module, type, start)
        if names is not None:
            value = (value, names, *values)
        if value.__class__ is cls:
            return value
        found = cls._find(value)
        if found is not None:
            return found
        found = cls._missing_(value)
        if isinstance(found, cls):
            return found
        if found is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        raise TypeError(f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member')

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return reversed([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, item):
        if not isinstance(item, Enum):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(item).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(item, cls) and item._name_ in cls._member_map_

    def __repr__(cls):
        return f'<{"flag" if issubclass(cls, Flag) else "enum"} {cls.__name__!r}>'

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    @_property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)


EnumMeta = EnumType


class _EnumStart:
    """What the first class of all is asked before it is there itself."""


Flag = _EnumStart


class Enum(metaclass=EnumType):
    """The base of enumerations."""
    _new_member_ = None
    _member_init_ = None

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


class ReprEnum(Enum):
    """An enumeration whose members look like their values, but for repr."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are integers."""

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)


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
        made = int.__new__(cls, value) if keeps else object.__new__(cls)
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


class IntFlag(int, ReprEnum, Flag):
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


def _binary(value, width):
    digits = bin(value)[2:].rjust(width, '0')
    return f'0b0 {digits}'


def _functional(cls, name, names, module, type, start):
    """Enum("Animal", "CAT DOG"): names in a str, a list, pairs or a dict."""
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    body, values = {}, []
    for count, each in enumerate(names.items() if hasattr(names, 'items') else names):
        if isinstance(each, str):
            each = (each, cls._generate_next_value_(each, start, count, values[:]))
        body[each[0]] = each[1]
        values.append(each[1])
    body['__module__'] = module or '__main__'
    return cls.__class__(name, (cls,) if type is None else (type, cls), body)


def unique(enumeration):
    """A decorator: no value may have two names."""
    found = [f'{alias} -> {each._name_}' for alias, each in enumeration._member_map_.items() if alias != each._name_]
    if found:
        raise ValueError(f'duplicate values found in {enumeration!r}: {", ".join(found)}')
    return enumeration


def global_enum(cls):
    """Makes the members names of the module, and lets them be shown so."""
    import sys
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    cls.__str__ = lambda self: self._name_ if self._name_ is not None else str(self._value_)
    cls.__repr__ = lambda self: '%s.%s' % (type(self).__module__.split('.')[-1], self._name_)
    return cls


class property(_property):
    """A property of members."""
