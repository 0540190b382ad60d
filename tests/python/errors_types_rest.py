# What the types that are built in refuse, and the words for it.
import types, weakref, collections, sys
from collections import OrderedDict
def attempt(source):
    try:
        result = eval(source) if "\n" not in source and not source.startswith("class ") else exec(source, globals())
        print(source, "gives", repr(result))
    except (Exception, SystemExit) as error:
        print(source, type(error).__name__, error)

class Plain:
    pass

class Slotted:
    __slots__ = ("x",)

class Nothing(Exception):
    pass

def gen():
    yield 1

def turned(d):
    for k in d:
        del d[k]
        d[k + 10] = 1

class NotCallable:
    __call__ = None

class AllBad:
    pass

for source in ("(1e300+1e300j) ** 5.5", "(1e200+0j) ** 3", "complex('a')", "gen().throw(ValueError(1), 5)",
               "gen().throw(ValueError, 5, 6)", "gen().throw(ValueError, ValueError('a'))", "gen().throw(5)",
               "gen().throw(ValueError, 1, None, 2)", "gen().throw()", "bytearray(b'a') + 5", "bytearray(b'a') + 'a'",
               "bytearray(-1)", "bytearray('a')", "bytearray(5, 'utf-8')", "bytes('a')", "bytes(5, 'utf-8')",
               "bytes(-1)", "bytes(encoding='a')", "bytearray(encoding='utf-8')", "bytearray(b'a').extend(5)",
               "bytearray(b'a') * -1", "type('A', 5, {})", "type('A', (), 5)", "type(5, (), {})", "type('A', ())",
               "type.__new__(type)", "type.__new__(type, 5)", "type.__new__(type, 'A')", "str.join(5, [])",
               "super(int, 'a')", "super(5)", "super(5, 5)", "super(Plain, Plain()).x", "super()",
               "format(1, 'x' * 5)", "format(1.0, '.99999999999999999999f')", "format(1.0, '99999999999999999999f')",
               "format('a', '.99999999999999999999')", "'%.99999999999999999999f' % 1",
               "'%99999999999999999999d' % 1", "'%.*d' % ('a', 1)", "'%c' % 'ab'", "'%c' % 1.5", "format(1, 'c') ",
               "format(10**20, 'c')", "turned({1: 1, 2: 2})", "memoryview(b'abcd').cast('I')[0] > 0",
               "memoryview(b'abcd').cast('I').cast('H')", "memoryview(b'abcd')[::2].cast('I')",
               "memoryview(b'abcd').cast('B', [3])", "memoryview(b'abcd').cast('B', 5)",
               "memoryview(b'abcd').cast('B', [0])", "memoryview(b'abcd').cast('B', [-1, -4])",
               "memoryview(b'abcd').cast('B', ['a'])", "memoryview(b'abcd').cast('B', [1.5])",
               "memoryview(b'abcd').cast('z')", "memoryview(b'abcd').cast(5)", "memoryview(b'abcd').cast('BB')",
               "hash(memoryview(b'abcd').cast('I'))", "memoryview(b'abc').cast('I')",
               "hash(memoryview(bytearray(b'a')))",
               "memoryview(bytearray(b'abcd')).cast('B', [2, 2]).__setitem__(0, 1)",
               "memoryview(bytearray(b'abcd')).cast('B', [2, 2]).__setitem__(slice(0, 1), b'ab')",
               "memoryview(bytearray(b'abcd')).cast('B', [2, 2]).__setitem__((0, 1, 1), 1)",
               "memoryview(bytearray(b'abcd')).cast('B', [2, 2]).__setitem__((0,), 1)",
               "memoryview(b'abcd').cast('B', [2, 2])[0]", "memoryview(b'abcd').cast('B', [2, 2])[0, 5]",
               "memoryview(b'abcd').cast('B', [2, 2])[0:1, 0:1]", "memoryview(b'abcd').cast('B', [2, 2])[0, 0, 0]",
               "memoryview(b'abcd').cast('B', [2, 2])[(0,)]", "memoryview(b'abcd').cast('B', [2, 2])['a']",
               "memoryview(b'abcd').cast('B', [2, 2])[0, 'a']", "memoryview(b'a')['a']", "memoryview(b'a')[5]",
               "memoryview(b'a').__setitem__(0, 1)", "memoryview(bytearray(b'a')).__setitem__(0, 'a')",
               "memoryview(bytearray(b'a')).__setitem__(0, 300)",
               "memoryview(bytearray(b'a')).__setitem__(slice(0, 1), b'abc')",
               "memoryview(bytearray(b'a')).__delitem__(0)", "list(memoryview(b'abcd').cast('B', [2, 2]))",
               "memoryview(b'abcd').cast('B', [2, 2]).cast('B', [4, 1])", "memoryview(b'abcd').release() or 1",
               "str.maketrans(5)", "str.maketrans(5, 'a')", "str.maketrans('a', 5)", "str.maketrans('a', 'b', 5)",
               "str.maketrans('ab', 'c')", "str.maketrans({'ab': 1})", "str.maketrans({1.5: 1})", "str.maketrans()",
               "'a'.translate(5)", "'a'.translate({97: 1.5})", "str(b'a', 'utf-8', 5)", "str(b'a', 5)",
               "str(b'a', errors=5)", "str('a', 'utf-8')", "str(5, 'utf-8')", "str(b'a', 'nothing')",
               "str(b'\\xff', 'utf-8', 'nothing')", "str(1, 2, 3, 4)", "'{[a]b}'.format({'a': 1})",
               "'{a{b}}'.format(a=1, b=2)", "'{0[a{b}]}'.format({'a': 1}, b=2)", "'{a{'.format(a=1)",
               "'{0.{1}}'.format(1, 2)", "'{0[}'.format([1])", "'{0.}'.format(1)", "'{0[]}'.format([1])",
               "'{!}'.format(1)", "'{!x}'.format(1)", "'{!rx}'.format(1)", "'{:{:{}}}'.format(1, 2, 3)",
               "'{'.format()", "'}'.format()", "'{0}{}'.format(1)", "'{}{0}'.format(1)", "int.__new__(str)",
               "object.__new__(int)", "object.__new__(5)", "object.__new__(str)", "tuple.__new__(list)",
               "float.__new__(int)", "int.__new__(Plain)", "object.__new__(Plain, 1)", "Plain(1)", "type(gen())()",
               "type(len)()", "type({}.keys())()", "type(iter([]))()", "type(sys)()", "types.MethodType()",
               "types.MethodType(5, 5)", "types.MethodType(len, None)", "types.GeneratorType()",
               "types.CoroutineType()", "types.BuiltinFunctionType()", "types.ModuleType()", "types.ModuleType(5)",
               "types.ModuleType('m').x", "issubclass(5, int)", "issubclass(5, (int, str))", "issubclass(int, 5)",
               "isinstance(1, 5)", "isinstance(1, (int, 5))", "isinstance('a', (int, 5))",
               "Plain.__subclasscheck__(5)", "type.__subclasscheck__(int, 5)", "type.__instancecheck__(5, 5)",
               "NotCallable()()", "Plain()()", "Plain().x", "Plain()[0]", "Plain().__setitem__",
               "setattr(Plain(), 5, 1)", "getattr(Plain(), 5)", "delattr(Plain(), 5)", "hasattr(Plain(), 5)",
               "delattr(Plain(), 'x')", "object.__getattribute__(Plain(), 5)", "object.__delattr__(Plain(), 'x')",
               "Plain().__getattribute__(5)", "del Plain()[0]", "Plain().__delitem__(0)", "Plain()[0] = 1",
               "del (1)[0]\n1", "del 'a'[0]\n1", "(1)[0] = 1\n1", "'a'[0] = 1\n1", "del (1, 2)[0]\n1",
               "del b'a'[0]\n1", "del range(5)[0]\n1", "range(5)[0] = 1\n1", "del {1}[0]\n1", "del gen()[0]\n1",
               "x = Plain()\nx[0] = 1", "x = Plain()\ndel x[0]", "len[0] = 1\n1", "int[0] = 1\n1", "del int[0]\n1",
               "list.__setitem__(5, 1, 2)", "list.append(5, 1)", "list.append()", "len.__call__()", "int.__add__(1)",
               "int.__add__('a', 1)", "int.__add__()", "str.upper(5)", "(5).__add__()", "(5).__add__(1, 2)",
               "[].__len__(1)", "Plain.__eq__()", "Plain.__init__()", "Plain.__init__(5)", "Plain().__init__(5)",
               "Plain.__repr__()", "int.__repr__('a')", "[].__iter__(1)", "[].__contains__()", "'a'.__mod__()",
               "(1).__round__(1, 2)", "len(Plain())", "next(Plain())", "iter(Plain())", "Slotted().x", "Slotted().y",
               "setattr(Slotted(), 'y', 1)", "delattr(Slotted(), 'x')", "Slotted.x.__delete__(Slotted())",
               "Plain.__dict__ = {}\n1", "del Plain.__dict__\n1", "del Plain().__dict__",
               "x = Plain()\nx.__dict__ = 5", "setattr(5, 'x', 1)", "setattr(len, 'x', 1)",
               "setattr(len, '__name__', 1)", "delattr(5, 'real')", "delattr(gen(), 'gi_frame')",
               "setattr(gen(), '__name__', 5)", "setattr(gen, '__name__', 5)", "setattr(gen, '__defaults__', 5)",
               "setattr(gen, '__kwdefaults__', 5)", "setattr(gen, '__annotations__', 5)",
               "setattr(gen, '__qualname__', 5)", "setattr(Plain, '__name__', 5)", "setattr(Plain(), '__class__', 5)",
               "setattr(Plain(), '__class__', int)", "setattr(int, '__name__', 'a')", "setattr(int, 'x', 1)",
               "setattr(Plain, '__module__', 5)", "setattr(Plain, '__qualname__', 5)",
               "setattr(ValueError(), '__traceback__', 5)", "setattr(ValueError(), '__cause__', 5)",
               "setattr(ValueError(), '__context__', 5)", "setattr(ValueError(), 'args', 5)", "property().__get__(5)",
               "property().__set__(5, 1)", "property().__delete__(5)",
               "delattr(type('A', (), {'x': property(lambda s: 1)})(), 'x')",
               "setattr(type('A', (), {'x': property()})(), 'x', 1)", "type('A', (), {'x': property()})().x",
               "UnicodeDecodeError(1, 2)", "UnicodeEncodeError(1)", "UnicodeTranslateError(1)",
               "ImportError(nothing=1)", "SyntaxError('a', (1, 2))", "SyntaxError('a', 5)",
               "SyntaxError('a', (1, 2, 3, 4, 5))", "SyntaxError('a', (1, 2, 3, 4, 5, 6)).msg", "KeyError(a=1)",
               "StopIteration(x=1)", "AttributeError(nothing=1)", "NameError(nothing=1)", "SystemExit(x=1)",
               "ValueError().with_traceback(5)", "ValueError().with_traceback()", "ValueError().add_note(5)",
               "ValueError().add_note()", "BaseException(x=1)", "SyntaxError('a', (1,))",
               "SyntaxError('a', (1, 2, 3))", "SyntaxError('a', ('f', 2, 3, 4, 5)).msg", "int(**{'a': 1})",
               "pow(1, exp=2, base=3)", "round(1, number=1)", "int('1', 10, base=10)", "sum([], 1, start=1)",
               "print(1, sep='', nothing=1)", "enumerate([], 1, start=2)", "max([], key=1)",
               "str(object='a', nothing=1)", "'a'.encode('utf-8', encoding='a')", "'a'.split(' ', sep=' ')",
               "open('a', 'r', mode='r')", "'a'.splitlines(True, keepends=1)", "[].sort(1)", "[].index()", "{}.get()",
               "{}.pop()", "{}.update(1, 2)", "complex(1, real=1)", "bytes(b'a', source=b'a')", "'{}'.format_map()",
               "(5).to_bytes(1, 'big', length=1)", "bool(1, 2)", "bool(x=1)", "float(x=1)", "list(x=1)", "tuple(x=1)",
               "set(x=1)", "frozenset(x=1)", "range(x=1)", "slice(x=1)", "type(x=1)", "object(x=1)", "super(x=1)",
               "filter(x=1)", "reversed(x=1)", "list(1, 2)", "tuple(1, 2)", "set(1, 2)", "frozenset(1, 2)",
               "float(1, 2)", "range()", "range(1, 2, 3, 4)", "slice()", "slice(1, 2, 3, 4)", "object(1)", "map(1)",
               "filter()", "filter(1)", "reversed()", "reversed(1, 2)", "zip(1)", "int(1, 2, 3)", "complex(1, 2, 3)",
               "property(1, 2, 3, 4, 5)", "property(x=1)", "bytes(1, 2, 3, 4)", "bytearray(1, 2, 3, 4)", "dict([1])",
               "dict([(1, 2, 3)])", "dict(5)", "dict(['ab', 'abc'])", "set(5)", "list(5)", "[1].sort(key=5)",
               "[1].sort(reverse=None)", "[1].sort(reverse=1.5)", "sorted([1], reverse='a')",
               "sorted([1], reverse=[])", "[1].sort(reverse=[])", "[].pop(1, 2)", "[].pop('a')", "[].insert(1)",
               "[].insert('a', 1)", "(1,).index(5)", "[].copy(1)", "[].count()", "[].extend()", "[].extend(5)",
               "[].reverse(1)", "[].clear(1)", "[1] * 'a'", "[1] + (1,)", "[1] * 10**30", "(1,) * 10**30",
               "'a' * 10**30", "b'a' * 10**30", "bytearray(b'a') * 10**30", "1 << 10**30", "1 >> -1", "1 << -1",
               "1 << 1.5", "10 ** 'a'"):
    attempt(source)
