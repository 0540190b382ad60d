"""binascii: bytes spelled as text."""
import _binary
from _binary import crc32


class Error(ValueError):
    """Text that spells no bytes."""

    __module__ = 'binascii'


def hexlify(data, sep=None, bytes_per_sep=1):
    """Bytes as hexadecimal digits."""
    made = _binary.hexlify(data)
    if sep is None:
        return made
    text = made.decode('ascii')
    sep = sep if isinstance(sep, str) else sep.decode('ascii')
    size = 2 * bytes_per_sep
    first = len(text) % size
    parts = ([text[:first]] if first else []) + [text[at:at + size] for at in range(first, len(text), size)]
    return sep.join(parts).encode('ascii')


b2a_hex = hexlify


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data
    if isinstance(data, (bytearray, memoryview)):
        data = bytes(data)
    if not isinstance(data, bytes):
        raise TypeError("argument should be bytes, buffer or ASCII string, not '%s'" % type(data).__name__)
    return data.decode('latin-1')


def unhexlify(hexstr):
    """Hexadecimal digits as bytes."""
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error('Odd-length string')
    for c in text:
        if c not in '0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    """Bytes as a line of base64."""
    return _binary.base64_encode(data) + (b'\n' if newline else b'')


def a2b_base64(data, /, *, strict_mode=False):
    """Base64 as bytes."""
    made = _binary.base64_decode(_ascii(data).encode('latin-1'))
    if made is None:
        raise Error('Incorrect padding')
    if isinstance(made, int):
        raise Error('Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple '
                    'of 4' % made)
    return made
