import numbers
from fractions import Fraction
print(isinstance(Fraction(1), numbers.Rational), isinstance(1, numbers.Integral), isinstance(1.0, numbers.Real))
print(isinstance(1, numbers.Number), isinstance('a', numbers.Number), isinstance(True, numbers.Integral), isinstance(1.5, numbers.Integral))
print(issubclass(int, numbers.Real), issubclass(float, numbers.Complex), issubclass(Fraction, numbers.Integral))


class Money(numbers.Number):
    def __init__(self, cents):
        self.cents = cents


print(isinstance(Money(1), numbers.Number), [isinstance(x, numbers.Real) for x in (1, 2.5, '3', None, Fraction(1, 2))])
print(numbers.Integral.__name__, numbers.Number.__module__)
