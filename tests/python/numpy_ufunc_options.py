import numpy as np

a = np.array([1.0, 4.0, 0.0])
print(np.divide(8, a, out=np.zeros(3), where=a != 0), np.add([1, 2], [3, 4], where=[True, False], out=np.array([0, 0])))
print(np.add([1, 2], 3, dtype=float), np.sqrt([4, 9], dtype=np.float32), np.multiply([1.9, 2.9], 2, dtype=int, casting="unsafe"))
out = np.zeros(3, dtype=int)
print(np.add(out, [1, 2, 3], out=out) is out, out, np.add(a, 1, out=out, casting="unsafe"), np.floor(a, out=a))
print(np.divmod([7, -7], 3), np.modf([1.5, -2.25]), np.frexp([1.5, 8.0, 0.0]), np.ldexp([1.5, 2.0], [1, 3]))
print(np.logaddexp2(1, 1), np.nextafter(1.0, 2.0), np.spacing(1.0), np.bitwise_count([7, 255, -3]), np.nextafter(np.float32(0), np.float32(1)))
print(np.copysign([1, 2], -1), np.heaviside([-1, 0, 2], 0.5), np.hypot(3, 4), np.arctan2(1, 1), np.fmod(-7, 3), np.float_power(2, 3))
print(np.gcd(12, 18), np.lcm([4, 6], 10), np.cbrt(27.0), np.deg2rad(180), np.rad2deg(np.pi), np.signbit([-0.0, 1]), np.rint([0.5, 1.5]))
print(np.sign([-2, 0, 3]), np.positive(3), np.reciprocal(4.0), np.square(3), np.trunc(-1.7), np.fabs(-2), np.exp2(3), np.invert([True, False]))
print(np.logical_xor([1, 0], [1, 1]), np.left_shift(1, [1, 2]), np.fmax([1, np.nan], 2), np.fmin(np.nan, 3), np.isinf([np.inf, 1]), np.degrees(np.pi), np.radians(90))
for wrong in (lambda: np.add([1.5], [1], dtype=int), lambda: np.isnat([1]), lambda: np.add([1], [2], out=np.zeros(2, int)[:0]), lambda: np.add([1, 2], [1, 2, 3]), lambda: np.add(1.5, 1, out=np.array(0))):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
