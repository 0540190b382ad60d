"""What reading and writing pickles share: errors, classes of the script, codes of dtypes."""
import sys as _sys


class PickleError(Exception):
    """What goes wrong with pickles."""

    __module__ = '_pickle'


class PicklingError(PickleError):
    """A value that cannot be written."""

    __module__ = '_pickle'


class UnpicklingError(PickleError):
    """Bytes that cannot be read, or that name what may not be made."""

    __module__ = '_pickle'


def _is_main(kind):
    return getattr(kind, '__module__', None) == '__main__'


# Classes of the library whose objects are nothing but values: what each is made of again.
_VALUES = {('builtins', 'bytearray'): lambda value: (bytes(value),),
           ('builtins', 'complex'): lambda value: (value.real, value.imag),
           ('builtins', 'range'): lambda value: (value.start, value.stop, value.step),
           ('builtins', 'slice'): lambda value: (value.start, value.stop, value.step),
           ('collections', 'deque'): lambda value: (list(value), value.maxlen),
           ('collections', 'defaultdict'): lambda value: (value.default_factory,),
           ('decimal', 'Decimal'): lambda value: (str(value),),
           ('fractions', 'Fraction'): lambda value: (value.numerator, value.denominator),
           ('pathlib', 'PosixPath'): lambda value: value.parts,
           ('pathlib', 'PurePosixPath'): lambda value: value.parts,
           ('uuid', 'UUID'): lambda value: (value.hex,)}


def _value_class(module, name):
    """One of those classes, or None."""
    if (module, name) not in _VALUES:
        return None
    return getattr(__import__(module), name)


_DATES = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo')


def _is_date(kind):
    """Whether a class is one of datetime's, or is derived from one."""
    dates = _sys.modules.get('datetime')
    return dates is not None and issubclass(kind, (dates.date, dates.time, dates.timedelta, dates.tzinfo))


def _main_class(name):
    found = _sys.modules.get('__main__')
    for part in name.split('.'):
        found = getattr(found, part, None)
    if isinstance(found, type) and _is_main(found):
        return found
    return None


_DTYPES = {'b1': 'bool', 'i1': 'int8', 'i2': 'int16', 'i4': 'int32', 'i8': 'int64', 'u1': 'uint8', 'u2': 'uint16',
           'u4': 'uint32', 'u8': 'uint64', 'f2': 'float16', 'f4': 'float32', 'f8': 'float64', 'c8': 'complex64',
           'c16': 'complex128'}
_CODES = {name: code for code, name in _DTYPES.items()}



def _is_text_code(code):
    """Whether a code is that of texts or bytes of a fixed length: U5, S3."""
    return code[:1] in ('U', 'S') and code[1:].isdigit()


_BUILTINS = {'set': set, 'frozenset': frozenset, 'list': list, 'dict': dict, 'tuple': tuple, 'int': int, 'float': float,
             'bool': bool, 'str': str, 'bytes': bytes, 'object': object, 'range': range, 'slice': slice}
