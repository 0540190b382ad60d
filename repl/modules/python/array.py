"""Numbers of one C type, side by side in memory."""
from _array import numbers as _numbers
from collections.abc import MutableSequence as _MutableSequence

typecodes = 'bBuhHiIlLqQfd'
_numpy_names = {'b': 'int8', 'B': 'uint8', 'h': 'int16', 'H': 'uint16', 'i': 'int32', 'I': 'uint32', 'l': 'int64',
                'L': 'uint64', 'q': 'int64', 'Q': 'uint64', 'f': 'float32', 'd': 'float64', 'u': 'uint32'}


class array(_numbers):
    """An array of numbers: its typecode says which."""

    def __new__(cls, *args, **kwargs):
        if kwargs and cls is array:
            raise TypeError('array.array() takes no keyword arguments')
        if not 1 <= len(args) <= 2:
            raise TypeError(f'array() takes {"at least 1 argument" if not args else "at most 2 arguments"} '
                            f'({len(args)} given)')
        self = _numbers.__new__(cls, args[0])
        if len(args) == 1:
            return self
        code, initializer = self.typecode, args[1]
        if isinstance(initializer, str) and code != 'u':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{code}'")
        if isinstance(initializer, array):
            if initializer.typecode == 'u' and code != 'u':
                raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{code}'")
            if initializer.typecode == code:
                self._replace(0, 0, initializer)
            else:
                self._add_all(initializer.tolist())
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self._add_all(initializer)
        return self

    def __init__(self, *args, **kwargs):
        pass

    def __repr__(self):
        name = type(self).__name__
        if not len(self):
            return f"{name}('{self.typecode}')"
        shown = ''.join(self.tolist()) if self.typecode == 'u' else self.tolist()
        return f"{name}('{self.typecode}', {shown!r})"

    def __contains__(self, item):
        return item in self.tolist()

    def _like(self, data=b''):
        made = array(self.typecode)
        made._replace(0, 0, data)
        return made

    def _part(self, key):
        return self._like(memoryview(self)[key].tobytes())

    def _put(self, key, value):
        if not isinstance(value, array):
            raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
        if value.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        start, stop, step = key.indices(len(self))
        if step == 1:
            self._replace(start, max(start, stop), value)
            return
        places = range(start, stop, step)
        if len(places) != len(value):
            raise ValueError(f'attempt to assign array of size {len(value)} to extended slice of size {len(places)}')
        for place, item in zip(places, value.tolist()):
            self[place] = item

    def _cut(self, key):
        start, stop, step = key.indices(len(self))
        if step == 1:
            self._replace(start, max(start, stop), b'')
            return
        for place in sorted(range(start, stop, step), reverse=True):
            self._replace(place, place + 1, b'')

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self.tobytes() + other.tobytes())

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend array with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        if not hasattr(n, '__index__'):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        return self._like(self.tobytes() * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        if not hasattr(n, '__index__'):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        self._replace(0, len(self), self.tobytes() * n)
        return self

    __hash__ = None

    def __eq__(self, other):
        return self.tolist() == other.tolist() if isinstance(other, array) else NotImplemented

    def __ne__(self, other):
        return self.tolist() != other.tolist() if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self.tolist() > other.tolist() if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self.tolist() >= other.tolist() if isinstance(other, array) else NotImplemented

    def extend(self, values, /):
        if isinstance(values, array):
            if values.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._replace(len(self), len(self), values)
        else:
            self._add_all(values)

    def fromlist(self, list, /):
        if not hasattr(list, 'sort'):
            raise TypeError('arg must be list')
        before = len(self)
        try:
            self._add_all(list)
        except BaseException:
            self._replace(before, len(self), b'')
            raise

    def pop(self, i=-1, /):
        if not hasattr(i, '__index__'):
            raise TypeError(f"'{type(i).__name__}' object cannot be interpreted as an integer")
        i = i.__index__()
        if not len(self):
            raise IndexError('pop from empty array')
        if i < 0:
            i += len(self)
        if not 0 <= i < len(self):
            raise IndexError('pop index out of range')
        item = self[i]
        self._replace(i, i + 1, b'')
        return item

    def remove(self, value, /):
        items = self.tolist()
        if value not in items:
            raise ValueError('array.remove(x): x not in array')
        at = items.index(value)
        self._replace(at, at + 1, b'')

    def index(self, value, /, *args):
        try:
            return self.tolist().index(value, *args)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, value, /):
        return self.tolist().count(value)

    def reverse(self):
        items = self.tolist()
        for at, item in enumerate(reversed(items)):
            self[at] = item

    def fromunicode(self, text, /):
        """Adds the characters of a text."""
        if not isinstance(text, str):
            raise TypeError(f'fromunicode() argument must be str, not {type(text).__name__}')
        if self.typecode != 'u':
            raise ValueError('fromunicode() may only be called on unicode type arrays')
        self._add_all(text)

    def tounicode(self):
        """The characters as one text."""
        if self.typecode != 'u':
            raise ValueError('tounicode() may only be called on unicode type arrays')
        return ''.join(self.tolist())

    def byteswap(self):
        """Turns the bytes of each item round."""
        data, size = self.tobytes(), self.itemsize
        turned = b''.join(data[at:at + size][::-1] for at in range(0, len(data), size))
        self._replace(0, len(self), turned)

    def buffer_info(self):
        """Where the items lie, and how many there are."""
        return id(self), len(self)

    def tofile(self, f, /):
        """Writes the items to a file."""
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Reads n items from a file."""
        if n < 0:
            raise ValueError('negative count')
        data = f.read(self.itemsize * n)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data[:len(data) // self.itemsize * self.itemsize])
        if len(data) != self.itemsize * n:
            raise EOFError("read() didn't return enough bytes")

    def frombytes(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = memoryview(data)
        if data.nbytes % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        self._replace(len(self), len(self), data.tobytes())

    def __array__(self, dtype=None, copy=None):
        import numpy
        made = numpy.frombuffer(self.tobytes(), dtype=_numpy_names[self.typecode]).copy()
        return made if dtype is None else made.astype(dtype)

    def __copy__(self):
        return self._like(self)

    def __deepcopy__(self, memo):
        return self._like(self)

    def __sizeof__(self):
        return 80 + len(self) * self.itemsize

    def __reduce_ex__(self, protocol):
        state = getattr(self, '__dict__', None) or None
        if protocol < 3:
            return type(self), (self.typecode, self.tolist()), state
        return _array_reconstructor, (type(self), self.typecode, _formats[self.typecode], self.tobytes()), state


array.__module__ = 'array'
_MutableSequence.register(array)
ArrayType = array
_formats = {'b': 1, 'B': 0, 'h': 4, 'H': 2, 'i': 8, 'I': 6, 'l': 12, 'L': 10, 'q': 12, 'Q': 10, 'f': 14, 'd': 16, 'u': 20}
_machine = ['B', 'b', '<H', '>H', '<h', '>h', '<I', '>I', '<i', '>i', '<Q', '>Q', '<q', '>q', '<f', '>f', '<d', '>d']


def _array_reconstructor(cls, typecode, mformat_code, items, /):
    """An array of what __reduce_ex__ told; also of another machine's bytes."""
    if not isinstance(cls, type):
        raise TypeError(f'first argument must be a type object, not {type(cls).__name__}')
    if not issubclass(cls, array):
        raise TypeError(f'{cls.__name__} is not a subtype of array.array')
    if not isinstance(typecode, str) or len(typecode) != 1:
        raise TypeError(f'_array_reconstructor() argument 2 must be a unicode character, not {type(typecode).__name__}')
    if typecode not in typecodes:
        raise ValueError('second argument must be a valid type code')
    if not isinstance(mformat_code, int):
        raise TypeError(f"'{type(mformat_code).__name__}' object cannot be interpreted as an integer")
    if not 0 <= mformat_code <= 21:
        raise ValueError('third argument must be a valid machine format code.')
    if not isinstance(items, bytes):
        raise TypeError(f'fourth argument should be bytes, not {type(items).__name__}')
    if mformat_code >= 18:
        return cls(typecode, items.decode(('utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be')[mformat_code - 18]))
    import struct
    letter = _machine[mformat_code]
    if len(items) % struct.calcsize(letter):
        raise ValueError('bytes length not a multiple of item size')
    return cls(typecode, [item[0] for item in struct.iter_unpack(letter, items)])
