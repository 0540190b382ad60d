"""binascii: bytes spelled as text."""
import _binary
from _binary import crc32


class Error(ValueError):
    """Text that spells no bytes."""

    __module__ = 'binascii'


class Incomplete(Exception):
    """Text that ends too early."""

    __module__ = 'binascii'


def _bytes(data):
    if isinstance(data, bytes):
        return data
    if isinstance(data, memoryview) and not data.c_contiguous:
        raise BufferError('memoryview: underlying buffer is not C-contiguous')
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode('ascii')
    if isinstance(data, bytes):
        return data
    try:
        view = memoryview(data)
    except TypeError:
        raise TypeError("argument should be bytes, buffer or ASCII string, not '%s'" % type(data).__name__) from None
    return _bytes(view)


def hexlify(data, sep=None, bytes_per_sep=1):
    """Bytes as hexadecimal digits."""
    data = _bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode('ascii')


b2a_hex = hexlify


def unhexlify(hexstr, /):
    """Hexadecimal digits as bytes."""
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error('Odd-length string')
    for c in text:
        if c not in b'0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text.decode('ascii'))


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    """Bytes as a line of base64."""
    return _binary.base64_encode(_bytes(data)) + (b'\n' if newline else b'')


def _check_strictly(data):
    """Base64 without anything else in it."""
    if data[:1] == b'=':
        raise Error('Leading padding not allowed')
    place = pads = 0
    padded = False
    for at, c in enumerate(data):
        if c == 61:
            padded = True
            pads += place >= 2
            if place >= 2 and place + pads >= 4:
                if at + 1 < len(data):
                    raise Error('Excess data after padding')
                return
            continue
        if not (48 <= c <= 57 or 65 <= c <= 90 or 97 <= c <= 122 or c in b'+/'):
            raise Error('Only base64 data is allowed')
        if padded:
            raise Error('Discontinuous padding not allowed')
        place = (place + 1) % 4


def a2b_base64(data, /, *, strict_mode=False):
    """Base64 as bytes."""
    data = _ascii(data)
    if strict_mode:
        _check_strictly(data)
    made = _binary.base64_decode(data)
    if made is None:
        raise Error('Incorrect padding')
    if isinstance(made, int):
        raise Error('Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple '
                    'of 4' % made)
    return made


def b2a_uu(data, /, *, backtick=False):
    """At most 45 bytes as a line of uuencode."""
    data = _bytes(data)
    if len(data) > 45:
        raise Error('At most 45 bytes at once')
    zero = b'`' if backtick else b' '
    out = [len(data)]
    for at in range(0, len(data), 3):
        bits = int.from_bytes(data[at:at + 3].ljust(3, b'\0'), 'big')
        out += [bits >> 18, bits >> 12 & 63, bits >> 6 & 63, bits & 63]
    return b''.join([bytes([32 + digit]) if digit else zero for digit in out]) + b'\n'


def a2b_uu(data, /):
    """A line of uuencode as bytes."""
    data = _ascii(data)
    length = data[0] - 32 & 63 if data else 32
    out, bits, held, at = [], 0, 0, 1
    while len(out) < length:
        c = data[at] if at < len(data) else 10
        at += 1
        if c in (10, 13):
            # Spaces at the end of a line get lost.
            c = 0
        elif not 32 <= c <= 96:
            raise Error('Illegal char')
        else:
            c = c - 32 & 63
        held, bits = held << 6 | c, bits + 6
        if bits >= 8:
            bits -= 8
            out.append(held >> bits & 255)
            held &= (1 << bits) - 1
    for c in data[at:]:
        if c not in (32, 96, 10, 13):
            raise Error('Trailing garbage')
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Bytes as quoted-printable text."""
    data = _bytes(data)
    first = data.find(b'\n')
    end = b'\r\n' if first > 0 and data[first - 1] == 13 else b'\n'
    out, length, at = bytearray(), 0, 0
    while at < len(data):
        c, following = data[at], data[at + 1:at + 2]
        if (c > 126 or c == 61 or header and c == 95 or
                c == 46 and length == 0 and following in (b'', b'\n', b'\r', b'\0') or
                not istext and c in b'\r\n' or c in b'\t ' and not following or
                c < 33 and c not in b'\r\n' and (quotetabs or c not in b'\t ')):
            if length + 3 >= 76:
                out += b'=' + end
                length = 0
            out += b'=%02X' % c
            length += 3
            at += 1
        elif istext and (c == 10 or c == 13 and following == b'\n'):
            length = 0
            if out and out[-1] in b' \t':
                out += b'=%02X' % out.pop()
            out += end
            at += 2 if c == 13 else 1
        else:
            if following and following != b'\n' and length + 1 >= 76:
                out += b'=' + end
                length = 0
            length += 1
            out.append(95 if header and c == 32 else c)
            at += 1
    return bytes(out)


_hex = b'0123456789abcdefABCDEF'


def a2b_qp(data, header=False):
    """Quoted-printable text as bytes."""
    data = _ascii(data)
    out, at = bytearray(), 0
    while at < len(data):
        c = data[at]
        at += 1
        if c != 61:
            out.append(32 if header and c == 95 else c)
        elif at >= len(data):
            break
        elif data[at] in b'\r\n':
            end = data.find(b'\n', at)
            at = len(data) if end < 0 else end + 1
        elif data[at] == 61:
            out.append(61)
            at += 1
        elif at + 1 < len(data) and data[at] in _hex and data[at + 1] in _hex:
            out.append(int(data[at:at + 2], 16))
            at += 2
        else:
            out.append(61)
    return bytes(out)


def crc_hqx(data, crc, /):
    """The CRC of BinHex: 16 bits of CCITT."""
    crc &= 0xffff
    for byte in _bytes(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xffff
    return crc
