"""The encodings of codecs that make ASCII of any text: utf-7, punycode, idna."""
import re as _re
from unicodedata import normalize as _normalize

_base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_values = {ord(c): at for at, c in enumerate(_base64)}
# What utf-7 writes as it is: all of ASCII but these and the control characters.
_direct = {code for code in range(32, 127) if chr(code) not in '+\\~'} | {9, 10, 13}


def utf_7_encode(text, errors='strict', /):
    """A text as UTF-7: what is not plain ASCII as base64 of UTF-16 between '+' and '-'."""
    out, shifted, bits, held = [], False, 0, 0
    for c in text:
        code = ord(c)
        if code in _direct:
            if shifted:
                if bits:
                    out.append(_base64[held << 6 - bits & 63])
                if code in _values or c == '-':
                    out.append('-')
                shifted, bits, held = False, 0, 0
            out.append(c)
            continue
        if c == '+' and not shifted:
            out.append('+-')
            continue
        if not shifted:
            out.append('+')
            shifted = True
        units = [code] if code < 0x10000 else [0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code - 0x10000 & 0x3FF)]
        for unit in units:
            held, bits = held << 16 | unit, bits + 16
            while bits >= 6:
                bits -= 6
                out.append(_base64[held >> bits & 63])
            held &= (1 << bits) - 1
    if bits:
        out.append(_base64[held << 6 - bits & 63])
    if shifted:
        out.append('-')
    return ''.join(out).encode('ascii'), len(text)


def utf_7_decode(data, errors='strict', final=True, /):
    """UTF-7 as a text."""
    data = bytes(data)
    out, at, shifted, bits, held, high, begin = [], 0, False, 0, 0, 0, 0

    def refuse(start, end, reason):
        from codecs import lookup_error
        made, go_on = lookup_error(errors or 'strict')(UnicodeDecodeError('utf7', data, start, end, reason))
        out.append(made)
        return go_on

    while at < len(data):
        byte = data[at]
        if shifted and byte in _values:
            held, bits, at = held << 6 | _values[byte], bits + 6, at + 1
            if bits < 16:
                continue
            bits -= 16
            unit, held = held >> bits, held & (1 << bits) - 1
            if high and 0xDC00 <= unit < 0xE000:
                out.append(chr(0x10000 + (high - 0xD800 << 10) + unit - 0xDC00))
                high = 0
                continue
            if high:
                out.append(chr(high))
            high = unit if 0xD800 <= unit < 0xDC00 else 0
            if not high:
                out.append(chr(unit))
        elif shifted:
            shifted = False
            if bits >= 6:
                at = refuse(begin, at + 1, 'partial character in shift sequence')
                continue
            if held:
                at = refuse(begin, at + 1, 'non-zero padding bits in shift sequence')
                continue
            if high and byte < 128 and byte != 43:
                out.append(chr(high))
            high = 0
            if byte == 45:
                at += 1
        elif byte == 43:
            begin, at = at, at + 1
            if at < len(data) and data[at] == 45:
                out.append('+')
                at += 1
            elif at < len(data) and data[at] not in _values:
                at = refuse(begin, at + 1, 'ill-formed sequence')
            else:
                shifted, bits, held, high = True, 0, 0, 0
        elif byte < 128:
            out.append(chr(byte))
            at += 1
        else:
            at = refuse(at, at + 1, 'unexpected special character')
    if shifted and (high or bits >= 6 or held):
        refuse(begin, len(data), 'unterminated shift sequence')
    return ''.join(out), len(data)


def _adapt(delta, count, first):
    delta = delta // 700 if first else delta // 2
    delta += delta // count
    steps = 0
    while delta > 455:
        delta //= 35
        steps += 36
    return steps + 36 * delta // (delta + 38)


def _threshold(step, bias):
    return 1 if step <= bias else 26 if step >= bias + 26 else step - bias


_digits = 'abcdefghijklmnopqrstuvwxyz0123456789'


def punycode_encode(text, errors='strict', /):
    """A text as RFC 3492 writes it: its ASCII, then where the others stand."""
    plain = [c for c in text if ord(c) < 128]
    out = plain + ['-'] if plain else []
    code, delta, bias, done = 128, 0, 72, len(plain)
    first = True
    while done < len(text):
        least = min(ord(c) for c in text if ord(c) >= code)
        delta += (least - code) * (done + 1)
        code = least
        for c in text:
            if ord(c) < code:
                delta += 1
            elif ord(c) == code:
                rest, step = delta, 36
                while rest >= (limit := _threshold(step, bias)):
                    out.append(_digits[limit + (rest - limit) % (36 - limit)])
                    rest = (rest - limit) // (36 - limit)
                    step += 36
                out.append(_digits[rest])
                bias = _adapt(delta, done + 1, first)
                first, delta, done = False, 0, done + 1
        delta += 1
        code += 1
    return ''.join(out).encode('ascii'), len(text)


