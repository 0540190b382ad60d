import math
print(math.isnan(math.nan), math.isinf(1), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0))
print(math.hypot(3, 4), math.hypot(1, 2, 3), math.fmod(-7, 3), math.prod([1, 2, 3]))
print(math.dist([0, 0], [3, 4]), math.modf(2.5), math.frexp(8))
print(math.fsum([0.1] * 10), math.tanh(0.5), math.erf(0.5), math.gamma(5), math.ldexp(0.5, 3))
print(math.remainder(7, 3), math.log(True))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.sqrt("a"), lambda: math.floor(math.nan), lambda: math.pow(0, -1), lambda: math.factorial(1.5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
from math import sqrt, pi as PI
print(sqrt(16), PI)
from math import *
print(floor(2.7), e)
