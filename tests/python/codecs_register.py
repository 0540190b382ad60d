# Encodings of the program's own, and the functions of codecs for those that are known.
import codecs


def upper_encode(text, errors='strict'):
    return text.upper().encode('ascii', errors), len(text)


def upper_decode(data, errors='strict'):
    return bytes(data).decode('ascii', errors).lower(), len(data)


def search(name):
    if name == 'shouting_case':
        return codecs.CodecInfo(upper_encode, upper_decode, name='shouting')
    if name == 'odd':
        return (lambda text, errors=None: (5, 1)), (lambda data, errors=None: (b'no', 1)), None, None
    if name == 'wrong':
        return 1, 2
    return None


codecs.register(search)
print('hello'.encode('shouting-case'), b'HELLO'.decode('Shouting Case'), codecs.lookup('SHOUTING_CASE').name)
print(codecs.encode('abc', 'shouting_case'), codecs.decode(b'ABC', 'shouting_case'), str(b'XY', 'shouting_case'))
print(codecs.encode('abc', 'odd'), codecs.decode(b'abc', 'odd'))
for action in (lambda: 'x'.encode('odd'), lambda: b'x'.decode('odd'), lambda: 'x'.encode('wrong'),
               lambda: 'x'.encode('nothing_such'), lambda: codecs.lookup('nothing_such'), lambda: codecs.register(5)):
    try:
        print(action())
    except (LookupError, TypeError) as error:
        print(type(error).__name__, error)
codecs.unregister(search)
try:
    'x'.encode('shouting_case')
except LookupError as error:
    print(error)
print(codecs.utf_8_encode('é'), codecs.utf_8_decode(b'\xc3\xa9'), codecs.latin_1_encode('é'), codecs.ascii_decode(b'a'))
print(codecs.utf_16_le_encode('a'), codecs.utf_32_be_decode(b'\0\0\0a'), codecs.unicode_escape_decode(b'\\n'),
      codecs.raw_unicode_escape_encode('€'))
table = {65: 'x', 66: 'yz', 67: None, 68: 0x20ac}
print(codecs.charmap_decode(b'ABD', 'strict', table), codecs.charmap_decode(b'ABC', 'replace', table),
      codecs.charmap_decode(b'\1\0', 'strict', 'ab'), codecs.charmap_decode(b'\xe9'))
print(codecs.charmap_encode('xy', 'strict', {120: 65, 121: b'BC'}), codecs.charmap_encode('xz', 'ignore', {120: 65}),
      codecs.charmap_encode('x\u20acz', 'xmlcharrefreplace', {ord(c): ord(c) for c in 'xz&#;0123456789'}))
print(codecs.charmap_encode('ba', 'strict', codecs.charmap_build('ab')))
for action in (lambda: codecs.charmap_decode(b'C', 'strict', table), lambda: codecs.charmap_encode('q', 'strict', {}),
               lambda: codecs.charmap_encode('q', 'strict', {113: 300}),
               lambda: codecs.charmap_decode(b'C', 'strict', {67: -1})):
    try:
        print(action())
    except (UnicodeError, TypeError) as error:
        print(type(error).__name__, error)
codecs.register(lambda name: codecs.CodecInfo(lambda text, errors=None: b'alone', lambda data, errors=None: 5, name=name)
                if name == 'alone' else None)
for action in (lambda: 'x'.encode('alone'), lambda: b'x'.decode('alone')):
    try:
        print(action())
    except TypeError as error:
        print(error)
