"""Reads regular expressions, for re.

A pattern is read here, so that its errors are worded as Python's, and rewritten for PCRE2, which does the matching (the
native module _re). What the two mean alike stays; what they do not (classes, \\Z, {,n}, group names) is spelled out."""
from _re_characters import _Characters, _DIGITS
from _re_flags import error

_LETTERS = {'i': 2, 'L': 4, 'm': 8, 's': 16, 'x': 64, 'a': 256, 'u': 32}
_REPEATS = '*+?{'
_MOST = 2147483647


class _Again(Exception):
    """A (?x) at the beginning was met: the pattern is to be read again as a verbose one."""


class _Reader(_Characters):
    """Reads a pattern (as str; bytes come decoded as latin-1) and writes PCRE2's."""

    def __init__(self, source, flags, is_str, original):
        self.source = source
        self.length = len(source)
        self.at = 0
        self.flags = flags
        self.is_str = is_str
        self.original = original
        self.names = {}
        self.count = 1
        self.open = set()
        self.closed = []
        self.widths = {0: (0, _MOST)}
        self.verbose = bool(flags & 64)
        self.ascii = not is_str or bool(flags & 256)
        self.lookbehind = 0
        self.late = []

    def peek(self):
        return self.source[self.at] if self.at < self.length else ''

    def read(self):
        text, low, high = self.alternatives(0)
        if self.at < self.length:
            self.fail('unbalanced parenthesis', self.at)
        for group, position in self.late:
            if group >= self.count:
                self.fail('invalid group reference %d' % group, position)
        return text

    def alternatives(self, depth):
        parts = []
        low, high = _MOST, 0
        while True:
            text, least, most = self.sequence(depth, not parts)
            parts.append(text)
            low, high = min(low, least), max(high, most)
            if self.peek() != '|':
                break
            self.at += 1
        return '|'.join(parts), low, high

    def sequence(self, depth, first):
        out = []
        low = high = 0
        item = None  # text, least, most, whether it may be repeated
        while self.at < self.length:
            start = self.at
            c = self.source[start]
            if c == '|' or c == ')':
                break
            self.at += 1
            if self.verbose:
                if c in ' \t\n\r\v\f':
                    continue
                if c == '#':
                    while self.at < self.length and self.source[self.at] != '\n':
                        self.at += 1
                    continue
            if c in _REPEATS:
                quantifier, least, most = self.quantifier(c, start)
                if quantifier is not None:
                    if item is None or item[3] == 'place':
                        self.fail('nothing to repeat', start)
                    if item[3] == 'repeat':
                        self.fail('multiple repeat', start)
                    item = (item[0] + quantifier, min(item[1] * least, _MOST), min(item[2] * most, _MOST), 'repeat')
                    out[-1] = item
                    continue
                item = ('\\' + c, 1, 1, '')
            elif c == '.':
                item = ('.', 1, 1, '')
            elif c == '^':
                item = ('^', 0, 0, 'place')
            elif c == '$':
                item = ('$', 0, 0, '')
            elif c == '[':
                item = (self.set(start), 1, 1, '')
            elif c == '\\':
                item = self.escape(start)
            elif c == '(':
                made = self.group(start, depth, first and not out)
                if made is None:
                    continue
                item = made
            else:
                item = (self.literal(ord(c)), 1, 1, '')
            out.append(item)
        for part in out:
            low, high = min(low + part[1], _MOST), min(high + part[2], _MOST)
        return ''.join([part[0] for part in out]), low, high

    def quantifier(self, c, start):
        if c == '*':
            least, most, text = 0, _MOST, '*'
        elif c == '+':
            least, most, text = 1, _MOST, '+'
        elif c == '?':
            least, most, text = 0, 1, '?'
        else:
            end = self.at
            source = self.source
            if self.peek() == '}':
                return None, 0, 0
            low = high = ''
            while end < self.length and source[end] in _DIGITS:
                low += source[end]
                end += 1
            if end < self.length and source[end] == ',':
                end += 1
                while end < self.length and source[end] in _DIGITS:
                    high += source[end]
                    end += 1
            else:
                high = low
            if end >= self.length or source[end] != '}':
                return None, 0, 0
            self.at = end + 1
            if len(low) > 9 or len(high) > 9:
                raise OverflowError('the repetition number is too large')
            least = int(low) if low else 0
            most = int(high) if high else _MOST
            if most < least:
                self.fail('min repeat greater than max repeat', start + 1)
            text = '{%d,%s}' % (least, high)
        if self.peek() in ('?', '+') and self.peek():
            text += self.peek()
            self.at += 1
        return text, least, most

    def reference(self, group, start):
        if group in self.open:
            self.fail('cannot refer to an open group', start)
        least, most = self.widths[group]
        return ('\\g{%d}' % group, least, most, '')

    def until(self, end, what):
        close = self.source.find(end, self.at)
        if close < 0:
            name = self.source[self.at:]
            if not name:
                self.fail('missing ' + what, self.at)
            self.fail('missing %s, unterminated name' % end, self.at)
        name = self.source[self.at:close]
        if not name:
            self.fail('missing ' + what, self.at)
        self.at = close + 1
        return name

    def check_name(self, name, position):
        if not name.isidentifier() or (not self.is_str and not name.isascii()):
            shown = repr(name) if self.is_str else repr(name.encode('latin-1'))[1:]
            self.fail('bad character in group name ' + shown, position)

    def group(self, start, depth, first):
        opened = '('
        number = None
        name = None
        behind = False
        saved = self.verbose, self.ascii, self.flags
        scoped = False
        if self.peek() == '?':
            self.at += 1
            if self.at >= self.length:
                self.fail('unexpected end of pattern', self.at)
            c = self.source[self.at]
            self.at += 1
            if c == 'P':
                if self.at >= self.length:
                    self.fail('unexpected end of pattern', self.at)
                kind = self.source[self.at]
                self.at += 1
                if kind == '<':
                    place = self.at
                    name = self.until('>', 'group name')
                    self.check_name(name, place)
                    number = self.open_group(name, place)
                elif kind == '=':
                    place = self.at
                    name = self.until(')', 'group name')
                    self.check_name(name, place)
                    if name not in self.names:
                        self.fail("unknown group name '%s'" % name, place)
                    return self.reference(self.names[name], place)
                else:
                    self.fail('unknown extension ?P' + kind, start + 1)
            elif c == ':':
                opened = '(?:'
            elif c == '>':
                opened = '(?>'
            elif c == '#':
                close = self.source.find(')', self.at)
                if close < 0:
                    self.fail('missing ), unterminated comment', start)
                self.at = close + 1
                return None
            elif c in '=!<':
                opened = '(?' + c
                if c == '<':
                    kind = self.peek()
                    if not kind:
                        self.fail('unexpected end of pattern', self.at)
                    if kind not in '=!':
                        self.fail('unknown extension ?<' + kind, start + 1)
                    self.at += 1
                    opened = '(?<' + kind
                    behind = True
            elif c == '(':
                place = self.at
                condition = self.until(')', 'group name')
                if condition.isdigit() and condition.isascii():
                    group = int(condition)
                    if group == 0:
                        self.fail('bad group number', place)
                    if group >= self.count:
                        self.late.append((group, place))
                else:
                    self.check_name(condition, place)
                    if condition not in self.names:
                        self.fail("unknown group name '%s'" % condition, place)
                    group = self.names[condition]
                yes, least, most = self.sequence(depth + 1, False)
                text = '(?(%d)%s' % (group, yes)
                if self.peek() == '|':
                    self.at += 1
                    no, low, high = self.sequence(depth + 1, False)
                    text += '|' + no
                    least, most = min(least, low), max(most, high)
                    if self.peek() == '|':
                        self.fail('conditional backref with more than two branches', self.at)
                else:
                    least = 0
                if self.peek() != ')':
                    self.fail('missing ), unterminated subpattern', start)
                self.at += 1
                return (text + ')', least, most, '')
            elif c in _LETTERS or c == '-':
                made = self.flag_group(c, start, depth, first)
                if made is None:
                    return None
                opened = made
                scoped = True
            else:
                self.fail('unknown extension ?' + c, start + 1)
        else:
            number = self.open_group(None, start)
        text, least, most = self.alternatives(depth + 1)
        if self.at >= self.length:
            self.fail('missing ), unterminated subpattern', start)
        self.at += 1
        if scoped:
            self.verbose, self.ascii, self.flags = saved
        if number is not None:
            self.open.discard(number)
            self.closed.append(number)
            self.widths[number] = (least, most)
            return ('(' + text + ')', least, most, '')
        if opened in ('(?=', '(?!', '(?<=', '(?<!'):
            if behind and least != most:
                raise error('look-behind requires fixed-width pattern')
            return (opened + text + ')', 0, 0, '')
        return (opened + text + ')', least, most, '')

    def open_group(self, name, place):
        number = self.count
        self.count += 1
        self.open.add(number)
        self.widths[number] = (0, _MOST)
        if name is not None:
            if name in self.names:
                self.fail('redefinition of group name %r as group %d; was group %d' %
                          (name, number, self.names[name]), place)
            self.names[name] = number
        return number

    def flag_group(self, c, start, depth, first):
        on = off = 0
        if c != '-':
            while True:
                flag = _LETTERS[c]
                if self.is_str and c == 'L':
                    self.fail("bad inline flags: cannot use 'L' flag with a str pattern", self.at)
                if not self.is_str and c == 'u':
                    self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", self.at)
                on |= flag
                if flag in (256, 32, 4) and on & (256 | 32 | 4) != flag:
                    self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", self.at)
                c = self.peek()
                if not c:
                    self.fail('missing -, : or )', self.at)
                self.at += 1
                if c in ')-:':
                    break
                if c not in _LETTERS:
                    self.fail('unknown flag' if c.isalpha() else 'missing -, : or )', self.at - 1)
        if c == ')':
            if depth or not first:
                self.fail('global flags not at the start of the expression', start)
            self.flags |= on
            if on & 64 and not self.verbose:
                raise _Again()
            self.ascii = self.ascii or bool(on & 256)
            return None
        if c == '-':
            c = self.peek()
            if not c:
                self.fail('missing flag', self.at)
            self.at += 1
            if c not in _LETTERS:
                self.fail('unknown flag' if c.isalpha() else 'missing flag', self.at - 1)
            while True:
                if c in 'aLu':
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at)
                off |= _LETTERS[c]
                c = self.peek()
                if not c:
                    self.fail('missing :', self.at)
                self.at += 1
                if c == ':':
                    break
                if c not in _LETTERS:
                    self.fail('unknown flag' if c.isalpha() else 'missing :', self.at - 1)
        if on & off:
            self.fail('bad inline flags: flag turned on and off', self.at - 1)
        if on & 64:
            self.verbose = True
        if off & 64:
            self.verbose = False
        if on & 256:
            self.ascii = True
        if on & 32:
            self.ascii = False
        plus = ''.join([letter for letter in 'ims' if on & _LETTERS[letter]])
        minus = ''.join([letter for letter in 'ims' if off & _LETTERS[letter]])
        return '(?' + plus + ('-' + minus if minus else '') + ':'
