"""The layers of io over streams that are no files: text over bytes, buffers over raw streams."""
from _io import (TextIOWrapper as _TextFile, BufferedReader as _ReadFile, BufferedWriter as _WriteFile,
                 BufferedRandom as _RandomFile, UnsupportedOperation)
from _io_memory import IOBase, StringIO, BytesIO, _Covers


class RawIOBase(IOBase, metaclass=_Covers):
    """Bytes without a buffer: who derives from it writes readinto or write."""

    __module__ = 'io'

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        into = bytearray(size)
        got = self.readinto(into)
        return None if got is None else bytes(into[:got])

    def readall(self):
        """All bytes until the end."""
        parts = []
        while True:
            part = self.read(8192)
            if not part:
                return b''.join(parts) if parts or part is not None else None
            parts.append(part)

    def readinto(self, buffer, /):
        raise UnsupportedOperation('readinto')

    def write(self, data, /):
        raise UnsupportedOperation('write')


class BufferedIOBase(IOBase, metaclass=_Covers):
    """Bytes with a buffer."""

    __module__ = 'io'
    _covered = (BytesIO, _ReadFile, _WriteFile, _RandomFile)

    def read(self, size=-1, /):
        raise UnsupportedOperation('read')

    def read1(self, size=-1, /):
        raise UnsupportedOperation('read1')

    def write(self, data, /):
        raise UnsupportedOperation('write')

    def detach(self):
        raise UnsupportedOperation('detach')

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    readinto1 = readinto


class TextIOBase(IOBase, metaclass=_Covers):
    """Text."""

    __module__ = 'io'
    _covered = (StringIO, _TextFile, type(__import__('sys').__stdout__))
    encoding = errors = newlines = None

    def read(self, size=-1, /):
        raise UnsupportedOperation('read')

    def readline(self, size=-1, /):
        raise UnsupportedOperation('readline')

    def write(self, s, /):
        raise UnsupportedOperation('write')

    def detach(self):
        raise UnsupportedOperation('detach')


class _Layer(IOBase):
    """What lies over another stream, and closes it with itself."""

    def _below(self):
        raise NotImplementedError

    def _open(self):
        below = self._below()
        if below is None:
            what = 'raw stream' if isinstance(self, _Buffered) else 'underlying buffer'
            raise ValueError(f'{what} has been detached')
        if below.closed:
            raise ValueError('I/O operation on closed file.')
        return below

    @property
    def closed(self):
        return self._below().closed

    @property
    def name(self):
        return self._below().name

    def readable(self):
        return self._open().readable()

    def writable(self):
        return self._open().writable()

    def seekable(self):
        return self._open().seekable()

    def isatty(self):
        return self._open().isatty()

    def fileno(self):
        return self._open().fileno()

    def flush(self):
        self._open().flush()

    def close(self):
        if self._below() is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._below().close()


class _Buffered(_Layer, BufferedIOBase):
    def __init__(self, raw, buffer_size=8192):
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self.raw, self._size = raw, buffer_size
        self._ahead, self._pending = b'', bytearray()

    def _below(self):
        return self.raw

    def __repr__(self):
        return f'<_io.{type(self).__name__}>'

    def detach(self):
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def flush(self):
        raw = self._open()
        while self._pending:
            written = raw.write(bytes(self._pending))
            if written is None:
                break
            del self._pending[:written]
        if hasattr(raw, 'flush'):
            raw.flush()

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        raw = self._open()
        data = bytes(data)
        if len(self._pending) + len(data) > self._size:
            while self._pending:
                del self._pending[:raw.write(bytes(self._pending))]
        self._pending += data
        while len(self._pending) > self._size:
            del self._pending[:raw.write(bytes(self._pending))]
        return len(data)

    def _fill(self, size):
        raw = self._open()
        while size < 0 or len(self._ahead) < size:
            part = raw.read(self._size if size < 0 else max(self._size, size - len(self._ahead)))
            if not part:
                break
            self._ahead += part

    def _take(self, size):
        made, self._ahead = self._ahead[:size], self._ahead[size:]
        return made

    def read(self, size=-1, /):
        if size is not None and size < -1:
            raise ValueError('read length must be non-negative or -1')
        size = -1 if size is None else size
        self._fill(size)
        return self._take(len(self._ahead) if size < 0 else size)

    def read1(self, size=-1, /):
        if not self._ahead:
            self._ahead = self._open().read(self._size if size < 0 else size) or b''
        return self._take(len(self._ahead) if size < 0 else size)

    def peek(self, size=0, /):
        """What comes next, without going on."""
        self._fill(1)
        return self._ahead

    def readline(self, size=-1, /):
        while b'\n' not in self._ahead and (size < 0 or len(self._ahead) < size):
            before = len(self._ahead)
            self._fill(before + 1)
            if len(self._ahead) == before:
                break
        end = self._ahead.find(b'\n') + 1 or len(self._ahead)
        return self._take(end if size < 0 else min(end, size))

    def tell(self):
        return self._open().tell() - len(self._ahead) + len(self._pending)

    def seek(self, offset, whence=0, /):
        self.flush()
        if whence == 1:
            offset -= len(self._ahead)
        self._ahead = b''
        return self.raw.seek(offset, whence)


