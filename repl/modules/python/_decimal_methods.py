"""What is asked of decimal numbers less often: formats, NaN and infinities, whole quotients. The rest is in C."""
import math as _math
from _decimal_core import Decimal, made as _made, getcontext
import decimal as _decimal
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, _invalid, _Signal


def read(value):
    """What is no plain number: (sign, number, exponent, special, signals)."""
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, float):
        if value != value or value in (_math.inf, -_math.inf):
            return _read_text(repr(value))
        top, bottom = abs(value).as_integer_ratio()
        power = bottom.bit_length() - 1
        return int(_math.copysign(1.0, value) < 0), top * 5 ** power, -power, '', False
    if isinstance(value, (tuple, list)):
        if len(value) != 3:
            raise ValueError('argument must be a sequence of length 3')
        digits = int(''.join(map(str, value[1])) or '0')
        if isinstance(value[2], str):
            return value[0], 0, 0, 'F' if value[2] == 'F' else 'n', value[2] == 'N'
        return value[0], digits, value[2], '', False
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def _read_text(text):
    s = text.strip().replace('_', '')
    sign = int(s[:1] == '-')
    if s[:1] in ('-', '+'):
        s = s[1:]
    low = s.lower()
    if low in ('inf', 'infinity'):
        return sign, 0, 0, 'F', False
    if low in ('nan', 'snan'):
        return sign, 0, 0, 'n', low == 'snan'
    mantissa, mark, exponent = low.partition('e')
    whole, _, decimals = mantissa.partition('.')
    power = exponent[1:] if exponent[:1] in ('-', '+') else exponent
    if not (whole + decimals).isdigit() or mark and not power.isdigit():
        raise _invalid('ConversionSyntax')
    return sign, int(whole + decimals), (int(exponent) if mark else 0) - len(decimals), '', False


def add(self, other):
    """The sum where one is not finite."""
    if 'n' in (self._special, other._special):
        return _made(0, 0, 0, 'n')
    if self._special and other._special and self._sign != other._sign:
        raise _invalid('InvalidOperation')
    return self if self._special else other


def sub(self, other):
    return add(self, other.copy_negate())


def mul(self, other):
    """The product where one is not finite."""
    if 'n' in (self._special, other._special):
        return _made(0, 0, 0, 'n')
    if not self or not other:
        raise _invalid('InvalidOperation')
    return _made(self._sign ^ other._sign, 0, 0, 'F')


def div(self, other):
    """The quotient where one is not finite, or by zero."""
    sign = self._sign ^ other._sign
    if self._special or other._special:
        if 'n' in (self._special, other._special):
            return _made(0, 0, 0, 'n')
        if self._special and other._special:
            raise _invalid('InvalidOperation')
        if self._special:
            return _made(sign, 0, 0, 'F')
        return _made(sign, 0, getcontext().Emin - getcontext().prec + 1)
    if not self._int:
        raise _invalid('DivisionUndefined')
    raise _decimal.DivisionByZero(_Signal('DivisionByZero'))


def _signed(self, exponent):
    number = self._int * 10 ** (self._exp - exponent)
    return -number if self._sign else number


def _parts(self, other):
    """Quotient and rest of whole numbers, truncated."""
    if not other._int:
        if not self._int:
            raise _invalid('DivisionUndefined')
        raise _decimal.DivisionByZero(_Signal('DivisionByZero'))
    exponent = min(self._exp, other._exp)
    quotient, rest = divmod(abs(_signed(self, exponent)), abs(_signed(other, exponent)))
    if len(str(quotient)) > getcontext().prec:
        raise _invalid('DivisionImpossible')
    return _made(self._sign ^ other._sign, quotient, 0), _made(self._sign, rest, exponent)._rounded()


def floordiv(self, other):
    return _parts(self, other)[0]


def mod(self, other):
    if not other._int and self._int:
        raise _invalid('InvalidOperation')
    return _parts(self, other)[1]


