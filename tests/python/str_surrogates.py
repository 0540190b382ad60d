# A str may hold lone surrogates: they are characters as others, until somebody encodes them.
import json
import re

half = '\ud800'
pair = half + '\udc00'
print(len(half), ord(half), repr(half), ascii([half, chr(0xDFFF)]))
print(len(pair), pair == '\U00010000', pair[1] == '\udc00', half in pair)
print(sorted(['\ue000', '\ud800', '\U00010000', 'a']) == ['a', '\ud800', '\ue000', '\U00010000'])
text = 'a\ud800b\udcffc'
print(text.find('b'), text.split('\ud800'), ascii(text[::-1]), ascii(text.upper()), text.count('\udcff'))
print(half.isalpha(), half.isprintable(), half.isspace(), half.isidentifier(), half.islower())
print(ascii('%s|%r|%5s' % (half, half, half)), ascii(f'{half!r:>12}'), ascii('{:*^5}'.format(half)))
print({half: 1}['\ud800'], hash(half) == hash(chr(0xD800)), ascii(text.replace('\ud800', '-')))
print([ascii(c) for c in re.findall('[\ud800-\udfff]', text)], ascii(re.sub('\ud800', 'X', text)))
print(ascii(json.loads('"\\ud800x\\ud83d\\ude00"')), json.dumps('\ud800x'), ascii(json.dumps(half, ensure_ascii=False)))
for action in (lambda: print('before', text), lambda: int(half), lambda: text.encode(), lambda: bytes(half, 'utf-8')):
    try:
        action()
    except ValueError as error:
        print(type(error).__name__, ascii(str(error)))
for code in ("x = '\ud800'", '\udcff'):
    for run in (exec, eval, lambda text: compile(text, 'f', 'exec')):
        try:
            run(code)
        except UnicodeEncodeError as error:
            print(error)
