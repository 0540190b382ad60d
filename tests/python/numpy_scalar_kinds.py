import numpy as np

print([np.int8(5), np.uint64(7), np.float16(1.1), np.float32(0.1), np.float64(0.1), np.bool_(True), np.str_("a"), np.bytes_(b"b")])
print(isinstance(np.int8(1), np.integer), isinstance(np.float32(1), np.floating), isinstance(np.str_("a"), str), isinstance(np.bool_(1), np.generic), isinstance(np.uint8(1), np.signedinteger), isinstance(np.bytes_(b"a"), bytes))
print(np.int64("12"), np.float64("1.5"), np.float64([1, 2]), np.float32(None), np.int8(), np.bool_("x"), np.int16(3.7), np.short(3), np.ubyte(4), np.longlong(5))
print(np.float64(2.5).is_integer(), np.float64(1.5).as_integer_ratio(), np.float64(1.5).hex(), np.int64(255).bit_count(), np.int64(3).is_integer(), np.int64(5).denominator)
print(np.float64(2.567).round(1), np.int64(7).astype(float), np.float64(3).item(), np.int64(7).T, np.int64(7).shape, np.int64(7).ndim, np.int64(7).dtype, np.int64(7).size, np.int64(7).nbytes, np.int64(7)[()], np.int64(7).imag, np.float32(1).conj(), np.float32(2).conjugate())
print(round(np.float64(2.567), 1), round(np.float64(2.5)), round(np.float32(2.567), 2), round(np.int64(15), -1), divmod(np.int64(7), 3), divmod(np.float64(7.5), 2), abs(np.float64(-2)))
print(hash(np.int64(5)) == hash(5), {1: "x"}[np.int64(1)], f"{np.float64(3.14159):.2f}", f"{np.int64(5):03d}", f"{np.float32(0.1)}", "%d %s" % (np.int64(3), np.float32(2.5)), np.float64(1).device, np.float64(2).base, np.int32(2).flags.c_contiguous)
print(np.int8(1) + 1, np.float32(1) + 1.5, np.bool_(1) + 1, np.int32(3) * 2.5, np.int64(2) ** 3, np.int8(7) // 2, np.True_ | False, np.int64(5) & 3, np.int64(2) ** -1.0, np.int64(5) << 2, ~np.int64(5), np.int64(5) / 2, np.int64(1) == 1.0)
for wrong in (lambda: np.uint8(300), lambda: np.int8(-129), lambda: np.uint8(3) + 300, lambda: np.int64("x"), lambda: np.float64(1).nothing, lambda: np.int64(3)[0], lambda: np.int64(2) ** -1, lambda: len(np.int64(3)), lambda: np.int64(3) + "a"):
    try:
        print(wrong())
    except (OverflowError, ValueError, AttributeError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
