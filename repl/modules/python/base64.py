"""base64: bytes as letters and digits."""
import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode', 'a85decode',
           'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']
_B32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX = '0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _bytes(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return s.encode('ascii')
    if isinstance(s, bytes):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" %
                        s.__class__.__name__) from None


def _data(s):
    return s if isinstance(s, bytes) else memoryview(s).tobytes()


def b64encode(s, altchars=None):
    """Bytes as base64."""
    made = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        made = made.replace(b'+', altchars[:1]).replace(b'/', altchars[1:2])
    return made


def b64decode(s, altchars=None, validate=False):
    """Base64 as bytes."""
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.replace(altchars[:1], b'+').replace(altchars[1:2], b'/')
    return binascii.a2b_base64(s, strict_mode=validate)


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


def _encode32(letters, s):
    s = _data(s)
    out = []
    for at in range(0, len(s), 5):
        part = s[at:at + 5]
        number = int.from_bytes(part + b'\0' * (5 - len(part)), 'big')
        made = ''.join([letters[number >> shift & 31] for shift in range(35, -1, -5)])
        keep = (len(part) * 8 + 4) // 5
        out.append(made[:keep] + '=' * (8 - keep))
    return ''.join(out).encode('ascii')


def _decode32(letters, s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.replace(b'0', b'O').replace(b'1', map01)
    text = (s.upper() if casefold else s).decode('latin-1')
    digits = text.rstrip('=')
    padding = len(text) - len(digits)
    out = []
    for at in range(0, len(digits), 8):
        part = digits[at:at + 8]
        number = 0
        for c in part:
            place = letters.find(c)
            if place < 0:
                raise binascii.Error('Non-base32 digit found')
            number = number << 5 | place
        number <<= 5 * (8 - len(part))
        out.append(number.to_bytes(5, 'big')[:len(part) * 5 // 8])
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    return b''.join(out)


def b32encode(s):
    """Bytes as base32."""
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """Base32 as bytes."""
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    """Bytes as base32 whose digits keep their order."""
    return _encode32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """The way back of b32hexencode."""
    return _decode32(_B32HEX, s, casefold)


_A85 = bytes(range(33, 118))
_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


def _encode85(data, letters, pad, short):
    """Four bytes as five letters; `short` are letters for four bytes that are all the same."""
    padding = -len(data) % 4
    data += b'\0' * padding
    out = []
    for at in range(0, len(data), 4):
        part = data[at:at + 4]
        if part in short:
            out.append(short[part])
            continue
        number = int.from_bytes(part, 'big')
        group = []
        for _ in range(5):
            number, digit = divmod(number, 85)
            group.append(letters[digit])
        out.append(bytes(reversed(group)))
    if padding and not pad:
        if out[-1] == b'z':
            out[-1] = letters[:1] * 5
        out[-1] = out[-1][:-padding]
    return b''.join(out)


def b85encode(b, pad=False):
    """Bytes as base85, as git writes it."""
    return _encode85(_data(b), _B85, pad, {})


def b85decode(b):
    """Base85 as bytes."""
    b = _bytes(b)
    places = {letter: at for at, letter in enumerate(_B85)}
    padding = -len(b) % 5
    text = b + b'~' * padding
    out = []
    for at in range(0, len(text), 5):
        number = 0
        for place, letter in enumerate(text[at:at + 5]):
            if letter not in places:
                raise ValueError('bad base85 character at position %d' % (at + place))
            number = number * 85 + places[letter]
        if number > 0xFFFFFFFF:
            raise ValueError('base85 overflow in hunk starting at byte %d' % at)
        out.append(number.to_bytes(4, 'big'))
    result = b''.join(out)
    return result[:-padding] if padding else result


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes as Ascii85."""
    short = {b'\0\0\0\0': b'z'}
    if foldspaces:
        short[b'    '] = b'y'
    result = _encode85(_data(b), _A85, pad, short)
    if adobe:
        result = b'<~' + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[at:at + wrapcol] for at in range(0, len(result), wrapcol)]
        if adobe and lines and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        result = b'\n'.join(lines)
    return result + b'~>' if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """Ascii85 as bytes."""
    b = _bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    group, out = [], []
    for letter in b + b'u' * 4:
        if 33 <= letter <= 117:
            group.append(letter - 33)
            if len(group) == 5:
                number = 0
                for digit in group:
                    number = number * 85 + digit
                if number > 0xFFFFFFFF:
                    raise ValueError('Ascii85 overflow')
                out.append(number.to_bytes(4, 'big'))
                group = []
        elif letter == 122 or (foldspaces and letter == 121):
            if group:
                raise ValueError(f'{chr(letter)} inside Ascii85 5-tuple')
            out.append(b'\0\0\0\0' if letter == 122 else b'    ')
        elif letter not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % letter)
    result = b''.join(out)
    padding = 4 - len(group)
    return result[:-padding] if padding else result


def _input(s):
    """What encodebytes and decodebytes take: one dimension of bytes."""
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}') from None
    if view.format not in ('c', 'b', 'B'):
        raise TypeError(f'expected single byte elements, not {view.format!r} from {s.__class__.__name__}')
    if view.ndim != 1:
        raise TypeError(f'expected 1-D data, not {view.ndim}-D data from {s.__class__.__name__}')
    return view.tobytes()


def encodebytes(s):
    """Bytes as lines of base64."""
    s = _input(s)
    return b''.join([binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(_input(s))


def encode(input, output):
    """A file as lines of base64 in another."""
    while data := input.read(57):
        output.write(encodebytes(data))


def decode(input, output):
    """The way back of encode."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))
