"""Operators of Series and DataFrame, and what they mean for columns."""
import numpy as np
from _pandas_data import Objects, STR, array_of, categories_of, infer, is_missing, listed, nan

_signs = {'add': '+', 'sub': '-', 'mul': '*', 'div': '/', 'floordiv': '//', 'mod': '%', 'pow': '** or pow()',
          'and': '&', 'or': '|', 'xor': '^'}
comparison = ('eq', 'ne', 'lt', 'le', 'gt', 'ge')


def operate(a, b, op, name, reverse=False):
    """op of a column and a column or a value."""
    if categories_of(a) is not None:
        if name in comparison:
            from _pandas_categories import compare
            return compare(a, b, op, name)
        kinds = ("'Categorical'", f"'{'Categorical' if isinstance(b, Objects) else type(b).__name__}'")
        raise TypeError(f"unsupported operand type(s) for {_signs[name]}: "
                        + ' and '.join(kinds[::-1] if reverse else kinds))
    if getattr(a.dtype, 'kind', '') in 'Mm' or getattr(getattr(b, 'dtype', None), 'kind', '') in ('M', 'm') or hasattr(
            b, '_micros') or hasattr(b, 'total_seconds') or hasattr(b, 'isoformat'):
        from _pandas_time import operate as operate_times
        return operate_times(a, b, op, name, reverse, comparison)
    if isinstance(b, str) and getattr(a.dtype, 'index_name', None) == 'PeriodIndex':
        from _pandas_period import Period
        b = Period(b, a.dtype.freq)
    if hasattr(b, '_moved'):
        return infer([nan if is_missing(x) else (x - b if name == 'sub' else x + b) for x in listed(a)])
    texts = isinstance(a, Objects) or isinstance(b, (Objects, str)) or b is None
    if not texts:
        if name in ('and', 'or', 'xor') and isinstance(b, np.ndarray) is False and isinstance(b, (bool, np.bool_)):
            b = np.bool_(b)
        with np.errstate(all='ignore'):
            if name == 'floordiv' or name == 'mod':
                return op(b, a) if reverse else op(a, b)
            return op(b, a) if reverse else op(a, b)
    left = listed(a)
    right = listed(b) if isinstance(b, (Objects, np.ndarray)) else [b] * len(left)
    if reverse:
        left, right = right, left
    if name in comparison:
        out = []
        for x, y in zip(left, right):
            if is_missing(x) or is_missing(y):
                out.append(name == 'ne')
            else:
                out.append(bool(op(x, y)))
        return np.array(out, dtype=bool)
    if name in ('and', 'or', 'xor'):
        return np.array([bool(op(bool(x) and x == x, bool(y) and y == y)) for x, y in zip(left, right)], dtype=bool)
    out = [nan if is_missing(x) or is_missing(y) else op(x, y) for x, y in zip(left, right)]
    return infer(out) if out else Objects(out, STR)


def of_columns(ufunc, inputs, kwargs):
    """A ufunc of columns and values."""
    made = ufunc(*[array_of(x) if isinstance(x, Objects) else x for x in inputs], **kwargs)
    return tuple(infer(m) for m in made) if isinstance(made, tuple) else infer(made)


def _add(a, b):
    return a + b


def _sub(a, b):
    return a - b


def _mul(a, b):
    return a * b


def _div(a, b):
    return a / b


def _floordiv(a, b):
    return a // b


def _mod(a, b):
    return a % b


def _pow(a, b):
    return a ** b


def _and(a, b):
    return a & b


def _or(a, b):
    return a | b


def _xor(a, b):
    return a ^ b


def _eq(a, b):
    return a == b


def _ne(a, b):
    return a != b


def _lt(a, b):
    return a < b


def _le(a, b):
    return a <= b


def _gt(a, b):
    return a > b


def _ge(a, b):
    return a >= b


