"""Neighbours of numbers, in half precision too; times in another unit."""
import numpy as np

h = np.array([0, -0.0, 1, -1, 1000, 6e-8, 65504, np.inf, np.nan], dtype='float16')
with np.errstate(all='ignore'):
    print(np.spacing(h), np.spacing(h).dtype, np.nextafter(h, np.float16(2)), np.nextafter(h, np.float16(-2)))
    print(np.nextafter(h[:5], h[1:6]), np.spacing(np.float16(1)), np.nextafter(np.float16(1), np.float16(0)))
    print(np.spacing([-1.0, 1.0, 0.0]), np.spacing(np.float32(-2)), np.nextafter(1, 2), np.spacing([True, False]))
print(repr(np.datetime64('2020-01-01T10', 'h').astype('M8[D]')), repr(np.timedelta64(90, 'm').astype('m8[h]')))
print(repr(np.datetime64('2020-01-02').astype(int)), np.datetime64('2020-01-02').astype(str))
