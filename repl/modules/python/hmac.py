"""hmac: digests of messages with a key."""
import hashlib as _hashlib

digest_size = None


def compare_digest(a, b):
    """Whether two digests are equal, in a time that does not tell where they differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        a, b = a.encode(), b.encode()
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError(f"a bytes-like object is required, not 'str'")
    different = len(a) ^ len(b)
    for x, y in zip(a, b):
        different |= x ^ y
    return different == 0


class HMAC:
    """A digest of what it was given, with a key."""

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        if isinstance(digestmod, str):
            make = lambda data=b'': _hashlib.new(digestmod, data)
        elif callable(digestmod):
            make = digestmod
        else:
            make = lambda data=b'': digestmod.new(data)
        self._inner, self._outer = make(), make()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, 'block_size', 64)
        self.name = 'hmac-' + self._inner.name
        key = bytes(key)
        if len(key) > self.block_size:
            key = make(key).digest()
        key = key.ljust(self.block_size, b'\0')
        self._inner.update(bytes(byte ^ 0x36 for byte in key))
        self._outer.update(bytes(byte ^ 0x5C for byte in key))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        """More of the message."""
        self._inner.update(msg)

    def copy(self):
        """One like it, for another rest of the message."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=''):
    """A digest with a key."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The digest of a whole message."""
    return HMAC(key, msg, digest).digest()
