import numpy as np

rng = np.random.default_rng(7)
for dtype in (bool, np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64):
    high = 2 if dtype is bool else 100
    print(np.dtype(dtype).name, rng.integers(0, high, size=6, dtype=dtype))
print(rng.integers(0, 256, size=6, dtype=np.uint8))
print(rng.integers(-2**62, 2**62, size=2), rng.integers(0, 2**40, size=2), rng.integers(0, 2**32, size=2))
print(rng.integers([1, 10, 100], [5, 20, 1000]))
print(rng.integers(3, [5, 6, 70], size=(2, 3)))
print(rng.integers(5, size=0), rng.integers(3, 3, endpoint=True), repr(rng.integers(0, 9, dtype=np.int16)))
