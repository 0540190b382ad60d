"""re: regular expressions. Patterns are read by _re_reader, templates by _re_template;
they are matched by PCRE2, through the native module _re."""
import _re
from _re import Match
from _re_flags import (error, RegexFlag, _REPR_NAMES, NOFLAG, A, ASCII, I, IGNORECASE, L, LOCALE, U, UNICODE, M,
                       MULTILINE, S, DOTALL, X, VERBOSE, DEBUG)
from _re_reader import _Reader, _Again
from _re_template import _read_template


def _subject(string):
    """What is searched: of other bytes-like objects a copy."""
    if type(string) in (str, bytes) or isinstance(string, (str, bytes)):
        return string
    try:
        return bytes(memoryview(string))
    except TypeError:
        return string


class Pattern:
    """A compiled regular expression."""

    __module__ = 're'

    def __init__(self, pattern, flags):
        self.pattern = pattern
        is_str = isinstance(pattern, str)
        source = pattern if is_str else pattern.decode('latin-1')
        if is_str and flags & 4:
            raise ValueError('cannot use LOCALE flag with a str pattern')
        if not is_str and flags & 32:
            raise ValueError('cannot use UNICODE flag with a bytes pattern')
        if flags & 256 and flags & 32:
            raise ValueError('ASCII and UNICODE flags are incompatible')
        reader = _Reader(source, flags, is_str, pattern)
        try:
            text = reader.read()
        except _Again:
            reader = _Reader(source, flags | 64, is_str, pattern)
            text = reader.read()
        flags = reader.flags
        if is_str and not flags & 256:
            flags |= 32
        self.flags = flags
        self.groups = reader.count - 1
        self.groupindex = reader.names
        self._closed = reader.closed
        self._templates = {}
        self._is_str = is_str
        try:
            self._program = _re.compile(text, is_str, flags)
        except ValueError as problem:
            raise error(str(problem), pattern) from None

    def _bounds(self, string, pos, endpos):
        if self._is_str:
            if not isinstance(string, str):
                if isinstance(string, bytes):
                    raise TypeError('cannot use a string pattern on a bytes-like object')
                raise TypeError("expected string or bytes-like object, got '%s'" % type(string).__name__)
        elif not isinstance(string, bytes):
            if isinstance(string, str):
                raise TypeError('cannot use a bytes pattern on a string-like object')
            raise TypeError("expected string or bytes-like object, got '%s'" % type(string).__name__)
        length = len(string)
        pos = min(max(pos, 0), length)
        endpos = length if endpos is None else min(max(endpos, 0), length)
        return pos, endpos

    def _run(self, how, string, pos, endpos):
        string = _subject(string)
        self._bounds(string, 0, None)
        return self._program.match(self, string, pos, endpos, how)

    def search(self, string, pos=0, endpos=None):
        """The first place where the pattern matches, or None."""
        if type(string) is str and self._is_str:
            return self._program.match(self, string, pos, endpos, 0)
        return self._run(0, string, pos, endpos)

    def match(self, string, pos=0, endpos=None):
        """A match at the beginning, or None."""
        if type(string) is str and self._is_str:
            return self._program.match(self, string, pos, endpos, 1)
        return self._run(1, string, pos, endpos)

    def fullmatch(self, string, pos=0, endpos=None):
        """A match of all of the string, or None."""
        if type(string) is str and self._is_str:
            return self._program.match(self, string, pos, endpos, 2)
        return self._run(2, string, pos, endpos)

    def finditer(self, string, pos=0, endpos=None):
        """Matches one after the other, as an iterator."""
        string = _subject(string)
        pos, endpos = self._bounds(string, pos, endpos)
        return iter(self._program.scan(self, string, pos, endpos) if pos <= endpos else [])

    def findall(self, string, pos=0, endpos=None):
        """The texts of all matches as a list: groups as tuples, where there are several."""
        string = _subject(string)
        pos, endpos = self._bounds(string, pos, endpos)
        return self._program.findall(string, pos, endpos) if pos <= endpos else []

    def split(self, string, maxsplit=0):
        """The parts of the string between matches; groups stand between them."""
        string = _subject(string)
        self._bounds(string, 0, None)
        return self._program.split(string, maxsplit)

    def sub(self, repl, string, count=0):
        """The string with matches replaced by a template, or by what a function gives for each match."""
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """As sub, with the number of replacements: a pair."""
        string = _subject(string)
        self._bounds(string, 0, None)
        if callable(repl):
            return self._program.sub(repl, string, count, self)
        if isinstance(repl, (bytearray, memoryview)):
            repl = bytes(repl)
        if not isinstance(repl, (str, bytes)):
            raise TypeError("decoding to str: need a bytes-like object, %s found" % type(repl).__name__)
        return self._program.sub(self._template(repl), string, count, self)

    def _template(self, template):
        made = self._templates.get(template)
        if made is None:
            made = _read_template(template, self)
            self._templates[template] = made
        return made

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags and self._is_str == other._is_str

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        flags = self.flags
        if self._is_str and flags & 32:
            flags &= ~32
        text = repr(self.pattern)
        if len(text) > 200:
            text = text[:200]
        names = ['re.' + name for bit, name in _REPR_NAMES if flags & bit]
        return 're.compile(%s%s)' % (text, ', ' + '|'.join(names) if names else '')

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_cache = {}


def compile(pattern, flags=0):
    """A pattern object."""
    if not isinstance(flags, (int, RegexFlag)):
        raise TypeError(f"unsupported operand type(s) for &: {type(flags).__name__!r} and 'RegexFlag'")
    flags = int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    key = (type(pattern), pattern, flags)
    made = _cache.get(key)
    if made is None:
        made = Pattern(pattern, flags)
        if len(_cache) >= 512:
            _cache.clear()
        _cache[key] = made
    return made


def purge():
    """Forgets compiled patterns."""
    _cache.clear()


def search(pattern, string, flags=0):
    """The first place where the pattern matches, or None."""
    return compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    """A match at the beginning of the string, or None."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """A match of all of the string, or None."""
    return compile(pattern, flags).fullmatch(string)


def findall(pattern, string, flags=0):
    """All matches as a list of texts."""
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """All matches as an iterator of match objects."""
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    """The parts of the string between matches."""
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with matches replaced."""
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """The string with matches replaced, and how many there were."""
    return compile(pattern, flags).subn(repl, string, count)


_ESCAPED = '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'


def escape(pattern):
    """The text with what is special in patterns escaped."""
    if isinstance(pattern, str):
        return ''.join(['\\' + c if c in _ESCAPED else c for c in pattern])
    return escape(pattern.decode('latin-1')).encode('latin-1')


class Scanner:
    """Reads a text as a row of tokens: pairs of a pattern and what is done with what it matches."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(compile(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        """The tokens' results, and what is left where no pattern matches."""
        made, at = [], 0
        while True:
            for rule, action in self._rules:
                found = rule.match(string, at)
                if found:
                    break
            else:
                break
            if found.end() == at:
                break
            at = found.end()
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                made.append(action)
        return made, string[at:]
