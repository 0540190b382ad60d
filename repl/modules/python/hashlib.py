"""hashlib: digests of bytes."""
import _binary

# Each name with the bytes of its digest and of its blocks.
_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
          'sha512': (64, 128), 'sha3_224': (28, 144), 'sha3_256': (32, 136), 'sha3_384': (48, 104),
          'sha3_512': (64, 72), 'shake_128': (0, 168), 'shake_256': (0, 136)}
algorithms_guaranteed = {*_SIZES, 'blake2b', 'blake2s'}
algorithms_available = set(algorithms_guaranteed)
__all__ = (*sorted(algorithms_guaranteed), 'new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac',
           'file_digest')


def _bytes(data):
    if isinstance(data, bytes):
        return data
    if isinstance(data, str):
        raise TypeError('Strings must be encoded before hashing')
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError('object supporting the buffer API required') from None


class HASH:
    """A digest that bytes are added to."""

    __module__ = '_hashlib'

    def __init__(self, name, data):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._parts = [_bytes(data)]

    def update(self, data, /):
        """Adds bytes."""
        self._parts.append(_bytes(data))

    def _joined(self):
        if len(self._parts) != 1:
            self._parts = [b''.join(self._parts)]
        return self._parts[0]

    def digest(self):
        """The digest as bytes."""
        if self.block_size in (64, 128):
            return _binary.digest(self.name, self._joined())
        return _binary.sponge(self.block_size, 6, self._joined(), self.digest_size)

    def hexdigest(self):
        """The digest in hexadecimal."""
        return self.digest().hex()

    def copy(self):
        return type(self)(self.name, self._joined())

    def __repr__(self):
        return f'<{self.name} {type(self).__module__}.{type(self).__name__} object @ {id(self):#x}>'


class HASHXOF(HASH):
    """A digest as long as one likes."""

    __module__ = '_hashlib'

    def digest(self, length):
        """So many bytes of the digest."""
        if length < 0:
            raise ValueError('value must be positive')
        return _binary.sponge(self.block_size, 0x1f, self._joined(), length)

    def hexdigest(self, length):
        """So many bytes of it in hexadecimal."""
        return self.digest(length).hex()


def _blake2(name, wide):
    most, small = (64, 16) if wide else (32, 8)
    offset = 8 if wide else 6

    class Blake2(HASH):
        MAX_DIGEST_SIZE = MAX_KEY_SIZE = most
        SALT_SIZE = PERSON_SIZE = small
        __module__ = '_blake2'

        def __init__(self, data=b'', /, *, digest_size=most, key=b'', salt=b'', person=b'', fanout=1, depth=1,
                     leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
            key, salt, person = _given(key), _given(salt), _given(person)
            if not 1 <= digest_size <= most:
                raise ValueError(f'digest_size must be between 1 and {most} bytes')
            for label, value, limit in ('salt', salt, small), ('person', person, small), ('key', key, most):
                if len(value) > limit:
                    raise ValueError(f'maximum {label} length is {limit} bytes')
            if not 0 <= fanout <= 255:
                raise ValueError('fanout must be between 0 and 255')
            if not 1 <= depth <= 255:
                raise ValueError('depth must be between 1 and 255')
            if leaf_size >= 1 << 32:
                raise OverflowError('leaf_size is too large')
            if node_offset >= 1 << 8 * offset:
                raise OverflowError('node_offset is too large' if not wide else 'int too big to convert')
            if not 0 <= node_depth <= 255:
                raise ValueError('node_depth must be between 0 and 255')
            if not 0 <= inner_size <= most:
                raise ValueError(f'inner_size must be between 0 and is {most}')
            self._parameters = (bytes([digest_size, len(key), fanout, depth]) + leaf_size.to_bytes(4, 'little') +
                                node_offset.to_bytes(offset, 'little') + bytes([node_depth, inner_size]) +
                                bytes(14 if wide else 0) + salt.ljust(small, b'\0') + person.ljust(small, b'\0'))
            self.name, self.digest_size, self.block_size = name, digest_size, 2 * most
            self._last = last_node
            self._parts = [key.ljust(2 * most, b'\0')] if key else []
            self._parts.append(_bytes(data))

        def digest(self):
            """The digest as bytes."""
            return _binary.blake2(self._parameters, self._last, self._joined())[:self.digest_size]

        def copy(self):
            made = type(self)()
            made.digest_size, made._last, made._parameters = self.digest_size, self._last, self._parameters
            made._parts = [self._joined()]
            return made

        def __repr__(self):
            return f'<_blake2.{name} object at {id(self):#x}>'
    Blake2.__name__ = Blake2.__qualname__ = name
    return Blake2


def _given(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(data))


blake2b, blake2s = _blake2('blake2b', True), _blake2('blake2s', False)


def _maker(name):
    kind = HASHXOF if name.startswith('shake') else HASH

    def made(string=b'', *, usedforsecurity=True):
        return kind(name, string)
    made.__name__ = made.__qualname__ = 'openssl_' + name
    made.__module__ = '_hashlib'
    return made


md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256 = map(
    _maker, _SIZES)


def new(name, data=b'', **kwargs):
    """A digest by its name."""
    if not isinstance(name, str):
        raise TypeError('name must be a string')
    key = name.lower()
    key = key.replace('-', '_' if 'sha3' in key or 'shake' in key else '')
    if key not in algorithms_guaranteed:
        raise ValueError('unsupported hash type ' + name)
    return globals()[key](data, **kwargs)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key made of a password, slowly."""
    key = hash_name.lower().replace('-', '')
    if key not in _SIZES or _SIZES[key][1] not in (64, 128):
        raise ValueError('unsupported hash type ' + hash_name)
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    if dklen is not None and dklen < 1:
        raise ValueError('key length must be greater than 0.')
    size, block = _SIZES[key]
    return _binary.pbkdf2(key, _given(password), _given(salt), iterations, dklen or size, block)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """The digest of a file's bytes."""
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while part := fileobj.read(_bufsize):
        made.update(part)
    return made
