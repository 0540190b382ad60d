# Errors of str, bytes, bytearray, memoryview, numbers and formats that other programs do not raise.
def attempt(text, **names):
    try:
        print(text, "gives", repr(eval(text, names)))
    except Exception as error:
        print(text, type(error).__name__, error)


data = bytearray(b"abc")
view = memoryview(data)


def run(text):
    try:
        exec(text, {"data": bytearray(b"abc"), "view": memoryview(bytearray(b"abc"))})
        print(text, "works")
    except Exception as error:
        print(text, type(error).__name__, error)


for text in ("bytearray(b'a').pop(5)", "bytearray().pop()", "bytearray('a')", "bytearray(-1)", "bytearray([256])",
             "bytearray(b'a') + 'b'", "bytearray(b'a').extend(5)", "bytearray(b'a').extend('a')",
             "bytearray(b'a').remove(5)", "bytearray(b'a').index(b'z')", "bytearray(b'a').insert(0, 'a')",
             "bytearray(b'a').append('a')", "bytearray(b'a').append(256)", "bytearray(b'a')[5]",
             "bytes('a')", "bytes(b'a', 'utf-8')", "bytes(5, 'utf-8')", "bytes([1, 'a'])", "bytes([300])",
             "bytes(-1)", "bytes(1.5)", "b'a' + 'b'", "b'a' * 'b'", "b'a'.decode(5)", "b'a'.decode('utf-8', 5)",
             "b'\\xff'.decode()", "b'a'.decode('nothing')", "bytes.fromhex(5)", "bytes.fromhex('1')",
             "bytes.fromhex('zz')", "bytes.maketrans(b'a', b'bc')", "b'a'.translate(b'a')", "b'a'.translate(5)",
             "b'a'.center(5, b'ab')", "b'a'.ljust(5, 'a')", "b'a'.join(['a'])", "b'a'.join(5)", "b'a'.replace('a', b'b')",
             "b'a'.find('a')", "b'a'.find(256)", "b'a'.index(b'z')", "b'a'.split('a')", "b'a'.split(b'')",
             "b'a'.startswith('a')", "b'a'.startswith((b'a', 'b'))", "b'a'.strip('a')", "b'a'[5]", "b'a'['a']",
             "b'a' in b'abc'", "'a' in b'abc'", "256 in b'abc'", "b'a' < 'a'", "b'%d' % 'a'", "b'%c' % 300",
             "b'%c' % 'ab'", "b'%s' % 'a'", "b'%z' % 1", "memoryview('a')", "memoryview(b'a')[5]",
             "memoryview(b'a')['a']", "hash(memoryview(bytearray(b'a')))", "'a'.center(5, 'ab')", "'a'.center(5, 5)", "'a'.ljust('a')", "'a'.zfill('a')", "'a'.join([1])",
             "'a'.join(5)", "'a'.replace('a', 1)", "'a'.split('')", "'a'.split(5)", "'a'.partition('')",
             "'a'.partition(5)", "'a'.index('b')", "'a'.rindex('b')", "'a'.find(5)", "'a'.count(5)",
             "'a'.startswith(5)", "'a'.startswith(('a', 5))", "'a'.endswith(5)", "'a'.strip(5)", "'a'.encode(5)",
             "'a'.encode('nothing')", "'\u00e9'.encode('ascii')", "'a'.translate(5)", "'a'.translate({97: 1.5})",
             "'a'.translate({97: -1})", "str.maketrans('a')", "str.maketrans('a', 5)", "str.maketrans('a', 'bc')",
             "str.maketrans({'ab': 1})", "str.maketrans({1.5: 1})", "str.maketrans('a', 'b', 5)", "str(b'a', 5)",
             "str('a', 'utf-8')", "str(5, 'utf-8')", "'a' + 5", "'a' * 'b'", "'a' * 1.5", "'a' * 10**20", "'a'[1.5]",
             "'a'[5]", "'a'['b']", "5 in 'a'", "'a' < 5", "'a'.expandtabs('a')", "'a'.splitlines(1, 2)",
             "'a'.removeprefix(5)", "'abc'[::0]", "'abc'[1.5:]", "ord('ab')", "ord(5)", "ord(b'ab')", "chr(-1)",
             "chr(10**7)", "chr('a')", "chr(10**30)",
             "'%d' % 'a'", "'%d' % (1, 2)", "'%d %d' % 1", "'%c' % 'ab'", "'%c' % -1", "'%c' % 1.5", "'%x' % 1.5",
             "'%x' % 'a'", "'%(a' % {}", "'%(a)d' % 5", "'%(a)d' % {}", "'%*d' % ('a', 1)", "'%.*f' % (1.5, 1)",
             "'%z' % 1", "'%' % 1", "'a' % 1", "'%s' % ()", "'%f' % 'a'", "'%i' % None", "'%o' % 1j",
             "'{'.format()", "'}'.format()", "'{0'.format(1)", "'{a}'.format()", "'{1}'.format(1)", "'{} {0}'.format(1)",
             "'{0} {}'.format(1)", "'{0.}'.format(1)", "'{0[}'.format(1)", "'{0[]}'.format(1)", "'{0[a]b}'.format({})",
             "'{0.x}'.format(1)", "'{0[5]}'.format([1])", "'{0[a]}'.format([1])", "'{!z}'.format(1)", "'{!}'.format(1)",
             "'{!rr}'.format(1)", "'{0!r'.format(1)", "'{:{:{}}}'.format(1, 2, 3)", "'{}'.format_map(5)",
             "'{a}'.format_map({})", "'{:d}'.format('a')", "'{:s}'.format(1)", "'{:z}'.format(1)", "'{:c}'.format('a')",
             "'{:+c}'.format(97)", "'{:#c}'.format(97)", "'{:.2c}'.format(97)", "'{:,c}'.format(97)", "'{:c}'.format(-1)",
             "'{:.2d}'.format(1)", "'{:,s}'.format('a')", "'{:=5}'.format('a')", "'{:+}'.format('a')",
             "'{:#}'.format('a')", "'{:05}'.format('a')", "'{:.9999999999999999999}'.format(1.5)", "'{:9999999999999999999}'.format(1)",
             "'{:.}'.format(1.5)", "'{:,_}'.format(1)", "'{:_,}'.format(1)", "'{:,x}'.format(1)", "'{:,n}'.format(1)",
             "'{:x}'.format(1.5)", "'{:c}'.format(1.5)", "'{:s}'.format(1.5)", "'{:5 d}'.format(1)", "'{:>>>5}'.format(1)",
             "'{:e}'.format(1j)", "'{:=5}'.format(1j)", "'{:05}'.format(1j)", "'{:d}'.format(1j)",
             "'{:x}'.format(None)", "'{:5}'.format([1])", "'{:5}'.format(None)", "'{:5}'.format({})",
             "int('a')", "int('1', 1)", "int('1', 37)", "int('9', 8)", "int(1, 2)", "int(None)", "int('')", "int(b'a')",
             "int('1_')", "int('0x1')", "int(float('nan'))", "int(float('inf'))", "int(1j)", "int([])",
             "int('1' * 5000)", "str(10**5000)", "int.from_bytes(5, 'big')", "int.from_bytes(b'a', 'middle')",
             "int.from_bytes('a', 'big')", "(1).to_bytes(-1, 'big')", "(1).to_bytes(1, 'middle')",
             "(256).to_bytes(1, 'big')", "(-1).to_bytes(1, 'big')", "1 << -1", "1 >> -1", "1 << 1.5", "1 << 10**20",
             "1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "1.5 // 0", "1.5 % 0", "1.5 / 0", "divmod(1.5, 0)", "0 ** -1",
             "0.0 ** -1", "pow(2, 3, 0)", "pow(2, -1, 4)", "pow(2, 1.5, 3)", "pow(2.5, 1, 3)", "10.0 ** 400",
             "(-1.0) ** 10**400", "1j / 0", "1j // 1", "1j % 1", "1j < 1", "0j ** -1", "abs(1e308 + 1e308j * 10)",
             "abs(complex(1.7e308, 1.7e308))", "complex('a')", "complex('1', 2)", "complex(1, '2')",
             "complex(None)", "complex(1, 2, 3)", "float('a')", "float(None)", "float('')", "float(10**400)", "float([])",
             "float.fromhex('a.z')", "float.fromhex('0x1p5000')", "float.fromhex(5)", "float('nan').as_integer_ratio()",
             "float('inf').as_integer_ratio()", "round(1.5, 'a')", "round('a')", "round(float('nan'))", "round(float('inf'))",
             "round(1, 1.5)", "abs('a')", "-'a'", "+[]", "~1.5", "not_there", "1 + None", "1 & 1.5", "[] + ()", "() + []",
             "{} | 5", "{1} | [1]", "{1} - [1]", "len(5)", "[1] * 1.5", "[1] * [1]", "[1][1.5]", "[1]['a']", "[1][2]",
             "(1,)[2]", "(1,)['a']", "[1].index(2)", "[1].remove(2)", "[].pop()", "[1].pop(5)", "[1].pop('a')",
             "[1].insert('a', 1)", "[1].extend(5)", "[1, 'a'].sort()", "[1].sort(5)", "[1].sort(key=5)",
             "[1].count()", "(1,).index(2)", "slice(1, 2, 0).indices(5)",
             "slice(1).indices(-1)", "slice('a').indices(5)", "slice()", "slice(1, 2, 3, 4)", "range(1, 2, 0)", "range('a')",
             "range(1.5)", "range()", "range(1, 2, 3, 4)", "range(5)[9]", "range(5)['a']", "range(5).index(9)",
             "{}['a']", "{}.pop('a')", "{}.popitem()", "{[]: 1}", "{}.update(5)", "{}.update([1])", "{}.update([(1, 2, 3)])",
             "dict(5)", "dict([1])", "dict([(1, 2, 3)])", "dict.fromkeys(5)", "{}.fromkeys([[]])", "{[]}",
             "set(5)", "set([[]])", "{1}.remove(2)", "set().pop()", "{1}.add([])", "{1}.update(5)", "{1} < [1]",
             "frozenset(5)", "frozenset([1]).add(1)", "hash([])", "hash({})", "hash({1})", "hash(slice(1))",
             "sum(['a'])", "sum([1], 'a')", "sum(5)", "min()", "min([])", "min(5)", "min(1, 'a')", "max([], key=5)",
             "sorted(5)", "sorted([1, 'a'])", "reversed(5)", "reversed({1})", "enumerate(5)", "enumerate([], 'a')",
             "zip(5)", "zip([1], 5)", "list(zip([1], [1, 2], strict=True))", "map(5)", "list(map(5, [1]))", "filter(5, 5)",
             "any(5)", "all(5)", "bin(1.5)", "hex('a')", "oct(None)", "id()", "input(1, 2)", "print(sep=5)", "print(end=5)",
             "print(file=5)", "open('')", "open('/nonexistent/file')", "open('/')", "open('a', 'z')", "open('a', 'rw')",
             "open('a', 'rb', encoding='utf-8')", "open('a', 'wb', newline='')", "open(1.5)", "eval('1 +')", "eval(5)", "exec(5)",
             "compile(5, 'a', 'exec')", "compile('1', 'a', 'nothing')", "vars(5)", "dir(1, 2)", "globals(1)", "callable()",
             "getattr(1)", "getattr(1, 'a')", "setattr(1, 'a')", "delattr(1, 'a')", "hasattr(1, 5)", "isinstance(1)",
             "type()", "type(1, 2)", "ascii()", "repr()", "format()", "format(1, 5)", "__import__('nothing_here')",
             "property(1, 2, 3, 4, 5)"):
    attempt(text)