def _order(self, other):
    """-1, 0, 1; None where nothing can be said."""
    if isinstance(other, (int, float)):
        other = Decimal(other)
    if not isinstance(other, Decimal):
        if not hasattr(other, 'denominator') or not hasattr(other, 'numerator'):
            return NotImplemented
        if not self._special: # a Fraction: both sides by its denominator, which is above 0
            self = _made(self._sign, self._int * int(other.denominator), self._exp)
        other = Decimal(int(other.numerator))
    if 'n' in (self._special, other._special):
        return None
    a = (-1 if self._sign else 1) * (2 if self._special else 0)
    b = (-1 if other._sign else 1) * (2 if other._special else 0)
    if not a and not b and not (self._int and other._int):
        a, b = ((-1 if number._sign else 1) if number._int else 0 for number in (self, other))
        return (a > b) - (a < b)
    if not a and not b:
        # Where the first digits stand decides; powers of ten of numbers far apart are not made.
        places = len(str(self._int)) + self._exp, len(str(other._int)) + other._exp
        if self._sign != other._sign or places[0] != places[1]:
            if self._sign == other._sign:
                a, b = places if not self._sign else (-places[0], -places[1])
            else:
                a, b = (-1, 1) if self._sign else (1, -1)
            return (a > b) - (a < b)
    if not a and not b:
        exponent = min(self._exp, other._exp)
        a, b = _signed(self, exponent), _signed(other, exponent)
    return (a > b) - (a < b)


_TESTS = (lambda o: o < 0, lambda o: o <= 0, lambda o: o == 0, lambda o: o != 0, lambda o: o > 0, lambda o: o >= 0)


def compare(self, other, which):
    """The operators of comparison, where one is no finite Decimal: < <= == != > >= by number."""
    order = _order(self, other)
    if order is NotImplemented:
        return order
    if order is None:
        if which in (2, 3):
            return which == 3
        raise _invalid('InvalidOperation')
    return _TESTS[which](order)


def hash_of(self):
    """What has the hash of the number."""
    if self._signals:
        raise TypeError('Cannot hash a signaling NaN value')
    if self._special:
        return float(str(self))
    from fractions import Fraction
    return Fraction(*self.as_integer_ratio())


