"""The checks of logging.Formatter: whether the text of a style names a field of a record."""
import re as _re
import string as _string

_OLD = _re.compile(r'%\(\w+\)[ #+0-]*(\d+|\*)?(\.(\d+|\*))?[acdefgiorsux%]', _re.I)
_DOLLAR = _re.compile(r'\$(?:\$|(?P<name>[_a-z]\w*)|{(?P<inner>[_a-z]\w*)}|(?P<bare>))', _re.I | _re.A)
_NAME = _re.compile(r'\w+(\.\w+|\[[^]]+\])*$')
_SPEC = _re.compile(r'(.?[<=>^])?[ +-]?#?0?(\d+|{\w+})?[_,]?(\.(\d+|{\w+}))?[%bcdefgnosx]?$', _re.I)


def _check_braces(fmt):
    found = False
    for _, name, spec, conversion in _string.Formatter().parse(fmt):
        if name:
            if not _NAME.match(name):
                raise ValueError('invalid field name/expression: %r' % name)
            found = True
        if conversion and conversion not in 'ars':
            raise ValueError('invalid conversion: %r' % conversion)
        if spec and not _SPEC.match(spec):
            raise ValueError('bad specifier: %r' % spec)
    return found


def _check_dollars(fmt):
    found = False
    for match in _DOLLAR.finditer(fmt):
        if match.group('name') or match.group('inner'):
            found = True
        elif match.group('bare') is not None:
            raise ValueError("bare '$' not allowed")
    return found


def check(fmt, style):
    """Raises ValueError where the text is none of its style, or shows nothing of a record."""
    if style == '%':
        if not _OLD.search(fmt):
            raise ValueError(f"Invalid format '{fmt}' for '%' style")
        return
    try:
        found = _check_braces(fmt) if style == '{' else _check_dollars(fmt)
    except ValueError as error:
        raise ValueError(f'invalid format: {error}') from None
    if not found:
        raise ValueError('invalid format: no fields')
