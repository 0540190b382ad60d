"""fnmatch: file names by patterns with *, ? and [...]."""
import os as _os
import re as _re

_cache = {}


def translate(pat):
    """A pattern as a regular expression."""
    out = []
    at, length = 0, len(pat)
    while at < length:
        c = pat[at]
        at += 1
        if c == '*':
            while at < length and pat[at] == '*':
                at += 1
            out.append('.*')
        elif c == '?':
            out.append('.')
        elif c == '[':
            end = at
            if end < length and pat[end] == '!':
                end += 1
            if end < length and pat[end] == ']':
                end += 1
            end = pat.find(']', end)
            if end < 0:
                out.append('\\[')
                continue
            inside = pat[at:end].replace('\\', '\\\\').replace('[', '\\[')
            at = end + 1
            if inside[:1] == '!':
                inside = '^' + inside[1:]
            elif inside[:1] == '^':
                inside = '\\' + inside
            out.append('[' + inside + ']')
        else:
            out.append(_re.escape(c))
    return '(?s:' + ''.join(out) + ')\\Z'


def _compiled(pat):
    made = _cache.get(pat)
    if made is None:
        made = _re.compile(translate(pat))
        _cache[pat] = made
    return made


def fnmatchcase(name, pat):
    """Whether a name matches a pattern."""
    return _compiled(pat).match(name) is not None


def fnmatch(name, pat):
    """Whether a name matches a pattern."""
    return fnmatchcase(_os.fspath(name), _os.fspath(pat))


def filter(names, pat):
    """Those of the names that match."""
    match = _compiled(_os.fspath(pat)).match
    return [name for name in names if match(_os.fspath(name))]
