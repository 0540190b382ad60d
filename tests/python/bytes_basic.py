b = b"hello"
print(b, b[0], b[1:3], len(b), list(b))
print(b + b"!", b == b"hello", b.decode(), "h\u00e9".encode("utf-8"))
print(bytes([1, 2, 255]), bytes(3), b"a,b".split(b","), b.upper(), b.hex())
print(bytes.fromhex("0aff"), b"x" in b"xyz")
print(b"\x00\n\t\\'", b.find(b"l"), b.startswith(b"he"), b * 2, b.replace(b"l", b"L"), hash(b) == hash(b"hello"))
try:
    b"\xff".decode("utf-8")
except UnicodeDecodeError as e:
    print(e)
try:
    b"a" + "a"
except TypeError as e:
    print(e)
