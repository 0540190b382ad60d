"""zlib: deflate, by the library of that name."""
import _binary
import _zlib
from _binary import crc32, adler32

DEFLATED = 8
MAX_WBITS = 15
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_BEST_COMPRESSION = 9
Z_BEST_SPEED = 1
Z_DEFAULT_COMPRESSION = -1
Z_NO_COMPRESSION = 0
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
_STREAM_END, _NEED_DICTIONARY, _BUFFER_ERROR = 1, 2, -5


def __getattr__(name):
    if name in ('ZLIB_VERSION', 'ZLIB_RUNTIME_VERSION'):
        return _zlib.version()
    raise AttributeError(f"module 'zlib' has no attribute {name!r}")


class error(Exception):
    """Data that cannot be decompressed."""

    __module__ = 'zlib'


def _failed(status, message, doing):
    if message is None:
        message = {_BUFFER_ERROR: 'incomplete or truncated stream', -2: 'inconsistent stream state',
                   -3: 'invalid input data'}.get(status)
    return error(f'Error {status} {doing}' + (f': {message}' if message else ''))


def compress(data, /, level=-1, wbits=15):
    """Bytes made smaller."""
    if not -1 <= level <= 9:
        raise error('Bad compression level')
    try:
        stream = _zlib.Stream(False, level, wbits, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY)
    except ValueError:
        raise error('Bad compression level') from None
    return stream.run(data, Z_FINISH, -1)[0]


def decompress(data, /, wbits=15, bufsize=DEF_BUF_SIZE):
    """What was compressed."""
    if abs(wbits) == 15:
        # What is whole is inflated at once; where it is not, the library says why.
        made = _binary.decompress(data, 0, 'z' if wbits > 0 else 'd')
        if not isinstance(made, str):
            return made[0]
    try:
        stream = _zlib.Stream(True, 0, wbits, 0, 0)
    except ValueError:
        raise error('Error -2 while preparing to decompress data: inconsistent stream state') from None
    made, _, status = stream.run(data, Z_SYNC_FLUSH, -1)
    if status == _STREAM_END:
        return made
    if status in (0, _BUFFER_ERROR):
        raise _failed(_BUFFER_ERROR, None, 'while decompressing data')
    raise _failed(status, stream.message, 'while decompressing data')


class _Compress:
    """Compresses piece by piece."""

    __module__, __qualname__ = 'zlib', 'Compress'

    def __init__(self, stream):
        self._stream = stream

    def compress(self, data, /):
        """What is sure of the compressed bytes so far."""
        if self._stream is None:
            raise _failed(-2, None, 'while compressing data')
        return self._stream.run(data, Z_NO_FLUSH, -1)[0]

    def flush(self, mode=Z_FINISH, /):
        """The rest of the compressed bytes."""
        if mode == Z_NO_FLUSH:
            return b''
        if self._stream is None:
            raise _failed(-2, None, 'while flushing')
        made, _, status = self._stream.run(b'', mode, -1)
        if status == _STREAM_END:
            self._stream = None
        return made

    def copy(self):
        """One that goes on from here on its own."""
        if self._stream is None:
            raise ValueError('Inconsistent stream state')
        return _Compress(self._stream.copy())

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo, /):
        return self.copy()


class _Decompress:
    """Decompresses piece by piece."""

    __module__, __qualname__ = 'zlib', 'Decompress'

    def __init__(self, stream, dictionary):
        self._stream, self._dictionary = stream, dictionary
        self.eof = self._flushed = False
        self.unused_data = self.unconsumed_tail = b''

    def _run(self, data, most, flush):
        made, taken, status = self._stream.run(data, flush, most)
        if status == _NEED_DICTIONARY and self._dictionary is not None:
            if self._stream.dictionary(self._dictionary) < 0:
                raise _failed(-3, None, 'while setting zdict')
            more, again, status = self._stream.run(data[taken:], flush, most - len(made) if most >= 0 else -1)
            made, taken = made + more, taken + again
        rest = data[taken:]
        if status == _STREAM_END:
            self.unused_data += rest
            self.unconsumed_tail = b''
            self.eof = True
        elif status in (0, _BUFFER_ERROR):
            self.unconsumed_tail = rest
        return made, status

    def decompress(self, data, /, max_length=0):
        """What is sure of the bytes so far; at most `max_length` where that is not 0."""
        most = max_length.__index__()
        if most < 0:
            raise ValueError('max_length must be non-negative')
        data = bytes(data) if not isinstance(data, bytes) else data
        if self.eof:
            self.unused_data += data
            return b''
        made, status = self._run(data, most or -1, Z_SYNC_FLUSH)
        if status not in (0, _STREAM_END, _BUFFER_ERROR):
            raise _failed(status, self._stream.message, 'while decompressing data')
        return made

    def flush(self, length=DEF_BUF_SIZE, /):
        """The rest of the bytes."""
        if length.__index__() <= 0:
            raise ValueError('length must be greater than zero')
        if self.eof:
            self._flushed = True
            return b''
        made, status = self._run(self.unconsumed_tail, -1, Z_FINISH)
        self._flushed = self.eof
        return made

    def copy(self):
        """One that goes on from here on its own."""
        if self._flushed:
            raise ValueError('Inconsistent stream state')
        made = _Decompress(self._stream.copy(), self._dictionary)
        made.eof, made.unused_data, made.unconsumed_tail = self.eof, self.unused_data, self.unconsumed_tail
        return made

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo, /):
        return self.copy()


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY,
                zdict=None):
    """An object that compresses piece by piece."""
    if method != DEFLATED:
        raise ValueError('Invalid initialization option')
    stream = _zlib.Stream(False, level, wbits, memLevel, strategy)
    if zdict is not None and stream.dictionary(zdict) < 0:
        raise ValueError('Invalid dictionary')
    return _Compress(stream)


def decompressobj(wbits=MAX_WBITS, zdict=None):
    """An object that decompresses piece by piece."""
    if zdict is not None and not isinstance(zdict, (bytes, bytearray, memoryview)):
        raise TypeError('zdict argument must support the buffer protocol')
    stream = _zlib.Stream(True, 0, wbits, 0, 0)
    if zdict is not None and wbits < 0 and stream.dictionary(zdict) < 0:
        raise ValueError('Invalid dictionary')
    return _Decompress(stream, zdict)
