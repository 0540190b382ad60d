import codecs


def counted(error):
    return f'<{error.end - error.start}>', error.end


def backwards(error):
    return ('!', error.start - 10)


codecs.register_error('test.counted', counted)
codecs.register_error('test.backwards', backwards)
codecs.register_error('test.wrong', lambda error: 'no tuple')
codecs.register_error('test.bytes', lambda error: (b'\xff', error.end))
print('aé€b'.encode('ascii', 'test.counted'), b'a\xff\xfeb'.decode('utf-8', 'test.counted'))
print('aé'.encode('ascii', 'test.bytes'), 'aé€'.encode('ascii', 'namereplace'), 'é'.encode('latin-1', 'namereplace'))
print(codecs.lookup_error('test.counted') is counted, codecs.lookup_error('strict').__name__)
for action in (lambda: 'é'.encode('ascii', 'test.backwards'), lambda: 'é'.encode('ascii', 'test.wrong'),
               lambda: b'\xff'.decode('ascii', 'test.bytes'), lambda: 'é'.encode('ascii', 'nobody'),
               lambda: codecs.register_error('x', 3), lambda: codecs.register_error(3, counted),
               lambda: codecs.lookup_error('nobody'), lambda: b'\xff'.decode('ascii', 'xmlcharrefreplace')):
    try:
        print(action())
    except (IndexError, TypeError, LookupError) as error:
        print(type(error).__name__, error)
problem = UnicodeEncodeError('ascii', 'aé\u20acb', 1, 3, 'why')
for name in ['ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace']:
    print(name, codecs.lookup_error(name)(problem))
broken = UnicodeDecodeError('utf-8', b'a\xffb', 1, 2, 'why')
print(codecs.replace_errors(broken), codecs.backslashreplace_errors(broken),
      ascii(codecs.lookup_error('surrogateescape')(broken)))
try:
    codecs.xmlcharrefreplace_errors(broken)
except TypeError as error:
    print(error)