def punycode_decode(data, errors='strict', /):
    """The way back of punycode_encode."""
    given = bytes(data)
    text = given.decode('ascii', errors)
    plain, dash, rest = text.rpartition('-')
    out, code, place, bias, at = list(plain), 128, 0, 72, 0
    rest = rest.upper()
    while at < len(rest):
        start, weight, step = place, 1, 36
        while True:
            if at >= len(rest):
                if errors == 'strict':
                    raise UnicodeError('incomplete punicode string')
                return ''.join(out), len(given)
            digit = _digits.find(rest[at].lower())
            if digit < 0:
                raise UnicodeError(f"Invalid extended code point '{rest[at]}'")
            at += 1
            place += digit * weight
            limit = _threshold(step, bias)
            if digit < limit:
                break
            weight *= 36 - limit
            step += 36
        bias = _adapt(place - start, len(out) + 1, start == 0)
        code += place // (len(out) + 1)
        if code > 0x10FFFF:
            if errors == 'strict':
                raise UnicodeError(f'Invalid character U+{code:x}')
            code = ord('?')
        place %= len(out) + 1
        out.insert(place, chr(code))
        place += 1
    return ''.join(out), len(given)


_dots = _re.compile('[\u002e\u3002\uff0e\uff61]')
_dropped = dict.fromkeys([0xAD, 0x34F, 0x1806, 0x180B, 0x180C, 0x180D, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF,
                          *range(0xFE00, 0xFE10)])


def nameprep(label):
    """A label of a domain as it is compared: small letters, normalized."""
    label = _normalize('NFKC', label.translate(_dropped).casefold())
    for c in label:
        if c.isspace() and c != ' ' or 0x80 <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000:
            raise UnicodeError(f'Invalid character {c!r}')
    return label


def ToASCII(label):
    """A label of a domain name as ASCII."""
    if label.isascii():
        if 0 < len(label) < 64:
            return label.encode('ascii')
        raise UnicodeError('label empty or too long')
    label = nameprep(label)
    if label.isascii():
        if 0 < len(label) < 64:
            return label.encode('ascii')
        raise UnicodeError('label empty or too long')
    if label.startswith('xn--'):
        raise UnicodeError('Label starts with ACE prefix')
    made = b'xn--' + punycode_encode(label)[0]
    if len(made) < 64:
        return made
    raise UnicodeError('label empty or too long')


def ToUnicode(label):
    """A label of a domain name as people read it."""
    if isinstance(label, bytes):
        label = label.decode('ascii')
    plain = label if label.isascii() else ToASCII(nameprep(label)).decode('ascii')
    if not plain.lower().startswith('xn--'):
        return plain
    made = punycode_decode(plain[4:].encode('ascii'))[0]
    again = ToASCII(made).decode('ascii')
    if again.lower() != plain.lower():
        raise UnicodeError('IDNA does not round-trip', plain.encode('ascii'), again.encode('ascii'))
    return made


def idna_encode(text, errors='strict', /):
    """A domain name as ASCII."""
    if errors != 'strict':
        raise UnicodeError('unsupported error handling ' + errors)
    if not text:
        return b'', 0
    labels = _dots.split(text)
    tail = b'.' if labels and not labels[-1] else b''
    if tail:
        labels.pop()
    if text.isascii():
        for label in labels:
            if not label or len(label) >= 64:
                raise UnicodeError('label empty or too long')
        return text.encode('ascii'), len(text)
    return b'.'.join(map(ToASCII, labels)) + tail, len(text)


def idna_decode(data, errors='strict', /):
    """The way back of idna_encode."""
    if errors != 'strict':
        raise UnicodeError('Unsupported error handling ' + errors)
    data = bytes(data)
    if not data:
        return '', 0
    if b'xn--' not in data.lower():
        return data.decode('ascii'), len(data)
    labels = data.split(b'.')
    tail = '.' if labels and not labels[-1] else ''
    if tail:
        labels.pop()
    return '.'.join(map(ToUnicode, labels)) + tail, len(data)


# What codecs finds here, by its name without '-' and '_'.
ENCODINGS = {'utf7': ('utf-7', utf_7_encode, utf_7_decode), 'u7': ('utf-7', utf_7_encode, utf_7_decode),
             'unicode11utf7': ('utf-7', utf_7_encode, utf_7_decode),
             'punycode': ('punycode', punycode_encode, punycode_decode), 'idna': ('idna', idna_encode, idna_decode)}
