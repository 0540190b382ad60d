"""unicodedata: what characters are. Names are there of most scripts and symbols (_unicode_names); the characters of
East Asia have theirs by rule."""
from _unicode import bidirectional, category, combining, decomposition, mirrored, normalize

unidata_version = '14.0.0'
_names = {}
_codes = {}
_missing = object()
_LEADS = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ')
_VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ')
_TAILS = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ')


def _read():
    import base64
    import zlib
    from _unicode_names import DATA
    code = 0
    for line in zlib.decompress(base64.b85decode(DATA)).decode().split('\n'):
        number, semicolon, name = line.partition(';')
        if semicolon:
            code = int(number, 16)
        else:
            name = number
        _names[code] = name
        _codes[name] = code
        code += 1


def _one(chr, function):
    if not isinstance(chr, str):
        raise TypeError(f'{function}() argument 1 must be a unicode character, not {type(chr).__name__}')
    if len(chr) != 1:
        raise TypeError(f'{function}() argument 1 must be a unicode character, not str')
    return ord(chr)


def _ideograph(code):
    return (0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFC or 0x20000 <= code <= 0x2A6DD or
            0x2A700 <= code <= 0x2B734 or 0x2B740 <= code <= 0x2B81D or 0x2B820 <= code <= 0x2CEA1 or
            0x2CEB0 <= code <= 0x2EBE0 or 0x30000 <= code <= 0x3134A)


def name(chr, default=_missing, /):
    """The name of a character."""
    code = _one(chr, 'name')
    if 0xAC00 <= code <= 0xD7A3:
        lead, rest = divmod(code - 0xAC00, 588)
        return 'HANGUL SYLLABLE ' + _LEADS[lead] + _VOWELS[rest // 28] + _TAILS[rest % 28]
    if _ideograph(code):
        return f'CJK UNIFIED IDEOGRAPH-{code:X}'
    if not _names:
        _read()
    if code in _names:
        return _names[code]
    if default is _missing:
        raise ValueError('no such name')
    return default


def lookup(name, /):
    """The character of a name."""
    if not _names:
        _read()
    wanted = name.upper()
    if wanted in _codes:
        return chr(_codes[wanted])
    if wanted.startswith('CJK UNIFIED IDEOGRAPH-'):
        try:
            code = int(wanted[22:], 16)
        except ValueError:
            code = 0
        if _ideograph(code):
            return chr(code)
    if wanted.startswith('HANGUL SYLLABLE '):
        rest = wanted[16:]
        for lead in sorted(range(19), key=lambda at: -len(_LEADS[at])):
            for vowel in sorted(range(21), key=lambda at: -len(_VOWELS[at])):
                begin = _LEADS[lead] + _VOWELS[vowel]
                if rest.startswith(begin) and rest[len(begin):] in _TAILS:
                    return chr(0xAC00 + lead * 588 + vowel * 28 + _TAILS.index(rest[len(begin):]))
    raise KeyError(f"undefined character name '{name}'")


def _runs(text):
    """What the runs of a table say, by character."""
    found = {}
    for run in text.split():
        codes, _, value = run.partition(':')
        first, _, last = codes.partition('-')
        found[int(first, 16)] = int(last or first, 16), value
    return sorted(found), found


_tables = {}


def _value(table, code):
    """(first of the run, its value), or None."""
    if table not in _tables:
        import _unicode_tables
        _tables[table] = _runs(getattr(_unicode_tables, table))
    from bisect import bisect_right
    starts, found = _tables[table]
    at = bisect_right(starts, code) - 1
    if at < 0 or code > found[starts[at]][0]:
        return None
    return starts[at], found[starts[at]][1]


def east_asian_width(chr, /):
    """How wide a character is: 'N', 'Na', 'A', 'H', 'W' or 'F'."""
    found = _value('WIDTHS', _one(chr, 'east_asian_width'))
    return 'N' if found is None else found[1]


def _number(chr, kinds, function, default, what):
    code = _one(chr, function)
    found = _value('NUMBERS', code)
    if found is None or found[1][0] not in kinds:
        if default is _missing:
            raise ValueError(what)
        return default
    first, text = found
    top, _, below = text[1:].partition('/')
    return int(top) / int(below) if below else int(top) + code - first


def decimal(chr, default=_missing, /):
    """The value of a decimal digit."""
    return _number(chr, 'D', 'decimal', default, 'not a decimal')


def digit(chr, default=_missing, /):
    """The value of a digit."""
    return _number(chr, 'Dd', 'digit', default, 'not a digit')


def numeric(chr, default=_missing, /):
    """The value of a number, as a float."""
    value = _number(chr, 'Ddn', 'numeric', default, 'not a numeric character')
    return value if value is default else float(value)


def is_normalized(form, unistr, /):
    """Whether a text is in a normal form."""
    if not isinstance(unistr, str):
        raise TypeError(f'is_normalized() argument 2 must be str, not {type(unistr).__name__}')
    return normalize(form, unistr) == unistr