for text in ("data[0] = 256", "data[0] = 'a'", "data[5] = 1", "data[0:2] = 5", "data[::2] = b'a'", "data['a'] = 1",
             "del data[5]", "del view[0]", "view[0] = 256", "view[0:2] = b'abc'", "view[5] = 1",
             "memoryview(b'a')[0] = 1", "x = [1]\nx[5] = 1", "x = [1]\nx['a'] = 1", "x = [1]\nx[0:1] = 5",
             "x = [1, 2]\nx[::2] = [1, 2]", "x = [1]\ndel x[5]", "x = [1]\nx[::0] = []", "x = 'a'\nx[0] = 'b'",
             "x = b'a'\nx[0] = 1", "x = ()\nx[0] = 1", "x = {}\nx[[]] = 1", "x = {}\ndel x[1]", "x = {1}\nx[0] = 1",
             "x = {1: 2}\nfor k in x: x[k + 1] = 1", "x = {1}\nfor k in x: x.add(k + 1)", "a, b = 1", "a, b = [1]",
             "a, b = [1, 2, 3]", "a, *b, c = [1]", "[a, b] = {1}", "(a, b) = 'abc'", "for a, b in [1]: pass",
             "for x in 5: pass", "x = [*5]", "x = {**5}", "x = {*5}", "print(*5)", "print(**5)", "print(**{1: 2})",
             "def f(a): pass\nf()", "def f(a, b, c): pass\nf()", "def f(a): pass\nf(1, 2)", "def f(): pass\nf(1)",
             "def f(a): pass\nf(b=1)", "def f(a): pass\nf(1, a=1)", "def f(a, /): pass\nf(a=1)",
             "def f(*, a): pass\nf()", "def f(*, a, b): pass\nf()", "def f(*, a): pass\nf(1)", "def f(a=1): pass\nf(1, 2)",
             "def f(a, b=1): pass\nf(1, 2, 3)", "(lambda x: x)()", "del x", "def f():\n  print(x)\n  x = 1\nf()",
             "def f():\n  del x\n  x = 1\nf()", "import nothing_here", "raise 5", "raise int", "raise",
             "assert 0", "assert 0, 'text'", "1 if 1 else 2 = 3", "x: int = 'a'\nx += 1", "x += 1"):
    run(text)
