"""html: characters that HTML writes as entities."""
from re import compile as _compile

__all__ = ['escape', 'unescape']
# What the standard says of numbers that name no character: pages meant those of Windows.
_windows = dict(enumerate(
    '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f'
    '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178', 0x80))
_windows.update({0: '\ufffd', 0x0d: '\r'})
_reference = _compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def escape(s, quote=True):
    """& < > and quotes as entities."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


def _is_none(code):
    """Control characters and those that are none."""
    return (code < 0x20 and code not in (9, 10, 12, 13) or 0x7f <= code < 0xa0 or 0xfdd0 <= code < 0xfdf0 or
            code & 0xfffe == 0xfffe)


def _character(match):
    name = match[1]
    if name[0] == '#':
        digits = name[1:].rstrip(';')
        code = int(digits[1:], 16) if digits[0] in 'xX' else int(digits)
        if code in _windows:
            return _windows[code]
        if 0xd800 <= code < 0xe000 or code > 0x10ffff:
            return '\ufffd'
        return '' if _is_none(code) else chr(code)
    from html.entities import html5
    if name in html5:
        return html5[name]
    for end in range(len(name) - 1, 1, -1):
        if name[:end] in html5:
            return html5[name[:end]] + name[end:]
    return match[0]


def unescape(s):
    """Entities as characters: numbers and names."""
    return _reference.sub(_character, s) if '&' in s else s
