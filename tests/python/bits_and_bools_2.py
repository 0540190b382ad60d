n = 5
n <<= 2
n |= 1
n &= ~4
n ^= 2
n >>= 1
print(n)
print((10).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"))
print((3.0).is_integer(), (0.5).as_integer_ratio())
print(complex if False else "no complex", float("1e400"), -0.0, 1e308 * 10, float("nan") == float("nan"))
print(str(1.0), str(100), repr(0.1), 1e22, 1.0e-10)
print(5e-324, 2 ** 62, 12345678901234567)
