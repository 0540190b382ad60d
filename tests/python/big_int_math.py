import math
a, c = 2**64, 10**30 + 7
print(math.factorial(30), math.factorial(100) % 1000003, math.comb(100, 50), math.perm(30, 20), math.perm(5), math.comb(5, 7))
print(math.gcd(a * 12, c * 18), math.lcm(a, c), math.gcd(), math.lcm(4, 6, 10), math.gcd(-12, 18), math.lcm(0, 5))
print(math.isqrt(a * a + 5), math.isqrt(10**41), math.log(10**400), math.log2(2**2000), math.log10(10**500), math.log(2**2000, 2))
print(math.floor(1e20), math.ceil(-1e25), math.trunc(1e22), math.prod([10**10] * 5), math.sqrt(c), math.floor(a))
print(pow(3, 100, 10**20 + 39), pow(7, -1, 10**20 + 39), pow(a, 3, -1000), pow(2, 1000, 1), pow(5, 0, 7), pow(-3, 3, 10))
print(pow(2, -1, 7), pow(c, c, 97), pow(2**70, 0), pow(3, 5, -7), pow(10, 3), pow(0, 0, 1))
print(sum([a, c, -1]), sum(range(10), 2**70), 3**9000 % 10**20)
