# The rest of codecs, filecmp, fileinput, configparser, contextvars, copyreg, linecache, locale, signal, hmac.
import codecs, configparser, contextvars, copyreg, filecmp, fileinput, hmac, inspect, io, linecache, locale, os
import sched, shlex, signal, sys, tempfile, weakref, types
from unittest.mock import AsyncMock, Mock

decoder, encoder = codecs.getincrementaldecoder('utf-8')(), codecs.getincrementalencoder('utf-8')()
print(decoder.reset(), encoder.reset(), encoder.encode('é'))
reader = codecs.getreader('utf-8')(io.BytesIO(b'one\ntwo\n'))
print(reader.readline(), reader.readline(keepends=False), reader.reset())
writer = codecs.getwriter('utf-8')(io.BytesIO())
writer.writelines(['a', 'b'])
print(writer.stream.getvalue(), writer.reset())
error = UnicodeDecodeError('utf-8', b'a\xff', 1, 2, 'why')
print(codecs.ignore_errors(error), codecs.replace_errors(error))
try:
    codecs.strict_errors(error)
except UnicodeDecodeError as raised:
    print(raised)
try:
    codecs.register(lambda name: None)
except NotImplementedError:
    pass
with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    for name in ('a', 'b'):
        os.makedirs(name + '/s')
        open(name + '/same', 'w').write('1')
        open(name + '.txt', 'w').write(name + '\nx\n')
    filecmp.clear_cache()
    filecmp.dircmp('a', 'b').report_partial_closure()
    filecmp.dircmp('a', 'b').report_full_closure()
    with fileinput.input(['a.txt', 'b.txt']) as lines:
        print(next(lines), lines.fileno() > 0, lines.isstdin(), fileinput.isstdin(), fileinput.nextfile(), next(lines))
    print(linecache.updatecache('a.txt'), linecache.checkcache('a.txt'), linecache.lazycache('zz', {}))
    linecache.clearcache()
    os.chdir('/')
parser = configparser.ConfigParser(converters={'list': str.split}, interpolation=configparser.ExtendedInterpolation())
parser.read_file(io.StringIO('[s]\ni = 3\nf = 2.5\nl = a b\n'))
section = parser['s']
print(section.getint('i'), section.getfloat('f'), section.getlist('l'), section.name, section.parser is parser, 'list' in parser.converters)
parser.set('s', 'x', '${i}')
deep = configparser.ConfigParser()
deep.read_string('[a]\nx = %(y)s\ny = %(x)s\n')
try:
    deep.get('a', 'x')
except configparser.InterpolationDepthError as error:
    print(error)
variable = contextvars.ContextVar('v')
variable.set(5)
context = contextvars.copy_context()
print(context.get(variable), list(context.values()), [v.name for v in context.keys()], [(k.name, v) for k, v in context.items() if k is variable])
print(copyreg.__newobj__(list), copyreg.__newobj_ex__(dict, (), {}))
mac = hmac.new(b'k', b'm', 'sha256')
print(mac.copy().hexdigest() == mac.hexdigest())
print(locale.atoi('12'), locale.str(1.5), locale.strcoll('a', 'b') < 0, locale.strxfrm('a'), locale.delocalize('1.5'))
print(locale.getpreferredencoding().upper(), locale.getencoding().upper(), bool(locale.normalize('C')), len(locale.getlocale()), len(locale.getdefaultlocale()), locale.resetlocale() if False else None)
try:
    locale.currency(3)
except ValueError as error:
    print(error)
try:
    locale.resetlocale()
except locale.Error:
    pass
for call in (lambda: signal.alarm(0), lambda: signal.pause() if 'nnsh' in sys.version else None):
    try:
        call()
    except NotImplementedError:
        pass
print(signal.SIGINT in signal.valid_signals(), inspect.iscode(compile('1', 'f', 'eval')), inspect.istraceback(3), inspect.isabstract(int))
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt:
    print('interrupted')
lexer = shlex.shlex('a b', infile='file')
print(lexer.error_leader(), repr(lexer.punctuation_chars))
scheduler = sched.scheduler()
scheduler.enter(5, 1, print)
print(len(scheduler.queue))


class A:
    pass


a, b = A(), A()
one, both = weakref.WeakSet([a]), weakref.WeakSet([a, b])
print(both.issuperset(one), both.difference_update(one), len(both), one.intersection_update([b]), len(one))
mock = AsyncMock()
mock.assert_not_awaited()
try:
    mock.assert_awaited()
except AssertionError as error:
    print(error)
outer = Mock()
outer.attach_mock(Mock(name='inner'), 'part')
outer.part(1)
outer.mock_add_spec(['part'])
print(outer.mock_calls, object.__init__.__name__)
try:
    raise ValueError
except ValueError as error:
    print(error.__traceback__.tb_lasti >= 0, types.GenericAlias(list, (int,)), list[int].__parameters__, (int | str).__parameters__)
