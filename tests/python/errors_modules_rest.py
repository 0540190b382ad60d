# Errors of the modules that are called seldom; each text runs with the names below.
import abc, argparse, array, ast, base64, binascii, contextlib, csv, dataclasses, datetime, decimal, difflib, enum, fractions
import functools, gzip, importlib, inspect, io, logging, os, pathlib, pickle, pprint, queue, random, re, secrets, shutil
import statistics, string, tarfile, tempfile, textwrap, timeit, types, typing, unittest, urllib.parse, uuid, warnings, weakref
import zipfile, zlib
from dataclasses import dataclass, field
from datetime import date, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist

ints = array.array("i", [1, 2])
stamp = datetime.datetime(2020, 1, 2)
zone = timezone(timedelta(hours=1))


class Bare:
    pass


class Color(enum.Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: int = field(default=2, init=False)


def parser(**options):
    made = argparse.ArgumentParser(prog="p", exit_on_error=False, **options)
    made.add_argument("--alpha", type=int)
    made.add_argument("--alpine", nargs=2)
    made.add_argument("--flag", action="store_true")
    return made


def attempt(source):
    try:
        result = eval(source) if "\n" not in source and not source.startswith("class ") else exec(source, globals())
        print(source, "gives", repr(result))
    except (Exception, SystemExit) as error:
        print(source, type(error).__name__, error)


for source in ("parser().parse_args(['--alpha', 'x'])", "parser().parse_args(['--alpine', '1'])",
               "parser().parse_args(['--flag=1'])", "parser().add_argument('--alpha')", "parser().add_argument('x', required=True)",
               "parser().add_argument('-')", "parser().add_argument('--x', type=5)", "parser().add_argument('--x', nargs=0)",
               "parser().add_argument('--x', nargs='+', const=1)", "parser().add_argument('--x', action='nothing')", "parser().add_argument('x', dest='y')",
               "parser().add_argument('x', 'y')", "parser().add_argument('--')",
               "parser().add_mutually_exclusive_group().add_argument('x')", "argparse.FileType('r')('nothing')",
               "argparse.Action(['-x'], 'x')(1, 2, 3)",
               "array.array('z')", "array.array(5)", "array.array('i', 'a')", "array.array('i', [1.5])", "array.array('B', [-1])", "array.array('B', [256])",
               "array.array('b', [-129])", "array.array('I', [-1])", "array.array('i').pop()", "ints.pop(5)", "ints[5]", "ints['a']", "ints.__setitem__(5, 1)",
               "ints.append('a')", "ints.extend(array.array('d', [1]))", "ints.extend(5)", "ints + [1]", "ints.index(9)", "ints.remove(9)",
               "ints.frombytes(b'a')", "ints.__setitem__(slice(0, 1), [1])", "array.array('d', ['a'])",
               "ast.literal_eval(5)", "ast.literal_eval('1 +')",
               "base64.b64decode('a')", "base64.b64decode('\u00e9')", "base64.b64decode(5)", "base64.b64encode('a')", "base64.b32decode('a')", "base64.b32decode('!!!!!!!!')",
               "base64.b64decode('a!b=', validate=True)", "base64.b16decode('zz')", "binascii.unhexlify('a')", "binascii.unhexlify('zz')", "binascii.unhexlify(5)",
               "binascii.a2b_base64('a')", "binascii.hexlify('a')", "binascii.crc32('a')", "binascii.unhexlify('\u00e9')",
               "next(csv.reader(['\"a\"b'], strict=True))", "csv.field_size_limit('a')", "next(csv.reader(['\"a'], strict=True))", "csv.reader(5)",
               "csv.reader([], delimiter='ab')", "csv.reader([], delimiter=5)", "csv.reader([], quotechar='ab')", "csv.reader([], quotechar=5)", "csv.reader([], nothing=5)",
               "csv.reader([], dialect='nothing')", "csv.reader([], quoting='a')", "csv.reader([], quoting=9)", "csv.reader([], lineterminator=5)",
               "csv.reader([], delimiter=None)", "csv.reader([], escapechar='ab')", "csv.writer(5)", "csv.writer(io.StringIO()).writerow(5)", "csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow([''])",
               "csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b'])", "csv.get_dialect('nothing')", "csv.unregister_dialect('nothing')", "csv.register_dialect(5)",
               "csv.register_dialect('x', 'nothing')", "csv.DictWriter(io.StringIO(), ['a'], extrasaction='z')", "csv.DictWriter(io.StringIO(), ['a']).writerow({'b': 1})",
               "next(csv.reader(['a\\rb']))", "next(csv.reader([b'a']))", "next(csv.reader([5]))",
               "dataclasses.astuple(5)", "dataclasses.asdict(5)", "dataclasses.fields(5)", "dataclasses.replace(5)", "dataclasses.replace(Point(1), y=2)", "Point()", "Point(1, 2)",
               "dataclasses.make_dataclass('A', ['x', 'x'])", "dataclasses.make_dataclass('A', ['1x'])", "dataclasses.make_dataclass('A', [5])",
               "field(default=1, default_factory=list)", "dataclass(order=True, eq=False)(Bare)",
               "class A: pass\n@dataclass\nclass B:\n  x: list = []", "class A: pass\n@dataclass\nclass B:\n  x: int = 1\n  y: int",
               "@dataclass(frozen=True)\nclass A:\n  x: int\n@dataclass\nclass B(A):\n  y: int", "@dataclass\nclass A:\n  x: int\n@dataclass(frozen=True)\nclass B(A):\n  y: int",
               "@dataclass(order=True)\nclass A:\n  x: int\n  def __lt__(self, other): pass", "@dataclass(frozen=True)\nclass A:\n  x: int\n  def __setattr__(self, n, v): pass",
               "@dataclass(unsafe_hash=True)\nclass A:\n  x: int\n  def __hash__(self): pass", "@dataclass\nclass A:\n  x = field()", "@dataclass\nclass A:\n  x: typing.ClassVar[int] = field(default_factory=list)",
               "@dataclass\nclass A:\n  x: dataclasses.InitVar[int]\ndataclasses.replace(A(1))", "@dataclass\nclass A:\n  a: dataclasses.KW_ONLY\n  b: dataclasses.KW_ONLY",
               "@dataclass(frozen=True)\nclass A:\n  x: int\nA(1).x = 2", "@dataclass(frozen=True)\nclass A:\n  x: int\ndel A(1).x",
               "date(0, 1, 1)", "date(2020, 13, 1)", "date(2020, 1, 32)", "date(2020)", "date(2020, 1, 1.5)", "date.fromisoformat(5)", "date.fromisoformat('a')",
               "date.fromordinal(0)", "date.fromordinal(10**7)", "date.fromisocalendar(2020, 54, 1)", "date.fromisocalendar(0, 1, 1)", "date(9999, 12, 31) + timedelta(1)",
               "date(2020, 1, 1) + 5", "date(2020, 1, 1) < 5", "date(2020, 1, 1) < stamp", "stamp < date(2020, 1, 1)", "stamp - date(2020, 1, 1)", "stamp < stamp.replace(tzinfo=zone)", "stamp - stamp.replace(tzinfo=zone)",
               "time(24)", "time(0, 60)", "time(0, 0, 60)", "time(0, 0, 0, 10**6)", "time(0, fold=2)", "time('a')", "time.fromisoformat('a')", "time.fromisoformat(5)", "time(0, tzinfo=5)", "time(1) < time(1, tzinfo=zone)",
               "time(1) < 5", "time(1).isoformat('nothing')", "stamp.isoformat('T', 'nothing')", "stamp.replace(month=13)", "stamp.strftime(5)", "time(1).strftime(5)", "date(2020, 1, 1).strftime(5)",
               "datetime.datetime.strptime('a', '%Y')", "datetime.datetime.strptime('2020 ', '%Y')", "datetime.datetime.strptime('a', '%')",
               "datetime.datetime.strptime('a', '%q')", "datetime.datetime.fromisoformat('a')", "datetime.datetime.fromisoformat(5)",
               "stamp.astimezone(5)", "timedelta('a')", "timedelta(float('nan'))", "timedelta(float('inf'))", "timedelta(1) / 0", "timedelta(1) // 0", "timedelta(1) % timedelta(0)",
               "timedelta(1) + 5", "timedelta(1) < 5", "timezone(5)", "timezone(timedelta(2))", "timezone(timedelta(1))", "timedelta.max * 2",
               "Decimal('a')", "Decimal('inf').as_integer_ratio()", "Decimal('nan').as_integer_ratio()", "Decimal(1) + 1.5", "Decimal(1) / 0", "Decimal(0) / 0", "Decimal(1) % 0", "Decimal(1) // 0", "Decimal(-1).sqrt()", "Decimal([])",
               "int(Decimal('nan'))", "int(Decimal('inf'))", "decimal.getcontext().create_decimal('x')",
               "Decimal(10**40).quantize(Decimal('0.01'))", "Decimal(10**30) // Decimal('0.001')",
               "difflib.get_close_matches('a', [], 0)", "difflib.get_close_matches('a', [], 1, 2)", "list(difflib.restore([], 5))",
               "Color(5)", "Color['BLUE']", "Color.BLUE", "setattr(Color, 'RED', 2)", "delattr(Color, 'RED')", "Color.RED.name.nothing", "5 in Color", "'a' in Color", "class A(Color): pass", "class A(enum.Enum):\n  mro = 1",
               "class A(enum.Enum):\n  X = 1\n  @classmethod\n  def _missing_(cls, v): return 5\nA(9)", "enum.unique(enum.Enum('A', {'X': 1, 'Y': 1}))", "Color.RED < Color.RED", "enum.Flag('F', 'A')(9)",
               "enum.IntEnum('A', {'X': 'a'})", "setattr(Color.RED, 'value', 5)", "setattr(Color.RED, 'name', 5)",
               "Fraction(1, 0)", "Fraction('a')", "Fraction(1.5, 2)", "Fraction([])", "Fraction(1) / 0", "Fraction(0) ** -1", "Fraction.from_float('a')", "Fraction(1).limit_denominator(0)", "Fraction(float('nan'))",
               "Fraction(float('inf'))", "Fraction(1) < 'a'", "Fraction('1/0')", "Fraction(1) % 0", "Fraction('1', 2)",
               "functools.cached_property(len).__get__(5)", "functools.singledispatch(lambda x: x).register(5)",
               "gzip.open(5)", "gzip.open('x.gz', 'z')", "gzip.open('x.gz', 'rbt')", "gzip.open('x.gz', 'rb', encoding='a')", "gzip.decompress(b'a')", "gzip.decompress(b'\\x1f\\x8b')", "gzip.decompress(gzip.compress(b'abc')[:-8])", "gzip.decompress(gzip.compress(b'abc')[:-4] + b'1234')",
               "gzip.compress('a')", "gzip.decompress(b'\\x1f\\x8b\\x09' + bytes(20))", "zlib.decompress(b'\\x78\\x9c\\x01')", "zlib.decompress(b'abcdef')", "zlib.compress(b'a', 10)",
               "zlib.decompress(zlib.compress(b'abc')[:-1] + b'z')",
               "importlib.import_module('.a')", "importlib.import_module('nothing_at_all')", "inspect.getsource(5)", "inspect.getsource(len)", "inspect.signature(5)", "inspect.getfile(5)", "inspect.getmodule(5)",
               "io.StringIO().seek(0, 9)", "io.BytesIO().seek(0, 9)", "io.BytesIO(b'a').seek(-5, 0)", "io.StringIO('a').seek(5, 2)", "io.BytesIO().truncate(-1)",
               "logging.getLogger(5)", "logging.getLogger().setLevel('nothing')", "logging.getLogger().setLevel([])", "logging.basicConfig(nothing=1, force=True)", "logging.basicConfig(stream=5, filename='a', force=True)", "logging.Formatter(style='z')", "logging.getLogger('a').log('x', 'y')",
               "logging.getLogger('a').error('x', extra={'message': 1})", "logging.Handler().emit(5)",
               "pathlib.Path(5)", "pathlib.Path('a').with_name('')", "pathlib.Path('a').with_suffix('x')", "pathlib.Path('/').with_name('a')", "pathlib.Path('a').relative_to('b')", "pathlib.Path('nothing').read_text()", "list(pathlib.Path('.').glob(''))", "list(pathlib.Path('.').glob('/a'))",
               "list(pathlib.Path('.').glob('a**'))", "pathlib.Path('a').match('')", "pathlib.Path('a') / 5", "pathlib.Path('nothing').stat()", "pathlib.Path('nothing').unlink()", "pathlib.Path('.').mkdir()", "pathlib.Path('a').write_text(5)", "pathlib.Path('a').relative_to()", "pathlib.Path('nothing').rmdir()",
               "pathlib.Path('a').joinpath(5)", "pathlib.Path('a') < 5", "pathlib.Path('nothing').iterdir().__next__()", "pathlib.Path('a').parents[5]",
               "pickle.loads(b'')", "pickle.loads(b'a')", "pickle.loads('a')", "pickle.loads(5)", "pickle.dumps(1, 99)", "pickle.dumps(open('t.txt', 'w'))", "pickle.loads(b'\\x80\\x04.')", "pickle.loads(b'\\x80\\x04h\\x05.')", "pickle.loads(b'\\x80\\x04t.')",
               "pickle.loads(b'Sabc\\n.')", "pickle.loads(b'\\x80\\x04K\\x01K\\x02\\x93.')", "pickle.loads(b'\\x80\\x04]K\\x01a')", "pickle.load(5)", "pickle.dump(1, 5)", "pickle.loads(b'\\xff')", "pickle.loads(b'\\x80\\x09.')", "pickle.dumps((x for x in []))",
               "pickle.loads(b'I1\\n)\\x81.')", "pickle.dumps(types)",
               "pprint.PrettyPrinter(depth=0)", "pprint.PrettyPrinter(indent=-1)", "pprint.PrettyPrinter(width=0)", "queue.Queue().get(timeout=-1)", "queue.Queue().get(block=False)", "queue.Queue(1).get_nowait()", "queue.Queue().task_done()",
               "random.sample([1, 2], 2, counts=[1.5, 2])", "random.sample([1, 2], 2, counts=[0, 0])", "random.sample([1, 2], 2, counts=[1])", "random.choices([1], 5)", "random.choices([1, 2], [1, float('inf')])",
               "re.compile(re.compile('a'), re.I)", "re.compile('a', re.L)", "re.compile(b'a', re.U)", "re.compile('(?P<a', 0)", "re.compile('(?P<a!>b)')", "re.compile('(?P>a)')", "re.compile('\\\\777')", "re.compile('a{99999999999}')", "re.compile('(?P=1)')", "re.sub('a', '\\\\g<1', 'a')", "re.sub('a', '\\\\gx', 'a')",
               "re.sub('a', '\\\\g<>', 'a')", "re.sub('a', '\\\\777', 'a')", "re.sub('a', '\\\\', 'a')", "re.compile('(?(1)a|b|c)')", "re.compile('(?(x)a)')", "re.compile('(?<a)')", "re.compile('[a')", "re.compile('[[:nothing:]')", "re.compile('a{1,2}{3}')", "re.compile('(?')", "re.compile('(?P')", "re.compile('\\\\x1')", "re.compile('\\\\u12')",
               "re.compile('(?i')", "re.compile('(?-i)')", "re.compile('(?a-u:a)')", "re.sub(5, 'b', 'a')", "re.sub('a', None, 'a')", "re.template('a') if False else re.compile('(?L)a')",
               "secrets.choice([])", "shutil.move('nothing', 'a')", "shutil.copy('nothing', 'a')", "shutil.rmtree('nothing')", "shutil.make_archive('a', 'nothing')", "shutil.unpack_archive('a.nothing')", "shutil.copytree('nothing', 'a')", "os.mkdir('folder') or shutil.move('folder', 'folder/inside')",
               "os.mkdir('target') or os.mkdir('target/folder') or shutil.move('folder', 'target')", "os.symlink('folder', 'link') or shutil.rmtree('link')", "shutil.copyfile('t.txt', 't.txt')", "os.path.commonpath(['a', '/a'])", "os.listdir(2.5)", "os.environ.__getitem__(5)", "os.close('a')",
               "statistics.mean([])", "statistics.median([])", "statistics.mode([])", "statistics.stdev([1])", "statistics.variance([1])", "statistics.pvariance([])", "statistics.pstdev([])", "statistics.mean(['a'])", "statistics.fmean([])", "statistics.fmean([1], [1, 2])", "statistics.fmean([1], [0])", "statistics.harmonic_mean([])",
               "statistics.harmonic_mean([-1])", "statistics.harmonic_mean([1], [1, 2])", "statistics.harmonic_mean([1], [0])", "statistics.harmonic_mean(['a'])", "statistics.geometric_mean([])", "statistics.geometric_mean([0])", "statistics.quantiles([1], n=4)", "statistics.quantiles([1, 2], n=0)", "statistics.quantiles([1, 2], method='z')",
               "statistics.covariance([1], [1])", "statistics.covariance([1, 2], [1])", "statistics.correlation([1], [1])", "statistics.correlation([1, 2], [1])", "statistics.correlation([1, 1], [1, 2])", "statistics.linear_regression([1], [1])", "statistics.linear_regression([1, 2], [1])", "statistics.linear_regression([1, 1], [1, 2])",
               "statistics.median_grouped([])", "statistics.median_low([])", "statistics.median_high([])", "NormalDist(0, -1)", "NormalDist(0, 0).pdf(1)", "NormalDist(0, 0).cdf(1)", "NormalDist().inv_cdf(2)", "NormalDist(0, 0).inv_cdf(.5)", "NormalDist().overlap(5)", "NormalDist(0, 0).overlap(NormalDist())", "NormalDist(0, 0).zscore(1)",
               "NormalDist().quantiles('a')", "NormalDist.from_samples([1])", "NormalDist() + 'a'",
               "string.Formatter().format('{')", "string.Formatter().format('}')", "string.Formatter().format('{a')", "string.Formatter().format('{0!z}', 1)", "string.Formatter().format('{0}')", "string.Formatter().format('{a}')", "string.Formatter().format()", "string.Template('$a').substitute()", "string.Template('$').substitute()", "string.Template('${a').substitute()",
               "string.capwords(5)",
               "tarfile.open('nothing.tar')", "tempfile.TemporaryFile('z')", "textwrap.wrap('abc', 0)", "textwrap.shorten('abc def', 2)", "textwrap.fill('a', width=-1)",
               "timeit.timeit(5)", "types.MappingProxyType(5)", "types.MappingProxyType({})['a']", "types.SimpleNamespace().x",
               "typing.TypeVar('T', int)", "typing.Annotated[int]", "typing.Callable[int]", "typing.Union[()]", "typing.Optional[int, str]", "typing.List[int, str]", "typing.Dict[int]", "typing.Any()", "typing.Union()", "isinstance(1, typing.List[int])", "isinstance(1, typing.Union[int, str])",
               "typing.ClassVar[int, str]", "typing.Final[int, str]", "issubclass(int, typing.List[int])", "typing.NamedTuple('A', [('_x', int)])", "class A(typing.NamedTuple):\n  x: int = 1\n  y: int", "class A(typing.Protocol):\n  pass\nisinstance(1, A)", "class A(typing.Protocol):\n  pass\nA()",
               "typing.cast(int)", "typing.Literal[1]()", "typing.Tuple[int]()[5]", "typing.TypeVar('T', bound=5)",
               "unittest.TestSuite().addTests('a')", "unittest.TestSuite().addTest(5)", "unittest.TestCase().assertEqual(1, 2)", "unittest.TestCase().assertAlmostEqual(1, 2, places=2, delta=1)", "unittest.TestCase().assertRaises(5, len)", "unittest.TestCase().assertListEqual((), [])", "unittest.TestCase().assertIn(1, [])", "unittest.TestCase().skipTest('x')",
               "unittest.TestLoader().loadTestsFromTestCase(unittest.TestSuite)", "unittest.TestCase().assertTupleEqual((1,), (2,))", "unittest.TestCase().assertDictEqual({1: 2}, {1: 3})", "unittest.TestCase().assertIs(1, 2)", "unittest.TestCase().assertRegex('a', 'b')", "unittest.TestCase().assertIsNone(1)", "unittest.TestCase().assertTrue(0)", "unittest.TestCase().assertGreater(1, 2)",
               "unittest.TestCase().assertCountEqual([1], [2])", "unittest.TestCase().fail('x')", "unittest.TestCase().assertIsInstance(1, str)", "unittest.TestCase().assertMultiLineEqual('a', 'b')", "unittest.TestCase().assertNotIn(1, [1])", "unittest.TestCase().assertNotEqual(1, 1)",
               "urllib.parse.quote(b'a', encoding='utf-8')", "urllib.parse.quote(5)", "urllib.parse.urlencode(5)", "urllib.parse.urlparse('http://[a').netloc", "urllib.parse.urlparse('http://a:b').port", "urllib.parse.urlparse('http://a:99999').port", "urllib.parse.parse_qsl('a', strict_parsing=True)", "urllib.parse.urlparse('a')._replace(x=1)", "urllib.parse.parse_qs('a=1&b', strict_parsing=True)",
               "uuid.UUID('a')", "uuid.UUID(bytes=b'a')", "uuid.UUID(int=-1)", "uuid.UUID(int=1, version=9)", "uuid.UUID()", "uuid.UUID('z' * 32)", "uuid.UUID(hex='1' * 32, int=1)", "warnings.warn(5)", "warnings.warn('a', 5)", "warnings.filterwarnings('nothing')", "warnings.filterwarnings('ignore', 5)", "warnings.simplefilter('nothing')",
               "weakref.WeakKeyDictionary()[5]", "weakref.WeakValueDictionary()['a']", "weakref.WeakValueDictionary().pop('a')",
               "zipfile.ZipFile('nothing.zip')", "zipfile.ZipFile('t.txt')", "zipfile.ZipFile('t.zip', 'z')", "zipfile.ZipFile('t.zip', 'w').read('a')", "zipfile.ZipFile('t.zip', 'w').open('a', 'z')", "zipfile.ZipFile('t.zip', compression=99)", "zipfile.ZipFile('t.zip', 'w', 99)", "zipfile.ZipFile('u.zip').getinfo('x')",
               "abc.ABCMeta('A', (), {}).register(5)", "issubclass(5, abc.ABC)", "abc.ABCMeta('A', (), {'f': abc.abstractmethod(lambda self: 1)})()", "contextlib.contextmanager(lambda: iter([]))().__enter__()", "contextlib.closing(5).__exit__()", "contextlib.suppress(5).__exit__(ValueError, 1, 2)", "contextlib.ExitStack().enter_context(5)", "contextlib.nullcontext(1).__exit__()",
               "ExceptionGroup('a', [])", "ExceptionGroup('a', [5])", "ExceptionGroup(5, [ValueError()])", "ExceptionGroup('a', 5)", "ExceptionGroup('a', [KeyboardInterrupt()])", "ExceptionGroup('a', [ValueError()]).split(5)", "try:\n  raise ValueError\nexcept* ExceptionGroup:\n  pass", "try:\n  raise ValueError\nexcept* 5:\n  pass", "ExceptionGroup('a', [ValueError()]).subgroup(5)"):
    attempt(source)
