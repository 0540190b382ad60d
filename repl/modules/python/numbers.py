"""Abstract classes of numbers, for isinstance."""
from abc import ABC as _ABC


class Number(_ABC):
    pass


class Complex(Number):
    pass


class Real(Complex):
    pass


class Rational(Real):
    @property
    def _is_rational(self):
        return True

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    pass


Integral.register(int)
Real.register(float)
