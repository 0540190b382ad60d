# unicode_escape, raw_unicode_escape, and encodings of one byte a character.
print('é€\n\t\\😀a\x00'.encode('unicode_escape'), 'é€\n\\😀a'.encode('raw_unicode_escape'))
print(b'ab\\n\\x41\\u20ac\\101\\U0001f600'.decode('unicode_escape'), b'\\u20ac\\n\xe9'.decode('raw_unicode_escape'))
for data in [b'\\x4', b'a\\', b'\\u12', b'\\U00110000', b'\\N{x', b'\\N{no such name}']:
    try:
        print(data.decode('unicode-escape'))
    except UnicodeDecodeError as error:
        print(error, error.start, error.end)
print(b'\\x4z'.decode('unicode_escape', 'replace'), b'C:\\\\new'.decode('unicode_escape'))
for encoding in ['cp1252', 'windows-1251', 'cp437', 'latin2', 'iso8859-15', 'koi8-r', 'mac_roman', 'cp850', 'cp866']:
    print(encoding, ascii(b'\x80\xa4\xe9\xff'.decode(encoding, 'replace')))
print('naïve – €'.encode('cp1252'), 'Привет'.encode('cp1251'), 'Привет'.encode('koi8-r').decode('koi8-r'))
for action in (lambda: '→'.encode('cp1252'), lambda: b'\x81'.decode('cp1252'), lambda: 'x'.encode('cp9999')):
    try:
        print(action())
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
