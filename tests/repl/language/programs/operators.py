print(1 + 2 * 3 - 4 / 2, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, -2 ** 2, 2 ** 3 ** 2)
print(7.5 // 2, -7.5 % 2, 1e308 * 10, 5 / 2.0, 3 - 0.5)
print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 10, -9 >> 1, +5, -(-5))
print(not 1, not 0, not not [], 1 if 0 else 2, (1, 2) + (3,), [0] * 3, "ab" * 2, "a" "b")
a = b = 3
print(a == b, a != b, a < 4 <= 4, 1 < 2 > 1 == 1, 1 < 0 < foo if False else 'lazy')
print(1 in [1, 2], 3 not in (1, 2), None is None, a is not None, "el" in "hello")
print(0 or 'x', 1 and 'y', 0 and 1/0, 1 or 1/0, None or 0 or [], 1 and 2 and 3)
x = 10
x += 5; x -= 3; x *= 2; x //= 5; x **= 2; x %= 7; x <<= 3; x >>= 1; x |= 1; x &= 7; x ^= 2; x /= 2
print(x)
print(0x_ff, 0b1010, 0o17, 1_000_000, 1e3, 1.5e-3, .5, 5., 1_0.2_5, 00, 0xFFFF)
print(9223372036854775807, -9223372036854775808, 1 < 1.5 < 2, True + True, 10 // 3.0)
