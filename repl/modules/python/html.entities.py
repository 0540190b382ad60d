"""html.entities: the named characters of HTML."""
import base64 as _base64
import zlib as _zlib
from _html_entities import DATA as _DATA

html5, name2codepoint, codepoint2name, entitydefs = {}, {}, {}, {}
for _line in _zlib.decompress(_base64.b85decode(_DATA)).decode().split('\n'):
    _name, *_codes = _line.rstrip(',!').split(' ')
    _text = ''.join([chr(int(_code, 16)) for _code in _codes])
    html5[_name + ';'] = _text
    if ',' in _line:
        html5[_name] = _text
    if _line[-1] == '!':
        # HTML 5 gave these two names to other brackets.
        _code = {'lang': 0x2329, 'rang': 0x232a}.get(_name) or ord(_text)
        name2codepoint[_name] = _code
        codepoint2name[_code] = _name
        entitydefs[_name] = chr(_code)
