"""secrets: random numbers from the system."""
import os as _os
import base64 as _base64

DEFAULT_ENTROPY = 32


def token_bytes(nbytes=None):
    """Random bytes."""
    return _os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    """Random hexadecimal digits."""
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """Random letters that can stand in an address."""
    return _base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')


def randbelow(exclusive_upper_bound):
    """A random number below another."""
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    limit = (1 << 62) - (1 << 62) % exclusive_upper_bound
    while True:
        number = int.from_bytes(_os.urandom(8), 'little', signed=True) & ((1 << 62) - 1)
        if number < limit:
            return number % exclusive_upper_bound


def randbits(k):
    """A random number of so many bits."""
    return int(''.join([str(byte & 1) for byte in _os.urandom(k)]) or '0', 2)


def choice(sequence):
    """One of the items."""
    if not len(sequence):
        raise IndexError('Cannot choose from an empty sequence')
    return sequence[randbelow(len(sequence))]


def compare_digest(a, b):
    """Whether two texts are equal."""
    return a == b
