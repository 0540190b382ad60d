# What modules of the library refuse: from threads and configurations to patterns.
import threading, concurrent.futures, configparser, pickle, tarfile, zipfile, unittest, unittest.mock as mock
import typing, signal, fileinput, gzip, array, io, inspect, copyreg, base64, json, hmac, hashlib, zlib, csv
import graphlib, getopt, collections, warnings, timeit, functools, abc, itertools, math, random, struct, weakref, re
import unicodedata, datetime, time, string, os, pathlib, statistics, dataclasses, codecs, ast, argparse, _thread
import shlex, locale, types, heapq, tempfile
import sys

def attempt(source):
    try:
        result = eval(source) if "\n" not in source and not source.startswith("class ") else exec(source, globals())
        print(source[:90], "gives", repr(result)[:40].split(" at 0x")[0])
    except (Exception, SystemExit) as error:
        print(source[:90], "|", type(error).__name__, str(error).split(" at 0x")[0])

class Own:
    pass

class Case(unittest.TestCase):
    def test(self):
        pass

class Getter:
    @functools.cached_property
    def a(self):
        return 1

def local():
    class Inner:
        pass
    return Inner()

def local_function():
    def inner():
        pass
    return inner

def parser(text, **options):
    made = configparser.ConfigParser(**options)
    made.read_string(text)
    return made

def extended(text):
    return parser(text, interpolation=configparser.ExtendedInterpolation())

def used():
    x = functools.cached_property(len)
    type("A", (), {"a": x, "b": x})

def renamed():
    Gone = type("Gone", (), {})
    Gone.__module__ = "__main__"
    return Gone

Moved = type("Own", (), {"__module__": "__main__"})
Lost = type("Lost2", (), {"__module__": "__main__"})

def started():
    t = threading.Thread(target=int)
    t.start()
    t.join()
    return t

def futures(state):
    f = concurrent.futures.Future()
    f.set_result(1)
    return getattr(f, state[0])(*state[1:])

def pool():
    with concurrent.futures.ThreadPoolExecutor(1) as p:
        pass
    p.submit(int)

def slow():
    with concurrent.futures.ThreadPoolExecutor(1) as p:
        f = p.submit(time.sleep, 0.05)
        f.result(timeout=0.001)

def slow_all():
    with concurrent.futures.ThreadPoolExecutor(1) as p:
        list(concurrent.futures.as_completed([p.submit(time.sleep, 0.05)], timeout=0.001))

def slow_map():
    with concurrent.futures.ThreadPoolExecutor(1) as p:
        list(p.map(time.sleep, [0.05], timeout=0.001))

def exception_slow():
    concurrent.futures.Future().exception(timeout=0.001)

