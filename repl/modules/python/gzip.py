"""gzip: compressed files."""
import time as _time
import zlib as _zlib
from os import fspath as _fspath
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
    if mtime == 0:
        return _zlib.compress(data, compresslevel, 31)
    return _header(compresslevel, mtime) + _body(data, compresslevel)


def _header(level, mtime, name=b''):
    when = int(_time.time() if mtime is None else mtime)
    speed = b'\002' if level == 9 else b'\004' if level == 1 else b'\000'
    return (b'\037\213\010' + (b'\010' if name else b'\0') + when.to_bytes(4, 'little') + speed + b'\377' +
            (name + b'\0' if name else b''))


def _body(data, level):
    return (_zlib.compress(data, level, -15) + _binary.crc32(data).to_bytes(4, 'little') +
            (len(data) & 0xffffffff).to_bytes(4, 'little'))


def decompress(data):
    """What is in a gzip file."""
    return _unpack(data)


READ, WRITE = 'rb', 'wb'


class GzipFile(_io.BytesIO):
    """A compressed file: it is read as a whole when it is first needed, and written when it is closed."""

    __module__ = 'gzip'

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError('Invalid mode: %r' % (mode,))
        if mode is None:
            mode = getattr(fileobj, 'mode', 'rb')
            if not isinstance(mode, str):
                mode = 'rb' if mode == READ else 'wb'
        if 'b' not in mode:
            mode += 'b'
        self._file = _open(filename, mode) if fileobj is None else fileobj
        letters = mode[0]
        if letters not in ('r', 'w', 'a', 'x'):
            if fileobj is None:
                _open(filename, mode if 'b' in mode else mode + 'b').close()  # open() says what is wrong, as in CPython
            raise ValueError('Invalid mode: %r' % (mode,))
        self._owned = fileobj is None
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            filename = filename if isinstance(filename, (str, bytes)) else ''
        else:
            filename = _fspath(filename)
        self.name = filename
        self.mode = READ if letters == 'r' else WRITE
        self.compresslevel, self._mtime, self._seen = compresslevel, mtime, None
        self._unread = self.mode == READ
        super().__init__(b'')

    @property
    def mtime(self):
        """When the file was compressed, once it has been read."""
        return self._seen

    @property
    def fileobj(self):
        return None if self._closed else self._file

    @property
    def myfileobj(self):
        return self._file if self._owned and not self._closed else None

    def fileno(self):
        return self._file.fileno()

    def __enter__(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def seek(self, offset, whence=0):
        return super().seek(offset, whence)

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')
        if self._unread:
            self._unread = False
            data = self._file.read()
            self._value = _unpack(data)
            self._size = len(self._value)
            self._seen = int.from_bytes(data[4:8], 'little') if data else None

    def _want(self, reading):
        if reading != (self.mode == READ):
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
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def close(self):
        if self._closed:
            return
        if self.mode == WRITE:
            name = self.name if isinstance(self.name, bytes) else self.name.encode('latin-1', 'replace')
            name = name.rpartition(b'/')[2]
            name = b'' if b'?' in name else name.removesuffix(b'.gz')
            self._file.write(_header(self.compresslevel, self._mtime, name) + _body(self.getvalue(), self.compresslevel))
            self._file.flush()
        self._closed = True
        if self._owned:
            self._file.close()

    def __repr__(self):
        return '<gzip %r>' % self._file


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
    return _io.TextIOWrapper(binary, encoding, errors, newline) if 't' in mode else binary
