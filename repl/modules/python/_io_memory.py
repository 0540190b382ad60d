"""Files in memory."""
from _io import (TextIOWrapper as _TextFile, BufferedReader as _ReadFile, BufferedWriter as _WriteFile,
                 BufferedRandom as _RandomFile, UnsupportedOperation)
from _text_memory import TextMemory as _TextMemory
from sys import __stdout__ as _stdout


class _Covers(type):
    """What open() gives, and sys.stdout, are instances too."""

    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance) or isinstance(instance, cls.__dict__.get('_covered', ()))

    def __subclasscheck__(cls, other):
        return type.__subclasscheck__(cls, other) or other in cls.__dict__.get('_covered', ())


class IOBase(metaclass=_Covers):
    """What all files in memory share."""

    __module__ = 'io'
    _closed = False
    _covered = (_TextFile, _ReadFile, _WriteFile, _RandomFile, type(_stdout))

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None, /):
        if hint is None or hint <= 0:
            return list(self)
        lines, count = [], 0
        for line in self:
            lines.append(line)
            count += len(line)
            if count >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)


class _Memory(IOBase):
    """Bytes that are read and written like a file. What is written at the end is kept in pieces."""

    __module__ = 'io'

    def _join(self):
        if self._parts:
            self._value += self._value[:0].join(self._parts)
            self._parts = []
        return self._value

    def _length(self):
        return len(self._join())

    def getvalue(self):
        """All that is in it."""
        self._check()
        return self._join()

    def read(self, size=-1, /):
        """The rest, or so many bytes."""
        self._check()
        value = self._join()
        end = len(value) if size is None or size < 0 else min(self._at + size, len(value))
        part = value[self._at:end]
        self._at = max(self._at, end)
        return part

    def readline(self, size=-1, /):
        """The next line."""
        self._check()
        value = self._join()
        at = value.find(b'\n', self._at)
        end = len(value) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = value[self._at:end]
        self._at = max(self._at, end)
        return part

    def _put(self, piece):
        count = len(piece)
        if not count:
            return 0
        if self._at == self._size:
            self._parts.append(piece)
        else:
            value = self._join()
            if self._at > len(value):
                value += b'\0' * (self._at - len(value))
            self._value = value[:self._at] + piece + value[self._at + count:]
        self._at += count
        self._size = max(self._size, self._at)
        return count

    def tell(self):
        """The place."""
        self._check()
        return self._at

    def truncate(self, size=None, /):
        """Cuts it off."""
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError('negative size value %d' % size)
        self._value = self._join()[:size]
        self._size = len(self._value)
        return size


class StringIO(_TextMemory, IOBase):
    """A text that is read and written like a file."""

    __module__ = '_io'
    encoding = None
    errors = None
    line_buffering = False


def _bytes_of(data):
    if isinstance(data, bytearray):
        return bytes(data)
    if isinstance(data, str) or not hasattr(data, 'tobytes'):
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)
    return data.tobytes()


class BytesIO(_Memory):
    """Bytes that are read and written like a file."""

    __module__ = '_io'

    def __init__(self, initial_bytes=b''):
        if not isinstance(initial_bytes, bytes):
            initial_bytes = b'' if initial_bytes is None else _bytes_of(initial_bytes)
        self._value = initial_bytes
        self._parts = []
        self._at = 0
        self._size = len(self._value)

    def write(self, b, /):
        """Writes bytes."""
        self._check()
        if not isinstance(b, bytes):
            b = _bytes_of(b)
        return self._put(b)

    def readinto(self, buffer, /):
        """Reads bytes into what holds them already."""
        try:
            view = memoryview(buffer).cast('B')
        except TypeError:
            view = None
        if view is None or view.readonly:
            raise TypeError('readinto() argument must be read-write bytes-like object, not '
                            + type(buffer).__name__)
        data = self.read(len(view))
        view[:len(data)] = data
        view.release()
        return len(data)

    readinto1 = readinto

    def read1(self, size=-1, /):
        return self.read(size)

    def getbuffer(self):
        """All that is in it."""
        return self.getvalue()

    def seek(self, pos, whence=0, /):
        """Goes to a place."""
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError('negative seek value %d' % pos)
            self._at = pos
        elif whence == 1:
            self._at = max(0, self._at + pos)
        elif whence == 2:
            self._at = max(0, self._length() + pos)
        else:
            raise ValueError('invalid whence (%d, should be 0, 1 or 2)' % whence)
        return self._at
