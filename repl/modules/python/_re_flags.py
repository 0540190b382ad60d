"""The error and the flags of re."""


class error(Exception):
    """A pattern that cannot be read: msg, pattern, pos, lineno, colno."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        text = msg
        if pattern is not None and pos is not None:
            shown = pattern if isinstance(pattern, str) else pattern.decode('latin-1')
            self.lineno = shown.count('\n', 0, pos) + 1
            self.colno = pos - shown.rfind('\n', 0, pos)
            text = '%s at position %d' % (msg, pos)
            if '\n' in shown:
                text += ' (line %d, column %d)' % (self.lineno, self.colno)
        super().__init__(text)


class RegexFlag:
    """Flags: numbers that print their names."""

    __module__ = 're'

    def __init__(self, value):
        self.value = int(value)

    def __or__(self, other):
        return RegexFlag(self.value | int(other))

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(self.value & int(other))

    __rand__ = __and__

    def __xor__(self, other):
        return RegexFlag(self.value ^ int(other))

    def __invert__(self):
        return RegexFlag(383 & ~self.value)

    def __int__(self):
        return self.value

    __index__ = __int__

    def __bool__(self):
        return self.value != 0

    def __eq__(self, other):
        return isinstance(other, (int, RegexFlag)) and self.value == int(other)

    def __hash__(self):
        return hash(self.value)

    @property
    def name(self):
        return repr(self)[3:].replace('re.', '')

    def __repr__(self):
        return '|'.join('re.' + name for bit, name in _FLAG_NAMES if self.value & bit) or 're.NOFLAG'

    __str__ = __repr__


_FLAG_NAMES = [(1, 'TEMPLATE'), (256, 'ASCII'), (2, 'IGNORECASE'), (4, 'LOCALE'), (32, 'UNICODE'), (8, 'MULTILINE'),
               (16, 'DOTALL'), (64, 'VERBOSE'), (128, 'DEBUG')]
_REPR_NAMES = [(2, 'IGNORECASE'), (4, 'LOCALE'), (8, 'MULTILINE'), (16, 'DOTALL'), (64, 'VERBOSE'), (128, 'DEBUG'),
               (256, 'ASCII')]
NOFLAG = RegexFlag(0)
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
U = UNICODE = RegexFlag(32)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
