# Floats beside floats; pow with three arguments of a class.
import math

for x in (1.0, 0.0, -3.5, 1e300, math.inf, math.nan, 5e-324):
    print(x, math.ulp(x), math.nextafter(x, math.inf), math.nextafter(x, 0))
print(math.ulp(1.7976931348623157e308), math.nextafter(1, 2))

class Power:
    def __pow__(self, exponent, modulus=None):
        return ('pow', exponent, modulus)

print(pow(Power(), 2), pow(Power(), 2, 3), Power() ** 4, pow(3, 4, 5))
try:
    pow(2.0, 3, 5)
except TypeError as e:
    print(e)