def format_of(self, spec):
    """format() with a specification."""
    fill, align, sign, width, comma, precision, kind = _read_format(spec)
    value = self
    if self._special:
        body = str(self.copy_abs())
    else:
        if kind == '%':
            value = _made(self._sign, self._int, self._exp + 2)
        if precision is not None and kind in 'f%':
            value = value._quantize(_made(0, 1, -precision))
        elif precision is not None and kind in 'eE':
            value = value._rounded(_decimal.Context(precision + 1))
        elif precision is not None:
            value = value._rounded(_decimal.Context(max(precision, 1)))
        if kind in 'eE':
            digits = str(value._int)
            decimals = digits[1:] + '0' * ((precision or 0) + 1 - len(digits) if precision is not None else 0)
            body = f'{digits[0]}{"." + decimals if decimals else ""}{kind}{value.adjusted():+d}'
        elif kind in 'f%':
            body = _plain(value.copy_abs())
        else:
            body = str(value.copy_abs())
        if comma:
            whole, dot, decimals = body.partition('.')
            body = f'{int(whole):{comma}}{dot}{decimals}'
        if kind == '%':
            body += '%'
    mark = '-' if value._sign else sign if sign in ('+', ' ') else ''
    missing = width - len(mark) - len(body)
    if missing <= 0:
        return mark + body
    if align == '=':
        return mark + fill * missing + body
    if align == '<':
        return mark + body + fill * missing
    if align == '^':
        return fill * (missing // 2) + mark + body + fill * (missing - missing // 2)
    return fill * missing + mark + body


def _plain(value):
    """Without an exponent."""
    digits, exponent = str(value._int), value._exp
    if exponent >= 0:
        return digits + '0' * exponent if value._int else digits
    digits = digits.rjust(1 - exponent, '0')
    return digits[:exponent] + '.' + digits[exponent:]


def _read_format(spec):
    fill, align, at = ' ', '>', 0
    if len(spec) > 1 and spec[1] in '<>=^':
        fill, align, at = spec[0], spec[1], 2
    elif spec[0] in '<>=^':
        align, at = spec[0], 1
    sign = ''
    if spec[at:at + 1] in ('+', '-', ' ') and at < len(spec):
        sign, at = spec[at], at + 1
    if spec[at:at + 1] == '0':
        fill, align, at = '0', '=', at + 1
    start = at
    while spec[at:at + 1].isdigit():
        at += 1
    width = int(spec[start:at] or 0)
    comma = ''
    if spec[at:at + 1] in (',', '_') and at < len(spec):
        comma, at = spec[at], at + 1
    precision = None
    if spec[at:at + 1] == '.':
        start = at = at + 1
        while spec[at:at + 1].isdigit():
            at += 1
        precision = int(spec[start:at])
    kind = spec[at:at + 1] or 'g'
    if kind not in 'fFeEgGn%' or len(spec) > at + 1:
        raise ValueError('invalid format string')
    return fill, align, sign, width, comma, precision, 'f' if kind == 'F' else kind


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


class Methods:
    """Methods of Decimal that are no work for C."""

    def as_tuple(self):
        """Sign, digits and exponent."""
        digits = tuple(map(int, str(self._int)))
        if self._special:
            return _decimal.DecimalTuple(self._sign, (0,) if self._special == 'F' else (),
                                         'N' if self._signals else self._special)
        return _decimal.DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        if self._special:
            raise (OverflowError('cannot convert Infinity to integer ratio') if self._special == 'F'
                   else ValueError('cannot convert NaN to integer ratio'))
        top, bottom = (-self._int if self._sign else self._int), 1
        if self._exp >= 0:
            return top * 10 ** self._exp, 1
        bottom = 10 ** -self._exp
        common = _math.gcd(top, bottom)
        return top // common, bottom // common

    def __float__(self):
        if self._signals:
            raise ValueError('cannot convert signaling NaN to float')
        return float(str(self))

    def __int__(self):
        if self._special:
            raise (OverflowError('cannot convert Infinity to integer') if self._special == 'F'
                   else ValueError('cannot convert NaN to integer'))
        number = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -number if self._sign else number

    __trunc__ = __int__

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(_made(0, 1, -n))

    def copy_abs(self):
        """The number without its sign."""
        return _made(0, self._int, self._exp, self._special)

    def copy_negate(self):
        """The number with the other sign."""
        return _made(1 - self._sign, self._int, self._exp, self._special)

    def _signed(self, exponent):
        return _signed(self, exponent)

    def _div(self, other):
        return self / other

    def normalize(self, context=None):
        value = self._rounded(context)
        number, exponent = value._int, value._exp
        if value._special:
            return value
        if not number:
            return _made(value._sign, 0, 0)
        while number % 10 == 0:
            number //= 10
            exponent += 1
        return _made(value._sign, number, exponent)

    def compare(self, other):
        return Decimal(_order(self, Decimal(other)))

    def max(self, other):
        """The larger of two numbers; a number goes before NaN."""
        return self._larger(_operand(other), 1)

    def min(self, other):
        """The smaller of two numbers; a number goes before NaN."""
        return self._larger(_operand(other), -1)

    def _larger(self, other, sign):
        if 'n' in (self._special, other._special):
            return (other if self._special == 'n' else self)
        return self if _order(self, other) * sign >= 0 else other

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, (Decimal, int)) else NotImplemented

    def __rdivmod__(self, other):
        return (other // self, other % self) if isinstance(other, (Decimal, int)) else NotImplemented

    def __reduce__(self):
        return self.__class__, (Decimal.__str__(self),)
