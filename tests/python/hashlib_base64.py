import base64, binascii, hashlib
for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]: print(name, hashlib.new(name, b"abc").hexdigest()[:32], hashlib.new(name).digest_size)
h = hashlib.sha256(); h.update(b"a" * 100); h.update(b"b"); print(h.hexdigest(), h.name, h.block_size, h.digest()[:3], hashlib.md5("é".encode()).hexdigest())
print(base64.b64encode(b"hello!?>"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b32decode(b"NBUQ===="))
print(binascii.hexlify(b"abc"), binascii.unhexlify("616263"), binascii.crc32(b"abc"), binascii.b2a_base64(b"x"), base64.encodebytes(b"y" * 3), base64.urlsafe_b64decode("__79"))
for bad in [lambda: hashlib.md5("abc"), lambda: hashlib.new("none"), lambda: base64.b64decode("a"), lambda: base64.b64decode("abc"), lambda: base64.b64encode("a"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz")]:
    try: bad()
    except Exception as error: print(type(error).__name__, error)
