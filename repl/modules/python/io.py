"""Files in memory."""

from _io import UnsupportedOperation

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
open = open


class IOBase:
    """What files have in common."""
    _open = True

    @property
    def closed(self):
        return not self._open

    def _check(self):
        if not self._open:
            raise ValueError('I/O operation on closed file' + self._closed_end)

    _closed_end = ''

    def close(self):
        self._open = False

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

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

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class TextIOBase(IOBase):
    pass


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class _Memory:
    """A text or bytes with a position: pieces that were written at the end wait in a list until they are looked at."""
    _none = ''

    def _start(self, initial):
        self._data = initial
        self._pieces = []
        self._at = 0

    def _whole(self):
        if self._pieces:
            self._data += self._none.join(self._pieces)
            self._pieces = []
        return self._data

    def getvalue(self):
        self._check()
        return self._whole()

    def tell(self):
        self._check()
        return self._at

    def read(self, size=-1, /):
        self._check()
        data, at = self._whole(), self._at
        part = data[at:] if size is None or size < 0 else data[at:at + size]
        self._at = at + len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        data, at = self._whole(), self._at
        end = data.find(self._newline, at) + 1
        if end == 0:
            end = len(data)
        if size is not None and 0 <= size < end - at:
            end = at + size
        part = data[at:end]
        self._at = max(end, at)
        return part

    def _put(self, part):
        length = sum(map(len, self._pieces)) + len(self._data) if self._pieces else len(self._data)
        if self._at >= length:
            if self._at > length:
                self._pieces.append(self._zero * (self._at - length))
            self._pieces.append(part)
        else:
            data = self._whole()
            self._data = data[:self._at] + part + data[self._at + len(part):]
        self._at += len(part)
        return len(part)

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f'Negative size value {size}')
        self._data = self._whole()[:size]
        return size


class StringIO(_Memory, TextIOBase):
    """A text file in memory."""
    _newline = '\n'
    _zero = '\0'
    encoding = errors = None
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._translates = newline is None
        self._start(self._translated(initial_value or ''))

    def _translated(self, text):
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._translates else text

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        self._check()
        self._put(self._translated(s))
        return len(s)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f'Negative seek position {pos}')
            self._at = pos
        elif whence in (1, 2):
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            if whence == 2:
                self._at = len(self._whole())
        else:
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        return self._at


class BytesIO(_Memory, BufferedIOBase):
    """A file of bytes in memory."""
    _newline = b'\n'
    _none = b''
    _zero = b'\0'
    _closed_end = '.'

    def __init__(self, initial_bytes=b''):
        if initial_bytes is None:
            initial_bytes = b''
        if isinstance(initial_bytes, str):
            raise TypeError(f"a bytes-like object is required, not {type(initial_bytes).__name__!r}")
        self._start(bytes(initial_bytes))

    def write(self, b, /):
        if isinstance(b, str):
            raise TypeError(f"a bytes-like object is required, not {type(b).__name__!r}")
        self._check()
        return self._put(bytes(b))

    read1 = _Memory.read

    def getbuffer(self):
        return self.getvalue()

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f'negative seek value {pos}')
            self._at = pos
        elif whence == 1:
            self._at = max(self._at + pos, 0)
        elif whence == 2:
            self._at = max(len(self._whole()) + pos, 0)
        else:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        return self._at


class TextIOWrapper(TextIOBase):
    """A text file over a file of bytes."""

    def __init__(self, buffer, encoding='utf-8', errors=None, newline=None, line_buffering=False):
        self.buffer = buffer
        self.encoding = encoding or 'utf-8'
        self._left = None

    def write(self, s):
        self.buffer.write(s.encode(self.encoding))
        return len(s)

    def read(self, size=-1):
        if self._left is None:
            self._left = StringIO(self.buffer.read().decode(self.encoding), None)
        return self._left.read(size)

    def readline(self, size=-1):
        if self._left is None:
            self._left = StringIO(self.buffer.read().decode(self.encoding), None)
        return self._left.readline(size)

    def close(self):
        self.buffer.close()
        super().close()