class Operators:
    """Each operator as _operated(other, function, name, reverse)."""

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        if method != '__call__' or 'out' in kwargs:
            return NotImplemented
        tables = [x for x in inputs if isinstance(x, Operators)]
        deepest = max(x.ndim for x in tables)
        owner = [x for x in tables if x.ndim == deepest][0]
        if owner is not self:
            return NotImplemented
        return self._by_ufunc(ufunc, inputs, kwargs)

    def __add__(self, other):
        return self._operated(other, _add, 'add')

    def __radd__(self, other):
        return self._operated(other, _add, 'add', True)

    def __sub__(self, other):
        return self._operated(other, _sub, 'sub')

    def __rsub__(self, other):
        return self._operated(other, _sub, 'sub', True)

    def __mul__(self, other):
        return self._operated(other, _mul, 'mul')

    def __rmul__(self, other):
        return self._operated(other, _mul, 'mul', True)

    def __truediv__(self, other):
        return self._operated(other, _div, 'div')

    def __rtruediv__(self, other):
        return self._operated(other, _div, 'div', True)

    def __floordiv__(self, other):
        return self._operated(other, _floordiv, 'floordiv')

    def __rfloordiv__(self, other):
        return self._operated(other, _floordiv, 'floordiv', True)

    def __mod__(self, other):
        return self._operated(other, _mod, 'mod')

    def __rmod__(self, other):
        return self._operated(other, _mod, 'mod', True)

    def __pow__(self, other):
        return self._operated(other, _pow, 'pow')

    def __rpow__(self, other):
        return self._operated(other, _pow, 'pow', True)

    def __and__(self, other):
        return self._operated(other, _and, 'and')

    def __rand__(self, other):
        return self._operated(other, _and, 'and', True)

    def __or__(self, other):
        return self._operated(other, _or, 'or')

    def __ror__(self, other):
        return self._operated(other, _or, 'or', True)

    def __xor__(self, other):
        return self._operated(other, _xor, 'xor')

    def __eq__(self, other):
        return self._operated(other, _eq, 'eq')

    def __ne__(self, other):
        return self._operated(other, _ne, 'ne')

    def __lt__(self, other):
        return self._operated(other, _lt, 'lt')

    def __le__(self, other):
        return self._operated(other, _le, 'le')

    def __gt__(self, other):
        return self._operated(other, _gt, 'gt')

    def __ge__(self, other):
        return self._operated(other, _ge, 'ge')

    def __invert__(self):
        return self._inverted()

    def __neg__(self):
        return self._negated()

    def __pos__(self):
        return self.copy()

    def __abs__(self):
        return self.abs()

    def __round__(self, n=0):
        return self.round(n or 0)

    def add(self, other, axis='columns', fill_value=None):
        """The sum, with labels matched."""
        return self._filled(other, _add, 'add', axis, fill_value)

    def sub(self, other, axis='columns', fill_value=None):
        """The difference, with labels matched."""
        return self._filled(other, _sub, 'sub', axis, fill_value)

    subtract = sub

    def mul(self, other, axis='columns', fill_value=None):
        """The product, with labels matched."""
        return self._filled(other, _mul, 'mul', axis, fill_value)

    multiply = mul

    def div(self, other, axis='columns', fill_value=None):
        """The quotient, with labels matched."""
        return self._filled(other, _div, 'div', axis, fill_value)

    divide = div
    truediv = div

    def mod(self, other):
        """The remainder, with labels matched."""
        return self._operated(other, _mod, 'mod')

    def pow(self, other):
        """The power, with labels matched."""
        return self._operated(other, _pow, 'pow')

    def eq(self, other):
        """Equal, value by value."""
        return self._operated(other, _eq, 'eq')

    def ne(self, other):
        """Not equal, value by value."""
        return self._operated(other, _ne, 'ne')

    def lt(self, other):
        """Less, value by value."""
        return self._operated(other, _lt, 'lt')

    def le(self, other):
        """Less or equal, value by value."""
        return self._operated(other, _le, 'le')

    def gt(self, other):
        """Greater, value by value."""
        return self._operated(other, _gt, 'gt')

    def ge(self, other):
        """Greater or equal, value by value."""
        return self._operated(other, _ge, 'ge')

    def _filled(self, other, op, name, axis, fill_value):
        """The operation, where what is missing on one side is fill_value."""
        if fill_value is None:
            return self._by_axis(other, op, name, axis)
        if not hasattr(other, 'isna'):
            return self.fillna(fill_value)._by_axis(other, op, name, axis)
        if self.ndim < other.ndim:
            raise TypeError(f"Series.{name} does not support a DataFrame `other`. Use df.{name}(ser) instead.")
        if self.ndim > other.ndim:
            from _pandas_frame import DataFrame
            if axis in (0, 'index'):
                each = other.reindex(self._index)._data
                other = DataFrame._of(self._columns, [each for _ in self._data], self._index)
            else:
                other = DataFrame._of(other._index, [infer([v] * len(self)) for v in listed(other._data)], self._index)
        labels = self._operated(other, op, name)
        if self.ndim == 1:
            a, b = self.reindex(labels.index), other.reindex(labels.index)
        else:
            a = self.reindex(index=labels.index, columns=labels.columns)
            b = other.reindex(index=labels.index, columns=labels.columns)
        out = a.fillna(fill_value)._operated(b.fillna(fill_value), op, name)
        return out.mask(a.isna() & b.isna())

    def _by_axis(self, other, op, name, axis):
        return self._operated(other, op, name)
