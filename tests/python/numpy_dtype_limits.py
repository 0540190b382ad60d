import numpy as np

print(np.iinfo(np.uint8), np.iinfo(int).max, np.iinfo("i2").min, np.iinfo(np.int32).bits, np.iinfo(np.int8).dtype)
print(repr(np.iinfo(np.int16)), np.iinfo(np.uint16(3)).max)
print(repr(np.finfo(np.float32)), np.finfo(float).eps, np.finfo(float).max, np.finfo("f2").tiny)
f = np.finfo(np.float64)
print(f.resolution, f.precision, f.nmant, f.machep, f.epsneg, f.smallest_subnormal, f.smallest_normal, f.bits, f.dtype, f.min, f.iexp, f.negep, f.nexp, f.minexp, f.maxexp)
print(f)
print(np.finfo(np.float32))
for wrong in (lambda: np.finfo(int), lambda: np.iinfo(float)):
    try:
        wrong()
    except ValueError as error:
        print(error)
