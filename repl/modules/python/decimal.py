"""Decimal numbers: exact to as many digits as the context says."""
from numbers import Number as _Number
import math as _math
import _decimal_powers as _powers
from _decimal_context import Checked as _Checked, check_rounding as _check_rounding

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN = 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN'
ROUND_CEILING, ROUND_FLOOR, ROUND_UP = 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP'
ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_HALF_DOWN', 'ROUND_05UP'


class DecimalException(ArithmeticError):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Overflow(DecimalException):
    pass


class Inexact(DecimalException):
    pass


class FloatOperation(DecimalException):
    pass


class Context(_Checked):
    """How many digits results have, and how they are rounded."""

    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0):
        self.prec, self.rounding = prec, rounding
        self.Emin, self.Emax, self.capitals, self.clamp = Emin, Emax, capitals, clamp

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)

    def create_decimal(self, value='0'):
        return Decimal(value)._rounded(self)

    def divide(self, a, b):
        return _within(self, lambda: Decimal(a) / Decimal(b))

    def sqrt(self, a):
        return Decimal(a).sqrt(self)

    def quantize(self, a, b):
        return Decimal(a).quantize(b, self.rounding)


_context = Context()


def _within(context, function):
    before = getcontext()
    setcontext(context)
    try:
        return function()
    finally:
        setcontext(before)


def getcontext():
    return _context


def setcontext(context):
    global _context
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    _context = context


class localcontext:
    """The context of a block."""

    def __init__(self, ctx=None, **kwargs):
        if not isinstance(ctx, (Context, type(None))):
            raise TypeError('optional argument must be a context')
        self._new = (ctx or getcontext()).copy()
        for name, value in kwargs.items():
            if name not in self._new.__dict__:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(self._new, name, value)

    def __enter__(self):
        self._old = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *details):
        setcontext(self._old)


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9, ROUND_HALF_EVEN)


def _divided(number, by, negative, rounding):
    """number / by for positive integers, rounded to an integer."""
    whole, rest = divmod(number, by)
    if not rest:
        return whole
    twice = 2 * rest
    if rounding == ROUND_HALF_EVEN:
        up = twice > by or twice == by and whole % 2
    elif rounding == ROUND_HALF_UP:
        up = twice >= by
    elif rounding == ROUND_HALF_DOWN:
        up = twice > by
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not negative
    elif rounding == ROUND_FLOOR:
        up = negative
    elif rounding == ROUND_05UP:
        up = whole % 10 in (0, 5)
    else:
        _check_rounding(rounding)
    return whole + 1 if up else whole


def _invalid(name):
    return InvalidOperation(_Signal(name))


