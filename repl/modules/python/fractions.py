"""Exact fractions of integers."""
from math import gcd as _gcd
from numbers import Rational as _Rational
import operator as _operator

__all__ = ['Fraction']


def _whole(digits):
    """Whether a text is digits, with single underscores between them."""
    return all([part.isdecimal() for part in digits.split('_')])


def _parse(text):
    """(numerator, denominator) of "3/4", "1.5", "-2e3"."""
    bad = ValueError(f'Invalid literal for Fraction: {text!r}')
    s = text.strip()
    sign = -1 if s[:1] == '-' else 1
    if s[:1] in ('-', '+'):
        s = s[1:]
    if '/' in s:
        top, _, bottom = s.partition('/')
        if not (_whole(top) and _whole(bottom)):
            raise bad
        return sign * int(top), int(bottom)
    mantissa, mark, exponent = s.lower().partition('e')
    whole, point, decimals = mantissa.partition('.')
    digits = exponent[1:] if exponent[:1] in ('-', '+') else exponent
    if not whole + decimals or whole and not _whole(whole) or decimals and not _whole(decimals):
        raise bad
    if mark and not _whole(digits):
        raise bad
    whole, decimals = whole.replace('_', ''), decimals.replace('_', '')
    top, bottom = int(whole + decimals), 10 ** len(decimals)
    if mark:
        power = int(exponent)
        if power >= 0:
            top *= 10 ** power
        else:
            bottom *= 10 ** -power
    return sign * top, bottom


def _made(top, bottom):
    """A fraction of what is in lowest terms."""
    self = object.__new__(Fraction)
    self._numerator = top
    self._denominator = bottom
    return self


