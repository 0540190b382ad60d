a, b = 2**64, -3**50
print(a << 3, a >> 3, b >> 5, b << 70, b >> 1000, 1 << 200, (1 << 200) >> 199, -1 << 64, (-1 << 64) >> 64)
for x in (a, b, 2**100 - 1, -1):
    for y in (b, 2**70 + 5, 255, -256):
        print(x & y, x | y, x ^ y)
print(a.bit_length(), b.bit_length(), b.bit_count(), (2**70 - 1).bit_count(), ~b, 0xFFFFFFFFFFFFFFFFFFFF, 0b1 << 100)
print(0o7777777777777777777777777, 1_000_000_000_000_000_000_000)