class _Signal:
    """Stands for a class in the text of an exception: [<class 'decimal.ConversionSyntax'>]."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"[<class 'decimal.{self.name}'>]"


class Decimal(_Number):
    """A decimal number: sign, digits, exponent."""

    _signals = False  # sNaN

    def __new__(cls, value='0', context=None):
        self = object.__new__(cls)
        self._special = ''
        if isinstance(value, str):
            self._read(value)
        elif isinstance(value, int):
            self._sign, self._int, self._exp = int(value < 0), abs(int(value)), 0
        elif isinstance(value, Decimal):
            self._sign, self._int, self._exp, self._special = value._sign, value._int, value._exp, value._special
            if value._signals:
                self._signals = True
        elif isinstance(value, float):
            if value != value or value in (_math.inf, -_math.inf):
                self._read(repr(value))
            else:
                top, bottom = abs(value).as_integer_ratio()
                power = bottom.bit_length() - 1
                self._sign, self._int, self._exp = int(_math.copysign(1.0, value) < 0), top * 5 ** power, -power
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError('argument must be a sequence of length 3')
            self._sign, self._exp = value[0], value[2]
            self._int = int(''.join(map(str, value[1])) or '0')
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        return self

    def _read(self, text):
        s = text.strip().replace('_', '')
        self._sign = int(s[:1] == '-')
        if s[:1] in ('-', '+'):
            s = s[1:]
        low = s.lower()
        self._int = self._exp = 0
        if low in ('inf', 'infinity'):
            self._special = 'F'
            return
        if low in ('nan', 'snan'):
            self._special = 'n'
            if low == 'snan':
                self._signals = True
            return
        mantissa, mark, exponent = low.partition('e')
        whole, _, decimals = mantissa.partition('.')
        power = exponent[1:] if exponent[:1] in ('-', '+') else exponent
        if not (whole + decimals).isdigit() or mark and not power.isdigit():
            raise _invalid('ConversionSyntax')
        self._int = int(whole + decimals)
        self._exp = (int(exponent) if mark else 0) - len(decimals)

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def _rounded(self, context=None):
        context = context or getcontext()
        extra = len(str(self._int)) - context.prec
        if self._special or extra <= 0:
            return self
        number = _divided(self._int, 10 ** extra, self._sign, context.rounding)
        exponent = self._exp + extra
        if len(str(number)) > context.prec:
            number //= 10
            exponent += 1
        return _made(self._sign, number, exponent)

    def is_nan(self):
        return self._special == 'n'

    def is_infinite(self):
        return self._special == 'F'

    def is_finite(self):
        return not self._special

    def is_zero(self):
        return not self._special and self._int == 0

    def is_signed(self):
        return bool(self._sign)

    def adjusted(self):
        return self._exp + len(str(self._int)) - 1 if not self._special else 0

    def as_tuple(self):
        return DecimalTuple(self._sign, tuple(map(int, str(self._int))), self._special or self._exp)

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

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __str__(self):
        sign = '-' if self._sign else ''
        if self._special:
            return sign + ('Infinity' if self._special == 'F' else 'sNaN' if self._signals else 'NaN')
        digits, exponent = str(self._int), self._exp
        left = exponent + len(digits)
        if exponent <= 0 and left > -6:
            if exponent == 0:
                return sign + digits
            if left <= 0:
                return sign + '0.' + '0' * -left + digits
            return sign + digits[:left] + '.' + digits[left:]
        text = digits if len(digits) == 1 else digits[0] + '.' + digits[1:]
        return f'{sign}{text}E{left - 1:+d}'

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec):
        if not spec:
            return str(self)
        fill, align, sign, width, comma, precision, kind = _read_format(spec)
        value = self
        if self._special:
            body = str(abs(self))
        else:
            if kind == '%':
                value = _made(self._sign, self._int, self._exp + 2)
            if precision is not None and kind in 'f%':
                value = value.quantize(_made(0, 1, -precision), None, True)
            elif precision is not None and kind in 'eE':
                value = value._rounded(Context(precision + 1))
            elif precision is not None:
                value = value._rounded(Context(max(precision, 1)))
            if kind in 'eE':
                digits = str(value._int)
                decimals = digits[1:] + '0' * ((precision or 0) + 1 - len(digits) if precision is not None else 0)
                body = f'{digits[0]}{"." + decimals if decimals else ""}{kind}{value.adjusted():+d}'
            elif kind in 'f%':
                body = _plain(abs(value))
            else:
                body = str(abs(value))
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

    def __hash__(self):
        if self._signals:
            raise TypeError('Cannot hash a signaling NaN value')
        if self._special:
            return hash(float(str(self)))
        from fractions import Fraction
        return hash(Fraction(*self.as_integer_ratio()))

    def __bool__(self):
        return bool(self._special) or self._int != 0

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
        return self.quantize(_made(0, 1, -n), ROUND_HALF_EVEN)

    def __neg__(self):
        return _made(0 if self._int == 0 and not self._special else 1 - self._sign, self._int, self._exp,
                     self._special)._rounded()

    def __pos__(self):
        return _made(0 if self._int == 0 and not self._special else self._sign, self._int, self._exp,
                     self._special)._rounded()

    def __abs__(self):
        return _made(0, self._int, self._exp, self._special)._rounded()

    copy_abs = __abs__

    def _signed(self, exponent):
        number = self._int * 10 ** (self._exp - exponent)
        return -number if self._sign else number

    def _add(self, other):
        if self._special or other._special:
            if 'n' in (self._special, other._special):
                return _made(0, 0, 0, 'n')
            if self._special and other._special and self._sign != other._sign:
                raise _invalid('InvalidOperation')
            return self if self._special else other
        exponent = min(self._exp, other._exp)
        number = self._signed(exponent) + other._signed(exponent)
        sign = int(number < 0) or int(number == 0 and self._sign and other._sign)
        return _made(sign, abs(number), exponent)._rounded()

    def _negated(self):
        return _made(1 - self._sign, self._int, self._exp, self._special)

    def _sub(self, other):
        return self._add(other._negated())

    def _mul(self, other):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            if 'n' in (self._special, other._special):
                return _made(0, 0, 0, 'n')
            if not self or not other:
                raise _invalid('InvalidOperation')
            return _made(sign, 0, 0, 'F')
        return _made(sign, self._int * other._int, self._exp + other._exp)._rounded()

    def _div(self, other):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            if 'n' in (self._special, other._special):
                return _made(0, 0, 0, 'n')
            if self._special and other._special:
                raise _invalid('InvalidOperation')
            if self._special:
                return _made(sign, 0, 0, 'F')
            return _made(sign, 0, getcontext().Emin - getcontext().prec + 1)
        if not other._int:
            if not self._int:
                raise _invalid('DivisionUndefined')
            raise DivisionByZero(_Signal('DivisionByZero'))
        ideal = self._exp - other._exp
        if not self._int:
            return _made(sign, 0, ideal)
        shift = max(len(str(other._int)) - len(str(self._int)) + getcontext().prec + 1, 0)
        number, rest = divmod(self._int * 10 ** shift, other._int)
        exponent = ideal - shift
        if rest:
            if number % 5 == 0:
                number += 1
        else:
            while exponent < ideal and number % 10 == 0:
                number //= 10
                exponent += 1
        return _made(sign, number, exponent)._rounded()

    def _parts(self, other):
        """Quotient and rest of whole numbers, truncated."""
        if not other._int:
            if not self._int:
                raise _invalid('DivisionUndefined')
            raise DivisionByZero(_Signal('DivisionByZero'))
        exponent = min(self._exp, other._exp)
        quotient, rest = divmod(abs(self._signed(exponent)), abs(other._signed(exponent)))
        if len(str(quotient)) > getcontext().prec:
            raise _invalid('DivisionImpossible')
        return _made(self._sign ^ other._sign, quotient, 0), _made(self._sign, rest, exponent)._rounded()

    def _floordiv(self, other):
        return self._parts(other)[0]

    def _mod(self, other):
        if not other._int and self._int:
            raise _invalid('InvalidOperation')
        return self._parts(other)[1]

    def _operate(self, other, how, swapped=False):
        if isinstance(other, int):
            other = Decimal(other)
        if not isinstance(other, Decimal):
            return NotImplemented
        return how(other, self) if swapped else how(self, other)

    def quantize(self, exp, rounding=None, any_size=False):
        exponent = (exp if isinstance(exp, Decimal) else Decimal(exp))._exp
        rounding = rounding or getcontext().rounding
        if self._special:
            raise _invalid('InvalidOperation')
        if self._exp >= exponent:
            number = self._int * 10 ** (self._exp - exponent)
        else:
            number = _divided(self._int, 10 ** (exponent - self._exp), self._sign, rounding)
        if len(str(number)) > getcontext().prec and not any_size:
            raise _invalid('InvalidOperation')
        return _made(self._sign, number, exponent)

    def to_integral_value(self, rounding=None, context=None):
        if self._special or self._exp >= 0:
            return self
        return _made(self._sign, _divided(self._int, 10 ** -self._exp, self._sign,
                                          rounding or getcontext().rounding), 0)

    to_integral = to_integral_exact = to_integral_value

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
            a, b = self._signed(exponent), other._signed(exponent)
        return (a > b) - (a < b)

    def compare(self, other):
        return Decimal(self._order(Decimal(other)))

    def max(self, other):
        """The larger of two numbers; a number goes before NaN."""
        return self._larger(_operand(other), 1)

    def min(self, other):
        """The smaller of two numbers; a number goes before NaN."""
        return self._larger(_operand(other), -1)

    def _larger(self, other, sign):
        if 'n' in (self._special, other._special):
            return (other if self._special == 'n' else self)
        return self if self._order(other) * sign >= 0 else other

    def __eq__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order == 0


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def _made(sign, number, exponent, special=''):
    made = object.__new__(Decimal)
    made._sign, made._int, made._exp, made._special = sign, number, exponent, special
    return made


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


def _arithmetic(name, how):
    def apply(self, other):
        return self._operate(other, how)

    def reflected(self, other):
        return self._operate(other, how, True)
    setattr(Decimal, f'__{name}__', apply)
    setattr(Decimal, f'__r{name}__', reflected)


def _comparison(name, test):
    def compare(self, other):
        order = self._order(other)
        if order is NotImplemented:
            return order
        if order is None:
            raise _invalid('InvalidOperation')
        return test(order)
    setattr(Decimal, f'__{name}__', compare)


for _name, _how in (('add', Decimal._add), ('sub', Decimal._sub), ('mul', Decimal._mul), ('truediv', Decimal._div),
                    ('floordiv', Decimal._floordiv), ('mod', Decimal._mod), ('pow', _powers.power)):
    _arithmetic(_name, _how)
Decimal.sqrt, Decimal.exp, Decimal.ln, Decimal.log10, Decimal.logb = (_powers.sqrt, _powers.exp, _powers.ln,
                                                                        _powers.log10, _powers.logb)
for _name, _test in (('lt', lambda o: o < 0), ('le', lambda o: o <= 0), ('gt', lambda o: o > 0),
                     ('ge', lambda o: o >= 0)):
    _comparison(_name, _test)
Decimal.__divmod__ = lambda self, other: (self // other, self % other)

from collections import namedtuple as _namedtuple
DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