def tar_bytes(mode="w"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as t:
        info = tarfile.TarInfo("a")
        info.size = 3
        t.addfile(info, io.BytesIO(b"abc"))
    return out.getvalue()

def zip_bytes():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("a", "abc" * 10)
    return out.getvalue()

def broken_zip():
    data = bytearray(zip_bytes())
    data[35] ^= 1
    return zipfile.ZipFile(io.BytesIO(bytes(data))).read("a")

def broken_central():
    data = zip_bytes().replace(b"PK\1\2", b"PK\1\3")
    return zipfile.ZipFile(io.BytesIO(data)).namelist()

def locked_zip():
    data = bytearray(zip_bytes())
    data[6] |= 1
    at = data.index(b"PK\1\2")
    data[at + 8] |= 1
    return zipfile.ZipFile(io.BytesIO(bytes(data))).read("a")

def closed_zip(what, *args):
    z = zipfile.ZipFile(io.BytesIO(zip_bytes()))
    z.close()
    return getattr(z, what)(*args)

def changed_tar():
    data = bytearray(tar_bytes())
    data[150] ^= 1
    return tarfile.open(fileobj=io.BytesIO(bytes(data)))

m = mock.Mock()
m(1)
m(2)
spec = mock.Mock(spec=["a"])
am = mock.AsyncMock()
TS = graphlib.TopologicalSorter

def sorter(*steps):
    s = TS({1: [2]})
    for step in steps:
        getattr(s, step[0])(*step[1:])

for source in ("threading.Thread(5)", "threading.Thread(group=1)", "started().start()",
               "setattr(started(), 'daemon', True)", "threading.Thread().join()", "threading.current_thread().join()",
               "threading.Condition().notify()", "threading.Condition().wait()", "threading.Condition().notify_all()",
               "threading.Semaphore(-1)", "threading.BoundedSemaphore(1).release()",
               "threading.Semaphore(1).release(0)", "threading.Semaphore().acquire(False, 1)",
               "threading.Lock().release()", "threading.RLock().release()", "threading.Lock().acquire(False, 1)",
               "threading.Lock().acquire(True, -5)", "threading.RLock().acquire(False, 1)", "threading.local(1)",
               "threading.local().__dict__", "class T(threading.Thread):\n  def __init__(self): pass\nT().start()",
               "class T(threading.Thread):\n  def __init__(self): pass\nT().join()",
               "class T(threading.Thread):\n  def __init__(self): pass\nT().name",
               "class T(threading.Thread):\n  def __init__(self): pass\nT().daemon",
               "class T(threading.Thread):\n  def __init__(self): pass\nT().is_alive()",
               "class T(threading.Thread):\n  def __init__(self): pass\nT().daemon = 1",
               "threading.Timer('a', 5).start()", "_thread.start_new_thread(5, ())",
               "_thread.start_new_thread(int, 5)", "_thread.start_new_thread(int, (), 5)", "threading.nothing",
               "pool()", "concurrent.futures.ThreadPoolExecutor(0)",
               "concurrent.futures.ThreadPoolExecutor(initializer=5)", "concurrent.futures.wait([], return_when='x')",
               "concurrent.futures.wait([concurrent.futures.Future()], return_when='x', timeout=0.001)",
               "futures(('set_result', 1))", "futures(('set_exception', ValueError()))",
               "futures(('set_running_or_notify_cancel',))", "futures(('cancel',))",
               "concurrent.futures.Future().result(0.001)", "concurrent.futures.ThreadPoolExecutor('a')",
               "concurrent.futures.ThreadPoolExecutor(1).submit()", "concurrent.futures.nothing",
               "parser('[a]\\nx=1')['a'].nothing", "parser('[a]\\nx=1\\nx=2')", "parser('[a]\\n[a]')",
               "parser('x=1')", "parser('[a]\\nx')", "parser('[a]\\nx=%(y)s').get('a', 'x')",
               "parser('[a]\\nx=%y').get('a', 'x')", "parser('[a]\\nx=%(y').get('a', 'x')",
               "parser('[a]\\nx=%(x)s').get('a', 'x')", "parser('').add_section(5)",
               "parser('').add_section('DEFAULT')", "parser('[a]').add_section('a')",
               "parser('[a]').set('a', 5, 'b')", "parser('[a]').set('a', 'b', 5)", "parser('[a]').set('a', 'b', '%')",
               "parser('[a]').set('b', 'b', 'c')", "parser('[a]').set('a', 'b', '%y')", "parser('[a]').get('b', 'x')",
               "parser('[a]').get('a', 'x')", "parser('[a]')['b']", "parser('[a]')['a']['x']",
               "parser('[a]\\nx=b').getint('a', 'x')", "parser('[a]\\nx=b').getboolean('a', 'x')",
               "parser('[a]\\nx=b').getfloat('a', 'x')", "parser('[a]').__delitem__('DEFAULT')",
               "parser('[a]').__delitem__('b')", "parser('[a]').remove_option('b', 'x')", "parser('[a]').items('b')",
               "parser('[a]').options('b')", "extended('[a]\\nx=${y}').get('a', 'x')",
               "extended('[a]\\nx=$y').get('a', 'x')", "extended('[a]\\nx=${y').get('a', 'x')",
               "extended('[a]\\nx=${b:c}').get('a', 'x')", "extended('[a]').set('a', 'x', '$y')",
               "extended('[a]\\nx=${x}').get('a', 'x')", "extended('[a]').set('a', 'x', '$')",
               "configparser.ConfigParser().read_dict({5: {5: 5}})",
               "configparser.ConfigParser().read_dict({'a': {'b': 1, 'B': 2}})",
               "configparser.ConfigParser().read_dict({'a': {}, 'A': {}})",
               "configparser.ConfigParser(interpolation=5)", "configparser.ConfigParser(nothing=5)",
               "parser('[a]')['a'].__delitem__('x')", "parser('[a]')['a'].getint('x')",
               "parser('[a]')['a'].__setitem__('x', 5)", "parser('[a]').__setitem__('b', 5)",
               "parser('[a]\\n x=1\\n y')", "parser('[a\\nb=1')", "parser('[a]\\n=5')",
               "parser('[a]\\nx=1').get('a', 'x', fallback=5)", "parser('[a]').popitem()", "parser('').popitem()",
               "copyreg.constructor(5)", "copyreg.pickle(int, int, 5)",
               "csv.writer(io.StringIO(), quotechar=None, quoting=csv.QUOTE_NONE)  and 1",
               "csv.writer(io.StringIO(), delimiter='ab')", "csv.writer(io.StringIO(), quoting=99)", "csv.reader(5)",
               "csv.writer(5)", "csv.writer(io.StringIO()).writerow(5)", "list(csv.reader([5]))",
               "csv.get_dialect('x')", "csv.register_dialect(5)", "csv.unregister_dialect('x')",
               "csv.field_size_limit('a')", "csv.DictWriter(io.StringIO(), ['a']).writerow({'b': 1})",
               "csv.DictWriter(io.StringIO(), ['a'], extrasaction='x')",
               "csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b'])",
               "csv.writer(io.StringIO(), lineterminator=5)", "csv.writer(io.StringIO(), escapechar='ab')",
               "csv.writer(io.StringIO(), delimiter=None)", "csv.writer(io.StringIO(), dialect='nothing')",
               "csv.writer(io.StringIO(), nothing=5)", "list(csv.reader(['\"a'], strict=True))",
               "list(csv.reader(['\"a\"b'], strict=True))", "list(csv.reader(['a' * 200000]))",
               "dataclasses.make_dataclass('A', [(1, 2, 3, 4)])", "dataclasses.make_dataclass('A', [()])",
               "@dataclasses.dataclass\nclass A:\n  x: typing.ClassVar[int] = dataclasses.field(kw_only=True)",
               "datetime.date.fromisocalendar(2020, 1, 9)", "datetime.date.fromisocalendar(2020, 1, 0)",
               "time.strptime(5, '%Y')", "time.strptime('a', 5)", "time.mktime(5)", "time.strftime(5)",
               "time.strftime('%Y', 5)", "time.sleep(-1)", "time.sleep('a')", "time.localtime('a')",
               "time.asctime(5)", "time.strftime('%Y', (2020, 13, 1, 0, 0, 0, 0, 0, 0))",
               "time.strftime('%Y', (2020, 1, 1, 25, 0, 0, 0, 0, 0))", "time.struct_time((1, 2))", "time.ctime('a')",
               "time.sleep(float('nan'))", "fileinput.input(mode='x')", "fileinput.input(openhook=5)",
               "fileinput.input(inplace=True, openhook=len)", "fileinput.filename()", "fileinput.lineno()",
               "fileinput.close()", "fileinput.nextfile()", "functools.total_ordering(Own)", "functools.partial(5)",
               "functools.reduce(int, [])", "functools.lru_cache(maxsize='a')", "functools.cmp_to_key(5)(1) < 1",
               "functools.wraps()", "functools.partialmethod(5)", "functools.singledispatch(int)()",
               "functools.partial(int).x", "functools.cmp_to_key(int)(1) < 5",
               "@functools.singledispatch\ndef f(x): pass\n@f.register\ndef g(x): pass",
               "@functools.singledispatch\ndef f(x): pass\n@f.register\ndef g(x: 5): pass",
               "getopt.getopt(['--a'], '', ['ab', 'ac'])", "getopt.getopt(['-a'], '')", "getopt.getopt(['-a'], 'a:')",
               "getopt.getopt(['--a'], '', ['a='])", "getopt.getopt(['--a=1'], '', ['a'])",
               "getopt.getopt(['--b'], '', ['a'])", "sorter(('get_ready',))", "sorter(('prepare',), ('prepare',))",
               "sorter(('prepare',), ('done', 2))", "sorter(('prepare',), ('get_ready',), ('done', 2), ('done', 2))",
               "sorter(('done', 2))", "sorter(('prepare',), ('done', 5))", "sorter(('prepare',), ('add', 5))",
               "sorter(('is_active',))", "list(TS({1: [2], 2: [1]}).static_order())",
               "gzip.GzipFile(fileobj=io.BytesIO(), mode='w').read()",
               "gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b'a'))).write(b'a')",
               "g = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b'a')))\ng.close()\ng.read()",
               "g = gzip.GzipFile(fileobj=io.BytesIO(), mode='w')\ng.close()\ng.write(b'')",
               "gzip.decompress(gzip.compress(b'abc')[:10] + b'\\xff' * 10)",
               "gzip.GzipFile(fileobj=io.BytesIO(b'ab')).read()",
               "gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b'abc')[:-9])).read()",
               "zlib.decompress(b'\\x79\\x9c\\x01')", "zlib.decompress(b'\\x77\\x85\\x01\\x01')",
               "zlib.decompress(b'')", "zlib.crc32('a')", "zlib.adler32('a')", "zlib.compress('a')",
               "zlib.decompress(zlib.compress(b'a' * 100)[:-5])", "hashlib.new('nothing')", "hashlib.sha256('a')",
               "hashlib.sha256(5)", "hashlib.md5().update('a')", "hashlib.md5().update(5)",
               "hmac.new('a', b'b', 'sha256')", "hmac.new(b'a', 'b', 'sha256')", "hmac.new(b'a', b'b')",
               "hmac.new(b'a', b'b', 'nothing')", "hmac.compare_digest('\\u00e9', 'a')",
               "hmac.compare_digest(b'a', 'a')", "hmac.new(5, b'b', 'sha256')", "inspect.signature('a')",
               "inspect.signature(5)", "inspect.signature(lambda x: x).bind()",
               "inspect.signature(lambda x: x).bind(1, 2)", "inspect.signature(lambda x: x).bind(y=1)",
               "inspect.getfullargspec(5)", "json.loads('\\ufeff1')", "json.loads(5)", "json.dumps({5j: 1})",
               "json.dumps(5j)", "json.dumps(float('nan'), allow_nan=False)", "json.loads('1 2')",
               "json.loads('[1,]')", "json.loads('{1: 2}')", "json.loads('')", "json.loads('\"\\x01\"')",
               "json.loads('nothing')", "json.loads('[1')", "json.loads('\"\\\\x\"')", "json.loads('\"\\\\u12\"')",
               "json.loads('{\"a\" 1}')", "json.loads('{\"a\": 1 \"b\"}')", "json.load(5)", "json.dump(1, 5)",
               "json.dumps([[]], separators=5)", "x = []\nx.append(x)\njson.dumps(x)", "json.loads('\"a')",
               "json.loads('-')", "json.loads('{\"a\":}')", "json.loads('tru')",
               "locale.setlocale(locale.LC_ALL, 'nothing')", "pathlib.Path('~nobody_at_all').expanduser()",
               "pathlib.PurePath(5)", "pathlib.Path(b'a')", "shlex.split('\"a')", "shlex.split('a\\\\')",
               "shlex.quote(5)", "signal.signal(99, int)", "signal.signal(signal.SIGINT, 5)",
               "signal.signal('a', int)", "signal.signal(signal.SIGKILL, int)", "signal.getsignal(99)",
               "signal.raise_signal('a')", "signal.signal(0, int)", "signal.strsignal(99)",
               "signal.default_int_handler(1, 2)  if 0 else 1", "statistics.mean([statistics, 1])",
               "statistics.sum if 0 else statistics.mean([1, datetime.timedelta(1)])", "statistics.fmean(['a'])",
               "tarfile.open(fileobj=io.BytesIO(b'abc'), mode='r:gz')",
               "tarfile.open(fileobj=io.BytesIO(tar_bytes())).getmember('b')",
               "tarfile.open(fileobj=io.BytesIO(tar_bytes())).extractfile('b')",
               "tarfile.open(fileobj=io.BytesIO(tar_bytes()), mode='r:gz')",
               "tarfile.open(fileobj=io.BytesIO(bytes(1024))).getnames()", "broken_zip()", "broken_central()",
               "locked_zip()", "closed_zip('read', 'a')", "closed_zip('open', 'a')", "closed_zip('testzip')",
               "zipfile.ZipFile(io.BytesIO(zip_bytes())).write('a')",
               "zipfile.ZipFile(io.BytesIO(zip_bytes())).writestr('a', 'b')", "zipfile.ZipFile(io.BytesIO(b'abc'))",
               "zipfile.ZipFile(io.BytesIO(zip_bytes())).read('b')",
               "zipfile.ZipFile(io.BytesIO(zip_bytes())).open('a', 'x')",
               "zipfile.ZipFile(io.BytesIO(zip_bytes())).extract('b')", "timeit.timeit(setup=5)",
               "timeit.timeit('1', '1 +')", "typing.Callable[int, int, int]", "typing.Callable[[int]]",
               "typing.List[int][int]", "isinstance(1, typing.Any)", "isinstance(1, typing.Optional[int])",
               "issubclass(int, typing.Union[int, str])", "isinstance(1, typing.Callable[[int], int])",
               "typing.NoReturn[int]", "typing.Dict[int, int, int]", "class A: pass\nA[int]",
               "T = typing.TypeVar('T')\nclass A(typing.Generic[T]): pass\nA[int][int]",
               "typing.NamedTuple('A', [('_x', int)])", "class A(typing.NamedTuple):\n  _x: int",
               "typing.Literal[1][2]", "isinstance(1, typing.Literal[1])", "typing.TypeVar('T')[int]",
               "isinstance(1, typing.TypeVar('T'))", "typing.Tuple[int, str][int]", "typing.Optional[5]",
               "typing.Union[5, 6]", "typing.Iterable[int, str]", "typing.Type[int, str]", "typing.Deque[int, str]",
               "typing.Annotated[int, 1][5]", "typing.Self[int]", "typing.ParamSpec('P')[int]", "typing.TypeVar()",
               "typing.List()", "typing.List[int]() == []", "typing.Union[int, str]()", "typing.Optional()",
               "typing.Literal()", "unicodedata.name('ab')", "unicodedata.name(5)", "unicodedata.name('\\x00')",
               "unicodedata.lookup('nothing')", "unicodedata.numeric('a')", "unicodedata.digit('a')",
               "unicodedata.decimal('a')", "unicodedata.category('ab')", "unicodedata.category(5)",
               "unicodedata.normalize('X', 'a')", "unicodedata.normalize('NFC', 5)", "unicodedata.combining('ab')",
               "unicodedata.bidirectional(5)", "unicodedata.mirrored(5)", "unicodedata.decomposition(5)",
               "unicodedata.numeric('ab')", "unicodedata.digit(5)", "unicodedata.is_normalized('X', 'a')",
               "unicodedata.is_normalized('NFC', 5)", "m.assert_called_once()", "m.assert_called_once_with(1)",
               "m.assert_called_with(5)", "m.assert_not_called()", "m.assert_any_call(5)",
               "m.assert_has_calls([mock.call(5)])", "m.assert_has_calls([mock.call(5)], any_order=True)",
               "mock.Mock().assert_called()", "mock.Mock().assert_called_once_with(1)",
               "mock.Mock().assert_called_with(1)", "mock.Mock().assert_nothing()", "mock.Mock().assertx", "spec.b",
               "setattr(spec, 'b', 1) if 0 else 1", "mock.Mock(spec_set=['a']).__setattr__('b', 1)",
               "am.assert_awaited()", "am.assert_awaited_once()", "am.assert_awaited_with(1)",
               "am.assert_awaited_once_with(1)", "am.assert_not_awaited()", "mock.patch('nothing')",
               "mock.patch('nothing.x').start()", "mock.patch.object('os', 'x')", "mock.patch.multiple('os')",
               "mock.patch('os.getcwd', 5, new_callable=int)", "mock.patch.object(os, 'getcwd', 5, x=1).start()",
               "mock.patch(5)", "mock.Mock(side_effect=ValueError('x'))()",
               "x = mock.Mock(side_effect=[1])\nx()\nx()", "mock.Mock().mock_add_spec(5)",
               "mock.create_autospec(lambda x: x)(1, 2)", "mock.MagicMock().__len__()", "mock.Mock().__len__()",
               "len(mock.Mock())", "mock.patch.dict('nothing.x', {}).start()", "mock.patch.dict({}, 5).start()",
               "x = mock.Mock()\ndel x.a\nx.a", "x = mock.Mock()\ndel x.a\ndel x.a", "mock.seal(m)\nm.fresh",
               "mock.PropertyMock().x  and 1", "Case('nothing')", "Case('test').skipTest('x')",
               "unittest.skip('x')(lambda: 1)()", "@unittest.skip\ndef f(): pass\nf()",
               "unittest.skipIf(1, 'x')(lambda: 1)()", "unittest.skipUnless(0, 'x')(lambda: 1)()",
               "Case('test').assertWarns(5)", "Case('test').assertRaises(5)",
               "with Case('test').assertRaises(ValueError):\n  pass",
               "with Case('test').assertRaisesRegex(ValueError, 'x'):\n  raise ValueError('y')",
               "with Case('test').assertWarns(UserWarning):\n  pass", "Case('test').assertAlmostEqual(1, 2)",
               "Case('test').assertNotAlmostEqual(1, 1)", "Case('test').addTypeEqualityFunc()",
               "Case('test').subTest(1, 2)", "unittest.TestSuite([5])", "Case('test').assertRaises(ValueError, 5)",
               "Case('test').assertRaises()", "warnings.filterwarnings('ignore', category=int)",
               "warnings.simplefilter('ignore', category=int)", "warnings.warn('a', int)", "warnings.formatwarning()",
               "warnings.filterwarnings('ignore', message=5)", "warnings.showwarning()", "warnings.catch_warnings(5)",
               "w = warnings.catch_warnings()\nw.__enter__()\nw.__enter__()", "warnings.catch_warnings().__exit__()",
               "abc.ABC.__subclasscheck__(5)", "issubclass(5, collections.abc.Sized)",
               "array.array('u', 'a').append(5)", "array.array('u', [5])", "array.array('u', 'ab')[0] == 5",
               "array.array('i').extend('a')", "array.array('i').extend(array.array('d'))", "array.array('H', [-1])",
               "array.array('L', [-1])", "array.array('Q', [-1])", "array.array('i').fromlist(5)",
               "array.array('i').frombytes('a')", "array.array('i') * 'a'", "array.array('i').__iadd__(5)",
               "array.array('i').__iadd__([1])", "array.array('i').insert('a', 1)", "array.array('B', [1.5])",
               "array.array('f', [1j])", "array.array('i', [2**31])", "array.array('q', [2**63])",
               "base64.a85decode('s8W-\"')", "base64.a85decode('{')", "base64.a85decode('abzc')",
               "base64.b85decode('~~~~~')", "base64.b85decode('\\x00')", "base64.a85decode('abc', adobe=True)",
               "base64.a85decode('azbc')", "base64.a85decode('uuuuu')", "base64.b85decode('|NsC1')",
               "codecs.encode('a', 'nothing')", "codecs.decode(b'a', 'nothing')", "codecs.lookup('nothing')",
               "codecs.encode('a', 'hex')", "codecs.lookup_error('x')", "codecs.encode('a', 'zlib')",
               "codecs.decode('a', 'rot13')", "codecs.open('nothing_at_all')", "codecs.getreader('nothing')",
               "collections.nothing", "collections.defaultdict().popitem()", "collections.defaultdict(5)",
               "collections.defaultdict(int, 5)", "collections.defaultdict()[1]",
               "collections.OrderedDict().popitem()", "collections.OrderedDict().move_to_end(1)",
               "collections.OrderedDict(5)", "collections.deque(maxlen=-1)", "collections.deque(maxlen='a')",
               "collections.deque([1]).remove(2)", "collections.deque().pop()", "collections.deque().popleft()",
               "collections.deque([1])[5]", "collections.deque([1], 1).insert(0, 1)",
               "collections.deque([1]).index(5)", "collections.deque([1]).rotate('a')",
               "collections.deque([1]) + [1]", "d = collections.deque([1])\nfor x in d:\n  d.append(1)",
               "collections.deque([1])['a']", "del collections.deque([1])[5]\n1", "collections.Counter(5)",
               "collections.Counter(a=1) + 5", "collections.Counter(1, 2)", "collections.Counter.fromkeys('a')",
               "collections.ChainMap().popitem()", "collections.ChainMap()['a']", "collections.ChainMap().pop('a')",
               "del collections.ChainMap()['a']\n1", "collections.namedtuple('A', 'x x')",
               "collections.namedtuple('A', '1x')", "collections.namedtuple('A', '_x')",
               "collections.namedtuple('class', 'x')", "collections.namedtuple('A', 'class')",
               "collections.namedtuple('A', 'x', defaults=[1, 2])", "collections.namedtuple('A', 5)",
               "collections.namedtuple('A', 'x')()", "collections.namedtuple('A', 'x')(1, 2)",
               "collections.namedtuple('A', 'x')(y=1)", "collections.namedtuple('A', 'x')._make([1, 2])",
               "collections.namedtuple('A', 'x')(1)._replace(y=1)", "collections.namedtuple('A', 'x').x.__get__(5)",
               "collections.namedtuple('A', 'x')(1).y", "collections.namedtuple('A', 'x')._make(5)",
               "setattr(collections.namedtuple('A', 'x')(1), 'x', 2)",
               "delattr(collections.namedtuple('A', 'x')(1), 'x')", "class I(collections.abc.Iterator): pass\nI()",
               "itertools.combinations([1], -1)", "itertools.permutations([1], -1)",
               "itertools.permutations([1], 'a')", "itertools.product([1], repeat=-1)",
               "itertools.combinations_with_replacement([1], -1)", "itertools.islice([1], -1)",
               "itertools.islice([1], 'a')", "itertools.islice([1], 0, 1, 0)", "itertools.count('a')",
               "itertools.repeat(1, 'a')", "itertools.repeat()", "itertools.tee([1], -1)", "itertools.tee(5)",
               "itertools.chain(5).__next__()", "itertools.zip_longest(5)", "itertools.starmap(int, [5]).__next__()",
               "itertools.accumulate(5)", "itertools.groupby(5)", "itertools.cycle(5)", "itertools.cycle()",
               "itertools.compress([1])", "itertools.dropwhile(int)", "itertools.filterfalse(int)",
               "itertools.pairwise(5)", "itertools.pairwise()", "itertools.islice([1])",
               "itertools.product([1], nothing=1)", "math.fsum([1e308] * 3)",
               "math.fsum([float('inf'), float('-inf')])", "math.isclose(1, 1, rel_tol=-1)",
               "math.isclose(1, 1, abs_tol=-1)", "math.fsum(5)", "math.fsum(['a'])",
               "math.fsum([1e308, 1e308, -1e308])", "math.factorial(-1)", "math.factorial(1.5)", "math.gcd(1.5)",
               "math.comb(-1, 2)", "math.perm(1, -1)", "math.isqrt(-1)", "math.log(0)", "math.log(-1, 2)",
               "math.log(2, 1)", "math.exp(1000)", "math.pow(0, -1)", "math.fmod(1, 0)", "math.acos(2)",
               "math.dist([1], [1, 2])", "math.prod(5)", "math.modf('a')", "math.trunc('a')", "math.ceil('a')",
               "math.floor(float('nan'))", "math.hypot('a')", "math.lcm('a')", "math.remainder(1, 0)",
               "math.gamma(-1)", "math.lgamma(-1)", "math.sqrt(-1)", "math.sqrt(10**400)", "math.cosh(1000)",
               "math.expm1(1000)", "math.log1p(-2)", "math.log2(0)", "math.atanh(1)", "math.degrees('a')",
               "math.comb(1, 'a')", "math.perm('a')", "math.factorial(10**20)", "random.sample({1}, 1)",
               "random.sample({1: 2}, 1)", "random.sample(5, 1)", "random.sample([1], 5)", "random.sample([1], -1)",
               "random.choice([])", "random.choice(5)", "random.choice({})", "random.shuffle(5)",
               "random.shuffle('ab')", "random.seed([])", "random.setstate((9, (1,), None))",
               "random.setstate((3, (1,), None))", "random.setstate((3, tuple([0] * 624 + [9999]), None))",
               "random.getrandbits(-1)", "random.getrandbits('a')", "random.randbytes(-1)", "random.randbytes('a')",
               "random.choices([], k=1)", "random.choices([1], [1, 2])", "random.choices([1], [0])",
               "random.choices([1], [1], cum_weights=[1])", "random.choices([1], k=1.5)", "random.expovariate(0)",
               "random.gammavariate(-1, 1)", "random.betavariate(0, 0)", "random.randrange(5, 5)",
               "random.randrange(5, 1)", "random.randrange(0)", "random.randint(5, 1)", "random.randrange(1, 5, 0)",
               "random.paretovariate(0)", "random.weibullvariate(1, 0)", "random.lognormvariate('a', 1)",
               "random.setstate((2, (1,), None))", "random.setstate((3, 5, None))", "struct.pack('B', 256)",
               "struct.pack('b', 200)", "struct.pack('B', -1)", "struct.pack('h', 40000)", "struct.pack('H', -1)",
               "struct.pack('i', 2**31)", "struct.pack('I', 2**32)", "struct.pack('I', -1)",
               "struct.pack('q', 2**63)", "struct.pack('Q', 2**64)", "struct.pack('Q', -1)",
               "struct.pack('<h', 40000)", "struct.pack('<q', 2**63)", "struct.pack('<Q', -1)",
               "struct.pack('i', 'a')", "struct.pack('f', 'a')", "struct.pack('f', 1e300)", "struct.pack('e', 1e10)",
               "struct.pack('c', 'a')", "struct.pack('c', b'ab')", "struct.pack('s', 'a')", "struct.pack('z', 1)",
               "struct.pack('i')", "struct.pack('i', 1, 2)", "struct.unpack('i', b'a')", "struct.unpack('i', 5)",
               "struct.unpack_from('i', b'a')", "struct.unpack_from('i', b'abcd', 9)",
               "struct.unpack_from('i', b'abcd', -9)", "struct.pack_into('i', b'abcd', 0, 1)",
               "struct.pack_into('i', bytearray(2), 0, 1)", "struct.pack_into('i', bytearray(4), 9, 1)",
               "struct.calcsize('5')", "list(struct.iter_unpack('i', b'a'))", "struct.Struct(5)", "struct.pack(5)",
               "struct.pack()", "struct.pack('?', 5)", "struct.pack('l', 2**63)", "struct.pack('L', 2**64)",
               "struct.pack('<l', 2**31)", "struct.pack('<L', 2**32)", "struct.pack('n', 2**63)",
               "struct.pack('N', -1)", "struct.pack('p', 5)", "struct.pack('i', 10**30)",
               "struct.pack_into('i', bytearray(4), -9, 1)", "struct.pack('i', 1.5)", "weakref.ref(5)",
               "weakref.ref(Own()) and 1", "weakref.proxy(5)", "weakref.proxy(Own()).x", "weakref.finalize(5, int)",
               "weakref.WeakSet().pop()", "weakref.WeakSet().remove(5)", "weakref.WeakSet([5])",
               "hash(weakref.ref(Own()))", "len(weakref.proxy(Own()))", "weakref.WeakValueDictionary({1: 5})",
               "weakref.WeakKeyDictionary({5: 1})", "re.match('a', b'a')", "re.match(b'a', 'a')", "re.match('a', 5)",
               "re.sub('a', 5, 'a')", "re.match('a', 'a').group(5)", "re.match('a', 'a').group('x')",
               "re.match('a', 'a').start(5)", "re.match('a', 'a').expand('\\\\5')", "re.match('a', 'a')['x']",
               "re.compile('(')", "re.compile(')')", "re.compile('*')", "re.compile('a**')", "re.compile('[')",
               "re.compile('a{2,1}')", "re.compile('(?P<1>a)')", "re.compile('(?P<a>a)(?P<a>b)')",
               "re.compile('(?<=a*)')", "re.compile('\\\\')", "re.compile('[b-a]')", "re.compile('(?P=x)')",
               "re.compile('\\\\1')", "re.compile('(?#')", "re.compile('a++') and 1", "re.compile('(?(1)a)')",
               "re.compile('(?:')", "re.compile('(?Pa)')", "re.compile('\\\\p')", "re.compile('\\\\U00110000')",
               "re.compile('[\\\\w-a]')", "re.compile('[\\\\q]')", "re.compile('\\\\8')", "re.compile('(?P<>a)')",
               "re.compile('(?P=a b)')", "re.compile('(?(a b)c)')", "re.compile('(?(0)c)')",
               "re.compile('(?P<a b>c)')", "re.compile('(?P=')", "re.compile('(?P<\\u00e9>a)') and 1",
               "re.compile('(?(999)a)')", "re.split('a', 'b', 'c')", "re.sub('a', 'b', 'c', 'd')", "re.compile(5)",
               "re.compile('a', re.A | re.U)", "re.findall('a', 5)", "re.purge(1)", "re.compile('(?i)a(?i)')",
               "re.sub('(a)', '\\\\2', 'a')", "re.sub('(a)', '\\\\g<x>', 'a')", "re.sub('a', '\\\\g<1', 'a')",
               "re.sub('a', '\\\\q', 'a')", "re.sub('(?P<x>a)', '\\\\g<x y>', 'a')"):
    attempt(source)
