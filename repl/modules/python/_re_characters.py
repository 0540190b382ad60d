"""Reads the characters of regular expressions, for _re_reader: escapes, categories, sets."""
from _re_flags import error

_DIGITS = '0123456789'
_OCTAL = '01234567'
_HEX = '0123456789abcdefABCDEF'
_ALPHA = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
_CONTROL = {'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': 92}


class _Characters:
    """What _Reader knows of characters: it reads `source` from `at` on and writes PCRE2's."""

    def fail(self, message, position):
        raise error(message, self.original, position)

    def literal(self, code):
        character = chr(code)
        if code < 128 and (character.isalnum() or character == '_'):
            return character
        return '\\x{%x}' % code if self.is_str else '\\x%02x' % code

    def hex(self, start, digits):
        end = self.at
        while end < self.length and end < self.at + digits and self.source[end] in _HEX:
            end += 1
        if end != self.at + digits:
            self.fail('incomplete escape ' + self.source[start:end], start)
        code = int(self.source[self.at:end], 16)
        self.at = end
        return code

    def code_escape(self, start, c):
        """The code of \\xhh, \\uhhhh, \\n and the like; None for others."""
        if c == 'x':
            return self.hex(start, 2)
        if c == 'u' and self.is_str:
            return self.hex(start, 4)
        if c == 'N' and self.is_str:
            return self.named(start)
        if c == 'U' and self.is_str:
            code = self.hex(start, 8)
            if code > 0x10ffff:
                self.fail('bad escape ' + self.source[start:self.at], start)
            return code
        return None

    def named(self, start):
        """The code of \\N{name}, whose N has been read."""
        if self.source[self.at:self.at + 1] != '{':
            self.fail('missing {', self.at)
        close = self.source.find('}', self.at)
        name = self.source[self.at + 1:close if close >= 0 else self.length]
        if not name:
            self.fail('missing character name', self.at + 1)
        if close < 0:
            self.fail('missing }, unterminated name', self.at + 1)
        self.at = close + 1
        from unicodedata import lookup
        try:
            return ord(lookup(name))
        except (KeyError, TypeError):
            self.fail('undefined character name %r' % name, start)

    def category(self, c, inside):
        if c in 'dDwW' or self.ascii:
            return '\\' + c if not (self.ascii and self.is_str) else self.ascii_category(c, inside)
        if inside:
            return '\\s\\x{1c}-\\x{1f}' if c == 's' else '\\S'
        return '[\\s\\x{1c}-\\x{1f}]' if c == 's' else '[^\\s\\x{1c}-\\x{1f}]'

    def ascii_category(self, c, inside):
        # The pattern is compiled with Unicode classes, so the ASCII ones are written as ranges.
        ranges = {'d': '0-9', 'w': 'A-Za-z0-9_', 's': '\\x{9}-\\x{d} '}
        others = {'D': '\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}',
                  'W': '\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}\\x{7b}-\\x{10ffff}',
                  'S': '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{10ffff}'}
        text = ranges[c] if c in ranges else others[c]
        return text if inside else '[' + text + ']'

    def escape(self, start):
        if self.at >= self.length:
            self.fail('bad escape (end of pattern)', start)
        c = self.source[self.at]
        self.at += 1
        if c in 'dDsSwW':
            return (self.category(c, False), 1, 1, '')
        if c == 'A':
            return ('\\A', 0, 0, 'place')
        if c == 'Z':
            return ('\\z', 0, 0, '')
        if c in 'bB':
            if self.ascii and self.is_str:
                edge = '(?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_]))'
                return (edge if c == 'b' else '(?!' + edge + '|\\A\\z)', 0, 0, '')
            # Between no characters Python sees no place that is none of an edge.
            return ('\\b' if c == 'b' else '(?:\\B(?!\\A\\z))', 0, 0, '')
        code = self.code_escape(start, c)
        if code is not None:
            return (self.literal(code), 1, 1, '')
        if c == '0':
            end = self.at
            while end < self.length and end < self.at + 2 and self.source[end] in _OCTAL:
                end += 1
            code = int('0' + self.source[self.at:end], 8)
            self.at = end
            return (self.literal(code), 1, 1, '')
        if c in _DIGITS:
            source = self.source
            digits = c
            if self.at < self.length and source[self.at] in _DIGITS:
                second = source[self.at]
                if (c in _OCTAL and second in _OCTAL and self.at + 1 < self.length and
                        source[self.at + 1] in _OCTAL):
                    code = int(c + second + source[self.at + 1], 8)
                    self.at += 2
                    if code > 0o377:
                        self.fail('octal escape value ' + source[start:self.at] + ' outside of range 0-0o377', start)
                    return (self.literal(code), 1, 1, '')
                digits += second
                self.at += 1
            group = int(digits)
            if group >= self.count:
                self.fail('invalid group reference %d' % group, start + 1)
            return self.reference(group, start)
        if c in _CONTROL:
            return (self.literal(_CONTROL[c]), 1, 1, '')
        if c in _ALPHA:
            self.fail('bad escape \\' + c, start)
        return (self.literal(ord(c)), 1, 1, '')

    def set(self, start):
        out = []
        negated = self.peek() == '^'
        if negated:
            self.at += 1
        begun = self.at
        while True:
            if self.at >= self.length:
                self.fail('unterminated character set', start)
            here = self.at
            c = self.source[here]
            if c == ']' and here != begun:
                self.at += 1
                break
            low = self.member(here)
            if self.peek() == '-':
                if self.at + 1 >= self.length:
                    self.fail('unterminated character set', start)
                if self.source[self.at + 1] == ']':
                    out.append(self.single(low))
                    out.append('\\-')
                    self.at += 2
                    break
                self.at += 1
                high = self.member(self.at)
                shown = self.source[here:self.at]
                if isinstance(low, str) or isinstance(high, str) or high < low:
                    self.fail('bad character range ' + shown, here)
                out.append(self.literal(low) + '-' + self.literal(high))
            else:
                out.append(self.single(low))
        return '[' + ('^' if negated else '') + ''.join(out) + ']'

    def single(self, member):
        return member if isinstance(member, str) else self.literal(member)

    def member(self, start):
        """A code, or the text of a category."""
        c = self.source[start]
        self.at = start + 1
        if c != '\\':
            return ord(c)
        if self.at >= self.length:
            self.fail('bad escape (end of pattern)', start)
        c = self.source[self.at]
        self.at += 1
        if c in 'dDsSwW':
            return self.category(c, True)
        code = self.code_escape(start, c)
        if code is not None:
            return code
        if c in _OCTAL:
            end = self.at
            while end < self.length and end < self.at + 2 and self.source[end] in _OCTAL:
                end += 1
            code = int(self.source[start + 1:end], 8)
            self.at = end
            if code > 0o377:
                self.fail('octal escape value ' + self.source[start:end] + ' outside of range 0-0o377', start)
            return code
        if c in _DIGITS:
            self.fail('bad escape \\' + c, start)
        if c in _CONTROL:
            return _CONTROL[c]
        if c in _ALPHA:
            self.fail('bad escape \\' + c, start)
        return ord(c)
