"""numpy.char and numpy.strings: the methods of str on every element of an array."""

import numpy as np
from _numpy_chararray import array, asarray, chararray


def _texts(a):
    a = np.asarray(a)
    if a.dtype.kind not in 'US':
        if a.dtype.kind != 'O' or not all(isinstance(x, (str, bytes)) for x in np.ravel(a).tolist()):
            raise TypeError('string operation on non-string array')
        a = a.astype(str)
    return a


def _each(function, a, *others):
    arrays = np.broadcast_arrays(a, *others)
    shape = arrays[0].shape
    return [function(*items) for items in zip(*[np.ravel(x).tolist() for x in arrays])], shape


def _made(results, shape, dtype=None):
    if shape == ():
        return np.asarray(results[0], dtype=dtype)[()]
    if not results:
        return np.zeros(shape, dtype=dtype or str)
    return np.array(results, dtype=dtype).reshape(shape)


def _same(name, a, *args):
    a = _texts(a)
    results, shape = _each(lambda x: getattr(x, name)(*args), a)
    return _made(results, shape, a.dtype)


def _method(name, a, *args, dtype=None):
    a = _texts(a)
    results, shape = _each(lambda x: getattr(x, name)(*args), a)
    return _made(results, shape, dtype)


def _with(name, a, *others, dtype=None):
    a = _texts(a)
    results, shape = _each(lambda x, *rest: getattr(x, name)(*rest), a, *[np.asarray(o) for o in others])
    return _made(results, shape, dtype)


def _wide(a, letters):
    a = _texts(a)
    return np.dtype(f'{a.dtype.kind}{max(letters, 1)}')


def upper(a):
    return _same('upper', a)


def lower(a):
    return _same('lower', a)


def title(a):
    return _same('title', a)


def capitalize(a):
    return _same('capitalize', a)


def swapcase(a):
    return _same('swapcase', a)


def strip(a, chars=None):
    return _same('strip', a, chars)


def lstrip(a, chars=None):
    return _same('lstrip', a, chars)


def rstrip(a, chars=None):
    return _same('rstrip', a, chars)


def add(x1, x2):
    return np.add(_texts(x1), _texts(x2))


def _multiply(a, i):
    """numpy.strings.multiply."""
    a = _texts(a)
    i = np.asarray(i)
    if i.dtype.kind not in 'iu':
        raise TypeError(f"unsupported type {i.dtype} for operand 'i'")
    results, shape = _each(lambda x, n: x * max(n, 0), a, i)
    return _made(results, shape)


def multiply(a, i):
    try:
        return _multiply(a, i)
    except TypeError:
        raise ValueError('Can only multiply by integers')


def mod(a, values):
    a = _texts(a)
    values = np.asarray(values)
    results, shape = _each(lambda x, v: x % v, a, values)
    return _made(results, shape)


def str_len(a):
    results, shape = _each(len, _texts(a))
    return _made(results, shape, int)


def count(a, sub, start=0, end=None):
    return _with('count', a, sub, start, *([] if end is None else [end]), dtype=int)


def find(a, sub, start=0, end=None):
    return _with('find', a, sub, start, *([] if end is None else [end]), dtype=int)


def rfind(a, sub, start=0, end=None):
    return _with('rfind', a, sub, start, *([] if end is None else [end]), dtype=int)


def index(a, sub, start=0, end=None):
    return _with('index', a, sub, start, *([] if end is None else [end]), dtype=int)


def rindex(a, sub, start=0, end=None):
    return _with('rindex', a, sub, start, *([] if end is None else [end]), dtype=int)


def startswith(a, prefix, start=0, end=None):
    return _with('startswith', a, prefix, start, *([] if end is None else [end]), dtype=bool)


def endswith(a, suffix, start=0, end=None):
    return _with('endswith', a, suffix, start, *([] if end is None else [end]), dtype=bool)


def isalpha(a):
    return _method('isalpha', a, dtype=bool)


def isalnum(a):
    return _method('isalnum', a, dtype=bool)


def isdigit(a):
    return _method('isdigit', a, dtype=bool)


def isnumeric(a):
    return _method('isnumeric', a, dtype=bool)


def isdecimal(a):
    return _method('isdecimal', a, dtype=bool)


def isspace(a):
    return _method('isspace', a, dtype=bool)


def isupper(a):
    return _method('isupper', a, dtype=bool)


def islower(a):
    return _method('islower', a, dtype=bool)


def istitle(a):
    return _method('istitle', a, dtype=bool)


def replace(a, old, new, count=-1):
    return _with('replace', a, old, new, count)


def center(a, width, fillchar=' '):
    return _with('center', a, width, fillchar)


def ljust(a, width, fillchar=' '):
    return _with('ljust', a, width, fillchar)


def rjust(a, width, fillchar=' '):
    return _with('rjust', a, width, fillchar)


def zfill(a, width):
    return _with('zfill', a, width)


def expandtabs(a, tabsize=8):
    return _with('expandtabs', a, tabsize)


def join(sep, seq):
    sep = np.asarray(sep)
    results, shape = _each(lambda s, x: s.join(x), sep, _texts(seq))
    return _made(results, shape)


def _lists(name, a, *args):
    a = _texts(a)
    results, shape = _each(lambda x: getattr(x, name)(*args), a)
    made = np.empty(len(results), dtype=object)
    for i, result in enumerate(results):
        made[i] = result
    return made.reshape(shape)


def split(a, sep=None, maxsplit=-1):
    return _lists('split', a, sep, -1 if maxsplit is None else maxsplit)


def rsplit(a, sep=None, maxsplit=-1):
    return _lists('rsplit', a, sep, -1 if maxsplit is None else maxsplit)


def splitlines(a, keepends=False):
    return _lists('splitlines', a, bool(keepends))


def partition(a, sep):
    results, shape = _each(lambda x, s: x.partition(s), _texts(a), np.asarray(sep))
    return np.array(results).reshape(shape + (3,))


def rpartition(a, sep):
    results, shape = _each(lambda x, s: x.rpartition(s), _texts(a), np.asarray(sep))
    return np.array(results).reshape(shape + (3,))


def encode(a, encoding='utf-8', errors='strict'):
    return _method('encode', a, encoding or 'utf-8', errors or 'strict')


def decode(a, encoding='utf-8', errors='strict'):
    return _method('decode', a, encoding or 'utf-8', errors or 'strict')


def translate(a, table, deletechars=None):
    return _same('translate', a, table)


def _comparison(name, strips):
    def compare(x1, x2):
        x1, x2 = _texts(x1), _texts(x2)
        if strips:
            x1, x2 = rstrip(x1), rstrip(x2)
        return getattr(np, name)(x1, x2)
    compare.__name__ = name
    return compare


equal = _comparison('equal', True)
not_equal = _comparison('not_equal', True)
less = _comparison('less', True)
less_equal = _comparison('less_equal', True)
greater = _comparison('greater', True)
greater_equal = _comparison('greater_equal', True)


def compare_chararrays(a1, a2, cmp, rstrip):
    names = {'==': 'equal', '!=': 'not_equal', '<': 'less', '<=': 'less_equal', '>': 'greater', '>=': 'greater_equal'}
    return _comparison(names[cmp], rstrip)(a1, a2)
