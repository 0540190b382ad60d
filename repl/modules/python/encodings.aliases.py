"""encodings.aliases: other names of encodings."""
from _unicode import encoding_aliases as _encoding_aliases

aliases = {}
for _names in _encoding_aliases():
    _names = [name.replace('-', '_') for name in _names.split('|')]
    _own = 'latin_1' if 'latin_1' in _names else _names[0]
    for _name in _names:
        if _name != _own:
            aliases[_name.replace('.', '_')] = _own
aliases.update({'base64': 'base64_codec', 'hex': 'hex_codec', 'quopri': 'quopri_codec', 'quotedprintable': 'quopri_codec',
                'quoted_printable': 'quopri_codec', 'rot13': 'rot_13', 'uu': 'uu_codec', 'u7': 'utf_7', 'utf7': 'utf_7',
                'unicode_1_1_utf_7': 'utf_7', 'zip': 'zlib_codec', 'zlib': 'zlib_codec'})