class BufferedReader(_Buffered):
    """A buffer that is read over a raw stream."""

    __module__ = 'io'
    _covered = (_ReadFile,)

    def write(self, data, /):
        raise UnsupportedOperation('write')


class BufferedWriter(_Buffered):
    """A buffer that is written over a raw stream."""

    __module__ = 'io'
    _covered = (_WriteFile,)

    def read(self, size=-1, /):
        raise UnsupportedOperation('read')


class BufferedRandom(_Buffered):
    """A buffer that is read and written over a raw stream."""

    __module__ = 'io'
    _covered = (_RandomFile,)


class TextIOWrapper(_Layer, TextIOBase):
    """Text over a stream of bytes."""

    __module__ = 'io'
    _covered = (_TextFile, type(__import__('sys').__stdout__))

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')
        ''.encode(encoding or 'utf-8')
        self.buffer, self.encoding, self.errors = buffer, encoding or 'UTF-8', errors or 'strict'
        self.line_buffering, self.write_through, self._newline = line_buffering, write_through, newline
        self._text = None

    def _below(self):
        return self.buffer

    def __repr__(self):
        return f"<_io.TextIOWrapper encoding='{self.encoding}'>"

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        """Goes on in another way."""
        self.flush()
        self.encoding, self.errors = encoding or self.encoding, errors or self.errors
        if newline is not None:
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def _reading(self):
        if self._text is None:
            text = self._open().read().decode(self.encoding, self.errors)
            if self._newline is None:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
            self._text = StringIO(text, newline='' if self._newline == '' else '\n')
        elif self.closed:
            raise ValueError('I/O operation on closed file.')
        return self._text

    def read(self, size=-1, /):
        return self._reading().read(-1 if size is None else size)

    def readline(self, size=-1, /):
        if self._newline not in ('\r', '\r\n'):
            return self._reading().readline(size)
        text, at = self._reading(), self._reading().tell()
        rest = text.read()
        end = rest.find(self._newline)
        line = rest[:end + len(self._newline)] if end >= 0 else rest
        line = line if size < 0 else line[:size]
        text.seek(at + len(line))
        return line

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        buffer, made = self._open(), s
        if self._newline in ('\r', '\r\n'):
            made = s.replace('\n', self._newline)
        buffer.write(made.encode(self._marked(buffer), self.errors))
        if self.line_buffering and '\n' in s:
            self.flush()
        return len(s)

    def _marked(self, buffer):
        """The encoding; one that begins with a mark goes on without it."""
        name = self.encoding.lower().replace('_', '-').replace('utf16', 'utf-16').replace('utf32', 'utf-32')
        if name not in ('utf-16', 'utf-32', 'utf-8-sig') or not buffer.seekable() or not buffer.tell():
            return self.encoding
        return 'utf-8' if name == 'utf-8-sig' else name + '-le'

    def tell(self):
        return self._open().tell() if self._text is None else self._text.tell()

    def seek(self, cookie, whence=0, /):
        self.flush()
        if self._text is not None and whence == 0 and cookie:
            return self._text.seek(cookie)
        self._text = None
        return self.buffer.seek(cookie, whence)

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(size)


def open_text(file, mode, buffering, encoding, errors, newline):
    """What open() gives for encodings whose lines do not end with one byte."""
    binary = mode.replace('t', '') + 'b'
    text = TextIOWrapper(open(file, binary), encoding, errors, newline)
    text.mode = mode
    return text
