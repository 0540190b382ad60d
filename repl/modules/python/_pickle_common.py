"""What reading and writing pickles share: errors, classes of the script, codes of dtypes."""
import builtins as _builtins
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


_BUILTINS = {each.__name__: each for each in (
    set, frozenset, list, dict, tuple, int, float, bool, str, bytes, object, range, slice, complex, bytearray, enumerate,
    zip, map, filter, reversed, iter, abs, all, any, bin, chr, divmod, hash, hex, len, max, min, oct, ord, pow, repr, round,
    sorted, sum)}
_BUILTINS.update((name, kind) for name, kind in vars(_builtins).items()
                 if isinstance(kind, type) and issubclass(kind, BaseException))

# What pickles may name beside classes of the script and numpy's: values, containers and iterators. None of it runs
# anything, opens anything, or reaches other names.
_NAMED = {
    'collections': ('ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque'),
    'copyreg': ('__newobj__', '__newobj_ex__'),
    'datetime': ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo'),
    'decimal': ('Decimal',),
    'fractions': ('Fraction',),
    'itertools': ('accumulate', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count', 'cycle',
                  'dropwhile', 'filterfalse', 'groupby', 'islice', 'permutations', 'product', 'repeat', 'starmap',
                  'takewhile', 'zip_longest'),
    'pathlib': ('PosixPath', 'PurePosixPath'),
    'types': ('SimpleNamespace',),
    'uuid': ('UUID',),
}


def _named(module, name):
    """What a pickle may call by this name, or None."""
    if module in ('builtins', '__builtin__'):
        return _BUILTINS.get(name)
    if name not in _NAMED.get(module, ()):
        return None
    return getattr(__import__(module), name)


def _name_of(value):
    """The module and name by which a pickle may name a class or function, or None."""
    module, name = getattr(value, '__module__', None), getattr(value, '__name__', None)
    return (module, name) if isinstance(module, str) and _named(module, name) is value else None