class Fraction(_Rational):
    """A fraction in lowest terms."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                top, bottom = numerator, 1
            elif isinstance(numerator, Fraction):
                top, bottom = numerator._numerator, numerator._denominator
            elif isinstance(numerator, str):
                top, bottom = _parse(numerator)
            elif isinstance(numerator, _Rational):
                top, bottom = numerator.numerator, numerator.denominator
            elif hasattr(numerator, 'as_integer_ratio'):
                top, bottom = numerator.as_integer_ratio()
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif isinstance(numerator, (int, _Rational)) and isinstance(denominator, (int, _Rational)):
            top = numerator.numerator * denominator.denominator
            bottom = denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if bottom == 0:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
        if not _normalize:
            self._numerator, self._denominator = top, bottom
            return self
        common = _gcd(top, bottom)
        if bottom < 0:
            common = -common
        self._numerator = top // common
        self._denominator = bottom // common
        return self

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The fraction that a Decimal is."""
        from decimal import Decimal
        if isinstance(dec, int):
            return cls(dec)
        if not isinstance(dec, Decimal):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')
        return cls(*dec.as_integer_ratio())

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is at most this: by continued fractions."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        bound1 = Fraction(p0 + k * p1, q0 + k * q1)
        bound2 = Fraction(p1, q1)
        return bound2 if abs(bound2 - self) <= abs(bound1 - self) else bound1

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def _operate(self, other, exact, rounded, swapped=False):
        if isinstance(other, int):
            other = Fraction(int(other))
        if isinstance(other, Fraction):
            return exact(other, self) if swapped else exact(self, other)
        if isinstance(other, float):
            return rounded(other, float(self)) if swapped else rounded(float(self), other)
        if isinstance(other, complex):
            return rounded(other, complex(self)) if swapped else rounded(complex(self), other)
        if isinstance(other, _Rational):
            return self._operate(Fraction(other.numerator, other.denominator), exact, rounded, swapped)
        return NotImplemented

    # What is common is looked for in the short parts, not in the long results: Knuth, 4.5.1.
    def _add(a, b, sign=1):
        na, da, nb, db = a._numerator, a._denominator, sign * b._numerator, b._denominator
        common = _gcd(da, db)
        if common == 1:
            return _made(na * db + nb * da, da * db)
        rest = da // common
        top = na * (db // common) + nb * rest
        again = _gcd(top, common)
        return _made(top, rest * db) if again == 1 else _made(top // again, rest * (db // again))

    def _sub(a, b):
        return Fraction._add(a, b, -1)

    def _mul(a, b):
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        common = _gcd(na, db)
        if common > 1:
            na, db = na // common, db // common
        common = _gcd(nb, da)
        if common > 1:
            nb, da = nb // common, da // common
        return _made(na * nb, da * db)

    def _div(a, b):
        if not b._numerator:
            raise ZeroDivisionError(f'Fraction({(a._numerator > 0) - (a._numerator < 0)}, 0)')
        top, bottom = (b._denominator, b._numerator) if b._numerator > 0 else (-b._denominator, -b._numerator)
        return Fraction._mul(a, _made(top, bottom))

    def _floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    def _mod(a, b):
        bottom = a._denominator * b._denominator
        return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator), bottom)

    def __add__(self, other):
        return self._operate(other, Fraction._add, _operator.add)

    def __radd__(self, other):
        return self._operate(other, Fraction._add, _operator.add, True)

    def __sub__(self, other):
        return self._operate(other, Fraction._sub, _operator.sub)

    def __rsub__(self, other):
        return self._operate(other, Fraction._sub, _operator.sub, True)

    def __mul__(self, other):
        return self._operate(other, Fraction._mul, _operator.mul)

    def __rmul__(self, other):
        return self._operate(other, Fraction._mul, _operator.mul, True)

    def __truediv__(self, other):
        return self._operate(other, Fraction._div, _operator.truediv)

    def __rtruediv__(self, other):
        return self._operate(other, Fraction._div, _operator.truediv, True)

    def __floordiv__(self, other):
        return self._operate(other, Fraction._floordiv, _operator.floordiv)

    def __rfloordiv__(self, other):
        return self._operate(other, Fraction._floordiv, _operator.floordiv, True)

    def __mod__(self, other):
        return self._operate(other, Fraction._mod, _operator.mod)

    def __rmod__(self, other):
        return self._operate(other, Fraction._mod, _operator.mod, True)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, power):
        if isinstance(power, Fraction) and power._denominator == 1:
            power = power._numerator
        if isinstance(power, int):
            if power >= 0:
                return Fraction(self._numerator ** power, self._denominator ** power)
            if self._numerator == 0:
                raise ZeroDivisionError(f'Fraction({self._denominator ** -power}, 0)')
            return Fraction(self._denominator ** -power, self._numerator ** -power)
        if isinstance(power, (float, Fraction)):
            return float(self) ** float(power)
        if isinstance(power, complex):
            return float(self) ** power
        return NotImplemented

    def __rpow__(self, base):
        if self._denominator == 1 and self._numerator >= 0:
            return base ** self._numerator
        return base ** float(self)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else (
            self._numerator // self._denominator)

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, remainder = divmod(self._numerator, self._denominator)
            if remainder * 2 < self._denominator:
                return floor
            if remainder * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __bool__(self):
        return self._numerator != 0

    def __hash__(self):
        prime = 2305843009213693951
        try:
            inverse = pow(self._denominator, -1, prime)
        except ValueError:
            result = 314159
        else:
            result = abs(self._numerator) % prime * inverse % prime
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def _order(self, other, compare):
        if isinstance(other, int):
            return compare(self._numerator, int(other) * self._denominator)
        if isinstance(other, Fraction):
            return compare(self._numerator * other._denominator, other._numerator * self._denominator)
        if isinstance(other, float):
            if other - other != 0:
                return compare(0.0, other)
            return self._order(Fraction(other), compare)
        if isinstance(other, _Rational):
            return compare(self._numerator * other.denominator, other.numerator * self._denominator)
        return NotImplemented

    def __eq__(self, other):
        if type(other) is complex:
            return other.imag == 0 and self._order(other.real, _operator.eq)
        return self._order(other, _operator.eq)

    def __lt__(self, other):
        return self._order(other, _operator.lt)

    def __le__(self, other):
        return self._order(other, _operator.le)

    def __gt__(self, other):
        return self._order(other, _operator.gt)

    def __ge__(self, other):
        return self._order(other, _operator.ge)

    def __reduce__(self):
        return self.__class__, (self.numerator, self.denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
