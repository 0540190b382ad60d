# Errors of classes, attributes and built-in types; each text runs with the names below.
import array, collections, itertools, operator, random, re, types, typing, weakref


class N:
    pass


class Index:
    def __index__(self):
        return -5


class Meta(type):
    pass


class Sets:
    def __set__(self, instance, value):
        pass


class Deletes:
    def __delete__(self, instance):
        pass


class Holder:
    sets, deletes = Sets(), Deletes()


class StoresItems:
    def __setitem__(self, key, value):
        pass


class DeletesItems:
    def __delitem__(self, key):
        pass


class Called:
    def __call__(self):
        return 1


def function():
    pass


module = types.ModuleType("mm")
letters = bytearray(b"ab")
reference = weakref.ref(function)


def attempt(source):
    label = source.replace("\n", "; ")
    try:
        try:
            code = compile(source, "<string>", "eval")
        except SyntaxError:
            code = compile(source, "<string>", "exec")
        print(label, "gives", repr(eval(code, globals())))
    except Exception as error:
        print(label, type(error).__name__, error)


print(SyntaxError("a", iter(("f", 1, 2, "text"))).lineno)
for kind in (classmethod, staticmethod):
    try:
        kind(len).__getattr__("q")
    except AttributeError as error:
        print(type(error).__name__)
for name in ("__name__", "__qualname__"):
    try:
        delattr(function, name)
    except TypeError as error:
        print(name, type(error).__name__)
for source in ("class A(5): pass", "class A(N(), 5): pass", "type('A', (5,), {})", "type('A', ('x',), {})", "class A(N, 'x'): pass", "class A(None): pass",
               "class A(re): pass", "class A(re, N): pass", "class A(N, re): pass", "class A(object()): pass", "type('A', (object(),), {})", "class A([]): pass",
               "class A(1.5): pass", "class A(N()): pass", "class A(N, metaclass=int): pass", "class A(N, N): pass", "class A(bool): pass", "type(None)(1)",
               "super(N)", "super(N).x", "super(5)", "super(N, 5)", "repr(super(N))", "super(N).__get__(N(), N).__class__", "super(int).__get__(True).bit_length()",
               "super(N, None)", "super(N).__thisclass__", "super(N).__self__",
               "Meta(5)", "Meta(N())", "Meta()", "Meta('a', (), {}).__name__", "object.__new__(int)", "int.__new__(bool)", "tuple.__new__(N)", "int.__new__(float)",
               "object.__new__(itertools.count)", "tuple.__new__(collections.namedtuple('A', 'x'), (1,)).x",
               "del module.nothing", "delattr(module, 'x')", "module.nothing", "del module.__name__", "module.nothing", "(5).__dict__ = {}",
               "Meta.__dict__ = {}", "function.__dict__ = 5", "function.__dict__ = {'a': 1}", "function.a", "del N.__name__", "del ValueError().args",
               "del ValueError().__cause__", "(5).real = 1", "Holder().sets = 1", "del Holder().sets", "del Holder().deletes", "Holder().deletes = 1",
               "del StoresItems()[1]", "DeletesItems()[1] = 2", "StoresItems()[1]", "StoresItems()[1] = 2", "del Called.__call__", "Called()()",
               "object.__getattribute__(N(), 5)", "object.__setattr__(N(), 5, 1)", "object.__delattr__(N(), 5)", "type.__setattr__(N, 5, 1)", "type.__getattribute__(N, 5)",
               "letters += 5", "letters.__iadd__('a')", "letters + 5", "bytearray(Index())", "bytearray(-5)", "bytes(Index())",
               "SyntaxError('a', (1, 2, 3))", "SyntaxError('a', (1, 2, 3, 4, 5))", "SyntaxError('a', 5)", "SyntaxError('a', ('f', 1, 2, 'text', 1, 3)).end_offset",
               "format(1.5, '.2147483648f')", "format(1.5, '.99999999999999999999f')", "format(1, '.3d')", "len(format(1.5, '.1000001f'))", "format(1.5, '.1000001g')",
               "len(format(5e-324, '.800g'))", "len(format(0.1, '.2000e'))", "len(format(0.1, '#.2000g'))", "format(0.1, '.60')", "format(2**-30, '.1200f')[-80:]",
               "memoryview(b'ab').cast('B', [1] * 65)", "memoryview(b'ab').cast('B', [])", "memoryview(b'a').cast('B', [1] * 64).ndim",
               "memoryview(b'a').cast('B', []).ndim", "memoryview(b'a').cast('B', []).tolist()", "memoryview(b'a').cast('B', [])[()]", "memoryview(b'a').cast('B', [])[0]",
               "memoryview(b'a').cast('B', []).shape", "memoryview(letters).cast('B', [1, 2]).cast('B', [2, 1])",
               "reference(1)", "reference(x=1)", "reference() is function", "len(itertools.repeat(5))", "len(itertools.repeat(5, 2))", "operator.length_hint(itertools.repeat(5), 7)",
               "operator.length_hint(itertools.repeat(5, 3))", "itertools.repeat(5).__length_hint__()"):
    attempt(source)
random.seed(5)
for source in ("random.randint(-2**63, 2**63 - 1)", "random.randrange(2**64)", "random.randrange(0, 2**65, 2**10)", "random.randrange(2**65, 0, -3)", "random.randint(2**70, 2**70)",
               "random.randint(1e30, 2e30)", "random.randint(0, 2**200)", "random.randrange(10)", "random.randint(2**70, 2**69)", "random.randrange(2**70, 2**69)", "random.randrange(-2**70)",
               "random.randrange(0, 2**70, 0)", "random.randrange(0, 2**70, -2**65)", "random.randint(1.5, 2)", "random.randint('a', 2)", "random.randrange(2**64, 2.5)",
               "random.randrange(5, 5, 2)"):
    attempt(source)


class Point(typing.NamedTuple):
    a: int
    b: str = "x"


class Further(Point):
    def __new__(cls, a):
        return super().__new__(cls, a, "q")


more = Further(3)
more.extra = 5
print(Point(1), Point(1).b, Point._make([1, 2]), Point(1)._replace(b=3), hash(Point(1)) == hash((1, "x")), more, more.extra, more.__dict__)
Wide = typing.NamedTuple("Wide", [(f"f{i}", int) for i in range(70)])
print(Wide(*range(70)).f69, len(Wide(*range(70))))
Wider = collections.namedtuple("Wider", [f"x{i}" for i in range(400)])
print(Wider(*range(400)).x399, type("Kept", (Wider,), {})(*range(400))._asdict()["x7"])
print(collections.namedtuple("N", ["é", "ü"])(1, ü=2), list(itertools.combinations("abc", 1 << 25)), list(itertools.combinations_with_replacement("", 1 << 25)))
for source in ("Wider(1)", "Point(1, 2, 3)", "Point._make([1])", "Point._make.__func__(int, [1])", "Point._make.__func__(5, [1])", "itertools.product('ab', repeat=1 << 62)",
               "itertools.combinations('ab', -1)", "itertools.permutations('ab', 'c')"):
    attempt(source)
