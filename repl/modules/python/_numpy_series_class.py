"""What the classes of numpy.polynomial share: a series with its domain, window and symbol."""
import numpy as np
from numpy.polynomial import polyutils as pu

_SUPERSCRIPTS = dict(zip('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))
_SUBSCRIPTS = dict(zip('0123456789', '₀₁₂₃₄₅₆₇₈₉'))
_style = ['unicode']


def set_default_printstyle(style):
    """How series are printed: 'unicode' or 'ascii'."""
    if style not in ('unicode', 'ascii'):
        raise ValueError(f"Unsupported format string '{style}'. Valid options are 'ascii' and 'unicode'")
    _style[0] = style


def _number(value, parens=False):
    """A coefficient as it is printed, by the options of print."""
    if not isinstance(value, (float, np.floating)):
        return str(value)
    options = np.get_printoptions()
    if np.isnan(value):
        return options['nanstr']
    if np.isinf(value):
        return options['infstr']
    precision, fixed = options['precision'], options['floatmode'] == 'fixed'
    shown = {'precision': precision, 'unique': not fixed, 'trim': 'k' if fixed else '0', 'sign': options['sign'] == '+'}
    least = 10 ** min(0, -(precision - 1) // 2)
    if value != 0 and (abs(value) >= 1.e8 or abs(value) < least):
        text = np.format_float_scientific(value, **shown)
        return f'({text})' if parens else text
    return np.format_float_positional(value, fractional=True, **shown)


class Series:
    """A series of polynomials on a domain that is mapped to a window."""

    __array_ufunc__ = None
    __hash__ = None
    maxpower = 100
    basis_name = None

    def __init__(self, coef, domain=None, window=None, symbol='x'):
        self.coef, = pu.as_series([coef], trim=False)
        for name, given in (('domain', domain), ('window', window)):
            if given is not None:
                value, = pu.as_series([given], trim=False)
                if len(value) != 2:
                    raise ValueError(f'{name.capitalize()} has wrong number of elements.')
                setattr(self, name, value)
        if not isinstance(symbol, str):
            raise TypeError('Symbol must be a string')
        if not symbol.isidentifier():
            raise ValueError('Symbol string must be a valid Python identifier')
        self._symbol = symbol

    symbol = property(lambda self: self._symbol)

    # ---- Makers ----

    @classmethod
    def _settled(cls, domain, window):
        return cls.domain if domain is None else domain, cls.window if window is None else window

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol='x'):
        """The series nearest to points; x is mapped to the window first."""
        if domain is None:
            domain = pu.getdomain(x)
            if domain[0] == domain[1]:
                domain = domain + np.array([-1., 1.])
        elif isinstance(domain, list) and len(domain) == 0:
            domain = cls.domain
        window = cls.window if window is None else window
        made = cls._family.fit(pu.mapdomain(x, domain, window), y, deg, w=w, rcond=rcond, full=full)
        if full:
            return cls(made[0], domain, window, symbol), made[1]
        return cls(made, domain, window, symbol)

    @classmethod
    def fromroots(cls, roots, domain=[], window=None, symbol='x'):
        """The series with these roots."""
        roots, = pu.as_series([roots], trim=False)
        if domain is None:
            domain = pu.getdomain(roots)
        elif isinstance(domain, list) and len(domain) == 0:
            domain = cls.domain
        window = cls.window if window is None else window
        off, scale = pu.mapparms(domain, window)
        return cls(cls._family.fromroots(off + scale * roots) / scale ** len(roots), domain, window, symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol='x'):
        """The series x."""
        domain, window = cls._settled(domain, window)
        off, scale = pu.mapparms(window, domain)
        return cls(cls._family.line(off, scale), domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol='x'):
        """The polynomial of one degree."""
        domain, window = cls._settled(domain, window)
        if int(deg) != deg or deg < 0:
            raise ValueError('deg must be non-negative integer')
        return cls([0] * int(deg) + [1], domain, window, symbol)

    @classmethod
    def cast(cls, series, domain=None, window=None):
        """A series of another kind as one of this."""
        domain, window = cls._settled(domain, window)
        return series.convert(domain, cls, window)

    def _made(self, coef):
        return type(self)(coef, self.domain, self.window, self.symbol)

    def _of(self, other):
        if not isinstance(other, Series):
            return other
        if not isinstance(other, type(self)):
            raise TypeError('Polynomial types differ')
        if not np.all(self.domain == other.domain):
            raise TypeError('Domains differ')
        if not np.all(self.window == other.window):
            raise TypeError('Windows differ')
        if self.symbol != other.symbol:
            raise ValueError('Polynomial symbols differ')
        return other.coef

    # ---- What it is ----

    def has_samecoef(self, other):
        return len(self.coef) == len(other.coef) and bool(np.all(self.coef == other.coef))

    def has_samedomain(self, other):
        return bool(np.all(self.domain == other.domain))

    def has_samewindow(self, other):
        return bool(np.all(self.window == other.window))

    def has_sametype(self, other):
        return isinstance(other, type(self))

    def mapparms(self):
        """Offset and scale of the map from domain to window."""
        return pu.mapparms(self.domain, self.window)

    def degree(self):
        """The highest degree."""
        return len(self) - 1

    def __call__(self, arg):
        return self._family.val(pu.mapdomain(arg, self.domain, self.window), self.coef)

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __eq__(self, other):
        return (isinstance(other, type(self)) and self.has_samedomain(other) and self.has_samewindow(other)
                and self.coef.shape == other.coef.shape and bool(np.all(self.coef == other.coef))
                and self.symbol == other.symbol)

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        coef, domain, window = (repr(part)[6:-1] for part in (self.coef, self.domain, self.window))
        return f"{type(self).__name__}({coef}, domain={domain}, window={window}, symbol='{self.symbol}')"

    def __str__(self):
        return self._text(_style[0])

    def __format__(self, style):
        if style == '':
            return str(self)
        if style not in ('ascii', 'unicode'):
            raise ValueError(f"Unsupported format string '{style}' passed to {type(self)}.__format__. Valid options "
                             "are 'ascii' and 'unicode'")
        return self._text(style)

    def _argument(self):
        """The symbol, mapped to the window."""
        off, scale = self.mapparms()
        if off == 0 and scale == 1:
            return self.symbol
        if off == 0:
            return f'({_number(scale, True)}{self.symbol})'
        if scale == 1:
            return f'({_number(off, True)} + {self.symbol})'
        return f'({_number(off, True)} + {_number(scale, True)}{self.symbol})'

    def _term(self, n, style):
        argument = self._argument()
        if self.basis_name is None:
            if n == 1:
                return argument
            return argument + (''.join(_SUPERSCRIPTS[digit] for digit in str(n)) if style == 'unicode' else f'**{n}')
        index = ''.join(_SUBSCRIPTS[digit] for digit in str(n)) if style == 'unicode' else f'_{n}'
        return f'{self.basis_name}{index}({argument})'

    def _text(self, style):
        out = _number(self.coef[0])
        width = max(np.get_printoptions()['linewidth'], 1)
        line, last = len(out), len(self.coef) - 1
        for n, c in enumerate(self.coef[1:], 1):
            try:
                term = f'+ {_number(c, True)}' if c >= 0 else f'- {_number(-c, True)}'
            except TypeError:
                term = f'+ {c}'
            term += f"{'·' if style == 'unicode' else ' '}{self._term(n, style)}"
            # The sign of the next term stands on the same line.
            out += ' '
            line += 1
            if line + len(term) + (2 if n < last else 0) >= width:
                term = term.replace(' ', '\n', 1)
                line = len(term) - 2
            else:
                line += len(term)
            out += term
        return out

    def _latex_term(self, n, argument, parens):
        if self.basis_name is not None:
            return f'{{{self.basis_name}}}_{{{n}}}({argument})'
        if n == 0:
            return '1'
        argument = rf'\left({argument}\right)' if parens else argument
        return argument if n == 1 else f'{argument}^{{{n}}}'

    def _repr_latex_(self):
        """The series in the notation of TeX, for notebooks."""
        def scalar(value, parens=False):
            return rf'\text{{{_number(value, parens)}}}'
        off, scale = self.mapparms()
        argument = self.symbol if scale == 1 else scalar(scale) + self.symbol
        argument = argument if off == 0 else f'{scalar(off)} + {argument}'
        parts = []
        for n, c in enumerate(self.coef):
            if n == 0:
                part = scalar(c)
            elif isinstance(c, (complex, np.complexfloating)):
                part = f' + ({scalar(c)})'
            else:
                part = f' + {scalar(c, True)}' if c >= 0 else f' - {scalar(-c, True)}'
            term = self._latex_term(n, argument, off != 0 or scale != 1)
            part = part if term == '1' else rf'{part}\,{term}'
            parts.append(rf'\color{{LightGray}}{{{part}}}' if c == 0 else part)
        return rf"${self.symbol} \mapsto {''.join(parts)}$"

    # ---- Algebra ----

    def __neg__(self):
        return self._made(-self.coef)

    def __pos__(self):
        return self

    def __add__(self, other):
        return self._joined('add', other)

    def __sub__(self, other):
        return self._joined('sub', other)

    def __mul__(self, other):
        return self._joined('mul', other)

    def _joined(self, name, other, swapped=False):
        other = self._of(other)
        try:
            pair = (other, self.coef) if swapped else (self.coef, other)
            return self._made(getattr(self._family, name)(*pair))
        except (TypeError, ValueError):
            return NotImplemented

    def __radd__(self, other):
        return self._joined('add', other, True)

    def __rsub__(self, other):
        return self._joined('sub', other, True)

    def __rmul__(self, other):
        return self._joined('mul', other, True)

    def __truediv__(self, other):
        if not isinstance(other, (int, float, complex, np.number)) or isinstance(other, bool):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self.__floordiv__(other)

    def __divmod__(self, other):
        other = self._of(other)
        try:
            q, r = self._family.div(self.coef, other)
        except ZeroDivisionError:
            raise
        except Exception:
            return NotImplemented
        return self._made(q), self._made(r)

    def __floordiv__(self, other):
        made = self.__divmod__(other)
        return made if made is NotImplemented else made[0]

    def __mod__(self, other):
        made = self.__divmod__(other)
        return made if made is NotImplemented else made[1]

    def __rdivmod__(self, other):
        try:
            q, r = self._family.div(other, self.coef)
        except ZeroDivisionError:
            raise
        except Exception:
            return NotImplemented
        return self._made(q), self._made(r)

    def __rfloordiv__(self, other):
        made = self.__rdivmod__(other)
        return made if made is NotImplemented else made[0]

    def __rmod__(self, other):
        made = self.__rdivmod__(other)
        return made if made is NotImplemented else made[1]

    def __pow__(self, other):
        return self._made(self._family.pow(self.coef, other, maxpower=self.maxpower))

    # ---- Changes ----

    def copy(self):
        """A copy."""
        return self._made(self.coef.copy())

    def cutdeg(self, deg):
        """Without the terms above a degree."""
        return self.truncate(deg + 1)

    def truncate(self, size):
        """The first coefficients."""
        if int(size) != size or size < 1:
            raise ValueError('size must be a positive integer')
        return self._made(self.coef[:int(size)])

    def trim(self, tol=0):
        """Without small coefficients at the end."""
        return self._made(pu.trimcoef(self.coef, tol))

    def convert(self, domain=None, kind=None, window=None):
        """The same function as another kind of series, or on another domain."""
        kind = type(self) if kind is None else kind
        domain = kind.domain if domain is None else domain
        window = kind.window if window is None else window
        return self(kind.identity(domain, window=window, symbol=self.symbol))

    def deriv(self, m=1):
        """The m-th derivative."""
        return self._made(self._family.der(self.coef, m, self.mapparms()[1]))

    def integ(self, m=1, k=[], lbnd=None):
        """The m-th integral."""
        off, scale = self.mapparms()
        low = 0 if lbnd is None else off + scale * lbnd
        return self._made(self._family.int(self.coef, m, k, low, 1. / scale))

    def roots(self):
        """Where it is 0."""
        return pu.mapdomain(self._family.roots(self.coef), self.window, self.domain)

    def linspace(self, n=100, domain=None):
        """n points of the domain and the values there."""
        domain = self.domain if domain is None else domain
        x = np.linspace(domain[0], domain[1], n)
        return x, self(x)
