"""The expressions of DataFrame.query and DataFrame.eval: conditions and formulas over the names of columns."""
import re
import numpy as np
import _frames
from _pandas_series import Series

_TOKEN = re.compile(r"\s*(?:(?P<number>(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>@?[^\W\d]\w*)|"
                    r"`(?P<tick>[^`]*)`|(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')|"
                    r"(?P<sign>\*\*|//|==|!=|<=|>=|[-+*/%<>()\[\],.&|~=:{}]))")
_COMPARED = {'==': lambda a, b: a == b, '!=': lambda a, b: a != b, '<': lambda a, b: a < b, '<=': lambda a, b: a <= b,
             '>': lambda a, b: a > b, '>=': lambda a, b: a >= b}
_FUNCTIONS = ('sin', 'cos', 'tan', 'exp', 'log', 'expm1', 'log1p', 'sqrt', 'sinh', 'cosh', 'tanh', 'arcsin', 'arccos',
              'arctan', 'arccosh', 'arcsinh', 'arctanh', 'abs', 'log10', 'floor', 'ceil', 'arctan2')


class UndefinedVariableError(NameError):
    """A name that is neither a column nor, with @, one of the program's."""
    __module__ = 'pandas.errors'

    def __init__(self, name, local=False):
        super().__init__(f"{'local variable' if local else 'name'} {name!r} is not defined")


def _tokens(text):
    out, at = [], 0
    while at < len(text):
        if text[at:].strip() == '':
            break
        found = _TOKEN.match(text, at)
        if found is None:
            raise SyntaxError("invalid syntax")
        out.append((found.lastgroup, found.group(found.lastgroup)))
        at = found.end()
    return out + [('end', '')]


class _Reader:
    """Reads an expression and computes it on the way: `or` binds least, then `and`, `not`, comparisons, arithmetic.
    As in pandas, & and | bind like `and` and `or`."""

    def __init__(self, text, frame, names):
        self.tokens, self.at, self.frame, self.names = _tokens(text), 0, frame, names

    def whole(self):
        value = self.either()
        if self.tokens[self.at][0] != 'end':
            raise SyntaxError("invalid syntax")
        return value

    def sign(self, *signs):
        """The next token, taken, if it is one of some signs or words."""
        kind, text = self.tokens[self.at]
        if kind in ('sign', 'name') and text in signs:
            self.at += 1
            return text
        return None

    def wanted(self, sign):
        if self.sign(sign) is None:
            raise SyntaxError("invalid syntax")

    def either(self):
        value = self.both()
        while self.sign('or', '|'):
            value = _logical(value, self.both(), False)
        return value

    def both(self):
        value = self.negated()
        while self.sign('and', '&'):
            value = _logical(value, self.negated(), True)
        return value

    def negated(self):
        if self.sign('not'):
            value = self.negated()
            return not value if isinstance(value, (bool, np.bool_)) else ~value
        return self.compared()

    def compared(self):
        left, whole = self.sum(), None
        while True:
            name = self.sign('==', '!=', '<', '<=', '>', '>=', 'in', 'not')
            if name is None:
                return left if whole is None else whole
            if name == 'not':
                self.wanted('in')
            right = self.sum()
            if name in ('in', 'not'):
                part = _among(left, right, name == 'not')
            elif name in ('==', '!=') and isinstance(right, (list, tuple)):
                part = _among(left, right, name == '!=')
            else:
                part = _COMPARED[name](left, right)
            whole = part if whole is None else _logical(whole, part, True)
            left = right

    def sum(self):
        value = self.product()
        while True:
            sign = self.sign('+', '-')
            if sign is None:
                return value
            other = self.product()
            value = value + other if sign == '+' else value - other

    def product(self):
        value = self.signed()
        while True:
            sign = self.sign('*', '/', '//', '%')
            if sign is None:
                return value
            other = self.signed()
            value = (value * other if sign == '*' else value / other if sign == '/' else
                     value // other if sign == '//' else value % other)

    def signed(self):
        sign = self.sign('-', '+', '~')
        if sign is None:
            return self.power()
        value = self.signed()
        return -value if sign == '-' else value if sign == '+' else ~value

    def power(self):
        value = self.postfix()
        return value ** self.signed() if self.sign('**') else value

    def postfix(self):
        value = self.atom()
        while True:
            if self.sign('.'):
                kind, name = self.tokens[self.at]
                if kind != 'name':
                    raise SyntaxError("invalid syntax")
                self.at += 1
                value = getattr(value, name)
            elif self.sign('('):
                value = value(*self.items(')'), **self.keywords)
            elif self.sign('['):
                items = self.items(']')
                value = value[items[0] if len(items) == 1 else tuple(items)]
            else:
                return value

    def items(self, end):
        """What stands between commas; name=value goes to `keywords`."""
        out, named = [], {}
        while not self.sign(end):
            kind, text = self.tokens[self.at]
            if kind == 'name' and self.tokens[self.at + 1] == ('sign', '='):
                self.at += 2
                named[text] = self.either()
            else:
                out.append(self.either())
            if not self.sign(','):
                self.wanted(end)
                break
        self.keywords = named
        return out

    def atom(self):
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == 'number':
            return float(text) if any(c in text for c in '.eE') else int(text)
        if kind == 'text':
            return eval(text)
        if kind == 'tick':
            return self.column(text)
        if kind == 'name':
            return self.named(text)
        if text == '(':
            if self.sign(')'):
                return ()
            value = self.either()
            if self.sign(','):
                return tuple([value] + self.items(')'))
            self.wanted(')')
            return value
        if text == '[':
            return self.items(']')
        raise SyntaxError("invalid syntax")

    def column(self, name):
        if name not in self.frame._columns:
            raise UndefinedVariableError(name)
        return self.frame[name]

    def named(self, text):
        if text[0] == '@':
            if text[1:] not in self.names:
                raise UndefinedVariableError(text[1:], True)
            return self.names[text[1:]]
        if text in ('True', 'False', 'None'):
            return {'True': True, 'False': False, 'None': None}[text]
        if text in self.frame._columns:
            return self.frame[text]
        if text == 'index' or text == self.frame._index.name:
            return Series(self.frame._index._data, index=self.frame._index)
        if text in self.frame._index.names:
            return Series(self.frame._index.get_level_values(text)._data, index=self.frame._index)
        if text in _FUNCTIONS and self.tokens[self.at] == ('sign', '('):
            return getattr(np, text)
        if text == 'nan':
            return float('nan')
        raise UndefinedVariableError(text)


def _logical(a, b, both):
    return a & b if both else a | b


def _among(left, right, outside):
    if isinstance(right, Series):
        right = right.tolist()
    if isinstance(right, (str, int, float)):
        right = [right]
    if hasattr(left, 'isin'):
        found = left.isin(list(right))
        return ~found if outside else found
    return (left in right) != outside


def evaluate(text, frame):
    """The value of an expression; @name is a name of the program that asks."""
    if not text.strip():
        raise ValueError("expr cannot be an empty string")
    return _Reader(text.strip(), frame, _frames.names() if '@' in text else {}).whole()


def assignment(text):
    """(name, expression) of 'name = expression'; (None, expression) of an expression alone."""
    found = re.match(r'\s*([^\W\d]\w*)\s*=(?!=)(.*)', text, re.DOTALL)
    return (found.group(1), found.group(2)) if found else (None, text)
