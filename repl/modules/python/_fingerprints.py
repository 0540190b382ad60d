"""Fingerprints of texts by which they are put into buckets: FarmHash's Fingerprint64 (farmhashna.cc) and SipHash-2-4
with a key (Aumasson and Bernstein 2012), as TensorFlow's to_hash_bucket_fast and to_hash_bucket_strong use them; and the
hash of to_hash_bucket (tensorflow/core/platform/hash.cc, Hash64)."""

_MOST = (1 << 64) - 1
_K0, _K1, _K2 = 0xC3A5C85C97CB3127, 0xB492B66FBE98F273, 0x9AE16A3B2F90404F


def _at(data, place, size=8):
    return int.from_bytes(data[place:place + size], "little")


def _turned(x, by):
    x &= _MOST
    return (x >> by | x << (64 - by)) & _MOST


def _mixed(x):
    x &= _MOST
    return x ^ x >> 47


def _pair(u, v, factor):
    a = _mixed((u ^ v) * factor)
    return _mixed((v ^ a) * factor) * factor & _MOST


def _short(data, n):
    factor = _K2 + n * 2
    if n >= 8:
        a, b = _at(data, 0) + _K2, _at(data, n - 8)
        return _pair((_turned(b, 37) * factor + a) & _MOST, (_turned(a, 25) + b) * factor & _MOST, factor)
    if n >= 4:
        return _pair(n + (_at(data, 0, 4) << 3), _at(data, n - 4, 4), factor)
    if n == 0:
        return _K2
    first = data[0] + (data[n >> 1] << 8)
    return _mixed(first * _K2 ^ (n + (data[n - 1] << 2)) * _K0) * _K2 & _MOST


def _ends(data, n, factor):
    """What the first and the last 16 bytes make: two numbers."""
    a, b = _at(data, 0), _at(data, 8)
    return a, b, _at(data, n - 8) * factor, _at(data, n - 16) * _K2


def _middle(data, n):
    factor = _K2 + n * 2
    a, b, c, d = _ends(data, n, factor)
    if n <= 32:
        a *= _K1
        return _pair((_turned(a + b, 43) + _turned(c, 30) + d) & _MOST, (a + _turned(b + _K2, 18) + c) & _MOST, factor)
    a *= _K2
    y = _turned(a + b, 43) + _turned(c, 30) + d
    z = _pair(y & _MOST, (a + _turned(b + _K2, 18) + c) & _MOST, factor)
    e, f = _at(data, 16) * factor, _at(data, 24)
    g, h = (y + _at(data, n - 32)) * factor, (z + _at(data, n - 24)) * factor
    return _pair((_turned(e + f, 43) + _turned(g, 30) + h) & _MOST, (e + _turned(f + a, 18) + g) & _MOST, factor)


def _block(data, place, a, b):
    """32 bytes mixed into two numbers."""
    w, x, y, z = (_at(data, place + i) for i in (0, 8, 16, 24))
    a += w
    b = _turned(b + a + z, 21)
    c = a
    a += x + y
    b += _turned(a, 44)
    return (a + z) & _MOST, (b + c) & _MOST


def _round(data, place, x, y, z, v, w, factor, ninefold):
    x = _turned(x + y + v[0] + _at(data, place + 8), 37) * factor
    y = _turned(y + v[1] + _at(data, place + 48), 42) * factor
    x ^= w[1] * ninefold
    y += v[0] * ninefold + _at(data, place + 40)
    z = _turned(z + w[0], 33) * factor
    v = _block(data, place, v[1] * factor, x + w[0])
    w = _block(data, place + 32, z + w[1], y + _at(data, place + 16))
    return z & _MOST, y & _MOST, x & _MOST, v, w


def _long(data, n):
    x = 81
    y = (x * _K1 + 113) & _MOST
    z = _mixed(y * _K2 + 113) * _K2 & _MOST
    v = w = (0, 0)
    x = (x * _K2 + _at(data, 0)) & _MOST
    for place in range(0, (n - 1) // 64 * 64, 64):
        x, y, z, v, w = _round(data, place, x, y, z, v, w, _K1, 1)
    factor = _K1 + ((z & 0xFF) << 1)
    first = (w[0] + ((n - 1) & 63)) & _MOST
    v = ((v[0] + first) & _MOST, v[1])
    w = ((first + v[0]) & _MOST, w[1])
    x, y, z, v, w = _round(data, n - 64, x, y, z, v, w, factor, 9)
    return _pair((_pair(v[0], w[0], factor) + _mixed(y) * _K0 + z) & _MOST, (_pair(v[1], w[1], factor) + x) & _MOST, factor)


def fingerprint(data):
    n = len(data)
    return _short(data, n) if n <= 16 else _middle(data, n) if n <= 64 else _long(data, n)


def _sip(a, b, c, d):
    a, c = (a + b) & _MOST, (c + d) & _MOST
    b, d = _turned(b, 51) ^ a, _turned(d, 48) ^ c
    a = _turned(a, 32)
    c, a = (c + b) & _MOST, (a + d) & _MOST
    return a, _turned(b, 47) ^ c, _turned(c, 32), _turned(d, 43) ^ a


def keyed(data, key):
    """SipHash-2-4 by a key of two whole numbers."""
    low, high = (int(each) & _MOST for each in key)
    a, b, c, d = low ^ 0x736F6D6570736575, high ^ 0x646F72616E646F6D, low ^ 0x6C7967656E657261, high ^ 0x7465646279746573
    whole = len(data) // 8 * 8
    words = [_at(data, place) for place in range(0, whole, 8)] + [_at(data, whole, len(data) - whole) | (len(data) & 0xFF) << 56]
    for word in words:
        d ^= word
        a, b, c, d = _sip(*_sip(a, b, c, d))
        a ^= word
    c ^= 0xFF
    for _ in range(4):
        a, b, c, d = _sip(a, b, c, d)
    return a ^ b ^ c ^ d


def crossed(prints):
    """One fingerprint of several: tensorflow/core/platform/fingerprint.h, FingerprintCat64, from the key of sparse.cross_hashed."""
    factor, made = 0xC6A4A7935BD1E995, 0xDECAFCAFFE
    for each in prints:
        made = (made ^ factor ^ _mixed(each * factor) * factor) & _MOST
        made = _mixed(_mixed(made * factor) * factor)
    return made


def murmured(data):
    """Hash64: MurmurHash64A from TensorFlow's seed."""
    factor = 0xC6A4A7935BD1E995
    made = 0xDECAFCAFFE ^ len(data) * factor & _MOST
    whole = len(data) // 8 * 8
    for place in range(0, whole, 8):
        made = (made ^ _mixed(_at(data, place) * factor) * factor) * factor & _MOST
    if len(data) > whole:
        made = (made ^ _at(data, whole, len(data) - whole)) * factor & _MOST
    return _mixed(_mixed(made) * factor)
