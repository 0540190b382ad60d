# Errors of the standard library's modules; each text runs with the names below.
import argparse, array, ast, asyncio, collections, collections.abc, concurrent.futures, configparser, contextlib, csv, enum, filecmp, functools
import gzip, inspect, io, locale, re, shlex, statistics, tarfile, threading, types, typing, urllib.request, zipfile
from decimal import Decimal
from fractions import Fraction
from unittest.mock import AsyncMock, Mock, seal

with open("a.txt", "w") as file:
    file.write("1\n2\n")


def parser():
    made = argparse.ArgumentParser(prog="p", exit_on_error=False)
    made.add_argument("--alpha", type=int)
    made.add_argument("--alpine", nargs="+")
    group = made.add_mutually_exclusive_group()
    group.add_argument("--x", action="store_true")
    group.add_argument("--y")
    return made


def par2():
    made = argparse.ArgumentParser(prog="p", exit_on_error=False)
    made.add_argument("-f", nargs="+")
    made.add_argument("files", nargs="+")
    return made


class Gen(collections.abc.Generator):
    def send(self, value):
        return 1

    def throw(self, kind, value=None, trace=None):
        return 2


class Cor(collections.abc.Coroutine):
    def send(self, value):
        return 1

    def throw(self, kind, value=None, trace=None):
        return 2

    def __await__(self):
        yield


class Color(enum.Enum):
    RED = 1


class Src:
    def meth(self): pass


us = collections.UserString.__new__(collections.UserString)
ini = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
ini.read_string("[a]\nx = ${b:c:d}\ny = ${q}\nz = ${\nw=$\nv=${a:nope}\n")
T, K = typing.TypeVar("T"), typing.TypeVar("K")
made = types.new_class("Made")
exec("class FromExec: pass")
am, m = AsyncMock(), Mock()
m.a.b
seal(m)


def wrong_ctx():
    @contextlib.contextmanager
    def managed():
        try:
            yield 1
        except ValueError:
            yield 2
    with managed():
        raise ValueError("v")


def wrong_ctx2():
    @contextlib.contextmanager
    def managed():
        yield 1
        yield 2
    with managed():
        pass


async def wrong_actx():
    @contextlib.asynccontextmanager
    async def managed():
        try:
            yield 1
        except ValueError:
            yield 2
    async with managed():
        raise ValueError("v")


def awaited():
    asyncio.run(am(1, k=2))


def gz(change):
    data = bytearray(gzip.compress(b"hello world", mtime=0))
    change(data)
    return gzip.decompress(bytes(data))


def zipbad():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"hello" * 100)
    data = bytearray(file.getvalue())
    data[31] = 0xff
    return zipfile.ZipFile(io.BytesIO(bytes(data))).read("a")


