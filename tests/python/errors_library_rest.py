# Errors of the standard library that other programs do not raise; each text runs with the modules imported.
import bisect, collections, copy, functools, hashlib, heapq, io, itertools, json, math, operator, os, os.path
import random, re, struct, time, types, weakref, zlib
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from functools import cmp_to_key, partial, reduce, singledispatch

with open("text.txt", "w") as out:
    out.write("one\ntwo\n")
text = open("text.txt")
closed = open("text.txt")
closed.close()
binary = open("text.txt", "rb")
writing = open("other.txt", "w")
point = namedtuple("point", "x y")
queue = deque([1, 2, 3])


def changing():
    d = deque([1, 2])
    for item in d:
        d.append(item)


class Bare:
    pass


def attempt(source):
    try:
        print(source, "gives", repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("hashlib.new('nothing')", "exec('1', 5)", "exec('1', {}, 5)", "eval('1', 5)", "eval('1', {}, 5)",
               "text.seek(5, 1)", "text.seek(-5)", "text.seek(5, 9)", "text.seek(-5, 2)", "text.write('a')",
               "writing.read()", "writing.write(5)", "writing.write(b'a')", "text.read('a')", "text.readline('a')",
               "closed.read()", "closed.write('a')", "closed.seek(0)", "closed.tell()", "next(closed)", "closed.__enter__()",
               "binary.seek(5, 9)", "binary.seek(-5)", "binary.write(b'a')", "binary.read('a')", 
               "writing.writelines(5)", "writing.writelines([5])", "(next(text), text.tell())", "open('text.txt', 'r', -1, 5)",
               "open('text.txt', 5)", "open('text.txt', newline=5)", "open('text.txt', newline='a')", "open('a\\0b')",
               "open(-1)", "open('text.txt', '')", "open('text.txt', 'rr')", "open('text.txt', 'r+w')", "open('text.txt', 'rbt')",
               "open('text.txt', encoding='nothing')", "io.StringIO(5)", "io.StringIO('a').seek(-1)", "io.StringIO('a').seek(1, 1)",
               "io.BytesIO('a')", "io.BytesIO(b'a').seek(-1)", "io.StringIO().write(5)", "io.BytesIO().write('a')",
               "sum([b'a'], b'')", "sum(['a'], '')", "sum([bytearray()], bytearray())", "max()", "max(1, key=5)",
               "max(1, 2, default=3)", "min([], default=1, key=5)", "iter(5, 1)", "print(1, sep=5)", "print(1, end=5)",
               "getattr(5, 5)", "format(5, 5)", "ord(5)", "issubclass(5, int)", "round(float('nan'))", "reversed(5)",
               "reversed({1})", "map(len)", "list(zip([1, 2], [1], strict=True))", "list(zip([1], [1, 2], strict=True))",
               "list(zip([1], [1], [1, 2], strict=True))", "list(zip([1, 2], [1, 2], [1], strict=True))",
               "time.strftime(5)", "time.strftime('%Y', (1, 2))", "time.strptime('a', '%Y')", "time.strptime('1', '%q')",
               "time.sleep(-1)", "time.sleep('a')", "time.localtime('a')", 
               "defaultdict(5)", "defaultdict(None)['a']", "defaultdict().popitem()", "deque(5)", "deque([], 'a')",
               "deque([], -1)", "deque().pop()", "deque().popleft()", "queue[5]", "queue['a']", "queue.remove(9)",
               "queue.index(9)", "queue.rotate('a')", "queue.insert('a', 1)", "queue + [1]", "changing()",
               "deque([1], 1).insert(0, 2)", "hash(queue)", "queue.extend(5)", "Counter(5)",
               "Counter(a='x') + Counter(a=1)", "OrderedDict().popitem()",
               "OrderedDict().move_to_end('a')", "OrderedDict(5)", "collections.ChainMap()['a']",
               "partial(5)", "reduce(5, [1, 2])", "reduce(max, [])", "reduce(max, 5)", 
               "cmp_to_key(5)(1) < cmp_to_key(5)(2)", "cmp_to_key(max)(1) < 5", 
               "functools.lru_cache(5.5)(len)", "functools.lru_cache('a')", "functools.lru_cache(len)([])", 
               "functools.total_ordering(Bare)", "singledispatch(len).register(5)", "singledispatch(lambda x: x)()",
               "heapq.heappop([])", "heapq.heappush(5, 1)", "heapq.heapify(5)", "heapq.heapreplace([], 1)", 
               "bisect.bisect(5, 1)", "bisect.bisect([1], 'a')", "bisect.bisect([1], 1, -1)", "bisect.insort((1,), 1)",
               "itertools.product([1], repeat='a')", "itertools.product([1], repeat=-1)", "itertools.product(5)",
               "itertools.permutations([1], 'a')", "itertools.permutations([1], -1)", "itertools.combinations([1])",
               "itertools.combinations([1], -1)", "itertools.combinations([1], 'a')", "itertools.count('a')", "itertools.repeat()",
               "itertools.repeat(1, 'a')", "itertools.islice([1])", "itertools.islice([1], -1)", "itertools.islice([1], 'a')",
               "itertools.islice([1], 1, 2, 0)", "itertools.islice([1], 1, 2, -1)", "itertools.chain(5).__next__()",
               "next(itertools.chain.from_iterable(5))", "itertools.cycle(5)", "itertools.starmap(5)", "next(itertools.starmap(max, [5]))",
               "itertools.takewhile(5)", "next(itertools.takewhile(5, [1]))", "itertools.groupby()", "itertools.zip_longest(5)",
               "itertools.tee(5)", "itertools.tee([1], -1)", "itertools.accumulate(5)",
               "itertools.compress([1])", "itertools.pairwise(5)", 
               "itertools.chain(x=1)", "itertools.filterfalse(None)",
               "json.loads('')", "json.loads('[1')", "json.loads('[1,]')", "json.loads('{1: 2}')", "json.loads('{\"a\" 1}')",
               "json.loads('{\"a\": 1,}')", "json.loads('\"a')", "json.loads('\"\\\\q\"')", "json.loads('\"\\\\u12\"')",
               "json.loads('\"\\\\ud800\\\\u12\"')", "json.loads('nul')", "json.loads('1 2')", "json.loads('\"\\n\"')", "json.loads(5)",
               "json.loads('[1}')", "json.loads('{\"a\": }')", "json.loads('-')", "json.loads('01')", "json.dumps(Bare)",
               "json.dumps({1, 2})", "json.dumps({(1, 2): 3})", "json.dumps(float('nan'), allow_nan=False)", "json.load(5)",
               "json.dumps(queue)", "json.dumps(1j)", "json.loads(b'\\xff')",
               "math.sqrt(-1)", "math.log(0)", "math.log(-1)", "math.log(1, 1)", "math.log(1, 0)", "math.log10(0)", "math.log2(-1)",
               "math.exp(1000)", "math.pow(0, -1)", "math.pow(-1, 0.5)", "math.factorial(-1)", "math.factorial(1.5)",
               "math.factorial('a')", "math.gcd(1.5)", "math.gcd('a')", "math.lcm(1.5, 2)", "math.comb(-1, 2)", "math.comb(5, -1)",
               "math.comb(1.5, 2)", "math.perm(5, -1)", "math.isqrt(-1)", "math.isqrt(1.5)", "math.floor('a')",
               "math.ceil('a')", "math.floor(float('nan'))", "math.ceil(float('inf'))", "math.trunc('a')", "math.trunc(float('inf'))",
               "math.fsum(['a'])", "math.dist([1], [1, 2])",
               "math.hypot('a')", "math.acos(2)", "math.atanh(1)", "math.gamma(0)", "math.gamma(-1)", "math.lgamma(0)",
               "math.fmod(1, 0)", "math.remainder(1, 0)", "math.ldexp(1, 10**5)", "math.sin('a')", "math.sin(float('inf'))",
               "math.prod(['a', 'b'])", "math.prod(5)", "math.nothing", 
               "math.frexp('a')", "math.modf('a')", "math.degrees('a')", "math.sqrt(10**400)", "math.nextafter(1, 'a')",
               "namedtuple('a b', 'x')", "namedtuple('A', 'class')", "namedtuple('A', 'x x')", "namedtuple('A', '_x')",
               "namedtuple('A', '1x')", "namedtuple('class', 'x')", "namedtuple('A', 'x y', defaults=[1, 2, 3])", "point(1)", "point(1, 2, 3)", "point(1, z=2)",
               "point(1, x=2)", "point._make([1])", "point(1, 2)._replace(z=1)", "point(1, 2).z", "setattr(point(1, 2), 'x', 1)", "point(1, 2)[5]",
               "operator.attrgetter()", "operator.attrgetter(5)", "operator.attrgetter('a')(5)", "operator.itemgetter()", "operator.itemgetter(5)([1])",
               "operator.methodcaller()", "operator.methodcaller(5)", "operator.methodcaller('a')(5)", "operator.add(1, 'a')",
               "operator.index(1.5)", "operator.concat(1, 2)", "operator.indexOf([1], 2)", 
               "operator.setitem(5, 1, 2)", "operator.delitem([1], 5)", "operator.contains(5, 1)",
               "os.listdir('nothing')", "os.mkdir('text.txt')", "os.remove('nothing')", "os.rmdir('nothing')", "os.rename('nothing', 'a')",
               "os.rename(5, 'a')", "os.rename('a', 5.5)", "os.makedirs('text.txt')", "os.chdir('nothing')", "os.stat('nothing')", "os.environ['NOTHING']",
               "os.environ.__setitem__('a=b', 'c')", "os.environ.__setitem__(5, 'c')", "os.path.join()", "os.path.join(5)", "os.path.join('a', 5)",
               "os.path.exists(1.5)", "os.path.getsize('nothing')", "os.path.basename(5)", "os.path.abspath(5)", "os.path.relpath('')", "os.path.splitext(5)",
               "os.path.commonpath([])", "os.path.commonpath(['a', '/b'])", "os.listdir(5.5)", "os.urandom(-1)", "os.getenv(5)", "os.utime('text.txt', 5)",
               "os.write(1, 'a')", "os.mkdir(5.5)", "os.fspath(5)", "os.scandir('nothing')", "os.strerror('a')",
               "random.choice([])", "random.choice(5)", "random.choice({1: 2})", "random.randint(2, 1)", "random.randrange(0)",
               "random.randrange(5, 1)", "random.randrange(1, 2, 0)", "random.sample([1], 2)", "random.sample([1], -1)",
               "random.sample({1}, 1)", "random.sample(5, 1)", "random.sample([1, 2], 2, counts=[1])", "random.shuffle(5)", "random.shuffle((1, 2))",
               "random.choices([], k=1)", "random.choices([1], [1, 2])", "random.choices([1], [0])",
               "random.choices([1, 2], [1, 1], cum_weights=[1, 2])", "random.choices([1], [float('inf')])", "random.getrandbits(-1)", "random.getrandbits('a')",
               "random.seed([1])", "random.seed(1, 5)", "random.setstate((3, 5, None))",
               "random.setstate((3, (1,), None))", "random.expovariate(0)", "random.triangular('a')", "random.betavariate(0, 0)", 
               "random.gammavariate(0, 1)", "random.paretovariate(0)",
               "re.compile('(')", "re.compile(')')", "re.compile('[')", "re.compile('*')", "re.compile('a**')", "re.compile('(?P<a')", "re.compile('(?P<1>a)')",
               "re.compile('(?P<a>b)(?P<a>c)')", "re.compile('(?P=a)')", "re.compile('\\\\1')", "re.compile('a{2,1}')", "re.compile('[b-a]')", "re.compile('(?<=a*)')",
               "re.compile('\\\\')", "re.compile('(?z)')", "re.compile(5)", "re.match('a', 5)", "re.match('a', b'a')", "re.sub('a', 5, 'a')",
               "re.sub('a', '\\\\1', 'a')", "re.sub('a', '\\\\g<x>', 'a')", "re.sub('a', lambda m: 5, 'a')", "re.match('a', 'a').group(5)", "re.match('a', 'a').group('x')",
               "re.match('a', 'a').start(5)", "re.split('a', 5)", "re.findall('a', None)", "re.match('a', 'a').group(1.5)", "re.compile('a', re.A | re.U)",
               "re.compile(b'a', re.U)", "re.compile('(?i)a(?z)')", "re.compile('a(?i)')", "re.compile('\\\\q')", "re.compile('(?#')", "re.sub(b'a', 'b', b'a')",
               "struct.pack('i')", "struct.pack('i', 1, 2)", "struct.pack('i', 'a')", "struct.pack('b', 200)", "struct.pack('B', -1)", "struct.pack('c', 'a')",
               "struct.pack('z')", "struct.pack('5')", "struct.pack(5)", "struct.pack()", "struct.unpack('i', b'a')", "struct.unpack('i', 'a')", "struct.pack('f', 'a')",
               "struct.pack('f', 1e300)", "struct.pack('i', 2**40)", "struct.pack('s', 'a')", "struct.unpack_from('i', b'abcd', 2)", "struct.unpack_from('i', b'abcd', 9)",
               "struct.unpack_from('i', b'abcd', -9)", 
               "list(struct.iter_unpack('i', b'abc'))", "list(struct.iter_unpack('', b'abc'))", "struct.Struct(5)", "struct.calcsize('z')", "struct.pack('i' * 2, 1)",
               "struct.calcsize('9999999999999999999i')", "struct.pack('e', 1e10)", "struct.pack('?')", "struct.pack('a\\0')",
               "weakref.ref(5)", "weakref.proxy(Bare()).x", "zlib.decompress(b'a')", "zlib.compress('a')",
               "copy.copy(open)", "types.SimpleNamespace().x", "types.MappingProxyType(5)", "types.MethodType(5, 5)",
               "types.MethodType(len, None)"):
    attempt(source)
