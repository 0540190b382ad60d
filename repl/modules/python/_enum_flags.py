"""enum: members that can be combined by | & ^ ~, and checks of what an enumeration holds."""
from enum import Enum, EnumType, ReprEnum, StrEnum, _shown_binary

# The classes show themselves as enum's.
__name__ = 'enum'


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""

    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    while value:
        low = value & -value
        yield low
        value -= low


class Flag(Enum):
    """An enumeration whose members can be combined by | & ^ ~."""

    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % highest) from None

    @classmethod
    def _masks(cls):
        """(all bits of members, those of members of one bit)."""
        mask = single = 0
        for each in cls._member_map_.values():
            mask |= each._value_
            if each._value_ & (each._value_ - 1) == 0:
                single |= each._value_
        return mask, single

    @classmethod
    def _missing_(cls, value):
        """Combinations are made when they are first asked for; the boundary says what becomes of other bits."""
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask, singles = cls._masks()
        every = (1 << mask.bit_length()) - 1
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_shown_binary(value, width)}\n'
                                 f'  allowed {_shown_binary(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 1 << value.bit_length())
        asked = value
        if value < 0:
            value += every + 1
        made = cls._value_map_.get(value)
        if made is None:
            made = cls._value_map_[value] = cls._combined(value, value & singles, value & ~singles)
        if asked < 0:
            cls._value_map_[asked] = made
        return made

    @classmethod
    def _combined(cls, value, single, aliases):
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        state = made.__dict__
        state.setdefault('_value_', value)
        parts = [each for each in cls._canonical() if each._value_ & single]
        if aliases:
            parts += [each for each in cls._member_map_.values()
                      if each not in parts and each._value_ and each._value_ & value == each._value_]
        bits = 0
        for each in parts:
            bits |= each._value_
        unknown = value & ~bits
        if unknown and bits and cls._boundary_ is STRICT:
            raise ValueError('%r: no members with value %r' % (cls, unknown))
        names = [each._name_ for each in parts] + ([cls._numeric_repr_(unknown)] if unknown else [])
        state['_name_'] = '|'.join(names) if bits else None
        return made

    @classmethod
    def _canonical(cls):
        return [cls._member_map_[name] for name in cls._member_names_]

    def _other_value(self, other):
        """The bits of what stands beside an operator, or None."""
        if isinstance(other, self.__class__):
            return other._value_
        data = self._member_type_
        return int(other) if data is not object and isinstance(other, data) else None

    def __or__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ is KEEP:
            return self.__class__(~self._value_)
        return self.__class__(self._masks()[1] & ~self._value_)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([each for each in self._canonical() if each._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name, value = self.__class__.__name__, self._shown_value()
        return f'<{name}: {value}>' if self._name_ is None else f'<{name}.{self._name_}: {value}>'

    def __str__(self):
        name = self.__class__.__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'


class IntFlag(int, ReprEnum, Flag):
    """A Flag whose members are integers too."""

    _boundary_ = KEEP
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __repr__ = Flag.__repr__
    __bool__ = Flag.__bool__

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec) if spec else str(self)


class EnumCheck(StrEnum):
    """What verify() looks at."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator: an enumeration must hold what the checks say."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                found = [f'{alias} -> {each._name_}' for alias, each in enumeration.__members__.items()
                         if alias != each._name_]
                if found:
                    raise ValueError('aliases found in %r: %s' % (enumeration, ', '.join(found)))
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _continuous(self, enumeration):
        values = {each._value_ for each in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            wanted = [1 << i for i in range(low.bit_length(), high.bit_length() - 1)]
        else:
            wanted = range(low + 1, high)
        missing = [str(i) for i in wanted if i not in values]
        if missing:
            raise ValueError(f'invalid {"flag" if issubclass(enumeration, Flag) else "enum"} '
                             f'{enumeration.__name__!r}: missing values {", ".join(missing)}'[:256])

    def _named(self, enumeration):
        values, names, missing = {each._value_ for each in enumeration}, [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias._value_ < 0:
                continue
            lost = [bit for bit in _bits(alias._value_) if bit not in values]
            if lost:
                names.append(name)
                for bit in lost:
                    missing |= bit
        if names:
            alias = 'alias %s is missing' % names[0] if len(names) == 1 else \
                'aliases %s and %s are missing' % (', '.join(names[:-1]), names[-1])
            what = 'value 0x%x' if missing & (missing - 1) == 0 else 'combined values of 0x%x'
            raise ValueError('invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]' % (
                enumeration.__name__, alias, what % missing))


def show_flag_values(value):
    return list(_bits(value))
