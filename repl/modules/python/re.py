"""re: regular expressions. Patterns are read by _re_reader, templates by _re_template;
they are matched by PCRE2, through the native module _re."""
import _re
from _re_flags import (error, RegexFlag, _REPR_NAMES, NOFLAG, A, ASCII, I, IGNORECASE, L, LOCALE, U, UNICODE, M,
                       MULTILINE, S, DOTALL, X, VERBOSE, DEBUG)
from _re_reader import _Reader, _Again
from _re_template import _read_template


class Match:
    """What a pattern found: groups and their places."""

    __module__ = 're'

    def __init__(self, pattern, string, spans, pos, endpos):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._spans = spans

    def _index(self, group):
        if isinstance(group, (str, bytes)):
            if group in self.re.groupindex:
                return self.re.groupindex[group]
        else:
            try:
                number = group.__index__()
            except AttributeError:
                number = -1
            if 0 <= number <= self.re.groups:
                return number
        raise IndexError('no such group')

    def _group(self, number, default=None):
        spans = self._spans
        start = spans[2 * number]
        if start < 0:
            return default
        # Where the string is not all ASCII, the native half hands the texts over behind the places.
        text = 2 * self.re.groups + 2 + number
        return spans[text] if len(spans) > text else self.string[start:spans[2 * number + 1]]

    def group(self, *groups):
        """The text of one group, or of several as a tuple."""
        if not groups:
            return self._group(0)
        if len(groups) == 1:
            return self._group(self._index(groups[0]))
        return tuple([self._group(self._index(group)) for group in groups])

    def __getitem__(self, group):
        return self._group(self._index(group))

    def groups(self, default=None):
        """All groups as a tuple."""
        return tuple([self._group(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        """The named groups as a dict."""
        return {name: self._group(number, default) for name, number in self.re.groupindex.items()}

    def start(self, group=0):
        return self._spans[2 * self._index(group)]

    def end(self, group=0):
        return self._spans[2 * self._index(group) + 1]

    def span(self, group=0):
        number = self._index(group)
        return (self._spans[2 * number], self._spans[2 * number + 1])

    @property
    def regs(self):
        return tuple([self.span(number) for number in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        best, place = None, -1
        for number in self.re._closed:
            end = self._spans[2 * number + 1]
            if end >= 0 and end >= place:
                best, place = number, end
        return best

    @property
    def lastgroup(self):
        last = self.lastindex
        for name, number in self.re.groupindex.items():
            if number == last:
                return name
        return None

    def expand(self, template):
        """The template with its \\1 and \\g<name> filled in."""
        empty = self.string[:0]
        parts = [part if not isinstance(part, int) else self._group(part, empty)
                 for part in self.re._template(template)]
        return empty.join(parts)

    def __repr__(self):
        return '<re.Match object; span=%r, match=%r>' % (self.span(), self.group())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


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
        pos, endpos = self._bounds(string, pos, endpos)
        if pos > endpos:
            return None
        spans = self._program.match(string, pos, endpos, how)
        return None if spans is None else Match(self, string, spans, pos, endpos)

    def search(self, string, pos=0, endpos=None):
        """The first place where the pattern matches, or None."""
        return self._run(0, string, pos, endpos)

    def match(self, string, pos=0, endpos=None):
        """A match at the beginning, or None."""
        return self._run(1, string, pos, endpos)

    def fullmatch(self, string, pos=0, endpos=None):
        """A match of all of the string, or None."""
        return self._run(2, string, pos, endpos)

    def finditer(self, string, pos=0, endpos=None):
        """Matches one after the other, as an iterator."""
        string = _subject(string)
        pos, endpos = self._bounds(string, pos, endpos)
        return self._matches(string, pos, endpos)

    def _matches(self, string, pos, endpos):
        if pos <= endpos:
            for spans in self._program.scan(string, pos, endpos):
                yield Match(self, string, spans, pos, endpos)

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
        length = self._bounds(string, 0, None)[1]
        if callable(repl):
            return self._program.sub(lambda spans: repl(Match(self, string, spans, 0, length)), string, count)
        if isinstance(repl, (bytearray, memoryview)):
            repl = bytes(repl)
        if not isinstance(repl, (str, bytes)):
            raise TypeError("decoding to str: need a bytes-like object, %s found" % type(repl).__name__)
        return self._program.sub(self._template(repl), string, count)

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
