"""literal_eval: values written as literals. Syntax trees are not there."""
from re import compile as _compile

_number = (r'(?P<number>(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|'
           r'(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d+)?[jJ]?))')
_text = (r"""(?P<text>[rRbBuU]{0,2}(?:\'\'\'(?s:\\.|[^\\])*?\'\'\'|\"\"\"(?s:\\.|[^\\])*?\"\"\"|"""
         r"""'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"))""")
_tokens = _compile(r'\s*(?:' + _number + '|' + _text + r'|(?P<name>[A-Za-z_]\w*)|(?P<sign>[\[\](){},:+\-.])|(?P<end>$))')


class _Reader:
    def __init__(self, text):
        self.text = text
        self.tokens = []
        at = 0
        while True:
            match = _tokens.match(text, at)
            if match is None:
                compile(text, '<unknown>', 'eval')
                raise ValueError(f'malformed node or string: {text!r}')
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            if match.lastgroup == 'end':
                break
            at = match.end()
        self.at = 0

    def bad(self):
        compile(self.text, '<unknown>', 'eval')
        raise ValueError(f'malformed node or string: {self.text!r}')

    def take(self, value=None):
        kind, text = self.tokens[self.at]
        if value is not None and text != value:
            self.bad()
        self.at += 1
        return kind, text

    def peek(self):
        return self.tokens[self.at][1] if self.tokens[self.at][0] == 'sign' else ''

    def items(self, close):
        found = []
        while self.peek() != close:
            found.append(self.value())
            if self.peek() != ',':
                break
            self.take()
        comma = self.tokens[self.at - 1][1] == ','
        self.take(close)
        return found, comma

    def value(self):
        left = self.signed()
        while self.peek() in ('+', '-') and self.peek():
            sign = self.take()[1]
            right = self.atom()
            if type(right) is not complex or type(left) not in (int, float):
                self.bad()
            left = left + right if sign == '+' else left - right
        return left

    def signed(self):
        if self.peek() in ('+', '-') and self.peek():
            sign = self.take()[1]
            number = self.signed()
            if type(number) not in (int, float, complex):
                self.bad()
            return -number if sign == '-' else +number
        return self.atom()

    def atom(self):
        kind, text = self.take()
        if kind == 'number':
            return eval(text)
        if kind == 'text':
            made = eval(text)
            while self.tokens[self.at][0] == 'text':
                made += eval(self.take()[1])
            return made
        if kind == 'name':
            if text in ('None', 'True', 'False'):
                return {'None': None, 'True': True, 'False': False}[text]
            if text == 'set' and self.peek() == '(':
                self.take()
                self.take(')')
                return set()
            self.bad()
        if text == '[':
            return self.items(']')[0]
        if text == '(':
            found, comma = self.items(')')
            return found[0] if len(found) == 1 and not comma else tuple(found)
        if text == '.':
            return self.ellipsis()
        if text != '{':
            self.bad()
        return self.braces()

    def ellipsis(self):
        self.take('.')
        self.take('.')
        return ...

    def braces(self):
        if self.peek() == '}':
            self.take()
            return {}
        first = self.value()
        if self.peek() != ':':
            found = {first}
            while self.peek() == ',':
                self.take()
                if self.peek() == '}':
                    break
                found.add(self.value())
            self.take('}')
            return found
        found = {}
        while True:
            self.take(':')
            found[first] = self.value()
            if self.peek() != ',':
                break
            self.take()
            if self.peek() == '}':
                break
            first = self.value()
        self.take('}')
        return found


def literal_eval(node_or_string):
    """The value of a literal: numbers, texts, bytes, None, bools, and tuples, lists, dicts and sets of them."""
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    reader = _Reader(node_or_string.lstrip(' \t'))
    value = reader.value()
    if reader.peek() == ',':
        found = [value]
        while reader.peek() == ',':
            reader.take()
            if reader.tokens[reader.at][0] == 'end':
                break
            found.append(reader.value())
        value = tuple(found)
    if reader.tokens[reader.at][0] != 'end':
        reader.bad()
    return value
