"""Lists of numbers of one C type."""
_kinds = {'b': (1, -1 << 7, (1 << 7) - 1, 'signed char'), 'B': (1, 0, (1 << 8) - 1, 'unsigned byte integer'),
          'h': (2, -1 << 15, (1 << 15) - 1, 'signed short integer'), 'H': (2, 0, (1 << 16) - 1, 'unsigned short'),
          'i': (4, -1 << 31, (1 << 31) - 1, 'signed integer'), 'I': (4, 0, (1 << 32) - 1, 'unsigned int'),
          'l': (8, -1 << 63, (1 << 63) - 1, 'signed long'), 'L': (8, 0, (1 << 64) - 1, 'unsigned long'),
          'q': (8, -1 << 63, (1 << 63) - 1, 'signed long long'), 'Q': (8, 0, (1 << 64) - 1, 'unsigned long long'),
          'f': (4, None, None, 'float'), 'd': (8, None, None, 'double'), 'u': (4, None, None, 'unicode')}
typecodes = 'bBuhHiIlLqQfd'


class array:
    """An array of numbers: its typecode says which."""

    def __init__(self, typecode, initializer=()):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError(f'array() argument 1 must be a unicode character, not {type(typecode).__name__}')
        if typecode not in _kinds:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        if isinstance(initializer, str) and typecode != 'u':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        self.typecode = typecode
        self.itemsize = _kinds[typecode][0]
        self._items = []
        self.extend(initializer._items if isinstance(initializer, array) else initializer)

    def _checked(self, value):
        code = self.typecode
        if code == 'u':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be unicode character')
            return value
        if code in 'fd':
            if not hasattr(value, '__float__') and not hasattr(value, '__index__'):
                raise TypeError(f'must be real number, not {type(value).__name__}')
            return _single(float(value)) if code == 'f' else float(value)
        if not hasattr(value, '__index__'):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = int(value)
        _, low, high, name = _kinds[code]
        if code not in 'lLqQ':
            if value < low:
                raise OverflowError(f'{name} is less than minimum' if code not in 'I'
                                    else "can't convert negative value to unsigned int")
            if value > high:
                raise OverflowError(f'{name} is greater than maximum')
        elif code in 'LQ' and value < 0:
            raise OverflowError("can't convert negative int to unsigned" if code == 'Q'
                                else "can't convert negative value to unsigned int")
        elif not low <= value <= high:
            raise OverflowError({'l': 'Python int too large to convert to C long',
                                 'L': 'Python int too large to convert to C unsigned long'}.get(
                                     code, 'int too big to convert'))
        return value

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        if self.typecode == 'u':
            return f"array('u', {''.join(self._items)!r})"
        return f"array('{self.typecode}', {self._items!r})"

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return item in self._items

    def _part(self, items):
        made = type(self)(self.typecode)
        made._items = items
        return made

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._part(self._items[i])
        if not hasattr(i, '__index__'):
            raise TypeError('array indices must be integers')
        try:
            return self._items[i]
        except IndexError:
            raise IndexError('array index out of range') from None

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._items[i] = value._items
            return
        value = self._checked(value)
        try:
            self._items[i] = value
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __delitem__(self, i):
        del self._items[i]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._part(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend array with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._part(self._items * n)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def append(self, value):
        self._items.append(self._checked(value))

    def extend(self, values):
        if isinstance(values, array):
            if values.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items += values._items
        else:
            for value in values:
                self._items.append(self._checked(value))

    def fromlist(self, list):
        if not hasattr(list, 'sort'):
            raise TypeError('arg must be list')
        self.extend(list)

    def insert(self, i, value):
        self._items.insert(i, self._checked(value))

    def pop(self, i=-1):
        if not self._items:
            raise IndexError('pop from empty array')
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError('pop index out of range') from None

    def remove(self, value):
        if value not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(value)

    def index(self, value, *args):
        try:
            return self._items.index(value, *args)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, value):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def tobytes(self):
        if self.typecode == 'u':
            return ''.join(self._items).encode('utf-32-le')
        return _numpy_array(self).tobytes()

    def byteswap(self):
        """Turns the bytes of each item round."""
        if self.itemsize not in (1, 2, 4, 8):
            raise RuntimeError("don't know how to byteswap this array type")
        self._items = _numpy_array(self).byteswap().tolist()

    def fromfile(self, f, n):
        """Reads n items from a file."""
        if n < 0:
            raise ValueError('negative count')
        data = f.read(self.itemsize * n)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data)
        if len(data) != self.itemsize * n:
            raise EOFError('read() didn\'t return enough bytes')

    def frombytes(self, data):
        import numpy
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if len(data) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        self._items += numpy.frombuffer(data, dtype=_numpy_names[self.typecode]).tolist()

    def __array__(self, dtype=None, copy=None):
        made = _numpy_array(self)
        return made if dtype is None else made.astype(dtype)

    def __copy__(self):
        return self._part(list(self._items))

    def __deepcopy__(self, memo):
        return self.__copy__()


ArrayType = array
_numpy_names = {'b': 'int8', 'B': 'uint8', 'h': 'int16', 'H': 'uint16', 'i': 'int32', 'I': 'uint32', 'l': 'int64',
                'L': 'uint64', 'q': 'int64', 'Q': 'uint64', 'f': 'float32', 'd': 'float64'}


def _numpy_array(values):
    import numpy
    return numpy.array(values._items, dtype=_numpy_names[values.typecode])


def _single(value):
    import numpy
    return float(numpy.float32(value))