def tar_of(**files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def attempt(source):
    label = source.replace("\n", "; ")
    try:
        try:
            code = compile(source, "<string>", "eval")
        except SyntaxError:
            code = compile(source, "<string>", "exec")
        print(label, "gives", repr(eval(code, globals())))
    except (Exception, SystemExit) as error:
        print(label, type(error).__name__, error)


for source in ("parser().parse_args(['--al', '1'])", "parser().parse_args(['--x', '--y', '1'])", "parser().parse_args(['--y', '1', '--x'])",
               "parser().parse_args(['--alpine'])", "par2().parse_args(['-f'])", "par2().parse_args([])", "par2().parse_args(['-f', 'a', '--'])",
               "par2().parse_args(['x', '-f'])", "array.array('i', [1]) + array.array('d', [1])", "array.array('i', [1]) + 5", "ast.literal_eval(5)",
               "ast.literal_eval('`')", "ast.literal_eval('x=1')", 'ast.literal_eval(\'"a" "b"\')', "ast.literal_eval('@')",
               "ast.literal_eval('a ? b')", "ast.literal_eval('1+2j')", "ast.literal_eval('...')", "ast.literal_eval('x := 1')",
               "ast.literal_eval('1 2')", "Gen().close()", "Cor().close()", "us.upper", "us.data", "collections.UserString('a').nothing",
               "list(concurrent.futures.as_completed([concurrent.futures.Future()], timeout=0))",
               "list(concurrent.futures.as_completed([concurrent.futures.Future(), concurrent.futures.Future()], timeout=0.01))",
               "ini.get('a', 'x')", "ini.get('a', 'y')", "ini.get('a', 'z')", "ini.get('a', 'w')", "ini.get('a', 'v')", "wrong_ctx()",
               "wrong_ctx2()", "asyncio.run(wrong_actx())", "csv.writer(io.StringIO(), quotechar='', quoting=1)",
               "csv.writer(io.StringIO(), quotechar=None, quoting=1)", "csv.reader([], quotechar=None, quoting=csv.QUOTE_ALL)",
               "csv.reader([], quotechar='', quoting=0)", "csv.reader([], quoting=9)", "Decimal(1) + 1.5", "1.5 + Decimal(1)", "'a' * Decimal(1)",
               "[1] + Decimal(1)", "None - Decimal(1)", "'a' % Decimal(1)", "b'a' // Decimal(1)", "{} / Decimal(1)", "2.0 ** Decimal(1)",
               "Decimal(1) ** 2.0", "divmod(1.5, Decimal(1))", "Decimal(1) < 'a'", "format(Decimal(1), 'x')", "format(Decimal(1), '5d')",
               "format(Decimal(1), '.2fz')", "format(Decimal(1), 5)", "f'{Decimal(1):q}'", "f'{Decimal(1):.2f}'", "Decimal(2) ** Decimal('1.5')",
               "Decimal(2) ** Decimal('0.5')", "Decimal(4) ** Decimal('1.5')", "Decimal(10) ** Decimal('-0.3')", "Decimal(-2) ** Decimal('1.5')",
               "Decimal(0) ** Decimal('1.5')", "Decimal(2).ln()", "Decimal(2).exp()", "Decimal(2).log10()", "Decimal(100).log10()",
               "Decimal(0).ln()", "Decimal(-1).ln()", "Decimal('1.1') ** Decimal('100.5')", "pow(Decimal(2), Decimal('1.5'))",
               "Decimal(1) ** Decimal('0.3')", "Decimal(2) ** Decimal('1e-30')", "Decimal(2) ** Decimal('1000000.5')",
               "Decimal('Infinity') ** Decimal('1.5')", "Decimal('0.5') ** Decimal('Infinity')", "Decimal(10).logb()", "Color.__nothing__",
               "Color.nothing", "Color['x']", "Color(5)", "Color.__len", "filecmp.dircmp('.', '.').nothing", "Decimal('nan') ** Decimal('1.5')",
               "type('A', (), {'a': (c := functools.cached_property(len)), 'b': c})", "class A:\n    a = functools.cached_property(len)\n    b = a",
               "gz(lambda d: d.__setitem__(-6, d[-6] ^ 1))", "gz(lambda d: d.__setitem__(-1, d[-1] ^ 1))",
               "gz(lambda d: d.__delitem__(slice(-5, None)))", "gzip.decompress(b'ab')", "gzip.GzipFile(fileobj=io.BytesIO(b'ab')).read()",
               "inspect.getsource(made)", "inspect.getsource(FromExec)", "inspect.getsource(int)", "inspect.getsource(5)", "inspect.getsource(len)",
               "inspect.getsource(type('X', (), {}))", "inspect.getsource(Src)", "inspect.getsource(Src.meth)",
               "inspect.getsourcelines(type('Src2', (), {'f': Src.meth}))", "inspect.getsource(Src())", "locale.setlocale(99)",
               "locale.setlocale(-1, 'C')", "locale.setlocale(locale.LC_ALL, 'xx_YY')", "shlex.split(None)", 'shlex.split(\'"a\')',
               "shlex.split('a\\\')", 'list(shlex.shlex(\'"a\'))', "statistics.mean([Decimal(1), Fraction(1, 2)])",
               "statistics.mean([1.5, Decimal(1)])", "statistics.mean(['a'])", "statistics.stdev([Decimal(1), Fraction(1)])",
               "statistics.mean([Decimal(1), 1.5])", "tarfile.open('none.tar')", "tarfile.open('a.txt')", "tarfile.open('a.txt', 'r:gz')",
               "tarfile.open('a.txt', 'q')", "tarfile.open('a.txt', 'r:zz')", "tarfile.open(fileobj=io.BytesIO(b''))",
               "tarfile.open(fileobj=io.BytesIO(b'x'*600))", "tarfile.open(fileobj=io.BytesIO(b'x'*60))", "tarfile.open('a.txt', 'w:zz')",
               "tarfile.open('a.txt', 'rw')",
               "tarfile.open(fileobj=io.BytesIO(tar_of(a=b'x')[:148] + b'zzzzzzzz' + tar_of(a=b'x')[156:])).getnames()",
               "tarfile.open(fileobj=io.BytesIO(tar_of(a=b'x')[:124] + b'zzzzzzzz' + tar_of(a=b'x')[132:])).getnames()",
               "tarfile.open(fileobj=io.BytesIO(tar_of(a=b'x')[:100])).getnames()",
               "tarfile.open(fileobj=io.BytesIO(tar_of(a=b'x', b=b'y')[:1024] + b'q' + tar_of(a=b'x', b=b'y')[1025:])).getnames()",
               "tarfile.open(fileobj=io.BytesIO(bytes(1024))).getnames()", "tarfile.open(fileobj=io.BytesIO(bytes(100))).getnames()",
               "tarfile.open('a.txt', 'x')", "tarfile.open('a.txt', '')", "tarfile.TarFile('a.txt', 'q')", "tarfile.open('a.txt', 'a').getnames()",
               "threading.local().__delattr__('x')", "delattr(threading.local(), 'x')", "threading.local().x", "typing.Callable[int, str]",
               "typing.Callable[[int], str]", "typing.Callable[5, 6]", "typing.Dict[int]", "typing.Dict[int, str, str]", "typing.List[int, str]",
               "typing.List[T][int, str]", "typing.Dict[T, K][int]", "typing.Dict[K, T][int, str, str]", "typing.Optional[int, str]",
               "typing.Union[()]", "typing.List[5]", "typing.List[int][str]", "typing.Callable[int]", "typing.Callable[(), int]",
               "typing.Callable[(int,), int]", "typing.Set[T][()]", "typing.Tuple[T, K][int]", "awaited()", "am.assert_not_awaited()",
               "am.assert_awaited_with(2)", "am.assert_awaited_with(1, k=2)", "am.assert_awaited_once_with(3)", "am.assert_any_await(9)",
               "am.assert_has_awaits([9])", "am.assert_awaited_once()", "am.assert_not_awaited()", "AsyncMock(name='n').assert_awaited()",
               "AsyncMock(name='n').assert_awaited_with(1)", "m.c", "m.a.c", "m.a()", "m.a.b()", "m()", "m.zz = 5", "m.a.b.q",
               "urllib.request.urlopen('file:///nowhere/at/all')", "urllib.request.urlopen('nowhere')", "zipbad()", "zipfile.ZipFile('a.txt')",
               "zipfile.ZipFile(io.BytesIO(b''))", "re.compile('(?<=a+)b')", "re.compile('(?<=ab|c)d')", "re.compile('(?(1)a|b)')",
               "re.compile('(?x) a b').match('ab')", "re.compile('(?:' * 300 + ')' * 300)", "re.compile('a{4294967296}')", "re.compile('(?<!a*)b')",
               "re.compile('(?x)a # c\\n b').pattern", "re.compile('(' * 150 + ')' * 150).groups", "re.compile('((a{1000}){1000})')",
               "re.compile('(?<=\\\\b)a').search('a')", "re.compile('(?<=(?=aa))b')", "re.compile('[a-z' + '\\u00e9' + ']*').match('\\u00e9')"):
    attempt(source)
awaited()
attempt("am.assert_awaited_once()")
attempt("am.assert_has_awaits([((1,), {'k': 2}), ((9,), {})], any_order=True)")
for source in ("statistics.variance([Fraction(1), Decimal(2)])", "ast.literal_eval('\u00e9')", "ast.literal_eval('f(1)')", "ast.literal_eval('[1, a]')",
               "array.array('i', [1]) + array.array('d', [1])"):
    try:
        eval(source)
    except Exception as error:
        print(source, type(error).__name__)
