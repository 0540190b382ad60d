"""What numpy says about dtypes: casting, limits, names."""

import numpy as np


# ---- Dtypes ----

def can_cast(from_, to, casting='safe'):
    if isinstance(from_, (bool, int, float)) and not isinstance(from_, np.generic):
        raise TypeError('can_cast() does not support Python ints, floats, and complex because the result used to '
                        'depend on the value.\nThis change was part of adopting NEP 50, we may explicitly allow them '
                        'again in the future.')
    if isinstance(from_, (np.ndarray, np.generic)):
        from_ = from_.dtype
    return _can_cast(np.dtype(from_), np.dtype(to), casting)


_ranks = {'b': 0, 'u': 1, 'i': 2, 'f': 3, 'c': 4, 'm': 2, 'M': 6, 'S': 5, 'U': 6, 'V': 7, 'O': 8}


def _can_cast(from_, to, casting):
    if casting not in ('no', 'equiv', 'safe', 'same_kind', 'unsafe'):
        raise ValueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' "
                         f"(got '{casting}')")
    if from_ == to or casting == 'unsafe':
        return True
    if casting != 'no' and not (from_.isnative and to.isnative):
        return _can_cast(from_.newbyteorder('='), to.newbyteorder('='), casting)
    if casting in ('no', 'equiv'):
        return False
    safe = np.promote_types(from_, to) == to
    if to.kind in 'US' and to.itemsize == 0:
        safe = from_.kind != 'O' and (from_.kind != 'U' or to.kind == 'U')
    if from_.kind == 'O':
        safe = False
    if casting == 'safe' or safe:
        return safe
    return _ranks[from_.kind] <= _ranks[to.kind] and from_.kind != 'O'


def issubdtype(arg1, arg2):
    if not _is_generic(arg1):
        arg1 = np.dtype(arg1).type
    if not _is_generic(arg2):
        arg2 = np.dtype(arg2).type
    return issubclass(arg1, arg2)


def _is_generic(x):
    return isinstance(x, type) and (issubclass(x, np.generic) or x in (np.str_, np.bytes_))


def isdtype(dtype, kind):
    dtype = np.dtype(dtype)
    kinds = kind if isinstance(kind, tuple) else (kind,)
    letters = {'bool': 'b', 'signed integer': 'i', 'unsigned integer': 'u', 'integral': 'iu', 'real floating': 'f',
               'complex floating': 'c', 'numeric': 'iufc'}
    for one in kinds:
        if isinstance(one, str) and one not in letters:
            raise ValueError(f'kind argument is a string, but {one!r} is not a known kind name.')
    for one in kinds:
        if isinstance(one, str):
            if dtype.kind in letters[one]:
                return True
        elif dtype == np.dtype(one):
            return True
    return False


def min_scalar_type(a, /):
    a = np.asarray(a)
    if a.ndim > 0 or a.dtype.kind not in 'iuf':
        return a.dtype
    value = a.item()
    if a.dtype.kind == 'f':
        for name in ('float16', 'float32'):
            most = float(np.finfo(name).max)
            if value != value or abs(value) in (0.0, float('inf')) or abs(value) <= most:
                return np.dtype(name)
        return np.dtype('float64')
    names = ('uint8', 'uint16', 'uint32', 'uint64') if value >= 0 else ('int8', 'int16', 'int32', 'int64')
    for name in names:
        if name in ('uint64', 'int64') or int(np.iinfo(name).min) <= value <= int(np.iinfo(name).max):
            return np.dtype(name)


def common_type(*arrays):
    if any(a.dtype.kind not in 'iufc' for a in arrays):
        raise TypeError("can't get common type for non-numeric array")
    if not arrays:
        return np.float16
    made = np.result_type(*[a.dtype if a.dtype.kind in 'fc' else np.dtype('float64') for a in arrays])
    return made.type


def mintypecode(typechars, typeset='GDFgdf', default='d'):
    letters = {one if isinstance(one, str) else np.asarray(one).dtype.char for one in typechars} & set(typeset)
    if not letters:
        return default
    return 'D' if 'F' in letters and 'd' in letters else min(letters, key=typeset.index)


def typename(char):
    return _typenames[char]


_typenames = {'S1': 'character', '?': 'bool', 'B': 'unsigned char', 'D': 'complex double precision',
              'I': 'unsigned integer', 'H': 'unsigned short', 'L': 'unsigned long integer', 'O': 'object',
              'S': 'string', 'U': 'unicode', 'b': 'signed char', 'd': 'double precision', 'f': 'single precision',
              'i': 'integer', 'h': 'short', 'l': 'long integer'}
