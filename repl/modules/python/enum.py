"""Enumerations: classes whose attributes are a fixed set of named values."""
from types import DynamicClassAttribute, MappingProxyType as _MappingProxyType

_property = property
_function = type(lambda: None)
_native_method = type(len)


class auto:
    """Stands for the next value."""

    value = _unset = object()

    def __repr__(self):
        return f'auto({"" if self.value is auto._unset else repr(self.value)})'


class nonmember:
    """An attribute of the class that is no member."""

    def __init__(self, value):
        self.value = value


class member:
    """A member, whatever its value is."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """A property of members; the class itself shows its member of that name, if it has one."""

    name = clsname = None

    def __set_name__(self, owner, name):
        self.name, self.clsname = name, owner.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        member = ownerclass._member_map_.get(self.name)
        if member is None:
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
        return member

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError('<enum %r> cannot set attribute %r' % (self.clsname, self.name))
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError('<enum %r> cannot delete attribute %r' % (self.clsname, self.name))
        self.fdel(instance)


def _is_special(name):
    return len(name) > 2 and name[0] == name[-1] == '_'


def _is_descriptor(value):
    return isinstance(value, (_function, _native_method, classmethod, staticmethod, _property)) or hasattr(
        type(value), '__get__')


def _data_type(name, bases):
    """The class among the bases whose values the members are, or None: builtin, with a __new__, or a data class."""
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is object:
                    continue
                kind = base._member_type_
            elif base.__new__ is not object.__new__ or '__dataclass_fields__' in base.__dict__:
                kind = candidate or base
            else:
                candidate = candidate or base
                continue
            if kind not in found:
                found.append(kind)
            break
    if len(found) > 1:
        raise TypeError('too many data types for %r: %r' % (name, set(found)))
    return found[0] if found else None


def _mixed_init(cls):
    """The __init__ that a class gives the members which is no enumeration, or None."""
    for base in cls.__mro__:
        if not isinstance(base, EnumType) and base.__module__ != 'builtins' and '__init__' in base.__dict__:
            return base.__init__
    return None


class _Body(dict):
    """The namespace of a class body: no name of a member is given twice, nor for something else; auto() is replaced by
    the next value where it stands, so that what follows can use it."""

    def __init__(self, name=None, generate=None):
        super().__init__()
        self._members, self._values, self._ignored, self._asked = set(), [], (), False
        self._class_name, self._generate = name, generate

    def _next_value(self, key, stands):
        """The value of an auto(); one that stands for two names has one value."""
        self._asked = True
        if stands.value is auto._unset:
            stands.value = self._generate(key, 1, len(self._members), self._values[:])
        self._values.append(stands.value)
        return stands.value

    def __setitem__(self, key, value):
        if key == '_generate_next_value_':
            self._generate = getattr(value, '__func__', value)
            if self._asked:
                raise TypeError('_generate_next_value_ must be defined before members')
        elif key == '_ignore_':
            self._ignored = tuple(value.replace(',', ' ').split() if isinstance(value, str) else value)
            if set(self._ignored) & self._members:
                raise ValueError('_ignore_ cannot specify already set names: %r' %
                                 (set(self._ignored) & self._members,))
        elif _is_special(key) and not key.startswith('__') and key not in _reserved:
            raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
        if key in self._members:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        if not _is_special(key) and not _is_descriptor(value) and not isinstance(value, nonmember) \
                and not key.startswith(f'_{self._class_name}__') and key not in self._ignored:
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, auto):
                value = self._next_value(key, value)
            elif type(value) is tuple and any(isinstance(each, auto) for each in value):
                value = tuple([self._next_value(key, each) if isinstance(each, auto) else each for each in value])
            else:
                self._values.append(value.value if isinstance(value, member) else value)
            self._members.add(key)
        super().__setitem__(key, value)


_reserved = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
             '_iter_member_by_value_', '_iter_member_by_def_', '_boundary_', '_value_repr_', '_member_type_',
             '_new_member_', '_member_init_', '_')


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        generate = next((base._generate_next_value_ for base in bases if hasattr(base, '_generate_next_value_')), None)
        return _Body(cls, generate)

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        body = dict(classdict)
        if bases and not isinstance(bases[-1], EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
        ignored = body.pop('_ignore_', ())
        order = body.pop('_order_', None)
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
        if boundary is not None:
            body['_boundary_'] = boundary
        if member_init is not None:
            body['_member_init_'] = member_init
        if member_new is not None:
            body['_new_member_'] = staticmethod(getattr(member_new, '__func__', member_new))
        made = super().__new__(metacls, cls, bases, body, **kwds)
        data = _data_type(cls, bases)
        made._member_type_ = object if data is None else data
        for name in ('__repr__', '__str__', '__format__'):
            if name not in body:
                made._take_method(name, data)
        if Flag is not _EnumStart and issubclass(made, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in body:
                    # Not those of int, which may stand before it.
                    type.__setattr__(made, name, getattr(Flag, name))
        values = []
        wrong = [name for name in members if name in ('mro', '')]
        if wrong:
            raise ValueError('invalid enum member name(s) %s' % ','.join(map(repr, wrong)))
        for name, value in members.items():
            made._add_member(name, value.value if isinstance(value, member) else value, values, data)
        if order is not None:
            wanted = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            wanted = [name for name in wanted if name not in made._member_map_ or name in made._member_names_]
            if wanted != made._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r' % (made._member_names_, wanted))
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
        if isinstance(value, auto):
            value = cls._generate_next_value_(name, 1, len(values), values[:])
        arguments = value if isinstance(value, tuple) and data is not tuple else (value,)
        if cls._new_member_ is not None:
            made = cls._new_member_(cls, *arguments)
        elif data is None:
            made = object.__new__(cls)
        else:
            made = data.__new__(cls, *arguments)
        state = made.__dict__
        if '_value_' not in state:
            try:
                state['_value_'] = value if data is None else data(*arguments)
            except Exception as e:
                raise TypeError('_value_ not set in __new__, unable to create it') from e
        value = state['_value_']
        values.append(value)
        state['_name_'] = name
        state['_sort_order_'] = len(cls._member_names_)
        init = cls._member_init_ or _mixed_init(cls)
        if init is not None:
            init(made, *arguments)
        known = cls._find(value)
        if known is None:
            known = made
            cls._new_canonical(name, value)
            try:
                cls._value_map_.setdefault(value, made)
            except TypeError:
                pass
        cls._member_map_[name] = known
        if not any(isinstance(base.__dict__.get(name), property) for base in cls.__mro__):
            type.__setattr__(cls, name, known)

    def _find(cls, value):
        try:
            return cls._value_map_.get(value)
        except TypeError:
            return next((each for each in cls._member_map_.values() if each._value_ == value), None)

    def _new_canonical(cls, name, value):
        if not issubclass(cls, Flag) or isinstance(value, int) and value > 0 and value & (value - 1) == 0:
            cls._member_names_.append(name)

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is not None:
            return _functional(cls, value, names, module, qualname, type, start, boundary)
        if value.__class__ is cls:
            return value
        found = cls._find(value)
        if found is not None:
            return found
        problem = None
        try:
            found = cls._missing_(value)
        except Exception as e:
            problem, found = e, None
        if isinstance(found, cls) or found is not None and getattr(cls, '_boundary_', None) == 'eject' and isinstance(
                found, int):
            return found
        if problem is not None:
            raise problem
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

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                 '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._member_type_ is not object:
            names.update(type.__dir__(cls) if hasattr(type, '__dir__') else ())
        return sorted(names)

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
    _new_member_ = _value_repr_ = None
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

    _numeric_repr_ = staticmethod(repr)

    def _shown_value(self):
        """The value as repr shows it: by the method of the class of the values, where that is not plain."""
        return self._numeric_repr_(self._value_) if isinstance(self._value_, int) else repr(self._value_)

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if self._member_type_ is not object:
            names.update(object.__dir__(self))
        for cls in type(self).__mro__:
            if cls in (Enum, object) or not isinstance(cls, EnumType):
                continue
            names.update(name for name, item in cls.__dict__.items() if name[0] != '_' and name not in cls._member_map_)
        names.update(name for name in self.__dict__ if name[0] != '_')
        return sorted({*names, 'name', 'value'} - set(type(self)._member_map_))

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
        return format(self._value_, spec) if spec else str(self)


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec) if spec else str(self)


def _shown_binary(value, width):
    """All bits of a number, its sign first."""
    digits = bin(value if value >= 0 else ~value)[2:]
    if value < 0:
        digits = ''.join('10'[int(digit)] for digit in digits)
    return f'0b{int(value < 0)} {digits.rjust(width, "10"[value >= 0])}'


def _caller():
    from _frame import running
    return running(0).f_globals.get('__name__', '__main__')


def _functional(cls, name, names, module, qualname, type, start, boundary):
    """Enum("Animal", "CAT DOG"): names in a str, a list, pairs or a dict."""
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    body, values = {}, []
    for count, each in enumerate(names.items() if hasattr(names, 'items') else names):
        if isinstance(each, str):
            each = (each, cls._generate_next_value_(each, start, count, values[:]))
        body[each[0]] = each[1]
        values.append(each[1])
    body['__module__'] = module or _caller()
    if qualname is not None:
        body['__qualname__'] = qualname
    return cls.__class__(name, (cls,) if type is None else (type, cls), body, boundary=boundary)


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


from _enum_flags import (CONFORM, CONTINUOUS, EJECT, EnumCheck, Flag, FlagBoundary, IntFlag, KEEP, NAMED_FLAGS, STRICT,
                         UNIQUE, show_flag_values, verify)
