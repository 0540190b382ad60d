"""_string: what is in a text that str.format takes."""


def _field(text, at):
    """The name, the format and the conversion of the field whose inside begins at `at`, and where it ends."""
    begin, bracket = at, False
    while at < len(text) and (bracket or text[at] not in '{}:!'):
        bracket = text[at] == '[' or bracket and text[at] != ']'
        at += 1
    name, conversion = text[begin:at], None
    if at >= len(text):
        raise ValueError("expected '}' before end of string")
    if text[at] == '{':
        raise ValueError("unexpected '{' in field name")
    if text[at] == '!':
        if at + 1 >= len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion, at = text[at + 1], at + 2
        if at >= len(text):
            raise ValueError("unmatched '{' in format spec")
        if text[at] not in ':}':
            raise ValueError("expected ':' after conversion specifier")
    if text[at] == '}':
        return name, '', conversion, at + 1
    at += 1
    begin, depth = at, 1
    while at < len(text):
        depth += (text[at] == '{') - (text[at] == '}')
        at += 1
        if not depth:
            return name, text[begin:at - 1], conversion, at
    raise ValueError("unmatched '{' in format spec")


def formatter_parser(text, /):
    """Pieces: text before a field, the field's name, its format and its conversion."""
    if not isinstance(text, str):
        raise TypeError(f'expected str, got {type(text).__name__}')
    return _pieces(text)


def _pieces(text):
    at = 0
    while at < len(text):
        begin = at
        while at < len(text) and text[at] not in '{}':
            at += 1
        literal = text[begin:at]
        if at >= len(text):
            yield literal, None, None, None
            return
        brace = text[at]
        at += 1
        if text[at:at + 1] == brace:
            yield literal + brace, None, None, None
            at += 1
            continue
        if brace == '}':
            raise ValueError("Single '}' encountered in format string")
        if at >= len(text):
            raise ValueError("Single '{' encountered in format string")
        name, spec, conversion, at = _field(text, at)
        yield literal, name, spec, conversion


def _key(text):
    return int(text) if text.isascii() and text.isdigit() else text


def _steps(rest):
    at = 0
    while at < len(rest):
        is_attribute = rest[at] == '.'
        if not is_attribute and rest[at] != '[':
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        begin = at = at + 1
        while at < len(rest) and rest[at] not in ('.[' if is_attribute else ']'):
            at += 1
        if not is_attribute and at >= len(rest):
            raise ValueError("Missing ']' in format string")
        if at == begin:
            raise ValueError('Empty attribute in format string')
        yield is_attribute, rest[begin:at] if is_attribute else _key(rest[begin:at])
        at += not is_attribute


def formatter_field_name_split(name, /):
    """The first part of a field's name, and the steps from there: (is an attribute, its name or key)."""
    if not isinstance(name, str):
        raise TypeError(f'expected str, got {type(name).__name__}')
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    return _key(name[:at]), _steps(name[at:])
