import struct
print(struct.pack("<ih", 1, -2), struct.pack(">I", 258), struct.pack("!d", 1.5), struct.pack("3s?c", b"ab", True, b"x"))
print(struct.unpack("<ih", b"\x01\x00\x00\x00\xfe\xff"), struct.unpack(">4B", bytes([1, 2, 3, 255])), struct.unpack("<e", struct.pack("<e", 0.1)))
print(struct.calcsize("ci"), struct.calcsize("<ci"), struct.calcsize("bhiq0q"), struct.calcsize("10s2x"))
print(struct.unpack_from("<h", b"\x00\x00\x05\x00", 2), list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.unpack("5p", b"\x02abcd"))
s = struct.Struct("<2f")
print(s.size, s.format, s.pack(0.5, 2), s.unpack(s.pack(1, 2)))
print(struct.unpack("<q", b"\xff" * 8), struct.unpack("<f", struct.pack("<f", 3.14)))
for bad in [lambda: struct.pack("<h", 99999), lambda: struct.pack("B", -1), lambda: struct.pack("i", "a"), lambda: struct.pack("ii", 1), lambda: struct.unpack("i", b"abc"), lambda: struct.pack("z", 1), lambda: struct.unpack_from("i", b"abcd", 2), lambda: struct.pack("f", "x"), lambda: struct.pack("c", b"ab"), lambda: struct.calcsize("3"), lambda: struct.pack("s", "x"), lambda: struct.pack("<i", 1 << 40)]:
    try: print(bad())
    except struct.error as error: print(error)
