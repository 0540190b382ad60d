"""Characters that HTML writes as entities."""
from re import compile as _compile

_names = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '©', 'reg': '®', 'euro':
          '€', 'hellip': '…', 'mdash': '—', 'ndash': '–', 'lsquo': '‘', 'rsquo': '’', 'ldquo': '“', 'rdquo':
          '”', 'laquo': '«', 'raquo': '»', 'deg': '°', 'times': '×', 'middot': '·', 'bull': '•', 'eacute':
          'é', 'egrave': 'è', 'auml': 'ä', 'ouml': 'ö', 'uuml': 'ü', 'szlig': 'ß', 'Auml': 'Ä', 'Ouml': 'Ö',
          'Uuml': 'Ü', 'ccedil': 'ç', 'ntilde': 'ñ', 'pound': '£', 'yen': '¥', 'cent': '¢', 'sect': '§',
          'para': '¶', 'plusmn': '±', 'frac12': '½'}


def escape(s, quote=True):
    """& < > and quotes as entities."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


def _character(match):
    name = match[1]
    if name[0] == '#':
        code = int(name[2:], 16) if name[1] in 'xX' else int(name[1:])
        return '\ufffd' if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code)
    return _names.get(name, match[0])


def unescape(s):
    """Entities as characters: numbers, and the names that are used most."""
    return _compile(r'&(#[0-9]+|#[xX][0-9a-fA-F]+|\w+);?').sub(_character, s) if '&' in s else s
