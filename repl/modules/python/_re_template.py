"""Reads replacement templates of regular expressions, for re."""
from _re_characters import _ALPHA, _CONTROL, _DIGITS, _OCTAL
from _re_flags import error


def _read_template(original, pattern):
    """A replacement template as literal texts and group numbers."""
    is_str = isinstance(original, str)
    original = original if is_str else bytes(original)
    source = original if is_str else original.decode('latin-1')
    out = []
    literal = []
    at = 0
    length = len(source)

    def group(number, position):
        if number > pattern.groups:
            raise error('invalid group reference %d' % number, original, position)
        if literal:
            text = ''.join(literal)
            out.append(text if is_str else text.encode('latin-1'))
            literal.clear()
        out.append(number)

    while at < length:
        c = source[at]
        if c != '\\':
            stop = source.find('\\', at)
            stop = length if stop < 0 else stop
            literal.append(source[at:stop])
            at = stop
            continue
        start = at
        if at + 1 >= length:
            raise error('bad escape (end of pattern)', original, start)
        c = source[at + 1]
        at += 2
        if c == 'g':
            if at >= length or source[at] != '<':
                raise error('missing <', original, at)
            at += 1
            close = source.find('>', at)
            if close < 0:
                if at >= length:
                    raise error('missing group name', original, at)
                raise error('missing >, unterminated name', original, at)
            name = source[at:close]
            if not name:
                raise error('missing group name', original, at)
            if name.isdigit() and name.isascii():
                group(int(name), at)
            else:
                if not name.isidentifier():
                    raise error('bad character in group name %r' % name, original, at)
                if name not in pattern.groupindex:
                    raise IndexError('unknown group name %r' % name)
                group(pattern.groupindex[name], at)
            at = close + 1
        elif c == '0':
            end = at
            while end < length and end < at + 2 and source[end] in _OCTAL:
                end += 1
            literal.append(chr(int('0' + source[at:end], 8) & 255))
            at = end
        elif c in _DIGITS:
            digits = c
            if at < length and source[at] in _DIGITS:
                digits += source[at]
                at += 1
                if c in _OCTAL and digits[1] in _OCTAL and at < length and source[at] in _OCTAL:
                    code = int(digits + source[at], 8)
                    at += 1
                    if code > 0o377:
                        raise error('octal escape value %s outside of range 0-0o377' % source[start:at], original,
                                    start)
                    literal.append(chr(code))
                    continue
            group(int(digits), start + 1)
        elif c in _CONTROL and c != 'b':
            literal.append(chr(_CONTROL[c]))
        elif c == 'b':
            literal.append('\b')
        elif c in _ALPHA:
            raise error('bad escape \\' + c, original, start)
        else:
            literal.append('\\' + c)
    if literal:
        text = ''.join(literal)
        out.append(text if is_str else text.encode('latin-1'))
    return out
