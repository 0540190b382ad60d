"""gzip: compressed files."""
import time as _time
import zlib as _zlib
import io as _io
import _binary

_open = open


class BadGzipFile(OSError):
    """A file that is not gzip's."""

    __module__ = 'gzip'


def _unpack(data):
    """What is in all members of a gzip file."""
    out = []
    at = 0
    length = len(data)
    while at < length:
        if data[at:at + 2] != b'\037\213':
            if out and not data[at:].strip(b'\0'):
                break
            raise BadGzipFile('Not a gzipped file (%r)' % data[at:at + 2])
        if length - at < 10:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        if data[at + 2] != 8:
            raise BadGzipFile('Unknown compression method')
        flags = data[at + 3]
        at += 10
        if flags & 4:
            at += 2 + int.from_bytes(data[at:at + 2], 'little')
        for bit in (8, 16):
            if flags & bit:
                end = data.find(b'\0', at)
                if end < 0:
                    raise EOFError('Compressed file ended before the end-of-stream marker was reached')
                at = end + 1
        if flags & 2:
            at += 2
        if at >= length:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        made = _binary.decompress(data, at, 'd')
        if isinstance(made, str):
            if made == 'bad' and data[at] & 6 == 6:
                raise _zlib.error('Error -3 while decompressing data: invalid block type')
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        piece, used = made
        at += used
        if length - at < 8:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        crc = int.from_bytes(data[at:at + 4], 'little')
        if crc != _binary.crc32(piece):
            raise BadGzipFile('CRC check failed')
        if int.from_bytes(data[at + 4:at + 8], 'little') != len(piece) & 0xffffffff:
            raise BadGzipFile('Incorrect length of data produced')
        at += 8
        out.append(piece)
    return out[0] if len(out) == 1 else b''.join(out)


def compress(data, compresslevel=9, *, mtime=None):
    """Bytes as a gzip file."""
    when = int(_time.time() if mtime is None else mtime)
    speed = b'\002' if compresslevel == 9 else b'\004' if compresslevel == 1 else b'\000'
    return (b'\037\213\010\000' + when.to_bytes(4, 'little') + speed + b'\377' +
            _binary.compress(data, compresslevel, 'd') + _binary.crc32(data).to_bytes(4, 'little') +
            (len(data) & 0xffffffff).to_bytes(4, 'little'))


def decompress(data):
    """What is in a gzip file."""
    return _unpack(data)


class GzipFile(_io.BytesIO):
    """A compressed file: it is read as a whole when it is first needed, and written when it is closed."""

    __module__ = 'gzip'

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        mode = (mode or 'rb').replace('b', '')
        if mode not in ('r', 'w', 'a', 'x'):
            raise ValueError("invalid mode: '%sb'" % mode)
        self._file = _open(filename, mode + 'b') if fileobj is None else fileobj
        self._owned = fileobj is None
        self.name = filename if filename is not None else getattr(fileobj, 'name', '')
        self.mode = 1 if mode == 'r' else 2
        self._level = compresslevel
        self._mtime = mtime
        self._unread = self.mode == 1
        super().__init__(b'')

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')
        if self._unread:
            self._unread = False
            self._value = _unpack(self._file.read())
            self._size = len(self._value)

    def _want(self, reading):
        if reading != (self.mode == 1):
            raise OSError(9, '%s() on %s-only GzipFile object' %
                          (('read', 'write') if reading else ('write', 'read')))

    def read(self, size=-1, /):
        self._want(True)
        return super().read(size)

    def readline(self, size=-1, /):
        self._want(True)
        return super().readline(size)

    def peek(self, n):
        self._check()
        return self._value[self._at:self._at + n]

    def write(self, data, /):
        self._want(False)
        return super().write(data)

    def readable(self):
        return self.mode == 1

    def writable(self):
        return self.mode == 2

    def close(self):
        if self._closed:
            return
        if self.mode == 2:
            self._file.write(compress(self.getvalue(), self._level, mtime=self._mtime))
            self._file.flush()
        self._closed = True
        if self._owned:
            self._file.close()

    def __repr__(self):
        return '<gzip %r>' % self._file


class _TextFile(_io.StringIO):
    """The text of a compressed file."""

    def __init__(self, binary, encoding, errors, newline):
        self._binary = binary
        self._codec = encoding or 'utf-8'
        self._how = errors or 'strict'
        text = ''
        if binary.mode == 1:
            text = binary.read().decode(self._codec, self._how)
        super().__init__(text, newline)
        self.encoding = self._codec
        self.errors = self._how
        self.name = binary.name
        self.mode = 'r' if binary.mode == 1 else 'w'

    def readable(self):
        return self._binary.readable()

    def writable(self):
        return self._binary.writable()

    def close(self):
        if not self._closed:
            if self._binary.mode == 2:
                self._binary.write(self.getvalue().encode(self._codec, self._how))
            self._closed = True
            self._binary.close()


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """Opens a compressed file."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError('Invalid mode: %r' % (mode,))
    else:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError("Argument '%s' not supported in binary mode" % name)
    plain = mode.replace('t', '')
    if hasattr(filename, 'read') or hasattr(filename, 'write'):
        binary = GzipFile(None, plain, compresslevel, filename)
    elif isinstance(filename, (str, bytes)) or hasattr(filename, '__fspath__'):
        binary = GzipFile(filename, plain, compresslevel)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    return _TextFile(binary, encoding, errors, newline) if 't' in mode else binary
