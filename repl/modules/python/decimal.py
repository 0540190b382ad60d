"""Decimal numbers: exact to as many digits as the context says. The numbers are _decimal_core's, in C."""
from collections import namedtuple as _namedtuple
from numbers import Number as _Number
from _decimal_core import Decimal, complete as _complete, getcontext, setcontext as _setcontext
from _decimal_context import Checked as _Checked, check_rounding as _check_rounding

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN = 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN'
ROUND_CEILING, ROUND_FLOOR, ROUND_UP = 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP'
ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_HALF_DOWN', 'ROUND_05UP'
DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


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


def _within(context, function):
    before = getcontext()
    setcontext(context)
    try:
        return function()
    finally:
        setcontext(before)


def setcontext(context):
    """Puts a context in force."""
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    _setcontext(context)


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


def _invalid(name):
    return InvalidOperation(_Signal(name))


class _Signal:
    """Stands for a class in the text of an exception: [<class 'decimal.ConversionSyntax'>]."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"[<class 'decimal.{self.name}'>]"


def _raise_invalid(name):
    raise _invalid(name)


_setcontext(Context())
_Number.register(Decimal)
import _decimal_methods as _methods
import _decimal_powers as _powers
_others = {name: value for name, value in vars(_methods.Methods).items()
           if name not in ('__module__', '__doc__', '__qualname__', '__dict__', '__weakref__')}
for _name in ('sqrt', 'exp', 'ln', 'log10', 'logb'):
    _others[_name] = getattr(_powers, _name)
_complete(_others, {'invalid': _raise_invalid, 'check_rounding': _check_rounding, 'read': _methods.read,
                    'add': _methods.add, 'sub': _methods.sub, 'mul': _methods.mul, 'div': _methods.div,
                    'floordiv': _methods.floordiv, 'mod': _methods.mod, 'power': _powers.power,
                    'compare': _methods.compare, 'hash': _methods.hash_of, 'format': _methods.format_of})
