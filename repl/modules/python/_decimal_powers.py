"""Roots, logarithms and powers, for decimal: worked out in whole numbers, which stand for parts of 10**digits."""
from math import isqrt as _isqrt
import decimal as _decimal
from _decimal_core import made as _made

_tens = {}


def _atanh_log(number, scale):
    """ln(number / scale) * scale, for 1 <= number / scale <= 10."""
    halves = 0
    while number - scale > scale >> 8:
        number = _isqrt(number * scale)
        halves += 1
    z = (number - scale) * scale // (number + scale)
    square, power, total, count = z * z // scale, z, 0, 1
    while power:
        total += power // count
        power = power * square // scale
        count += 2
    return total << (halves + 1)


def _log_of_ten(digits):
    if digits not in _tens:
        scale = 10 ** (digits + 10)
        _tens[digits] = _atanh_log(10 * scale, scale) // 10 ** 10
    return _tens[digits]


def _log(number, exponent, digits):
    """ln(number * 10**exponent) * 10**digits; the last places may be off."""
    length = len(str(number))
    places = digits + 12 + len(str(abs(exponent)))
    # Numbers a little below 1 are taken as 1 / x, so that nothing cancels.
    power = exponent + length - 1
    scale = 10 ** places
    mantissa = number * scale // 10 ** (length - 1)
    if power == -1:
        total = -_atanh_log(scale * scale * 10 // mantissa, scale)
    else:
        total = _atanh_log(mantissa, scale) + power * _log_of_ten(places)
    return total // 10 ** (places - digits)


def _exp(value, digits, wanted):
    """(number, exponent) of e**(value / 10**digits), to more than `wanted` digits."""
    places = max(wanted, 1) + 12
    known = max(digits, places)
    ten = _log_of_ten(known)
    power, rest = divmod(value * 10 ** (known - digits), ten)
    scale = 10 ** places
    rest = rest // 10 ** (known - places)
    halves = 8
    rest >>= halves
    term, total, count = scale, scale, 1
    while term:
        term = term * rest // (scale * count)
        total += term
        count += 1
    for _ in range(halves):
        total = total * total // scale
    return total, power - places


def _even(context):
    """The context with which roots and logarithms are rounded, whatever it says."""
    if context.rounding == 'ROUND_HALF_EVEN':
        return context
    made = context.copy()
    made.rounding = 'ROUND_HALF_EVEN'
    return made


def sqrt(self, context=None):
    """The square root."""
    context = context or _decimal.getcontext()
    if not self._special and not self._int:
        return _made(self._sign, 0, self._exp >> 1)
    if self._special == 'n' or self._special and not self._sign:
        return self
    if self._sign:
        raise _decimal._invalid('InvalidOperation')
    ideal = self._exp >> 1
    number, exponent = (self._int * 10, self._exp - 1) if self._exp & 1 else (self._int, self._exp)
    shift = max(context.prec + 1 - (len(str(number)) + 1) // 2, 0)
    number *= 100 ** shift
    root = _isqrt(number)
    exact = root * root == number
    exponent = exponent // 2 - shift
    if not exact and root % 5 == 0:
        root += 1
    while exact and exponent < ideal and root % 10 == 0:
        root //= 10
        exponent += 1
    return _made(0, root, exponent)._rounded(_even(context))


def _exponential(value, digits, context=None):
    """e**(value / 10**digits) as a Decimal."""
    context = context or _decimal.getcontext()
    if abs(value) >= (context.Emax + context.prec) * 3 * 10 ** digits:
        if value > 0:
            raise _decimal.Overflow(_decimal._Signal('Overflow'))
        return _made(0, 0, context.Emin - context.prec + 1)
    number, exponent = _exp(value, digits, context.prec)
    made = _made(0, number, exponent)._rounded(_even(context))
    if made.adjusted() > context.Emax:
        raise _decimal.Overflow(_decimal._Signal('Overflow'))
    return made


def exp(self, context=None):
    """e to this power."""
    if self._special:
        return _decimal.Decimal(0) if self._special == 'F' and self._sign else self
    if not self._int:
        return _decimal.Decimal(1)
    value = -self._int if self._sign else self._int
    return _exponential(value * 10 ** max(self._exp, 0), max(-self._exp, 0), context)


def ln(self, context=None):
    """The logarithm to the base e."""
    return _logarithm(self, False, context)


def log10(self, context=None):
    """The logarithm to the base 10."""
    return _logarithm(self, True, context)


def _logarithm(self, ten, context):
    if self._special == 'n':
        return self
    if not self._special and not self._int:
        return _decimal.Decimal('-Infinity')
    if self._sign:
        raise _decimal._invalid('InvalidOperation')
    if self._special:
        return self
    if str(self._int).rstrip('0') == '1' and (ten or self.adjusted() == 0):
        return _decimal.Decimal(self.adjusted())
    context = context or _decimal.getcontext()
    # Beside 1 the logarithm is small: as many more digits as it begins with zeros.
    near = abs(self._signed(min(self._exp, 0)) - 10 ** max(-self._exp, 0)) if self.adjusted() in (0, -1) else 0
    digits = context.prec + 8 + (max(-self._exp - len(str(near)) + 1, 0) if near else 0)
    value = _log(self._int, self._exp, digits)
    if ten:
        value = value * 10 ** digits // _log(10, 0, digits)
    return _made(int(value < 0), abs(value), -digits)._rounded(_even(context))


def logb(self, context=None):
    """The exponent of the first digit."""
    if self._special:
        return _decimal.Decimal('Infinity') if self._special == 'F' else self
    if not self._int:
        raise _decimal.DivisionByZero(_decimal._Signal('DivisionByZero'))
    return _decimal.Decimal(self.adjusted())


def _odd(number):
    return not number._special and number == int(number) and int(number) % 2


def _special_power(self, other):
    if 'n' in (self._special, other._special):
        return self if self._special == 'n' else other
    Decimal = _decimal.Decimal
    if self._special:
        if not other:
            return Decimal(1)
        whole = other._special or other == int(other)
        if self._sign and not whole or self._sign and other._special:
            raise _decimal._invalid('InvalidOperation')
        sign = 1 if self._sign and _odd(other) else 0
        return _made(sign, 0, 0) if other._sign else -Decimal('Infinity') if sign else Decimal('Infinity')
    if self._sign and self._int:
        raise _decimal._invalid('InvalidOperation')
    if self == 1:
        prec = _decimal.getcontext().prec
        return _made(0, 10 ** (prec - 1), 1 - prec)
    return Decimal('Infinity') if (self < 1) == bool(other._sign) else Decimal(0)


def power(self, other):
    """self**other."""
    if self._special or other._special:
        return _special_power(self, other)
    made, invalid, context = _made, _decimal._invalid, _decimal.getcontext()
    if other._exp >= 0 or int(other) == other:
        count = int(other)
        if count < 0:
            return _decimal.Decimal(1)._div(power(self, _decimal.Decimal(-count)))
        if self._int == 0 and count == 0:
            raise invalid('InvalidOperation')
        return made(self._sign & count & 1, self._int ** count, self._exp * count)._rounded()
    if self._sign and self._int:
        raise invalid('InvalidOperation')
    if not self._int:
        return _decimal.Decimal('Infinity') if other._sign else _decimal.Decimal(0)
    # As many more digits of the logarithm as there are of the exponent before its point.
    digits = context.prec + 12 + len(str(abs(self.adjusted()))) + max(other.adjusted(), 0)
    exponent = _log(self._int, self._exp, digits) * (-other._int if other._sign else other._int)
    found = _exponential(exponent, digits - other._exp)
    # What comes out exactly is as long as what does not.
    missing = context.prec - len(str(found._int))
    return made(0, found._int * 10 ** missing, found._exp - missing) if missing > 0 else found
