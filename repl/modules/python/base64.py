"""base64: bytes as letters and digits."""
import binascii

_B32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def _bytes(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return s.encode('ascii')
    if isinstance(s, bytes):
        return s
    raise TypeError("argument should be a bytes-like object or ASCII string, not '%s'" % type(s).__name__)


def b64encode(s, altchars=None):
    """Bytes as base64."""
    made = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        made = made.replace(b'+', altchars[:1]).replace(b'/', altchars[1:2])
    return made


def b64decode(s, altchars=None, validate=False):
    """Base64 as bytes."""
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        s = s.replace(altchars[:1], b'+').replace(altchars[1:2], b'/')
    if validate:
        text = s.decode('ascii').rstrip('=')
        for c in text:
            if not (c.isalnum() or c in '+/'):
                raise binascii.Error('Only base64 data is allowed')
    return binascii.a2b_base64(s)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """Bytes as base64 that can stand in an address."""
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b16encode(s):
    """Bytes as hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    text = _bytes(s).decode('ascii')
    if casefold:
        text = text.upper()
    for c in text:
        if c not in '0123456789ABCDEF':
            raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(text)


def b32encode(s):
    """Bytes as base32."""
    out = []
    for at in range(0, len(s), 5):
        part = s[at:at + 5]
        number = int.from_bytes(part + b'\0' * (5 - len(part)), 'big')
        letters = ''.join([_B32[number >> shift & 31] for shift in range(35, -1, -5)])
        keep = (len(part) * 8 + 4) // 5
        out.append(letters[:keep] + '=' * (8 - keep))
    return ''.join(out).encode('ascii')


def b32decode(s, casefold=False):
    """Base32 as bytes."""
    text = _bytes(s).decode('ascii')
    if len(text) % 8:
        raise binascii.Error('Incorrect padding')
    if casefold:
        text = text.upper()
    out = []
    for at in range(0, len(text), 8):
        part = text[at:at + 8].rstrip('=')
        number = 0
        for c in part:
            place = _B32.find(c)
            if place < 0:
                raise binascii.Error('Non-base32 digit found')
            number = number << 5 | place
        number <<= 5 * (8 - len(part))
        out.append(number.to_bytes(5, 'big')[:len(part) * 5 // 8])
    return b''.join(out)


def encodebytes(s):
    """Bytes as lines of base64."""
    return b''.join([binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(s)
