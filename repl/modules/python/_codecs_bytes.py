"""The encodings of codecs that are not about text: hex, base64, zlib, quopri, uu, rot13."""
import base64 as _base64
import binascii as _binascii
import zlib as _zlib

_turned = {ord(first) + at: ord(first) + (at + 13) % 26 for first in 'aA' for at in range(26)}


def _whole(errors):
    if errors != 'strict':
        raise AssertionError


def hex_encode(input, errors='strict'):
    _whole(errors)
    return _binascii.b2a_hex(input), len(input)


def hex_decode(input, errors='strict'):
    _whole(errors)
    return _binascii.a2b_hex(input), len(input)


def base64_encode(input, errors='strict'):
    _whole(errors)
    return _base64.encodebytes(input), len(input)


def base64_decode(input, errors='strict'):
    _whole(errors)
    return _base64.decodebytes(input), len(input)


def zlib_encode(input, errors='strict'):
    _whole(errors)
    return _zlib.compress(input), len(input)


def zlib_decode(input, errors='strict'):
    _whole(errors)
    return _zlib.decompress(input), len(input)


def quopri_encode(input, errors='strict'):
    _whole(errors)
    return _binascii.b2a_qp(input, quotetabs=True), len(input)


def quopri_decode(input, errors='strict'):
    _whole(errors)
    return _binascii.a2b_qp(input), len(input)


def uu_encode(input, errors='strict', filename='<data>', mode=0o666):
    _whole(errors)
    lines = [f'begin {mode & 0o777:o} {filename}\n'.encode('ascii')]
    lines += [_binascii.b2a_uu(input[at:at + 45]) for at in range(0, len(input), 45)]
    return b''.join(lines) + b' \nend\n', len(input)


def uu_decode(input, errors='strict'):
    _whole(errors)
    lines = iter(bytes(input).splitlines(True))
    for line in lines:
        if line[:5] == b'begin':
            break
    else:
        raise ValueError('Missing "begin" line in input data')
    out = []
    for line in lines:
        if line == b'end\n':
            return b''.join(out), len(input)
        out.append(_binascii.a2b_uu(line))
    raise ValueError('Truncated input data')


def rot13(input, errors='strict'):
    return str.translate(input, _turned), len(input)


# What codecs finds here, by its name without '-' and '_'.
ENCODINGS = {}
for _names, _pair in {'hex hexcodec': ('hex', hex_encode, hex_decode),
                      'base64 base64codec': ('base64', base64_encode, base64_decode),
                      'zlib zip zlibcodec': ('zlib', zlib_encode, zlib_decode),
                      'quopri quopricodec quotedprintable': ('quopri', quopri_encode, quopri_decode),
                      'uu uucodec': ('uu', uu_encode, uu_decode), 'rot13': ('rot-13', rot13, rot13)}.items():
    for _name in _names.split():
        ENCODINGS[_name] = _pair
