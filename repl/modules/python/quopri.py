"""quopri: text of which only a few bytes are not ASCII, as mail sends it."""
import binascii as _binascii

MAXLINESIZE = 76


def encodestring(s, quotetabs=False, header=False):
    """Bytes as quoted-printable text."""
    return _binascii.b2a_qp(s, quotetabs=quotetabs, header=header)


def decodestring(s, header=False):
    """The way back."""
    return _binascii.a2b_qp(s, header=header)


def encode(input, output, quotetabs, header=False):
    """One file as quoted-printable text in another."""
    output.write(encodestring(input.read(), quotetabs, header))


def decode(input, output, header=False):
    """The way back."""
    output.write(decodestring(input.read(), header))