typecodes = {'Character': 'c', 'Integer': 'bhilqnp', 'UnsignedInteger': 'BHILQNP', 'Float': 'efdg', 'Complex': 'FDG',
             'AllInteger': 'bBhHiIlLqQnNpP', 'AllFloat': 'efdgFDG', 'Datetime': 'Mm',
             'All': '?bhilqnpBHILQNPefdgFDGSUVOMm'}
ScalarType = (int, float, bool, bytes, str, np.bool_, np.bytes_, np.float16, np.float32, np.float64, np.int16,
              np.int32, np.int64, np.int8, np.object_, np.str_, np.uint16, np.uint32, np.uint64, np.uint8)
little_endian = True


class iinfo:
    def __init__(self, int_type):
        if isinstance(int_type, (np.ndarray, np.generic)):
            int_type = int_type.dtype
        elif isinstance(int_type, (int, float)) and not isinstance(int_type, type):
            int_type = type(int_type)
        self.dtype = np.dtype(int_type)
        self.kind = self.dtype.kind
        self.bits = self.dtype.itemsize * 8
        self.key = '%s%d' % (self.kind, self.bits)
        if self.kind not in 'iu':
            raise ValueError(f'Invalid integer data type {self.kind!r}.')

    @property
    def min(self):
        return 0 if self.kind == 'u' else -(1 << (self.bits - 1)) if self.bits < 64 else -9223372036854775807 - 1

    @property
    def max(self):
        if self.kind == 'u':
            return (1 << self.bits) - 1 if self.bits < 64 else 2 ** 64 - 1
        return (1 << (self.bits - 1)) - 1 if self.bits < 64 else 9223372036854775807

    def __str__(self):
        line = '-' * 63
        return (f'Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n')

    def __repr__(self):
        return f'iinfo(min={self.min}, max={self.max}, dtype={self.dtype})'


# bits, nmant, nexp, precision, minexp, maxexp
_finfos = {'float16': (16, 10, 5, 3, -14, 16), 'float32': (32, 23, 8, 6, -126, 128),
           'float64': (64, 52, 11, 15, -1022, 1024)}


class finfo:
    _made = {}

    def __new__(cls, dtype):
        if isinstance(dtype, (np.ndarray, np.generic, float, complex)) and not isinstance(dtype, type):
            dtype = np.asarray(dtype).dtype
        dtype = np.dtype(dtype)
        if dtype.kind == 'c':
            dtype = np.dtype(np.float32 if dtype.itemsize == 8 else np.float64)
        if dtype.kind != 'f':
            raise ValueError(f'data type {dtype.type!r} not inexact')
        if dtype.name not in cls._made:
            made = cls._made[dtype.name] = object.__new__(cls)
            made._settle(dtype)
        return cls._made[dtype.name]

    def _settle(self, dtype):
        self.dtype = dtype
        self.bits, self.nmant, self.nexp, self.precision, self.minexp, self.maxexp = _finfos[self.dtype.name]
        self.machep = -self.nmant
        self.negep = -self.nmant - 1
        self.iexp = self.nexp
        kind = self.dtype.type
        self.eps = kind(2.0 ** self.machep)
        self.epsneg = kind(2.0 ** self.negep)
        self.resolution = kind(10.0 ** -self.precision)
        self.smallest_normal = self.tiny = kind(2.0 ** self.minexp)
        self.smallest_subnormal = kind(2.0 ** (self.minexp + self.machep))
        self.max = kind((2.0 - 2.0 ** self.machep) * 2.0 ** (self.maxexp - 1))
        self.min = -self.max

    def __eq__(self, other):
        return isinstance(other, finfo) and self.dtype == other.dtype

    def __hash__(self):
        return hash(self.dtype)

    def __repr__(self):
        return f'finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})'

    def __str__(self):
        line = '-' * 63
        return (f'Machine parameters for {self.dtype}\n{line}\n'
                f'precision = {self.precision}   resolution = {self.resolution!s}\n'
                f'machep = {self.machep}   eps =        {self.eps!s}\n'
                f'negep =  {self.negep}   epsneg =     {self.epsneg!s}\n'
                f'minexp = {self.minexp}   tiny =       {self.tiny!s}\n'
                f'maxexp = {self.maxexp}   max =        {self.max!s}\n'
                f'nexp =   {self.nexp}   min =        -max\n'
                f'smallest_normal = {self.smallest_normal!s}   '
                f'smallest_subnormal = {self.smallest_subnormal!s}\n{line}\n')
