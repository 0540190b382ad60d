"""Functions of complex numbers."""
import math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _number(z):
    if isinstance(z, (str, bytes)):
        raise TypeError(f'must be real number, not {type(z).__name__}')
    return complex(z)


def phase(z, /):
    """The angle of a point."""
    z = _number(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    """Length and angle."""
    return abs(_number(z)), phase(z)


def rect(r, phi, /):
    """The point of a length and an angle."""
    if phi == 0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def isnan(z, /):
    z = _number(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z, /):
    z = _number(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z, /):
    z = _number(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are nearly equal."""
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a, b = complex(a), complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


def sqrt(z, /):
    """The square root whose real part is not negative."""
    z = _number(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        if math.isinf(y):
            return complex(inf, y)
        if math.isnan(x):
            return complex(nan, nan)
        if x > 0:
            return complex(inf, y if math.isnan(y) else math.copysign(0.0, y))
        if x < 0:
            return complex(nan if math.isnan(y) else 0.0, math.copysign(inf, y))
        return complex(nan, nan)
    if x == 0 and y == 0:
        return complex(0.0, y)
    ax = abs(x) / 8
    s = 2 * math.sqrt(ax + math.hypot(ax, abs(y) / 8))
    d = abs(y) / (2 * s)
    return complex(s, math.copysign(d, y)) if x >= 0 else complex(d, math.copysign(s, y))


def exp(z, /):
    """e to the power of z."""
    z = _number(z)
    if math.isfinite(z.real) and not math.isfinite(z.imag):
        raise ValueError('math domain error')
    if z.imag == 0:
        return complex(math.exp(z.real), z.imag)
    length = math.exp(z.real)
    return complex(length * math.cos(z.imag), length * math.sin(z.imag))


def log(z, base=None, /):
    """The logarithm, to a base where one is given."""
    z = _number(z)
    if z == 0:
        raise ValueError('math domain error')
    length = math.hypot(z.real, z.imag)
    if 0.71 <= length <= 1.73:
        x, y = max(abs(z.real), abs(z.imag)), min(abs(z.real), abs(z.imag))
        real = math.log1p((x - 1) * (x + 1) + y * y) / 2
    else:
        real = math.log(length)
    made = complex(real, phase(z))
    return made if base is None else made / log(base)


def log10(z, /):
    made = log(z)
    return complex(made.real / math.log(10), made.imag / math.log(10))


def sinh(z, /):
    z = _number(z)
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def cosh(z, /):
    z = _number(z)
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def tanh(z, /):
    z = _number(z)
    tx, ty = math.tanh(z.real), math.tan(z.imag)
    cx = 1 / math.cosh(z.real)
    txty = tx * ty
    below = 1 + txty * txty
    return complex(tx * (1 + ty * ty) / below, ty / below * cx * cx)


def sin(z, /):
    z = _number(z)
    made = sinh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def cos(z, /):
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    z = _number(z)
    made = tanh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def asinh(z, /):
    z = _number(z)
    s1, s2 = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    z = _number(z)
    made = asinh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def acos(z, /):
    z = _number(z)
    s1, s2 = sqrt(complex(1 - z.real, -z.imag)), sqrt(complex(1 + z.real, z.imag))
    return complex(2 * math.atan2(s1.real, s2.real), math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    z = _number(z)
    s1, s2 = sqrt(complex(z.real - 1, z.imag)), sqrt(complex(z.real + 1, z.imag))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * math.atan2(s1.imag, s2.real))


def atanh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if x < 0 or (x == 0 and math.copysign(1, x) < 0):
        return -atanh(-z)
    if x == 1 and y == 0:
        raise ValueError('math domain error')
    ay = abs(y)
    real = math.log1p(4 * x / ((1 - x) ** 2 + ay * ay)) / 4
    return complex(real, -math.atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2)


def atan(z, /):
    z = _number(z)
    made = atanh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)
