"""zlib: deflate, by libdeflate."""
import _binary
from _binary import crc32, adler32

DEFLATED = 8
MAX_WBITS = 15
Z_BEST_COMPRESSION = 9
Z_BEST_SPEED = 1
Z_DEFAULT_COMPRESSION = -1
Z_NO_COMPRESSION = 0


class error(Exception):
    """Data that cannot be decompressed."""

    __module__ = 'zlib'


def compress(data, /, level=-1, wbits=15):
    """Bytes made smaller."""
    if not -1 <= level <= 9:
        raise error('Bad compression level')
    return _binary.compress(data, level, 'd' if wbits < 0 else 'z')


def decompress(data, /, wbits=15, bufsize=16384):
    """What was compressed."""
    if wbits > 15:
        import gzip
        return gzip.decompress(data)
    if len(data) < (2 if wbits > 0 else 1):
        raise error('Error -5 while decompressing data: incomplete or truncated stream')
    if wbits > 0 and (data[0] * 256 + data[1]) % 31:
        raise error('Error -3 while decompressing data: incorrect header check')
    if wbits > 0 and data[0] & 15 != 8:
        raise error('Error -3 while decompressing data: unknown compression method')
    made = _binary.decompress(data, 0, 'z' if wbits > 0 else 'd')
    if isinstance(made, str) and wbits > 0:
        # Inflated without its checksum: is it only the checksum that is wrong, or missing?
        inside = _binary.decompress(data, 2, 'd')
        if not isinstance(inside, str):
            if len(data) - 2 - inside[1] >= 4:
                raise error('Error -3 while decompressing data: incorrect data check')
            raise error('Error -5 while decompressing data: incomplete or truncated stream')
    if isinstance(made, str):
        raise error('Error -5 while decompressing data: incomplete or truncated stream')
    return made[0]


class _Compress:
    """Collects bytes and compresses them at the end."""

    def __init__(self, level, wbits):
        self._level = level
        self._wbits = wbits
        self._parts = []

    def compress(self, data):
        self._parts.append(data)
        return b''

    def flush(self, mode=4):
        return compress(b''.join(self._parts), self._level, self._wbits)


class _Decompress:
    """Collects bytes and decompresses them as soon as they are whole."""

    def __init__(self, wbits):
        self._wbits = wbits
        self._data = b''
        self.eof = False
        self.unused_data = b''
        self.unconsumed_tail = b''

    def decompress(self, data, max_length=0):
        self._data += data
        made = _binary.decompress(self._data, 0, 'z' if self._wbits > 0 else 'd')
        if isinstance(made, str):
            return b''
        self.eof = True
        self.unused_data = self._data[made[1]:]
        self._data = b''
        return made[0]

    def flush(self, length=16384):
        return b''


def compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0):
    """An object that compresses piece by piece."""
    return _Compress(level, wbits)


def decompressobj(wbits=15):
    """An object that decompresses piece by piece."""
    return _Decompress(wbits)
