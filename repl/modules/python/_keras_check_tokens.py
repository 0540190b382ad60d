"""A program as tokens, for nnsh --check (_keras_check.py)."""
import re

_TOKEN = re.compile(r'''(?P<space>[ \t\f]+|\\\n)
|(?P<comment>\#[^\n]*)
|(?P<newline>\n)
|(?P<string>[rRbBuUfF]{0,2}(?:"""(?:[^\\]|\\[\s\S])*?"""|\'\'\'(?:[^\\]|\\[\s\S])*?\'\'\'|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
|(?P<name>[^\W\d]\w*)
|(?P<number>\.?\d(?:[eE][+-]\d|[\w.])*)
|(?P<op>==|!=|<=|>=|:=|\*\*|->|//|.)''', re.VERBOSE)


class Token:
    def __init__(self, kind, text, start, end):
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end


def tokens_of(text):
    """What counts of a text; newlines inside brackets do not."""
    tokens = []
    depth = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind in ('space', 'comment') or (kind == 'newline' and depth):
            continue
        word = match.group()
        if kind == 'op':
            if word in '([{':
                depth += 1
            elif word in ')]}':
                depth = max(0, depth - 1)
        tokens.append(Token(kind, word, match.start(), match.end()))
    return tokens


def literal_of(text):
    """The value of a plain literal as (True, value), or (False, None)."""
    text = text.strip()
    if text in ('None', 'True', 'False'):
        return True, {'None': None, 'True': True, 'False': False}[text]
    if len(text) >= 2 and text[0] in '\'"' and text[-1] == text[0] and text[0] not in text[1:-1] and '\\' not in text:
        return True, text[1:-1]
    for kind in (int, float):
        try:
            return True, kind(text)
        except ValueError:
            pass
    return False, None
