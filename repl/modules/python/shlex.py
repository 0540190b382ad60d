"""shlex: words of a text as the shell parts them."""
import re as _re
import sys as _sys
from collections import deque as _deque
from io import StringIO as _StringIO

_unsafe = _re.compile(r'[^\w@%+=:,./-]', _re.ASCII).search


def quote(s):
    """The text as one word of the shell."""
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """Words as one text: the opposite of split."""
    return ' '.join(quote(word) for word in split_command)


class shlex:
    """Reads words one by one."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        self.instream = _StringIO(instream) if isinstance(instream, str) else instream or _sys.stdin
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += ''.join(chr(c) for c in range(0xC0, 0x100) if c not in (0xD7, 0xF7))
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = ' '
        self.pushback = _deque()
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self.source = None
        if not punctuation_chars:
            punctuation_chars = ''
        elif punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars
        self._pushed = _deque()
        if punctuation_chars:
            self.wordchars += '~-./*?='
            for char in punctuation_chars:
                self.wordchars = self.wordchars.replace(char, '')

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        return self.read_token()

    def _next_char(self):
        char = self._pushed.pop() if self._pushed else self.instream.read(1)
        if char == '\n':
            self.lineno += 1
        return char

    def read_token(self):
        """One word; the state says what is being read: ' ' nothing, 'a' a word, 'c' punctuation, else in quotes or
        behind the escape."""
        quoted = False
        escaped_in = ' '
        while True:
            char = self._next_char()
            state = self.state
            if state is None:
                self.token = ''
                break
            if state == ' ':
                if not char:
                    self.state = None
                    break
                if char in self.whitespace:
                    if self.token or (self.posix and quoted):
                        break
                elif char in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                elif self.posix and char in self.escape:
                    escaped_in, self.state = 'a', char
                elif char in self.wordchars:
                    self.token, self.state = char, 'a'
                elif char in self._punctuation_chars:
                    self.token, self.state = char, 'c'
                elif char in self.quotes:
                    if not self.posix:
                        self.token = char
                    self.state = char
                elif self.whitespace_split:
                    self.token, self.state = char, 'a'
                else:
                    self.token = char
                    break
            elif state in self.quotes:
                quoted = True
                if not char:
                    raise ValueError('No closing quotation')
                if char == state:
                    if not self.posix:
                        self.token += char
                        self.state = ' '
                        break
                    self.state = 'a'
                elif self.posix and char in self.escape and state in self.escapedquotes:
                    escaped_in, self.state = state, char
                else:
                    self.token += char
            elif state in self.escape:
                if not char:
                    raise ValueError('No escaped character')
                if escaped_in in self.quotes and char != state and char != escaped_in:
                    self.token += state
                self.token += char
                self.state = escaped_in
            elif not char:
                self.state = None
                break
            elif char in self.whitespace:
                self.state = ' '
                if self.token or (self.posix and quoted):
                    break
            elif char in self.commenters:
                self.instream.readline()
                self.lineno += 1
                if self.posix:
                    self.state = ' '
                    if self.token or quoted:
                        break
            elif state == 'c':
                if char in self._punctuation_chars:
                    self.token += char
                else:
                    if char not in self.whitespace:
                        self._pushed.append(char)
                    self.state = ' '
                    break
            elif self.posix and char in self.quotes:
                self.state = char
            elif self.posix and char in self.escape:
                escaped_in, self.state = 'a', char
            elif char in self.wordchars or char in self.quotes or (self.whitespace_split and
                                                                    char not in self._punctuation_chars):
                self.token += char
            else:
                if self._punctuation_chars:
                    self._pushed.append(char)
                else:
                    self.pushback.appendleft(char)
                self.state = ' '
                if self.token or (self.posix and quoted):
                    break
        result, self.token = self.token, ''
        if self.posix and not quoted and result == '':
            result = None
        return result

    def error_leader(self, infile=None, lineno=None):
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    """The words of a text."""
    if s is None:
        import sys
        s = sys.stdin.read()
    reader = shlex(s, posix=posix)
    reader.whitespace_split = True
    if not comments:
        reader.commenters = ''
    return list(reader)
