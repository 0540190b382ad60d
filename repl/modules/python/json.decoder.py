"""json.decoder: JSON from text."""
import _json

__all__ = ['JSONDecoder', 'JSONDecodeError']


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where: msg, doc, pos, lineno, colno."""

    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__('%s: line %d column %d (char %d)' % (msg, self.lineno, self.colno, pos))


_SPACE = ' \t\n\r'


def _skip(text, at):
    length = len(text)
    while at < length and text[at] in _SPACE:
        at += 1
    return at


class JSONDecoder:
    """Reads JSON."""

    __module__ = 'json.decoder'

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value that a text holds."""
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at the beginning of a text, and where it ends."""
        return _json.scan(s, idx, JSONDecodeError, self.strict, self.object_hook, self.object_pairs_hook,
                          self.parse_float, self.parse_int, self.parse_constant)


def scanstring(s, end, strict=True, /):
    """The str whose first letter stands at `end`, behind its quote, and where it ends."""
    if not isinstance(s, str):
        raise TypeError(f'first argument must be a string, not {type(s).__name__}')
    if end > len(s) or end < 0:
        raise ValueError('end is out of bounds')
    if end and s[end - 1] == '"':
        return _json.scan(s, end - 1, JSONDecodeError, strict, None, None, None, None, None)
    text, stop = _json.scan('"' + s[end:], 0, JSONDecodeError, strict, None, None, None, None, None)
    return text, stop + end - 1
