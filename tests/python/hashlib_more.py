# hashlib, zlib in pieces, struct's other readers, secrets, uuid.
import hashlib
import secrets
import struct
import uuid
import zlib

print(hashlib.sha224(b"abc").hexdigest())
print(hashlib.sha384(b"abc").hexdigest()[:40])
h = hashlib.sha256(b"abc")
copy = h.copy()
copy.update(b"def")
print(h.hexdigest()[:16], copy.hexdigest()[:16], copy.digest() == hashlib.sha256(b"abcdef").digest())
with open("f.bin", "wb") as f:
    f.write(b"x" * 1000)
with open("f.bin", "rb") as f:
    print(hashlib.file_digest(f, "md5").hexdigest())
pack = zlib.compressobj(9)
packed = pack.compress(b"abc" * 100) + pack.compress(b"def" * 100) + pack.flush()
unpack = zlib.decompressobj()
plain = unpack.decompress(packed[:10]) + unpack.decompress(packed[10:]) + unpack.flush()
print(len(plain), plain[:4], plain[-4:], unpack.eof, zlib.decompress(packed) == plain)
s = struct.Struct("<hb")
data = s.pack(1, 2) + s.pack(-3, 4)
print(s.unpack_from(data, 3), list(s.iter_unpack(data)), list(struct.iter_unpack(">h", b"\x00\x01\x00\x02")))
try:
    s.unpack(b"1")
except struct.error as error:
    print(type(error).__name__, error)
print(struct.error("by hand"), secrets.randbits(8) < 256, len(secrets.token_urlsafe(16)))
u = uuid.UUID("12345678123456781234567812345678")
print(u.int, uuid.UUID(int=5), uuid.uuid1().version, len(str(uuid.uuid1())))
