# What exceptions carry beside their text.
error = UnicodeDecodeError('utf-8', b'abc', 0, 1, 'bad')
print(error, error.encoding, error.object, error.start, error.end, error.reason)
print(UnicodeEncodeError('ascii', 'aé', 1, 2, 'no'), '|', UnicodeEncodeError('ascii', 'aéé', 1, 3, 'no'))
print(UnicodeTranslateError('aé', 1, 2, 'no'))
try:
    b'ab\xff'.decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.start, e.end, e.reason)
for make in (lambda: UnicodeDecodeError('utf-8', b'abc', 0, 1), lambda: ValueError(a=1), lambda: ImportError(b=2)):
    try:
        make()
    except TypeError as e:
        print(e)
syntax = SyntaxError('bad', ('file.py', 3, 2, 'text'))
print(syntax, syntax.msg, syntax.filename, syntax.lineno, syntax.offset, syntax.text)
print(ImportError('x', name='a').name, ImportError('x').name, AttributeError('a', name='b', obj=3).obj)
for code in ('undefined', '(5).nothing', '__import__("no_such_module")'):
    try:
        eval(code)
    except Exception as e:
        print(type(e).__name__, e.name)
print(ImportError('x', name='a', path='b').path, ImportError('x').msg, NameError('n', name='m').name)
print(SyntaxError('bad', ('f', 1, 2, 't', 1, 5)).end_offset, repr(OSError(2, 'x', 'f').args))
