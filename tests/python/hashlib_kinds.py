# SHA-3, SHAKE, BLAKE2, keys made of passwords.
import hashlib
import hmac
import io

data = b'The quick brown fox' * 20
for name in sorted(hashlib.algorithms_guaranteed):
    made = hashlib.new(name, data)
    made.update(bytearray(b'!'))
    length = (20,) if name.startswith('shake') else ()
    print(name, made.digest_size, made.block_size, made.hexdigest(*length)[:24], made.copy().digest(*length)[-3:])
for size in (0, 71, 72, 73, 128, 129, 136, 300):
    part = bytes(range(256)) * 2
    print(size, hashlib.sha3_512(part[:size]).hexdigest()[:8], hashlib.blake2b(part[:size]).hexdigest()[:8],
          hashlib.blake2s(part[:size], digest_size=5).hexdigest(), hashlib.shake_128(part[:size]).hexdigest(size // 64))
print(hashlib.blake2b(b'x', key=b'secret', salt=b'salt', person=b'me', digest_size=16).hexdigest())
print(hashlib.blake2s(b'x', key=b'k', fanout=2, depth=2, leaf_size=64, node_offset=3, node_depth=1, inner_size=32,
                      last_node=True).hexdigest())
print(hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.SALT_SIZE, hashlib.shake_256(b'').digest(5))
for wrong in (lambda: hashlib.blake2b(key=bytes(65)), lambda: hashlib.blake2s(salt=bytes(9)), lambda: hashlib.new('md17'),
              lambda: hashlib.blake2s(person=bytes(9)), lambda: hashlib.blake2b(fanout=256), lambda: hashlib.md5('text'),
              lambda: hashlib.blake2b(depth=0), lambda: hashlib.blake2b(node_depth=256), lambda: hashlib.sha1(4),
              lambda: hashlib.blake2b(inner_size=65), lambda: hashlib.blake2s(node_offset=1 << 48),
              lambda: hashlib.blake2b(key='k'), lambda: hashlib.new(3), lambda: hashlib.blake2b(leaf_size=1 << 32),
              lambda: hashlib.pbkdf2_hmac('sha1', b'', b'', 0),
              lambda: hashlib.pbkdf2_hmac('sha1', b'', b'', 1, 0)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
for name, length in (('sha256', None), ('sha1', 20), ('md5', 5), ('sha512', 100)):
    print(name, hashlib.pbkdf2_hmac(name, b'password', b'salt', 20, length).hex()[:48])
print(hashlib.pbkdf2_hmac('sha256', b'p' * 100, b'NaCl', 2).hex())
print(hashlib.file_digest(io.BytesIO(data), 'sha3_256').hexdigest(), hmac.new(b'k', data, 'sha3_256').hexdigest()[:9])
with open('some.bin', 'wb') as file:
    file.write(data)
with open('some.bin', 'rb') as file:
    print(hashlib.file_digest(file, hashlib.sha256).hexdigest()[:12], hashlib.sha256(b'').name, hashlib.sha3_224().name)
with open('some.bin') as file:
    try:
        hashlib.file_digest(file, 'md5')
    except ValueError as error:
        print(str(error)[-40:])
print(str(hashlib.md5())[:22], str(hashlib.blake2b())[:24], str(hashlib.shake_128())[:26], sorted(hashlib.__all__)[:3])
