"""Texts as bytes and back, as numpy's own modules do it."""


def asbytes(s):
    return s if isinstance(s, bytes) else str(s).encode('latin1')


def asunicode(s):
    return s.decode('latin1') if isinstance(s, bytes) else str(s)
