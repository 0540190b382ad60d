# Fractions of all kinds of texts and numbers, abstract classes of numbers, statistics of Decimals, gamma to the digit.
import math
import numbers
import statistics
from decimal import Decimal
from fractions import Fraction


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)), end=' | ')
    except Exception as error:
        print(type(error).__name__, error, end=' | ')


for text in ('1_000/3', '1__0', ' -3.5e-2 ', '3/', '1.2.3', '.', '1/-2', '٣', '1_0.5_0e1_0', '_1', '1e', '+.5'):
    attempt(Fraction, text)
print()
for given in ((Decimal('1.1'),), (True,), (1.5, 2), (None,), (Fraction(1, 2), Fraction(3, 4)), (1j,)):
    attempt(Fraction, *given)
attempt(Fraction.from_decimal, Decimal('0.25'))
attempt(Fraction.from_decimal, 1.5)
attempt(Fraction.from_decimal, 3)
print()
half = Fraction(1, 2)
print(half + 1j, 1j * half, half == 0.5 + 0j, half.__reduce__(), half.real, half.imag, half.conjugate(), complex(half))
attempt(setattr, half, 'x', 1)
attempt(lambda: half < 1j)
attempt(lambda: half + Decimal('0.5'))
attempt(lambda: Fraction(7, 3) // 0)
print()


class Twice(numbers.Integral):
    """A whole number that is shown doubled."""

    def __init__(self, n):
        self.n = n

    def __int__(self):
        return self.n


for name in Twice.__abstractmethods__ | {'__int__'}:
    if name != '__int__':
        setattr(Twice, name, lambda self, *others, name=name: getattr(self.n, name)(*others))
try:
    Twice(3)
except TypeError as error:
    print(str(error)[:50])
print(sorted(numbers.Rational.__abstractmethods__ - numbers.Real.__abstractmethods__),
      sorted(numbers.Number.__abstractmethods__), isinstance(1j, numbers.Complex), isinstance(1, numbers.Rational),
      isinstance(1.5, numbers.Rational), issubclass(bool, numbers.Integral))


class Metre(numbers.Real):
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return float(self.value)

    def __neg__(self):
        return Metre(-self.value)

    def __pos__(self):
        return self

    def __add__(self, other):
        return Metre(self.value + float(other))

    def __eq__(self, other):
        return self.value == float(other)

    def __floordiv__(self, other):
        return self.value // float(other)

    def __mod__(self, other):
        return self.value % float(other)

    __trunc__ = __floor__ = __ceil__ = __round__ = __abs__ = lambda self: int(self.value)
    __radd__ = __add__
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __rpow__ = __lt__ = __le__ = __add__
    __rfloordiv__ = lambda self, other: other // self.value
    __rmod__ = lambda self, other: other % self.value


m = Metre(7.5)
print((m - 2).value, (10 - m).value, divmod(m, 2), divmod(20, m), complex(m), m.real is m, m.imag, bool(m), m.conjugate() is m)
for function in (statistics.mean, statistics.variance, statistics.stdev, statistics.pvariance, statistics.pstdev,
                 statistics.harmonic_mean):
    attempt(function, [Decimal('0.1'), Decimal('0.2'), Decimal('0.6')])
    attempt(function, [Fraction(1, 2), Fraction(3, 4), Fraction(5, 8)])
print()
print([math.gamma(x) for x in (0.5, 1 / 3, 2.5, 5.5, 10.1, -1.5, -0.3, 50.3, 100.7, 170.5, 1e-5, 3.7, 20, -150.5, -201.5)])
print([math.lgamma(x) for x in (0.5, 1 / 3, 2.5, 5.5, 10.1, -1.5, -0.3, 50.3, 1e-25, 1e10, 1, 2, -0.999)])
for wrong in (lambda: math.gamma(171.7), lambda: math.gamma(-1), lambda: math.gamma(0.0), lambda: math.lgamma(-3),
              lambda: math.gamma(-math.inf), lambda: math.ldexp(1.5, 10 ** 30), lambda: math.ldexp(1.5, -10 ** 30),
              lambda: math.ldexp(1.0, 2.0), lambda: math.exp2(10), lambda: math.exp2(2000), lambda: math.cbrt(27),
              lambda: math.dist(iter([1, 2]), (4, 6)), lambda: math.dist([1], [1, 2]), lambda: math.dist(3, [1])):
    attempt(wrong)
print()
