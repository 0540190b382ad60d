"""encodings: the names of encodings."""
import codecs
from encodings import aliases


class CodecRegistryError(LookupError, SystemError):
    """A module of an encoding is not what it should be."""


def normalize_encoding(encoding):
    """A name with one '_' for everything between its letters."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, 'ascii')
    chars, between = [], False
    for c in encoding:
        if c.isalnum() or c == '.':
            if between and chars:
                chars.append('_')
            if c.isascii():
                chars.append(c)
            between = False
        else:
            between = True
    return ''.join(chars)


def search_function(encoding):
    """The CodecInfo of an encoding, or None."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None
