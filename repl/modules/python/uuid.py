"""uuid: names that nobody else has."""
import os as _os
import hashlib as _hashlib


class UUID:
    """128 bits as a name."""

    __module__ = 'uuid'

    def __init__(self, hex=None, bytes=None, int=None, version=None):
        if [hex, bytes, int].count(None) != 2:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            digits = bytes.hex()
        elif int is not None:
            if int < 0:
                raise ValueError('int is out of range (need a 128-bit value)')
            digits = '%032x' % int
        else:
            digits = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '').lower()
            if len(digits) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            for c in digits:
                if c not in '0123456789abcdef':
                    raise ValueError("invalid literal for int() with base 16: '%s'" % digits)
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')
            digits = (digits[:12] + str(version) + digits[13:16] + '89ab'[_digit(digits[16]) & 3] + digits[17:])
        self.hex = digits

    @property
    def bytes(self):
        return bytes.fromhex(self.hex)

    @property
    def int(self):
        return int(self.hex, 16)

    @property
    def version(self):
        return _digit(self.hex[12]) if self.hex[16] in '89ab' else None

    @property
    def urn(self):
        return 'urn:uuid:' + str(self)

    def __str__(self):
        h = self.hex
        return '%s-%s-%s-%s-%s' % (h[:8], h[8:12], h[12:16], h[16:20], h[20:])

    def __repr__(self):
        return 'UUID(%r)' % str(self)

    def __eq__(self, other):
        return self.hex == other.hex if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.hex < other.hex if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.hex)


def _digit(c):
    return '0123456789abcdef'.index(c)


def uuid4():
    """A random name."""
    return UUID(bytes=_os.urandom(16), version=4)


def uuid3(namespace, name):
    """A name made of another by MD5."""
    return UUID(bytes=_hashlib.md5(namespace.bytes + name.encode('utf-8')).digest(), version=3)


def uuid5(namespace, name):
    """A name made of another by SHA-1."""
    return UUID(bytes=_hashlib.sha1(namespace.bytes + name.encode('utf-8')).digest()[:16], version=5)


def uuid1(node=None, clock_seq=None):
    """A name that nobody else has."""
    return UUID(bytes=_os.urandom(16), version=1)


NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
