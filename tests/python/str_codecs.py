# Codecs and what they do with characters and bytes that they cannot take.
def tried(function, *arguments):
    try:
        return function(*arguments)
    except (UnicodeError, LookupError, TypeError) as e:
        return f'{type(e).__name__}: {e}'

for errors in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'unknown'):
    print(errors, tried('aé€😀'.encode, 'ascii', errors))
print(tried('é€'.encode, 'latin-1'), tried('é'.encode, 'ascii'), tried('é'.encode, 'nothing'), tried('é'.encode, 3))
for errors in ('strict', 'ignore', 'replace', 'backslashreplace'):
    print(errors, [tried(b.decode, 'utf-8', errors) for b in (b'a\xff', b'\xe2\x82', b'\xe2\x82(', b'\xed\xa0\x80')])
for codec in ('utf-16', 'utf-16-le', 'utf_16_be', 'UTF-32', 'utf-32-be', 'utf-8-sig', 'Latin1'):
    data = 'aé'.encode(codec)
    print(codec, data, data.decode(codec))
print('😀'.encode('utf-16-le'), b'=\xd8\x00\xde'.decode('utf-16-le'), tried(b'\x00\xd8'.decode, 'utf-16-le'))
print(str(b'\xe9', 'latin-1'), str(b'\xef\xbb\xbfa', 'utf-8-sig'), bytes('é', 'ascii', 'replace'))
