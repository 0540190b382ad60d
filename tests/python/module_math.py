import math
print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-3))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000))
print(math.pow(2, 3), math.log1p(1e-10))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1, 2), math.degrees(math.pi))
print(math.radians(180), math.asin(1))
print(math.factorial(10), math.gcd(12, 18), math.gcd(12, 18, 8), math.lcm(4, 6))
print(math.comb(5, 2), math.perm(5, 2), math.isqrt(17))
