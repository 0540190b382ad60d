from fractions import Fraction as F
import math


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(F(1, 2), repr(F(3, 6)), F('3/4'), F('1.25'), F('-2e-3'), F(0.5), F(2), F(F(1, 3), 2), F(-1, -2), F(' 1/3 '), F(0.1))
print(F(1, 2) + F(1, 3), F(1, 2) + 1, 1 - F(1, 2), F(1, 2) * 0.5, F(3, 4) / F(1, 2), F(7, 2) // 1, F(7, 2) % 2, F(1, 2) ** 2, F(2) ** -1, 2 ** F(2))
print(F(1, 2) == 0.5, F(1, 2) < F(2, 3), hash(F(1, 2)) == hash(0.5), {F(1, 2): 1}[0.5], int(F(7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(5, 3), 2))
print(F(3.14159).limit_denominator(100), F.from_float(0.75), sum([F(1, 3)] * 3), F(7, 3).numerator, F(7, 3).denominator, sorted([F(1, 2), F(1, 3)]))
print(math.floor(F(7, 2)), math.ceil(F(7, 2)), math.trunc(F(-7, 2)), F(1, 2).as_integer_ratio(), -F(1, 2), abs(F(-1, 2)), divmod(F(7, 2), 1), bool(F(0)))
print(sum(F(1, n) for n in range(1, 40)))
attempt(lambda: F(1, 0))
attempt(lambda: F('x'))
attempt(lambda: F(1.5, 2))
attempt(lambda: F(1, 2) + 'a')
attempt(lambda: F([]))
