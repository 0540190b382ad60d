"""hashlib: digests of bytes."""
import _binary

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'}
algorithms_available = set(algorithms_guaranteed)
_BLOCKS = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
           'sha512': (64, 128)}


class HASH:
    """A digest that bytes are added to."""

    __module__ = '_hashlib'

    def __init__(self, name, data):
        self.name = name
        self.digest_size, self.block_size = _BLOCKS[name]
        self._parts = []
        self.update(data)

    def update(self, data, /):
        """Adds bytes."""
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        if not isinstance(data, bytes):
            if not hasattr(data, 'tobytes'):
                raise TypeError('object supporting the buffer API required')
            data = data.tobytes()
        self._parts.append(data)

    def _joined(self):
        if len(self._parts) != 1:
            self._parts = [b''.join(self._parts)]
        return self._parts[0]

    def digest(self):
        """The digest as bytes."""
        return _binary.digest(self.name, self._joined())

    def hexdigest(self):
        """The digest in hexadecimal."""
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._joined())

    def __repr__(self):
        return '<%s _hashlib.HASH object @ 0x7f0000000000>' % self.name


def new(name, data=b'', *, usedforsecurity=True):
    """A digest by its name."""
    key = name.lower().replace('-', '')
    if key not in _BLOCKS:
        raise ValueError('unsupported hash type ' + name)
    return HASH(key, data)


def md5(string=b'', *, usedforsecurity=True):
    return HASH('md5', string)


def sha1(string=b'', *, usedforsecurity=True):
    return HASH('sha1', string)


def sha224(string=b'', *, usedforsecurity=True):
    return HASH('sha224', string)


def sha256(string=b'', *, usedforsecurity=True):
    return HASH('sha256', string)


def sha384(string=b'', *, usedforsecurity=True):
    return HASH('sha384', string)


def sha512(string=b'', *, usedforsecurity=True):
    return HASH('sha512', string)


def file_digest(fileobj, digest, /):
    """The digest of a file's bytes."""
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.read())
    return made
